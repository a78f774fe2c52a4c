"""What English says of a verb and its object together: responsibility is fulfilled, barriers are broken down."""

from __future__ import annotations

import re

from digest.translate.officialese.words.morphology import MARK, gerund

_WORD = r"[a-z'-]+ "
_FEW = rf"(?:(?!of ){_WORD}){{0,3}}"
#: what is checked for, and not merely checked
_HIDDEN = (
    r"(?:hazards?|dangers?|risks?|problems?|disputes|conflicts|loopholes|leaks?|violations|offences|signs|clues|leads|"
    r"weak spots|weak links|weaknesses|faults|defects|irregularities|bottlenecks|shortcomings|causes|corruption)"
)
_HOMELESS = r"(?:stranded|trapped|evacuated|affected)\b|passengers\b|.*\bhit by\b"
_LEARNT = r"(?:(?:core|key) )*technolog|(?!.*\bof )(?:.* )?(?:skills?|methods|know-how)\b|(?:.* )?knowledge\b"

_PLAY = re.compile(r"give (?:(full|better|effective) )?play to")
_PLAYED = {"full": "fully ", "better": "better ", "effective": "effectively ", None: ""}


#: the role of something is a known one
_ROLE_OF = re.compile(r"\ban? (?=[a-z ]+ role of )")
#: verbs that English does not say of all that Chinese does: the verb, what the object is like, the better verb
_FOR_OBJECT = tuple(
    (verb, re.compile(of), better)
    for verb, of, better in (
        ("implement", r"(?!.* systems?\b)(?:[a-z']+(?:-[a-z]+)? ){0,3}responsibilit(?:y|ies)\b", "fulfil"),
        ("implement", r"(?:the )?(?:supply|safeguards|protection|services|support|funding|funds)\b", "ensure"),
        ("implement", r".*\b(?:teams|personnel|forces|supplies)$", "arrange"),
        ("implement", r"(?:[a-z]+ )?(?:staff|persons|people|duty staff|land|sites)\b", "arrange"),
        ("implement", r"(?:the )?(?:fundamental )?tasks?\b", "carry out"),
        ("implement", r"(?:the )?guiding principles\b", "act on"),
        ("open up", r"(?:(?:all|service|key) )*bottlenecks\b", "clear"),
        ("open up", r"(?:[a-z]+ )?barriers\b", "break down"),
        (
            "drive",
            rf"(?:a number of )?{_FEW}(?:items|measures|policies|projects|tasks)\b",
            "advance",
        ),
        ("drive", rf"(?:the )?(?:{_WORD}){{0,3}}construction\b", "advance"),
        ("check", rf"(?:all )?{_FEW}{_HIDDEN}\b", "check for"),
        (
            "resettle",
            r"(?:stranded|stranding|trapped|evacuated|affected)\b|passengers\b|.*\bhit by\b",
            "find shelter for",
        ),
        ("resettle", r"(?:all )?(?:veterans|graduates|college graduates|laid-off)\b", "find jobs for"),
        (
            "understand",
            r"(?:(?:core|key) )*technolog|(?!.*\bof )(?:.* )?(?:skills?|methods|knowledge|know-how)\b",
            "master",
        ),
        ("understand", r"(?:the )?(?:situation|latest|movements|progress)\b|.*\bprogress$", "keep track of"),
        ("improve", r"(?:the )?value chains?$", "move up"),
        ("improve", rf"(?:{_WORD}){{0,2}}efficiency\b", "raise"),
    )
)


#: words of a long object
_LONG = 3
#: "speed up work on preliminary work of dams"
_WORK_ON = re.compile(r"([a-z-]+) work (?:of|on|for) (.+)")


def taking(verb: str, about: str) -> str:
    """Verb and object: in "give full play to a leading role" the verb is "fully play"."""
    if verb.endswith(" {} in depth") and about.count(" ") >= _LONG:
        return f"thoroughly {verb.removesuffix(' {} in depth')} {about}"  # behind the object it would be of the object
    if "{}" in verb:
        return verb.format(about)
    if verb.endswith(" job of"):  # a job of work of doing
        about = re.sub("^work of (?=[a-z]+ing )", "", about)
    if verb.endswith("work on") and (kind := _WORK_ON.match(about)):
        return f"{verb.removesuffix('work on')}{kind[1]} work on {kind[2]}"
    for said, of, better in _FOR_OBJECT:
        if verb.endswith(MARK + said) and of.match(about):
            verb = MARK.join((verb.removesuffix(MARK + said), better))
            break
    if about == "all work" and verb.endswith("work on"):
        return f"{verb.removesuffix('on')}in all areas"
    about = _ROLE_OF.sub("the ", about)
    if about.startswith(("a ", "an ")):
        verb = _PLAY.sub(lambda found: f"{_PLAYED[found[1]]}play", verb.replace(MARK, ""))
        verb = MARK + verb if not verb.startswith(("fully", "better", "effectively", "actively", "earnestly")) else verb
    return f"{verb} {about}"


#: "do a good job of work on" is "do good work on"
_JOB = re.compile(r"a ([a-z ,]+) job of$")
_JOB_TO_WORK = r"\1 "
#: "all work", "all work of relief"
_ALL_WORK = re.compile(r"all work(?: (?:of|on) (.+))?$")
#: "management work of hygiene" is management of hygiene
_WORK_OF = re.compile(r"^([a-z]+(?: and [a-z]+)?) work (?=(?:of|on) )")


def job_of(verb: str, noun: str, done: str, about: str) -> str:
    """Say "do a good job of" something: "rectifying problems" for "rectification of problems", "good work on relief".

    ``noun`` and ``done`` are the forms of the word that comes last in Chinese, ``done`` empty unless it is a verb.
    """
    verb = verb.replace(f"and {MARK}", "and ")
    about = re.sub(r"^work of (?=[a-z]+ing )", "", about)
    first, _, rest = about.partition(" for " if about.startswith("protection for ") else " of ")
    worked = _JOB.sub(_JOB_TO_WORK, verb)
    if about.startswith(("work on ", "work in ")):
        return f"{worked}{about}"
    if whole := _ALL_WORK.match(about):
        return f"{worked}work on all aspects of {whole[1]}" if whole[1] else f"{worked}work in all areas"
    if rest and done and first == noun and "{}" not in done:
        return f"{verb} {gerund(done)} {rest}"
    return f"{verb} {_WORK_OF.sub(_JOB_TO_WORK, about)}"
