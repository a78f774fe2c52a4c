"""Headlines of visits: who goes where, when and what for. Names and places are invented."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline
from digest.translate.officialese.headlines.persons import who
from digest.translate.officialese.headlines.spots import spot, when
from digest.translate.officialese.headlines.teams import team


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("林知远副市长", "Deputy mayor Lin Zhiyuan"),
        ("青川市林知远副市长", "Lin Zhiyuan, deputy mayor of Qingchuan City,"),
        ("县教育局林知远局长一行", "Lin Zhiyuan, director of the county education bureau,"),
        ("青川大学副校长林知远", "Lin Zhiyuan, deputy president of Qingchuan University,"),
        ("民政部副部长林知远", "Lin Zhiyuan, vice minister of civil affairs,"),
        (
            "民政部党组成员、副部长林知远",
            "Lin Zhiyuan, member of the leading Party group of the Ministry of Civil Affairs and vice minister,",
        ),
        ("青川省省委书记林知远", "Lin Zhiyuan, Party secretary of Qingchuan Province,"),
        ("团市委书记林知远", "Lin Zhiyuan, secretary of the city committee of the Communist Youth League,"),
        ("林知远柳文斌", "Lin Zhiyuan and Liu Wenbin"),
        ("林知远王海燕徐启才", "Lin Zhiyuan, Wang Haiyan and Xu Qicai"),
        ("林知远王海燕等县领导", "Lin Zhiyuan, Wang Haiyan and other county leaders"),
        ("县领导林知远、王海燕", "county leaders Lin Zhiyuan and Wang Haiyan"),
        (
            "县委书记林知远、县长王海燕",
            "Lin Zhiyuan, Party secretary of the county, and county head Wang Haiyan",
        ),
        ("市长、县长", "the mayor and the county head"),
        ("领导", "leaders"),
        ("省市领导", "provincial and city leaders"),
        ("县委主要领导", "top leaders of the county Party committee"),
        ("部分省人大代表", "some deputies to the provincial people's congress"),
        ("全国政协委员", "members of the CPPCC"),
        ("部分市政协委员", "some members of the city political consultative conference"),
        ("青川大学一行", "a group from Qingchuan University"),
    ],
)
def test_whoever_goes_is_told_with_rank_and_company(zh: str, en: str) -> None:
    assert who(zh) == en


def test_a_row_of_characters_with_two_readings_names_nobody() -> None:
    assert who("李明高杨帆") is None  # 李明, 高杨帆 or 李明高, 杨帆
    assert who("林知远来校") is None  # 来 is a surname too


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("省防汛督导组", "a provincial supervision team on flood control"),
        ("安全生产检查组", "an inspection team on workplace safety"),
        ("青年代表团", "a delegation of young people"),
        ("国家督导组", "a national supervision team"),
        ("教育部调研组", "a fact-finding team of the Ministry of Education"),
        ("云岭县客商代表团", "a delegation of business visitors from Yunling County"),
        ("云岭县党政代表团", "a Party and government delegation from Yunling County"),
        ("市委第三巡察组", "the No. 3 inspection team of the city Party committee"),
        ("某某考察团", None),
    ],
)
def test_a_group_is_told_by_whose_it_is_and_what_for(zh: str, en: str | None) -> None:
    assert team(zh) == en


@pytest.mark.parametrize(
    ("zh", "where"),
    [
        ("我县", " in the county"),
        ("我校", " at the school"),
        ("云岭县、青川县等地", " in Yunling County, Qingchuan County and other places"),
        ("云岭县青山水库", " at Qingshan Reservoir in Yunling County"),
        ("青山社区", " in Qingshan Community"),
        ("部分乡镇", " in some townships"),
        ("多个帮扶村", " in several partner villages"),
        ("云岭县大桥", " at the Yunling County Bridge"),
        ("四个街道", " in four subdistricts"),
        ("云岭县企业", " at companies in Yunling County"),
        ("帮扶村", " in partner villages"),
        ("一线", " on the front line"),
        ("市委组织部", " at the organisation department of the city Party committee"),
        ("省直公积金中心", " at the provincial housing provident fund centre"),
    ],
)
def test_a_place_is_told_with_its_preposition(zh: str, where: str) -> None:
    found = spot(zh)
    assert found is not None
    assert found.where == where


def test_an_institute_named_by_its_field_is_no_name_in_pinyin() -> None:
    assert spot("酿酒研究所") is None
    assert spot("困难群众") is None  # one goes to them, but is not "at" them
    assert spot("云岭高等专科") is None  # an 等 of no list
    assert spot("等地") is None  # an 等 behind nothing
    assert spot("学校、在建工地") is None  # at one, on the other


@pytest.mark.parametrize(
    ("zh", "told"),
    [
        ("林知远春节前夕", ("林知远", " before the Spring Festival", "")),
        ("林知远国庆期间", ("林知远", " over the National Day holiday", "")),
        ("林知远八一", ("林知远", "", "Army Day")),
        ("林知远冒雨", ("林知远", " in the rain", "")),
        ("林知远近日", ("林知远", "", "")),
        ("林知远春节假期", ("林知远", " over the Spring Festival holiday", "")),
    ],
)
def test_a_time_before_the_verb(zh: str, told: tuple[str, str, str]) -> None:
    assert when(zh) == told


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("林知远来我县调研防汛工作", "Lin Zhiyuan looked into flood control work in the county"),
        ("林知远到我校调研", "Lin Zhiyuan made a fact-finding visit to the school"),
        ("林知远在云岭县调研", "Lin Zhiyuan made a fact-finding tour in Yunling County"),
        ("林知远来校检查指导工作", "Lin Zhiyuan made an inspection and guidance visit to the school"),
        (
            "林知远副县长调研县水利局",
            "Deputy county head Lin Zhiyuan made a fact-finding visit to the county water bureau",
        ),
        ("林知远调研我县统战工作", "Lin Zhiyuan looked into united front work in the county"),
        (
            "县安委会对我镇燃气安全工作进行检查",
            "The county workplace safety committee inspected gas safety work in the town",
        ),
        ("林知远率队开展全市食品安全暗访检查", "Lin Zhiyuan made an unannounced check of citywide food safety"),
        ("镇领导开展三八节走访慰问活动", "Town leaders made visits for Women's Day"),
        ("教师节前夕，市领导慰问一线教师", "City leaders visited frontline teachers before Teachers' Day"),
        (
            "林知远率县直部门负责人调研重点项目",
            "Lin Zhiyuan, leading heads of county departments, looked into key projects",
        ),
        (
            "县人大常委会组织代表视察养老服务工作",
            "Deputies, organised by the county people's congress standing committee, inspected elderly care work",
        ),
        (
            "林知远调研统战工作并看望慰问困难群众",
            "Lin Zhiyuan looked into united front work and visited people in difficulty",
        ),
        (
            "市领导看望慰问困难职工 送上新春祝福",
            "City leaders visited employees in difficulty and brought Spring Festival wishes",
        ),
        ("林知远到信访局公开接访", "Lin Zhiyuan received petitioners at the petitions bureau"),
        ("林知远会见企业代表", "Lin Zhiyuan met company representatives"),
        ("周立民会见云岭县客商", "Zhou Limin met business visitors from Yunling County"),
        ("林知远调研重点项目建设情况", "Lin Zhiyuan looked into construction of key projects"),
        (
            "县住建局对在建工地进行安全检查",
            "The county housing and construction bureau inspected safety on building sites",
        ),
        (
            "县人大开展《土地管理法》执法检查",
            "The county people's congress inspected enforcement of the law on land management",
        ),
        (
            "省农科院专家来我县指导小麦生产",
            "Experts from the provincial academy of agricultural sciences guided wheat production in the county",
        ),
        (
            "省市农技专家深入田间指导春耕生产",
            "Provincial and city farm technology experts guided spring ploughing in the fields",
        ),
        (
            "林知远慰问春节期间坚守岗位的公安民警",
            "Lin Zhiyuan visited police officers on duty during the Spring Festival",
        ),
        ("市领导看望住院老干部", "City leaders visited retired officials in hospital"),
        ("林知远深入项目建设一线调研", "Lin Zhiyuan made a fact-finding visit to project sites"),
        ("林知远深入企业到车间调研", "Lin Zhiyuan made a fact-finding visit to the shop floor at companies"),
        ("林知远看望2025年度新入职教师", "Lin Zhiyuan visited newly hired teachers of 2025"),
        ("林知远到困难群众家中走访", "Lin Zhiyuan visited the homes of people in difficulty"),
        ("县领导开展春节前慰问", "County leaders made visits before the Spring Festival"),
        (
            "我校迎接省教育厅督导检查",
            "The school received a supervision and inspection visit from the provincial department of education",
        ),
        (
            "热烈欢迎市教育局领导莅临我校指导工作",
            "A warm welcome: leaders of the city education bureau made a guidance visit to the school",
        ),
        ("林知远为一线医护人员送去慰问", "Lin Zhiyuan brought sympathy to frontline medical staff"),
        ("县总工会开展夏送清凉活动", "The county federation of trade unions brought workers relief from the heat"),
        ("林知远赶赴现场指挥救援", "Lin Zhiyuan directed the rescue on site"),
        ("县领导开展“八一”慰问活动", "County leaders made visits for Army Day"),
        ("在第38个教师节来临之际 县领导走访慰问教师", "County leaders visited teachers before Teachers' Day"),
        ("林知远陪同省领导调研", "Lin Zhiyuan, accompanying provincial leaders, made a fact-finding tour"),
        (
            "林知远到云岭、青川两县调研",
            "Lin Zhiyuan made a fact-finding visit to Yunling County and Qingchuan County",
        ),
        (
            "县公安局长林知远检查道路交通安全",
            "Lin Zhiyuan, director of the county public security bureau, inspected road traffic safety",
        ),
        (
            "省领导来我市调研 林知远陪同",
            "Provincial leaders made a fact-finding visit to the city, Lin Zhiyuan accompanying",
        ),
        ("德国友人来访我校", "Friends from Germany visited the school"),
        ("林知远会见德国驻华大使一行", "Lin Zhiyuan met the ambassador of Germany to China"),
        ("林知远会见俄罗斯一行", "Lin Zhiyuan met a group from Russia"),
        ("林知远同法国总统举行会谈", "Lin Zhiyuan held talks with the President of France"),
        ("林知远会见来访的韩国代表团", "Lin Zhiyuan met a delegation from South Korea"),
        (
            "省防汛督导组进驻云岭县",
            "A provincial supervision team on flood control began work in Yunling County",
        ),
        (
            "市扶贫专项督查组到云岭县督查",
            "A city special inspection team on poverty relief made an inspection visit to Yunling County",
        ),
        (
            "市人大常委会开展食品安全法执法检查",
            "The city people's congress standing committee inspected enforcement of the Food Safety Law",
        ),
        (
            "市人大常委会开展交通违法执法检查",  # no law
            "The city people's congress standing committee inspected law enforcement in traffic offences",
        ),
    ],
)
def test_a_visit_is_told_whole(zh: str, en: str) -> None:
    assert headline(zh) == en


@pytest.mark.parametrize(
    "zh",
    [
        "林知远到某某调研防汛工作",
        "某某来我县调研防汛工作",
        "林知远调研困难群众",  # people are visited, not looked into
        "林知远慰问防汛工作",
        "林知远检查慰问防汛工作",
        "县人大代表视察工作安排",  # arrangements, which nobody inspected
        "我校迎来市教育局参观",  # no kind of visit that one receives
        "县领导来云岭调研",  # 来云岭 is nobody, 云岭 no place that is known
        "林知远五一调研",  # a bare day says when of calls on people alone
    ],
)
def test_a_visit_with_a_part_that_is_not_certain_is_not_told(zh: str) -> None:
    assert headline(zh) is None
