"""What the page states, and nothing it does not."""

import pytest

from digest.text.clean import clean
from digest.text.html import page_lines
from digest.text.metadata import read_metadata

BODY = "11月2日上午，云溪县召开防汛工作推进会，部署下阶段任务。县长赵山出席会议并讲话，要求各乡镇抓好落实。"


def about(*lines):
    return read_metadata(clean("\n".join(lines)))


def test_a_stated_title_stamp_and_source_are_read():
    found = about("云溪县召开防汛工作推进会", "来源：云溪融媒 发布时间：2026-11-03 09:00", BODY)

    assert (found.title, found.title_basis) == ("云溪县召开防汛工作推进会", "stated")
    assert (found.published, found.event_date, found.source) == ("2026-11-03", "2026-11-02", "云溪融媒")
    assert (found.place, found.doc_type) == ("云溪县", "meeting news")


def test_a_missing_title_is_built_from_the_lead_and_says_so():
    found = about("2026年专题", BODY)

    assert (found.title, found.title_basis) == ("云溪县召开防汛工作推进会", "lead")


def test_without_a_year_none_is_invented():
    assert about(BODY).event_date == "--11-02"
    assert about(BODY).published is None


def test_an_empty_source_field_is_no_source():
    assert about("云溪县召开防汛工作推进会", "来源：   时间：2026-11-03 09:00", BODY).source is None


def test_a_december_event_published_in_january_is_of_the_year_before():
    body = BODY.replace("11月2日", "12月30日")

    assert about("云溪县召开防汛工作推进会", "发布时间：2027-01-02", body).event_date == "2026-12-30"


def test_stamps_of_teasers_are_not_the_page_s_own():
    lines = ("云溪县召开防汛工作推进会", BODY, "猜你喜欢", "某手机新品发布", "2027-05-23 14:17:12")

    assert about(*lines).published is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云溪县人民政府关于禁止燃放烟花爆竹的通告", "notice"),
        ("云溪县文明城市创建简报（第3期）", "bulletin"),
        ("赵山调研冬季供热保障工作", "inspection"),
        ("云溪县干部任前公示名单一览", "appointment"),
        ("云溪县召开防汛工作推进会", "meeting news"),
    ],
)
def test_the_kind_of_document(title, kind):
    assert about(title, BODY).doc_type == kind


def test_html_gives_title_source_and_body_without_the_page_around_it():
    html = f"""<html><head><title>云溪县召开防汛工作推进会_云溪县人民政府</title></head><body>
    <div class="nav"><a href="/">首页</a><a href="/news">新闻</a></div><h1>云溪县召开防汛工作推进会</h1>
    <div class="info">来源：云溪融媒 发布时间：2026-11-03 09:00</div><div class="article"><p>{BODY}</p><p>{BODY[:-3]}见效。</p></div>
    <div class="footer">版权所有：云溪县人民政府 ICP备00000000号</div></body></html>"""

    cleaned = clean(page_lines(html))
    found = read_metadata(cleaned)

    assert found.title == "云溪县召开防汛工作推进会"
    assert (found.source, found.published) == ("云溪融媒", "2026-11-03")
    assert cleaned.body[0] == BODY


def test_broken_html_is_no_fault():
    assert page_lines("") == ""
    assert page_lines("<html></html>") == ""
    page_lines("<" * 5000)


@pytest.mark.parametrize("reference", ["&#1;", "&#x1f;", "&#X0B", "&#0;", "&#31;"])
def test_a_reference_to_a_control_character_is_a_space(reference):
    shown = page_lines(f"<html><body><p>{BODY}{reference}</p><p>各乡镇{reference}抓好落实。</p></body></html>")

    assert not any(ord(c) < 32 for c in shown.replace("\n", ""))
    assert BODY in shown
    assert "抓好落实" in shown


def test_a_reference_to_a_letter_stays_one():
    assert "会议" in page_lines("<p>&#20250;&#x8bae;&#20250;&#x8bae;&#20250;</p>")


def test_a_meeting_without_title_or_place_belongs_to_the_office_of_its_chair():
    assert about(BODY.replace("云溪县召开", "县委副书记、县长赵山主持召开")).title == "县政府召开防汛工作推进会"
    assert about(BODY.replace("云溪县召开", "县委书记赵山主持召开")).title == "县委召开防汛工作推进会"
    assert about(BODY.replace("云溪县召开", "云溪县委书记赵山主持召开")).title == "云溪县召开防汛工作推进会"


def test_a_visit_without_title_is_named_by_who_went_where():
    lead = "11月2日，县委书记赵山先后到石桥镇、云溪经开区调研防汛工作时强调，要落实责任，抓紧排查水库和河堤隐患。"
    assert about(lead).title == "赵山在石桥镇、云溪经开区调研防汛工作"
    assert (
        about("11月2日，督导组到石桥镇调研防汛工作。县防汛办要求各村落实责任，抓紧排查水库和河堤隐患。").title is None
    )


def test_an_outlet_is_read_from_a_byline_a_credit_and_a_table_column():
    assert about("云溪日报客户端记者 孙竹 通讯员 钱林" + BODY).source == "云溪日报客户端"
    assert about(BODY + "（云溪融媒消息）").source == "云溪融媒"
    assert about("石桥网讯（记者 孙竹）" + BODY + "（县水务局供稿）").source == "石桥网"
    stamped = about("2026-11-03 14:34  来源：                  云溪融媒             ，正文：" + BODY)
    assert (stamped.published, stamped.source) == ("2026-11-03", "云溪融媒")


def test_a_deputy_magistrate_is_no_place():
    assert about("11月2日，云溪县副县长赵山到石桥镇调研防汛工作，察看水库。").place == "云溪县"


def test_a_day_that_no_calendar_has_is_none():
    found = about(
        "云溪县召开防汛工作推进会", "来源：云溪融媒 发布时间：2026-13-05 09:00", BODY.replace("11月2日", "11月31日")
    )
    assert (found.published, found.event_date) == (None, None)
    assert about("发布时间：2026-03-05", BODY.replace("11月2日", "2月29日")).event_date is None


def test_the_name_of_an_outlet_may_hold_the_word_that_labels_a_date():
    assert about("云溪县召开防汛工作推进会", "来源：云溪发布 时间：2026-11-03", BODY).source == "云溪发布"
    assert about("云溪县召开防汛工作推进会", "来源：云溪发布 发布时间：2026-11-03", BODY).source == "云溪发布"


@pytest.mark.parametrize(
    "line",
    ["云溪融媒　2026-11-03 08:16:33　阅读 2046", "2026-11-03　云溪融媒　第02版：要闻", "2026年11月3日 08:16 云溪融媒"],
)
def test_a_stamp_without_a_label_dates_the_page_and_names_the_outlet(line):
    found = about("云溪县召开防汛工作推进会", line, BODY)
    assert (found.title, found.published, found.source) == ("云溪县召开防汛工作推进会", "2026-11-03", "云溪融媒")


@pytest.mark.parametrize("line", ["□本报记者 周澜 通讯员 赵岸 报道", "云溪县人民政府办公室", "本报记者 周澜"])
def test_who_wrote_or_published_a_text_is_not_its_title(line):
    title = "云溪县召开防汛工作推进会"
    assert about(f"{line}\n{title}\n{BODY}").title == title
