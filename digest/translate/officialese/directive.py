"""A directive in English by rule: whole, or in those of its clauses that are certain.

What is left out is marked, and nothing is told whose sense could hang on what is left out: a condition, a negation, a
person that a clause is said of.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from digest.translate.officialese.clause import clause_en, fragment_en
from digest.translate.officialese.either import either_en
from digest.translate.officialese.notices import notice_en
from digest.translate.officialese.reporting import reported, says_first
from digest.translate.officialese.words.lexicon import HAN

_SEPARATORS = re.compile(r"([，,；;：:。！!])")
#: where what is said of somebody ends
_STOPS = frozenset("；;。！!")
#: 严禁焚烧秸秆，销售爆竹: nobody can tell whether what follows is forbidden too
_FORBIDDEN_ON = re.compile(
    r"(?:严禁|禁止|不得|不准|不许|不能|不要)[^，,；;。]+[，,](?!要|必须|应|需|务必|确保|由|严禁|禁止|不得|不准|不许|不能|不要|切实|坚决|加强|强化"
    r"|[^，,；;。]{2,}(?:控制在|不超过|不少于|不低于|不得|不准|要(?!求|点|素)|必须|应当|由))"
)
#: what is left out may decide what the rest means: a negation, a condition, an exception, an example, a reported speech
_DECIDES = re.compile(
    r"不(?!断)|[无非勿未禁]|如[果有遇]|若|凡|一旦|倘|除|只(?!争朝夕)|仅|否则|避免|杜绝|防止|严防|拒绝|以免|而是|"
    r"[说表]示|指出|认为|试行|暂[停缓]|原则上|例外|以外|之外|特殊情[况形]|[是能可]否|逾期|超期|视情|酌情|欢迎|祝愿|"
    r"条件(?:成熟|允许|具备)|^遇[到有]?.{0,6}$|(?:的|者|时|后|前|外|情况下|之下)$"
)
#: 但严禁捆绑销售: what it limits
_LIMITS = re.compile(r"^(?:但|然而|不过|却)")
#: 各区要…: what follows is theirs
_OF_SOMEBODY = re.compile(
    r"^(?![对在以把将从])[^要]{2,}(?<![主重首必需只想还都就也又纲次简摘概提])(?:要(?![求点素闻务领道紧件害])|应当|应该|必须)"
)
#: 对违规企业…: what follows is done to them; 例如…: what follows is an example too
_TO_SOMEBODY = re.compile(
    r"^(?:对|对于|针对).*(?:单位|企业|行业|机构|场所|车辆|产品|人员|行为|项目|地区|部门|干部|户|案件|线索|群众|群体|对象)$|^(?:[例比]如|譬如)"
)
#: what points to a clause before, and a predicate of what stands before it
_POINTS_BACK = re.compile(r"^but |^make it\b|\bto this$|\bboth so\b|^(?:take effect|bear fruit)")
#: 督促银行…, 电网公司尽快…: what follows is done by others, who are no office
_BY_OTHERS = re.compile(
    r"^(?:要|并|应|积极|切实|大力)*(?:督促|引导|要求|支持|组织|鼓励|指导|动员|推动)(?!.{0,3}(?:力度|体系|工作$))"
    r"|(?:^|强调|指出|提出)(?![对在以把将从为]|围绕|按照)[^要]{0,10}(?:企业|公司|银行|[^构]机构|医院|经营者|业主|商户|用户|市民|居民|群众|公众|旅客|游客|乘客|家长|学生"
    r"|驾驶人|驾驶员|司机|车主|家庭|个人|农户|(?:施工|建设|监理|生产|经营|使用|用人|运营|设计|养殖|供货|物业)单位|商场|超市|酒店|宾馆|饭店|门店)(?:要|应|须|必须|务必|需|尽快|及时|积极|主动|严格|认真|切实|全面|不得)"
)
#: what the addressees do, whoever was got to do what stands before
_BY_THEM = re.compile(r"^(?:要|应|须|必须|务必|确保|不得|严禁|切实|坚决|各)")
#: 让居民…: who does what follows, unless it begins as what officials do
_LETS = re.compile(r"^(?:并|从而|切实|真正|努力|更好)?[让使]")
_STARTS_ANEW = re.compile(r"^(?:以|要|真正|切实|维护|不断|持续|确保|推动|全力|努力|着力|加强)")
#: a sentence that tells what has come about, and one that asks for something
_REPORTS = re.compile(
    r"(?<![为除])了(?![解然望])|焕然一新|势头(?:良好|强劲|向好)|呈现|以来[，,]|近年来[，,]|去年|伊始|纷纷|涌现|创历史|同比|派出|主持召开|考察[，,]|之年[，,]|总书记(?:深入|来到|强调)|已[经有在]?[一-鿿]{2}"
)
_ASKS = re.compile(r"(?<![主重首需想])要(?!求|点|素)|必须|务必|应当|应该|须|不得|确保")
_SENTENCE = re.compile(r"[^。！!；;]*[。！!；;]?")
_OMITTED = "…"
#: how a fragment begins that says something by itself
_ALONE = re.compile(
    r"(?:in|from|during|through|regarding|focusing|according|relying|on the|while|when|under|to|as|with"
    r"|if|where|before|after|once|at|for those who) "
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A clause, and its English where that is certain."""

    zh: str
    #: empty when it is left out
    en: str
    #: it belongs to the clause behind it
    leads: bool = False
    #: the sentence ends with it
    ends: bool = False
    #: who says what follows
    says: bool = False


