"""Directives by the letter of the definition: what counts, where it is cut, who asks whom."""

from pathlib import Path

import pytest

from digest.text.directives import extract

NEGATIVE = Path(__file__).parent.parent / "corpus" / "negative" / "directives.txt"


def texts(*body, **more):
    return [d.text for d in extract(list(body), **more)]


def test_a_comma_never_splits():
    assert texts("会议要求，各乡镇要加强值守，主要领导要亲自过问，严禁弄虚作假。") == [
        "各乡镇要加强值守，主要领导要亲自过问，严禁弄虚作假"
    ]


def test_a_semicolon_always_splits_marker_or_no_marker():
    assert texts("会议强调，要压实责任，建立台账，明确分工、倒排工期抓落实；积极争取资金；各乡镇抓好宣传。") == [
        "要压实责任，建立台账，明确分工、倒排工期抓落实",
        "积极争取资金",
        "各乡镇抓好宣传",
    ]


def test_an_unmarked_sentence_elaborates_the_one_before_and_a_marked_one_is_new():
    assert texts(
        "会议强调，要突出整治重点，解决店外经营、乱停乱放等群众反映的问题。针对背街小巷开展清扫。要健全机制。"
    ) == [
        "要突出整治重点，解决店外经营、乱停乱放等群众反映的问题。针对背街小巷开展清扫",
        "要健全机制",
    ]


def test_the_label_of_a_list_item_joins_the_sentence_after_it():
    found = extract(
        ["会议强调，一要加大宣传力度。要利用广播循环播放。要入户宣传。二要加大检查力度。县应急局要组织检查。"]
    )

    assert [d.text for d in found] == [
        "一要加大宣传力度。要利用广播循环播放",
        "要入户宣传",
        "二要加大检查力度。县应急局要组织检查",
    ]
    assert [d.owner for d in found] == [None, None, "县应急局"]
    assert [d.list_path for d in found] == ["一", "一", "二"]


def test_a_heading_that_only_announces_a_list_is_none_and_names_it():
    found = extract(["赵山强调，要做到“三个到位”。一要认识到位，加强学习教育。二要责任到位，建立责任清单。"])

    assert [d.text for d in found] == ["一要认识到位，加强学习教育", "二要责任到位，建立责任清单"]
    assert found[0].list_path == "三个到位/一"


def test_list_items_without_a_marker_count_under_a_heading_that_has_one():
    assert texts("会议指出，要通过多种方式推进。各县区发布通告；宣传部门制作短片；同时，设立举报电话。") == [
        "各县区发布通告",
        "宣传部门制作短片",
        "设立举报电话",
    ]


def test_appraisal_and_tag_are_trimmed():
    assert texts("赵山指出，防汛工作事关群众安全，当前形势严峻，要落实值班制度。") == ["要落实值班制度"]


def test_a_second_reporting_verb_cuts_like_a_semicolon():
    found = extract(["县长赵山指出，要加强巡查，并强调，要落实责任。"])

    assert [(d.verb, d.text) for d in found] == [("指出", "要加强巡查"), ("强调", "要落实责任")]


@pytest.mark.parametrize(
    ("body", "issuer"),
    [
        (["县长赵山强调，要加强巡查。"], "赵山（县长）"),
        (["县委副书记、县长赵山出席会议。", "赵山强调，要加强巡查。"], "赵山（县委副书记、县长）"),
        (["11月2日，县长赵山到河东镇调研。他要求，要加强巡查。"], "赵山（县长）"),
        (["县委书记李河出席会议。李书记强调，要加强巡查。"], "李河（县委书记）"),
        (["县长赵山主持会议。会议强调，要加强巡查。"], "会议"),
        (["赵山副县长在讲话中强调，要加强巡查。"], "赵山（副县长）"),
        (["11月2日，县长赵山在河东镇检查防汛工作，强调要加强巡查。"], "赵山（县长）"),
    ],
)
def test_the_issuer_is_who_speaks_with_the_office_the_text_gives(body, issuer):
    (found,) = extract(body)

    assert found.issuer == issuer
    assert found.text == "要加强巡查"


