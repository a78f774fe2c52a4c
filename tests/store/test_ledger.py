"""The ledger: one row for each demand, with every place where it was read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from digest.errors import UnknownDirective
from digest.model import Brief, Directive, Verdict
from digest.store import articles, demands, ledger
from digest.store.demands import Wanted

WORK = "市水务局要在12月20日前完成三十公里老旧管网更换，优先安排群众反映强烈的小区"
OTHER_WORK = WORK.replace("三十", "五十")


@pytest.fixture
def told(brief):
    """A brief of one directive."""

    def make(number, text=WORK, *, place="星桥市", said="2026-11-20", **fields):
        article = brief(number, body=(text,), place=place, event_date=said, source=f"第{number}报").article
        values = {
            "id": f"{number:010d}",
            "text": text,
            "head": "完成管网更换",
            "issuer": "沈未央（副市长）",
            "verb": "要求",
            "marker": "要",
            "owner": "市水务局",
            "owner_implied": None,
            "deadline": "12月20日前" if "12月20日前" in text else None,
            "deadline_date": "2026-12-20" if "12月20日前" in text else None,
            "deadline_basis": None,
            "deadline_rule": None,
            "topics": ("住房与城建", "组织与责任"),
            "strength": "should",
            "list_path": None,
            "type": "operational",
            "start": 0,
            "end": len(text),
        }
        return Brief(article=article, key_sentences=(), directives=(Directive(**{**values, **fields}),))

    return make


@pytest.fixture
def enter(conn, now):
    """Keep briefs and enter them, a day apart; returns the ids of their articles."""

    def keep(*briefs):
        ids = []
        for day, kept in enumerate(briefs):
            number, _ = articles.add(conn, kept, extractor="1", first_seen=now + timedelta(days=day))
            ledger.enter(conn, number, kept)
            ids.append(number)
        return ids

    return keep


def shown(conn, **wanted):
    return [demand.id for demand in demands.search(conn, Wanted(**wanted))]


def test_a_demand_is_kept_with_the_place_where_it_was_read(conn, enter, told, now):
    enter(told(1))
    (demand,) = demands.search(conn, Wanted())
    assert (demand.id, demand.issuer, demand.owner, demand.place) == (
        *("0000000001", "沈未央（副市长）", "市水务局", "星桥市"),
    )
    assert (demand.first_seen, demand.last_seen, demand.mentions) == (now, now, 1)
    assert demand.topics == ("住房与城建", "组织与责任")
    (mention,) = demands.mentions_of(conn, [demand.id])[demand.id]
    assert (mention.verdict, mention.file, mention.outlet, mention.date) == (
        *(Verdict.NEW, "1.txt", "第1报", "2026-11-20"),
    )
    assert mention.text == demand.text[mention.start : mention.end]


def test_entering_an_article_again_changes_nothing(conn, enter, told, now):
    (number,) = enter(told(1))
    before = demands.search(conn, Wanted()), demands.mentions_of(conn, ["0000000001"])
    ledger.enter(conn, number, told(1))
    assert (demands.search(conn, Wanted()), demands.mentions_of(conn, ["0000000001"])) == before


def test_two_outlets_give_one_demand_with_two_mentions(conn, enter, told, now):
    enter(told(1), told(2, place=None))
    (demand,) = demands.search(conn, Wanted())
    assert (demand.id, demand.mentions) == ("0000000001", 2)
    assert (demand.first_seen, demand.last_seen) == (now, now + timedelta(days=1))
    assert [m.file for m in demands.mentions_of(conn, [demand.id])[demand.id]] == ["1.txt", "2.txt"]


def test_a_moved_deadline_and_a_greater_strength_hold_from_then_on(conn, enter, told):
    later = WORK.replace("12月20日", "2027年1月20日")
    moved = told(2, later, said="2026-12-18", deadline="2027年1月20日前", deadline_date="2027-01-20", strength="must")
    enter(told(1), moved, told(3, said="2026-11-20"))
    (demand,) = demands.search(conn, Wanted())
    assert (demand.deadline, demand.deadline_date, demand.strength) == ("2027年1月20日前", "2027-01-20", "must")
    found = demands.mentions_of(conn, [demand.id])[demand.id]
    assert [(m.verdict.value, m.moved_from) for m in found] == [
        ("new", None),
        ("deadline moved", "2026-12-20"),
        ("repeated", None),
    ]


def test_another_number_is_another_demand(conn, enter, told):
    enter(told(1), told(2, OTHER_WORK))
    assert shown(conn) == ["0000000002", "0000000001"]


def test_the_same_words_of_two_meetings_elsewhere_are_two_demands_with_ids_of_their_own(conn, enter, told):
    here, there = (told(n, place=place, issuer="会议", id="00000000aa") for n, place in ((1, "星桥市"), (2, "云溪县")))
    enter(here, there)
    second, first = demands.search(conn, Wanted())
    assert (first.id, first.place, second.place) == ("00000000aa", "星桥市", "云溪县")
    assert len(second.id) == 10
    assert second.id != first.id


def test_near_duplicates_within_one_article_stay_apart(conn, enter, told):
    one = told(1)
    (directive,) = one.directives
    enter(replace(one, directives=(directive, replace(directive, id="0000000009", strength="must"))))
    assert [demand.mentions for demand in demands.search(conn, Wanted())] == [1, 1]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"issuer": "沈未央"}, True),
        ({"issuer": "沈未央（副市長）"}, True),
        ({"issuer": "许映川"}, False),
        ({"owner": "水務局"}, True),
        ({"owner": "教育局"}, False),
        ({"place": "星橋"}, True),
        ({"place": "云溪"}, False),
        ({"topic": "住房"}, True),
        ({"topic": "组织与责任"}, True),
        ({"topic": "教育"}, False),
        ({"text": "老舊管網 小區"}, True),
        ({"text": "１２月２０日"}, True),
        ({"text": "管网 学校"}, False),
        ({"text": "%"}, True),
        ({"text": "_"}, False),
        ({"due_before": date(2026, 12, 21)}, True),
        ({"due_before": date(2026, 12, 20)}, False),
        ({"type": "operational"}, True),
        ({"type": "principle"}, False),
    ],
)
def test_filters_find_in_any_script_and_width(conn, enter, told, wanted, found):
    enter(told(1))
    assert bool(shown(conn, **wanted)) == found


def test_since_means_read_again_and_the_newest_come_first(conn, enter, told, now):
    enter(told(1), told(2, OTHER_WORK), told(3))
    assert shown(conn) == ["0000000001", "0000000002"]
    assert shown(conn, since=now + timedelta(hours=30)) == ["0000000001"]
    assert len(demands.search(conn, Wanted(), 1)) == 1


def test_a_demand_is_found_by_the_beginning_of_its_id_or_of_a_mention(conn, enter, told):
    enter(told(1, id="ab00000001"), told(2, id="cd00000002"), told(3, OTHER_WORK, id="ab99999999"))
    assert demands.find(conn, "ab0").id == "ab00000001"
    assert demands.find(conn, "CD").id == "ab00000001"
    with pytest.raises(UnknownDirective, match=r"ab: several directives begin so: ab00000001, ab99999999"):
        demands.find(conn, "ab")
    with pytest.raises(UnknownDirective, match="ff: there is no such directive"):
        demands.find(conn, "ff")


def test_an_article_is_found_by_the_directive_it_holds(conn, enter, told):
    first, second = enter(told(1, id="ab00000001"), told(2, id="ab00000001"))
    assert demands.article_of(conn, "ab0") == (second, "ab00000001")
    assert first != second
    with pytest.raises(UnknownDirective):
        demands.article_of(conn, "%")


def test_what_was_demanded_before_leaves_out_the_story_and_what_came_later(conn, enter, told):
    first, second, third, fourth = enter(*(told(number) for number in (1, 2, 3, 4)))
    assert ledger.earlier(conn, [first]) == {}
    assert ledger.earlier(conn, [second, first]) == {}
    assert [e.article_id for e in ledger.earlier(conn, [third])["0000000003"]] == [first, second]
    assert [e.article_id for e in ledger.earlier(conn, [fourth, second])["0000000004"]] == [first]


def test_articles_from_before_the_ledger_wait_in_the_order_in_which_they_came(conn, told, now):
    ids = [articles.add(conn, told(n), extractor="1", first_seen=now - timedelta(days=n))[0] for n in (1, 2)]
    assert ledger.waiting(conn) == tuple(reversed(ids))
    ledger.enter(conn, ids[1], told(2))
    assert ledger.waiting(conn) == (ids[0],)
