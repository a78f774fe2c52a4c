"""What English says of a verb and its object together: responsibility is fulfilled, barriers are broken down."""

from __future__ import annotations

import re

from digest.translate.officialese.words.collocations import FOR_OBJECT
from digest.translate.officialese.words.morphology import MARK, gerund, is_plural, one_of_many, parted

_PLAY = re.compile(r"give (?:(full|better|effective) )?play to")
_PLAYED = {"full": "fully ", "better": "better ", "effective": "effectively ", None: ""}


#: the role of something is a known one
_ROLE_OF = re.compile(r"\ban? (?=[a-z ]+ role of )")

#: what is sought as a title
_TITLE = re.compile(
    r"(?:an? |the )?(?:(?!of |and )[a-z]+ ){0,3}(?:model|demonstration|advanced|civilised|hygienic|outstanding) "
    r"(?:[a-z]+ )?(?:cit|count|district|zone|unit|town|village|famil|communit|school|compan|institution|organi)"
)
_CITY = re.compile(
    r"(?:(?!of |and )[a-z]+ ){0,3}(?:model|civilised|hygienic|garden|forest) (?:cities|counties|county towns)\b"
    r"|a National [A-Z]|a national [a-z]+ city\b"
)
#: words of a long object
_LONG = 3
#: a job of work of doing something is one of doing it
_WORK_OF_DOING = re.compile(r"^work of (?=[a-z]+ing )")
#: "speed up work on preliminary work of dams"
_WORK_ON = re.compile(r"([a-z-]+) work (?:of|on|for) (.+)")


_IMPROVEMENT = re.compile(r"(?:the )?improvement of (.+)")
_BUILDING = re.compile(r"(?:the )?building of (?!an? )((?:(?!, |building of).)+)$")
#: to strengthen the improvement of conduct is to improve it, to strengthen the building of teams is to strengthen them
_AGAIN = (
    (f"{MARK}strengthen", _IMPROVEMENT, f"{MARK}improve"),
    (" strengthening", _IMPROVEMENT, " improving"),
    (f"{MARK}strengthen", re.compile(r"(?!.* and )([a-z' -]+) improvement$"), f"{MARK}improve"),
    (f"{MARK}strengthen", _BUILDING, f"{MARK}strengthen"),
    (" strengthening", _BUILDING, " strengthening"),
    (f"{MARK}improve", re.compile(r"the standing of (?!.* and )(.+)"), f"{MARK}upgrade"),
    (" improving", re.compile(r"the standing of (?!.* and )(.+)"), " upgrading"),
)


def _for_object(verb: str, about: str) -> tuple[str, str]:
    """The verb that English says of this object, and the object."""
    if verb.endswith("there are no") and about.startswith("the "):
        bare = about.removeprefix("the ")
        return verb if is_plural(bare) else verb.replace("there are", "there is"), bare
    for say, of, better in _AGAIN:
        if verb.endswith(say) and (what := of.match(about)):
            return verb.removesuffix(say) + better, what[1]
    for said, like, better in FOR_OBJECT:
        if verb.endswith(MARK + said) and like.match(about):
            return MARK.join((verb.removesuffix(MARK + said), better)), about
    return verb, about


#: an adverb behind the object; far behind a long one it would be of the object
_LATE = re.compile(rf"({MARK}[a-z]+(?: (?:up|out|down|off|on))?) \{{\}} ([a-z]+ly)$")


def _sought(verb: str, about: str) -> tuple[str, str]:
    """A title that is sought, what something is made, and a responsibility rather than the sense of it."""
    if verb.endswith(f"{MARK}strive for") and _TITLE.match(about):
        known, bare = parted(about)
        return f"{verb.removesuffix('for')}to become", f"{known}{bare}" if known else one_of_many(about)
    if verb.endswith(f"{MARK}create") and _CITY.match(about):
        return f"{verb.removesuffix('create')}work to become", one_of_many(about)  # 创建卫生城市
    if verb.endswith(f"{MARK}shoulder"):
        return verb, about.replace("sense of responsibility", "responsibility")  # 扛起担当
    return verb, one_of_many(about) if verb.endswith("make it") else about  # 使之成为平台


def _worked_on(verb: str, about: str) -> str | None:
    """``加快推进审批工作`` "speed up approval work", not work on it."""
    if not verb.endswith("work on"):
        return None
    verb = verb.removesuffix("work on")
    if about.startswith("work on ") or about == "implementation" or _KIND_OF_WORK.match(about):
        return f"{verb}{about}"
    kind = _WORK_ON.match(about)
    return f"{verb}{kind[1]} work on {kind[2]}" if kind else None


