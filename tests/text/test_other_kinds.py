"""Texts that are no meeting news of a county: readouts of central meetings, notices, papers, visits, wrapped pages."""

import pytest

from digest.model import Document
from digest.text.brief import read
from digest.text.directives import extract
from digest.text.unwrap import unwrap


def texts(*body, **more):
    return [d.text for d in extract(list(body), **more)]


def brief(text):
    return read(Document(path="a.txt", file="a.txt", text=text, kind="text", encoding="utf-8", sha256=""))


LEADER = "中共中央政治局常委、国务院副总理江远3日在青屏主持召开春耕生产座谈会。"


def test_every_sentence_counts_in_the_readout_of_a_leader_of_the_country_but_appraisal():
    assert texts(
        LEADER,
        "江远强调，要扛牢粮食安全责任。加快高标准农田建设。春耕是全年农业的基础。带头用好农机。",
    ) == ["要扛牢粮食安全责任", "加快高标准农田建设", "带头用好农机"]


def test_what_a_leader_does_next_ends_his_speech():
    assert texts(LEADER, "江远指出，要抓好农资供应。江远察看了种子市场，了解价格情况。加快春播进度，十分喜人。") == [
        "要抓好农资供应"
    ]


def test_a_party_secretary_of_a_province_is_no_leader_of_the_country():
    assert texts("中共中央政治局委员、临江省委书记江远到青屏调研。江远指出，要抓好农资供应。加快高标准农田建设。") == [
        "要抓好农资供应。加快高标准农田建设"
    ]


def test_an_appraisal_between_two_demands_is_part_of_neither():
    assert texts("会议指出，要提高认识。这次普查是一次重大国情调查，意义深远。各单位要迅速行动。") == [
        "要提高认识",
        "各单位要迅速行动",
    ]


def test_what_a_leader_says_counts_where_it_is_marked():
    body = ["县委书记赵山到河东镇调研。他说，防汛关系千家万户。各村要落实值守。我们将全力支持。"]

    assert texts(*body) == ["各村要落实值守"]


def test_what_the_head_of_an_office_says_counts_only_if_it_opens_with_a_demand():
    assert texts("县水利局局长李河表示，水库已经除险加固。今后要用好这项工程。") == []


@pytest.mark.parametrize("verb", ["希望", "勉励"])
def test_a_wish_counts_with_an_owner_and_a_marker(verb):
    assert texts(f"县长赵山走进服务中心，{verb}窗口单位要优化流程、延长服务时间。") == [
        "窗口单位要优化流程、延长服务时间"
    ]
    assert texts(f"县长赵山走进服务中心，{verb}大家优化流程、延长服务时间。") == []


def test_a_speech_may_be_a_quotation():
    (found,) = extract(["县长赵山高度重视防汛工作，指出“要落实值守，确保安全度汛”。"])

    assert (found.issuer, found.text) == ("赵山（县长）", "要落实值守，确保安全度汛")


def test_a_name_without_a_listed_surname_speaks_if_it_visited():
    (found,) = extract(["路上，娜仁托娅一行先后来到三户牧民家。娜仁托娅指出，要加强技术培训。"])

    assert found.issuer == "娜仁托娅"


def test_who_accompanies_is_not_meant_by_a_pronoun():
    body = [
        "省长江远在青屏调研时强调，要抓好春耕。",
        "4日，在青屏市委书记赵山陪同下，来到河东镇。他指出，要用好农机。",
    ]

    assert [d.issuer for d in extract(body)] == ["江远（省长）", "江远（省长）"]


def test_a_paper_in_quotation_marks_is_named_with_who_issued_it():
    body = ["日前，县水利局印发《关于做好抗旱工作的通知》（以下简称《通知》）。", "《通知》强调，各乡镇要抓紧蓄水。"]

    assert [d.issuer for d in extract(body)] == ["县水利局《通知》"]


def test_a_group_that_inspects_is_the_issuer():
    (found,) = extract(["副县长赵山带队检查工地。在东城工地，检查组查看了塔吊，要求施工单位立即整改。"])

    assert found.issuer == "检查组"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("会议要求，全县各部门在招商工作中要树立大局意识。", "全县各部门"),
        ("会议要求，没有完成任务的乡镇要倒排工期。", "没有完成任务的乡镇"),
        ("会议要求，旧桥改造项目责任单位及责任人要跟踪服务。", "旧桥改造项目责任单位及责任人"),
        ("会议要求，各级党组织特别是领导干部要带头学习。", "各级党组织特别是领导干部"),
        ("会议要求，各业务部门作为牵头单位，要定期调度。", "各业务部门"),
        ("会议要求，广大企业家要坚定信心。", "广大企业家"),
        ("会议要求，要强化协作，县交通局牵头推进，各乡镇配合落实。", "县交通局、各乡镇"),
        ("会议要求，离开本县要主动报备。", None),
    ],
)
def test_owners_with_frames_relative_clauses_and_tasks(sentence, owner):
    (found,) = extract([sentence])

    assert found.owner == owner


