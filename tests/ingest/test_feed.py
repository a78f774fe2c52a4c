import contextlib
import time

import pytest
from document_files import LAST, LEAD, ORDERS, TITLE, rss, rss_item

from digest.errors import BinaryDocument, DocumentError, EmptyDocument, HugeDocument
from digest.ingest import feed, readers
from digest.text import brief

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>云溪要闻</title>
<entry><title type="html">云溪县&lt;b&gt;召开&lt;/b&gt;冬季防火工作会议</title><id>tag:yunxi.example,2026:7</id>
<published>2026-11-19T20:30:00Z</published><updated>2026-11-22T00:00:00Z</updated>
<source><title>云溪融媒</title></source>
<summary>摘要</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p><p>{ORDERS}</p></div></content></entry>
<entry><title>另一篇</title><link href="https://www.yunxi.example/8.html"/><content type="text">{LAST}&amp;lt;5</content>
</entry></feed>
"""


def written(tmp_path, data, name="feed.xml"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_each_entry_is_a_document_with_title_stamp_and_body(tmp_path):
    path = written(tmp_path, rss(rss_item(1), rss_item(2, title="云溪县部署森林防火巡护工作", body=f"{LEAD}\n{LAST}")))
    first, second = readers.read_all(path, max_bytes=10**6)
    assert (first.kind, first.encoding) == ("html", "utf-8")
    assert first.path == f"{path}#{first.file.removeprefix('feed.xml#')}"
    read = brief.read(first).article
    # half past midnight in Greenwich is half past eight in China
    assert (read.title, read.published, read.body) == (TITLE, "2026-11-20", (LEAD, ORDERS, LAST))
    assert brief.read(second).article.body == (LEAD, LAST)


def test_an_atom_feed_is_read_with_its_source_and_its_day_in_china(tmp_path):
    first, second = readers.read_all(written(tmp_path, ATOM.encode(), "a.atom"), max_bytes=10**6)
    read = brief.read(first).article
    assert (read.title, read.published, read.source) == (TITLE, "2026-11-20", "云溪融媒")
    assert read.body == (LEAD, ORDERS)
    assert "摘要" not in first.text
    assert f"<p>{LAST}&lt;5</p>" in second.text


def test_an_rss_1_feed_in_gb2312_is_read():
    text = (
        '<?xml version="1.0" encoding="gb2312"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="x"><title>会议</title>'
        f"<description>{LEAD}&ldquo;一线&rdquo;&nbsp;&amp;&LT;&nosuch;</description></item></rdf:RDF>"
    )
    entries, encoding = feed.read(text.encode("gb18030"))
    assert encoding == "gb18030"
    assert f"<p>{LEAD}“一线”\xa0&amp;&lt;&amp;nosuch;</p>" in entries[0].page


def test_an_entry_keeps_its_name_when_the_feed_grows():
    before, _ = feed.read(rss(rss_item(1), rss_item(2)))
    after, _ = feed.read(rss(rss_item(3), rss_item(1), rss_item(2)))
    assert [e.name for e in after[1:]] == [e.name for e in before]
    assert before[0].name.startswith("2026-11-t1.html-")
    assert all("/" not in e.name for e in after)


def test_entries_with_one_id_are_all_kept():
    same = '<guid isPermaLink="false">yunxi</guid><title>'
    items = [rss_item(n, body=f"<p>{LEAD}{n}</p>").replace("<title>", same) for n in range(3)]
    entries, _ = feed.read(rss(*items, items[0]))
    assert entries[0].name == "yunxi"
    assert len({e.name for e in entries}) == len(entries) == 3


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        ("Fri, 20 Nov 2026 08:30:00 +0800", "2026-11-20 08:30"),
        ("Thu, 19 Nov 2026 20:30:00 GMT", "2026-11-20 04:30"),
        ("Fri Nov 20 08:30:00 CST 2026", "2026-11-20 08:30"),
        ("Fri, 20 Nov 2026 08:30:00 CST", "2026-11-20 08:30"),
        ("2026-11-20 08:30:00", "2026-11-20 08:30"),
        ("2026年11月20日", "2026年11月20日"),
        ("9999-12-31T23:59:59Z", ""),
        ("", ""),
    ],
)
def test_stamps_are_told_in_chinese_time_when_they_have_a_zone(stamp, told):
    assert feed._published(stamp) == told


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"<note><to>x</to></note>", DocumentError, "not an RSS or Atom feed"),
        (rss(), EmptyDocument, "no entries"),
        (rss(rss_item(1))[:-40], DocumentError, "cut off"),
        (rss(rss_item(1, body="")), EmptyDocument, "only titles and links"),
        (rss(*[rss_item(1)] * 1001), HugeDocument, "1001 entries"),
        (b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'b'>]><rss>&a;</rss>", BinaryDocument, "entities"),
        ("云溪县召开会议".encode(), DocumentError, "not an RSS or Atom feed"),
        (b" " * 5_000_001, HugeDocument, "5 MB"),
    ],
)
def test_a_feed_that_cannot_be_read_says_why(data, error, reason):
    with pytest.raises(error, match=reason):
        feed.read(data)


def test_a_feed_is_no_single_document(tmp_path):
    with pytest.raises(DocumentError, match="a feed of 2 articles"):
        readers.read(written(tmp_path, rss(rss_item(1), rss_item(2))), max_bytes=10**6)
    assert readers.read(written(tmp_path, rss(rss_item(1))), max_bytes=10**6).kind == "html"


@pytest.mark.parametrize("piece", ["<a>", "<a/>", "&lt;", "&", "<![CDATA[", "&lt;!--", "<a b=", "&nbsp;"])
def test_a_feed_made_to_hang_a_parser_does_not(piece):
    data = rss(f"<item><title>x</title><description>{LEAD}{piece * (4_900_000 // len(piece))}</description></item>")
    started = time.process_time()
    with contextlib.suppress(DocumentError):
        feed.read(data)
    assert time.process_time() - started < 5  # of this process: others may be at work beside it
