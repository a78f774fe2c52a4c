"""Headlines of branches, courts, banks and police units, and of what is done on a day or signed by several."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "青川中院召开执行工作推进会",
            "The Qingchuan intermediate court held a meeting to advance work on enforcement",
        ),
        (
            "云岭县人民法院南山法庭召开座谈会",
            "The Nanshan tribunal of the Yunling County people's court held a discussion meeting",
        ),
        (
            "农业银行云岭支行召开经营分析会",
            "The Agricultural Bank of China Yunling sub-branch held a meeting to analyse operations",
        ),
        ("中国移动青川分公司召开工作会议", "The China Mobile Qingchuan branch held a work meeting"),
        (
            "国家统计局云岭调查队召开工作会议",
            "The Yunling survey office of the National Bureau of Statistics held a work meeting",
        ),
        ("云岭县水泥公司召开工作会议", "The Yunling County Cement Company held a work meeting"),
        (
            "云岭县检察院第二检察部召开工作会议",
            "The No. 2 procuratorial department of the Yunling County procuratorate held a work meeting",
        ),
        (
            "青川市公安局云岭镇派出所召开工作会议",
            "The Yunling Town police station of the Qingchuan City public security bureau held a work meeting",
        ),
        (
            "青川农商银行云岭支行召开工作会议",
            "The Yunling sub-branch of Qingchuan Rural Commercial Bank held a work meeting",
        ),
        ("青川大学云湖校区召开会议", "The Yunhu campus of Qingchuan University held a meeting"),
        ("青川海事局召开工作会议", "The Qingchuan maritime bureau held a work meeting"),
        (
            "市公安局禁毒支队召开业务培训会",
            "The drug control detachment of the city public security bureau held a training session",
        ),
        (
            "市场监管局南山所到我校检查食品安全",
            "The Nanshan office of the market regulation bureau inspected food safety at the school",
        ),
        ("林知远总队长到我支队调研", "Corps head Lin Zhiyuan made a fact-finding visit to the detachment"),
    ],
)
def test_a_part_of_a_body_is_told_with_its_whole(zh: str, en: str) -> None:
    assert headline(zh) == en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "县水利局召开新闻发布会通报抗旱工作情况并答记者问",
            (
                "The county water bureau held a press conference to give a briefing on drought relief "
                "and take questions from reporters"
            ),
        ),
        ("林知远为新生讲授开学第一课", "Lin Zhiyuan gave the first lesson of the term to new students"),
        ("县教育局举办骨干教师培训", "The county education bureau held a training session for key teachers"),
        (
            "县科技馆联盟合作共建举行签约仪式",
            "A county signing ceremony for cooperation and joint building of science museum alliances was held",
        ),
        (
            "省人大代表视察市检察院工作",
            "Provincial people's congress deputies inspected the work of the city procuratorate",
        ),
        (
            "林知远五四青年节到青川大学调研",
            "Lin Zhiyuan made a fact-finding visit to Qingchuan University on Youth Day",
        ),
        (
            "锻长补短真抓实干 云岭县召开防汛工作会议",
            "Build on strengths and shore up weak spots and get real work done: Yunling County held a work meeting on flood control",
        ),
    ],
)
def test_what_is_done_is_told(zh: str, en: str) -> None:
    assert headline(zh) == en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("青川海关召开技术性贸易措施宣讲会", "Qingchuan Customs held a lecture on technical trade measures"),
        ("青川银行业协会召开会员大会", "Qingchuan Banking Association held a general meeting of members"),
        (
            "县政协召开建设物流枢纽推进会",
            "The county political consultative conference held a meeting to advance the building of logistics hubs",
        ),
        (
            "专家、企业家和教育等领域代表座谈会召开",
            "A discussion meeting with experts, entrepreneurs, and representatives of education and other fields was held",
        ),
        (
            "县委第二轮巡察第五巡察组巡察县水利局工作动员会召开",
            (
                "A mobilisation meeting on the inspection of the county water bureau by the No. 5 inspection team "
                "of the county Party committee (2nd round) was held"
            ),
        ),
        (
            "市教育局 市公安局联合召开校园安全工作会议",
            "The city education bureau and the city public security bureau held a work meeting on school safety",
        ),
        (
            "“解放思想”大讨论动员会召开",
            "A mobilisation meeting on the mass discussion on freeing the mind was held",
        ),
    ],
)
def test_whose_and_with_whom(zh: str, en: str) -> None:
    assert headline(zh) == en
