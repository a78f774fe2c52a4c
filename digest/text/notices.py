"""Notices (通知, 通告, 公告 …): how one is told, and who issued it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_KINDS = r"(?:通知|通告|公告|意见|决定|办法|方案|公示|令|函|批复|规定|细则|工作要点|提示|提醒|倡议书?|一封信)"
#: 关于做好防汛工作的通知
TITLE = re.compile(rf"{_KINDS}(?:（[^）]*）)?$")
#: 现将有关事项通告如下：, 发出以下倡议。
_ANNOUNCES = re.compile(
    r"(?:(?:通知|通告|公告|决定|提示|提醒|公示|倡议)如下|(?:发出|作出|做出)(?:如下|以下)(?:倡议|决定|通知|通告|公告|提醒)|提出(?:如下|以下)几点倡议.{0,40}|(?:现|将)[^。]{0,60}(?:事[项宜]|要求|内容)(?:明确)?如下)\s*[：:。↓]?$"
)
#: 特此公告。 ends a notice
_HEREBY = re.compile(r"特此(?:通知|通告|公告|函告|倡议)[。！]?$")
#: 请游客带走烟头: who reads it is asked
_ASKED = re.compile(r"(?:^|。)请(?!示|假|教|问)")
_DATE_LINE = re.compile(
    r"(?:\d{4}|[一二三四五六七八九○〇零]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$"
)
_ISSUED = re.compile(r"^(?P<body>[^，。]{2,80}?)(?:关于|发布|印发|公布)")
_NAMED = re.compile(r"[\u4e00-\u9fff]{2}")
_ORGAN = r"(?:政府|[市县区省]委|妇联|工会|办公室|办公厅|委员会|局|厅|部|指挥部|领导小组|管委会|办|[支大总]队|中心|公司|协会|组|处|科)"
_ORGAN_LINE = re.compile(rf"{_ORGAN}$")
_SIGNED = re.compile(rf"^(?:[\u4e00-\u9fff、（） ]{{4,40}})?[\u4e00-\u9fff（）]{{4,30}}{_ORGAN}$")
_COSIGNED = re.compile(rf"^[\u4e00-\u9fff（）]{{2,30}}{_ORGAN}$")
#: 根据县疫情防控指挥部安排部署 · 市总指挥部研究决定
_DECIDED = re.compile(
    rf"(?:^|，)(?P<appeals>[\u4e00-\u9fff、]{{2,30}}?{_ORGAN})(?:特|联合|在?此){{0,2}}(?:向[^，。]{{2,16}})?发出(?:如下|以下)倡议"
    rf"|(?:(?:根据|按照|经)(?P<told>[\u4e00-\u9fff]{{2,20}}?{_ORGAN})(?:的?(?:统一)?(?:安排|部署|要求)|研究|同意|批准)"
    rf"|(?:^|，)(?!经|根据|按照)(?P<decides>[\u4e00-\u9fff]{{2,20}}?{_ORGAN})(?:研究)?决定)"
)
#: the first half of a signature that takes two lines
_HALF = re.compile(rf"^(?!特此|附件|联系|此件)[\u4e00-\u9fff]{{8,24}}(?<!{_ORGAN[3:-1].replace('|', ')(?<!')})$")


def is_notice(title: str | None, body: Sequence[str], foot: Sequence[str] = ()) -> bool:
    """True for a text that is called a notice, announces one in its first paragraphs, or ends like one.

    ``foot`` are the lines below the body: 特此公告。, or the organ and the date under a text that asks whoever reads it.
    """
    if TITLE.search(title or "") or any(map(announces, body[:4])):
        return True
    below = [line.strip() for line in (*body[-3:], *foot[:8])]
    if any(map(_HEREBY.match, below)):
        return True
    signed = any(_SIGNED.match(a) and _DATE_LINE.match(b) for a, b in pairwise(below))
    return signed and any(map(_ASKED.search, body))


def opens_title(line: str) -> bool:
    """True for a line that can be the first part of a title: an organ, several of them, or what the notice is about."""
    return line.endswith("、") or "关于" in line or _ORGAN_LINE.search(line) is not None


def announces(paragraph: str) -> bool:
    """True for a paragraph behind which a notice says what it asks: 现将有关事项通告如下：."""
    return _ANNOUNCES.search(paragraph.rstrip(" &;")) is not None


def issued_by(
    title: str | None, body: Sequence[str], foot: Sequence[str], source: str | None, head: Sequence[str] = ()
) -> str | None:
    """Who issued a notice.

    The name ahead of 关于 in the title, the signature, who decided or appeals by its first lines, an organ on a line of its
    own above it, the source.
    """
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
    if decided:
        return decided["appeals"] or decided["told"] or decided["decides"]
    return next((line for line in head if _SIGNED.match(line)), source)


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