#: the number of a point: 二、各地要…; 三、四线城市 are no points
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[、.．](?!\d))(?=.{3})"
)
#: “谁主管，谁负责”: its comma ends no clause
_WHOEVER = re.compile("(“谁[^“”，]{1,6})，(?=谁[^“”，]{1,6}”)")


def _read(clause: str, mark: str) -> list[Part]:
    """The clause, or who says it and what is said."""
    clause = _NUMBERED.sub("", clause)
    if says := reported(clause):
        return [Part(zh=clause, en=says, leads=True, says=True)]
    parted = says_first(clause)
    if parted and clause_en(parted[1]):
        return [part for piece in parted for part in _read(piece, mark)]
    english, ends = notice_en(clause) or clause_en(clause) or either_en(clause), mark in _STOPS
    if english is not None:
        return [Part(zh=clause, en=english, ends=ends)]
    return [Part(zh=clause, en=fragment_en(clause) or "", leads=True, ends=ends)]


def _parts(text: str) -> list[Part]:
    if _FORBIDDEN_ON.search(text):
        return []
    return [part for sentence in _SENTENCE.findall(text.strip()) for part in _of_sentence(sentence)]


def _of_sentence(sentence: str) -> list[Part]:
    """Its clauses; of a report nothing is told, since it would read as a demand."""
    clauses = _SEPARATORS.split(_WHOEVER.sub(r"\1、", sentence))
    marked = [(clause, mark) for clause, mark in zip(clauses[::2], [*clauses[1::2], ""], strict=True) if clause]
    marked = _with_target(marked)
    if _REPORTS.search(sentence) and not _ASKS.search(sentence):
        return [Part(zh=clause, en="", leads=True, ends=mark in _STOPS) for clause, mark in marked]
    return [part for clause, mark in marked for part in _read(clause, mark)]


#: 对违规行为，(依法处理): on whom or what the next clause acts
_TARGET = re.compile(r"^(?:对于?)[^对]{2,14}(?<!的)$")


def _with_target(marked: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """``对违规行为，依法处理`` as one clause where it reads as one."""
    for at, ((target, _), (act, mark)) in enumerate(itertools.pairwise(marked)):
        if _TARGET.match(target) and not clause_en(target) and clause_en(whole := target + act):
            return [*marked[:at], (whole, mark), *_with_target(marked[at + 2 :])]
    return marked


def _stands_alone(parts: list[Part]) -> bool:
    """``按照会议要求`` and nothing else: nobody's, and no mere manner."""
    return len(parts) == 1 and (parts[0].says or _ALONE.match(parts[0].en) is not None)


def gloss(text: str) -> str | None:
    """English for a whole directive, or None unless every clause of it is certain.

    >>> gloss("要加强动态监管")
    'Strengthen dynamic supervision'
    >>> gloss("要加强某某监管") is None
    True
    """
    parts = _parts(text)
    if (
        not parts
        or (parts[-1].leads and (text[-1] in "，,、" or not _stands_alone(parts)))
        or not all(part.en for part in parts)
    ):
        return None
    return _joined(parts)


def _theirs(parts: list[Part]) -> list[Part]:
    """Without what is said of somebody who is left out, up to the end of the sentence, or points to what is."""
    told: list[Part] = []
    theirs = named = others = False
    for part in parts:
        whose = " should" in part.en or " must" in part.en
        if not part.en:
            theirs = theirs or bool(_TO_SOMEBODY.match(part.zh)) or (named and bool(_OF_SOMEBODY.match(part.zh)))
            others = others or bool(_BY_OTHERS.search(part.zh))
        after = told[-1] if told and not told[-1].en else Part(zh="", en="")
        lets = _LETS.match(after.zh) and not _STARTS_ANEW.match(part.zh)
        points = after.zh and (_POINTS_BACK.search(part.en) or lets)
        theirs, named = theirs and not whose, named or whose
        others = others and not (part.en and (whose or _BY_THEM.match(part.zh)))
        told.append(replace(part, en="") if theirs or others or points else part)
        theirs, others = theirs and not part.ends, others and not part.ends
    return told


def _without_loose(parts: list[Part]) -> list[Part]:
    """What leads to a clause that is left out is left out with it."""
    told = list(parts)
    for index in range(len(told) - 1, -1, -1):
        part, behind = told[index], told[index + 1] if index + 1 < len(told) else None
        if part.leads and (behind is None or not (behind.en or part.says)):
            told[index] = replace(part, en="", says=False)
    return told


def gloss_in_part(text: str) -> tuple[str, str] | None:
    """(English with … where clauses are left out, those clauses), or None.

    >>> gloss_in_part("要加强动态监管，某某到位，坚决守住底线")
    ('Strengthen dynamic supervision; …; resolutely hold the bottom line', '某某到位')
    >>> gloss_in_part("某某未整改的，要加强动态监管") is None
    True
    """
    parts = _without_loose(_theirs(_without_loose(_parts(text))))
    omitted = [part.zh for part in parts if not part.en]
    limited = any(_LIMITS.match(part.zh) and not part.en for part in parts[1:])
    if all(part.says for part in parts if part.en) or limited or any(map(_DECIDES.search, omitted)):
        return None
    said = _joined(parts)
    return (said, "，".join(omitted)) if said else None


def _joined(parts: list[Part]) -> str | None:
    said, joint = "", ""
    for part in parts:
        if not part.en and said.endswith(_OMITTED):
            continue
        said = f"{said}{joint}{part.en or _OMITTED}"
        joint = ": " if part.says else ", " if part.leads and part.en else "; "
    start = len(_OMITTED) + 2 if said.startswith(_OMITTED) else 0
    return None if HAN.search(said) else said[:start] + said[start : start + 1].upper() + said[start + 1 :]
