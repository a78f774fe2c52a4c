"""Characters that a page lost and repair gave back are shown as such."""

from datetime import UTC, datetime

import damage

from digest.model import Document, Edition, Period, Story
from digest.render import render
from digest.text.brief import read

PAGE = """云溪县召开烟花爆竹禁燃禁放工作会议
来源：云溪融媒 发布时间：2026-11-03

11月2日，全县烟花爆竹禁燃禁放工作会议召开，通报烟花爆竹管控情况。县长赵山出席会议并讲话。

赵山强调，各乡镇要在11月底前完成烟花爆竹零售点排查，严禁在县城燃放烟花爆竹。要加强烟花爆竹运输环节监管。
"""


def brief_of(text, **more):
    return read(Document(path="a.txt", file="a.txt", text=text, kind="text", encoding="", sha256=""), **more)


def mail_of(brief):
    moment = datetime(2026, 11, 3, tzinfo=UTC)
    period = Period(start=moment, end=moment)
    edition = Edition(
        schedule="daily",
        slot="daily:2026-11-03",
        period=period,
        timezone="Asia/Shanghai",
        stories=(Story(brief=brief),),
    )
    return render(edition, key="k", languages=("zh-Hans", "zh-Hant"), english={})


def lossy_page():
    title, rest = PAGE.split("\n", 1)
    return title + "\n" + rest.replace("烟", "")


def test_a_lost_character_is_put_back_and_counted():
    brief = brief_of(lossy_page())

    assert brief.article.body == brief_of(PAGE).article.body
    assert len(brief.article.restored) == 5
    assert {brief.article.text[i] for i in brief.article.restored} == {"烟"}
    assert [(r.kind, r.count) for r in brief.article.repairs] == [("dropped_character", 5)]


def test_the_mail_shows_it_in_brackets_and_says_why():
    mail = mail_of(brief_of(lossy_page()))

    assert "〔烟〕花爆竹" in mail.text
    assert "〔煙〕花爆竹" in mail.text
    assert "〔烟〕花爆竹" in mail.html
    assert "网页丢失" in mail.text


def test_a_page_that_lost_nothing_has_no_brackets():
    assert "〔" not in mail_of(brief_of(PAGE)).text


def test_it_can_be_switched_off():
    brief = brief_of(lossy_page(), restore_dropped=False)

    assert brief.article.restored == ()
    assert "烟" not in brief.article.text
    assert damage.drop_han("烟花爆竹", "烟花爆竹", "烟") == "花爆竹"
