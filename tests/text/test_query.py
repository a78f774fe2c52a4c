from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from digest.errors import QueryError
from digest.text.query import FIELDS, And, Due, Not, Or, Query, Term, find_fault, parse

TODAY = date(2026, 3, 1)
TRADITIONAL = str.maketrans("氣煙業", "气烟业")
ARTICLE = {
    "title": ["澄湖市召开大氣污染防治会议"],
    "issuer": ["市长"],
    "owner": ["各乡镇", "市环境局"],
    "topic": ["环境"],
    "text": ["严禁燃放烟花爆竹。\n  PM2.5 浓度要下降，Machine 要检修，5G网络要覆盖。"],
}


def fold(text):
    return text.translate(TRADITIONAL)


def match(query, due=(), today=TODAY):
    return parse(query).matches(ARTICLE, fold=fold, due=due, today=today)


@pytest.mark.parametrize(
    "query",
    [
        "大气",
        "大气 烟花",
        "大气 AND 烟花",
        "粮食 OR 烟花",
        "大气 NOT 粮食",
        "NOT NOT 大气",
        "粮食 春耕 OR 烟花",
        "烟花 OR 粮食 春耕",
        "大气 AND (粮食 OR 煙花)",
        "大气　（粮食　OR　烟花）",
        '"烟花爆竹"',
        "“烟花爆竹”",
        "”烟花爆竹“",
        '"要下降，machine"',
        '"爆竹。 pm2.5"',
        "ＰＭ２.５",
        "5g",
        "machine",
        "issuer:市长",
        "Owner：乡镇",
        'owner:"市环境局"',
        "topic: 环境",
        "title:大气 NOT title:烟花",
        "大气 ＯＲ 粮食",
    ],
)
def test_query_matches(query):
    assert match(query).ok


@pytest.mark.parametrize(
    "query",
    [
        "粮食",
        "大气 粮食",
        "NOT 大气",
        "NOT 粮食 AND 春耕",
        "NOT (大气 OR 粮食)",
        "(粮食 OR 烟花) 春耕",
        "mac",
        "M2.5",
        "G网络",
        "title:烟花",
        "issuer:乡镇",
        "place:澄湖",
        '"烟花 爆竹"',
    ],
)
def test_query_does_not_match(query):
    assert not match(query).ok


def test_not_binds_tighter_than_and_and_and_tighter_than_or():
    assert parse("a OR NOT b c AND d") == Query(Or((Term("a"), And((Not(Term("b")), Term("c"), Term("d"))))))


def test_match_says_which_terms_decided():
    assert match("大气 (粮食 OR 烟花) NOT 春耕").why == ("大气 in title", "烟花 in text", "no 春耕")
    assert match("大气 粮食 owner:春耕").why == ("no 粮食", "no owner:春耕")
    assert match("NOT 大气").why == ("大气 in title",)


@pytest.mark.parametrize(
    ("day", "near"),
    [
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 3, 30), True),
        (date(2026, 3, 31), False),
    ],
)
def test_due_counts_whole_days_from_today_and_leaves_out_the_past(day, near):
    assert match("due<30d", due=[day]).ok is near
    assert match("大气 AND DUE ＜ 30 d", due=[day]).ok is near


def test_due_never_matches_without_a_deadline_and_tells_the_day_it_found():
    assert match("due<30d").why == ("no due<30d",)
    assert match("NOT due<30d").ok
    assert match("due<30d", due=[date(2027, 1, 1), date(2026, 3, 5)]).why == ("due 2026-03-05",)


def test_due_without_today_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="needs today"):
        match("due<3d", today=None)


@pytest.mark.parametrize(
    ("query", "column", "reason"),
    [
        ("", 1, "the query is empty"),
        ("  ", 1, "the query is empty"),
        ("大气 OR", 6, "a word is missing at the end"),
        ("AND 大气", 1, "a word is missing before AND"),
        ("大气 OR AND 烟花", 7, "a word is missing before AND"),
        ("()", 2, "a word is missing before )"),
        ("(大气 OR 烟花", 1, "this parenthesis is not closed"),
        ("大气) 烟花", 3, "this parenthesis closes nothing"),
        ('大气 "烟花', 4, "this quotation mark is not closed"),
        ('大气 " "', 4, "there is nothing between these quotation marks"),
        ("大气 or 烟花", 4, 'write OR in capitals, or "or" in quotes to look for the word'),
        ("大气，烟花", 1, "write AND or OR between words instead of a comma, or put the phrase in quotes"),
        ("大气 -烟花", 4, 'write NOT in front of a word to leave it out, or put it in quotes: "-烟花"'),
        ("大气 | 烟花", 4, "write OR or AND in capitals"),
        ("isuer:市长", 1, "there is no field isuer: (did you mean issuer:?)"),
        ("xyz:市长", 1, "there is no field xyz: (the fields are issuer, owner, place, topic, title)"),
        ("大气 topic:", 10, 'write a word or a "phrase" after topic:'),
        ("topic:(大气 OR 烟花)", 7, 'write a word or a "phrase" after topic:'),
        ("due<30", 1, 'write a deadline as due<30d, or put the word in quotes: "due<30"'),
        ("due > 3d", 5, 'write a deadline as due<30d, or put the word in quotes: ">"'),
        ("due:3d", 1, "write a deadline as due<30d"),
        ("(" * 99 + "大气" + ")" * 99, 51, "the query is nested too deeply"),
    ],
)
def test_fault_has_a_column_and_a_reason(query, column, reason):
    fault = find_fault(query)
    assert (fault.column, fault.reason) == (column, reason)
    with pytest.raises(QueryError):
        parse(query)


def test_error_shows_a_caret_below_the_character_counting_wide_ones_twice():
    with pytest.raises(QueryError) as caught:
        parse("大气 or 烟花")
    assert str(caught.value).splitlines()[1:] == ["  大气 or 烟花", "       ^"]


def test_sound_query_has_no_fault():
    assert find_fault("大气 OR 禁燃") is None


PHRASES = st.text(min_size=1).map(lambda text: " ".join(text.translate(dict.fromkeys(map(ord, '"“”＂'))).split()))
AWKWARD = st.sampled_from(["and", "OR", "ＮＯＴ", "-x", "due<3d", "topic:x", "x:", "a，b", "(a", "||", "<"])
TERMS = st.builds(Term, PHRASES.filter(bool) | AWKWARD, st.none() | st.sampled_from(FIELDS))
LEAVES = TERMS | st.builds(Due, st.integers(0, 9999))
NODES = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(NODES)
def test_printed_query_parses_to_the_same_query(node):
    assert parse(str(Query(node))) == Query(node)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='大a1 ()（）"“:：<d>ANDORT-|，', max_size=30))
def test_any_text_is_a_query_or_a_query_error(text):
    fault = find_fault(text)
    if fault is None:
        query = parse(text)
        assert parse(str(query)) == query
    else:
        assert 1 <= fault.column <= len(text) + 1
