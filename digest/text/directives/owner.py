"""Who is told to act: the explicit grammatical subject of a demand, and nothing else.

Topics (创建工作要…), targets (对落实不力的单位) and audiences are no owners; what cannot be told apart stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from digest import data
from digest.text.directives.verbs import holds_verb_and_object, opens_verb_phrase, tells

_CUES = data.sections("cues")
_OWNERS = data.Endings(_CUES["owner"])
_TOPICS = data.Endings(_CUES["topic"])
_ADVERBS = data.Endings(_CUES["adverb"])
#: 队员, 校长, 驾驶人; not 动员, 增长, 做人
_HOLDER = re.compile(r"(?<![动全超])员|(?<![增成生延拉擅])长|(?<![做待用育为老])人")
#: behind the owner itself: 县（市、区）, 村民们, 水利、农业等
_AFTER_OWNER = re.compile(r"(?:（[^）]{1,12}）)?[们等]?$")
_CALLED_SO = frozenset("老小")
#: 财政部门|一要…；二要…
_NUMERALS = tuple("一二三四五六七八九")
#: the last characters of owners, and of 管理员老谭: where one may end in a clause
_MAY_END = re.compile(f"[{''.join(sorted({word[-1] for word in _CUES['owner']} | set('员长人）们等')))}]|(?<=[老小]).")
_ADVERB_END = re.compile(rf"(?:{data.alternation(_CUES['adverb'])})+$")
#: 水库管理员老谭: an office and how the speaker calls its holder
_PERSON_END = re.compile(r"(?<=[员长工师任])[老小][\u4e00-\u9fff]$")
#: what makes an organ's name longer; never another verb and its object
_LONGER_NAME = re.compile(
    r"(?!会同|联合|指导|督促|配合|协助|协调|组织|通知|支持|向|对|报|把|将|按|与|和|、|由|在)[\u4e00-\u9fff]{1,10}(?:局|委|办|厅|室|院|部|处|科|站|所|队|中心|组|专班|机构|企业)$"
)
#: between an owner and what it does
_BETWEEN = re.compile(r"^(?:请|要|应|须|需|都|均|也|分别|同步|一律|重点|会同[^，]{2,16}?|立足[^，]{2,16}?)")
#: 各示范点, 每个网格: whoever they are, they are told
_EACH = re.compile(r"(?:每[个名一]|各(?![项类种自处方地样个环])|各地)(?:(?!每|日|月)[\u4e00-\u9fff、（）和]){1,16}$")
#: these open a topic, a target or a frame
_NO_OWNER_START = re.compile(
    r"请|对|按(?!摩)|[^各全每好良](?:好|牢|足|齐|准|紧|严|细)(?!的)|要求|就|把|将|在|从|以|为|按照|根据|针对|围绕|通过|结合|关于|随着|面对|让|使|由于|作为|只有|如果|若|凡|特别是对|加强|做好|抓好|推进|推动|落实|提高|深入|调集|动员|召集|召开|引导|鼓励|提醒|发动|带领|协调|联合|会同|邀请|倡导|进一步|开展|确保|坚持|通报|听取|正|已(?![^，的]{2,16}的)|仍|还|注重|充分|高度|全面|全力|切实|扎实|认真|积极|主动|持续|不断|严格|坚决|大力|聚焦|紧盯|突出|强化|深化|优化|完善|健全|建立|提升|增强|加大|加快|压实|夯实|筑牢|逐|备足|配齐|配强|亟|更好|靠前|年内|要(?!素)|必须|据|如|这|此|该|其(?!他|余)|只要|一手|离开|进入|返回|前往|\d+(?:个方面|[前后时:：])"
)
#: 各部门|在招商工作中, 各地|按照方案: what an owner is told ahead of the marker
_FRAMED = re.compile(
    r"^(?P<owner>[^，]{2,30}?)(?:在[^，]{2,30}(?:中|上|时|期间|方面|下|里|内|后|前)|(?:按照|根据|围绕|针对|结合|依据|对照|通过|对|从|就)[^，]{2,24}(?<!工作))$"
)
#: whatever they are in charge of: 招商引资项目责任单位, 隐患排查整治牵头部门
_IN_CHARGE = re.compile(r"(?:责任|牵头|主管|监管|成员|配合|实施|施工|经营|用人|参建)(?:单位|部门|企业|主体|人)$")
#: 申请毕业的|考生: whoever they are, the noun behind 的 is told
_RELATIVE = re.compile(r"(?:尚未|没有|未|已|有|(?:(?!是|作为)[^的，]){2,16})的(?P<who>[^的，]{2,8})$")
#: 节日期间|大家
_DURING = re.compile("[^，的]{2,8}期间(?=.)")
#: cities that are told; 城市 alone is what the demand is about
_CITIES = re.compile("(?:以上|省会|中心|单列|大中|中等|重点|试点|沿海|各)城市$")
_AND = re.compile("[、及和与]")
#: what joins two owners like 、
_AND_ALSO = re.compile("(?:特别|尤其)是|以及|包括")
_HOLDS_A_VERB = re.compile(
    r"是|了|使|让|仍|不(?!动产|良)|处于|正处|作为|促使|推动|确保|直接|向|把|将|对|表示|承诺|已经|正在|取得|受到|得到|属于|来自|发布|召开|举行|一律|设置|设立|悬挂|张贴|配备|配齐|备足"
)


def is_topic(prefix: str) -> bool:
    """True if the words name what the demand is about: 蓝天保卫战工作, 在管控上."""
    return without_adverb(prefix) in _TOPICS


def without_adverb(prefix: str) -> str:
    """The words without the adverbs that end them: 各单位|一定."""
    return _ADVERB_END.sub("", prefix) if prefix in _ADVERBS else prefix


def _ends_like_an_owner(words: str) -> bool:
    if words in _OWNERS:
        return True
    if words[-1] in "）们等":
        match = _AFTER_OWNER.search(words)
        words = words[: match.start()] if match and match.start() else words
    return words in _OWNERS or (words[-1] in "员长人" and _HOLDER.match(words, len(words) - 1) is not None)


def is_owner(prefix: str) -> bool:
    """True if the words before a marker name who shall act.

    >>> is_owner("各乡镇（街道）、责任部门"), is_owner("包保单位"), is_owner("创建国家卫生城市工作"), is_owner("对落实不力的单位")
    (True, True, False, False)
    """
    bare = _AND_ALSO.sub("、", without_adverb(prefix))
    if bare[-2:-1] in _CALLED_SO:
        bare = _PERSON_END.sub("", bare)
    if not 2 <= len(bare) <= 40 or _NO_OWNER_START.match(bare):
        return False
    if relative := _RELATIVE.match(bare):
        bare = relative["who"]  # 没有疫情的|学校
    return not _HOLDS_A_VERB.search(bare) and _names_owner(bare)


def subject(prefix: str) -> str | None:
    """Who shall act, of the words before a marker; a frame may stand between: 各部门|在招商工作中|要….

    >>> subject("各乡镇一定"), subject("全县各部门在招商工作中"), subject("防汛工作")
    ('各乡镇', '全县各部门', None)
    """
    if (timed := _DURING.match(prefix)) and is_owner(prefix[timed.end() :]):
        return without_adverb(prefix[timed.end() :])
    if prefix.endswith(_NUMERALS) and prefix[:-1] in _OWNERS and is_owner(prefix[:-1]):
        return prefix[:-1]
    if is_owner(prefix):
        return without_adverb(prefix)
    framed = _FRAMED.match(prefix)
    return framed["owner"] if framed and is_owner(framed["owner"]) else None


def standing_owner(clause: str) -> str | None:
    """The owner that is a clause of its own: 任务重的县，|抓紧…; 各业务部门作为牵头单位，|要….

    >>> standing_owner("各业务部门作为牵头单位"), standing_owner("作为牵头单位")
    ('各业务部门', None)
    """
    who = clause.partition("作为")[0]
    return who if is_owner(who) else None


def _names_owner(bare: str) -> bool:
    ends = _ends_like_an_owner(bare) and not (bare.endswith("城市") and not _CITIES.search(bare))
    if not ends and (not _EACH.match(bare) or is_topic(bare)):
        return False
    if _IN_CHARGE.search(bare):
        return True
    parts = _AND.split(bare)
    return not any(holds_verb_and_object(part[3:] if part.startswith("各") else part) for part in parts)


def leading_owner(clause: str, acts: Callable[[str], bool]) -> str | None:
    """The owner that opens an unmarked clause, if what follows it acts: 各基础电信企业|向…推送.

    >>> leading_owner("县委县政府将按照规定追责", lambda rest: rest.startswith("将"))
    '县委县政府'
    """
    if _NO_OWNER_START.match(clause):
        return None
    found = None
    for end in _possible_ends(clause):
        owner = clause[:end]
        bare = _PERSON_END.sub("", owner) if owner[-2] in _CALLED_SO else owner
        if len(bare) < 2 or bare[-1] == "、" or owner in _ADVERBS or not _names_owner(bare) or tells(clause[end:]):
            continue
        if found is None:
            known = end >= 3 and not acts(owner) and opens_verb_phrase(clause[end:])
            found = owner if known or _then_acts(clause[end:], acts) else None
        elif _LONGER_NAME.match(clause[len(found) : end]) and opens_verb_phrase(clause[end:]):
            found = owner  # 县政府|教育督导室: the first organ is part of the name of the second
    return found


def _possible_ends(clause: str) -> Iterable[int]:
    """Where an owner that opens the clause can end: ahead of its first verb, with at least two characters left."""
    verb = _HOLDS_A_VERB.search(clause, 0, 42)
    last = min(len(clause) - 2, verb.start() if verb else 39, 40)
    if clause.startswith(("各", "每个", "每名", "每一")):
        return range(2, last + 1)
    return (match.end() for match in _MAY_END.finditer(clause, 1, last))


def _then_acts(rest: str, acts: Callable[[str], bool]) -> bool:
    return acts(rest) or acts(_BETWEEN.sub("", rest))
