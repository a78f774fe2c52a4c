"""Headlines of what leaders say, attend and do; every name is invented."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline
from digest.translate.officialese.headlines.mottoes import motto


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "林知远在检查市场供应时强调 确保食品安全",
            "Lin Zhiyuan inspected market supply, stressing the need to ensure food safety",
        ),
        (
            "林知远主持召开县委常委会会议强调 深化改革 扩大开放",
            (
                "Lin Zhiyuan chaired a meeting of the standing committee of the county Party committee, "
                "stressing: deepen reform; open up wider"
            ),
        ),
        (
            "林知远在参加云岭代表团审议时强调 坚持绿色发展",
            (
                "Lin Zhiyuan took part in the deliberations of the Yunling delegation, "
                "stressing the need to keep to green development"
            ),
        ),
        (
            "林知远在内蒙古调研时强调 深化改革",
            "On a fact-finding tour in Inner Mongolia, Lin Zhiyuan stressed: deepen reform",
        ),
        (
            "林知远在县委安全生产工作会议上强调 压实责任",
            (
                "At a work meeting on workplace safety held by the county Party committee, "
                "Lin Zhiyuan stressed: enforce responsibilities"
            ),
        ),
        ("浙江：加快建设制造强省", "Zhejiang: speed up the building of a province strong in manufacturing"),
        (
            "林知远就春耕工作作出批示强调 不误农时抓好春耕备耕",
            (
                "Lin Zhiyuan gave written instructions on spring ploughing work, "
                "stressing: do not miss the farming season and make good preparations for spring ploughing"
            ),
        ),
        ("县应急局：压实责任", "The county emergency management bureau: enforce responsibilities"),
        (
            "林知远在浙江大学调研时强调 深化改革",
            "On a fact-finding tour at Zhejiang University, Lin Zhiyuan stressed: deepen reform",
        ),
        ("林知远在上海出席招商推介会", "Lin Zhiyuan attended an investment promotion event in Shanghai"),
        ("压实责任 确保安全度汛", "Enforce responsibilities; get safely through the flood season"),
    ],
)
def test_what_is_stressed_and_where(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "林知远对全市信访工作作出批示",
            "Lin Zhiyuan gave written instructions on petition work across the city",
        ),
        ("林知远就矿山救援工作作出重要指示", "Lin Zhiyuan gave important instructions on mine rescue"),
        (
            "林知远致信祝贺青川大学建校60周年",
            (
                "Lin Zhiyuan sent a message of congratulations on the 60th anniversary of the founding of "
                "Qingchuan University"
            ),
        ),
        ("林知远向全市教师致慰问信", "Lin Zhiyuan sent a letter of greetings to teachers of the city"),
        ("林知远给青川大学学生回信", "Lin Zhiyuan wrote back to students of Qingchuan University"),
        ("林知远同企业家座谈", "Lin Zhiyuan held a discussion with entrepreneurs"),
        (
            "林知远同县人民代表大会会议列席代表座谈",
            "Lin Zhiyuan held a discussion with deputies sitting in on the meeting of the county people's congress",
        ),
        (
            "林知远率党政代表团赴云岭县考察学习",
            "Lin Zhiyuan led a Party and government delegation to Yunling County for a study tour",
        ),
        ("林知远赴上海招商", "Lin Zhiyuan went to Shanghai to seek investment"),
        ("林知远对德国进行友好访问", "Lin Zhiyuan paid a friendly visit to Germany"),
        (
            "林知远为机关干部讲专题党课",
            "Lin Zhiyuan gave a special Party lecture to officials of Party and government bodies",
        ),
        ("林知远开展接访活动", "Lin Zhiyuan received petitioners"),
        ("林知远当选云岭县县长", "Lin Zhiyuan was elected county head of Yunling County"),
        ("林知远会见德国企业代表团", "Lin Zhiyuan met a business delegation from Germany"),
        ("林知远率经贸代表团出访欧洲", "Lin Zhiyuan led a trade delegation on a visit to Europe"),
        ("林知远就当前防汛工作提出明确要求", "Lin Zhiyuan set clear requirements for current flood control work"),
        (
            "林知远代表县政府作政府工作报告",
            "On behalf of the county government, Lin Zhiyuan delivered the government work report",
        ),
        (
            "林知远向第五届世界互联网大会致贺信",
            "Lin Zhiyuan sent a message of congratulations to the 5th World Internet Conference",
        ),
        ("林知远不再担任云岭县县长职务", "Lin Zhiyuan is no longer county head of Yunling County"),
        ("林知远为新任职干部集体廉政谈话", "Lin Zhiyuan had a group integrity talk with newly appointed officials"),
        (
            "林知远参加县六届人大五次会议云岭代表团审议",
            (
                "Lin Zhiyuan took part in the deliberations of the Yunling delegation at the 5th session of "
                "the 6th county people's congress"
            ),
        ),
        (
            "林知远出席县政协第五次会议开幕会",
            "Lin Zhiyuan attended the opening of the 5th session of the county political consultative conference",
        ),
        ("林知远宣布运动会开幕", "Lin Zhiyuan declared the sports meeting open"),
        ("林知远宣布水库工程开工", "Lin Zhiyuan declared the start of construction of the reservoir projects"),
        ("林知远就防汛工作作出具体部署", "Lin Zhiyuan made specific plans for flood control work"),
        (
            "林知远对防汛动员大会作出批示",
            "Lin Zhiyuan gave written instructions on the mobilisation conference on flood control",
        ),
        (
            "林知远致信祝贺改革开放40周年",
            "Lin Zhiyuan sent a message of congratulations on the 40th anniversary of reform and opening up",
        ),
        ("林知远参加小组审议", "Lin Zhiyuan took part in group deliberations"),
        ("林知远参加联组讨论", "Lin Zhiyuan took part in joint group discussions"),
        (
            "林知远以普通党员身份参加支部组织生活会",
            "Lin Zhiyuan attended a Party branch self-criticism meeting as an ordinary Party member",
        ),
        ("林知远为县博物馆揭牌", "Lin Zhiyuan unveiled the plaque of the county museum"),
        ("林知远坐镇指挥防汛抢险工作", "Lin Zhiyuan commanded flood control and emergency work"),
        ("林知远出席进博会", "Lin Zhiyuan attended the import expo"),
        ("林知远出席全县教育大会并致辞", "Lin Zhiyuan attended a county conference on education and gave an address"),
        (
            "林知远主持全县防汛工作会议并作点评",
            "Lin Zhiyuan chaired a county work meeting on flood control and commented",
        ),
    ],
)
def test_what_leaders_do_beside_meetings(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("奋力谱写中国式现代化云岭新篇章", "strive to write a new Yunling chapter of Chinese modernisation"),
        ("建设平安青川", "build a safe Qingchuan"),
        ("以更高标准更实举措推进城市更新", "with higher standards and more solid measures, push forward urban renewal"),
        ("续写乡村振兴新篇章", "continue to write a new chapter in rural revitalisation"),
        ("以教育的高质量助力就业的高质量", "use high-quality education to promote high-quality employment"),
        ("党建引领促发展", "promote development with Party building in the lead"),
        ("时刻绷紧防汛弦", "keep flood control in mind at all times"),
        ("为乡村振兴凝聚共识", "build consensus for rural revitalisation"),
    ],
)
def test_mottoes(chinese: str, english: str) -> None:
    assert motto(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "林知远对某某工作作出批示",
        "林知远致信祝贺某某成立",
        "林知远率某某团赴上海考察",
        "林知远在检查某某时强调 压实责任",
        "林知远在云岭县调研时强调 某某某某",
        "林知远在云岭县调研某某时强调 压实责任",
        "林知远同某某集团董事长座谈",
        "林知远参加某某代表团审议",
        "林知远代表某某作政府工作报告",
        "王海燕在李明",
    ],
)
def test_what_is_not_certain_is_not_told(chinese: str) -> None:
    assert headline(chinese) is None
