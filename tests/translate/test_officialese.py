from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given, settings, strategies as st

from digest.translate import Context, Result, State
from digest.translate.officialese import Officialese, issuer_en, owner_en
from digest.translate.officialese.directive import gloss
from digest.translate.officialese.headlines.headline import headline
from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.names.names import leading_place, person
from digest.translate.officialese.words import morphology
from digest.translate.officialese.words.lexicon import HAN, WORD_FILES, function_words, section, words
from digest.translate.officialese.words.terms import key_terms


@pytest.fixture(scope="module")
def engine():
    return Officialese()


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县召开冬季散煤治理工作推进会",
            "Yunling County held a meeting to advance work on winter loose-coal control",
        ),
        (
            "1月8日下午，青川市召开冬季供热宣传工作推进会",
            "Qingchuan City held a meeting to advance work on publicity of winter heating, 8 Jan (afternoon)",
        ),
        (
            "青川市云岭县召开安全生产、大气污染防治工作会议",
            (
                "Yunling County, Qingchuan City held a work meeting on workplace safety and "
                "air pollution prevention and control"
            ),
        ),
        ("我县召开防汛抗旱工作紧急会议", "The county held an emergency meeting on flood control and drought relief"),
        ("青川市政府召开常务会议", "The Qingchuan City government held an executive meeting"),
        ("云岭县大气治理工作动员会", "Yunling County: a mobilisation meeting on air pollution control"),
        ("专题会议召开", "A special meeting was held"),
        ("云岭县委常委会召开会议", "The Yunling County Party standing committee held a meeting"),
        ("林知远召开座谈会", "Lin Zhiyuan held a discussion meeting"),
        ("副县长林知远召开防汛工作调度会", "Deputy county head Lin Zhiyuan held a dispatch meeting on flood control"),
        ("林知远在云岭县召开调度会", "Lin Zhiyuan held a dispatch meeting in Yunling County"),
        ("青川市政府召开第38次常务会议", "The Qingchuan City government held the 38th executive meeting"),
        ("青川市召开2025年全市安全生产工作会议", "Qingchuan City held the 2025 city work meeting on workplace safety"),
        (
            "云岭县召开防汛工作部署会暨警示教育会",
            "Yunling County held a meeting to plan work on flood control and a warning education meeting",
        ),
        ("县政府召开会议研究防汛工作", "The county government held a meeting to study flood control work"),
        ("会议召开，部署防汛工作", "A meeting was held to plan flood control work"),
    ],
)
def test_a_meeting_headline_on_an_invented_place_is_rendered_by_its_pattern(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "强化城市管理工作推进会",
        "关于召开全县会议的通知",
        "云岭县召开某某奇异事项推进会",
        "2026年第3期",
    ],
)
def test_a_headline_that_is_not_wholly_understood_is_not_rendered(chinese):
    assert headline(chinese) is None


