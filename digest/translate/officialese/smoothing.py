"""A finished clause in smoother English: the article that Chinese has none of, one word for what it says in a row."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.translate.officialese.words.morphology import article

#: what may stand between the verb and the noun: adjectives, no word that already tells which
_ADJECTIVES = (
    r"(?:(?!(?:the|a|an|that|and|or|of|on|in|for|to|from|with|by|up|their|our|its|this|these|all|any|more|each|every|higher"
    r"|better|greater|many|promoting|driving|supporting|encouraging"
    r"|advancing|speeding|leading|deepening) )[a-z-]+ ){0,2}"
)
#: how much of something there is
_SCALES = (
    r"(?:quality|efficiency|effectiveness|safety|capacity|renown|influence|image|authority|structure|coverage|level|pull"
    r"|precision|focus|appeal|scope|scale|layout|reliability|driving force|enthusiasm|initiative|vitality"
    r"|service life|rights and interests)"
    r"(?: and (?:quality|efficiency|effectiveness|safety|capacity|influence|accuracy|precision|pull|level|image"
    r"|initiative|creativity))?"
)
#: what comes about
_COURSES = (
    r"(?:development|growth|integration|transformation|commercialisation|construction|implementation|modernisation"
    r"|revitalisation|upgrading|digitisation|exit|withdrawal|solution)"
    r"(?: and (?:development|growth|upgrading|application|use))?"
)
_KEPT = (
    r"(?:improv|rais|ensur|increas|safeguard|enhanc|guarantee|strengthen|consolidat|protect|extend|expand|maintain|optimis|stimulat|mobilis|boost)"
    r"(?:e|ing)?|give full play to|giving full play to"
)
_DRIVEN = (
    r"(?:promot|driv|support|advanc|facilitat|encourag|deepen|lead|safeguard|ensur)(?:e|ing)?"
    r"|speed(?:ing)? up|push(?:ing)? forward"
    r"|work on|support for|approach to|environment for|conditions for|safeguards for"
)
_SCALE = re.compile(
    rf"\b({_KEPT}) ({_ADJECTIVES}{_SCALES} of |{_ADJECTIVES}(?:capacity|driving force|enthusiasm) for )"
)
_COURSE = re.compile(rf"\b({_DRIVEN}) ({_ADJECTIVES}{_COURSES} of )")


def with_articles(english: str) -> str:
    """A clause whose verbs stand before "quality of", "development of" … with "the" between.

    >>> with_articles("improve service quality of hotels and promote development of tourism")
    'improve the service quality of hotels and promote the development of tourism'
    """
    return _COURSE.sub(r"\1 the \2", _SCALE.sub(r"\1 the \2", english))


#: 2024年度考核 is of that year, whenever it is done
_OF_A_YEAR = re.compile(r"\d{4}年度")
_IN_A_YEAR = re.compile(r" in (?=\d{4}$)")
#: 有序开放: of places to visitors, and not of the economy
_OF_PLACES = re.compile(
    r"(?:有序|无序|限量|限流|免费|错峰|预约|恢复|延时)开放|(?:景区|景点|场馆|场所|公园|校园)[^，]{0,4}开放"
)
#: 在大会上的重要讲话: given once
_ONE_SPEECH = re.compile(r"在[^，、和与及]*[上时]的重要讲话")


def as_meant(english: str, text: str) -> str:
    """What only the Chinese tells: ``编制2025年度预算`` "draw up budgets for 2025", ``有序开放`` "orderly opening"."""
    if _ONE_SPEECH.search(text):
        english = english.replace("important speeches", "important speech")
    english = _IN_A_YEAR.sub(" for ", english) if _OF_A_YEAR.search(text) else english
    return english.replace("opening-up", "opening") if _OF_PLACES.search(text) else english


def _one_judged(found: re.Match[str]) -> str:
    about = " of" if found[0].endswith(" for") else ""
    return f"make {article(found[1] + found[2])}{about}"


#: what reads better otherwise: how it is said in a row, and how English says it; each on what the one before left
_BETTER: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # "should from a political perspective, recognise"
    (re.compile(r"\b(should|must) (from [^,;]+), (?=[a-z])"), r"\1, \2, "),
    # "In doing A, and doing B, …": no pause within what leads to the clause
    (re.compile(r"^((?:in|to|through|by|when|while|with|for) [^,]*), and (?=[^,]*, )"), r"\1 and "),
    # 现代化建设的合力: nobody's efforts
    (re.compile(r"\befforts of (?=(?:public )?[a-z-]+(?:isation|ment|tion)\b)"), "efforts in "),
    # 对形势作出准确判断
    (
        re.compile(r"\bmake ((?:(?!an? |the )[a-z-]+ (?:and [a-z]+ )?)?)(judgement|assessment|evaluation)(?: for\b|$)"),
        _one_judged,
    ),
    # the importance of building something, not "of the building of" it
    (
        re.compile(r"\b(importance|significance|necessity|urgency) of (?:the )?building of "),
        r"\1 of building ",
    ),
    # "work plans of own area": whose own the sentence leaves open
    (re.compile(r"(?<!their )(?<!our )(?<!its )(?<!'s )(?<!s' )\bown (?=[a-z])"), "their own "),
    # 法律等领域: a field, no papers
    (re.compile(r"\b(resources in) laws(?=,)"), r"\1 law"),
    # 抓好作风建设
    (re.compile(r"\bjob of improvement of conduct( of\b)"), r"job of improving the conduct\1"),
    # "fall of costs"
    (re.compile(r"\b(?:a )?substantial (fall|drop|reduction|increase|rise) of\b"), r"a substantial \1 in"),
    # "developing" with nothing behind it
    (re.compile(r"\bfor developing$"), "for development"),
    (re.compile(r"\bin better developing$"), "in developing better"),
    # 生态环境和生物资源优势
    (
        re.compile(r"(?<!of )\b((?:(?:the )?[a-z]+(?: [a-z]+)? and )?[a-z]+ resources) advantages\b"),
        r"advantages in \1",
    ),
    # 以良好生态环境支撑: one of its kind
    (re.compile(r"\b(use|with) the (?=[a-z-]+ environment to\b)"), r"\1 a "),
    # 以多种形式: "using various forms"
    (re.compile(r"(?:(?<=^)|(?<=, ))with (?=(?:[a-z-]+ ){1,3}(?:forms|methods|ways|means)$)"), "using "),
    # "acts that damage forests by law": what is done by law stands before
    (
        re.compile(
            r"^((?!.*should)(?:[^,;]* )?(?:that|which|of concern|(?:on|punish) [a-z]+ing) [^,;]*)"
            r" (?:by law|in accordance with the law)$"
        ),
        r"in accordance with the law, \1",
    ),
)


def smoothed(english: str) -> str:
    """A clause in the words that English has for what Chinese says in a row."""
    for said, better in _BETTER:
        english = said.sub(better, english)
    return with_articles(english)
