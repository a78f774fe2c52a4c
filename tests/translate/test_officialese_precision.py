"""Clauses of notices and plans that were once told wrongly: who does it, what is of what, in which sense."""

import pytest

from digest.translate.officialese.directive import gloss, gloss_in_part


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("要推动外贸持续、健康发展", "Drive the sustained and sound development of foreign trade"),
        ("确保项目安全、有序推进", "Ensure that projects are pushed forward safely and in good order"),
        ("为企业稳定、健康发展提供服务", "Provide services for steady and sound development of companies"),
        ("引导企业加大培训投入", "Guide companies to step up spending on training"),
        ("落实配套资金", "Secure supporting funds"),
        ("严格操作规程", "Strictly observe operating rules"),
        ("严格资金管理", "Tighten fund management"),
        ("必须依法办理", "It is essential to handle matters in accordance with the law"),
        ("使培训更具针对性", "Make training more targeted"),
        ("提高宣传的针对性和实效性", "Make publicity more targeted and effective"),
        ("不断提升窗口服务标准化水平", "Keep making counter services more standardised"),
        ("提高居民自救互救能力", "Improve the capacity for self-rescue and mutual rescue of residents"),
        ("对汛情作出准确判断", "Make an accurate judgement of the flood situation"),
        ("对违规行为，依法处理", "Deal with violations in accordance with the law"),
        ("对弄虚作假行为，严肃处理", "Deal seriously with fraud"),
        ("加强客流疏导", "Strengthen passenger flow control"),
        ("做好学生心理疏导", "Do a good job of psychological counselling of students"),
        ("合理规划出行线路", "Properly plan travel routes"),
        ("加强动物卫生监督", "Strengthen animal health supervision"),
        ("把禁毒工作抓紧抓好", "Give prompt and proper attention to drug control work"),
        ("确保工程安全、有序推进", None),
        ("提高群众防骗认识", None),
        ("编制2031年度预算", "Draw up budgets for 2031"),
        ("旅客应配合工作人员检查", "Passengers should cooperate with inspection by staff"),
        ("积极配合社区人员开展排查", None),
        ("加快工程建设进度", "Speed up project construction"),
        ("做好遇难人员善后工作", "Do a good job of follow-up arrangements for victims"),
        ("抓紧抢修水毁道路和电力设施", "Promptly repair flood-damaged roads and power facilities"),
        ("严格采购程序", "Strictly observe purchasing procedures"),
        ("接受群众监督和评议", "Accept oversight and appraisal by residents"),
        ("对举报人信息严格保密", "Keep information of informants strictly confidential"),
        ("确保资金安全有效使用", None),
        ("引导村民分类投放衣物", None),
        ("严防场馆无序开放", "Strictly guard against disorderly opening of venues"),
        ("严格执法监督", "Tighten oversight of law enforcement"),
        ("加强施工现场扬尘治理", "Strengthen dust control at construction sites"),
        ("各部门要严格执行信息报送制度", "All departments should strictly implement the information reporting system"),
        ("于每周五前报送工作进展情况", "Report on the progress of work by Friday each week"),
        ("每位干部联系2户家庭", "Each official should keep in contact with 2 families"),
        ("推进景区建设提升", "Push forward improvement of tourist site construction"),
        ("加强湿地保护和科学利用", "Strengthen protection and scientific use of wetlands"),
        ("要保障生产和公共安全", "Ensure production and public safety"),
        ("加强管理制度和队伍建设", "Strengthen management rules and the building of the workforce"),
        ("加强专项资金和水库建设", "Strengthen special funds and reservoir construction"),
        ("投入资金5亿元", "Invest 500 million yuan"),
        ("力争用水总量控制在500吨以下", "Strive to keep total water use at 500 tonnes or less"),
        ("请及时更新信息", "Please promptly update information"),
        ("如有隐患，要及时整改", "If there are hazards, promptly make corrections"),
        ("加强管理并完善制度", "Strengthen management and improve systems"),
        ("以优化服务为企业提供支持", "By optimising services, provide support for companies"),
        ("过渡期内要加强监测", "During the transition period, strengthen monitoring"),
        ("春节期间不得燃放烟花爆竹", "During the Spring Festival, do not set off fireworks"),
        ("大胆探索创新", "Boldly explore and innovate"),
        ("加快推进水利工程前期工作", "Speed up preliminary work on water projects"),
        ("确保风险有效控制", "Ensure that risks are effectively controlled"),
        ("监测防范灾害发生", "Monitor and guard against disasters"),
        ("当好宣传员和服务员", "Act well as publicity workers and service staff"),
    ],
)
def test_what_notices_say_is_said_in_english(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        # two readings, or none: who, what, or how much
        "各单位和个人不得违规排放污水",
        "十一是加强动态监管",
        "要规范检测主体",
        "加强惠民政策和资金支持",
        "限期整改隐患50处",
        "修建基础设施30个",
        "确保合格率不低于95%以上",
        "实现不发生重大事故",
        "适应供求关系发生重大变化的绿色各项任务",
        "今年是更多中国的关键之年",
        "发挥农业自身优势",
        "完善“项目名录”",
        "明确绿色各部门为责任人",
        "奖励举报违法行为的社会各界人士",
        # what is forbidden
        "严禁在工作中弄虚作假",
        "严禁占用、和堵塞消防通道",
        "严禁销售、限期整改隐患",
        "严禁违规项目、占用耕地",
        "外出不得聚集",
        "外出要有序",
        # where the verb ends, and where its adverb would stand
        "要检查到位",
        "迈出改革坚实步伐",
        "将隐患依法依规整改",
        "为企业依法提供支持",
        "确保排查无死角、无飞机",
        "擅自关闭、停产的，依法查处",
        "请对在工地施工的企业依法查处",
        "对违规排放污水的公众依法查处",
        "及时各部门将汇总表报县教育局",
        "及时报送县教育局",
    ],
)
def test_what_has_no_certain_reading_is_not_told(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    "chinese",
    [
        "要督促银行某某，积极支持企业发展",
        "引导农户某某，加强日常管理",
        "供水公司要某某，加强设备维护",
        "广大市民应某某，积极参与垃圾分类",
    ],
)
def test_what_others_do_is_not_told_of_the_reader(chinese):
    assert gloss_in_part(chinese) is None


def test_what_the_reader_does_is_told_behind_what_others_do():
    assert gloss_in_part("要督促银行某某，切实防范金融风险") == (
        "…; Earnestly guard against financial risks",
        "要督促银行某某",
    )
