"""What stands around the news and is no part of it: labels, remarks, the site's name, marks that were typed wrongly.

``【要闻】云岭县召开会议（图）`` is ``云岭县召开会议``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from digest.text.tokens import dictionary
from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.parts import any_of
from digest.translate.officialese.names import dates
from digest.translate.officialese.names.names import leading_place, place, surnames
from digest.translate.officialese.words.lexicon import section, words
from digest.translate.officialese.words.tags import NOUNS

_HAN = "[\u4e00-\u9fff]"
#: a verb written twice: 召开召开
_TWICE = re.compile("(召开|举行|举办|开展|会议)\\1")
_QUOTES = re.compile('["“”＂〝〞]')
#: “七·一”
_DOTTED = re.compile("(?<=[一三五七八])[·・](?=一|四|八)")
#: 'X', ‘X’, 「X」 for “X”
_OTHER_QUOTES = re.compile(rf"['‘＇「『]((?=[^'’＇」』]*{_HAN})[^'‘’＇「」『』“”]{{1,24}})['’＇」』]")
#: a blank that only sets off a figure: 召开 2025 年会议
_ROUND_A_FIGURE = re.compile(rf"(?<={_HAN})\s+(?=\d+\s*[年月日届])|(?<=\d)\s+(?={_HAN})")
#: 第二次会议（扩大会议）: the one meeting
_ENLARGED = re.compile("会议（扩大会议）")
#: a colon, or a bar, before the verb: 云岭县：召开会议
_COLON = re.compile(rf"(?<={_HAN})[：:｜丨|](?=召开|举行|举办|开展|组织)")
#: a bar between a province and a smaller place
_BAR = re.compile(rf"^({_HAN}{{2,6}})[丨｜](?=([市县区]))")
#: a dash between two places
_DASH = re.compile(rf"^({_HAN}{{2,6}})(?:—+|[-－~～])({_HAN}{{4,}})")
_DATE = re.compile(r"[（(\[]?(\d{4})[-./](\d{1,2})[-./](\d{1,2})[）)\]]?")
#: the site's name behind the news: a medium, or after a bar whoever runs it
_MEDIUM = re.compile(
    rf"\s*[_|｜—－-]+\s*{_HAN}{{2,20}}?(?:网|网站|日报|晚报|电视台|广播电台|客户端|新闻|频道|融媒|融媒体中心|门户)"
    r"(?:[_|｜—－-].*)?$"
)
_RUNS_IT = re.compile(rf"\s*[_|｜-]\s*({_HAN}{{4,24}})$")
_ITEMS = re.compile("等([两二三四五六七八九十]|\\d{1,2})[则条篇个]$")
_CUT = re.compile(r"\s*(?:…+|\.{2,})$")
_MOST_BLANKS = 3
#: wide figures, half brackets, blanks of no width
_AS_TYPED = str.maketrans("０１２３４５６７８９()", "0123456789（）", "\u200b\ufeff\u200e")
_BULLET = re.compile(r"^(?:[·•●▪★☆◆■▲※>→]+|\d{1,2}[.、．](?!\d))\s*")


def cleaned(text: str) -> tuple[str, str]:
    """(the text with nothing but the news and mottoes, what English adds to say that more was there)."""
    text = _BULLET.sub("", _typed(unescape(text).strip())).rstrip("。！!？?")
    more = ""
    if cut := _CUT.search(text):
        text, more = text[: cut.start()], " …"
    text = _MEDIUM.sub("", text)
    if (owner := _RUNS_IT.search(text)) and body(owner[1]):
        text = text[: owner.start()]
    text = _remarks().sub("", text)
    if items := _ITEMS.search(text):
        text, more = text[: items.start()], f" (first of {dates.how_many(items[1])} items)"
    text = _DASH.sub(_between_places, text)
    text = _labels().sub("", _BAR.sub(_without_bar, _COLON.sub("", text)), count=1)
    text = re.sub(r"^【([^】]{2,12})】(?=.)", r"\1｜", text)
    return text.strip("【】[] \u3000"), more


def _between_places(found: re.Match[str]) -> str:
    """``云岭县—白水区|座谈会``: of both places."""
    both = place(found[1]) and (leading_place(found[2]) or place(found[2][:2]))
    return f"{found[1]}、{found[2]}" if both else found[0]


def _without_bar(found: re.Match[str]) -> str:
    """``青川省｜县教育局``: of a place; what is none is a label."""
    known, _ = dictionary()
    return found[1] if place(found[1]) or known.get(found[1] + found[2]) else found[0]


def _typed(text: str) -> str:
    """Marks as they should have been typed: “ and ” in turn, full brackets, one verb, no blank beside a figure."""
    if text.count('"') + text.count("“") + text.count("”") + text.count("＂") > 1:
        turn = iter(range(len(text)))
        text = _QUOTES.sub(lambda _: "“”"[next(turn) % 2], text)
    text = _DOTTED.sub("", _OTHER_QUOTES.sub(r"“\1”", text))
    text = _DATE.sub(r"\1年\2月\3日", text.translate(_AS_TYPED))
    return _ENLARGED.sub("扩大会议", _ROUND_A_FIGURE.sub("", _TWICE.sub(r"\1", text)))


@cache
def _labels() -> re.Pattern[str]:
    """``要闻｜``, ``【云岭快讯】``; a label of one known word may stand before a mere blank."""
    ends = "|".join(section("around.txt", "labels"))
    named = rf"(?:{_HAN}{{0,6}}?(?:{ends})|今[日天]{_HAN}{{2,4}}|{_HAN}{{2,4}}发布(?=\s*[丨｜|】]))"
    return re.compile(rf"^(?:[【\[（]\s*{named}\s*[】\]）]\s*|{named}\s*[丨｜|：:]\s*|(?:{ends})[！!\s]+)(?=.)")


@cache
def _remarks() -> re.Pattern[str]:
    return re.compile(rf"\s*[（【\[](?:{any_of(section('around.txt', 'remarks'))})[）】\]]$")


#: 会议召开|压实责任, 紧急会议：压实责任: a pause that is not written, or written as a colon
_NO_PAUSE = re.compile(
    r"(?<=[会议式坛班])(召开|举行|开幕|闭幕)[：:]?(?=[\u4e00-\u9fff]{4})(?!之?[后前时]|期间|以来|的|[一二三四五]周年)"
)
#: 领导干部会议|林知远任县委书记
_APPOINTED = re.compile(
    r"(?<=会议)(?=[\u4e00-\u9fff]{2,3}(?:同志)?任[^何务职期命免].{1,14}(?:书记|[县市区州镇乡局厅院校部]长|主任|主席)$)"
)
_MEETING_SAYS = re.compile(r"(?<=[会议式坛])[：:](?=.{4})")
#: 市教育局 市公安局联合召开
_TWO_BODIES = re.compile(r"^(\S{2,40})\s+(?=[^，。；]{2,40}?(?:联合|共同)?(?:组织)?(?:召开|举行|举办))")
#: 县总工会就防汛工作召开专题会议: what the meeting is on stands before it
_ON = re.compile(r"^([^就]{2,24})就([^，。；\s]{4,24}?)(?:问题|事宜)?((?:组织)?召开|举行|举办)([^，。；\s]{0,8}会议?)$")
#: (林知远主持): who was there
_THERE = re.compile("（([\u4e00-\u9fff]{2,4}(?:主持|出席|参加|讲话)(?:并讲话)?)）$")
#: 领导干部会议·宣布
_DOT = re.compile("(?<=[会议式])[·•](?=.{4})")
#: 湖南：省总工会工作会议召开: where the news is from
_PLACE_SAYS = re.compile(rf"^({_HAN}{{2,8}})[：:](?=.{{6}})")
#: 中心召开会议: whose site it is
_OWN = re.compile("^(?=(?:中心|总站|支队|大队|分局)(?:组织|联合)?(?:召开|举行|举办))")
#: 召开贯彻新理念 培育新动能座谈会: a blank for the mark of a list
_LISTED = re.compile(rf"((?:召开|举行|举办){_HAN}{{5,}}) ({_HAN}{{5,}}(?:会|会议))$")
#: 酒店（民宿）: two names side by side
_BESIDE = re.compile(f"（({_HAN}{{2,6}})）")


def versions(text: str) -> Iterator[str]:
    """The text as it stands, then as it may have been meant.

    First without a blank that may stand inside a word or a name, then with pauses that were not written, then with
    words in brackets as a list.
    """
    yield text
    blanks = [found.span() for found in re.finditer(r"\s+", text)]
    if 0 < len(blanks) <= _MOST_BLANKS:
        for start, end in sorted(blanks, key=lambda span: not _in_a_name(text, *span)):
            yield text[:start] + text[end:]
        yield re.sub(r"\s+", "", text)
    listed = text
    while (two := _TWO_BODIES.match(listed)) and (body(two[1].rpartition("、")[2]) or "").startswith("the "):
        listed = f"{two[1]}、{listed[two.end() :]}"
    if listed != text:
        yield listed
    if (on := _ON.match(text)) and not on[2].startswith(("近", "职", "地", "业")):
        yield f"{on[1]}{on[3]}{on[2]}{on[4]}"
    told = _LISTED.sub(r"\1、\2", _OWN.sub("本", _DOT.sub(" ", _THERE.sub(r" \1", text))))
    if (says := _PLACE_SAYS.match(told)) and place(says[1]):
        told = f"{says[1]}｜{told[says.end() :]}"
    if told != text:
        yield told
    paused = _APPOINTED.sub(" ", _MEETING_SAYS.sub(" ", _NO_PAUSE.sub(r"\1 ", text)))
    if paused != text:
        yield paused
    if (beside := _BESIDE.sub(_listed, text)) != text:
        yield beside


def _listed(found: re.Match[str]) -> str:
    entry = words().get(found[1])
    return f"、{found[1]}" if entry and entry.tag in NOUNS and found[1] != "草案" else found[0]


def _in_a_name(text: str, start: int, end: int) -> bool:
    """True for ``林 涛``: a surname alone before the blank."""
    alone = start and text[start - 1] in surnames() and (start == 1 or not re.match(_HAN, text[start - 2]))
    return bool(alone) and end < len(text)
