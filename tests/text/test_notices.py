"""Notices of many kinds: how they ask, and who issued them."""

import pytest

from digest.model import Document
from digest.text.brief import read


def directives(*lines):
    text = "\n".join(lines)
    return read(Document(path="a.txt", file="a.txt", text=text, kind="text", encoding="utf-8", sha256="")).directives


def texts(*lines):
    return [d.text for d in directives(*lines)]


SIGNED = ("云溪县公安局", "2026年11月9日")


def test_a_notice_that_announces_nothing_asks_where_it_is_strict():
    found = directives(
        "关于东堤封闭管理的通告",
        "目前青河水位仍处于警戒线以上，为方便抢险，闲杂车辆严禁驶入东堤便道，运石料的车除外。堤上商户请于11月10日16时前收摊离开。",
        "特此通告。",
        *SIGNED,
    )
    assert [(d.text[-10:], d.issuer) for d in found] == [
        ("便道，运石料的车除外", "云溪县公安局"),
        ("0日16时前收摊离开", "云溪县公安局"),
    ]


def test_what_stands_below_a_heading_that_forbids_is_forbidden():
    assert texts(
        "云溪县人民政府关于保护水库水质的通告",
        "为让县城喝上干净水，现将有关要求通告如下：",
        "一、保护范围：库区全部水面。",
        "二、禁止行为：",
        "（一）洗车、洗衣、露营等；",
        "（二）其他弄脏水面的举动。",
        "三、看到排污应马上告诉管理所。",
        "云溪县人民政府",
        "2026年11月9日",
    ) == ["洗车、洗衣、露营等", "其他弄脏水面的举动", "看到排污应马上告诉管理所"]


def test_items_say_what_stops_and_what_goes_on():
    found = directives(
        "关于湖滨演出期间有关安排的通知",
        "湖滨大道将举行演出，现将有关安排通知如下：",
        "一、城东小学、镇幼儿园11月20日停课一天。",
        "二、夜校照常上课。",
        "三、演出当晚，湖上游船停运。",
        "云溪县教育局",
        "2026年11月18日",
    )
    assert [(d.text, d.owner, d.issuer) for d in found] == [
        ("城东小学、镇幼儿园11月20日停课一天", "城东小学、镇幼儿园", "云溪县教育局"),
        ("夜校照常上课", "夜校", "云溪县教育局"),
        ("演出当晚，湖上游船停运", None, "云溪县教育局"),
    ]


def test_a_decision_with_numbered_items_is_a_notice():
    assert texts(
        "老桥检测时发现裂缝。几家商量以后，做出如下决定：",
        "1.老桥11月10日起封闭。",
        "2.请沿线学校另排校车线路。",
        "云溪县教育局",
        "2026年11月9日",
    ) == ["老桥11月10日起封闭", "请沿线学校另排校车线路"]


def test_an_appeal_of_several_organs_asks_and_is_theirs():
    found = directives(
        "各位乡亲：",
        "为了把村道扫干净，县爱国卫生办、县水利局联合向全县农户发出以下倡议。",
        "倡导门前清扫。提倡每周六扫一次，邻里互相帮忙。",
        "倡导垃圾分拣。不乱丢农药瓶，不往河边倒垃圾。",
        "县爱国卫生办",
        "县水利局",
        "2026年3月26日",
    )
    assert [d.text for d in found] == [
        "倡导门前清扫。提倡每周六扫一次，邻里互相帮忙",
        "倡导垃圾分拣。不乱丢农药瓶，不往河边倒垃圾",
    ]
    assert {d.issuer for d in found} == {"县爱国卫生办、县水利局"}


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("云溪县水务局关于停水的通告", "云溪县水务局"),
        ("云溪县关于停水的通告", "云溪县供水公司"),  # a place issues nothing
        ("关于停水的通告", "云溪县供水公司"),
    ],
)
def test_the_issuer_is_an_organ_of_the_title_or_else_the_signature(title, issuer):
    body = ("因管网检修，现将停水事项通告如下：", "一、东城片区11月10日停水。", "云溪县供水公司", "2026年11月9日")
    assert {d.issuer for d in directives(title, *body)} == {issuer}


