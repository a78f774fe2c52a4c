"""What is shown of an engine's English, and what is refused: one line for each way to fail or to be suspected wrongly."""

from __future__ import annotations

import pytest

from digest.translate.gate import Fault, objection

GOOD = [
    (
        "市水务局要在12月20日前完成三十公里老旧管网更换",
        "The municipal water bureau must replace 30 km of old pipes by December 20",
    ),
    ("6月底前完成整改", "Complete the rectification by the end of June"),
    ("30日前报送方案", "Submit the plan by the 30th"),
    ("改造五万户", "Renovate 50,000 homes"),
    ("改造8.4万户", "Renovate 84 thousand homes"),
    ("完成投资3.2亿元", "Complete an investment of 320 million yuan"),
    ("完成投资3.2亿元", "Complete 0.32 billion yuan of investment"),
    ("整改率达到94.6%", "Bring the rectification rate to 94.6 percent"),
    ("整改率达到百分之九十五", "Bring the rectification rate to 95%"),
    ("实现100%覆盖", "Achieve full coverage"),
    ("压减50%以上", "Cut it by more than half"),
    ("落实24小时值班", "Keep staff on duty around the clock"),
    ("落实二十四小时值班制度", "Run a 24-hour duty system"),
    ("20时前报送当日情况", "Report the day's situation by 8 p.m."),
    ("会议于08:30召开", "The meeting opens at 8:30"),
    ("11月20-25日开展检查", "Inspect from 20 to 25 November"),
    ("1-9月新增就业2000人", "From January to September, 2,000 jobs were created"),
    ("十二月二十日前完成", "Finish by 20 December"),
    ("2026年5月1日起施行", "Effective from May 1, 2026"),
    ("三日内反馈", "Give feedback within three days"),
    ("7日内办结", "Close the case within a week"),
    ("一件一件抓落实", "Carry out each item, piece by piece"),
    ("为千家万户送温暖", "Bring warmth to every household"),
    ("办好十件民生实事", "Deliver ten projects for people's livelihood"),
    ("新建1个充电站", "Build a charging station"),
    ("第2批资金", "The second batch of funds"),
    ("新增三十万千瓦装机", "Add 300 MW of capacity"),
    ("七台河市", "Qitaihe City"),
    ("严禁采购来源不明的食材", "Buying ingredients of unknown origin is strictly prohibited"),
    ("严禁采购来源不明的食材", "Ingredients of unknown origin must never be bought"),
    ("不得瞒报迟报", "Do not conceal or delay reports"),
    ("禁止焚烧秸秆", "Ban the burning of straw"),
    ("不断完善机制", "Keep improving the mechanism"),
    ("不仅要快，而且要好", "It should be both fast and good"),
    ("非常重要的工作", "Very important work"),
    ("加快无线网络建设", "Speed up the building of wireless networks"),
    ("谋划未来发展", "Plan future development"),
    ("坚定不移推进改革", "Firmly advance reform"),
    ("不折不扣落实要求", "Carry out the requirements to the letter"),
    ("对未按期整改的单位严肃追责", "Hold units that fail to rectify on time strictly accountable"),
    ("整治不规范行为", "Correct irregular practices"),
    ("处理不合格产品", "Dispose of substandard products"),
    ("建设无障碍设施", "Build barrier-free facilities"),
    ("每班不超过12人", "At most 12 people per shift"),
    ("不少于3次", "Three times or more"),
    ("防止火灾发生", "Ensure fires cannot break out"),
    ("守住安全底线", "The bottom line of safety must not be crossed"),
    ("核实是否整改", "Verify whether it was rectified"),
    ("国家发展和改革委员会", "NDRC"),
    ("沈未央（市长）", "Shen Weiyang (Mayor)"),
    ("沈未央强调", "Shen Weiyang (沈未央) stressed"),
    ("PM2.5浓度下降", "PM2.5 levels fall"),
    ("PM2.5", "PM2.5"),
    ("加强A级景区管理", "Strengthen the management of A-level scenic spots"),
    ("吕建国调研咖啡馆", "Lü Jianguo visited a café"),
    ("浓度为35μg/m³", "The concentration is 35 μg/m³"),
    ("一步一步推进", "Advance step by step"),
    ("消防", "Fire safety"),
    ("加强宣传，加强培训，加强检查", "Strengthen publicity, strengthen training, strengthen inspection"),
    ("要", "It should"),
    ("确保各项工作有条不紊地开展", "Ensure that all work is carried out in good order"),
    ("并对下阶段工作进行了部署", "Plan the next steps"),
    ("贯彻党的二十大精神", "Carry out the guiding principles of the 20th Party Congress"),
    ("做好“十四五”规划收官", "Bring the 14th Five-Year Plan to a good end"),
    ("实施十大行动", "Carry out ten major actions"),
    ("坚持完善禁渔制度", "Keep improving the fishing ban"),
    ("严格执行禁渔期规定", "Enforce the rules of the closed season strictly"),
    ("十大力推进", "Push ahead vigorously"),
    ("坚持“两个毫不动摇”", "Keep to unswerving support for the public and the private sector"),
    ("以时时放心不下的责任感抓好安全", "Keep things safe with a constant sense of duty"),
    (
        "做好高校毕业生就业指导，高校毕业生就业信息要公开，高校毕业生就业补贴要兑现",
        "Guide the jobs of graduates of colleges, tell the jobs of graduates of colleges, pay jobs of graduates of colleges",
    ),
]

