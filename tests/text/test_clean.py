"""What is body and what is page."""

from digest.text.clean import clean
from digest.text.inline import drop_repeats, strip_inline

BODY = "11月2日上午，云溪县召开防汛工作会议。县长赵山出席会议并讲话。"
MORE = "赵山强调，各乡镇要在11月底前完成隐患排查，逐项建立台账，做到底数清、情况明、责任实，确保安全度汛。"


def page(*lines):
    return clean("\n".join(lines))


def test_navigation_credits_and_disclaimers_are_not_body():
    cleaned = page(
        "首页 > 新闻动态 > 县区快讯",
        "云溪县召开防汛工作会议",
        "来源：云溪融媒 发布时间：2026-11-02 10:00 字号：大 中 小",
        BODY,
        MORE,
        "一审：钱河",
        "责任编辑：孙江",
        "（李湖 周海）",
        "特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。",
        "上一篇：云溪县举办运动会",
        "打印本页 关闭窗口",
    )

    assert cleaned.body == (BODY, MORE)
    assert "云溪县召开防汛工作会议" in cleaned.head


def test_teasers_below_a_related_heading_go_and_the_article_goes_on_after_them():
    teaser = "某手机品牌今日宣布全系降价，最高优惠两千元，活动持续到月底，详情请咨询当地门店，数量有限，售完即止，欢迎新老客户前来选购。"
    rest = "赵山要求，各乡镇要加强防汛值班值守，水利部门要盯紧水库、河道等重点部位，隐患排查要逐项建立台账，各乡镇要在11月底前完成整改并上报结果，确保安全度汛。"

    cleaned = page("标题：云溪县防汛会议召开啦", BODY, MORE, "猜你喜欢", "手机降价了", teaser, rest)

    assert cleaned.body == (BODY, MORE, rest)


def test_a_body_that_stands_twice_counts_once():
    assert page(BODY, MORE, "| |", BODY, MORE).body == (BODY, MORE)
    assert drop_repeats([BODY + MORE + BODY + MORE]) == (BODY + MORE,)


def test_image_and_table_debris_goes():
    assert page("![]()", "![图](a.jpg) |", BODY, "||||||", "| --- | --- |", MORE).body == (BODY, MORE)


def test_section_headings_stay_in_place():
    cleaned = page("云溪县文明城市创建简报（第3期）", "【领导活动】", "●" + BODY, "【单位行动】", "●" + MORE)

    assert cleaned.body == ("【领导活动】", "●" + BODY, "【单位行动】", "●" + MORE)


def test_a_dateline_goes_and_its_outlet_is_kept():
    stripped = strip_inline(f"云溪新闻网讯（记者 钱河 通讯员 孙江）{BODY}", first=True)

    assert (stripped.text, stripped.outlet) == (BODY, "云溪新闻网")


def test_bylines_of_dumps_go():
    for byline in (
        "大河网记者 钱河 通讯员 孙江 云溪报道",
        "本报讯（记者钱河）",
        "记者 钱河 ",
        "云溪新闻网11月2日讯（通讯员 孙江）",
    ):
        assert strip_inline(byline + BODY, first=True).text == BODY, byline


def test_credits_at_the_end_of_a_dump_go():
    for tail in (
        "（钱河）",
        "编辑 钱河 校对 孙江",
        "（完）",
        "返回搜狐，查看更多责任编辑：",
        "来源：云溪融媒",
        "分享让更多人看到",
    ):
        assert strip_inline(BODY + tail, first=False).text == BODY, tail


def test_a_run_in_title_is_told_from_the_body():
    stripped = strip_inline(f"原标题：云溪县全力打好防汛主动仗{BODY}", first=True)

    assert (stripped.before, stripped.text) == ("云溪县全力打好防汛主动仗", BODY)


def test_one_line_dumps_are_cut_at_spaces_after_a_full_stop():
    assert page(f"{BODY} {MORE}      {BODY[:-5]}成功。").body[:2] == (BODY, MORE)


def test_a_page_without_prose_has_no_body():
    assert page("首页", "联系我们", "2026-11-02").body == ()


def test_a_caption_is_known_by_the_photo_credit_after_it():
    body = BODY + "云溪河两岸风光。全媒体记者 周海 摄" + MORE + "石桥站疏散乘客。云溪公交供图" + BODY
    assert strip_inline("云溪城市风光。视觉中国 资料图" + body, first=True).text == BODY + MORE + BODY


def test_a_demand_before_a_photo_credit_is_no_caption():
    demand = BODY + "各村要清理河道。"
    assert strip_inline(demand + "记者 周海 摄" + MORE, first=True).text == demand + MORE