def test_a_new_paragraph_inherits_the_issuer_only_when_it_opens_with_a_demand():
    body = ["会议强调，要加强巡查。", "防汛工作要落实责任。", "近日，河东镇组织志愿者清扫街道，引导居民要爱护环境。"]

    assert [(d.issuer, d.text) for d in extract(body)] == [("会议", "要加强巡查"), ("会议", "防汛工作要落实责任")]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("会议要求，各乡镇（街道）、责任部门要加强巡查。", "各乡镇（街道）、责任部门"),
        ("会议要求，防汛工作要加强巡查。", None),
        ("会议要求，对落实不力的单位要严肃问责。", None),
        ("会议要求，在管理上，要加强巡查。", None),
        ("会议强调，要压实责任，各乡镇要加强巡查，县水利局要做好调度。", "各乡镇、县水利局"),
        ("会议要求全县上下进一步加强巡查、落实责任。", "全县上下"),
        ("会议要求，各乡镇、各有关方面要密切配合。", "各乡镇、各有关方面"),
        ("会议要求，节日期间各乡镇要坚守岗位。", "各乡镇"),
        ("会议要求，各乡镇，特别是沿河的乡镇，要备足沙袋。", "各乡镇"),
        ("会议要求，省会城市要加快改造步伐。", "省会城市"),
        ("会议要求，智慧城市要加快建设步伐。", None),
        ("会议要求，已建成的小区要补齐设施。", "已建成的小区"),
        ("会议要求，各级水务部门一要查清管网。", "各级水务部门"),
    ],
)
def test_the_owner_is_the_explicit_subject_and_nothing_else(sentence, owner):
    (found,) = extract([sentence])

    assert found.owner == owner


def test_the_items_of_a_notice_are_in_demand_scope_without_their_numbers():
    body = [
        "为改善空气质量，根据有关法律，现就禁燃工作通知如下：",
        "一、加强组织领导。各乡镇要成立工作专班，落实包保责任。",
        "二、县城区域内禁止燃放烟花爆竹。",
        "三、违反本通知的，由公安机关依法处罚。",
        "本通知自印发之日起施行。",
    ]

    found = extract(
        body, title="云溪县人民政府关于做好禁燃工作的通知", doc_type="notice", issuing_body="云溪县人民政府"
    )

    assert [d.text for d in found] == [
        "加强组织领导。各乡镇要成立工作专班，落实包保责任",
        "县城区域内禁止燃放烟花爆竹",
        "违反本通知的，由公安机关依法处罚",
    ]
    assert {d.issuer for d in found} == {"云溪县人民政府"}
    assert [d.strength for d in found] == ["should", "must not", "should"]
    assert [d.owner for d in found] == ["各乡镇", None, "公安机关"]


def test_experience_lists_of_reporters_are_none():
    assert texts("河东镇狠抓包保入户。一是找症结，坚决杜绝走过场。二是明责任，建立台账。") == []


def test_appointments_hold_no_directives():
    assert texts("会议强调，要加强学习。", doc_type="appointment") == []


@pytest.mark.parametrize("line", [x for x in NEGATIVE.read_text("utf-8").splitlines() if x and not x.startswith("#")])
def test_nothing_is_made_of_words_that_only_look_like_demands(line):
    assert texts(line) == []


def test_attitude_is_a_principle_and_work_is_operational():
    first, second = extract(["会议强调，要提高政治站位，统一思想认识。要建立隐患台账，逐项销号。"])

    assert (first.type, second.type) == ("principle", "operational")


def test_every_span_is_the_text_and_identifiers_are_stable():
    body = ["县长赵山强调，要加强巡查；要在6月底前完成整改。", "会议要求，各乡镇要立即行动。"]

    found = extract(body)

    assert all("\n".join(body)[d.start : d.end] == d.text for d in found)
    assert all(d.head in d.text for d in found)
    assert [d.id for d in found] == [d.id for d in extract(body)]
    assert len({d.id for d in found}) == len(found) == 3
    assert [d.deadline for d in found] == [None, "6月底前", "立即"]