def test_a_meeting_that_makes_requirements_is_no_notice():
    found = directives(
        "云溪县召开防汛工作会议",
        "11月9日，云溪县召开防汛工作会议。县长赵山出席并讲话。",
        "赵山强调三点：一是船只再清点。要把渡船逐条登记造册。二是各渡口一定要有人值守。",
    )
    assert [(d.text, d.issuer) for d in found] == [
        ("一是船只再清点。要把渡船逐条登记造册", "赵山（县长）"),
        ("二是各渡口一定要有人值守", "赵山（县长）"),
    ]


def test_a_dash_opens_a_speech_like_a_colon():
    found = directives(
        "云溪县领导检查春运工作",
        "1月16日，县委书记赵山检查春运工作。",
        "赵山强调——",
        "要把候车室的暖气修好。要备好热水和毛毯。",
    )
    assert [(d.text, d.issuer) for d in found] == [
        ("要把候车室的暖气修好", "赵山（县委书记）"),
        ("要备好热水和毛毯", "赵山（县委书记）"),
    ]


def test_what_should_be_done_in_the_course_of_something_is_demanded():
    assert texts("县长赵山指出，要抓好街巷整修。拆墙过程中应小心避开老树。") == [
        "要抓好街巷整修",
        "拆墙过程中应小心避开老树",
    ]


def test_a_notice_that_asks_its_readers_counts_each_request_and_no_courtesy():
    found = directives(
        "停水公告",
        "尊敬的用户：",
        "因东门泵站换阀，我公司定于5月25日23时起停水。请东门一带住户先存好水。由此带来的不便敬请谅解。我公司人手已到位。",
        "特此公告。",
        "云溪县供水公司",
        "2026年5月24日",
    )
    assert [(d.text, d.issuer) for d in found] == [("请东门一带住户先存好水", "云溪县供水公司")]


def test_a_letter_asks_by_its_numbered_lines():
    assert texts(
        "致全县家长的一封信",
        "各位家长：",
        "暑假将至，我们提出以下几点倡议，请一起做到。",
        "一、请您不让孩子独自去水库。您的孩子如约伴外出，请您问清去处。",
        "二、每晚陪孩子读书半小时。非常感谢您的配合。",
        "云溪县教育局",
        "2026年7月1日",
    ) == ["请您不让孩子独自去水库", "您的孩子如约伴外出，请您问清去处", "每晚陪孩子读书半小时"]


def test_a_signed_and_dated_text_that_asks_whoever_reads_it_is_a_notice():
    found = directives(
        "入冬以来山上落叶很厚。请进山居民随手带走烟头。同时，各护林站要加密巡山。",
        "县森林防火指挥部",
        "2026年11月11日",
    )
    assert [(d.text, d.owner) for d in found] == [
        ("请进山居民随手带走烟头", "进山居民"),
        ("各护林站要加密巡山", "各护林站"),
    ]
    assert {d.issuer for d in found} == {"县森林防火指挥部"}


def test_who_appeals_issues_the_appeal():
    found = directives(
        "爱护古树——云溪县古树保护倡议书",
        "来源:时间 :2026-06-01",
        "城里的老樟树需要大家照看，云溪县林业局特发出如下倡议：",
        "一、严禁在树干上钉挂招牌。",
        "二、沿街商户要让出树池。",
    )
    assert {d.issuer for d in found} == {"云溪县林业局"}


def test_a_surname_that_looks_like_a_marker_demands_nothing():
    assert texts("县长赵山强调，要抓好防汛。", "副县长应海波参加会议并讲话。") == ["要抓好防汛"]


def test_what_is_very_important_is_an_appraisal():
    assert texts("县长赵山指出，要定下新校址。选址这一步很重要，走错会多花几年。各乡镇要配合勘测。") == [
        "要定下新校址",
        "各乡镇要配合勘测",
    ]
