"""Set turns of official Chinese in the words that English has for them, and what is shared by two things or none."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("坚持从小事做起", "Always start with small things"),
        ("确保责任落实到位", "Ensure that responsibilities are fulfilled"),
        ("健全责任落实体系", "Improve systems for fulfilling responsibilities"),
        ("抓好党支部建设", "Do a good job of building Party branches"),
        ("加强作风建设和党风廉政建设", "Improve conduct as well as Party conduct and clean government"),
        ("为经济发展注入新动能", "Inject new momentum into economic development"),
        ("贯彻新发展理念", "Apply the new development philosophy"),
        ("深入贯彻省委决策部署", "Thoroughly implement the decisions of the provincial Party committee"),
        ("清理排水管网", "Clear drainage networks"),
        ("做好企业与高校的对接工作", "Do good work on coordination between companies and universities"),
        ("加强党委和政府的沟通", "Strengthen communication between Party committees and governments"),
        ("推动属地责任落实", "Ensure the fulfilment of local responsibility"),
        ("强力推进责任落实", "Ensure the fulfilment of responsibilities"),
        ("推动责任、资金、人员落实", "Ensure that responsibilities, funds and personnel are all in place"),
        ("推动政策和资金落实", "Drive the implementation of policies and funds"),
        ("各部门要坚持从实际出发", "All departments should always start from actual conditions"),
        ("坚持从实际出发、按规律办事", "Always start from actual conditions and act in line with objective laws"),
        ("党员干部要密切联系群众", "Party members and officials should maintain close ties with the people"),
        ("率先推广新能源汽车", "Take the lead in promoting new energy vehicles"),
        ("做好基层治理能力建设", "Build up grassroots governance capacity"),
        ("加强部门与企业的沟通协调", "Strengthen communication and coordination between departments and companies"),
        ("激发乡村发展新动能", "Stimulate new drivers of rural development"),
        ("发展生物、新材料等产业", "Develop biotechnology, new materials and other industries"),
        ("抓紧清理限制性规定", "Promptly remove restrictive rules"),
        ("清理河道", "Clear river courses"),
        ("清理垃圾", "Clear up rubbish"),
        ("加强党风廉政建设", "Improve Party conduct and clean government"),
        ("大力推广使用节能产品", "Vigorously promote the use of energy-saving products"),
        ("保障人民群众生命健康", "Ensure the life and health of the people"),
        (
            "做好安全生产、防汛救灾等工作",
            "Do a good job of workplace safety, flood control and relief as well as other work",
        ),
        ("坚决遏制重特大事故", "Resolutely curb major and extremely serious accidents"),
        ("推动各国共同发展", "Drive the common development of all countries"),
        ("深入学习贯彻习近平法治思想", "Thoroughly study and apply Xi Jinping Thought on the Rule of Law"),
        ("建设人与自然和谐共生的美丽家园", "Build beautiful homes where people and nature live in harmony"),
    ],
)
def test_turns(chinese: str, english: str) -> None:
    """Each is said as English says it."""
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese", ["领会省委对经济形势的判断和工作部署", "强化责任落实和监督检查", "加强防汛和救灾能力建设"]
)
def test_what_is_not_shared(chinese: str) -> None:
    """The plans are not on the situation, as the judgement is; the capacity is for both."""
    assert gloss(chinese) is None
