"""A reader's filter: what each field holds, and that script and width of letters never matter."""

from __future__ import annotations

from datetime import date

import pytest

from digest.model import Article, Brief, Directive, Story
from digest.pipeline.filter import match, searchable
from digest.text.query import parse

TODAY = date(2026, 11, 23)


def directive(number, **fields):
    stated = {
        "id": f"d{number}",
        "text": "要做好工作",
        "head": "做好工作",
        "issuer": None,
        "verb": None,
        "marker": "要",
        "owner": None,
        "owner_implied": None,
        "deadline": None,
        "deadline_date": None,
        "deadline_basis": None,
        "deadline_rule": None,
        "topics": (),
        "strength": "must",
        "list_path": None,
        "type": "operational",
        "start": 0,
        "end": 5,
    }
    return Directive(**(stated | fields))


def article(**fields):
    stated = {
        "key": "a",
        "file": "a.txt",
        "title": "云溪县部署5G基站与显著位置公示工作",
        "title_basis": "stated",
        "published": None,
        "event_date": None,
        "source": None,
        "place": "云溪县后湾乡",
        "doc_type": "meeting news",
        "body": ("县长干志远说，PM2.5要下降。沈家湾的干旱要重视，电台要发布。",),
    }
    return Article(**(stated | fields))


DIRECTIVES = (
    directive(1, issuer="干志远（县长）", owner="各乡镇、A区管委会", topics=("大气污染防治", "数字化IT")),
    directive(2, issuer="会议", owner="县发展改革局", topics=("大气污染防治",), deadline_date="2026-12-01"),
)
STORY = Story(
    brief=Brief(article=article(), key_sentences=(), directives=DIRECTIVES),
    copies=(article(key="b", file="b.txt", place="临渡区"),),
)


def decided(query, today=TODAY):
    return match(searchable(STORY), parse(query), today)


@pytest.mark.parametrize(
    "query",
    [
        *("title:显著位置", "title:顯著位置", "title:5G基站", "title:５Ｇ基站", "TITLE：５ｇ基站", "ｔｉｔｌｅ：公示"),
        *("place:云溪", "place:雲溪", "place:后湾", "place:後灣鄉", "place：临渡", "ＰＬＡＣＥ：臨渡區"),
        *("issuer:干志远", "issuer:乾志遠", "issuer:幹志遠", 'issuer："县长）"', 'issuer:"縣長)"'),
        *("owner:乡镇", "owner:鄉鎮", "owner:发展改革局", "owner:發展改革局", "owner:A区", "ｏｗｎｅｒ：Ａ區"),
        *("topic:大气污染防治", "topic:大氣污染防治", "topic:數字化it", "topic:数字化ＩＴ"),
        *("PM2.5", "ＰＭ２．５", "干旱", "乾旱", "沈家湾", "沈家灣", "电台", "電台", "電臺", '"發布"', "顯著"),
        *("due<9d", "ｄｕｅ＜９ｄ", "DUE ＜ ９D"),
        "乾旱 ＡＮＤ （owner:鄉鎮 ＯＲ topic:无） ＮＯＴ place:無",
    ],
)
def test_every_field_is_found_in_either_script_and_width(query):
    assert decided(query).ok, decided(query).why


def test_what_is_not_there_is_not_found_in_any_script():
    for query in ("owner:县长", "owner:縣長", "title:旱", "place:A区", "topic:發展", "due<8d"):
        assert not decided(query).ok


def test_a_reason_leads_to_the_directives_that_state_it():
    story = searchable(STORY)
    (owner,) = decided("owner:乡镇").reasons
    assert story.directives(owner) == DIRECTIVES[:1]
    (topic,) = decided("topic:大氣").reasons
    assert story.directives(topic) == DIRECTIVES
    (due,) = decided("due<30d").reasons
    assert story.directives(due) == DIRECTIVES[1:]
    for query in ("title:基站", "topic:航天", "旱"):
        (reason,) = decided(query).reasons
        assert story.directives(reason) == ()
