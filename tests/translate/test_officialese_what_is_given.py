"""What secures and helps, what is one of many, what is done fully: nouns whose English depends on their verb."""

from __future__ import annotations

import pytest

from digest.translate import State
from digest.translate.officialese import Officialese


@pytest.fixture(scope="module")
def engine() -> Officialese:
    return Officialese()


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("为项目建设提供保障", "Provide safeguards for project construction"),
        ("为经济发展提供有力保障", "Provide strong safeguards for economic development"),
        ("加强管理保障", "Strengthen management and support"),
        ("强化标准引领", "Strengthen guidance by standards"),
        ("加强重点部位值守", "Strengthen on-duty staffing at key spots"),
        ("增强企业发展内生动力", "Strengthen the internal driving force for company development"),
        ("激发群众内生动力", "Stimulate the internal driving force of residents"),
        ("为推动乡村旅游发展打好基础", "Lay the foundation for driving the development of rural tourism"),
        ("落实施工单位责任", "Enforce the responsibilities of construction firms"),
        ("挖掘红色故事", "Bring to light revolutionary stories"),
        ("形成一批研究成果", "Produce a number of study results"),
        ("坚持党的全面领导", "Uphold the Party's overall leadership"),
        ("服务全县经济社会发展大局", "Serve the overall interest of economic and social development across the county"),
        ("加大工作推进力度", "Step up efforts to advance work"),
    ],
)
def test_what_is_given(engine: Officialese, chinese: str, english: str) -> None:
    (reading,) = engine.translate([chinese], context="directive")
    assert (reading.state, reading.text) == (State.GLOSS, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("推动旅游业成为新的增长点", "See that tourism becomes a new growth point"),
        ("把招商引资作为经济工作的着力点", "Treat investment promotion as a focal point of economic work"),
        (
            "把建设作为当前和今后一个时期的重要任务",
            "Treat construction as an important task now and in the coming period",
        ),
        ("确保隐患排查到位", "Ensure that hazards are fully identified"),
        ("确保食品安全监管到位", "Ensure that food safety is fully supervised"),
        ("确保监管责任落实到位", "Ensure that supervisory responsibility is fully fulfilled"),
        ("支持企业稳定发展", "Support companies in developing steadily"),
        ("推动外贸稳定发展", "Drive the steady development of foreign trade"),
        ("推动形成健康文明的生活方式", "Work to form healthy and civilised lifestyles"),
        ("营造良好的法治环境、市场环境", "Create a good legal environment and market environment"),
        ("树立绿色发展、协调发展理念", "Establish ideas of green development and coordinated development"),
    ],
)
def test_one_of_many_and_all_of_it(engine: Officialese, chinese: str, english: str) -> None:
    (reading,) = engine.translate([chinese], context="directive")
    assert (reading.state, reading.text) == (State.GLOSS, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("完善地震、洪水等应急预案", "Improve emergency plans for earthquakes, floods, etc."),
        ("落实税收等优惠政策", "Implement preferential policies on tax revenue, etc."),
        ("推进外资准入等改革措施", "Push forward reform measures on foreign investment access, etc."),
        ("严肃查处违反纪律等行为", "Seriously investigate and punish acts such as violating discipline"),
    ],
)
def test_what_and_so_on_is_about(engine: Officialese, chinese: str, english: str) -> None:
    (reading,) = engine.translate([chinese], context="directive")
    assert (reading.state, reading.text) == (State.GLOSS, english)


@pytest.mark.parametrize("chinese", ["做好返乡和留守人员服务", "关心关爱困难和残疾群众", "加强流动和留守儿童关爱"])
def test_how_people_are_may_be_said_of_the_next_word_only(engine: Officialese, chinese: str) -> None:
    (reading,) = engine.translate([chinese], context="directive")
    assert reading.state is not State.GLOSS