def taking(verb: str, about: str) -> str:
    """Verb and object: in "give full play to a leading role" the verb is "fully play"."""
    if verb.endswith(" {} in depth") and about.count(" ") >= _LONG:
        return f"thoroughly {verb.removesuffix(' {} in depth')} {about}"  # behind the object it would be of the object
    if (late := _LATE.match(verb)) and about.count(" ") >= _LONG:
        return f"{late[2]} {late[1]} {about}"  # report cases of … regularly
    if "{}" in verb:
        first, place, last = verb.partition(" {}")
        if place and last:  # check for hazards household by household
            first, about = _for_object(first, about)
        return f"{first}{place}{last}".format(about)
    verb, about = _sought(verb, about)
    if verb.endswith(" job of"):
        about = _WORK_OF_DOING.sub("", about)
    if said := _worked_on(verb, about):
        return said
    verb, about = _for_object(verb, about)
    if about == "all work" and verb.endswith("work on"):
        return f"{verb.removesuffix('on')}in all areas"
    about = _ROLE_OF.sub("the ", about)
    if about.startswith(("a ", "an ")):
        verb = _PLAY.sub(lambda found: f"{_PLAYED[found[1]]}play", verb.replace(MARK, ""))
        verb = MARK + verb if not verb.startswith(("fully", "better", "effectively", "actively", "earnestly")) else verb
    return f"{verb} {about}"


#: "do a good job of work on" is "do good work on"
_JOB = re.compile(r"a ([a-z ,]+) job of$")
#: "all work", "all work of relief"
_ALL_WORK = re.compile(r"all work(?: (?:of|on) (.+))?$")
#: "management work of hygiene" is management of hygiene
_WORK_OF = re.compile(r"^([a-z]+(?: and [a-z]+)?) work (?=(?:of|on) )")


#: "do a good job of" services is to ensure them: what the object is like, and the better verb
_GOOD_JOB = re.compile(f"({MARK}?)do a good job of$")
_ENSURED = "supply|(?:basic )?living support|support|services|safeguards|security|implementation|reserves|stocks"
_FOR_GOOD_JOB = (
    (re.compile(r"all (?:[a-z-]+ ){0,2}preparations\b"), "make"),
    (re.compile(r"(?:(?!of |for )[a-z-]+ ){0,3}preparations\b"), "make good"),
    (re.compile(rf"(?:the )?(?:[a-z]+ )?(?:{_ENSURED})\b"), "ensure"),
    (re.compile(r"stable (?:[a-z]+ )?(?:supply|prices)\b"), "ensure"),
    (re.compile(r"(?:correction|rectification)\b(?! of problems)"), "carry out"),
    (re.compile(r"the drive (?:to|for|on)\b"), "press ahead with"),
    (re.compile(r"(?:flood |epidemic )?prevention\b|(?!all )[a-z]+ (?:prevention|control)\b"), "ensure effective"),
)
#: "flood control work"
_KIND_OF_WORK = re.compile(r"(?!all |this |that |these )(?:(?!of |for |and |on |in )[a-z'-]+ ){1,4}work$")


def job_of(verb: str, noun: str, done: str, about: str) -> str:
    """Say "do a good job of" something: "rectifying problems" for "rectification of problems", "good work on relief".

    ``noun`` and ``done`` are the forms of the word that comes last in Chinese, ``done`` empty unless it is a verb.
    """
    verb = verb.replace(f"and {MARK}", "and ")
    about = _WORK_OF_DOING.sub("", about)
    first, _, rest = about.partition(" for " if about.startswith("protection for ") else " of ")
    worked = _JOB.sub(r"\1 ", verb)
    if about.startswith(("work on ", "work in ", "work with ")):
        return f"{worked}{about}"
    if whole := _ALL_WORK.match(about):
        return f"{worked}work on all aspects of {whole[1]}" if whole[1] else f"{worked}work in all areas"
    if rest and done and first == noun and "{}" not in done:
        return f"{verb} {gerund(done)} {rest}"
    if _KIND_OF_WORK.match(about):
        return f"{worked}{about}"
    better = next((said for of, said in _FOR_GOOD_JOB if of.match(about)), "")
    verb = _GOOD_JOB.sub(rf"\1{better}", verb) if better else verb
    return " ".join((verb, _WORK_OF.sub(r"\1 ", about)))
