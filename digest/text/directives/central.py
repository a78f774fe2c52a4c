"""Readouts of central meetings and of the leaders of the country: one 要 governs their paragraph."""

from __future__ import annotations

import re

_MEETING = re.compile(
    r"(?:中央政治局|国务院|中共中央|中央[^，。省市县区]{0,12}会议?|全国[^，。省市县区]{2,20}会议?)[^。省市县区]{0,30}(?:召开|举行|主持)"
)
#: 中共中央政治局常委、国务院总理甲, and not 中共中央政治局委员、某省省委书记乙
_LEADER = re.compile(
    r"(?:[^，。]{2,40}，)??(?:中共中央(?!政治局(?:常委会|会议))|国家主席|国务院(?:总理|副总理)|国务委员|全国人大常委会(?:副)?委员长|全国政协(?:副)?主席)"
    r"(?![^，。]{0,24}[省市区]委书记)[^，。]{2,60}(?:出席|主持|调研|考察|强调|指出|来到|讲话|参加)"
)
_LOCAL = re.compile(r"[^，。]{0,10}[省市县区州](?:委|长|政府)")


def is_central(lead: str) -> bool:
    """True for the readout of a central meeting or leader.

    >>> is_central("国务院副总理李河3日在京主持召开防汛工作座谈会。"), is_central("省委书记赵山主持召开防汛工作座谈会。")
    (True, False)
    """
    first, *second = lead.split("。")[:2]
    local = second and _LOCAL.match(second[0])  # 全国会议召开。市长甲在分会场强调: a city's report of it
    leads = any(_LEADER.match(sentence) for sentence in (first, *second))
    return (leads or _MEETING.search(first) is not None) and not local
