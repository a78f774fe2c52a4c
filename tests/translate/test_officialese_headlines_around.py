"""What stands around the news in one headline: labels, mottoes, what a meeting did, who was there."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline, headline_in_part

HELD = "Yunling County held a work meeting on flood control"


@pytest.mark.parametrize(
    "chinese",
    [
        "【云岭要闻】云岭县召开防汛工作会议",
        "时政快讯丨云岭县召开防汛工作会议",
        "今日云岭｜云岭县召开防汛工作会议",
        "本网讯：云岭县召开防汛工作会议",
        "云岭县召开防汛工作会议（图）",
        "云岭县召开防汛工作会议(组图)",
        "云岭县召开防汛工作会议_云岭县人民政府",
        "云岭发布｜云岭县召开防汛工作会议",
        "云岭县召开防汛工作会议 - 云岭新闻网",
        "云岭县召开召开防汛工作会议",
        "云岭县召开防汛 工作会议",
        "云岭县：召开防汛工作会议",
        "·云岭县召开防汛工作会议",
        "3、云岭县召开&nbsp;防汛工作会议",
    ],
)
def test_labels_remarks_and_slips_of_typing_are_no_news(chinese):
    assert headline(chinese) == HELD


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("动态丨云岭县召开防汛工作会议等3则", f"{HELD} (first of 3 items)"),
        ("云岭县召开防汛工作会议 研究部署防汛工作…", f"{HELD} to study and plan flood control work …"),
        ("（2026-03-05）云岭县召开防汛工作会议", f"{HELD}, 5 Mar 2026"),
        ("云岭县召开２０２６年防汛工作会议", "Yunling County held its 2026 work meeting on flood control"),
        ("云岭县召开 2026 年防汛工作会议", "Yunling County held its 2026 work meeting on flood control"),
        ("【乡村振兴】云岭县召开防汛工作会议", f"Rural revitalisation: {HELD}"),
        (
            '云岭县召开"清风护航"专项行动推进会',
            "Yunling County held a meeting to advance the “Qingfeng Huhang” special campaign",
        ),
        (
            "云岭县召开”清风护航“专项行动推进会",
            "Yunling County held a meeting to advance the “Qingfeng Huhang” special campaign",
        ),
    ],
)
def test_what_is_typed_otherwise_is_told_all_the_same(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("甩开膀子加油干 云岭县召开防汛工作会议", f"Roll up our sleeves and work hard: {HELD}"),
        ("突破极限，全力冲刺——云岭县召开防汛工作会议", f"Push past every limit, make an all-out final push: {HELD}"),
        ("吹响项目建设冲锋号 云岭县召开防汛工作会议", f"Sound the charge for project construction: {HELD}"),
        (
            "未雨绸缪早部署 筑牢防线保安全 云岭县召开防汛工作会议",
            f"Prepare for a rainy day and plan early; firmly build the line of defence and keep people safe: {HELD}",
        ),
        ("普法进校园 云岭县召开防汛工作会议", f"Take legal education to schools: {HELD}"),
        ("以党建促发展 云岭县召开防汛工作会议", f"Use Party building to advance development: {HELD}"),
        ("以教育助振兴 云岭县召开防汛工作会议", f"Use education to help revitalisation: {HELD}"),
        (
            "云岭县召开防汛工作会议 压实责任 守牢底线",
            f"{HELD}: enforce responsibilities; hold firmly to the bottom line",
        ),
        ("云岭县防汛工作会议召开坚决守住安全底线", f"{HELD}: resolutely hold the safety bottom line"),
        (
            "云岭县防汛工作会议召开：压实责任 守牢底线",
            f"{HELD}: enforce responsibilities; hold firmly to the bottom line",
        ),
        ("云岭县防汛工作会议强调 压实责任", f"{HELD}, stressing the need to enforce responsibilities"),
        (
            "云岭县召开防汛工作会议 林知远强调压实责任",
            f"{HELD}, Lin Zhiyuan stressing the need to enforce responsibilities",
        ),
    ],
)
def test_mottoes_stand_before_the_news_or_behind_it(chinese, english):
    assert headline(chinese) == english


def test_a_motto_that_its_reading_would_part_is_not_told():
    assert headline("为乡村振兴走在全市前列提供坚强保障 云岭县召开防汛工作会议") is None


@pytest.mark.parametrize(
    ("done", "english"),
    [
        ("听取防汛工作情况汇报等", "hear reports on flood control and other matters"),
        ("听取县法院、县检察院工作汇报", "hear reports of the county court and the county procuratorate"),
        ("听取和审议政府工作报告", "hear and deliberate on the government work report"),
        (
            "审议《关于加强防汛工作的实施意见（送审稿）》等文件",
            "deliberate on the implementing opinions on strengthening flood control and other documents",
        ),
        ("审议通过防汛应急预案", "deliberate on and adopt the emergency plan for flood control"),
        ("讨论通过2026年工作要点", "discuss and adopt the 2026 key points of work"),
        (
            "学习习近平总书记重要讲话 重要指示 重要回信精神",
            (
                "study the guiding principles of General Secretary Xi Jinping's important speeches, instructions "
                "and letters of reply"
            ),
        ),
        (
            "传达习近平总书记对湿地保护作出的重要批示精神",
            "pass on the guiding principles of General Secretary Xi Jinping's important instructions on wetland protection",
        ),
        (
            "学习习近平总书记在青川省考察时的重要讲话精神",
            (
                "study the guiding principles of General Secretary Xi Jinping's important speeches on his tour of "
                "Qingchuan Province"
            ),
        ),
        (
            "学习习近平总书记在全国教育大会上的重要讲话",
            "study General Secretary Xi Jinping's important speeches at the national conference on education",
        ),
        ("通报上半年工作情况", "give a briefing on work in the first half of the year"),
        ("研究人事任免事项", "consider appointments and removals"),
        ("宣布县委主要领导任职决定", "announce the appointment of top leaders of the county Party committee"),
        (
            "宣布市委关于县委主要领导职务调整的决定",
            (
                "announce the decision of the city Party committee on changes among top leaders of the county Party "
                "committee"
            ),
        ),
        (
            "宣布市委、县委有关人事任免决定",
            (
                "announce decisions of the city Party committee and the county Party committee on appointments and "
                "removals"
            ),
        ),
        ("听取对县政府工作的意见建议", "hear opinions and suggestions on work of the county government"),
        ("就政府工作报告征求意见", "ask for opinions and suggestions on the government work report"),
        (
            "传达全国、全省组织部长会议精神",
            (
                "pass on the guiding principles of the national and provincial meetings of heads of organisation "
                "departments"
            ),
        ),
        ("听取审议意见办理情况报告", "hear reports on handling of deliberation opinions"),
        ("通报打击电信诈骗成果", "give a briefing on the results of cracking down on telecom fraud"),
        (
            "审议《云岭县养老服务发展规划（草案）》",
            "deliberate on the development plan for elderly care of Yunling County",
        ),
        (
            "听取和审议县政府关于教育工作情况的报告",
            "hear and deliberate on the report of the county government on education",
        ),
        (
            "传达2026年全国两会精神",
            "pass on the guiding principles of the 2026 annual sessions of the NPC and the CPPCC",
        ),
        ("传达学习上级会议精神", "pass on and study the message of meetings at higher levels"),
        ("督导云岭县防汛工作", "supervise work on flood control in Yunling County"),
        ("任命林知远为副县长", "appoint Lin Zhiyuan deputy county head"),
        ("围绕养老服务建言献策", "offer advice on elderly care"),
        ("部署物流保通保畅工作", "plan work on smooth flow of logistics"),
    ],
)
def test_what_a_meeting_did(done, english):
    assert headline(f"县政府召开常务会议 {done}") == f"The county government held an executive meeting to {english}"


@pytest.mark.parametrize(
    ("there", "english"),
    [
        ("林 涛主持", "Lin Tao in the chair"),
        ("林知远 王海燕 李涛参加", "Lin Zhiyuan, Wang Haiyan and Li Tao attending"),
        ("林知远等县领导出席", "Lin Zhiyuan and other county leaders attending"),
        ("县委书记林知远出席并讲话", "Lin Zhiyuan, Party secretary of the county, attending and speaking"),
        ("林知远作动员部署 王海燕主持", "Lin Zhiyuan mobilising and planning, Wang Haiyan in the chair"),
        ("县水利局作交流发言", "the county water bureau sharing experience"),
        ("何静宣读表彰决定", "He Jing reading out the commendation decision"),
        ("王海燕提出三点要求", "Wang Haiyan setting out three requirements"),
        ("50余人参加", "more than 50 people taking part"),
        ("青川市设分会场", "with a branch venue in Qingchuan City"),
        ("我县设分会场", "with a branch venue in the county"),
        ("林知远强调： 压实责任", "Lin Zhiyuan stressing: enforce responsibilities"),
        ("强调 压实责任 守牢底线", "stressing: enforce responsibilities; hold firmly to the bottom line"),
        ("林知远在云岭分会场参加", "Lin Zhiyuan attending at the Yunling branch venue"),
        ("林知远任云岭县委书记", "Lin Zhiyuan appointed Party secretary of Yunling County"),
        (
            "林知远同志任云岭县委常委、书记",
            (
                "Lin Zhiyuan appointed member of the Party standing committee of Yunling County and Party secretary of "
                "Yunling County"
            ),
        ),
    ],
)
def test_who_was_there(there, english):
    assert headline(f"云岭县召开防汛工作会议 {there}") == f"{HELD}, {english}"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "县委召开“七一”表彰大会",
            "The county Party committee held a commendation conference for the Party's anniversary",
        ),
        ("全县安全生产动员大会", "A county mobilisation conference on workplace safety"),
        ("强化城市管理工作推进会", "A meeting to advance work on strengthening city management"),
        (
            "县政府紧急会议：落实责任",
            "The county government held an emergency meeting: fulfil responsibilities",
        ),
        (
            "县委常委扩大会议研究安全生产工作",
            "The county Party committee held an enlarged meeting of its standing committee to study workplace safety work",
        ),
        (
            "受县长林知远委托 副县长王海燕主持召开防汛工作会议",
            "On behalf of County head Lin Zhiyuan, deputy county head Wang Haiyan chaired a work meeting on flood control",
        ),
        (
            "县人大常委会决定4月18日召开第十二次会议",
            "The county people's congress standing committee decided to hold the 12th meeting on 18 Apr",
        ),
        (
            "云岭县十八届人大一次会议选举林知远为县长",
            "The 1st session of the 18th Yunling County people's congress elected Lin Zhiyuan county head",
        ),
        (
            "县人大常委会决定任命林知远为副县长",
            "The county people's congress standing committee appointed Lin Zhiyuan deputy county head",
        ),
        (
            "县委第三巡察组巡察县水利局党组工作动员会召开",
            (
                "A mobilisation meeting on the inspection of the leading Party group of the county water bureau by the "
                "No. 3 inspection team of the county Party committee was held"
            ),
        ),
        (
            "县委巡察工作领导小组听取巡察情况汇报",
            "The county Party leading group on inspections hears reports on disciplinary inspection",
        ),
        (
            "林知远在我县分会场出席全省防汛工作视频会议",
            "Lin Zhiyuan attended a provincial video conference on flood control at the county branch venue",
        ),
        (
            "县医院召开院长任职宣布大会",
            "The county hospital held a conference to announce the appointment of the president",
        ),
        (
            "县住建局约谈燃气企业",
            "The county housing and construction bureau holds admonitory talks with gas companies",
        ),
        ("我县组织参加全市防汛工作视频会议", "The county attended a city video conference on flood control"),
        (
            "云岭县在全市教育工作会议上作典型发言",
            "Yunling County spoke as an example at a city work meeting on education",
        ),
        ("林知远到会并讲话 云岭县召开防汛工作会议", f"{HELD}, Lin Zhiyuan attending and speaking"),
        (
            "云岭县妇女第九次代表大会闭幕 选举产生新一届领导班子",
            "The 9th women's congress of Yunling County closed, electing a new leadership",
        ),
        (
            "林知远主持召开县委财经委员会会议 审议通过《云岭县养老服务发展规划》",
            (
                "Lin Zhiyuan chaired a meeting of the county Party commission for financial and economic affairs to "
                "deliberate on and adopt the development plan for elderly care of Yunling County"
            ),
        ),
        ("林知远出席并主持防汛工作会议", "Lin Zhiyuan attended and chaired a work meeting on flood control"),
        ("云岭县召开企业（学校）座谈会", "Yunling County held a discussion meeting with companies and schools"),
        ("云岭县召开表彰大会并举行启动仪式", "Yunling County held a commendation conference and a launch ceremony"),
        (
            "热烈祝贺云岭县第五次党代会胜利召开",
            "Warm congratulations on the opening of the 5th Party congress of Yunling County",
        ),
    ],
)
def test_sentences_of_other_forms(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        *(
            "云岭县消费者协会",
            "云岭县工商业联合会",
            "云岭县委员会",
            "关于印发防汛工作会议纪要的通知",
            "全国人民代表大会",
        ),
        *("某某决定召开第五次会议", "两次召开启动仪式", "云岭县开展某某"),
    ],
)
def test_what_is_no_sentence_of_news_is_not_told(chinese):
    assert headline(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english", "omitted"),
    [
        ("某某某某 云岭县召开防汛工作会议", f"… {HELD}", "某某某某"),
        ("云岭县召开防汛工作会议 某某某某", f"{HELD} …", "某某某某"),
        ("云岭县召开防汛工作会议 某某强调 压实责任", f"{HELD} …", "某某强调 压实责任"),
        ("云岭县召开防汛工作会议 听取某某汇报", f"{HELD} …", "听取某某汇报"),
        ("云岭县召开防汛工作会议 就规划征求某某意见", f"{HELD} …", "就规划征求某某意见"),
        ("压实责任 云岭县召开防汛工作会议 某某某某", f"Enforce responsibilities: {HELD} …", "某某某某"),
    ],
)
def test_the_news_is_told_without_a_motto_that_is_not_understood(chinese, english, omitted):
    assert headline(chinese) is None
    assert headline_in_part(chinese) == (english, omitted)


@pytest.mark.parametrize(
    "chinese",
    [
        "云岭县召开某某某 防汛工作会议",  # cut within the name of the meeting
        "云岭县召开防汛工作会议 系不实消息",
        "云岭县召开防汛工作会议 某某某某某某某某某某某某某某某某某某某某某某",  # more is left out than told
        "关于某某的通知 云岭县召开防汛工作会议",
    ],
)
def test_of_a_headline_that_would_say_something_else_nothing_is_told_in_part(chinese):
    assert headline_in_part(chinese) is None


@pytest.mark.parametrize("chinese", ["强调 " * 40, "在云岭县" * 40 + "调研时强调 压实责任", "云岭县召开会议 " * 20])
def test_a_text_of_too_many_parts_is_no_headline(chinese):
    assert headline(chinese) is None
    assert headline_in_part(chinese) is None
