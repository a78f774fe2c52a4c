"""What English says of a verb and its object together: responsibility is fulfilled, barriers are broken down."""

from __future__ import annotations

import re

from digest.translate.officialese.words.morphology import MARK, gerund, is_plural, one_of_many, parted

_WORD = r"[a-z'-]+ "
_FEW = rf"(?:(?!of ){_WORD}){{0,3}}"
_NONE_TO_TWO = rf"(?:{_WORD}){{0,2}}"
#: what is checked for, and not merely checked
_HIDDEN = (
    r"(?:hazards?|dangers?|risks?(?! points)|problems?|disputes|conflicts|loopholes|leaks?|violations|offences|"
    r"signs|clues|leads|weak spots|"
    r"weak links|weaknesses|faults|defects|irregularities|bottlenecks|shortcomings|causes|corruption)"
)
_HOMELESS = r"(?:stranded|trapped|evacuated|affected)\b|passengers\b|.*\bhit by\b"
_LEARNT = r"(?:(?:core|key) )*technolog|(?!.*\bof )(?:.* )?(?:skills?|methods|know-how)\b|(?:.* )?knowledge\b"
_COMPANY = r"(?:(?:the|micro|small|private|and) )*(?:companies|residents|economy|grassroots)\b(?!')"
_ABLE = "capacity|ability|abilities|skills|competence"
_WATERS = r"(?:rivers?|river courses|lakes?|waters?|the environment|streets)\b"
_DEED = r"(?:tackling|preventing|solving|fitting|curbing|clearing|making|bringing|turning)\b"
_DEVISED = "(?:methods|measures|models|approaches|scenarios|products|mechanisms|ways|forms|platforms)"
_HELD = "(?:events|activities|meetings?|exhibitions?|festivals?|games|fairs?|expos?)"
_SOLVED = "problem|difficult|issue|puzzle|question"

_PLAY = re.compile(r"give (?:(full|better|effective) )?play to")
_PLAYED = {"full": "fully ", "better": "better ", "effective": "effectively ", None: ""}


