"""Strip what pages put inside a paragraph: datelines, bylines, captions, advertisements, credits.

Each pattern is anchored at the start or the end of a paragraph, because in the middle the same words are news
(记者 may be the subject of a sentence). The outlet of a dateline is kept for the metadata.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest import data
from digest.text.script import han_count

_NAME = r"[\u4e00-\u9fff·]{2,4}"
_DAY = r"(?:\d{4} ?年)? ?(?:\d{1,2} ?月)? ?\d{1,2} ?[日号]"
_PRESS = "网|报|报社|社|台|融媒|媒体|新闻|客户端|时刻|日报|晚报|早报|APP|频道|之家|经纬|发布|在线|热线|中心|之声|视界"
_REPORTERS = r"(?:[^，。；：）]{0,14}?(?:记者|通讯员|供稿)[^。；）]{0,60}?)"

#: 青屏新闻网讯（记者 甲 通讯员 乙） · 某某网北京8月1日电 · 本报讯（记者甲）
_DATELINE = re.compile(
    rf"(?P<outlet>本报|本网|本台"
    rf"|[^，。；：！？\s（）“”]{{1,20}}(?:{_PRESS})+(?:（[^（）]{{2,12}}）)?|(?<![\u4e00-\u9fff])[^，。；：！？\s（）“”\d]{{2,10}})"
    rf"(?P<where>[\u4e00-\u9fff]{{0,4}}?)(?:{_DAY})?"
    rf"(?:(?<![通资简喜音问审闪])讯|(?<=[日号])电|(?<=[日号]) ?消息|(?<=[日号])综合)"
    rf"(?P<by>\s*（{_REPORTERS}）|\s+{_REPORTERS}报道[：:]?|(?=[\s，：]|\d|近日|日前|今|昨|为|据|在))[\s：，]*"
)
#: 某某网记者 甲 通讯员 乙 某地报道
_BYLINE = re.compile(
    rf"(?P<outlet>[^，。；：！？\s（）]{{2,16}}?(?:{_PRESS})+)?[ ]?(?:见习|首席|高级|特约|全媒体|本报|本网)*(?:记者|通讯员)[ 丨|｜]?"
    rf"(?:[^，。；！？（）]{{2,60}}?)(?:报道)(?:[：:]|\s+|(?=\d|近日|日前|为|今|昨|在))\s*"
)
#: what every certain dateline holds, and where one may stand that does not open the text
_REPORTER, _FIRST = re.compile("记者|通讯员|供稿"), 260
_CORRESPONDENT = re.compile(
    rf"(?P<outlet>[^，。；：\s]{{2,14}}?(?:{_PRESS})+)?(?:见习|首席|全媒体)*(?:通讯员|记者)[ ：:]?{_NAME}(?:[ 、]+(?:(?:通讯员|记者)[ ：:]?)?{_NAME})*?[ ]*(?=为|\d|近日|日前|今|昨|连日)"
)
_ACCORDING = re.compile(r"据[“《]?(?P<outlet>[^，。]{2,16}?)[”》]?(?:官方)?(?:微信|微博|公众号|客户端)?(?:消息|报道)，")
_OUTLET_FIRST = re.compile(
    rf"(?P<outlet>[\u4e00-\u9fff]{{2,10}}?(?:{_PRESS})+)消息[：，]|来源：(?P<outlet2>[\u4e00-\u9fff]{{2,8}}?(?:{_PRESS})+)(?:[－—-][\u4e00-\u9fff]{{2,5}}频道)?\s*"
)
_CAPTION = re.compile(
    r"(?:(?:(?:(?!要|会议|强调)[^。；！？，]){2,20}。(?=视觉中国|资料图))?[^。；！？，]{0,30}?(?:(?:会议|活动|调研|培训|仪式|签约|座谈会|推进会)现场|视觉中国(?:\s*资料图片?)?|资料图片?|[\u4e00-\u9fff]{2,12}供图))"
    r"(?:（[^（）]{2,20}）)?(?:[。\s]+|(?=\d{1,2}月\d{1,2}日|近日|[\u4e00-\u9fff]{2,10}网|资料图|[\u4e00-\u9fff]{2,12}供图))"
)
_CAPTION_INSIDE = re.compile(
    r"(?<=[。！”])(?:[^。！？；，]{2,45}(?:会|仪式|活动)现场(?=会议|会上|与会)|(?:视频|网络|微博)截图|微博@\S{2,12}\s|(?:会议|活动|调研|推进会|座谈会|培训会|仪式|签约)现场(?:。|(?=[\u4e00-\u9fff]))(?:[\u4e00-\u9fff]{2,8} ?供图)?"
    r"|(?:(?:(?!要|应|会议|强调|指出)[^。！？；]){2,45}。)?(?:(?:全媒体|见习|首席)*记者 ?[\u4e00-\u9fff]{2,4} ?摄|[\u4e00-\u9fff]{2,14}供图)|(?:图说|图为|图片说明)[：:]?[^。]{2,50}?(?:摄|供图))[。\s]*"
)
#: what every caption inside a text holds
_PICTURE = re.compile(r"现场|截图|微博@|摄|供图")
_TAIL_SOURCE = re.compile(
    r"(?:信息|稿件)?来源(?:[：:]| ?[|丨｜] ?)\s*(?P<source>[^\s，。；：（）()|图]{2,20}?)(?=流程编辑|返回|分享|责任编辑|编辑|作者|[）)\s|]|$)"
)
#: the outlet alone in brackets after the last sentence: （某某报消息） · （某某网）
_TAIL_OUTLET = re.compile(
    rf"[。！”]\s*（(?P<source>[^（）。；，、：\s]{{2,14}}?)(?:消息|供稿|讯)）\s*$|[。！”]\s*（(?P<press>[^（）。；，、：\s]{{2,12}}?(?:{_PRESS})+)）\s*$"
)
_TAIL_TITLE = re.compile(r"（原(?:标题|题为?)[：:](?P<title>[^）]{6,60})）")
_BARE_TITLE = re.compile(
    r"(?P<title>[^，。；！？\s]{10,45}(?:工作|会议|大会|活动|行动|仪式|措施|调研|部署|发展|建设|突破|推进会|动员会|培训会))"
    r"(?=为(?:深入|全面|进一步|认真|切实|扎实|贯彻|落实)|近日，|日前，|\d{1,2}月\d{1,2}日(?:上午|下午)?，)"
)
_ORIGINAL_TITLE = re.compile(r"原(?:标题|题)[：:]\s*")
#: where a lead begins behind a run-in title
_LEAD = re.compile(
    r"(?<=.{8})(?:近日，|日前，|近期，|(?:今天|昨天|今晚|昨晚)(?:（|，)|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?，"
    r"|为(?:深入|全面|进一步|认真|切实|扎实|贯彻|落实|充分)|今年以来，|本[站网报台]讯|(?:(?![会议])[\u4e00-\u9fff]){2,4}(?:新闻|网|日报|社)(?:讯|电|记者))"
)
_PLACEHOLDER = re.compile(
    r"分享到[：:][^。]{0,90}分享至朋友圈。?|!\[[^\]]*\](?:\([^)]*\))?|▲详情点击图片|详情点击图片|◎|▊|\|{2,}"
)
_ADVERTISEMENT = re.compile(r"广告 [^×\n]{5,160}?×\s*")
_STAMP = re.compile(
    r"^\s*(?:来源[：:]\s*[^\s，]{2,16}\s*)?[，,]?\s*正文[：:]|^\s*\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:[，,]?\s*正文[：:])?\s*"
)

_CREDITS = data.alternation(data.sections("boilerplate")["credit"])
_TAILS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\s*返回搜狐，查看更多.*$",
        r"\s*分享让更多人看到\s*$",
        r"\s*（原(?:标题|题为)：[^）]*）?\s*$",
        rf"\s*[（(](?:{_CREDITS})[：: /|丨]?[^（）。]{{0,40}}[）)]\s*$",
        r"\s*（[^（）。；]{2,30}(?:供稿|供图|报道|消息|讯|摄|摄影|APP|网|报|发布|台)）\s*$",
        rf"\s*（(?:{_NAME})(?:[ 、]+{_NAME}){{0,5}}）\s*$",
        r"\s*（完）\s*$",
        r"(?<=。)(?:[\u4e00-\u9fff]{2,7} ){1,6}[\u4e00-\u9fff]{2,7}\s*$",
        rf"(?:^|\s*)(?:{_CREDITS})[：:][^。；]{{2,120}}(?:{_CREDITS})[：:][^。；]{{1,60}}$",
        r"\s*(?:图片)?来源[：:][^，。；]{2,24}(?:流程编辑[：:].{2,12})?$",
        r"\s*(?:www|http)[^\u4e00-\u9fff]+$",
        r"\s*《 ?[\u4e00-\u9fff]{2,8} ?》 ?（[^（）]{0,20}版 ?）\s*$",
        r"(?<=。)[\u4e00-\u9fff]{0,12}(?:记者|通讯员)\s+[\u4e00-\u9fff·\s]{2,24}$",
        rf"(?:(?<=[。！？”）…\s])|^)\s*(?:{_CREDITS})(?:[ ]?[/|丨：:][ ]?|\s+)[^，。；：]{{2,30}}(?:来源[：:]?[^，。；]{{0,20}})?\s*$",
        rf"(?:(?<=[。！？”）…])|(?<=\s))(?:责任编辑|责编|编辑|校对|审核)[：:\s]*(?:{_NAME})?\s*$",
        rf"(?<=[\u4e00-\u9fff])(?:校对|责编|审核)[ ：:]+{_NAME}\s*$",
        r"\s*【责任编辑[：:][^】]*】\s*$",
        r"\s*\d+\s*$(?<=[。！？”]\d)",
    )
)
#: what the only tails that may end with a full stop hold
_CREDIT_OF_SENTENCES = re.compile(r"查看更多|（原|www|http|流程编辑")


#: characters that a credit takes at the end of a paragraph, and credits that stand in a row (编辑 甲校对 乙)
_TAIL, _IN_A_ROW = 1000, 20
#: paragraphs up to which near copies are looked for
NEAR = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class Stripped:
    """A paragraph without its trimmings; ``before`` is what stood ahead of the dateline (a run-in title, a caption)."""

    text: str
    before: str = ""
    outlet: str | None = None
    #: what a credit 来源： inside the paragraph names
    source: str | None = None


def strip_inline(paragraph: str, *, first: bool) -> Stripped:
    """Take the trimmings off one paragraph. A dateline inside the text is looked for only in the ``first`` one.

    >>> strip_inline("青屏新闻网讯（记者 甲乙 通讯员 丙丁）8月1日，全县防汛工作调度会召开。（甲乙）", first=True).text
    '8月1日，全县防汛工作调度会召开。'
    """
    stamp = _STAMP.match(paragraph)
    text = _ADVERTISEMENT.sub("", _PLACEHOLDER.sub("", paragraph[stamp.end() :] if stamp else paragraph)).strip()
    credit = _TAIL_SOURCE.search(text, max(0, len(text) - 120))
    supplied = _TAIL_OUTLET.search(text, max(0, len(text) - 120))
    original = _TAIL_TITLE.search(text, max(0, len(text) - 120))
    for _ in range(_IN_A_ROW):
        if text.endswith("。") and not _CREDIT_OF_SENTENCES.search(text, max(0, len(text) - _TAIL)):
            break
        longer = text
        for tail in _TAILS:
            if match := tail.search(text, max(0, len(text) - _TAIL)):
                text = text[: match.start()].rstrip()
        if longer == text:
            break
    text, before, outlet = _strip_start(text, first=first)
    before = before or (original["title"].strip("《》") if original else "")
    outlet = outlet or (supplied and (supplied["source"] or supplied["press"])) or None
    return Stripped(
        text=_drop_boilerplate(text), before=before, outlet=outlet, source=credit["source"] if credit else None
    )


def _strip_start(text: str, *, first: bool) -> tuple[str, str, str | None]:
    before, outlet = "", None
    if first and (match := _ORIGINAL_TITLE.match(text)):
        before, text = _run_in_title(text[match.end() :])
    elif first and (match := _BARE_TITLE.match(text)):
        before, text = match["title"], text[match.end() :]
    if _PICTURE.search(text):
        text = _CAPTION_INSIDE.sub("", text)
    for _ in range(3):  # captions and datelines come in any order
        start = text
        text = _cut(_CAPTION, text)[0]
        for pattern in (_OUTLET_FIRST, _DATELINE, _BYLINE):
            match = pattern.match(text) or (_find_dateline(pattern, text) if first else None)
            if match and han_count(text[match.end() :]) >= 10:
                named = next((v for k, v in match.groupdict().items() if k.startswith("outlet") and v), None)
                title, named = _split_outlet(named or "")
                before = before or (text[: match.start()] + title).strip()
                outlet, text = outlet or named, text[match.end() :].lstrip()
        for pattern in (_CORRESPONDENT, _ACCORDING):
            text, match = _cut(pattern, text)
            outlet = outlet or (_split_outlet(match["outlet"])[1] if match and match["outlet"] else None)
        if text == start:
            break
    return text, before, outlet


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, re.Match[str] | None]:
    match = pattern.match(text)
    return (text[match.end() :].lstrip(), match) if match else (text, None)


def _run_in_title(text: str) -> tuple[str, str]:
    """Split a title from the body that follows it without a break: where it is repeated, or where a lead begins."""
    for size in range(min(60, len(text) // 2), 7, -1):
        if text.startswith(text[:size], size):
            return text[:size].strip(), text[2 * size :].lstrip()
    match = _LEAD.search(text[:160])
    return (text[: match.start()].strip(), text[match.start() :]) if match else ("", text)


def _split_outlet(named: str) -> tuple[str, str | None]:
    """Separate what a lazy pattern swallowed ahead of an outlet: 会议召开大众网 is a title and 大众网."""
    if match := re.search(r"(?:本报|本网|本台|记者)$", named):
        return named[: match.start()], None
    named = named.removeprefix("据")
    if len(named) <= 8 or "（" in named:
        return "", named or None
    match = re.search(rf"[\u4e00-\u9fff]{{2}}(?:{_PRESS})+$", named)
    return (named[: match.start()], match[0]) if match else ("", named)


def _find_dateline(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A dateline behind a run-in title or caption: within the first 160 characters and certain, so with reporters."""
    if pattern is _OUTLET_FIRST or not _REPORTER.search(text, 0, _FIRST):
        return None
    for match in pattern.finditer(text, 0, _FIRST):
        certain = pattern is _BYLINE or "（" in (match["by"] or "")
        if 0 < match.start() <= 160 and certain:
            return match
    return None


