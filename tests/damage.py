"""The damage of scraped pages, forwards: what a repair must undo is made here from clean text.

Each function is one accident that was traced byte by byte in real pages. They run in the order in which a page meets
them: ``machine_traditional`` (the site's converter), ``pinyin_bytewise`` (its reading aid, on GBK bytes),
``lose_byte`` (a cut column), ``double_commas``, and ``nfkc_fold`` (the scraper). ``RECIPES`` makes the damaged
articles in ``seeds/``.
"""

import functools
import random
import re
import unicodedata

import opencc
from pypinyin import Style, pinyin

#: one Simplified character for several Traditional ones: character converters leave it alone
KEPT = frozenset("后范干并于里面云松谷余系向斗卷才志注致制表采板占郁千只回征")
#: what they write where OpenCC has another form: 為 for 爲, and 著 although 着 was right
OWN = {"着": "著", "为": "為", "众": "眾", "群": "群", "准": "準"}

#: the characters that the reading aid annotates in ``seeds/``: 請 and 驅 stand in none of them, yet their bytes do
ANNOTATED = frozenset("報請項驅長會領導應實務隱顯確斷屬環聯強擴嚴壓檢點網戶檔綜續題經營準發現調電氣臺賬鄉鎮運輸場據責")


@functools.cache
def _converter():
    return opencc.OpenCC("s2t")


def machine_traditional(text):
    """Traditional as a converter without a dictionary writes it: one character at a time, ambiguous ones untouched."""
    return "".join(OWN.get(c) or (c if c in KEPT else _converter().convert(c)) for c in text)


def nfkc_fold(text):
    """What scrapers do to full-width forms: ， becomes a comma, （ a bracket; 。、“” survive."""
    return unicodedata.normalize("NFKC", text)


def pinyin_bytewise(text, annotated=ANNOTATED):
    """Traditional text as the page showed it after its reading aid ran over the GBK bytes.

    One search and replace per character, in code order, on bytes: ``88F3`` (報) becomes ``88F3(bào)``. The search knows
    nothing of character boundaries, so ``C8D5 88F3`` (日報) also holds ``D588`` (請), and gets ``(qǐng)``
    in its middle.
    """
    data = text.encode("gbk")
    for character in sorted(annotated):
        reading = pinyin(character, style=Style.TONE)[0][0]
        data = data.replace(character.encode("gbk"), character.encode("gbk") + f"({reading})".encode("gbk"))
    return nfkc_fold(browser_decode(data))


def browser_decode(data):
    """GBK as browsers of the time read it: a lead byte without a partner becomes ``?`` and swallows the next byte."""
    shown = []
    position = 0
    while position < len(data):
        width = 1 if data[position] < 0x80 else 2
        try:
            shown.append(data[position : position + width].decode("gbk"))
        except UnicodeDecodeError:
            shown.append("?")
        position += width
    return "".join(shown)


def lose_byte(text):
    """Drop the first byte of 。 where the rest reads as ``？`` and an ASCII letter: 。縣 (A1A3 BF68) becomes ``?h``."""
    return re.sub("。([\u4e00-\u9fff])", lambda match: _without_first_byte(match[0], match[1]), text)


def _without_first_byte(pair, character):
    lead, trail = character.encode("gbk")
    return nfkc_fold(browser_decode(pair.encode("gbk")[1:])) if lead == 0xBF and trail < 0x7F else pair


def double_commas(text, *, share=0.8, seed=20261105):
    """A comma before most commas, 、 。 and semicolons, as a broken template leaves it. Folded text in and out."""
    chance = random.Random(seed)
    return re.sub("[,、。;]", lambda match: ("," if chance.random() < share else "") + match[0], text)


def drop_han(text, word, lost):
    """Every occurrence of a word without one of its characters: a filter ate it (烟花爆竹 → 花爆竹)."""
    return text.replace(word, word.replace(lost, ""))


def drop_everywhere(text, lost):
    """A text without one character, as a filter that bans it leaves it."""
    return text.replace(lost, "")


def halve_width(text):
    """Full-width punctuation as ASCII, one for one, where a scraper kept everything else: ， becomes a comma."""
    return text.translate(str.maketrans("，；：！？（）", ",;:!?()"))


def table_debris(site):
    """Empty picture cells and the site's disclaimer, as a table turned into pipes."""
    return f"![]() |\n![]() |\n![]() |\n| {site}免責聲明: | ||||||||\n|\n||||||||\n"


def double_body(text, between=""):
    """The whole article twice, as a page for print inside a page leaves it."""
    return text + between + text


def annotated_traditional(text):
    """Through the site's converter and its reading aid."""
    return pinyin_bytewise(machine_traditional(text))


def cut_traditional(text):
    """Converted, then with full stops that lost their first byte."""
    return nfkc_fold(lose_byte(machine_traditional(text)))


def doubled_traditional(text):
    """Converted, then with every comma doubled."""
    return double_commas(nfkc_fold(machine_traditional(text)), share=1.0)


def doubled(text):
    """Simplified all the way, with every comma doubled."""
    return double_commas(nfkc_fold(text), share=1.0)


def everything(text):
    """All accidents that leave a trace: converter, lost bytes, reading aid, doubled commas."""
    return double_commas(pinyin_bytewise(lose_byte(machine_traditional(text))), share=1.0)


#: damage → the kinds of repair that undo it, for ``corpus/synthetic/``; a kind of it may find nothing to do
CLASSES = {
    nfkc_fold: {"folded_punctuation"},
    halve_width: {"folded_punctuation"},
    machine_traditional: {"simplified"},
    annotated_traditional: {"straddled_pinyin", "inserted_pinyin", "simplified", "folded_punctuation"},
    cut_traditional: {"lost_full_stop", "simplified", "folded_punctuation"},
    doubled: {"doubled_comma", "folded_punctuation"},
    doubled_traditional: {"doubled_comma", "simplified", "folded_punctuation"},
    everything: {
        "straddled_pinyin", "inserted_pinyin", "lost_full_stop", "doubled_comma", "simplified", "folded_punctuation"
    },
}  # fmt: skip


def _loose_coal(page):
    return pinyin_bytewise(machine_traditional(page))


def _winter_waterworks(page):
    """Title, byline and footer come from the Simplified frame of the page, the text from its Traditional article."""
    head, body = page.split("—分享—")
    body, tail = body.rsplit("来源：", 1)
    frame, text = nfkc_fold(head) + "—分享—", double_commas(nfkc_fold(machine_traditional(body)))
    return frame + text + nfkc_fold("来源：" + tail)


def _straw_burning(page):
    channel, body = machine_traditional(page).split("\n", 1)
    return channel + "\n" + double_body(nfkc_fold(lose_byte(body)), table_debris("嵐汀網"))


#: seed → how it was made from ``corpus/page/`` of the same name
RECIPES = {
    "2026-11-04-qingping-loose-coal.txt": _loose_coal,
    "2026-11-05-lindu-winter-waterworks.txt": _winter_waterworks,
    "2026-11-06-lanting-straw-burning.txt": _straw_burning,
}
