"""Notices (通知, 通告, 公告 …): how one is told, and who issued it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_KINDS = r"(?:通知|通告|公告|意见|决定|办法|方案|公示|令|函|批复|规定|细则|工作要点|提示|提醒|倡议书?)"
#: 关于做好防汛工作的通知
TITLE = re.compile(rf"{_KINDS}(?:（[^）]*）)?$")
#: 现将有关事项通告如下：, 发出以下倡议。
_ANNOUNCES = re.compile(
    r"(?:(?:通知|通告|公告|决定|提示|提醒|公示|倡议)如下|(?:发出|作出|做出)(?:如下|以下)(?:倡议|决定|通知|通告|公告|提醒)|(?:现|将)[^。]{0,60}(?:事[项宜]|要求|内容)(?:明确)?如下)\s*[：:。↓]?$"
)
_ISSUED = re.compile(r"^(?P<body>[^，。]{2,80}?)(?:关于|发布|印发|公布)")
_NAMED = re.compile(r"[\u4e00-\u9fff]{2}")
_ORGAN = r"(?:政府|办公室|办公厅|委员会|局|厅|部|指挥部|领导小组|管委会|办|[支大总]队|中心|公司|协会|组|处|科)"
_ORGAN_LINE = re.compile(rf"{_ORGAN}$")
_SIGNED = re.compile(rf"^(?:[\u4e00-\u9fff、（） ]{{4,40}})?[\u4e00-\u9fff（）]{{4,30}}{_ORGAN}$")
_COSIGNED = re.compile(rf"^[\u4e00-\u9fff（）]{{2,30}}{_ORGAN}$")
#: 根据县疫情防控指挥部安排部署 · 市总指挥部研究决定
_DECIDED = re.compile(
    rf"(?:(?:根据|按照|经)(?P<told>[\u4e00-\u9fff]{{2,20}}?{_ORGAN})(?:的?(?:统一)?(?:安排|部署|要求)|研究|同意|批准)"
    rf"|(?:^|，)(?!经|根据|按照)(?P<decides>[\u4e00-\u9fff]{{2,20}}?{_ORGAN})(?:研究)?决定)"
)
#: the first half of a signature that takes two lines
_HALF = re.compile(rf"^(?!特此|附件|联系|此件)[\u4e00-\u9fff]{{8,24}}(?<!{_ORGAN[3:-1].replace('|', ')(?<!')})$")


def is_notice(title: str | None, body: Sequence[str]) -> bool:
    """True for a text that is called a notice, or announces one in its first paragraphs."""
    return TITLE.search(title or "") is not None or any(map(announces, body[:4]))


def opens_title(line: str) -> bool:
    """True for a line that can be the first part of a title: an organ, several of them, or what the notice is about."""
    return line.endswith("、") or "关于" in line or _ORGAN_LINE.search(line) is not None


def announces(paragraph: str) -> bool:
    """True for a paragraph behind which a notice says what it asks: 现将有关事项通告如下：."""
    return _ANNOUNCES.search(paragraph.rstrip(" &;")) is not None


def issued_by(title: str | None, body: Sequence[str], foot: Sequence[str], source: str | None) -> str | None:
    """Who issued a notice: the name ahead of 关于 in the title, the signature, who decided by its first lines, the source."""
    match = _ISSUED.match(title or "")
    titled = match["body"].strip("、 ") if match and _NAMED.search(match["body"]) else None
    if titled and TITLE.fullmatch(titled):
        titled = None
    signature = next(_signatures(body, foot), None)
    if titled and (not signature or _ORGAN_LINE.search(titled)):  # of 某市关于交通管制的通告 the signature says more
        return titled
    if signature:
        return signature
    decided = next((m for p in body[:3] if (m := _DECIDED.search(p))), None)
    return (decided["told"] or decided["decides"]) if decided else source


def _signatures(body: Sequence[str], foot: Sequence[str]) -> Iterator[str]:
    """Lines below the text that name an organ, the last of the body first; a long name may take two lines."""
    lines = (*body[-3:], *foot)
    places = [*range(min(3, len(body)) - 1, -1, -1), *range(min(3, len(body)), len(lines))]
    for place in places:
        if not _SIGNED.match(lines[place]):
            continue
        half = lines[place - 1] if place and _HALF.match(lines[place - 1]) else ""
        first, last = place, place
        while first and _COSIGNED.match(lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and _COSIGNED.match(lines[last + 1]):
            last += 1
        yield half + "、".join(dict.fromkeys(re.sub(r"[ 　]+", "、", line) for line in lines[first : last + 1]))
