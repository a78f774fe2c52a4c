"""What English says of a verb and its object together, and turns that it takes: rows for rules that no other test needs."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("落实建设用地", "Provide construction land"),
        ("落实时间", "Fix time"),
        ("征收各项税费", "Collect all taxes and fees"),
        ("落实各项项目", "Carry out all projects"),
        ("落实责任主体", "Identify responsible parties"),
        ("公布行政执法主体", "Publish the list of administrative law enforcement bodies"),
        ("开展专题研究", "Hold dedicated discussions"),
        ("完善手续", "Complete formalities"),
        ("强化推广应用", "Promote wider use"),
        ("形成绿色生活方式", "Foster green ways of life"),
        ("落实职工工资", "Ensure employees' wages"),
        ("倡导绿色生活方式", "Promote green ways of life"),
        ("整治市容市貌", "Improve city appearance"),
        ("整治交通秩序", "Improve traffic order"),
        ("执行各项纪律", "Observe all discipline"),
        ("贯彻党的群众路线", "Follow the Party's mass line"),
        ("推进党风廉政建设", "Improve Party conduct and clean government"),
        ("整治餐饮浪费", "Curb food waste"),
        ("反映弄虚作假问题", "Report fraud"),
        ("清理拖欠农民工工资", "Put an end to withholding of migrant workers' wages"),
        ("发挥社会力量", "Draw on social forces"),
        ("建设现代化", "Pursue modernisation"),
        ("发放创业担保贷款", "Issue guaranteed loans for start-ups"),
        ("解决劳资纠纷", "Resolve labour disputes"),
        ("形成任务清单", "Produce lists of tasks"),
        ("提升使用效益", "Promote effective use"),
        ("锤炼优良作风", "Foster a fine style of work"),
        ("治理河道", "Clean up river courses"),
        ("做好安全保障", "Ensure safety"),
        ("要有新作为", "Achieve new results"),
        ("要有新突破", "Make new breakthroughs"),
        ("要有新担当", "Take on new responsibility"),
        ("要有新举措", "Take new measures"),
        ("做好本次台风防范应对工作", "Do good work on this round of preparation for and response to typhoons"),
        ("加快责任落实", "Speed up the fulfilment of responsibilities"),
        ("抓好责任落实和措施落实", "Ensure that responsibilities and measures are all in place"),
        ("加强同群众的联系", "Strengthen ties with the people"),
        ("清理妨碍公平竞争的规定", "Remove rules that hinder fair competition"),
        ("清理限制企业的政策措施", "Remove policies and measures that restrict companies"),
        ("抓好党风廉政建设", "Improve Party conduct and clean government"),
        ("执行最低工资", "Apply the minimum wage"),
        ("办好职工运动会", "Hold employees' sports meets well"),
        ("充分认识消防队伍建设的重要性", "Fully recognise the importance of building fire brigades"),
    ],
)
def test_a_verb_and_its_object_are_said_as_english_says_them(chinese: str, english: str) -> None:
    assert gloss(chinese) == english