#: the role of something is a known one
_ROLE_OF = re.compile(r"\ban? (?=[a-z ]+ role of )")
#: verbs that English does not say of all that Chinese does: the verb, what the object is like, the better verb
_FOR_OBJECT = tuple(
    (verb, re.compile(of), better)
    for verb, of, better in (
        ("strive for", r"(?:the )?[A-Z][a-z]+ [A-Z]", "strive for the title of"),
        ("highlight", r"(?:the )?(?:key|priority) (?!role)[a-z]+s\b|(?:[a-z]+ )?priorities\b", "focus on"),
        ("grasp", r"(?:the )?(?:strategic|functional) positioning\b", "keep to"),
        (
            "implement",
            r"(?:the )?(?:[a-z]+ )*responsibilit(?:y|ies) of |[a-z ]+s' (?:[a-z]+ )?responsibilit",
            "enforce",
        ),
        ("implement", r"(?!.* systems?\b)(?:[a-z']+(?:-[a-z]+)? ){0,3}responsibilit(?:y|ies)\b", "fulfil"),
        (
            "implement",
            r"(?:the )?(?:supply|safeguards|protection|services|support(?! polic)|funding|funds)\b",
            "ensure",
        ),
        ("implement", r"(?!.* (?:of|for) ).*\b(?:teams|personnel|forces|supplies)$", "arrange"),
        ("implement", r"the (?:two|three|four|five) responsible persons\b", "assign"),
        ("implement", r"(?:[a-z-]+ ){0,2}(?:staff|persons|people|workers|officers|guards|posts)\b", "assign"),
        ("implement", r"(?:[a-z]+ )?(?:land|sites)\b", "provide"),
        ("implement", r"(?!.* of )(?:[a-z-]+ )*(?:funds|funding|spending|investment|loans|capital)$", "secure"),
        ("implement", r"(?:the )?time$", "fix"),
        ("implement", r"(?:all )?(?:[a-z-]+ ){0,3}duties\b", "fulfil"),
        ("propose", r"(?:[a-z]+ )*requirements\b", "set out"),
        ("defuse", r"(?:[a-z-]+ )*(?:petitions|complaints|cases)\b", "resolve"),
        ("expropriate", r"(?:the )?(?:[a-z-]+ )*(?:tax(?:es)?|fees|charges|levies|contributions|dues)\b", "collect"),
        ("vaccinate", r"(?:[a-z0-9-]+ )*vaccines?\b", "receive"),
        ("block", r"(?:[a-z-]+ )*(?:loopholes|leaks)\b", "plug"),
        ("gear work to", _COMPANY, "reach out to"),
        ("fight", r".*\b(?:measures|package)\b", "make good use of"),
        ("implement", r"(?:all )?projects\b", "carry out"),
        ("implement", r"(?:the )?(?:fundamental )?tasks?\b", "carry out"),
        ("implement", r"(?:the )?guiding principles\b", "act on"),
        ("open up", r"(?:(?:all|service|key) )*bottlenecks\b", "clear"),
        ("open up", r"(?:[a-z]+ )?barriers\b", "break down"),
        ("drive", rf"(?:a number of )?{_FEW}(?:items|measures|policies|projects|tasks)\b", "advance"),
        ("drive", rf"(?:the )?(?:{_WORD}){{0,3}}construction\b", "advance"),
        ("check", rf"(?:all (?:kinds of )?)?{_FEW}{_HIDDEN}\b", "check for"),
        ("resettle", r"the lives of\b", "make arrangements for"),
        ("resettle", _HOMELESS, "find shelter for"),
        ("resettle", r"(?:all )?(?:veterans|graduates|college graduates|laid-off)\b", "find jobs for"),
        ("understand", _LEARNT, "master"),
        ("understand", r"(?:the )?(?:situation|latest|movements|progress)\b|.*\bprogress$", "keep track of"),
        ("achieve", r"(?:the )?(?:[a-z]+ )?mission\b", "fulfil"),
        ("complete", r"(?:the )?(?:[a-z]+ )?mission\b", "fulfil"),
        ("raise", r"(?:the )?(?:[a-z-]+ ){0,4}systems?\b", "improve"),
        ("raise", r".*\bawareness and (?:capacity|skills|ability|competence)\b", "improve"),
        ("increase", r".*\bawareness and (?:capacity|skills|ability|competence)\b", "improve"),
        ("raise", r"(?:the )?commitment\b", "strengthen"),
        ("raise", r"(?:the )?(?:[a-z]+ )?(?:enthusiasm|initiative|morale|willingness)\b", "boost"),
        ("increase", r"(?:the )?commitment\b", "strengthen"),
        ("break", r"(?:[a-z]+ )*(?:models|patterns|conventions|routines|practices|ways of thinking)\b", "break with"),
        ("adapt to", r"(?:the )?(?:new )?(?:expectations|demands|wishes|hopes|needs)\b", "respond to"),
        ("make up for", r"(?:.* )?weak (?:spots|links|areas)\b", "shore up"),
        (
            "innovate in",
            rf"(?:[a-z-]+ (?:and )?){{0,3}}{_DEVISED}\b",
            "develop new",
        ),
        ("strengthen", r"(?:the )?(?:commitment|will|drive) to\b", "foster"),
        ("clarify", r"(?:[a-z-]+ ){0,3}(?:bodies|parties|operators|organisers|suppliers|providers)$", "specify"),
        ("implement", r"responsible parties\b", "identify"),
        ("implement", r"a file for each\b", "keep"),
        ("publish", r"(?:[a-z-]+ ){0,3}bodies$", "publish the list of"),
        ("carry out", r"dedicated discussions\b", "hold"),
        ("carry forward", r"(?:[a-z,]+ )*norms\b", "promote"),
        ("cultivate", r"(?:[a-z,]+ )*norms\b", "foster"),
        ("raise", rf"{_NONE_TO_TWO}(?:quality|{_ABLE})\b", "improve"),
        ("increase", rf"(?!.*(?:production|transport|storage)){_NONE_TO_TWO}(?:{_ABLE})\b", "improve"),
        ("increase", r"(?:[a-z]+ )?confidence\b", "boost"),
        ("increase", r"(?:the )?(?:sense of (?!gain|fulfil|happ|sec)|Party spirit\b)", "strengthen"),
        ("increase", rf"{_NONE_TO_TWO}awareness\b", "raise"),
        ("increase", rf"{_NONE_TO_TWO}thinking\b", "strengthen"),
        ("strengthen", rf"{_NONE_TO_TWO}awareness\b", "raise"),
        ("strengthen", r"understanding\b", "deepen"),
        ("deepen", r"(?:the )?improvement of\b", "press ahead with"),
        ("improve", r"formalities\b", "complete"),
        ("improve", rf"{_NONE_TO_TWO}(?:visibility|satisfaction)\b", "raise"),
        ("drive", r"(?:all )?work$", "advance"),
        (
            "drive",
            r"(?:[a-z-]+ )?(?:reading|use|sharing|learning)\b|(?:wider|lighter|higher|faster|closer) ",
            "promote",
        ),
        (
            "raise",
            r"(?!.*standards)(?:[a-z-]+ ){0,2}(?:control|supervision|oversight|publicity|support|enforcement)\b",
            "step up",
        ),
        ("strengthen", r"wider use\b", "promote"),
        (
            "do",
            rf"(?:all kinds of )?(?:(?!of )[a-z-]+ ){{0,3}}{_HELD}\b",
            "hold",
        ),
        ("form", r"(?:[a-z-]+ )*ways of (?:life|living|production)\b", "foster"),
        ("move", r"(?:[a-z]+ ){0,2}(?:people|residents|households)\b", "evacuate"),
        ("increase", r"(?:[a-z-]+ )*resilience\b", "strengthen"),
        ("keep", r"high alert\b", "stay on"),
        ("implement", r"(?:[a-z']+ )*(?:pay|wages|benefits)$", "ensure"),
        ("implement", r"(?:the )?(?:correction|rectification)\b", "carry out"),
        ("ensure", r"(?:[a-z'-]+ )*rights(?: and interests)?$", "protect"),
        ("declare", r"(?:[a-z-]+ )*(?:projects|titles|funds|funding|awards|status)\b", "apply for"),
        ("regulate", r"(?:[a-z-]+ )+order$", "improve"),
        ("strengthen", r"reminders\b|(?:[a-z]+ ){1,2}reminders$", "step up"),
        ("increase", r"(?:the )?(?:[a-z]+ ){0,2}functions\b", "strengthen"),
        ("do", r"(?:[a-z-]+ ){0,2}(?:schools?|universities|kindergartens|canteens|hospitals)\b", "run"),
        ("do", r"(?:[a-z-]+ ){0,2}(?:games|meets)\b", "hold"),
        ("clean up", r"(?:[a-z]+ )?(?:thresholds|barriers)\b", "remove"),
        ("advocate", r"(?:[a-z]+ )*ways of life\b", "promote"),
        ("carry out", r"(?:reminders|support|help)\b", "give"),
        ("reflect", r"(?:[a-z']+ )*(?:problems|opinions|suggestions|demands|views|difficulties)\b", "report"),
        ("carry out", r"action\b", "take"),
        ("carry out", r"democratic centralism\b", "practise"),
        ("clean up", r".*\b(?:order|appearance)$", "improve"),
        ("carry out", r"(?:(?:all|the) )*(?:[a-z]+ )?(?:rules|provisions|discipline|deadlines)$", "observe"),
        ("carry out", r"(?:the |all )?(?:[a-z-]+ ){0,4}systems?\b", "implement"),
        ("form", r"(?:strong )?joint efforts\b", "build up"),
        ("form", r"(?:[a-z]+ )*habits\b", "develop"),
        ("set up", r"(?:[a-z]+ )*(?:indicators|criteria|goals|targets|thresholds)\b", "set"),
        ("carry out", rf"(?:the )?{_FEW}(?:strategy|strategies|measures|policies|policy)\b", "implement"),
        ("carry through", r"(?:the )?spirit\b|(?:the )?guiding principles\b", "act on"),
        ("give play to", r"(?:[a-z]+ )?forces\b", "draw on"),
        ("consolidate", rf"(?:{_WORD}){{0,3}}responsibilit", "enforce"),
        ("build", rf"(?:the )?(?:{_WORD}){{0,3}}bottom line\b", "hold"),
        ("build", r"modernisation\b", "pursue"),
        ("ensure", r"(?:the )?(?:[a-z'-]+ ){0,4}(?:demand|needs)\b", "meet"),
        ("form", r"(?:an? |the )?(?:[a-z]+ )?deterren", "create"),
        ("improve", r"(?:the )?(?:gains|results|achievements)\b", "build on"),
        ("declare", r"(?:[a-z-]+ ){0,3}patents?\b", "apply for"),
        ("close", r"(?:[a-z']+ ){0,3}(?:demands|requests)\b", "deal with"),
        ("hand out", r"(?:[a-z' ]+ )?(?:pay|wages|pensions|subsidies|allowances|benefits)\b", "pay"),
        ("hand out", r"(?:[a-z' -]+ )?loans\b", "issue"),
        ("do", r"(?:[a-z' -]+ )?(?:projects|services|care)$", "deliver"),
        ("do", r"(?:the )?[A-Z][A-Za-z ]*(?:Fair|Games|Expo|Forum|Conference|Summit|Festival)$", "run"),
        ("strengthen", r"self-improvement\b", "step up"),
        ("start from", r"(?:[a-z' -]+ )?(?:advantages|strengths|resources|endowments)$", "build on"),
        ("solve", rf"{_FEW}(?:conflicts|disputes|contradictions)\b", "resolve"),
        ("solve", rf"(?!.*(?:{_SOLVED}))", "address"),
        ("form", r"(?:[a-z]+ )?consensus\b", "build"),
        ("form", rf"(?:an? )?{_FEW}(?:mechanism|system)s?\b", "set up"),
        ("form", r"(?:[a-z]+ )?(?:reports?|plans?|lists?)\b", "produce"),
        ("form", r"(?:more )?work\b", "get"),
        ("form", r"(?:[a-z-]+ )*results\b", "produce"),
        ("dispatch", r"(?:[a-z]+ )*(?:reservoirs|dams|gates|pumping stations|water conservancy works)\b", "operate"),
        ("break", r"(?:[a-z]+ )*silos\b", "break down"),
        ("drive", _DEED, "move ahead with"),
        ("push forward", _DEED, "move ahead with"),
        ("raise", r"effective use\b", "promote"),
        ("temper", r"(?:[a-z-]+ )*(?:conduct|style of work)\b", "foster"),
        ("tap", r"(?:[a-z-]+ )*(?:deeds|stories|cases|examples|traditions)\b", "bring to light"),
        ("strengthen", r"mission and responsibilities\b", "strengthen the sense of"),
        ("strengthen", r"stable (?:supply|prices)\b", "ensure"),
        ("tackle", rf"{_NONE_TO_TWO}{_WATERS}", "clean up"),
        (
            "dispatch",
            r"(?:the )?(?:water|flood control|hydropower) (?:projects|works|stations)\b|reservoirs\b",
            "operate",
        ),
        ("dispatch", r"(?:[a-z]+ )?(?:projects|work|progress|tasks)\b", "check progress on"),
        ("dispatch", r"(?:[a-z]+ )?(?:resources|funds)\b|water\b", "allocate"),
        ("regulate", rf"{_FEW}(?:procedures?|process(?:es)?|approaches|terms|formats?|wording|signs)\b", "standardise"),
        ("dig deep into", r"(?:[a-z]+ )*(?:highlights|features)\b", "bring out"),
        ("grasp", r"(?:the )?progress\b", "keep track of"),
        ("pay close attention to", r"understanding$", "deepen"),
        ("highlight", r"an? [a-z-]+ approach\b", "take"),
        ("strengthen", r"an? [a-z-]+ approach\b", "take"),
        ("ensure", r"(?:the new|high-quality) development\b", "safeguard"),
        ("strengthen", r"construction of\b|(?:[a-z-]+ )?construction$", "step up"),
        ("improve", r"(?:the )?value chains?$", "move up"),
        ("improve", rf"{_NONE_TO_TWO}efficiency\b", "raise"),
    )
)


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
    for said, like, better in _FOR_OBJECT:
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
_GOOD_JOB = f"{MARK}do a good job of"
_ENSURED = "supply|(?:basic )?living support|support|services|safeguards|security|implementation|reserves|stocks"
_FOR_GOOD_JOB = (
    (re.compile(r"all (?:[a-z-]+ ){0,2}preparations\b"), "make"),
    (re.compile(r"(?:(?!of |for )[a-z-]+ ){0,3}preparations\b"), "make good"),
    (re.compile(rf"(?:the )?(?:[a-z]+ )?(?:{_ENSURED})\b"), "ensure"),
    (re.compile(r"stable (?:[a-z]+ )?(?:supply|prices)\b"), "ensure"),
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
    better = next((said for of, said in _FOR_GOOD_JOB if of.match(about)), "") if verb.endswith(_GOOD_JOB) else ""
    if better:
        verb = f"{verb.removesuffix(_GOOD_JOB)}{MARK}{better}"
    return " ".join((verb, _WORK_OF.sub(r"\1 ", about)))
