"""The whole way from a document to its Brief: goldens beside their inputs, ranking, copies, deadlines."""

import json
import os
from pathlib import Path

import pytest

from digest.errors import EmptyDocument, HugeDocument
from digest.ingest import readers
from digest.model import Brief, Document
from digest.text.brief import LONGEST, LONGEST_PAGE, read, to_json
from digest.text.deadline_dates import resolve
from digest.text.rank import key_sentences
from digest.text.similarity import merge

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").iterdir())
GOLDEN = ROOT / "tests" / "golden"


SPEECH = "11月20日，云溪县召开消防安全工作会议。县长陶知行强调，各乡镇要在12月20日前完成一轮排查，严禁走过场。"


def brief_of(path):
    return read(readers.read(path, max_bytes=10**7))


def document(text, kind="text"):
    return Document(path="a.txt", file="a.txt", text=text, kind=kind, encoding="utf-8", sha256="0")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_a_seed_reads_as_its_golden(seed):
    """Rewrite with UPDATE_GOLDEN=1 and read the difference."""
    golden = GOLDEN / f"{seed.stem}.json"
    found = json.dumps(to_json(brief_of(seed)), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, "utf-8")

    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_offsets_are_the_text(seed):
    brief = brief_of(seed)
    text = brief.article.text

    assert all(text[d.start : d.end] == d.text and d.head in d.text for d in brief.directives)
    assert all(text[k.start : k.end] == k.text for k in brief.key_sentences)


def test_a_page_without_an_article_is_refused_by_name():
    with pytest.raises(EmptyDocument, match=r"a\.txt: no article text found"):
        read(document("首页\n联系我们\n"))


def test_a_brief_survives_the_store():
    from dataclasses import asdict

    brief = brief_of(SEEDS[0])

    assert Brief.from_dict(json.loads(json.dumps(asdict(brief)))) == brief


def test_the_same_words_are_the_same_article_whatever_the_file():
    text = SEEDS[0].read_text("utf-8")
    other = Document(path="b.txt", file="b.txt", text=text, kind="text", encoding="gb18030", sha256="1")

    assert read(document(text)).article.key == read(other).article.key


def test_a_syndicated_copy_is_one_story_and_other_meetings_are_not():
    briefs = [brief_of(seed) for seed in SEEDS]

    stories = merge(briefs)

    assert len(stories) == len(SEEDS) - 1
    (copied,) = [s for s in stories if s.copies]
    assert {copied.brief.article.file, *(c.file for c in copied.copies)} == {
        "2026-11-02-qingping-fire-safety.txt",
        "2026-11-03-wangxiu-fire-safety.txt",
    }


def test_two_meetings_of_one_series_stay_apart():
    first = "11月2日，云溪县召开第八次大气污染防治周调度会。会议强调，要加强散煤治理，逐户排查登记，建立台账。各乡镇要压实责任。"
    second = "11月9日，云溪县召开第九次大气污染防治周调度会。会议要求，要紧盯扬尘污染，督促工地落实覆盖措施。各部门要加大执法力度。"

    assert len(merge([read(document(first)), read(document(second))])) == 2


def test_the_lead_ranks_first_and_attendance_does_not_rank():
    body = [
        "11月2日，云溪县召开森林防火工作会议，部署今冬明春防火任务。县长赵山、副县长李河等县领导出席会议。",
        "赵山强调，各乡镇要在11月底前完成林区隐患排查，逐项建立台账。要加强野外用火管理，严查违规用火行为。",
    ]

    found = key_sentences(body, title="云溪县召开森林防火工作会议", limit=3)

    assert found[0].text.startswith("11月2日")
    assert not any("出席会议" in k.text for k in found[:2])
    assert [k.rank for k in found] == [1, 2, 3]


def test_ranking_nothing_gives_nothing():
    assert key_sentences([]) == ()
    assert key_sentences(["标题"]) == ()


