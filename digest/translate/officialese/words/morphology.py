"""English endings: -ing, the passive, plurals and articles, for the verbs and nouns of our own lexicon.

A verb that may have to change its form carries :data:`MARK` in front, so that a finished phrase can still be turned
("strengthen checks" → "strengthening checks") without looking at what its other words are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: stands before a verb in the base form until :func:`plain` takes it away
MARK = "\x01"

_MARKED = re.compile(rf"{MARK}([a-z-]+)")
#: "study and grasp and carry out"
_THREE_VERBS = re.compile(rf"({MARK}[a-z]+) and ({MARK}[a-z]+) and (?={MARK})")
_PAST = {
    "put": "put",
    "set": "set",
    "let": "let",
    "cut": "cut",
    "do": "done",
    "make": "made",
    "take": "taken",
    "give": "given",
    "build": "built",
    "hold": "held",
    "keep": "kept",
    "win": "won",
    "find": "found",
    "see": "seen",
    "know": "known",
    "draw": "drawn",
    "bring": "brought",
    "fight": "fought",
    "seek": "sought",
    "lead": "led",
    "grow": "grown",
    "send": "sent",
    "sell": "sold",
    "tell": "told",
    "write": "written",
    "speed": "sped",
    "meet": "met",
    "run": "run",
    "get": "got",
    "go": "gone",
    "show": "shown",
    "overcome": "overcome",
    "lay": "laid",
    "say": "said",
    "teach": "taught",
    "forbid": "forbidden",
    "bear": "borne",
    "dig": "dug",
    "shut": "shut",
    "bid": "bid",
    "sit": "sat",
    "offset": "offset",
    "become": "become",
    "begin": "begun",
    "break": "broken",
    "breed": "bred",
    "broadcast": "broadcast",
    "buy": "bought",
    "catch": "caught",
    "choose": "chosen",
    "deal": "dealt",
    "drive": "driven",
    "feed": "fed",
    "feel": "felt",
    "foresee": "foreseen",
    "freeze": "frozen",
    "leave": "left",
    "lend": "lent",
    "lose": "lost",
    "pay": "paid",
    "proofread": "proofread",
    "read": "read",
    "rebuild": "rebuilt",
    "shake": "shaken",
    "spread": "spread",
    "stand": "stood",
    "steal": "stolen",
    "stick": "stuck",
    "strike": "struck",
    "sweep": "swept",
    "think": "thought",
    "throw": "thrown",
    "understand": "understood",
    "undertake": "undertaken",
    "uphold": "upheld",
    "wear": "worn",
    "weave": "woven",
    "withdraw": "withdrawn",
    "withhold": "withheld",
    "withstand": "withstood",
}
_DOUBLED = frozenset(
    {"put", "set", "let", "cut", "win", "get", "run", "plan", "step", "stop", "forbid", "map", "sit", "sum", "tap"}
    | {"control", "transfer", "equip", "admit", "commit", "submit", "defer", "deter", "distil", "enrol", "expel"}
    | {"fulfil", "occur", "recur", "offset", "patrol", "prefer", "cancel", "channel", "counsel", "level", "travel"}
    | {"tunnel", "ban", "bid", "cap", "dig", "drop", "fit", "lag", "nip", "pin", "plug", "rig", "rob", "scan", "scrap"}
    | {"ship", "shut", "omit", "swim", "skip", "wrap", "trap", "strip", "grab", "swap", "spur", "trim", "begin"}
    | {"intercrop", "log", "permit", "refer", "spit", "underpin"}
)
#: "do a prompt and solid job of", "make {} detailed and solid": what follows "and" is no verb
_PREPOSITIONS = frozenset({"on", "to", "in", "by", "with", "at", "for", "of"})
_WITH_QUALITIES = frozenset({"do", "make"})
_ADVERB = re.compile(
    r"^(?:(?!apply|supply|rely|comply|reply)[a-z-]+ly|all|also|always|better|each|further|never|not|well)$"
)
#: singular although they end in -s
_SINGULAR = frozenset({"news", "headquarters"})
#: plural although they end in -ics
_PLURAL = frozenset({"relics", "topics", "clinics", "plastics", "critics", "mechanics", "fabrics", "characteristics"})
_ARTICLE = re.compile(r"^(?:the|an?) ")
_DETERMINERS = frozenset(
    {"all", "each", "every", "this", "these", "those", "its", "our", "both", "no", "such", "their", "one's"}
)


def parted(noun: str) -> tuple[str, str]:
    """The article, if any, with its blank, and the rest: "the market" → ("the ", "market")."""
    found = _ARTICLE.match(noun)
    return (found[0], noun[found.end() :]) if found else ("", noun)


def in_list(members: Sequence[str], *, last: str = "and") -> str:
    """Members as "A", "A and B", "A, B and C"; ``last`` stands before the last one."""
    return f" {last} ".join((", ".join(members[:-1]), members[-1])) if len(members) > 1 else members[0]


def is_adverb(word: str) -> bool:
    """True for "actively", not for "apply"."""
    return not word.startswith(MARK) and word.endswith("ly") and _ADVERB.match(word) is not None


def mark(english: str, *, both: bool) -> str:
    """A verb of the lexicon with its marks: "thoroughly carry out" → the mark stands before "carry".

    ``both``: what follows "and" is a verb too ("prevent and control"). Elsewhere ``~`` stands before a further verb
    ("cut costs and ~raise efficiency").
    """
    words = english.split(" ")
    at = next((i for i, word in enumerate(words) if word != "and" and not _ADVERB.match(word.rstrip(","))), 0)
    marked = [MARK + word if i == at else word for i, word in enumerate(words)]
    while words[at].endswith(",") and at < len(words) - 1:  # build, govern and share
        at += 1
        marked[at] = MARK + words[at]
    if (
        (both or words[at + 1 : at + 2] == ["and"])
        and "and" in words[at:-1]
        and not (words[at] in _WITH_QUALITIES and words[at + 1] != "and")
    ):
        after = words.index("and", at) + 1
        after += _ADVERB.match(words[after]) is not None
        if words[after] not in _PREPOSITIONS:  # complete {} on time and to standard
            marked[after] = MARK + words[after]
    return " ".join(marked).replace("~", MARK)


def plain(english: str) -> str:
    """Without marks; three verbs in a row are a list."""
    return _THREE_VERBS.sub(r"\1, \2 and ", english).replace(MARK, "")


def _ing(word: str) -> str:
    if word in _DOUBLED:
        return f"{word}{word[-1]}ing"
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return f"{word[:-1]}ing"
    return f"{word}ing"


def _passive(word: str) -> str:
    if word in _PAST:
        return _PAST[word]
    if word in _DOUBLED:
        return f"{word}{word[-1]}ed"
    if word.endswith("e"):
        return f"{word}d"
    return f"{word[:-1]}ied" if word.endswith("y") and word[-2] not in "aeou" else f"{word}ed"


def gerund(phrase: str) -> str:
    """Marked verbs as -ing: "strengthen checks" → "strengthening checks"."""
    return _MARKED.sub(lambda found: _ing(found[1]), phrase)


def participle(phrase: str) -> str:
    """Marked verbs as past participles: "prevent and control" → "prevented and controlled"."""
    return _MARKED.sub(lambda found: _passive(found[1]), phrase)


def present(phrase: str, *, plural: bool) -> str:
    """Marked verbs after a subject: "show results" → "shows results"."""
    if plural:
        return phrase
    return _MARKED.sub(lambda found: _third(found[1]), phrase)


def _third(word: str) -> str:
    if irregular := {"be": "is", "have": "has"}.get(word):
        return irregular
    if word.endswith(("s", "sh", "ch", "x", "o")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeou" else f"{word}s"


#: "economic and social development"
_ONE_OF_TWO_KINDS = re.compile(r"(?:the )?[a-z]+(?:al|ic|ive) and [a-z]+(?:al|ic|ive) [a-z]+(?<!s)$")


def is_plural(phrase: str) -> bool:
    """True if the verb after a noun phrase is "are"."""
    head = re.split(r" (?:of|for|on|in|to|with|at|from|against|hit|by|found) ", phrase, maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    several = ", " in head or (" and " in head and not _ONE_OF_TWO_KINDS.match(head))
    if several or last in {"people", "police", "personnel", "staff", "youth"}:
        return True
    return last in _PLURAL or (
        last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")) and last not in _SINGULAR
    )


def be(phrase: str) -> str:
    """The form of to be, "is" or "are"."""
    return "are" if is_plural(phrase) else "is"


_PRINCIPLES = re.compile("(the guiding principles of )(?!the |an? )")


def with_quality(quality: str, noun: str) -> str:
    """An adjective or determiner in front of a noun, behind its article: "strong" + "a force" → "a strong force"."""
    principles = _PRINCIPLES.match(noun) if quality == "recent" else None
    of, noun = (principles[1], noun[principles.end() :]) if principles else ("", noun)  # 近期重要会议精神: they are
    return of + _qualified(quality, noun)


def _qualified(quality: str, noun: str) -> str:
    known, bare = parted(noun)
    if quality.startswith("with "):
        return f"{noun} {quality}"  # 分工明确的体系
    if quality == "a" or (quality.startswith("a ") and " of" not in quality):
        return article(f"{quality[2:]} {one_of(bare)}".strip())
    if not known:
        return f"{quality} {noun}"
    if quality == "more":
        return f"a greater {bare}" if bare.startswith("sense of ") else f"more {bare}"
    if quality.split(" ", maxsplit=1)[0] in _DETERMINERS or quality[0].isdigit() or _ARTICLE.match(quality):
        return f"{quality} {bare}"
    return f"the {quality} {bare}" if known == "the " else article(f"{quality} {bare}")


_FIRST_NOUN = re.compile(r"^(.*?)(?= (?:of|for|on|in|to|with|at|from|against|by) |$)")


def one_of(noun: str) -> str:
    """One of several: "platforms for trade and jobs" → "platform for trade and jobs"; "schools and parks" stay."""
    head = _FIRST_NOUN.match(noun)
    plural = head[0] if head else noun
    if not is_plural(noun) or " and " in plural or ", " in plural or not plural.endswith("s"):
        return noun
    ends = 2 if plural.endswith(("sses", "shes", "ches", "xes")) else 1
    single = f"{plural[:-3]}y" if plural.endswith("ies") else plural[:-ends]
    return single + noun[len(plural) :]


def article(noun: str) -> str:
    """With "a" or "an"."""
    return f"an {noun}" if _VOWEL.match(noun) else f"a {noun}"


_VOWEL = re.compile("“?(?:[aeioAEIO]|hono|hour|hones)")


def one_of_many(noun: str) -> str:
    """One of several with its article: "levers of growth" → "a lever of growth"; names, lists and "the …" stay."""
    if _SUPERLATIVE.match(noun):
        return one_of(noun)
    many = noun[0].islower() and is_plural(noun) and not is_determiner(noun) and not parted(noun)[0]
    return article(one_of(noun)) if many and one_of(noun) != noun else noun


_SUPERLATIVE = re.compile(r"the (?:most|best|(?!honest|modest)[a-z]+est) ")


#: what may be one of many although it is told of what
_ONE_OF_MANY = re.compile(
    r"the (?:[a-z-]+ (?:and )?){0,4}"
    r"(?:body|sense|system|mechanism|situation|network|climate|style|chain|environment) of "
)


def created(about: str) -> str:
    """What is made new: "a fair market" for "the fair market", but "the best environment"."""
    if " as well as " in about:
        return " as well as ".join(created(part) for part in about.split(" as well as "))
    if not about.startswith("the ") or (" of " in about and not _ONE_OF_MANY.match(about)) or _SUPERLATIVE.match(about):
        return about
    head = _FIRST_NOUN.match(about)
    return about if head and head[0].endswith("s") else article(about.removeprefix("the "))


def is_determiner(english: str) -> bool:
    """True for "all", "each", "this" …: a noun that has one is no longer a mere modifier."""
    return english.split(" ", maxsplit=1)[0] in _DETERMINERS or english[0].isdigit()