def test_a_headline_outside_the_pattern_falls_back_to_place_and_terms(engine):
    (result,) = engine.translate(["云岭县散煤治理某某纪实"], context="title")
    assert result.state is State.TERMS
    assert result.text == "Yunling County · loose-coal control"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("要加强动态监管", "Strengthen dynamic supervision"),
        ("二要加大责任落实力度", "Second, step up implementation of responsibilities"),
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
        ("以科技创新为引领", "Take innovation in science and technology as the guide"),
        ("以优质服务满足群众需求", "Use quality services to meet residents' needs"),
        ("为企业提供优质服务", "Provide quality services for companies"),
        ("为推动高质量发展提供有力支撑", "Provide strong support for driving high-quality development"),
        ("把安全生产放在首位", "Put workplace safety first"),
        ("要在狠抓落实上下功夫", "Work hard on paying close attention to implementation"),
        ("将各项要求落实到基层", "Carry all requirements through to the grassroots"),
        ("坚持降本增效", "Keep cutting costs and raising efficiency"),
        ("春节期间要加强值班值守", "During the Spring Festival, strengthen duty watch"),
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
        ("推进重大项目建设", "Push forward construction of major projects"),
        ("提升解决问题的能力", "Improve capacity to solve problems"),
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
        ("加强党对经济工作的全面领导", "Strengthen overall leadership of the Party over economic work"),
        ("确保圆满完成任务", "Make sure to successfully complete tasks"),
        ("积极应用新技术", "Actively apply new technologies"),
        (
            "落实党中央、区委决策部署",
            "Implement decisions and plans of the Party Central Committee and the district Party committee",
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
        ("严格工作纪律", "Tighten work discipline"),
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
        "把握新时代新任务新要求",  # nouns side by side
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


def test_a_directive_that_is_not_glossed_lists_its_key_terms(engine):
    (result,) = engine.translate(["要对散煤销售某某彻查，某某补齐薄弱环节"], context="directive")
    assert result == Result(text="loose coal · weak links", state=State.TERMS, why="not wholly covered")


def test_terms_of_the_user_win_over_the_lexicon():
    engine = Officialese({"散煤": "bulk coal", "云岭模式": "the Yunling model", "强化": "tighten"})
    (known, new, verb, whole) = engine.translate(["整治散煤", "推广云岭模式", "强化监管", "散煤"], context="directive")
    assert known.text == "Clean up bulk coal"
    assert new.text == "Promote the Yunling model"
    assert verb.text == "Tighten supervision"
    assert (whole.text, whole.state) == ("bulk coal", State.HUMAN)
    (after,) = Officialese().translate(["整治散煤"], context="directive")
    assert after.text == "Clean up loose coal"


def test_a_word_stands_in_one_list_only():
    lines = [line for name in WORD_FILES for line in _lines(name)]
    seen = Counter(line.split("|")[0] for line in lines)
    assert [word for word, times in seen.items() if times > 1] == []


def _lines(name):
    text = files("digest.data").joinpath("officialese", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "["))]


@pytest.mark.parametrize("name", ["lexicon", "verbs", "nouns", "qualities", "heads", "meetings", "offices", "names"])
def test_every_list_says_its_source_its_licence_and_how_to_extend_it(name):
    head = files("digest.data").joinpath("officialese", f"{name}.txt").read_text(encoding="utf-8")[:700]
    assert all(words in head for words in ("Source: written for this project", "Licence: MIT", "extend"))


@pytest.mark.parametrize(
    ("base", "ing", "passive"),
    [
        ("put", "putting", "put"),
        ("carry", "carrying", "carried"),
        ("take", "taking", "taken"),
        ("curb", "curbing", "curbed"),
        ("break", "breaking", "broken"),
        ("submit", "submitting", "submitted"),
    ],
)
def test_verbs_change_their_form(base, ing, passive):
    marked = morphology.mark(f"firmly {base} it out", both=False)
    assert morphology.gerund(marked) == f"firmly {ing} it out"
    assert morphology.participle(marked) == f"firmly {passive} it out"
    assert morphology.plain(marked) == f"firmly {base} it out"


@pytest.mark.parametrize(
    ("base", "ing"),
    [
        ("do a prompt and solid job of", "doing a prompt and solid job of"),
        ("steadily and prudently advance", "steadily and prudently advancing"),
        ("study and fully understand", "studying and fully understanding"),
    ],
)
def test_what_stands_beside_a_verb_keeps_its_form(base, ing):
    assert morphology.gerund(morphology.mark(base, both=True)) == ing


def test_verbs_in_ly_are_no_adverbs():
    assert morphology.gerund(morphology.mark("apply for", both=True)) == "applying for"
    assert morphology.gerund(morphology.mark("prevent and control", both=True)) == "preventing and controlling"
    assert morphology.gerund(morphology.mark("cut costs and ~raise yields", both=False)) == (
        "cutting costs and raising yields"
    )


def test_a_term_across_word_boundaries_is_not_seen():
    assert "mechanisms" not in key_terms("手机制造企业要加强安全监管")
    assert key_terms("市生态环境局某某") == ()


def test_issuers_are_told_with_their_office_only_when_it_is_understood():
    assert issuer_en("会议") == "The meeting"
    assert issuer_en("会议（某某调度会）") == "The meeting"
    assert issuer_en("林知远（县长）") == "Lin Zhiyuan (county head)"
    assert issuer_en("王海（云岭县委书记）") == "Wang Hai (Party secretary of Yunling County)"
    assert issuer_en("王海（青川市副市长）") == "Wang Hai (deputy mayor of Qingchuan City)"
    assert (
        issuer_en("欧阳明远（区委副书记、区长）")
        == "Ouyang Mingyuan (deputy Party secretary of the district, district head)"
    )
    assert issuer_en("王海（某某特派使）") == "Wang Hai"
    assert issuer_en("某某") is None


