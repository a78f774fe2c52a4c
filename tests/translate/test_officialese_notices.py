"""Demands of notices: who says so, on what condition, and who answers for it."""

import pytest

from digest.translate.officialese.directive import gloss, gloss_in_part


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("会议强调，要压实责任", "The meeting stressed: enforce responsibilities"),
        ("《通知》要求，各地要建立台账", "The notice requires: all localities should keep records"),
        (
            "《意见》明确各地要建立工作机制",
            "The guideline makes clear: all localities should set up working mechanisms",
        ),
        ("会议要求各地要高度重视", "The meeting demanded: all localities should attach great importance to this"),
        (
            "县委书记林知远强调，要加强管理",
            "Lin Zhiyuan, Party secretary of the county, stressed: strengthen management",
        ),
        ("严格落实要求", "Strictly implement requirements"),
    ],
)
def test_who_says_what_follows(chinese, english):
    assert gloss(chinese) == english


def test_who_says_it_stays_where_a_clause_is_left_out():
    assert gloss_in_part("《通知》指出，某某某某，要压实责任") == (
        "The notice notes: …; enforce responsibilities",
        "某某某某",
    )


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "逾期未整改的，责令限期拆除",
            "For those who fail to make rectification by the deadline, order demolition within a time limit",
        ),
        (
            "未按规定佩戴头盔的，予以处罚",
            "For those who fail to wear helmets as prescribed, impose penalties",
        ),
        (
            "未经批准擅自施工的，依法查处",
            "For those who carry out construction without approval, investigate and punish by law",
        ),
        (
            "违规收费的，依法严肃处理",
            "In cases of illegal charges, deal with the matter seriously in accordance with the law",
        ),
        ("情节严重的，移送司法机关处理", "In serious cases, refer the case to judicial organs"),
        ("凡发现安全隐患的，要立即整改", "If safety hazards are found, make corrections at once"),
        ("如遇强降雨，要及时转移群众", "If heavy rain occurs, promptly move residents to safety"),
        ("寒假前，各学校要加强安全教育", "Before the winter holiday, all schools should strengthen safety education"),
    ],
)
def test_conditions_lead_to_the_demand(chinese, english):
    assert gloss(chinese) == english


def test_a_condition_alone_is_no_demand():
    assert gloss("逾期未整改的") is None
    assert gloss("未按某某佩戴头盔的，予以处罚") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("严肃追究相关人员的责任", "Strictly hold people concerned to account"),
        ("严肃追究相关机构和个人法律责任", "Strictly hold relevant institutions and individuals legally liable"),
        ("依法追究刑事责任", "Hold those responsible criminally liable by law"),
        ("坚决追究有关单位的责任", "Resolutely hold units concerned to account"),
    ],
)
def test_who_answers_for_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("各地各高校要加强管理", "All localities and universities should strengthen management"),
        ("严格落实各项森林防火制度措施", "Strictly implement all systems and measures for forest fire prevention"),
        ("解决形式主义突出问题", "Solve prominent problems of formalism"),
        ("集中力量化解信访积案", "Concentrate forces on resolving long-standing petitions"),
        ("推动集体经济发展壮大", "Drive growth of the collective economy"),
        ("紧盯中秋、国庆等时间节点", "Keep a close eye on the Mid-Autumn Festival, National Day and other key dates"),
        (
            "加强旅游景区开放和旅游安全检查工作",
            "Strengthen work on tourist site opening-up and tourist safety inspection",
        ),
        ("保障市场供应和物流平稳运行", "Ensure market supply and smooth operation of logistics"),
    ],
)
def test_what_notices_ask_for(chinese, english):
    assert gloss(chinese) == english
