"""Who is told to act: the explicit grammatical subject of a demand, and nothing else.

Topics (创建工作要…), targets (对落实不力的单位) and audiences are no owners; what cannot be told apart stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from digest import data

_CUES = data.sections("cues")
_OWNER_END = re.compile(rf"(?:{data.alternation(_CUES['owner'])})(?:（[^）]{{1,12}}）)?(?:们|等)?$")
_TOPIC_END = re.compile(rf"(?:{data.alternation(_CUES['topic'])})$")
_ADVERB_END = re.compile(rf"(?:{data.alternation(_CUES['adverb'])})+$")
#: 各示范点, 每个网格: whoever they are, they are told
_EACH = re.compile(r"(?:各(?![项类种自处方地样个环])|各地)[\u4e00-\u9fff、（）和]{1,24}$")
#: these open a topic, a target or a frame
_NO_OWNER_START = re.compile(
    r"对|要求|就|把|将|在|从|以|为|按照|根据|针对|围绕|通过|结合|关于|随着|面对|让|使|由于|作为|只有|如果|若|凡|特别是对|加强|做好|抓好|推进|推动|落实|提高|深入|调集|动员|召集|召开|引导|鼓励|发动|带领|协调|联合|会同|邀请|倡导|进一步|开展|确保|坚持|通报|听取|正|已|仍|还|注重|充分|高度|全面|全力|切实|扎实|认真|积极|主动|持续|不断|严格|坚决|大力|聚焦|紧盯|突出|强化|深化|优化|完善|健全|建立|提升|增强|加大|加快|压实|夯实|筑牢"
)
_HOLDS_A_VERB = re.compile(
    r"是|了|使|让|促使|推动|确保|直接|向|把|将|对|表示|承诺|已经|正在|取得|受到|得到|属于|来自|发布|召开|举行"
)


def is_topic(prefix: str) -> bool:
    """True if the words name what the demand is about: 蓝天保卫战工作, 在管控上."""
    return _TOPIC_END.search(_ADVERB_END.sub("", prefix)) is not None


def is_owner(prefix: str) -> bool:
    """True if the words before a marker name who shall act.

    >>> is_owner("各乡镇（街道）、责任部门"), is_owner("包保单位"), is_owner("创建国家卫生城市工作"), is_owner("对落实不力的单位")
    (True, True, False, False)
    """
    bare = _ADVERB_END.sub("", prefix)
    if not 2 <= len(bare) <= 40 or _NO_OWNER_START.match(bare) or _HOLDS_A_VERB.search(bare):
        return False
    return _OWNER_END.search(bare) is not None or (_EACH.match(bare) is not None and not is_topic(bare))


def leading_owner(clause: str, acts: Callable[[str], bool]) -> str | None:
    """The owner that opens an unmarked clause, if what follows it acts: 各基础电信企业|向…推送.

    >>> leading_owner("县委县政府将按照规定追责", lambda rest: rest.startswith("将"))
    '县委县政府'
    """
    for end in range(2, min(len(clause) - 1, 40)):
        owner = clause[:end]
        if is_owner(owner) and _ADVERB_END.sub("", owner) == owner and _then_acts(clause[end:], acts):
            return owner
    return None


def _then_acts(rest: str, acts: Callable[[str], bool]) -> bool:
    return acts(rest) or acts(
        re.sub(r"^(?:要|应|须|需|都|均|也|分别|同步|一律|会同[^，]{2,16}?|立足[^，]{2,16}?)", "", rest)
    )