BAD = [
    ("市水务局要完成更换", "", Fault.BLANK),
    ("市水务局要完成更换", " \n ", Fault.BLANK),
    ("市水务局要完成更换", "……", Fault.BLANK),
    ("加强排查", "加强排查", Fault.ECHO),
    ("加强排查。", "加强 排查", Fault.ECHO),
    ("加强隐患排查整治", "Strengthen 隐患排查 and 整治", Fault.HAN),
    ("加强隐患排查", "强化隐患检查工作", Fault.HAN),
    ("加强隐患排查", "Усилить проверку", Fault.LETTERS),
    ("加强隐患排查", "隠れた危険を調べる hidden dangers of all the kinds", Fault.LETTERS),
    ("加强隐患排查", "check the hidden かくれた dangers", Fault.LETTERS),
    ("补齐薄弱环节", "fill bó ruò huán jié gaps jiǔ", Fault.LETTERS),
    ("加强隐患排查", "Strengthen\x07 checks for hazards", Fault.CONTROL),
    ("加强隐患排查", "Strengthen \u202echecks for hazards", Fault.CONTROL),
    ("加强隐患排查", "Strengthen checks \ufffd for hazards", Fault.CONTROL),
    ("加强隐患排查", "Sure! Strengthen checks for hazards", Fault.CHATTER),
    ("加强隐患排查", "Here is the translation: Strengthen checks for hazards", Fault.CHATTER),
    ("加强隐患排查", "I'm sorry, I cannot help with that", Fault.CHATTER),
    ("加强隐患排查", "Strengthen checks\n\nNote: 排查 means check", Fault.CHATTER),
    ("加强隐患排查", "```Strengthen checks```", Fault.CHATTER),
    ("加强隐患排查", "Strengthen checks for people&#39;s safety", Fault.CHATTER),
    ("加强隐患排查", '{"id": 1, "en": "Strengthen checks"}', Fault.CHATTER),
    ("加强隐患排查", "<think>排</think> Strengthen checks for hidden hazards", Fault.CHATTER),
    ("加强隐患排查", "check check check check hazards", Fault.LOOP),
    ("加强隐患排查整治", "of the country of the country of the country", Fault.LOOP),
    ("加强隐患排查", "strengthen hahahahahahahahahaha", Fault.LOOP),
    (
        "各乡镇要组织护林员每日巡山，及时发现并处置火情",
        "towns should organise rangers to patrol daily and towns should organise rangers to patrol daily and",
        Fault.LOOP,
    ),
    (
        "各乡镇要组织护林员每日巡山，及时发现并处置火情",
        "Rangers of a town patrol the hills, rangers of a town patrol the hills or rangers of a town patrol the hills",
        Fault.LOOP,
    ),
    ("会议强调各乡镇要组织护林员巡山并建成视频瞭望点确保山林安全", "Towns patrol hills", Fault.SHORT),
    ("各乡镇要组织护林员巡山，及时发现火情", "Towns should organise rangers to patrol the mountains and", Fault.SHORT),
    ("各乡镇要组织护林员巡山，及时发现火情", "Towns should organise rangers to patrol,", Fault.SHORT),
    ("加强排查", "Strengthen checks. " + "Towns organise their own rangers " * 2 + "over hills", Fault.LONG),
    ("12月1日前建成瞭望点", "Build watchtowers by December", Fault.NUMBER),
    ("12月1日前建成瞭望点", "Build watchtowers by November 1", Fault.NUMBER),
    ("建成12处瞭望点", "Build watchtowers", Fault.NUMBER),
    ("改造五万户", "Renovate 5,000 homes", Fault.NUMBER),
    ("改造8.4万户", "Renovate 8.4 thousand homes", Fault.NUMBER),
    ("完成投资3.2亿元", "Complete 3.2 billion yuan of investment", Fault.NUMBER),
    ("两个月内完成整改", "Complete the rectification soon", Fault.NUMBER),
    ("五日内反馈", "Give feedback within days", Fault.NUMBER),
    ("整改率达到百分之九十五", "Raise the rectification rate", Fault.NUMBER),
    ("2026年6月底前完成", "Finish by the end of June", Fault.NUMBER),
    ("拨打12345热线", "Call the hotline", Fault.NUMBER),
    ("第12号", "No. 2", Fault.NUMBER),
    ("贯彻党的二十大精神", "Carry out the guiding principles of the Party Congress", Fault.NUMBER),
    ("做好“十四五”规划收官", "Bring the 13th Five-Year Plan to a good end", Fault.NUMBER),
    ("要切实把水库清淤和堤坝除险摆在更加突出的位置", "Give reservoir dredging more", Fault.SHORT),
    ("严禁采购来源不明的食材", "Strictly control the purchase of unknown ingredients", Fault.NEGATION),
    ("不得瞒报迟报", "Reports are concealed or late", Fault.NEGATION),
    ("禁止焚烧秸秆", "Burn straw", Fault.NEGATION),
    ("切勿靠近水域", "Approach the water", Fault.NEGATION),
    ("对未按期整改的单位严肃追责", "Hold units that rectify on time accountable", Fault.NEGATION),
    ("没有完成的要说明原因", "Those who finished should explain why", Fault.NEGATION),
    ("每班不超过12人", "Each shift has 12 people", Fault.NEGATION),
    ("坚持完善禁渔制度", "Keep improving the fishing system", Fault.NEGATION),
    ("否", "Yes", Fault.NEGATION),
    ("不断完善机制，不留死角", "Keep improving the mechanism and clean corners", Fault.NEGATION),
    ("要组织护林员巡山", "Rangers must not patrol the mountains", Fault.PROHIBITION),
    ("市财政局要保障改造资金", "The finance bureau is prohibited from funding the works", Fault.PROHIBITION),
]

