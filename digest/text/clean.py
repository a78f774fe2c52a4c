"""From the lines of a repaired page to the paragraphs of the body.

Every line is given a kind; the body begins with the first line that reads like prose, ends where credits, disclaimers
or teasers begin, and what stands before it (title, source, stamp) is handed to ``metadata``. Nothing is lost silently:
the lines that are not body are returned too.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest import data
from digest.text.inline import drop_repeats, strip_inline
from digest.text.script import han_count


class Line(enum.Enum):
    """What a line of a page is."""

    BODY = "prose"
    HEADING = "a heading inside the body"
    META = "source, stamp or credits"
    SHORT = "a short line without a full stop: a title, a channel, a caption"
    RELATED = "opens a block of teasers"
    JUNK = "navigation, image, table, disclaimer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """The body, and the lines around it."""

    head: tuple[str, ...]
    body: tuple[str, ...]
    foot: tuple[str, ...]
    #: lines of blocks that advertise other articles: their titles and stamps are not this page's
    teasers: tuple[str, ...] = ()
    #: outlets named in datelines, in order
    outlets: tuple[str, ...] = ()
    #: the day in front of the body, with its year: a dump's stamp, or a dateline that has one
    dateline: str | None = None
    #: what credits inside paragraphs give as the source, in order
    sources: tuple[str, ...] = ()


_LISTS = data.sections("boilerplate")
_NAV = frozenset(_LISTS["line_nav"])
_CONTAINS = tuple(phrase.replace("__", " ") for phrase in _LISTS["line_contains"])
_CREDIT = data.alternation(_LISTS["credit"])
_META = re.compile(
    rf"(?:^|[\s（|])(?:{_CREDIT}|发布时间|发布日期|发表时间|更新时间|日期|时间|发布者|发布机构|发布单位|信息来源|文章来源|浏览次数|索引号|文号|发文字号)\s*[：:]"
)
_CREDIT_LINE = re.compile(
    rf"^[（(【]?(?:{_CREDIT})(?:[：:／/|丨\s]\s*[^，。；]{{0,60}}|[\u4e00-\u9fff]{{2,4}})?[）)】]?$"
)
_NAMES_ONLY = re.compile(r"^（[\u4e00-\u9fff·]{2,4}(?:[ 　、，]+[\u4e00-\u9fff·]{2,4})*）$")
_STAMP = re.compile(r"^[\d年月日时分秒\s:：/.\-]+$")
_BRACKET_HEADING = re.compile(r"^[●■◆★\s]*【[^】]{2,20}】$")
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.、．]|第[一二三四五六七八九十]+[条章节])"
)
_TERMINAL = re.compile(r"[。！？；…：][”’」』）】》\s]*$")
_MARKUP = re.compile(r"^(?:[|\-+=_*#·•\s]|!\[[^\]]*\](?:\([^)]*\))?|—)*$")
#: …如下：一、…。二、…: the numbers of a notice whose lines a dump joined
_RUN_IN_NUMBER = re.compile(
    r"(?<=[。：；])(?=(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．])[\u3400-\u9fff])"
)
#: ## 5. 某某召开会议: a heading of a text in Markdown
_MARKED_UP = re.compile(r"^#{1,6} +(?:\d{1,2}[.、] *)?")
_DATELINE = re.compile(r"\s*20\d{2}-\d{1,2}-\d{1,2}|[^，。：；（）\s]{2,20}20\d{2}年\d{1,2}月\d{1,2}日(?=讯|电|消息)")
_BREADCRUMB = re.compile(r"[>＞»›]")


def clean(text: str) -> Cleaned:
    """Split a repaired text into head, body and foot."""
    lines = _lines(text)
    kinds = [kind(line) for line in lines]
    start = next((i for i, k in enumerate(kinds) if k is Line.BODY), len(lines))
    while start > 0 and _BRACKET_HEADING.match(lines[start - 1]):
        start -= 1
    head = lines[:start]
    body: list[str] = []
    foot: list[str] = []
    teasers: list[str] = []
    related = Line.RELATED in kinds[:start]
    for number, line in enumerate(lines[start:], start):
        if kinds[number] is Line.RELATED:
            related = True
        if related and kinds[number] is Line.BODY and _same_article(line, body):
            related = False
        subheading = kinds[number] is Line.SHORT and _is_subheading(line, kinds[number + 1 :])
        if related:
            teasers.append(line)
        elif kinds[number] in {Line.BODY, Line.HEADING} or subheading:
            body.append(line)
        else:
            foot.append(line)
    dated = _DATELINE.match(body[0]) if body else None
    dateline = dated[0] if dated else None
    return replace(_strip(head, body, foot), teasers=tuple(teasers), dateline=dateline)


def _strip(head: list[str], body: list[str], foot: list[str]) -> Cleaned:
    outlets: list[str] = []
    sources: list[str] = []
    paragraphs: list[str] = []
    for number, line in enumerate(body):
        stripped = strip_inline(line, first=number == 0)
        if stripped.outlet:
            outlets.append(stripped.outlet)
        if stripped.source:
            sources.append(stripped.source)
        if stripped.before:
            head.extend(part.strip() for part in re.split(r"[。\s]+", stripped.before) if part.strip())
        if stripped.text:
            paragraphs.append(stripped.text)
    return Cleaned(
        head=tuple(head),
        body=drop_repeats(paragraphs),
        foot=tuple(foot),
        outlets=tuple(outlets),
        sources=tuple(sources),
    )


def _lines(text: str) -> list[str]:
    """Lines, and paragraphs that a dump joined: by runs of spaces, or by one space after a full stop."""
    text = re.sub(r"[\u00a0\u3000\t\r\u200b-\u200f\ufeff]", " ", text)
    text = re.sub(r"@(?=[\u3400-\u9fff])", "", text)  # 市委书记@赵山: a mention in a social network
    text = re.sub(r"(?<=[。！])(?=0[1-9][\u3400-\u9fff])", "\n", text)  # 。03云溪县…: the next item of a bulletin
    text = _RUN_IN_NUMBER.sub("\n", text)
    text = re.sub(r"(?<=来源[：:]) +(?=\S)", "", text)  # a column of a table, its value set apart by spaces
    text = re.sub(r"(?<=\S) {4,}(?=\S)|(?<=[。！？”]) +(?=[\u3400-\u9fff“●【\d])", "\n", text)
    return [line for raw in text.split("\n") if (line := _MARKED_UP.sub("", raw.strip(" |")))]


def kind(line: str) -> Line:
    """Say what a line is.

    >>> kind("责任编辑：甲乙丙").name, kind("上一篇").name, kind("【领导活动】").name
    ('META', 'JUNK', 'HEADING')
    """
    if _BRACKET_HEADING.match(line):
        return Line.HEADING
    if _is_junk(line):
        return Line.JUNK
    if line.strip("：: 【】[]■●◆▼▲>") in _LISTS["related"]:
        return Line.RELATED
    prose = "。" in line or "；" in line
    if (_META.search(line) and not prose) or _CREDIT_LINE.match(line) or _NAMES_ONLY.match(line) or _STAMP.match(line):
        return Line.META
    if _reads_like_prose(line):
        return Line.BODY
    return Line.HEADING if _NUMBERED.match(line) and han_count(line) >= 4 else Line.SHORT


def _is_junk(line: str) -> bool:
    bare = re.sub(r"[\s\d\W_]+", "", line)
    words = [w for w in re.split(r"[\s\W_]+", line) if w and not w.isdigit()]
    han = han_count(line)
    return (
        bool(_MARKUP.match(line))
        or bare in _NAV
        or (bool(words) and all(w in _NAV for w in words))
        or (line.startswith(_LISTS["line_start"]) and not (len(line) > 150 and "。" in line))
        or (len(line) < 300 and any(phrase in line for phrase in _CONTAINS))
        or (bool(_BREADCRUMB.search(line)) and han <= 30 and "。" not in line)
        or (han < 4 and not _STAMP.match(line))
        or (len(line) > 30 and han / len(line) < 0.25)
    )


def _reads_like_prose(line: str) -> bool:
    han = han_count(line)
    ended = bool(_TERMINAL.search(line))
    if (han >= 40 and ("。" in line or "；" in line)) or (han >= 80 and line.count("，") >= 3):
        return True
    if line.endswith(("？", "！")):
        return han >= 14 and "，" in line
    return ended and han >= 6 and (han >= 14 or line.endswith(("。", "；", "：")))


def _is_subheading(line: str, following: Sequence[Line]) -> bool:
    """A short line inside the body that heads the paragraph after it."""
    return bool(following) and following[0] is Line.BODY and 4 <= han_count(line) <= 25 and " " not in line


def _same_article(line: str, body: Sequence[str]) -> bool:
    """A long paragraph below a teaser heading belongs to the article if it shares its words."""
    if han_count(line) < 60 or not line.endswith(("。", "。”")):
        return False
    if not body:
        return line.count("。") >= 2
    grams = {line[i : i + 2] for i in range(len(line) - 1)}
    known = {p[i : i + 2] for p in body for i in range(len(p) - 1)}
    return len(grams & known) / len(grams) >= 0.25
