"""Nouns in a row, and the verbs that English takes with them."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # a verb that goes on with what a name says
        ("加强古树保护利用", "Strengthen protection and use of ancient trees"),
        ("加强城市基础设施建设改造", "Strengthen construction and renovation of urban infrastructure"),
        # the construction of what stands before
        ("加快物流数字基础设施建设", "Speed up the construction of logistics digital infrastructure"),
        # no adjective behind a noun
        ("发挥能源产业优势", "Give play to energy industry advantages"),
        # "of" for a verb behind a long noun
        ("加大防灾知识普及", "Step up dissemination of disaster prevention knowledge"),
        ("推动海洋经济高质量发展", "Drive the high-quality development of the marine economy"),
        ("加强技术手段创新", "Strengthen innovation in technical means"),
        ("推动林业产业转型升级", "Drive the transformation and upgrading of forestry industries"),
        ("推进金融高水平对外开放", "Push forward high-level opening-up of finance"),
        # what is in an area
        ("完善重点领域标准", "Improve standards in key areas"),
        ("借鉴先进地区经验", "Draw on experience in advanced areas"),
    ],
)
def test_nouns_in_a_row_are_put_in_english_order(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("全面落实监管责任", "Fully fulfil supervisory responsibility"),
        ("落实资金保障", "Ensure funding"),
        ("落实责任制", "Implement the responsibility system"),
        ("做好各项工作", "Do good work in all areas"),
        ("抓实抓细台风应对各项工作", "Do solid and detailed work on all aspects of typhoon response"),
        ("做好广东工作", "Do good work in Guangdong"),
        ("做好普查数据的发布工作", "Do good work on release of census data"),
        ("发挥龙头企业引领作用", "Give play to the leading role of leading companies"),
        ("发挥引领作用", "Play a leading role"),
        ("筑牢安全“生命线”", "Firmly build the safety “lifeline”"),
        ("要在安全生产上再发力", "Make further efforts in workplace safety"),
        ("坚定发展的信心", "Strengthen confidence in development"),
        ("要全程密切跟踪研判", "Closely track and assess the situation from start to finish"),
        ("落实抢险队伍", "Arrange emergency teams"),
        ("梳理各项退役军人政策", "Review all policies on veterans"),
        ("明年要坚持稳中求进", "Next year, keep seeking progress while keeping stability"),
        ("下半年要加强监管", "In the second half of the year, strengthen supervision"),
        ("聚焦重点服务领域开放", "Focus on opening-up in key service areas"),
        ("参与人大常委会的工作", "Take part in work of the people's congress standing committee"),
        ("落实总书记要求", "Implement the General Secretary's requirements"),
        ("我们的企业要加快改造", "Our companies should speed up renovation"),
        ("营造市场化、法治化、国际化的环境", "Create a market-oriented, law-based and international environment"),
        ("落实防汛会议要求", "Implement the requirements of the flood control meeting"),
        ("加强科技强国建设", "Strengthen the building of a country strong in science and technology"),
        ("加强困难群众救助工作", "Strengthen assistance for people in difficulty"),
        ("充分发挥各项政策效能", "Give full play to the effectiveness of all policies"),
        (
            "把坚持绿色发展贯穿建设全过程",
            "Keep to green development throughout the whole process of construction",
        ),
    ],
)
def test_a_verb_takes_what_it_takes_in_english(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "水渠改造是公益性项目",  # one or many
        "让大家对生活充满信心",
        "坚定抗击灾情的信心决心",  # nobody fights a confidence
        "发挥企业贴近市场优势",
        "建立“企业受灾清单”",
        "谋划更大力度自主改革",
        "更好保障血液采集和供应事业健康发展",
        "形成全方位服务支持保障体系",  # "support" twice
        "让居民随时查阅",  # they do it
        "围绕产业体系建设需要",
        "以推动发展的新成效检验成果",
        "加强高素质法院队伍建设",
        "将深化探索、总结经验",  # it will be done; nothing is explored
        "为能源强国建设提供支持和发展服务保障",
        "打造一批绿色空间",  # a number of space
        "舆情处置必须早发现",  # who?
        "实现蔬菜供给地与受益地密切协作",  # 地 is a place
    ],
)
def test_what_would_mislead_or_puzzle_is_not_glossed(chinese):
    assert gloss(chinese) is None
