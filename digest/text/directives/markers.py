"""Where a demand is marked: 要 and its kin, told from the words that merely contain them.

要 is a marker in 各单位要加强值守 and none in 重要, 要求, 主要, 只要 or inside quotation marks; 应 is one in 应当报告 and
none in 应急, 供应, 应报尽报. A clause is then one of four kinds, and the kind of its first demand clause decides
whether a sentence starts a new directive or elaborates the one before.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache

from digest import data
from digest.text.directives.owner import is_owner, is_topic, leading_owner, subject
from digest.text.directives.verbs import opens_verb_phrase
from digest.text.segment import mask

_CUES = data.sections("cues")
_YAO = (
    r"(?:(?<![重主需必首次紧摘提概扼简机索讨想险只就将若正快冲显切精枢纪纲政不])|(?<=[业店户船雇货车房]主))(?:一定|特别|尤其|均|都|也|更|还|既|又|仍)?要"
    r"(?![求素闻害义案塞么旨隘]|事(?![先前事])|点(?![对面])|件(?!件)|领(?![会导悟先取])|务(?![实必求])|道(?![路德])|职(?![责业能])|紧(?![盯扣抓密紧跟贴握急咬绷])|情(?!况)"
    r"|是(?!求)|不(?:要|然|紧|得)|看到(?:，|：|$))"
)
_YING = r"(?<![响相适供反效对呼回感顺因理])应(?:当|该)?(?![急对用有收邀约聘届试变付征诉战景声答允承力激酬运得尽]|.尽)"
_XU = r"(?<![亟急所必刚供军内特按无])需(?![要求方用])|(?<![必无])须(?![知眉])"
_FIXED = "|".join(
    ("(?<![来容少由舍怪顾要巴恨了见])" if w == "不得" else "")
    + re.escape(w)
    + ("(?![不已了]|而知)" if w == "不得" else "")
    for w in sorted(_CUES["marker"], key=len, reverse=True)
    if w not in {"须", "需"}
)
#: without one of these a clause has no marker
MAY_MARK = f"要应需须{''.join(sorted({w[0] for w in _CUES['marker']}))}"
_MAY_MARK = re.compile(f"[{MAY_MARK}]")
#: 也要 and 一定要 open with the word before 要
_MARKER = re.compile(rf"(?=[一特尤均都也更还既又仍{MAY_MARK}])(?:{_FIXED}|{_YAO}|{_YING}|{_XU})")
_NUMERAL = "一二三四五六七八九十"
_ORDINAL = re.compile(
    rf"(?P<number>[{_NUMERAL}]{{1,3}})(?P<word>要|是)(?![求])|(?P<first>首先|其次|再次|最后|第[{_NUMERAL}]{{1,2}})(?=[，要是、])"
)
_MAY_COUNT = frozenset(f"{_NUMERAL}首其再最第")
_PREPOSITIONS = data.Openings(
    (
        "按照",
        "根据",
        "针对",
        "围绕",
        "对照",
        "对标",
        "通过",
        "结合",
        "依托",
        "对于",
        "一旦",
        "发现",
        "遇到",
        "遇有",
        "出现",
        "凡是",
        "凡",
        "如果",
        "如",
        "若",
        "无论",
        "不论",
        "在",
        "对",
        "以",
        "从",
        "自",
        "为",
        "就",
        "随着",
        "面对",
        "于",
        "着眼",
        "立足",
        "与",
        "向",
        "把",
        "将",
        "除",
    )
)
#: 客流达到预警值，必须限流: a condition that is no appraisal
_WHEN = re.compile(
    r"^[^，要]{1,10}(?:达到|超过|低于|接到|不足)[^，]{1,10}$|^(?:未经|已经|凡是|违反|拒不)[^，]{2,16}的[^，]{0,8}$"
)
_BY_WHEN = re.compile(
    r"(?:20\d{2}年|[今明]年)?(?:\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)?|[年月]底|本周|[五十]一|春节|节)(?:之|以)?[前内]|[年月]内|即日起|每[年月周日季天]"
)
_BY = re.compile(r"(?<![经自理来缘会])由(?!于|此|来|衷|浅|表|大到|小到)")
_CONNECTIVE = re.compile(rf"(?:{data.alternation(_CUES['connective'])})(?!的)[，,]?")
_ACTIONS = data.Openings(_CUES["action"])
_MAY_CONNECT = frozenset(word[0] for word in _CUES["connective"])
#: 要实现…，还要付出…: the first 要 states a condition
_CONDITION = re.compile(r"要(?:想|实现|达到|完成|做到|确保|取得)[^，]*$")
_CONSEQUENCE = re.compile(r"(?:就|才|还|仍|则|先|必须|离不开|关键)")


#: 宣传引导作为关键环节, 教育是民生之基: a verb that is the subject of an appraisal
_APPRAISAL = re.compile(
    r"^(?!深刻|充分|清醒|牢记)(?:(?!把|将)[^，]){1,24}?(?:(?<!担当)(?<!所)作为|(?<![不凡于但还别其求])是(?!否)|发现[^，]{2,40}(?:问题|不足|短板|隐患|情况)$|事关|关乎|关系|意味着|已经?|已)"
)


#: 副县长|应海波参加会议: a name
_NAMED_YING = re.compile(
    r"[长记任员席]应[\u4e00-\u9fff]{1,2}(?:参加|出席|主持|带队|带领|率|陪同|讲话|强调|指出|要求|调研|检查|督导|深入|前往|实地|到|在|一行|介绍|表示|说)"
)
#: 查处要严: a heading whose subject is a verb
_BARE_LABEL = re.compile(
    r"^(?P<topic>[\u4e00-\u9fff]{2,6})(?<![不主重需只])要(?:[位准实严高强好全细紧快稳牢清明足先新到硬早]|果断|坚决|到位|有力|有序|迅速|过硬|扎实|精准)[。；]?$"
)


#: 关键是|要压实责任, 首要任务就是|要…: what follows is the demand
_MATTER_IS = re.compile(r"(?:[^，]{0,24}(?:关键|重点|核心|首要任务|当务之急|根本|重中之重)(?:就|还)?|首先|第一|)是$")
#: 拆墙过程中|应避开老树
_DURING = re.compile(r"(?:过程中|工作中|期间)$")
#: what stands before a marker and holds one of these is a sentence of its own
_STATES = re.compile(r"是|了|(?<![现所具原])有(?!关)|正在|已经?|能否|是否")
#: 维护稳定的任务依然繁重: how things are
_SITUATION = re.compile(
    r"(?:任务|形势|责任|压力|意义|作用|影响|矛盾|风险|难度|情况|工期|旱情|汛情|灾情|疫情|雨情)[^，]{0,6}"
    r"(?:繁重|严峻|艰巨|复杂|重大|深远|紧迫|迫切|巨大|突出|明显|凸显|紧张|严重|较大|很大|不小|不减)$"
    r"|(?:很|非常|十分|极其|极为|至关)重要$"
)
_IS = re.compile(
    r"^(?!深刻|充分|清醒|牢记)(?:(?!把|将)[^，]){1,24}?(?:(?<![不凡于但还别其求就])是(?!否)|事关|关乎|意味着)"
)
_HANGS_ON = re.compile(r"^(?:根基|关键|方向|核心|出路|根本|重点|潜力|优势|希望)在(?!于?.{0,6}[要把])")
#: without one of these a clause appraises nothing
_APPRAISES = re.compile("作为|是|发现|事关|关乎|关系|意味着|已")


class Kind(enum.Enum):
    """What a clause contributes to a demand."""

    MARKED = "opens with a marker, or an owner or topic and a marker"
    OWNED = "no marker, but an explicit owner who acts"
    ACTION = "no marker, opens with a verb phrase that can be carried out"
    FRAME = "a prepositional frame; the next clause decides"
    OTHER = "appraisal, situation or narrative"


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """A clause read for its demand."""

    kind: Kind
    marker: str | None = None
    #: what stands before the marker: owner, topic or frame
    prefix: str = ""
    owner: str | None = None
    #: what the marker governs may be a condition, as the next clause tells: 要实现…，还要…
    conditional: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Ordinal:
    """一要, 二是, 首先, 第三 at the start of a clause."""

    text: str
    #: one numeral, or the word itself
    number: str
    demands: bool


def connective_length(text: str) -> int:
    """How many characters of ``text`` are opening connectives (同时，特别是 …)."""
    end = 0
    while text[end : end + 1] in _MAY_CONNECT and (match := _CONNECTIVE.match(text, end)):
        end = match.end()
    return end


def ordinal(text: str) -> Ordinal | None:
    """The ordinal that opens ``text``, if any.

    >>> ordinal("二要加大力度"), ordinal("一是查隐患").demands, ordinal("一要求")
    (Ordinal(text='二要', number='二', demands=True), False, None)
    """
    match = _ORDINAL.match(text) if text[:1] in _MAY_COUNT else None
    if not match:
        return None
    number = match["number"] or match["first"].removeprefix("第")
    number = {"首先": "一", "其次": "二", "再次": "三"}.get(number, number)
    return Ordinal(text=match[0], number=number, demands=match["word"] == "要")


@lru_cache(maxsize=4096)  # a clause is asked about by several rules in a row
def read_clause(clause: str) -> Clause:
    """Say what a clause contributes.

    >>> read_clause("县防汛办要组织暗访").owner
    '县防汛办'
    >>> read_clause("创建工作要以必胜的信心抓好").kind is Kind.MARKED, read_clause("创建工作要以必胜的信心抓好").owner
    (True, None)
    >>> read_clause("这是一项重要工作").kind.name, read_clause("排查隐患").kind.name, read_clause("按照分工").kind.name
    ('OTHER', 'ACTION', 'FRAME')
    """
    bare = clause[connective_length(clause) :]
    masked = mask(bare)
    if "要" in masked and (label := _BARE_LABEL.match(masked)):
        return Clause(kind=Kind.MARKED, marker="要", prefix=label["topic"])
    if (found := ordinal(bare)) is not None and found.demands:
        return Clause(kind=Kind.MARKED, marker=found.text)
    start = len(found.text) if found else 0
    body, masked = bare[start:], masked[start:]
    return _read_marked(body, masked) or _read_unmarked(body, masked)


def read_before(clause: str, following: str) -> Clause:
    """Say what a clause contributes ahead of the clause ``following``: in 要实现…，|还要… the first 要 marks nothing."""
    read = read_clause(clause)
    if following.startswith("离不开"):
        return Clause(kind=Kind.OTHER)  # 企业要做大做强，|离不开信贷支持
    if not (read.conditional and _CONSEQUENCE.match(following)):
        return read
    bare = clause[connective_length(clause) :]
    bare = bare[len(found.text) :] if (found := ordinal(bare)) else bare
    return _read_unmarked(bare, mask(bare))


def _read_marked(body: str, masked: str) -> Clause | None:
    marker = _MARKER.search(masked) if _MAY_MARK.search(masked) else None  # 其次|要 is one, 次要 is none
    if not marker or (marker[0] == "应" and _NAMED_YING.match(masked, marker.start() - 1)):
        return None
    prefix = body[: marker.start()]
    if not _can_precede(prefix, weak=marker[0] in {"需", "须", "应"}):
        return None
    owner = subject(prefix)
    conditional = _CONDITION.match(masked, marker.start()) is not None
    return Clause(kind=Kind.MARKED, marker=marker[0], prefix=prefix, owner=owner, conditional=conditional)


def _read_unmarked(body: str, masked: str) -> Clause:
    if (_APPRAISES.search(masked) and _APPRAISAL.match(masked)) or is_situation(masked):
        return Clause(kind=Kind.OTHER)
    by = _BY.search(body) if "由" in body else None  # 涉密档案|由移交单位|先行审核
    if by and (owner := leading_owner(body[by.end() :], acts)):
        return Clause(kind=Kind.OWNED, owner=owner)
    asked = body.removeprefix("请")  # 请|各乡镇|抓紧上报
    if owner := leading_owner(asked, acts):
        return Clause(kind=Kind.OWNED, owner=owner)
    if body in _PREPOSITIONS or _WHEN.match(masked):
        return Clause(kind=Kind.FRAME)
    if by := _BY_WHEN.match(body):  # 10月底前|完成检修
        return Clause(kind=Kind.ACTION if opens_verb_phrase(body[by.end() :]) else Kind.OTHER)
    return Clause(kind=Kind.ACTION if acts(body) else Kind.OTHER)


def appraises(clause: str) -> bool:
    """True for 开放也是重要的营商环境 and 关键在科技创新: what something is, or what it hangs on.

    >>> appraises("这是今年的重点任务"), appraises("根基在实体经济"), appraises("加强基础研究")
    (True, True, False)
    """
    masked = mask(clause)
    return _IS.match(masked) is not None or _HANGS_ON.search(masked) is not None or is_situation(masked)


def is_situation(masked: str) -> bool:
    """True for 维护稳定的任务依然繁重."""
    return _SITUATION.search(masked) is not None


def is_condition(clause: str, following: str) -> bool:
    """True for 要确保安全，|还要付出努力: what follows says what it takes, and demands nothing.

    >>> is_condition("要确保安全", "还要付出努力"), is_condition("要确保安全", "必须落实责任")
    (True, False)
    """
    return _CONDITION.match(mask(clause)) is not None and following.startswith(("还", "仍", "才", "先"))


def acts(text: str) -> bool:
    """True if ``text`` opens with a verb, adverb or preposition of the [action] list."""
    return text in _ACTIONS or (text.startswith("请") and (text[1:] in _ACTIONS or opens_verb_phrase(text[1:])))


def _can_precede(prefix: str, *, weak: bool) -> bool:
    """Owner, topic, frame, adverb or nothing may stand before a marker; a verb phrase of its own may not.

    应, 须 and 需 are ``weak``: half of the words that hold them demand nothing (外需不足).
    """
    if not prefix or is_owner(prefix) or prefix in _PREPOSITIONS:
        return True
    if weak:
        return _DURING.search(prefix) is not None
    if is_topic(prefix) or _MATTER_IS.match(prefix):
        return True
    short = len(prefix) <= 80 and max(map(len, prefix.split("、"))) <= 30
    return short and not acts(prefix) and not _STATES.search(mask(prefix))
