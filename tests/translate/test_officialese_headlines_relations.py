"""How the words of a headline belong together: levels of titles, places in names, fields side by side, means, one's own."""

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "青川市召开省卫生城市复审迎检动员会",
            "Qingchuan City held a mobilisation meeting on preparations for the provincial hygienic city review",
        ),
        (
            "云岭县召开省食品安全示范县创建工作推进会",
            (
                "Yunling County held a meeting to advance work on the bid for the title of "
                "provincial demonstration county of food safety"
            ),
        ),
        (
            "我市召开市文明单位创建动员会",
            "The city held a mobilisation meeting on the bid for the title of city-level civilised unit",
        ),
        (
            "市教育局召开省示范高中评估验收迎检动员会",
            (
                "The city education bureau held a mobilisation meeting on preparations for the "
                "provincial demonstration high school assessment and acceptance checks"
            ),
        ),
        ("市平安建设工作会议召开", "A city work meeting on the public-safety drive was held"),
    ],
)
def test_the_level_before_a_title_is_of_the_title(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("2024中国（青川）国际茶叶博览会开幕", "The 2024 China (Qingchuan) International Tea Expo opened"),
        (
            "云岭县（杭州）文旅推介会举行",
            "The Yunling County (Hangzhou) promotion event for culture and tourism was held",
        ),
        (
            "林知远出席中国（云岭）茶叶博览会开幕式",
            "Lin Zhiyuan attended the opening ceremony of the China (Yunling) expo of tea",
        ),
        ("第三届中国·青川县茶叶博览会开幕", "The 3rd China (Qingchuan County) expo of tea opened"),
    ],
)
def test_places_before_an_event_are_its_name_and_hold_nothing(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "全县教育体育工作会议召开",
            "A county work meeting on education and sports was held",
        ),
        (
            "全市住房城乡建设工作会议召开",
            "A city work meeting on housing and urban-rural development was held",
        ),
        (
            "云岭县教育局召开综治维稳工作会议",
            "The Yunling County education bureau held a work meeting on public security governance and stability",
        ),
        (
            "云岭县召开水利脱贫攻坚推进会",
            "Yunling County held a meeting to advance the fight against poverty through water projects",
        ),
        (
            "全县民政脱贫攻坚工作会议召开",
            "A county work meeting on the fight against poverty in the civil affairs system was held",
        ),
        ("云岭县召开第三方物流工作会议", "Yunling County held a work meeting on third-party logistics"),
        (
            "云岭县召开普法宣传暨业务培训会",
            "Yunling County held a training session on legal publicity and professional skills",
        ),
        ("全县民政业务工作培训会召开", "A county training session on civil affairs was held"),
        (
            "守护食品安全在行动 云岭县召开食品安全工作会议",
            "Taking action to protect food safety: Yunling County held a work meeting on food safety",
        ),
    ],
)
def test_fields_and_means_are_no_attributes_of_each_other(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "县妇联召开维权工作推进会",
            "The county women's federation held a meeting to advance work on protection of women's rights",
        ),
        ("云湖社区举行社区年度总结会", "Yunhu Community held an annual review meeting"),
        ("云岭街道阳光社区召开社区工作会议", "Yangguang Community, Yunling Subdistrict held a work meeting"),
        ("云岭社区召开社区治理工作会议", "Yunling Community held a work meeting on community governance"),
        (
            "县第九届人民代表大会第六次会议主席团举行第四次会议",
            "The presidium of the 6th session of the 9th county people's congress held its 4th meeting",
        ),
        ("县委召开身边典型座谈会", "The county Party committee held a discussion meeting with role models around us"),
        ("我县召开先进典型座谈会", "The county held a discussion meeting with outstanding role models"),
        (
            "林知远主持召开九届区委常委会第17次会议",
            "Lin Zhiyuan chaired the 17th meeting of the district Party standing committee (9th term)",
        ),
        (
            "县科协召开主席办公会",
            "The county science and technology association held an executive meeting of the chairs",
        ),
        (
            "县水利局召开传达全省水利工作会议精神中心组学习会",
            (
                "The county water bureau held a theory study group session on passing on the guiding principles of "
                "the provincial work meeting on water works"
            ),
        ),
        (
            "青川市召开社会救助部门联席会",
            "Qingchuan City held an inter-departmental joint meeting on social assistance",
        ),
    ],
)
def test_what_is_meant_by_who_meets(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "县委召开“四问四比”活动动员会",  # a slogan of numbers and verbs
        "青川区召开“访帮促”活动大会",
        "云岭县召开新税收政策解读会",  # the policies are new
        "云岭县召开药品第三方配送工作会议",  # what is of the third party
    ],
)
def test_what_is_in_doubt_stays_untold(chinese):
    assert headline(chinese) is None
