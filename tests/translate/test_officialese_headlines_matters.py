"""What a meeting is about: support of one for another, sectors, disasters in a row, accreditation, special work."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.campaigns import people, topic
from digest.translate.officialese.headlines.headline import headline
from digest.translate.officialese.headlines.meetings import meetings


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("金融支持茶产业和乡村旅游发展", "financial support for development of the tea industry and rural tourism"),
        ("科技支撑乡村振兴", "scientific and technological support for rural revitalisation"),
        ("税收服务高质量发展", "tax services for high-quality development"),
        ("财政支农", "fiscal support for farming"),
    ],
)
def test_support_is_for_what_follows_it(chinese: str, english: str) -> None:
    assert topic(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("青少年法治教育", "legal education for young people"),
        ("中小学生安全教育", "safety education for pupils"),
        ("党员干部廉政教育", "education in clean government for Party members and officials"),
    ],
)
def test_education_is_for_people(chinese: str, english: str) -> None:
    assert topic(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("教育、卫生、民政系统", "the education, health and civil affairs systems"),
        ("工业、农业、旅游领域", "the industrial, agricultural and tourism sectors"),
        (
            "教育、医疗领域突出问题整治",
            "clean-up of prominent problems in the education and medical sectors",
        ),
    ],
)
def test_sectors_share_their_last_word(chinese: str, english: str) -> None:
    assert topic(chinese) == english


def test_companies_of_a_sector_and_experts_on_something() -> None:
    assert people("新材料领域企业") == "companies in the new materials sector"
    assert people("经济运行专家") == "experts on economic performance"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("防汛抗旱防台风", "flood control, drought relief and typhoon defence"),
        ("防台、防汛和抗灾救灾", "typhoon defence, flood control, disaster fighting and disaster relief"),
    ],
)
def test_works_against_disasters_stand_side_by_side(chinese: str, english: str) -> None:
    assert topic(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("食品安全示范城市创建验收", "acceptance checks in the drive for accreditation as a food safety model city"),
        ("农贸市场创卫", "the hygienic-city drive in produce markets"),
        ("食品安全示范城市创建", "the drive for accreditation as a food safety model city"),
        ("质量强县建设", "the building of a county strong in quality"),
    ],
)
def test_drives_for_a_title(chinese: str, english: str) -> None:
    assert topic(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "依法整顿客运秩序专项工作",
            "special work on rectifying passenger transport order in accordance with the law",
        ),
        ("教育系统“护航”行动", "the “Huhang” campaign of the education system"),
        ("推进“清风”行动", "pushing forward the “Qingfeng” campaign"),
        ("“护航”专项行动", "the “Huhang” special campaign"),
        ("“两学一做”学习教育", "the “Two Studies, One Action” study campaign"),
        ("“两会”", "the “Two Sessions”"),
    ],
)
def test_special_work_and_campaigns(chinese: str, english: str) -> None:
    assert topic(chinese) == english


def test_the_government_that_buys_does_not_meet() -> None:
    assert meetings("政府采购制度改革座谈会", None) == (
        "a discussion meeting on reform of government procurement systems"
    )


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("组织应急民兵点验大会", "a conference on organising emergency militia musters"),
        ("第五届委员会全体会议", "the 5th plenary meeting of the committee"),
        ("等级医院评审动员会", "a mobilisation meeting on the hospital grade review"),
        ("预算审查座谈会", "a discussion meeting on budget review"),
        ("乡镇人大工作座谈会", "a discussion meeting on the work of people's congresses of townships"),
        ("人才工作座谈会", "a discussion meeting on talent"),
        ("老干部迎春座谈会", "a New Year discussion meeting with retired officials"),
        (
            "安全生产警示教育暨事故现场会",
            "a warning education meeting on workplace safety and an on-site meeting on accidents",
        ),
        (
            "中央环保督察“回头看”整改工作推进会",
            "a meeting to advance work on rectification after follow-up checks of central environmental inspection",
        ),
    ],
)
def test_a_task_is_what_the_meeting_is_about(chinese: str, english: str) -> None:
    assert meetings(chinese, None) == english


def test_a_campaign_with_its_year() -> None:
    assert topic("“昆仑2026”专项行动") == "the “Kunlun 2026” special campaign"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("肉牛产业", "the beef cattle industry"),
        ("组织宣传统战", "organisation, publicity and the united front"),
        ("养老机构消防安全整治", "fire safety clean-up of care homes"),
    ],
)
def test_what_belongs_together(chinese: str, english: str) -> None:
    assert topic(chinese) == english


def test_platforms_are_admonished_themselves() -> None:
    assert meetings("网约车平台约谈会", None) == "an admonitory meeting with ride-hailing platforms"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("税收服务保障", "tax services and support"),
        ("中秋前夕市场供应", "market supply before the Mid-Autumn Festival"),
        ("庆祝教师节", "Teachers' Day"),
        ("庆元旦", "New Year"),
        ("春运服务保障", "services and support for the Spring Festival travel season"),
        ("茶叶、蔬菜产业发展", "development of the tea and vegetable industries"),
    ],
)
def test_services_and_industries(chinese: str, english: str) -> None:
    assert topic(chinese) == english


def test_fields_in_a_list_unless_the_last_is_done_to_all() -> None:
    assert topic("卫生健康、医疗保障和疾控") == "health, medical insurance and disease control"
    assert topic("项目、资金管理") is None


def test_support_for_something_that_nobody_knows_is_not_told() -> None:
    assert not topic("金融服务茶产业和民宿经济")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "民营企业参与乡村振兴动员会召开",
            "A mobilisation meeting on participation of private companies in rural revitalisation was held",
        ),
        (
            "社会力量参与文物保护利用工作推进会召开",
            "A meeting to advance work on participation of social forces in protection and use of cultural relics was held",
        ),
        (
            "科技创新与产业创新融合座谈会召开",
            (
                "A discussion meeting on integration of scientific and technological innovation and industrial innovation "
                "was held"
            ),
        ),
        (
            "云岭街道召开传达学习青川市“两会”精神大会",
            (
                "Yunling Subdistrict held a conference on passing on and studying the guiding principles of the "
                "“Two Sessions” of Qingchuan City"
            ),
        ),
        (
            "中央第五巡视组巡视民政部党组工作动员会召开",
            (
                "A mobilisation meeting on the inspection of the leading Party group of the Ministry of Civil Affairs "
                "by the No. 5 central inspection team was held"
            ),
        ),
        (
            "省、市两级水利局联合约谈供水企业",
            "The provincial and city water bureaus jointly hold admonitory talks with water supply companies",
        ),
    ],
)
def test_who_takes_part_and_what_belongs_to_whom(chinese: str, english: str) -> None:
    assert headline(chinese) == english


def test_a_shanty_area_is_no_district() -> None:
    assert headline("河东棚户区召开工作会议") is None
