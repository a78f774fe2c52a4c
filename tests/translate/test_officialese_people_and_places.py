"""What others do, give or are: oversight *by*, support *from*, subsidies *for*, gas use *in*, residents *who*."""

from __future__ import annotations

import pytest

from digest.translate.officialese.clause import clause_en


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("接受居民的监督", "accept oversight by residents"),
        ("接受公众评议", "accept appraisal by the public"),
        ("接受上级考核", "accept assessment by higher levels"),
        ("接受媒体和居民监督", "accept oversight by media and residents"),
        ("接受专家的指导", "accept guidance by experts"),
        ("接受舆论监督", "accept media oversight"),
        ("接受社会监督和舆论监督", "accept public and media oversight"),
        ("接受人大的法律监督和工作监督", "accept legal and work oversight by people's congresses"),
        # without a 的 and the verb, it is done to them
        ("改进干部监督", "improve oversight of officials"),
    ],
)
def test_what_is_accepted_is_done_by_somebody(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("争取企业的支持", "strive for support from companies"),
        ("争取上级部门支持", "strive for support from higher-level departments"),
        ("争取专项债券支持", "strive for support from special bonds"),
        ("争取居民的理解和支持", "strive for understanding and support from residents"),
        ("争取国家政策支持", "strive for national policy support"),
    ],
)
def test_what_is_won_comes_from_somebody(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("落实老年人优待政策", "implement preferential policies for older people"),
        ("落实残疾人补贴政策", "implement subsidy policies for people with disabilities"),
        ("扩大农户信贷投放", "expand credit supply to farm households"),
        ("改进餐饮场所燃气使用", "improve gas use in restaurants"),
        ("改进医院药品管理", "improve medicine management in hospitals"),
        ("改进工地食品安全", "improve food safety at building sites"),
        ("支持港口设施建设", "support the construction of port facilities"),
        ("做好雨季道路的巡查", "do a good job of patrolling roads in the rainy season"),
        ("改进汛期水库的监测", "improve monitoring of reservoirs in the flood season"),
    ],
)
def test_what_joins_people_times_and_places_to_a_noun(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("奖励举报违法行为的居民", "reward residents who report illegal acts"),
        ("表彰完成任务的单位", "commend units that complete tasks"),
        ("帮助遭受损失的农户", "help farm households that suffer losses"),
        ("感谢参与救援的志愿者", "thank volunteers who take part in rescue"),
        ("培训从事养殖的农户", "train farm households that engage in livestock and fish farming"),
        ("查处违反规定的企业", "investigate and punish companies that violate rules"),
    ],
)
def test_a_verb_before_de_is_what_the_people_behind_it_do(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("做网络文明的传播者", "be communicators of online civility"),
        ("当好政策的宣传员", "be good publicity workers for policies"),
        ("打造特色旅游品牌", "build distinctive tourism brands"),
        ("稳定楼市股市", "stabilise the housing market and stock markets"),
        ("弘扬家风乡风", "carry forward family conduct and rural customs"),
        ("约束干部用权行为", "restrain the use of power by officials"),
    ],
)
def test_words_that_say_together_what_none_says_alone(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("转运滞留旅客", "transfer stranded passengers"),
        ("修复损毁道路", "repair damaged roads"),
        ("关爱失学儿童", "care for out-of-school children"),
        ("修复污染土壤", "repair polluted soil"),
    ],
)
def test_a_verb_before_a_noun_says_in_what_state_it_was_left(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("制止浪费粮食的行为", "stop acts that waste grain"),
        ("查处侵占农田的案件", "investigate and punish cases of illegally occupying farmland"),
        # nobody can tell the verb from the noun
        ("曝光污染河道的行为", None),
        ("防止浪费资源的现象", None),
    ],
)
def test_a_wrong_before_de_is_a_clause_of_its_own(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("提高市民对垃圾分类的认识", "raise citizens' awareness of waste sorting"),
        ("提高居民对物业服务的满意度", "raise residents' satisfaction with property services"),
        ("改进部门对市场的监管", "improve supervision of markets by departments"),
        ("推动养老机构和医疗机构的合作", "drive cooperation between care homes and medical institutions"),
        ("改进返乡农民工的就业服务", "improve employment services for returning migrant workers"),
        ("发挥协会的桥梁纽带作用", "give play to the role of associations as a bridge"),
        ("改进中小学幼儿园安全管理", "improve safety management in primary and secondary schools and kindergartens"),
        # whose base, and for what: nobody can tell
        ("夯实企业工作民意基础", "consolidate public support for work of companies"),
    ],
)
def test_whose_it_is_and_towards_whom(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("清除道路积雪", "clear away lying snow on roads"),
        ("清除道路积雪和结冰", "clear away lying snow and icing on roads"),
        ("保障元旦市场供应", "ensure market supply during New Year"),
        ("改进游客投诉处理", "improve handling of complaints from visitors"),
        ("曝光典型违法行为", "expose typical illegal acts"),
        ("建立投诉处理机制", "set up complaint handling mechanisms"),
        ("通报督查发现的问题", "circulate a notice on the problems found in inspection"),
        ("推广典型经验做法", "promote model experience and practices"),
    ],
)
def test_what_lies_where_and_what_is_done_with_what_is_brought(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("优化城乡学校布局", "optimise the distribution of schools in urban and rural areas"),
        ("推进大城市公共基础设施建设", "push forward the construction of public infrastructure in large cities"),
        ("发挥我省资源优势和创新能力", "give play to resource advantages and capacity for innovation in our province"),
        # of kitchens of canteens of schools
        ("完成60所中小学校食堂的明厨亮灶改造", None),
    ],
)
def test_a_place_is_in_and_three_times_of_is_too_much(chinese, english):
    assert clause_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("帮助欠发达地区群众", "help residents in less developed areas"),
        ("补贴残疾人就业创业", "subsidise employment and entrepreneurship of people with disabilities"),
        ("举办青年人才招聘会", "hold job fairs for young talent"),
        # they are not of what they do
        ("查处超标排放企业", None),
    ],
)
def test_areas_pairs_and_companies_that_do_something(chinese, english):
    assert clause_en(chinese) == english