@pytest.mark.parametrize(
    ("body", "issuer", "text"),
    [
        (
            ["县长高山出席会议。水利局局长王红作了汇报。高山听取汇报后给予肯定。他强调，要加强巡查。"],
            "高山（县长）",
            "要加强巡查",
        ),
        (["县委副书记郝仁出席会议并强调，要加强巡查。"], "郝仁（县委副书记）", "要加强巡查"),
        (["县长高山主持会议。会议学习了有关文件，强调，要加强巡查。"], "会议", "要加强巡查"),
        (["11月3日，副县长高山到河东镇调研，水利局局长王红陪同。他强调，要加强巡查。"], "高山（副县长）", "要加强巡查"),
        (
            ["县长高山主持会议。县委书记王红出席会议并就有关工作作了安排。她指出，要加强巡查。"],
            "王红（县委书记）",
            "要加强巡查",
        ),
        (["副州长阿布都·热合曼·吐尔逊强调，要加强巡查。"], "阿布都·热合曼·吐尔逊（副州长）", "要加强巡查"),
        (
            ["县长高山就下步工作提出三点要求。一是加强巡查，逐村排查隐患。"],
            "高山（县长）",
            "一是加强巡查，逐村排查隐患",
        ),
        (["会议听取了汇报，并就下步工作提出要求：要加强巡查。"], "会议", "要加强巡查"),
    ],
)
def test_who_speaks_is_told_from_who_is_present(body, issuer, text):
    (found,) = extract(body)

    assert (found.issuer, found.text) == (issuer, text)


def test_a_list_below_a_line_that_ends_in_a_colon_is_in_scope():
    body = [
        "会议要求：",
        "一、加强组织领导，落实包保责任。",
        "二、各乡镇要在6月底前完成排查。",
        "会后，与会人员观看了展览。",
    ]

    found = extract(body)

    assert [d.text for d in found] == ["加强组织领导，落实包保责任", "各乡镇要在6月底前完成排查"]
    assert [d.list_path for d in found] == ["一", "二"]


def test_headings_over_numbered_items_only_announce_them_and_work_may_be_assigned_without_a_marker():
    body = [
        "现就有关事项通知如下：",
        "一、压实防汛责任",
        "（一）各乡镇要成立工作专班。",
        "（二）由县水利局牵头，5月1日前完成隐患排查。",
        "二、加强值班值守",
        "各单位要严格执行领导带班制度。",
    ]

    found = extract(body, title="关于做好防汛工作的通知", doc_type="notice", issuing_body="云溪县政府办公室")

    assert [d.text for d in found] == [
        "各乡镇要成立工作专班",
        "由县水利局牵头，5月1日前完成隐患排查",
        "加强值班值守\n各单位要严格执行领导带班制度",
    ]


def test_a_connective_alone_is_nothing():
    assert texts("会议强调，要抓好防汛；同时。") == ["要抓好防汛"]


def test_conditions_are_no_demands():
    assert texts("会议指出，要想富，先修路。要确保安全，还要付出艰苦努力。") == []


def test_whom_a_paper_names_beside_the_demand_is_implied_and_never_the_owner():
    body = [
        "各乡镇人民政府，县直各单位：",
        "一、加强值班值守，落实领导带班。",
        "二、10月底前完成桥梁检修，打通断头路。（责任单位：县住建局、县交通局）",
        "三、县教育局要开展安全宣传。（责任单位：县教育局）",
    ]
    found = extract(
        body, title="云溪县人民政府关于做好防汛工作的通知", doc_type="notice", issuing_body="云溪县人民政府"
    )

    assert [(d.owner, d.owner_implied) for d in found] == [
        (None, "各乡镇人民政府，县直各单位"),
        (None, "县住建局、县交通局"),
        ("县教育局", None),
    ]
    assert not any("责任单位" in d.text for d in found)


@pytest.mark.parametrize(
    ("speech", "demand"),
    [
        ("要压实责任。前期排查发现的隐患，于12月底前逐一销号整改。", "于12月底前逐一销号整改"),
        ("要完善机制。经市政府批准，市财政局于12月底前拨付资金。", "市财政局于12月底前拨付资金"),
        ("要压实责任。位于城区的施工工地一律安装监控。", "一律安装监控"),
        ("要抓好整改。各单位将整改情况于12月10日前报市安委办。", "于12月10日前报市安委办"),
        (
            "一是压实责任，主要领导亲自抓。定期对各单位工作进展进行通报。二是加强宣传，营造氛围。",
            "二是加强宣传，营造氛围",
        ),
    ],
)
def test_what_has_a_day_or_an_item_number_is_no_report(speech, demand):
    found = extract(["11月2日，云溪县召开整治工作会议。县长赵山强调，要抓好三项工作。" + speech])
    assert any(demand in d.text for d in found)


def test_a_title_is_not_cut_from_its_holder():
    (directive,) = extract(["县长赵山强调，各单位要主动作为，各单位主要负责人亲自抓。"])
    assert directive.owner == "各单位、各单位主要负责人"
