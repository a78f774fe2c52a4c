"""Damaged and hostile files, each made from a number alone, and a run of the readers over them.

``python fuzzer.py FIRST COUNT FOLDER LARGEST`` makes the files FIRST … FIRST + COUNT - 1 one after the other, with at most
LARGEST characters of text, reads each, and prints one JSON object: for each file what became of it and how long it took;
then the peak of the memory. ``make(NUMBER, LARGEST)`` gives the file of a report again.
"""

from __future__ import annotations

import html
import json
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import document_files as whole

SUFFIXES = (".txt", ".md", ".html", ".docx", ".pdf", ".eml", ".mhtml", ".xml", ".rss", ".atom")
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-be", "utf-32", "utf-8-sig")
_PHRASES = (
    "要 一要 二要 必须 严禁 不得 应当 鼓励 强调 指出 要求 会议 会议要求 县长 陶知行 县应急局 各乡镇 和 、 ， 。 ； ： ！ ？ “ ” （ ） 《 》 〔 〕 【 】 "
    "12月20日前 本月底前 2026年 11月20日 2026-11-20 08:30 来源： 责任编辑： 一审： 发布时间： 猜你喜欢 上一篇： 下一篇： 原标题： 正文： "
    "排查 整改 落实 巡山 食堂 的 了 将 把 对 在 要坚持 要加强 一、 （一） 1. ① 第 条 ％ 3.14 hǎo xiàng ，， 。。 … —— "
    "\u3000 \n \n\n \t \u00a0 & < > &nbsp; ? \ufffd"
)
_TAG_NAMES = "div p span table tr td ul li a b font section article blockquote script style h1 title meta br svg math"
#: what the rules of the text room look for, in senseless order
WORDS = [whole.LEAD + "\n", whole.ORDERS + "\n", whole.LAST, *_PHRASES.split(" ")]
TAGS = _TAG_NAMES.split()


def make(number: int, largest: int) -> tuple[str, bytes]:
    """Name and bytes of a file: the same for the same number."""
    rng = random.Random(number)
    kind = KINDS[number % len(KINDS)]
    suffix, data = kind(rng, largest)
    return f"{number}-{kind.__name__}{suffix}", data


def noise(rng: random.Random, largest: int) -> tuple[str, bytes]:
    start = rng.choice(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"From: a\n\n", b"<?xml?><rss>"]
    )
    return rng.choice(SUFFIXES), start + rng.randbytes(_size(rng, largest))


def broken_text(rng: random.Random, largest: int) -> tuple[str, bytes]:
    data = soup(rng, largest)[1].decode().encode(rng.choice(ENCODINGS), "replace")
    return rng.choice([".txt", ".md", ".html", ".eml", ".xml"]), _hurt(rng, data)


