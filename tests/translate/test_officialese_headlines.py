"""Headlines of meetings and tours by rule: campaigns, terms, committees, the chair."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # a campaign with a name of its own
        (
            "云岭县召开“清风护航”专项行动推进会",
            "Yunling County held a meeting to advance the “Qingfeng Huhang” special campaign",
        ),
        (
            "云岭县召开安全生产“清风护航”专项行动部署会",
            "Yunling County held a meeting to plan the “Qingfeng Huhang” special campaign on workplace safety",
        ),
        # of two names the longer
        (
            "云岭县召开暑假期间防溺水工作部署会",
            "Yunling County held a meeting to plan work on drowning prevention during the summer holidays",
        ),
        (
            "云岭县委召开审计委员会会议",
            "The Yunling County Party committee held a meeting of the audit committee",
        ),
        # numbers, years, terms
        ("县政府召开第38次常务会议", "The county government held its 38th executive meeting"),
        (
            "云岭县第五届人民政府第12次常务会议召开",
            "The Yunling County people's government held its 12th executive meeting (5th term)",
        ),
        (
            "云岭县委召开十五届三次全体会议",
            "The Yunling County Party committee held its 3rd plenary meeting (15th term)",
        ),
        (
            "林知远主持召开县政府党组2024年第3次会议",
            "Lin Zhiyuan chaired the 3rd meeting of 2024 of the leading Party group of the county government",
        ),
        # bodies by the matter they are there for
        ("云岭县防汛工作领导小组召开会议", "The Yunling County leading group on flood control held a meeting"),
        ("共青团云岭县委召开会议", "The Yunling County committee of the Communist Youth League held a meeting"),
        ("县委、县政府召开会议", "The county Party committee and government held a meeting"),
        ("法国和英国召开会议", "France and Britain held a meeting"),
        # one meeting on two matters, two meetings
        (
            "云岭县召开防汛暨安全生产工作会议",
            "Yunling County held a work meeting on flood control and workplace safety",
        ),
        # the chair, behind what the meeting did
        (
            "云岭县委召开会议研究部署防汛工作，林知远主持并讲话",
            (
                "The Yunling County Party committee held a meeting to study and plan flood control work, "
                "Lin Zhiyuan in the chair and speaking"
            ),
        ),
        # kinds of meetings made of parts
        (
            "云岭县召开秋粮收购工作专题调度部署会",
            "Yunling County held a special dispatch and planning meeting on purchases of autumn grain",
        ),
        ("云岭县召开第三季度防汛工作会议", "Yunling County held a work meeting on flood control for the third quarter"),
        (
            "云岭县召开2026年上半年消防工作点评会",
            "Yunling County held an appraisal meeting on firefighting for the first half of 2026",
        ),
        ("云岭县召开平台企业座谈会", "Yunling County held a discussion meeting with platform companies"),
        ("云岭县召开村党组织书记培训会", "Yunling County held a training session for village Party secretaries"),
        (
            "云岭县召开春节假期安全生产工作会议",
            "Yunling County held a work meeting on workplace safety over the Spring Festival holiday",
        ),
        ("云岭县召开《信访工作条例》宣讲会", "Yunling County held a lecture on the regulations on petitions"),
        ("云岭县将召开防汛工作会议", "Yunling County is to hold a work meeting on flood control"),
        (
            "云岭县召开防汛工作会议和安全生产工作会议",
            "Yunling County held a work meeting on flood control and a work meeting on workplace safety",
        ),
        (
            "云岭县召开庆祝中国共产党成立105周年大会",
            (
                "Yunling County held a conference marking the 105th anniversary of the founding of "
                "the Communist Party of China"
            ),
        ),
        # bodies
        (
            "云岭县住建局党组召开会议",
            "The leading Party group of the Yunling County housing and construction bureau held a meeting",
        ),
        (
            "中共云岭县委十四届八次全会召开",
            "The Yunling County Party committee held its 8th plenary session (14th term)",
        ),
        ("云湖大学召开教学工作会议", "Yunhu University held a work meeting on teaching"),
        ("团县委召开会议", "The county committee of the Communist Youth League held a meeting"),
        ("市委审计委员会召开会议", "The city Party audit commission held a meeting"),
        ("云岭县与青川市举行座谈会", "Yunling County and Qingchuan City held a discussion meeting"),
        (
            "县委书记、县人大常委会主任林知远召开会议",
            (
                "Lin Zhiyuan, Party secretary of the county and chair of the people's congress standing committee "
                "of the county, held a meeting"
            ),
        ),
        # what stands around the news
        (
            "压实责任 守牢底线 云岭县召开防汛工作会议",
            "Enforce responsibilities, hold firmly to the bottom line: Yunling County held a work meeting on flood control",
        ),
        (
            "云岭县召开防汛工作会议 林知远讲话 王海燕主持",
            "Yunling County held a work meeting on flood control, Lin Zhiyuan speaking, Wang Haiyan in the chair",
        ),
        (
            "林知远在全市招商引资工作推进会上强调 压实责任",
            "At a city meeting to advance work on investment promotion, Lin Zhiyuan stressed: enforce responsibilities",
        ),
        (
            "林知远出席全市防汛工作会议并讲话",
            "Lin Zhiyuan attended a city work meeting on flood control and spoke",
        ),
        (
            "林知远调研防汛工作并召开座谈会",
            "Lin Zhiyuan looked into flood control work and held a discussion meeting",
        ),
        ("云岭县召开防汛工作会议（3月5日）", "Yunling County held a work meeting on flood control, 5 Mar"),
        ("云岭县第六次妇女代表大会闭幕", "The 6th women's congress of Yunling County closed"),
        # campaigns on a matter, seasons, representatives
        (
            "云岭县召开燃气安全专项整治工作推进会",
            "Yunling County held a meeting to advance work on the special clean-up campaign on gas safety",
        ),
        (
            "云岭县召开高温天气安全生产工作提醒会",
            "Yunling County held a reminder meeting on workplace safety in hot weather",
        ),
        ("云岭县召开退役军人代表座谈会", "Yunling County held a discussion meeting with representatives of veterans"),
        (
            "云岭县召开第四次全国文物普查工作推进会",
            "Yunling County held a meeting to advance work on the 4th national survey of cultural relics",
        ),
        ("云岭县召开安全生产月动员会", "Yunling County held a mobilisation meeting on Workplace Safety Month"),
        # bodies of the whole country; nobody named
        (
            "十四届全国人大常委会第十二次会议在京举行",
            "The National People's Congress Standing Committee held its 12th meeting in Beijing (14th term)",
        ),
        ("中央农村工作会议召开", "The Central Rural Work Conference was held"),
        ("多次召开专题会议", "Special meetings were held several times"),
        ("先后召开三次座谈会", "Three discussion meetings were held"),
        (
            "全国安全生产电视电话会议召开后 云岭县立即召开会议部署落实",
            (
                "After a national video and telephone conference on workplace safety, "
                "Yunling County held a meeting to plan implementation"
            ),
        ),
        # who said what, an office without a name, Party and government of one county
        ("王海燕强调：全力抓好安全生产工作", "Wang Haiyan stressed: go all out for workplace safety work"),
        ("县委书记调研防汛工作", "The Party secretary of the county looked into flood control work"),
        ("云岭县委县政府召开会议", "The Yunling County Party committee and government held a meeting"),
        ("云岭县召开以防汛为主题的座谈会", "Yunling County held a discussion meeting on flood control"),
        # a name that holds a word of the lexicon; a community
        ("方志强调研防汛工作", "Fang Zhiqiang looked into flood control work"),
        ("云湖社区召开居民议事会", "Yunhu Community held a residents' deliberation meeting"),
        # places whose names hold the ending of a level; cities without theirs
        ("福州市召开防汛工作会议", "Fuzhou City held a work meeting on flood control"),
        ("福州召开防汛工作会议", "Fuzhou held a work meeting on flood control"),
        ("安顺召开防汛工作会议", "Anshun held a work meeting on flood control"),
        ("要闻丨云岭县召开防汛工作会议", "Yunling County held a work meeting on flood control"),
        # cities as high as a province, readings of names, names that end like a level, zones
        ("上海市召开防汛工作会议", "Shanghai held a work meeting on flood control"),
        ("长川市召开防汛工作会议", "Changchuan City held a work meeting on flood control"),
        ("都江县召开防汛工作会议", "Dujiang County held a work meeting on flood control"),
        ("云岭新村街道召开防汛工作会议", "Yunlingxincun Subdistrict held a work meeting on flood control"),
        ("三溪镇召开防汛工作会议", "Sanxi Town held a work meeting on flood control"),
        ("青川市高新区召开会议", "The High-Tech Zone, Qingchuan City held a meeting"),
        # branches, bodies with two names, parties, companies
        (
            "青川市公安局云岭分局召开会议",
            "The Yunling branch of the Qingchuan City public security bureau held a meeting",
        ),
        (
            "云岭县招商局（云岭县投资促进局）召开会议",
            "The Yunling County investment promotion bureau held a meeting",
        ),
        ("九三学社青川市委会召开会议", "The Qingchuan City committee of the Jiusan Society held a meeting"),
        ("云山水泥有限公司召开会议", "Yunshan Cement Co., Ltd. held a meeting"),
        ("县城投集团召开会议", "The county urban investment group held a meeting"),
        # how often, which one, what else was done
        (
            "云岭县委召开第63次县委常委会会议",
            "The Yunling County Party committee held the 63rd meeting of its standing committee",
        ),
        ("县政府两次召开企业座谈会", "The county government held discussion meetings with companies twice"),
        (
            "云岭县召开第二次全县经济运行调度会",
            "Yunling County held its 2nd county dispatch meeting on economic performance",
        ),
        (
            "县人大常委会第五次会议举行第一次、第二次全体会议",
            "The 5th meeting of the county people's congress standing committee held its 1st and 2nd plenary meetings",
        ),
        (
            "县政府召开第62次常务会议研究安全生产等工作",
            "The county government held its 62nd executive meeting to study workplace safety and other work",
        ),
        ("林知远在全县教育工作会议上讲话", "Lin Zhiyuan spoke at a county work meeting on education"),
        ("云岭县召开2026年半年度工作会议", "Yunling County held its 2026 half-year work meeting"),
        # whom a meeting is with, and whom not
        ("云岭县退役军人工作座谈会召开", "Yunling County held a discussion meeting on veterans affairs"),
        ("云岭县重点企业座谈会召开", "Yunling County held a discussion meeting with key companies"),
        (
            "云岭县召开优化营商环境企业家座谈会",
            "Yunling County held a discussion meeting with entrepreneurs on improvement of the business environment",
        ),
        # two meetings, two things that something is done to, a safe second
        (
            "云岭县召开消防安全培训暨防汛工作推进会",
            "Yunling County held a training session on fire safety and a meeting to advance work on flood control",
        ),
        (
            "云岭县召开河道和水库管理工作会议",
            "Yunling County held a work meeting on management of river courses and reservoirs",
        ),
        (
            "云岭县召开防汛和安全生产工作会议",
            "Yunling County held a work meeting on flood control and workplace safety",
        ),
        ("云岭县召开做好防汛工作会议", "Yunling County held a work meeting on flood control"),
        ("云岭县召开创新驱动发展大会", "Yunling County held a conference on innovation-driven development"),
        (
            "云岭县召开《物业管理条例》执法检查动员会",
            (
                "Yunling County held a mobilisation meeting on law enforcement inspections of "
                "the regulations on property management"
            ),
        ),
        (
            "省委第五巡视组召开巡视动员会",
            "The No. 5 inspection team of the provincial Party committee held a mobilisation meeting on inspection",
        ),
        (
            "县政府常务会议研究部署防汛工作",
            "The county government held an executive meeting to study and plan flood control work",
        ),
        (
            "林知远深入企业调研安全生产工作时强调 压实责任",
            (
                "On a fact-finding tour at companies on workplace safety work, Lin Zhiyuan stressed: "
                "enforce responsibilities"
            ),
        ),
        (
            "林知远主持召开县委常委会会议 强调压实责任",
            (
                "Lin Zhiyuan chaired a meeting of the standing committee of the county Party committee, "
                "stressing the need to enforce responsibilities"
            ),
        ),
        (
            "林知远王海燕出席全县防汛工作会议",
            "Lin Zhiyuan and Wang Haiyan attended a county work meeting on flood control",
        ),
        # campaigns and whose they are, an odd name, a birthday
        (
            "云岭县召开“千店进千村”行动推进会",
            "Yunling County held a meeting to advance the “Qiandian Jinqiancun” campaign",
        ),
        (
            "云岭县召开民营企业参与“清风护航”行动推进会",
            (
                "Yunling County held a meeting to advance participation of private companies in "
                "the “Qingfeng Huhang” campaign"
            ),
        ),
        (
            "云岭县召开纪念林知远同志诞辰120周年座谈会",
            "Yunling County held a discussion meeting marking the 120th anniversary of the birth of Lin Zhiyuan",
        ),
        (
            "云岭县召开2025届毕业生就业工作推进会",
            "Yunling County held a meeting to advance work on employment of graduates of 2025",
        ),
        (
            "青川市第八届妇女代表大会第三次执委会议召开",
            "The Qingchuan City women's congress held the 3rd meeting of its executive committee (8th term)",
        ),
        # tours
        ("林知远调研防汛工作", "Lin Zhiyuan looked into flood control work"),
        (
            "副县长林知远赴云岭县检查安全生产工作",
            "Deputy county head Lin Zhiyuan inspected workplace safety work in Yunling County",
        ),
    ],
)
def test_a_headline_is_rendered_whole(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "云岭县召开“讲文明树新风”推进会",  # a slogan is no name
        "云岭县召开“某某某某某某某某某”专项行动推进会",  # too long for a name
        "云岭县召开防汛工作会议暨某某会议",  # one meeting of two
        "云岭县召开“四个年”活动推进会",  # years that are counted are no name
        "云岭县召开金融支持民营企业座谈会",  # with the companies, or on the support
        "云岭县招商局（某某中心）召开会议",  # a second name that nobody knows
        "云岭县第三次某某会议举行第一次、第二次全体会议",
        "并在这里召开专题座谈会",  # whose it is, is lost
        "林知远调研某某",
        "某某调研防汛工作",
    ],
)
def test_a_headline_with_a_part_that_nobody_knows_is_not_rendered(chinese):
    assert headline(chinese) is None
