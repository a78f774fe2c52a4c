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