def soup(rng: random.Random, largest: int) -> tuple[str, bytes]:
    words = rng.sample(WORDS, rng.randint(2, len(WORDS)))
    return ".txt", "".join(rng.choices(words, k=_size(rng, largest) // 2)).encode()


def repeated(rng: random.Random, largest: int) -> tuple[str, bytes]:
    """One phrase again and again: what makes a careless pattern take a year."""
    phrase = "".join(rng.choices(WORDS, k=rng.randint(1, 3))) or "字"
    head = rng.choice(["", whole.TITLE + "\n", whole.LEAD, "会议要求，", "陶知行强调，要"])
    times = largest // len(phrase) if rng.random() < 0.5 else _size(rng, largest) // len(phrase)
    return rng.choice([".txt", ".html"]), (head + phrase * times + rng.choice(["", "。", whole.LAST])).encode()


def nested_page(rng: random.Random, largest: int) -> tuple[str, bytes]:
    names = rng.sample(TAGS, rng.randint(1, 4))
    depth = min(rng.choice([50, 300, 3000, 100_000]), largest // 6)
    opened = "".join(f"<{rng.choice(names)}>" for _ in range(depth))
    closed = "</div>" * rng.choice([0, depth // 2])
    return rng.choice([".html", ".htm", ".mhtml"]), f"<html><body>{opened}{whole.TEXT}{closed}".encode()


def tag_soup(rng: random.Random, largest: int) -> tuple[str, bytes]:
    pieces = [
        rng.choice(
            ["<{0}>", "</{0}>", "<{0} class='x y'>", "<{0}/>", "<!-- {0}", '<{0} a="', "&#x{0};", "<![CDATA["]
        ).format(rng.choice(TAGS))
        + rng.choice(["", "", *WORDS, *[whole.LEAD] * 20])
        for _ in range(_size(rng, largest) // 12)
    ]
    return rng.choice([".html", ".htm"]), "".join(pieces).encode()


def hurt_docx(rng: random.Random, largest: int) -> tuple[str, bytes]:
    data = whole.docx_bytes(soup(rng, min(largest, 20_000))[1].decode().replace("\t", " ").splitlines() or ["字"])
    return ".docx", _hurt(rng, data)


def hostile_docx(rng: random.Random, largest: int) -> tuple[str, bytes]:
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    name, times = rng.choice(["w:p", "w:tbl", "w:r", "w:del", "x"]), _size(rng, largest) // 6
    told = f"<w:p><w:r><w:t>{whole.TEXT}</w:t></w:r></w:p>"
    xml = head + f"<{name}>" * times + told + rng.choice(["", f"</{name}>" * times + "</w:body></w:document>"])
    if rng.random() < 0.1:
        return ".docx", whole.zip_bomb()
    return ".docx", whole.repacked(whole.docx_bytes(()), "word/document.xml", xml.encode())


def hurt_pdf(rng: random.Random, largest: int) -> tuple[str, bytes]:
    lines = whole.wrapped(soup(rng, min(largest, 3000))[1].decode().split()[:200] or ["字"])
    pages = [whole.pdf_page(lines[n : n + 24]) for n in range(0, len(lines), 24)]
    return ".pdf", _hurt(rng, whole.pdf_bytes(*pages))


def hurt_mail(rng: random.Random, largest: int) -> tuple[str, bytes]:
    text = soup(rng, min(largest, 20_000))[1].decode().replace("\ufffd", "")
    page = rng.choice([None, f"<p>{html.escape(text)}</p>", whole.PAGE])
    data = whole.eml_bytes(text, page, charset=rng.choice(["utf-8", "gb18030"]))
    if rng.random() < 0.3:
        depth = rng.choice([5, 50, 1000])
        data = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(depth)) + data
    return rng.choice([".eml", ".mhtml"]), _hurt(rng, data)


def hurt_feed(rng: random.Random, largest: int) -> tuple[str, bytes]:
    items = [whole.rss_item(n, body=soup(rng, min(largest, 2000))[1].decode()) for n in range(rng.randint(0, 8))]
    data = whole.rss(*items)
    if rng.random() < 0.3:
        return ".xml", data.replace(b"<channel>", b"<channel>" + b"<a>" * rng.choice([10, 1000, largest // 3]))
    return rng.choice([".xml", ".rss", ".atom"]), _hurt(rng, data)


KINDS: tuple[Callable[[random.Random, int], tuple[str, bytes]], ...] = (
    noise, broken_text, soup, repeated, nested_page, tag_soup, hurt_docx, hostile_docx, hurt_pdf, hurt_mail, hurt_feed,
)  # fmt: skip


def _size(rng: random.Random, largest: int) -> int:
    """Small ones often, large ones too."""
    return int(largest ** rng.uniform(0.1, 1))


def _hurt(rng: random.Random, data: bytes) -> bytes:
    """Cut off, overwritten here and there, a piece lost or doubled, or left whole."""
    place = rng.randrange(len(data) + 1)
    match rng.randrange(5):
        case 0:
            return data[:place]
        case 1:
            changed = bytearray(data)
            for _ in range(rng.randint(1, 1 + len(data) // 50)):
                changed[rng.randrange(len(changed))] = rng.randrange(256)
            return bytes(changed)
        case 2:
            return data[:place] + data[place + rng.randint(1, 50) :]
        case 3:
            return data[:place] + data[place : place + rng.randint(1, 5000)] * 3 + data[place:]
        case _:
            return data


#: of ru_maxrss in a megabyte
_UNIT = 1_000_000 if sys.platform == "darwin" else 1000


class Hanging(BaseException):
    """A file took so long that it was given up; no handler of errors may catch it."""


def run(first: int, count: int, folder: Path, largest: int, *, give_up: int = 20) -> dict[str, object]:
    """Read the files; each is written, read and removed."""
    from digest.errors import DigestError
    from digest.ingest import readers
    from digest.text import brief

    def too_long(*_: object) -> None:
        raise Hanging

    signal.signal(signal.SIGALRM, too_long)
    brief.read(readers.read(_written(folder, "warm.txt", whole.TEXT.encode()), max_bytes=10**6))  # loads dictionaries
    told = []
    for number in range(first, first + count):
        name, data = make(number, largest)
        path = _written(folder, name, data)
        reasons, read, fault = [], 0, None
        started = time.perf_counter()
        signal.alarm(give_up)
        try:
            for document in readers.read_all(path, max_bytes=20_000_000):
                try:
                    brief.read(document)
                    read += 1
                except DigestError as error:
                    reasons.append(error.message)
        except DigestError as error:
            reasons.append(error.message)
        except (Exception, Hanging) as error:  # noqa: BLE001 - what is looked for
            fault = f"{type(error).__name__}: {error}"
        finally:
            signal.alarm(0)
        seconds = time.perf_counter() - started
        told.append({"file": name, "read": read, "reasons": reasons, "fault": fault, "seconds": round(seconds, 2)})
        path.unlink()
    return {"files": told, "megabytes": max(_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _UNIT)}


def _peak() -> float:
    """Megabytes of this process. Linux counts the parent's own into ``ru_maxrss``, so ask for the high-water mark."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1000


def _written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    report = run(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    json.dump(report, sys.stdout, ensure_ascii=False)
