"""What a headline says of whom: two bodies, two matters, national titles, years and places are kept apart."""

import pytest

from digest.translate.officialese.headlines.headline import headline, headline_in_part


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县政府党组会议、常务会议召开",
            "The Yunling County government held a meeting of the leading Party group and an executive meeting",
        ),
        (
            "县委常委会会议、县政府常务会议召开",
            (
                "A meeting of the standing committee of the county Party committee "
                "and an executive meeting of the county government were held"
            ),
        ),
        (
            "县委常委会暨县委人才工作领导小组会议",
            (
                "The county Party committee: a standing committee meeting and "
                "a meeting of the county Party leading group on talent"
            ),
        ),
        (
            "县政府召开全体扩大会议、廉政工作会议",
            "The county government held an enlarged plenary meeting and a work meeting on clean government",
        ),
        (
            "青川大学党委书记任职宣布大会召开",
            "Qingchuan University held a conference to announce the appointment of the Party secretary",
        ),
    ],
)
def test_each_meeting_is_of_its_own_body(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("林知远调研防火防汛工作", "Lin Zhiyuan looked into fire prevention and flood control work"),
        ("全县教育改革发展大会召开", "A county conference on education reform and development was held"),
        (
            "全县养老服务改革暨托育工作会议召开",
            "A county work meeting on childcare and reform of elderly care was held",
        ),
        ("县领导林知远调研防汛工作", "County leader Lin Zhiyuan looked into flood control work"),
        (
            "全市卫生健康党风廉政建设工作会召开",
            "A city work meeting on Party conduct and clean government in the health system was held",
        ),
        (
            "市水利局召开创建全国文明单位推进会",
            "The city water bureau held a meeting to advance the bid for the title of national civilised unit",
        ),
        (
            "青川国家生态文明试验区领导小组会议召开",
            "The leading group on the Qingchuan National Ecological Civilisation Pilot Zone held a meeting",
        ),
        ("县委编委会召开2026年第一次会议", "The county Party staffing commission held its 1st meeting of 2026"),
        (
            "省级城乡融合发展试点工作推进会召开",
            "A meeting to advance work on provincial pilot projects of integrated urban and rural development was held",
        ),
        (
            "林知远与青川大学校长座谈",
            "Lin Zhiyuan held a discussion with the president of Qingchuan University",
        ),
        ("王海同志任云岭县人民政府代县长", "Wang Hai was appointed acting county head of Yunling County"),
        (
            "云岭县召开干部大会 宣布市委人事任免决定",
            (
                "Yunling County held a meeting of officials to announce decisions of the city Party committee "
                "on appointments and removals"
            ),
        ),
        (
            "全市工业稳增长暨重点企业座谈会召开",
            "A city meeting on stable industrial growth and a discussion meeting with key companies were held",
        ),
        (
            "市发改委 市财政局 市审计局召开专项债券工作会议",
            (
                "The city development and reform commission, the city finance bureau and the city audit bureau "
                "held a work meeting on special bonds"
            ),
        ),
        ("青川市信息系统安全工作会议召开", "Qingchuan City held a work meeting on information system security"),
        ("市管干部会议召开", "A meeting of officials managed by the city was held"),
        (
            "国家文物局局长调研青川古城保护",
            "The director of the National Cultural Heritage Administration looked into protection of Qingchuan Old Town",
        ),
        (
            "云岭中学召开全国文明校园创建工作会议",
            "Yunling Middle School held a work meeting on the bid for the title of national civilised school",
        ),
        ("青川大学召开纪委全会", "Qingchuan University held a plenary session of the discipline commission"),
        ("工商联召开主席会议", "The federation of industry and commerce held a meeting of the chairs"),
    ],
)
def test_two_matters_are_two_and_one_body_is_one(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "财政部召开2027年地方预算编制布置会",
            "The Ministry of Finance held a meeting to plan 2027 local budget preparation",
        ),
        ("云岭县召开2025年高考工作会议", "Yunling County held a work meeting on the 2025 college entrance exam"),
        (
            "青川市垃圾分类工作推进会在我校召开",
            "At the school, Qingchuan City held a meeting to advance work on waste sorting",
        ),
        (
            "全省安全生产会议召开 林知远对安全生产工作作出重要指示 王海主持",
            (
                "A provincial meeting on workplace safety was held; Lin Zhiyuan gave important instructions on workplace "
                "safety work, Wang Hai in the chair"
            ),
        ),
        (
            "云岭市召开网络安全会议，约谈12家平台企业",
            "Yunling City held a meeting on cybersecurity, holding admonitory talks with 12 platform companies",
        ),
        ("时讯丨县委常委会召开会议", "The county Party standing committee held a meeting"),
    ],
)
def test_years_places_and_speakers_stand_where_they_belong(chinese, english):
    assert headline(chinese) == english


def test_a_meeting_to_prepare_what_is_not_told_is_not_told():
    assert headline_in_part("某某某某平台将在云岭启动 林知远主持召开筹备会议") is None


def test_two_mottoes_without_a_pause_are_not_one():
    assert headline("区委召开会议 培养干部全面从严治党") is None