@pytest.mark.parametrize(
    ("words", "reference", "day"),
    [
        ("6月底前", "2026-03-02", "2026-06-30"),
        ("3月底前", "2026-11-02", "2027-03-31"),
        ("12月10日前", "2026-11-02", "2026-12-10"),
        ("2027年3月底前", None, "2027-03-31"),
        ("年底前", "2026-11-02", "2026-12-31"),
        ("3日内", "2026-11-29", "2026-12-02"),
        ("两周内", "2026-11-02", "2026-11-16"),
        ("三个月内", "2026-11-30", "2027-02-28"),
        ("本周内", "2026-11-04", "2026-11-08"),
        ("月底前", "2026-02-04", "2026-02-28"),
        ("11月中旬前", "2026-11-02", "2026-11-20"),
        ("6月31日前", "2026-03-02", None),
        ("6月底前", None, None),
        ("6月底前", "--06-01", None),
        ("立即", "2026-11-02", None),
        ("汛期前", "2026-11-02", None),
        ("5个工作日内", "2026-11-02", None),
        ("48小时内", "2026-11-02", "2026-11-04"),
        ("2小时内", "2026-11-02", None),
        ("即日起至12月15日", "2026-11-02", "2026-12-15"),
        ("自11月1日起至2027年1月31日", "2026-11-02", "2027-01-31"),
        ("10月20日前", "2026-11-02", "2026-10-20"),
        ("3月20日前", "2026-11-02", "2027-03-20"),
        ("春节前", "2026-11-02", "2027-02-05"),
        ("“五一”前", "2026-11-02", "2027-04-30"),
        ("清明前", "2026-11-02", "2027-04-04"),
        ("中秋节前", "2026-11-02", "2027-09-14"),
        ("元旦春节前", "2026-11-02", "2027-02-05"),
        ("上半年内", "2026-03-02", "2026-06-30"),
        ("本季度末前", "2026-11-02", "2026-12-31"),
        ("一季度末前", "2026-11-02", "2027-03-31"),
        ("12月前", "2026-11-02", "2026-11-30"),
        ("25日前", "2026-11-26", "2026-12-25"),
        ("今年年底前", "2026-11-02", "2026-12-31"),
        ("二〇二七年六月三十日前", None, "2027-06-30"),
        ("两三天内", "2026-11-02", None),
        ("半个月内", "2026-11-02", None),
        ("半年内", "2026-11-02", None),
        ("一百二十日内", "2026-11-02", None),
        ("次月底前", "2026-11-02", "2026-12-31"),
        ("后年底前", "2026-11-02", None),
        ("2028年春节前", "2026-11-02", "2028-01-25"),
        ("明年国庆前", "2026-03-02", "2027-09-30"),
        ("20261130日内", "2026-11-02", None),
        ("3日内", "2026-11-31", None),
        (None, "2026-11-02", None),
    ],
)
def test_a_deadline_is_a_date_only_where_words_and_reference_decide_it(words, reference, day):
    found = resolve(words, published=reference)
    assert (found.day.isoformat() if found else None) == day


def test_a_day_is_counted_from_the_event_before_the_stamp_and_says_so():
    found = resolve("3日内", published="2026-11-05", event_date="2026-11-03")
    assert (found.day.isoformat(), found.basis, found.rule) == ("2026-11-06", "event 2026-11-03", "within")
    assert resolve("2027年3月底前", published="2026-11-05").basis is None


def test_the_scripts_of_a_page_do_not_count_as_its_length():
    script = "<script>" + "x" * LONGEST + "</script>"
    page = f"<html><body>{script}<p>{SPEECH}</p></body></html>"

    assert read(document(page, "html")).article.body == read(document(f"<p>{SPEECH}</p>", "html")).article.body
    with pytest.raises(HugeDocument, match="longer than any article"):
        read(document("字" * (LONGEST + 1)))
    with pytest.raises(HugeDocument, match="longer than any article"):
        read(document(page + " " * LONGEST_PAGE, "html"))


@pytest.mark.parametrize(
    ("frame", "day"), [("接到举报后", None), ("会后", "2026-11-05"), ("自受理之日起", None), ("", "2026-11-05")]
)
def test_days_that_are_counted_from_an_unstated_day_have_no_date(frame, day):
    text = f"2026年11月2日，云溪县召开防汛工作会议。县长赵山强调，各乡镇要在{frame}3日内完成核查并上报结果。"
    (directive,) = read(document(text)).directives
    assert (directive.deadline, directive.deadline_date) == ("3日内", day)