def test_surnames_with_their_own_reading_are_read_so():
    assert person("单安") == "Shan An"
    assert person("曾亚安") == "Zeng Ya'an"
    assert person("A") is None


def test_owners_are_translated_whole_or_not_at_all():
    assert owner_en("各乡镇、各单位") == "all townships, all units"
    assert owner_en("水利、气象等部门") == "the water, meteorological and other departments"
    assert owner_en("市税务系统") == "the city tax system"
    assert owner_en("县安委会各成员单位") == "all member units of the county workplace safety committee"
    assert owner_en("县委县政府") == "the county Party committee and government"
    assert owner_en("县应急管理局和云岭县") == "the county emergency management bureau, Yunling County"
    assert owner_en("各乡镇、某某专委") is None


def test_a_common_word_is_never_a_place():
    assert leading_place("城区环境") is None
    assert leading_place("副市长调研") is None
    assert leading_place("西安市举行").english == "Xi'an City"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("立即", "immediately"),
        ("6月底前", "by the end of June"),
        ("2026年12月20日前", "by 20 December 2026"),
        ("3个工作日内", "within 3 working days"),
        ("1天内", "within 1 day"),
        ("13月底前", None),
        ("入冬前后", None),
    ],
)
def test_deadlines_of_known_form_are_translated(chinese, english):
    assert deadline_en(chinese) == english


def test_every_context_answers_one_to_one_and_in_order(engine):
    texts = ["要加强动态监管", "", "\u202e乱", "x" * 5000, "要加强动态监管"]
    for context in Context:
        results = engine.translate(texts, context=context)
        assert len(results) == len(texts)
        assert results[0] == results[-1]
    with pytest.raises(ValueError):
        engine.translate(["要"], context="poem")


_PIECES = sorted(words())[::7] + sorted(function_words()) + ["某", "，", "；", "不", "7", "“", "县", "市"]


@settings(deadline=None)  # the first example reads the lists
@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join), st.sampled_from(list(Context)))
def test_no_english_ever_holds_a_han_character(chinese, context):
    (result,) = Officialese().translate([chinese], context=context)
    assert (result.text is None) == (result.state is State.NONE)
    if result.text is not None and context is not Context.DEADLINE:
        assert not HAN.search(result.text)
        assert "{" not in result.text
        assert "None" not in result.text
        assert "\x01" not in result.text
        assert "  " not in result.text
        assert Officialese().translate([chinese], context=context) == [result]


def test_a_result_without_text_says_none_and_no_other_does():
    with pytest.raises(ValueError, match="exactly when"):
        Result(text=None, state=State.GLOSS)
    with pytest.raises(ValueError, match="exactly when"):
        Result(text="x", state=State.NONE)


_TAGS = {
    *("v", "vp", "vs", "va", "vi", "p", "b", "b2", "cop", "prep", "ba"),
    *("a", "ad", "d", "n", "k", "o", "0", "x"),
}


def test_the_word_lists_hold_no_han_on_their_english_side():
    for entry in words().values():
        assert not HAN.search(entry.en + entry.noun), entry
        assert entry.tag in _TAGS, entry
        assert entry.en or entry.tag in {"0", "x", "ba"}, entry
    for title in ("heads", "exact", "organs"):
        assert all(english and not HAN.search(english) for english in section("offices.txt", title).values())
    assert all("{}" in english for english in section("offices.txt", "heads").values())


def test_every_topic_that_the_extractor_knows_has_an_english_name(engine):
    from digest.data import sections

    topics = list(sections("topics"))
    assert [r.state for r in engine.translate(topics, context="topic")] == [State.GLOSS] * len(topics)


def test_the_fingerprint_is_stable_and_names_the_engine(engine):
    assert engine.fingerprint == Officialese().fingerprint
    assert engine.fingerprint.startswith("officialese-")
