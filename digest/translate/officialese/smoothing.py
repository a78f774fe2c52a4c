"""A finished clause in smoother English: the article that Chinese has none of, one word for what it says in a row."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.translate.officialese.turns import TURNS
from digest.translate.officialese.words.morphology import article

#: what may stand between the verb and the noun: adjectives, no word that already tells which
_ADJECTIVES = (
    r"(?:(?!(?:the|a|an|that|and|or|of|on|in|into|for|to|from|with|by|up|their|our|its|this|these|all|any|more|each|every|higher"
    r"|better|greater|many|promoting|driving|supporting|encouraging"
    r"|advancing|speeding|leading|deepening) )[a-z-]+ ){0,2}"
)
#: how much of something there is
_SCALES = (
    r"(?:quality|competence|efficiency|effectiveness|safety|capacity|visibility|influence|image|authority|structure|coverage|level|pull"
    r"|precision|focus|appeal|scope|scale|layout|reliability|driving force|enthusiasm|initiative|vitality|benefits"
    r"|effects|service life|rights and interests)"
    r"(?: and (?:quality|returns|efficiency|effectiveness|safety|capacity|influence|accuracy|precision|pull|level|image"
    r"|initiative|creativity))?"
)
#: what comes about
_COURSES = (
    r"(?:development|growth|integration|transformation|commercialisation|construction|implementation|modernisation"
    r"|revitalisation|upgrading|digitisation|exit|withdrawal|solution|supply|recovery|restoration|resumption|completion"
    r"|payment|allocation|distribution|issuance|operation|expansion|progress)"
    r"(?: and (?:development|growth|upgrading|application|use))?"
)
_SAFE = "(?:safe|steady|stable|orderly|smooth|sound|sustained|timely|full|efficient|continued|balanced)"
_KEPT = (
    r"(?:improv|rais|ensur|increas|safeguard|enhanc|guarantee|strengthen|consolidat|protect|extend|expand|maintain|optimis|stimulat|mobilis|boost|unleash)"
    r"(?:e|ing)?|giv(?:e|ing) (?:full )?play to"
)
_DRIVEN = (
    r"(?:promot|driv|support|advanc|facilitat|encourag|deepen|lead|safeguard|ensur|guarante)(?:e|es|ing)?"
    r"|speed(?:ing)? up|push(?:ing)? forward"
    r"|work on|support for|approach to|environment for|conditions for|safeguards for"
)
_SCALE = re.compile(
    rf"\b({_KEPT}) ({_ADJECTIVES}{_SCALES} of |{_ADJECTIVES}(?:capacity|driving force|enthusiasm) for )"
)
_COURSE = re.compile(rf"\b({_DRIVEN}) ((?:{_SAFE} and )?{_ADJECTIVES}{_COURSES} of )")


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


#: 产业链安全: security, as long as no accidents are meant
_OF_THE_STATE = re.compile(
    "(?:产业链|供应链|粮食|能源|数据|网络|生物|国土|金融|经济|政治|文化|意识形态|生态|国家|资源)"
    "(?:供应|储备|运行)?安全(?!生产|隐患|事故|检查|防护|教育|可靠)"
)
#: 违反纪律等行为: what is punished is an act
_DEEDS_LIKE = re.compile(r"\b([a-z]+ing [a-z' -]+), etc\.$")


def as_meant(english: str, text: str) -> str:
    """What only the Chinese tells: ``编制2025年度预算`` "draw up budgets for 2025", ``有序开放`` "orderly opening"."""
    if _ONE_SPEECH.search(text):
        english = english.replace("important speeches", "important speech")
    if (of := _OF_THE_STATE.findall(text)) and len(of) == text.count("安全"):
        english = re.sub(r"\bsafety\b", "security", english)
    if "等行为" in text:
        english = _DEEDS_LIKE.sub(r"acts such as \1", english)
    english = _IN_A_YEAR.sub(" for ", english) if _OF_A_YEAR.search(text) else english
    return english.replace("opening-up", "opening") if _OF_PLACES.search(text) else english


def _one_judged(found: re.Match[str]) -> str:
    about = " of" if found[0].endswith(" for") else ""
    return f"make {article(found[1] + found[2])}{about}"


#: who needs things, rather than buys them
_PEOPLE = r"(?:[a-z-]+ ){0,3}(?:people|residents|workers|patients|pupils|farmers|households)\b"


def _needs(found: re.Match[str]) -> str:
    return f"{found[1]}{'the ' if found[1] else ''}{found[2]}needs of "


def _that_helps(found: re.Match[str]) -> str:
    return f"{found[1]} that {'encourages' if found[2] == 'encourag' else 'supports'}"


def _senses(found: re.Match[str]) -> str:
    """``归属感、获得感、成就感`` "the sense of belonging, gain and achievement"."""
    parts = re.split(r"(?:,? and |, )(?:the )?sense of ", found[0])
    if len(parts) < 2:
        return found[0]
    said = [part.removeprefix("sense of ") for part in parts]
    last, *about = re.split(r"(?= (?:in|of|for) )", said[-1], maxsplit=1)
    *before, last = [one for part in (*said[:-1], last) for one in part.split(" and ")]
    return f"sense of {', '.join(before)} and {''.join((last, *about))}"


#: what reads better otherwise: how it is said in a row, and how English says it; each on what the one before left
_BETTER: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # "should from a political perspective, recognise"
    (re.compile(r"\b(should|must) (from [^,;]+), (?=[a-z])"), r"\1, \2, "),
    # "In doing A, and doing B, …": no pause within what leads to the clause
    (re.compile(r"^((?:in|to|through|by|when|while|with|for) [^,]*), and (?=[^,]*, )"), r"\1 and "),
    # 以推进改革为重点, 以换届为契机
    (re.compile(r"\btake ([^,]+(?:, [^,]+)*?) as the focus$"), r"focus on \1"),
    (re.compile(r"\btake (?:carrying out )?([^;]+) as (?=an opportunity$|the (?:lever|vehicle)$)"), r"use \1 as "),
    (re.compile(r"\buse (?=[a-z]+(?:ion|ment|ance) (?:and [a-z]+ )?of [^,;]+ as (?:an opportunity|the ))"), "use the "),
    # 更有获得感、成就感
    (re.compile(r"\bhave more of the (?=sense of )"), "have a stronger "),
    (re.compile(r"\bsense of ([a-z, ]+)"), _senses),
    # 在抓落实上下功夫
    (re.compile(r"\b(work (?:hard|harder) on )paying close attention to "), r"\1"),
    # 坚持脚踏实地, 坚持优质服务
    (re.compile(r"\bkeep being ([a-z ]+ and )(?=[a-z]+ing\b)"), r"stay \1keep "),
    (re.compile(r"\bkeep being\b"), "stay"),
    (re.compile(r"\bkeep to (?=(?:[a-z]+ (?:and )?){1,3}services$)"), "keep providing "),
    # 在 X 上再聚焦, 再提升
    (re.compile(r"\bfurther focus closely in\b"), "focus more closely on"),
    (re.compile(r"\bfurther make improvements\b"), "make further improvements"),
    # 群众的需求
    (re.compile(rf"\b((?:(?:on|to|meet|meeting) )?)((?:basic )?)demand of (?={_PEOPLE})"), _needs),
    # 燃气安全整治: the hazards are cleaned up
    (
        re.compile(
            r"\b(clean-up(?: campaign)? (?:of|on) (?:the )?(?:[a-z-]+ ){1,3}safety)(?=$|,| in | at )",
        ),
        r"\1 hazards",
    ),
    (re.compile(r"\b(clean-up campaigns?) of\b"), r"\1 on"),
    # 关于救灾工作的指示
    (re.compile(r"\b(instructions|statements|remarks|speech|speeches) on work on\b"), r"\1 on"),
    # 鼓励创新的氛围
    (re.compile(r"\b(environment|atmosphere|climate) for (encourag|support)(?:ing)\b"), _that_helps),
    # 解决法治建设领域的问题
    (re.compile(r"\bin (?:the )?fields? of (?:the )?building of\b"), "in building"),
    # 吸取事故教训
    (
        re.compile(
            r"\blearn(ing)?( deeply)? from (?!lessons)((?:[a-z'-]+ )+(?:accident|fire|flood|disaster|case)) lessons\b"
        ),
        r"learn\1\2 from \3s",
    ),
    # 开展风险排查
    (
        re.compile(r"\bchecks of (?=(?:all kinds of )?(?:[a-z-]+ ){0,3}(?:hazards|risks|dangers|problems)\b)"),
        "checks for ",
    ),
    # 推进“一户一策”
    (re.compile(r"\b(?:advance|push forward) (?=an? (?:tailored )?(?:plan|policy|file) for each\b)"), "work on "),
    # 街道各部门: of the one that is spoken to
    (
        re.compile(r"\b(all (?:departments|offices|units|communities)|actual work) of (subdistrict|township|town)s\b"),
        r"\1 of the \2",
    ),
    (re.compile(r"\bin light of (?=actual work\b)"), "in light of the "),
    (re.compile(r"\ba high (?=sense of )"), "a strong "),
    (re.compile(r"\b(push forward|advance|strengthen|step up) (?=clean-up of )"), r"\1 the "),
    (re.compile(r"\bmeasures for clean-up of\b"), "measures for cleaning up"),
    (re.compile(r"\bstepping up (?=(?:[a-z-]+ ){0,3}resilience\b)"), "strengthening "),
    (re.compile(r"\bon the premise of ensuring\b"), "while ensuring"),
    (re.compile(r"\bone's own\b"), "their own"),
    (re.compile(r"\bparticipants of\b"), "participants in"),
    (re.compile(r"\b(continuously|continually) ([a-z]+ly) (?=[a-z]+)"), r"\1 and \2 "),
    (re.compile(r"\b(tasks?|goals?|aims?) of improvement of\b"), r"\1 of improving"),
    (re.compile(r"\bmeasures and ways\b"), "measures and methods"),
    (re.compile(r"\b(in|on) (?=overall development of )"), r"\1 the "),
    (re.compile(r"\b(draw up|revise|implement) ((?:[a-z-]+ )+)planning$"), r"\1 \2plans"),
    (re.compile(r"\b((?:improv|rais|enhanc|strengthen)(?:e|ing)?) (?=capacity to )"), r"\1 the "),
    (re.compile(r"\bregulate (?:the )?order of\b"), "keep order in"),
    (re.compile(r"\bmove faster to carry out (?=[a-z]+$)"), "speed up "),
    # 生态保护和修复
    (re.compile(r"\b((?:protection and|ecological) )repair\b"), r"\1restoration"),
    # 做好安全保障
    (re.compile(r"\bensure (?:the )?(?:support (?:of|for) safety|safety safeguards)\b"), "ensure safety"),
    (re.compile(r"\bstrengthen ([a-z ]+) standardisation$"), r"make \1 more standardised"),
    # 深入细致做好
    (re.compile(r"\bthoroughly and carefully,? do a good job of\b"), "do thorough and careful work on"),
    # 形成合力
    (re.compile(r"\bform (?:a )?(?:strong )?combined efforts?\b"), "join forces"),
    (re.compile(r"\brole of support by ([a-z]+)$"), r"supporting role of \1"),
    # 加大工作推进力度
    (re.compile(r"\b(step(?:ping)? up) work advancement\b"), r"\1 efforts to advance work"),
    # 做好工作的责任感
    (re.compile(r"\bin doing a good job (?:in|of) work$"), "in doing the work well"),
    # 专项资金使用情况的监督检查
    (re.compile(r"\b(of|on) (use|implementation) of (?=[a-z])"), r"\1 the \2 of "),
    # 尊重人才的氛围
    (re.compile(r"\b(environment|atmosphere|climate) for respecting\b"), r"\1 of respect for"),
    # 在保护上有新的推进
    (re.compile(r"\bhave (new|more|greater) advancement\b"), r"make \1 progress"),
    # 做细工作方案
    (re.compile(r"\bdo ((?:[a-z]+ )*plans) in detail$"), r"draw up detailed \1"),
    # 区域发展不平衡问题
    (re.compile(r"\bproblems in ((?:[a-z-]+ )+)imbalances?\b"), lambda found: f"imbalances in {found[1]}".rstrip()),
    # 进一步坚定发展信心
    (re.compile(r"\bfurther have firm confidence\b"), "further strengthen confidence"),
    # 预警和响应联动
    (re.compile(r"\bjoint action of (?=[a-z ]+ and [a-z ]+$)"), "joint action between "),
    # 办好文化活动
    (re.compile(r"\bhold ([a-z -]+) well$"), r"successfully hold \1"),
    # 办好学前教育
    (re.compile(r"\bdo ((?:[a-z]+ )?education(?: that satisfies the people)?) well\b"), r"provide good \1"),
    # 质量强县战略
    (re.compile(r"\bstrategies of (?=a (?:county|city|province|country) strong in\b)"), "the strategy of building "),
    # 城乡公共服务差距
    (re.compile(r"\b(gaps? in [^,]+?) in (?=urban and rural areas\b)"), r"\1 between "),
    # 服务发展大局
    (re.compile(r"\b(serv(?:e|ing)) the overall situation of\b"), r"\1 the overall interest of"),
    # 责任落实到位, 隐患排查到位
    (re.compile(r"(\bresponsibilit(?:y|ies)\b[^,]*? (?:is|are) fully) implemented\b"), r"\1 fulfilled"),
    (re.compile(r"(\b(?:hazards|risks|problems)\b[^,]*? are fully) checked\b"), r"\1 identified"),
    # 重大科学问题攻关
    (re.compile(r"\bresearch on hard problems of ((?:(?! of ).)*\bproblems)$"), r"research on \1"),
    # 广大企业
    (re.compile(r"\bthe broad mass of (?:the )?"), ""),
    # 以更高站位
    (re.compile(r"\bwith (?=an? (?:[a-z-]+ )?(?:standpoint|perspective|viewpoint|vantage point)\b)"), "from "),
    (re.compile(r"\b(from an? [a-z-]+ standpoint) and (?=(?:more )?[a-z-]+ measures\b)"), r"\1 and with "),
    # 树牢大抓项目的鲜明导向
    (
        re.compile(
            r"\b(?:more )?(?:firmly )?establish (?:a|the) clear "
            r"(?:orientation of paying great attention to|priority given to) (?=[a-z])"
        ),
        "give clear priority to ",
    ),
    # 大企业拖欠中小企业账款
    (re.compile(r"\b(overdue payments to [a-z, -]+) of (?=[a-z ]*(?:companies|governments?)\b)"), r"\1 by "),
    # 将项目设置与生活结合起来
    (re.compile(r"(?<!the )\b((?:setting up|handing out|drawing up|paying out|opening up) of )(?=[a-z])"), r"the \1"),
    # 推进新型城镇化建设
    (re.compile(r"\b(?:the )?(?:construction|development) of (?=(?:new )?[a-z]+isation\b)"), ""),
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
    (re.compile(r"\bjob of improvement of conduct (?=in\b)"), "job of improving conduct "),
)


def smoothed(english: str) -> str:
    """A clause in the words that English has for what Chinese says in a row."""
    for said, better in (*_BETTER, *TURNS):
        english = said.sub(better, english)
    return with_articles(english)
