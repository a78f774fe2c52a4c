"""What is inspected and accepted, who is spoken to, and who is meant by a place before two bodies."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("及时对项目进行验收", "Promptly inspect and accept projects"),
        ("确保工程按期验收", "Ensure that projects are inspected and accepted on schedule"),
        ("通过省级验收", "Pass provincial acceptance inspections"),
        ("确保通过验收", "Make sure to pass acceptance inspections"),
        ("认真落实查验责任", "Conscientiously fulfil inspection responsibilities"),
        # whose, for whom and by whom
        ("严肃处理干部违纪违法问题", "Deal seriously with breaches of discipline and law by officials"),
        ("做好农民工援助工作", "Do good work on assistance for migrant workers"),
        (
            "各地民政部门和养老机构要密切配合",
            "Civil affairs departments and care homes in all localities should cooperate closely",
        ),
        ("做好考生服务工作", "Ensure services for exam candidates"),
        ("做好后勤服务工作", "Ensure logistics services"),
        (
            "各地商务部门和大型商超要做好保供",
            "Commerce departments and large supermarkets in all localities should ensure supply security",
        ),
        ("农民朋友要积极参与", "Farmers should actively take part"),
        ("各级各类学校要加强管理", "Schools of all levels and kinds should strengthen management"),
        # no piles of nouns
        ("激活改革推动力", "Unleash the driving force of reform"),
        ("提升基层治理效能", "Improve the effectiveness of grassroots governance"),
        ("增强培训效果", "Improve the effects of training"),
        ("增强创新优势", "Build up advantages in innovation"),
        ("建设和谐包容的社区", "Build harmonious and inclusive communities"),
        ("提高粮食产能和质量效益", "Improve grain production capacity, quality and returns"),
        # what weather asks for, and when
        ("加强极端天气防范应对", "Strengthen preparation for and response to extreme weather"),
        ("在当前防汛的关键时期", "At this critical stage of flood control"),
        ("在改革创新上再有新进展", "Make further progress in reform and innovation"),
        ("在招商引资上再有新提升", "Make further improvements in investment promotion"),
        ("根据情况及时采取措施", "Promptly take measures as the situation requires"),
        ("要科学制定方案", "Draw up sound plans"),
        ("要抓管理", "Strengthen management"),
        ("抓好重点工作落实", "Ensure that key work is fully carried out"),
    ],
)
def test_acceptance_and_relations(chinese: str, english: str) -> None:
    assert gloss(chinese) == english


@pytest.mark.parametrize("clause", ["根据实际调整方案", "根据情况及时调整"])
def test_what_is_done_is_no_basis(clause: str) -> None:
    """Nothing is done "according to actual adjustment plans"."""
    assert gloss(clause) is None