def test_what_stands_around_a_list_of_single_sentences_is_no_label_of_its_items():
    assert texts("会议强调，要突出重点。要在防控上发力；在改革上发力；在服务上发力；在党建上发力。要统筹力量。") == [
        "要突出重点",
        "要在防控上发力",
        "在改革上发力",
        "在服务上发力",
        "在党建上发力",
        "要统筹力量",
    ]


def test_the_matter_is_to_do_something():
    assert texts("赵山强调，当前的首要任务是要抢修水毁道路。") == ["当前的首要任务是要抢修水毁道路"]
    assert texts("赵山指出，这不是要增加负担，而是要减轻负担。") == []


NOTICE = """关于做好冬季交通管制工作的通告
因城区排水工程施工需要，经县道路交通安全委员会研究决定，现将有关事项通告如下：
一、管制时间：11月8日至12月8日。
二、管制要求：实行半幅封闭通行，过往车辆减速慢行。
三、由于近期我县连续降雨，道路湿滑，增加了事故风险。请广大驾驶员提前选择路线。
四、施工单位未按要求设置标志的，依据有关规定予以处罚。
五、县公安局将加强巡查。
举报电话：110。
特此通告。
"""


def test_a_notice_asks_by_its_numbered_items():
    found = brief(NOTICE)

    assert found.article.doc_type == "notice"
    assert [d.text for d in found.directives] == [
        "实行半幅封闭通行，过往车辆减速慢行",
        "请广大驾驶员提前选择路线",
        "施工单位未按要求设置标志的，依据有关规定予以处罚",
        "县公安局将加强巡查",
    ]
    assert {d.issuer for d in found.directives} == {"县道路交通安全委员会"}


def test_a_notice_without_a_title_is_told_by_how_it_begins():
    text = "\n".join(NOTICE.splitlines()[1:])

    assert brief(text).article.doc_type == "notice"


def test_the_title_and_the_signature_of_a_notice_may_take_two_lines():
    found = brief(
        "云溪县水利局、\n云溪县应急管理局\n关于做好防汛工作的通知\n各乡镇人民政府：\n现就有关事项通知如下：\n"
        "一是加强值守。各乡镇要落实领导带班。\n二是加强巡查。\n"
    )

    assert found.article.title == "云溪县水利局、云溪县应急管理局关于做好防汛工作的通知"
    assert [(d.issuer, d.text) for d in found.directives] == [
        ("云溪县水利局、云溪县应急管理局", "一是加强值守。各乡镇要落实领导带班"),
        ("云溪县水利局、云溪县应急管理局", "二是加强巡查"),
    ]


def test_an_item_that_a_page_broke_behind_its_label_goes_on():
    assert texts("会议强调，要抓好建设。一是实行“一个平台”。", "今年年底前，各区要完成建设。二是推进公开。") == [
        "要抓好建设",
        "一是实行“一个平台”。\n今年年底前，各区要完成建设",
        "二是推进公开",
    ]


WRAPPED = """ 6日，副县长赵山主持召开防汛会商会。会议通报了
当前的雨情，对下一步工作作了安排。县水利局、县气象局
等单位负责人参加了会议。
 赵山强调，各乡镇要认真落实值班制度，加强水库和山
塘的巡查，发现险情立即上报，并及时组织群众转移到安全
地带。县水利局要科学调度水库，确保安全度汛，千方百计
减轻灾害损失。
"""


def test_the_lines_of_a_wrapped_page_are_joined_before_it_is_read():
    found = brief(WRAPPED)

    assert len(found.article.body) == 2
    assert [d.owner for d in found.directives] == ["各乡镇", "县水利局"]
    assert "山塘" in found.directives[0].text


def test_a_page_of_whole_paragraphs_and_a_table_stay_as_they_are():
    table = "\n".join(f"第{n}名，河东镇第{n}村，得分九十{n}分，奖金{n}千元，公示无异议。" for n in range(1, 9))

    assert unwrap(NOTICE) == NOTICE
    assert unwrap(table) == table