CONTEXTS = {"七台河市": "place", "国家发展和改革委员会": "issuer", "沈未央（市长）": "issuer", "消防": "topic"}


def context_of(source):
    return CONTEXTS.get(source, "directive")


@pytest.mark.parametrize(("source", "english"), GOOD)
def test_a_sound_translation_is_shown(source, english):
    assert objection(source, english, context=context_of(source)) is None


@pytest.mark.parametrize(("source", "english", "fault"), BAD)
def test_a_failure_is_named(source, english, fault):
    assert objection(source, english, context=context_of(source)) is fault


def test_an_abbreviation_is_right_for_an_office_and_truncated_for_a_sentence():
    assert objection("国家发展和改革委员会", "NDRC", context="owner") is None
    assert objection("国家发展和改革委员会", "NDRC", context="sentence") is Fault.SHORT


def test_a_syllable_of_a_name_is_no_negation():
    assert objection("无棣县莫不留村", "Mobuliu Village, Wudi County", context="place") is None
    assert objection("否", "Yes", context="sentence") is Fault.NEGATION


def test_a_term_of_the_user_is_taken_for_granted_only_where_its_english_was_used():
    terms = {"三不放过": "Three Musts", "不见面审批": "remote approval"}
    assert objection("推行不见面审批", "Introduce remote approval", context="directive", terms=terms) is None
    assert objection("推行不见面审批", "Introduce face-to-face approval", context="directive") is Fault.NEGATION
    assert (
        objection("推行不见面审批", "Introduce face-to-face approval", context="directive", terms=terms)
        is Fault.NEGATION
    )


def test_nothing_an_engine_says_makes_the_gate_fail():
    for english in ("\x00", "\ud800", "1" * 5000, "a " * 5000, "９９万", "," * 100, "1,2,3,,4.", "٣٤"):
        for source in ("要", "", "12月3日", "\ud800", "百分之百", "第〇号", "三三三天"):
            for context in ("title", "issuer", "deadline"):
                assert isinstance(objection(source, english, context=context), str | None)
