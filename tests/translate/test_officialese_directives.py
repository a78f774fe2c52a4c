"""Directives that are wholly covered with one reading, and those with any doubt."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("要加强动态监管", "Strengthen dynamic supervision"),
        ("二要加大责任落实力度", "Second, ensure the fulfilment of responsibilities"),
        ("严禁燃放烟花爆竹", "Strictly forbid setting off fireworks"),
        ("把各项任务落到实处", "Put all tasks into practice"),
        ("确保各项任务落到实处", "Ensure that all tasks are put into practice"),
        ("组织网格员开展入户宣传", "Organise grid workers to carry out household publicity"),
        ("县生态环境局要加强巡查", "The county ecology and environment bureau should strengthen patrols"),
        (
            "要压实监管责任，强化日常巡查",
            "Enforce supervisory responsibility; strengthen daily patrols",
        ),
        ("要完善机制和落实责任", "Improve mechanisms and fulfil responsibilities"),
        ("做好巡查和检查工作", "Do good work on patrols and inspection"),
        # what stands before the verb in Chinese
        ("以科技创新为引领", "Take scientific and technological innovation as the guide"),
        ("以优质服务满足群众需求", "Use quality services to meet residents' needs"),
        ("为企业提供优质服务", "Provide quality services for companies"),
        ("为推动高质量发展提供有力支撑", "Provide strong support for driving high-quality development"),
        ("把安全生产放在首位", "Put workplace safety first"),
        ("要在狠抓落实上下功夫", "Work hard on implementation"),
        ("将各项要求落实到基层", "Carry all requirements through to the grassroots"),
        ("坚持降本增效", "Keep cutting costs and raising efficiency"),
        ("春节期间要加强值班值守", "During the Spring Festival, strengthen on-duty staffing"),
        ("关注春节期间市场供应", "Pay attention to market supply during the Spring Festival"),
        ("各部门要做到有诉必应", "All departments should respond to every request"),
        ("确保应修尽修、不漏一户", "Repair all that should be repaired and miss no household"),
        ("防止“一刀切”", "Prevent one-size-fits-all measures"),
        # quotes that only say that somebody said it, and quotes that name
        ("要“落实属地责任，加强隐患排查”", "Fulfil local responsibility; strengthen hazard checks"),
        ("尽快把规矩“立”起来", "Firmly establish rules as soon as possible"),
        ("打造“金名片”", "Build a “golden calling card”"),
        ("加强对“一把手”的监督", "Strengthen oversight of top leaders"),
        ("加大对重点企业的扶持力度", "Step up support for key companies"),
        ("加强与社区的合作", "Strengthen cooperation with communities"),
        # somebody does something, or something is in a state
        ("引导企业加大投入", "Guide companies to step up investment"),
        ("各级各部门要加强巡查", "Departments at all levels should strengthen patrols"),
        ("各部门切实扛起责任", "All departments should earnestly shoulder responsibilities"),
        ("确保项目按期完成", "Ensure that projects are completed on schedule"),
        ("推动整改工作取得实效", "See that rectification work achieves results"),
        ("防止疫情反弹", "Prevent the epidemic from rebounding"),
        # nouns: a row, "of", a purpose, a list
        ("推进重大项目建设", "Push forward the construction of major projects"),
        ("提升解决问题的能力", "Improve the capacity to solve problems"),
        ("打造具有影响力的品牌", "Build brands with influence"),
        ("加强水库、河道等重点部位巡查", "Strengthen patrols of reservoirs, river courses and other key spots"),
        ("完善制度、压实责任和强化监督", "Improve systems, enforce responsibilities and strengthen oversight"),
        ("做好问题整改", "Do a good job of rectifying problems"),
        ("做好保交楼工作", "Do good work on the delivery of presold homes"),
        ("增强农民获得感", "Increase farmers' sense of gain"),
        ("提高社区治理水平", "Raise the level of community governance"),
        ("严防安全生产各类事故", "Strictly guard against all kinds of workplace safety accidents"),
        ("加强铁路、公路等领域投资", "Strengthen investment in railways, roads and other fields"),
        ("做好下半年重点工作", "Do a good job of key work for the second half of the year"),
        ("加强党对经济工作的全面领导", "Strengthen the Party's overall leadership over economic work"),
        ("确保圆满完成任务", "Make sure to successfully complete tasks"),
        ("积极应用新技术", "Actively apply new technologies"),
        (
            "落实党中央、区委决策部署",
            "Implement the decisions and plans of the Party Central Committee and the district Party committee",
        ),
        # negation that is understood
        ("不得瞒报事故", "Do not conceal accidents"),
        ("各单位不得瞒报事故", "No units may conceal accidents"),
        ("严禁燃放烟花爆竹，要加强巡查", "Strictly forbid setting off fireworks; strengthen patrols"),
        # numbers
        ("落实3项措施", "Implement 3 measures"),
        ("按照上级要求，加强巡查", "As required by higher levels, strengthen patrols"),
        ("要抓产业发展", "Work on industrial development"),
        ("抓项目促消费", "Work on projects and promote consumption"),
        ("严格工作纪律", "Strictly observe work discipline"),
        ("严厉打击非法占用耕地行为", "Crack down hard on illegally occupying farmland"),
        ("整治占用消防通道行为", "Act against occupying fire lanes"),
        ("严厉打击制售假药行为", "Crack down hard on making and selling fake drugs"),
        ("杜绝虚报数据", "Put an end to falsely reporting data"),
    ],
)
def test_a_directive_that_is_wholly_covered_with_one_reading_is_glossed(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "要加强某某监管",  # a word nobody knows
        "坚决不得弄虚作假",  # a negation that no entry covers
        "研究巡查和检查工作",  # a verb that may be a noun
        "要做到“三个到位”",  # a slogan
        "加强监管，某某",  # one clause of two
        "严禁焚烧秸秆，燃放烟花爆竹",  # is the second forbidden too?
        "按照上级要求，",  # what belongs to a clause that is not there
        "发现问题和解决问题的意愿",  # 的 closes over two verbs
        "牢固树立巡察安全理念",  # the second verb is part of a name
        "做好防汛和维护稳定工作",  # 工作 of the whole list
        "完善企业和市场工作机制",  # whose mechanisms
        "通过调研在全市按照要求推进",  # two prepositions
        "要抓住干部这个决定性因素",  # officials are the factor
        "拓展相关设备和原料进出口",  # whose imports
        "作出更多中国贡献",  # more of what
        "加快种业、农机核心技术攻关",  # research on both
        "实施重要水系保护和修复工程",  # works of both
        "体现三个思维",  # three of what cannot be counted
        "管好干部“两支队伍”",  # a slogan that sums up
        "完善防范和惩治弄虚作假体系",  # the second verb is of the system
        "防范冒领补贴资金",  # nobody is to claim them
        "防范出售过期食品",  # nor to sell it
        "加强燃气事故等典型案例警示教育",  # the accidents are cases
        "",
    ],
)
def test_a_directive_with_any_doubt_is_not_glossed(chinese):
    assert gloss(chinese) is None
