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
        "关于实施交通管制的通告",
        "当前河道仍处于高水位，为保障防汛车辆通行，无关车辆严禁进入东堤连坝路，防汛专用车除外。堤上人员请于11月10日16时前撤出。",
        "特此通告。",
        *SIGNED,
    )
    assert [(d.text[-10:], d.issuer) for d in found] == [
        ("坝路，防汛专用车除外", "云溪县公安局"),
        ("月10日16时前撤出", "云溪县公安局"),
    ]


def test_what_stands_below_a_heading_that_forbids_is_forbidden():
    assert texts(
        "云溪县人民政府关于发布森林禁火令的通告",
        "为做好森林防火工作，现将有关事项通告如下：",
        "一、禁火区域：全县林地。",
        "二、禁止行为：",
        "（一）吸烟、野炊、烧烤等；",
        "（二）其他野外用火。",
        "三、发现火情应立即拨打报警电话。",
        "云溪县人民政府",
        "2026年11月9日",
    ) == ["吸烟、野炊、烧烤等", "其他野外用火", "发现火情应立即拨打报警电话"]


def test_items_say_what_stops_and_what_goes_on():
    found = directives(
        "关于学校放假的紧急通知",
        "各乡镇中心学校：",
        "根据县气象台预警，现就有关事项紧急通知如下：",
        "一、城区小学、全县幼儿园12月27日放假一天。",
        "二、高中照常上课。",
        "三、放假期间，全县校车停运。",
        "云溪县教育局",
        "2026年12月26日",
    )
    assert [(d.text, d.owner, d.issuer) for d in found] == [
        ("城区小学、全县幼儿园12月27日放假一天", "城区小学、全县幼儿园", "云溪县教育局"),
        ("高中照常上课", "高中", "云溪县教育局"),
        ("放假期间，全县校车停运", None, "云溪县教育局"),
    ]


def test_a_decision_with_numbered_items_is_a_notice():
    assert texts(
        "我县已启动防汛二级响应。经综合研判，做出如下决定：",
        "1.全县中小学11月10日停课一天。",
        "2.请各寄宿制学校做好留校学生的安全管理。",
        "云溪县教育局",
        "2026年11月9日",
    ) == ["全县中小学11月10日停课一天", "请各寄宿制学校做好留校学生的安全管理"]


def test_an_appeal_of_several_organs_asks_and_is_theirs():
    found = directives(
        "广大群众：",
        "为推进移风易俗，县委文明办、县民政局联合向广大居民发出以下倡议。",
        "倡导文明祭祀。提倡鲜花祭奠，树立新风。",
        "倡导安全祭祀。不违规用火，不在林地烧纸焚香。",
        "县委文明办",
        "县民政局",
        "2026年3月26日",
    )
    assert [d.text for d in found] == [
        "倡导文明祭祀。提倡鲜花祭奠，树立新风",
        "倡导安全祭祀。不违规用火，不在林地烧纸焚香",
    ]
    assert {d.issuer for d in found} == {"县委文明办、县民政局"}


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
        "赵山强调三点：一是认识上再提高。要把防汛放在首位。二是各乡镇一定要落实责任。",
    )
    assert [(d.text, d.issuer) for d in found] == [
        ("一是认识上再提高。要把防汛放在首位", "赵山（县长）"),
        ("二是各乡镇一定要落实责任", "赵山（县长）"),
    ]


def test_a_dash_opens_a_speech_like_a_colon():
    found = directives(
        "云溪县领导检查春运工作",
        "1月16日，县委书记赵山检查春运工作。",
        "赵山强调——",
        "要科学安排班次和运力。要消除安全隐患。",
    )
    assert [(d.text, d.issuer) for d in found] == [
        ("要科学安排班次和运力", "赵山（县委书记）"),
        ("要消除安全隐患", "赵山（县委书记）"),
    ]


def test_what_should_be_done_in_the_course_of_something_is_demanded():
    assert texts("县长赵山指出，要抓好改造。改造过程中应广泛征求意见。") == ["要抓好改造", "改造过程中应广泛征求意见"]


def test_a_notice_that_asks_its_readers_counts_each_request_and_no_courtesy():
    found = directives(
        "停水公告",
        "尊敬的用户：",
        "因管网改造，我公司定于5月25日23时起停水施工。请东城用户提前做好蓄水准备。由此带来的不便敬请谅解。施工期间，我公司已做好充分准备。",
        "特此公告。",
        "云溪县供水公司",
        "2026年5月24日",
    )
    assert [(d.text, d.issuer) for d in found] == [("请东城用户提前做好蓄水准备", "云溪县供水公司")]


def test_a_letter_asks_by_its_numbered_lines():
    assert texts(
        "致全县市民的一封信",
        "亲爱的市民朋友们：",
        "当前疫情形势严峻，我们提出以下几点倡议，让我们共同守护健康。",
        "一、请您近期非必要不离县。您的家人如在外地，请您及时告知其暂缓返乡。",
        "二、每天保持室内通风。非常感谢您的理解与支持。",
        "云溪县疫情防控指挥部",
        "2026年1月24日",
    ) == ["请您近期非必要不离县", "您的家人如在外地，请您及时告知其暂缓返乡", "每天保持室内通风"]


def test_a_signed_and_dated_text_that_asks_whoever_reads_it_is_a_notice():
    found = directives(
        "根据气象部门预报，12日晚间我县将出现一次暴雨过程。请广大居民做好防范准备。同时，各乡镇要抓紧清理沟渠。",
        "县防汛抗旱指挥部办公室",
        "2026年5月11日",
    )
    assert [(d.text, d.owner) for d in found] == [
        ("请广大居民做好防范准备", "广大居民"),
        ("各乡镇要抓紧清理沟渠", "各乡镇"),
    ]
    assert {d.issuer for d in found} == {"县防汛抗旱指挥部办公室"}


def test_who_appeals_issues_the_appeal():
    found = directives(
        "珍爱生命——防溺水倡议书",
        "来源:时间 :2026-06-01",
        "炎炎夏日将至，云溪县妇联特发出如下倡议：",
        "一、严禁私自下河游泳。",
        "二、广大家长要加强安全教育。",
    )
    assert {d.issuer for d in found} == {"云溪县妇联"}


def test_a_surname_that_looks_like_a_marker_demands_nothing():
    assert texts("县长赵山强调，要抓好防汛。", "副县长应海波参加会议并讲话。") == ["要抓好防汛"]


def test_what_is_very_important_is_an_appraisal():
    assert texts("县长赵山指出，要补齐短板。划定工作很重要，决定未来发展空间。各乡镇要主动对接。") == [
        "要补齐短板",
        "各乡镇要主动对接",
    ]