def _drop_boilerplate(text: str) -> str:
    """Drop the sentences that hold a phrase of the [sentence] list; a fragment after the last full stop counts as one."""
    phrases = data.sections("boilerplate")["sentence"]
    if not any(p in text for p in phrases):
        return text
    parts = re.findall(r"[^。！？]*[。！？”]+|[^。！？]+$", text)
    return "".join(p for p in parts if not any(phrase in p for phrase in phrases)).strip()


def drop_repeats(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Drop a body that stands twice: repeated paragraphs, a summary that repeats a paragraph, runs of sentences.

    A single short sentence may repeat: two issuers can ask for the same thing.
    """
    kept: list[tuple[str, str]] = []  # (letters and digits, paragraph)
    seen: set[str] = set()
    for paragraph in paragraphs:
        bare = _bare(paragraph)
        near = kept if len(kept) <= NEAR else []  # every pair is compared: of a huge text only equal paragraphs go
        if len(bare) >= 10 and (bare in seen or any(_copies(known, bare) for known, _ in near)):
            continue
        if near:
            kept = [(known, k) for known, k in kept if not (len(known) >= 20 and known in bare)]
        kept.append((bare, paragraph))
        seen.add(bare)
    return _drop_repeated_runs([paragraph for _, paragraph in kept])


def _drop_repeated_runs(paragraphs: Sequence[str]) -> tuple[str, ...]:
    split = [re.findall(r"[^。！？]*[。！？]+[”’」』）】》]*|[^。！？]+$", p) for p in paragraphs]
    drop = _repeated([_bare(s) for group in split for s in group])
    result, at = [], 0
    for group in split:
        result.append("".join(s for i, s in enumerate(group, at) if i not in drop))
        at += len(group)
    return tuple(p for p in result if p)


def _copies(known: str, new: str) -> bool:
    """True if ``new`` says nothing that ``known`` does not, but for the byline or heading of a second copy."""
    return new in known or (known in new and len(known) >= 0.7 * len(new))


def _repeated(sentences: Sequence[str]) -> set[int]:
    """Indices of the sentences of a second copy.

    Its first and last sentence often carry a byline or credits that the first copy lost: they go too, if they stand
    where the copy says they should and hold the words of their counterpart.
    """
    first: dict[str, int] = {}
    twin = {i: first[s] for i, s in enumerate(sentences) if first.setdefault(s, i) != i and len(s) >= 8}
    drop = {i for i in twin if len(sentences[i]) >= 40 or i - 1 in twin or i + 1 in twin}
    for i in sorted(drop):
        for step in (-1, 1):
            mine, theirs = i + step, twin[i] + step
            if mine not in drop and 0 <= theirs < mine < len(sentences) and len(sentences[theirs]) >= 8:
                copied = sentences[theirs] in sentences[mine] or sentences[mine] in sentences[theirs]
                drop |= {mine} if copied else set()
    return drop


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
