"""What the members of a list share, and lists that nobody can be sure of."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # a bare noun has the owner of the first
        ("提升居民防灾意识和技能", "Improve residents' disaster awareness and skills"),
        ("提高代表工作质量和水平", "Improve the quality and level of deputies' work"),
        # the same verb at the end of every member is said once
        ("狠抓责任落实、措施落实", "Ensure that responsibilities and measures are all in place"),
        ("加强政策协同和工作协同", "Strengthen coordination of policies and work"),
        # a name is opened whose head belongs to the word before it too
        ("确保网络和信息安全", "Ensure the safety of networks and information"),
        ("优化人口和产业结构", "Optimise the structure of population and industries"),
        # words of one kind share what stands last
        (
            "弘扬拥军优属、拥政爱民光荣传统",
            (
                "Carry forward glorious traditions of support for the armed forces and their families as well as "
                "support for the government and the people"
            ),
        ),
        (
            "加快种业、农机关键核心技术攻关",
            "Speed up research on key core technologies of the seed industry and farm machinery",
        ),
        (
            "打赢抢险救灾和恢复重建攻坚战",
            "Win the tough battle for emergency rescue and disaster relief as well as recovery and reconstruction",
        ),
        ("促进文化和旅游良性互动", "Promote sound interaction of culture and tourism"),
        # both of two members have an owner of their own
        (
            "发挥财政的基础作用和金融的关键作用",
            "Give play to the basic role of public finance and the key role of finance",
        ),
        # who acts stands alone
        ("支持企业、高校加强合作", "Support companies and universities in strengthening cooperation"),
        # an adjective that is a noun elsewhere
        ("扩大特色、高品质消费品供给", "Expand supply of distinctive and high-quality consumer goods"),
        ("加强药品等物资调配", "Strengthen allocation of supplies of medicines, etc."),
        # what several bodies have; what is only summed up
        ("聚焦企业、商户等需求", "Focus on demand of companies, merchants and others"),
        ("了解灾情、雨情等情况", "Learn about the disaster situation, rainfall, etc."),
        # whole by itself
        ("维护民族团结和边疆稳定", "Safeguard ethnic unity and border area stability"),
    ],
)
def test_what_members_share_is_said_of_all_of_them(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "提升防灾水平和暴雨、洪水应对能力",  # a list within a list
        "推动乡土技工开发和自主培训",  # whose independent training?
        "提升创造、运用和服务水平",  # the level of what?
        "融入城市群崛起和经济带发展战略",  # a strategy of which?
        "保障通信和电力企业灾后重建",  # rebuilding of both?
        "实现生态效益、经济效益多赢",
        "找准差距、精准分析",  # analyse, or an analysis?
        "完善巡查和检查隐患",
        "聚焦医疗和绿色低碳三大领域",
        "加大住房补贴提取和租房支持力度",  # withdrawal, or support for it?
        "提高合法性审查、备案审查能力和质量",
        "推进陶瓷和精密模具产业园区建设",
        "推进闲置土地、停建项目处置和招商工作",
        "统筹资源勘探、开发利用与规范管理",
        "统筹山区基础设施和公共服务布局",
        "落细煤矿、汛期等安全防范工作",  # precautions in mines
        "确保规划落地、工作见效",
        "推动乡村产业、人才、文化、组织振兴",  # organise, or organisations?
        "投资中国就是投资未来",
        "围绕产业发展与转型、城市发展与转型",
        "做好棚户区和城中村改造工作",
        "确保水库堤坝和基础设施安全",
        "提升重点房屋、基础设施抗震能力",
        "研究解决措施",  # the measures solve
        "形成研发、生产、销售等全产业链",
    ],
)
def test_a_list_with_two_readings_is_not_glossed(chinese):
    assert gloss(chinese) is None
