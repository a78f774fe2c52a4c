"""An invented edition: three stories, many directives, a copy, an update, a document that could not be read.

A fourth story, ``song``, has no directives."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from digest.model import Article, Brief, Directive, Edition, KeySentence, Period, Restated, Skipped, Story, Verdict

ZONE = "Asia/Shanghai"


def at(day, hour=8):
    return datetime(2026, 11, day, hour, tzinfo=ZoneInfo(ZONE))


def article(key, file, title, body, **fields):
    stated = {"published": None, "event_date": None, "source": None, "place": None, "doc_type": "meeting news"}
    return Article(
        key=key, file=file, title=title, title_basis="stated" if title else None, body=tuple(body), **(stated | fields)
    )


def directive(art, number, text, head, **fields):
    start = art.text.index(text)
    stated = {
        "issuer": None,
        "verb": "强调",
        "marker": "要",
        "owner": None,
        "owner_implied": None,
        "deadline": None,
        "deadline_date": None,
        "deadline_basis": None,
        "deadline_rule": None,
        "topics": (),
        "strength": "must",
        "list_path": None,
        "type": "operational",
    }
    return Directive(
        id=f"{art.key}-{number}", text=text, head=head, start=start, end=start + len(text), **(stated | fields)
    )


def key(art, rank, text):
    start = art.text.index(text)
    return KeySentence(text=text, start=start, end=start + len(text), score=1 / rank, rank=rank)


def coal():
    art = article(
        "a1",
        "001_yunling.txt",
        "云岭县召开冬季散煤治理工作推进会",
        [
            (
                "11月21日，云岭县召开冬季散煤治理工作推进会，安排部署今冬明春大气污染防治重点任务。县长林知远出席会议并讲话。"
                "今年以来，全县散煤用户核销率达到94.6%，城乡接合部仍有零星复燃。"
            ),
            (
                "林知远强调，一要加大宣传力度。利用广播、微信群等方式，把政策讲清楚。二要加大排查力度，对重点区域开展排查整治，"
                "12月5日前完成第一轮清单。三要压实包片责任，强化每周通报。"
            ),
            (
                "各乡镇、各单位要高度重视，11月底前将排查台账报县环境攻坚办。县生态环境局要加强巡查，严禁销售劣质散煤；"
                "鼓励群众参与监督，对举报属实的给予奖励。"
            ),
            "会议要求，要提高政治站位，强化思想认识，深刻认识冬季治理工作的严峻形势。",
        ],
        published="2026-11-22",
        event_date="2026-11-21",
        source="云岭日报",
        place="云岭县",
    )
    lin = {"issuer": "林知远（县长）", "topics": ("大气污染防治",)}
    directives = (
        directive(
            art,
            1,
            "一要加大宣传力度。利用广播、微信群等方式，把政策讲清楚",
            "加大宣传力度",
            list_path="三个加大/一",
            **(lin | {"topics": ("宣传引导",)}),
        ),
        directive(
            art,
            2,
            "二要加大排查力度，对重点区域开展排查整治，12月5日前完成第一轮清单",
            "对重点区域开展排查整治",
            list_path="三个加大/二",
            deadline="12月5日前",
            deadline_date="2026-12-05",
            **lin,
        ),
        directive(
            art,
            3,
            "三要压实包片责任，强化每周通报",
            "压实包片责任",
            list_path="三个加大/三",
            **(lin | {"topics": ("督导问责",)}),
        ),
        directive(
            art,
            4,
            "各乡镇、各单位要高度重视，11月底前将排查台账报县环境攻坚办",
            "11月底前将排查台账报县环境攻坚办",
            owner="各乡镇、各单位",
            deadline="11月底前",
            deadline_date="2026-11-30",
            **lin,
        ),
        directive(
            art,
            5,
            "县生态环境局要加强巡查，严禁销售劣质散煤",
            "加强巡查，严禁销售劣质散煤",
            owner="县生态环境局",
            **(lin | {"strength": "must not"}),
        ),
        directive(
            art,
            6,
            "鼓励群众参与监督，对举报属实的给予奖励",
            "鼓励群众参与监督",
            marker="鼓励",
            **(lin | {"strength": "encouraged"}),
        ),
        directive(
            art,
            7,
            "要提高政治站位，强化思想认识，深刻认识冬季治理工作的严峻形势",
            "提高政治站位",
            issuer="会议",
            verb="要求",
            topics=("思想认识",),
            type="principle",
        ),
    )
    opening = "11月21日，云岭县召开冬季散煤治理工作推进会，安排部署今冬明春大气污染防治重点任务。"
    keys = (
        key(art, 1, opening),
        key(art, 2, "各乡镇、各单位要高度重视，11月底前将排查台账报县环境攻坚办。"),
    )
    background = (
        key(art, 1, "今年以来，全县散煤用户核销率达到94.6%，城乡接合部仍有零星复燃。"),
        key(art, 2, opening),
    )
    copy = article("a1b", "copy_of_001.html", "云岭部署散煤治理", ["同一会议。"], source="青川新闻网")
    restated = (
        Restated(directive="a1-2", verdict=Verdict.MOVED, since="2026-11-05", moved_from="2026-11-28"),
        Restated(directive="a1-5", verdict=Verdict.STRONGER, since="2026-11-05"),
        Restated(directive="a1-6", verdict=Verdict.REPEATED, since="2026-11-05"),
        Restated(directive="a1-7", verdict=Verdict.REPEATED, since="2026-10-09"),
    )
    brief = Brief(
        article=art,
        key_sentences=keys,
        directives=directives,
        background=background,
        keywords=("散煤", "排查"),
    )
    return Story(brief=brief, copies=(copy,), restated=restated)


def flood():
    art = article(
        "a2",
        "002_qingchuan.html",
        "青川市召开防汛抗旱工作紧急会议",
        [
            "青川市昨日召开防汛抗旱工作紧急会议。会议指出，当前强降雨仍在持续，务必绷紧防汛这根弦。",
            "会议强调，各县（市、区）要立即转移低洼地带群众，做到应转尽转、不漏一户。水利部门要加强水库巡查，发现险情第一时间上报。",
            (
                "副市长苏晓峰要求，值守人员必须二十四小时在岗，任何人不得擅自离岗。要备足抢险物资。"
                "要坚持人民至上、生命至上，克服麻痹思想。要统筹兼顾，凝聚强大合力。"
            ),
        ],
        event_date="--11-22",
        place="青川市",
        source="青川发布",
    )
    meeting = {"issuer": "会议", "topics": ("防汛救灾",)}
    su = {"issuer": "苏晓峰（副市长）", "verb": "要求", "topics": ("防汛救灾",)}
    directives = (
        directive(
            art,
            1,
            "各县（市、区）要立即转移低洼地带群众，做到应转尽转、不漏一户",
            "立即转移低洼地带群众",
            owner="各县（市、区）",
            deadline="立即",
            **meeting,
        ),
        directive(art, 2, "水利部门要加强水库巡查，发现险情第一时间上报", "加强水库巡查", owner="水利部门", **meeting),
        directive(
            art,
            3,
            "值守人员必须二十四小时在岗，任何人不得擅自离岗",
            "二十四小时在岗",
            owner="值守人员",
            marker="必须",
            **su,
        ),
        directive(art, 4, "要备足抢险物资", "备足抢险物资", **(su | {"strength": "should"})),
        directive(art, 5, "要坚持人民至上、生命至上，克服麻痹思想", "坚持人民至上、生命至上", type="principle", **su),
        directive(art, 6, "要统筹兼顾，凝聚强大合力", "统筹兼顾", type="principle", **su),
    )
    keys = (key(art, 1, "会议强调，各县（市、区）要立即转移低洼地带群众，做到应转尽转、不漏一户。"),)
    background = (key(art, 1, "青川市昨日召开防汛抗旱工作紧急会议。"),)
    brief = Brief(article=art, key_sentences=keys, directives=directives, background=background)
    return Story(brief=brief, updated=True)


def safety():
    art = article(
        "a3",
        "003_安全生产通知.txt",
        None,
        [
            "青川市安委办印发通知，部署岁末年初安全生产工作。",
            "通知要求，各企业要全面排查消防安全隐患，2026年10月底前完成整改。学校、医院、养老机构要开展应急演练。",
        ],
        published="2026-11-20",
        doc_type="notice",
    )
    office = {"issuer": "市安委办", "verb": "要求", "topics": ("安全生产",)}
    directives = (
        directive(
            art,
            1,
            "各企业要全面排查消防安全隐患，2026年10月底前完成整改",
            "全面排查消防安全隐患",
            owner="各企业",
            deadline="2026年10月底前",
            deadline_date="2026-10-31",
            **(office | {"topics": ("安全生产", "消防")}),
        ),
        directive(art, 2, "学校、医院、养老机构要开展应急演练", "开展应急演练", owner="学校、医院、养老机构", **office),
    )
    return Story(brief=Brief(article=art, key_sentences=(), directives=directives))


def song():
    art = article(
        "a4",
        "004_song.txt",
        "云岭县举办银龄合唱展演",
        [
            "11月22日，云岭县举办银龄合唱展演，来自12个社区的志愿者和老人同台演唱。",
            "展演分为三个篇章。志愿者为老人测量血压，并赠送围巾80条。",
        ],
        event_date="2026-11-22",
        place="云岭县",
        doc_type="other",
    )
    background = (key(art, 1, art.body[0]), key(art, 2, "志愿者为老人测量血压，并赠送围巾80条。"))
    keywords = ("合唱展演", "志愿者", "老人")
    return Story(
        brief=Brief(article=art, key_sentences=background, directives=(), background=background, keywords=keywords)
    )


def edition(stories=None, **fields):
    stated = {
        "schedule": "daily",
        "slot": "daily:2026-11-23",
        "period": Period(start=at(22), end=at(23)),
        "timezone": ZONE,
        "stories": (coal(), flood(), safety()) if stories is None else stories,
        "skipped": (Skipped(file="scan_004.txt", reason="the document is not text in any known encoding"),),
        "articles_read": 5,
    }
    return Edition(**(stated | fields))


@dataclass(frozen=True)
class English:
    text: str | None
    state: str
    omitted: str = ""


def english():
    """Translations as an engine would hand them in: by rule, terms only, by a machine, none."""
    return {
        ("title", "云岭县召开冬季散煤治理工作推进会"): English(
            "Yunling County held a meeting on loose-coal control", "gloss"
        ),
        ("title", "青川市召开防汛抗旱工作紧急会议"): English("Qingchuan City · flood control", "terms"),
        ("place", "云岭县"): English("Yunling County", "gloss"),
        ("issuer", "林知远（县长）"): English("Lin Zhiyuan (county head)", "gloss"),
        ("issuer", "会议"): English("The meeting", "gloss"),
        ("owner", "各乡镇、各单位"): English("all townships, all units", "gloss"),
        ("topic", "大气污染防治"): English("air pollution control", "gloss"),
        ("topic", "志愿者"): English("volunteers", "gloss"),
        ("deadline", "12月5日前"): English("by 5 December", "gloss"),
        ("directive", "要备足抢险物资"): English("Lay in enough rescue supplies", "gloss"),
        ("directive", "县生态环境局要加强巡查，严禁销售劣质散煤"): English("loose coal", "terms"),
        ("head", "加强巡查，严禁销售劣质散煤"): English("THE OPPOSITE", "gloss"),
        ("head", "加大宣传力度"): English("Step up publicity", "gloss"),
        ("directive", "学校、医院、养老机构要开展应急演练"): English("Schools must hold drills", "mt"),
        ("directive", "水利部门要加强水库巡查，发现险情第一时间上报"): English(None, "none"),
    }


def huge(stories, each):
    """An edition of so many stories with so many directives each."""
    made_up = []
    for number in range(stories):
        sentences = [
            f"各单位要落实第{number}号报道的第{i}项任务，补齐短板弱项，确保各项措施落到实处" for i in range(each)
        ]
        art = article(
            f"h{number}",
            f"huge_{number}.txt",
            f"第{number}次调度会",
            [f"第{number}次调度会今日召开，通报前一阶段工作进展。会议要求，" + "。".join(sentences) + "。"],
        )
        directives = tuple(
            directive(
                art, i, text, f"落实第{number}号报道的第{i}项任务", issuer="会议", owner="各单位", topics=("督导问责",)
            )
            for i, text in enumerate(sentences)
        )
        background = (key(art, 1, f"第{number}次调度会今日召开，通报前一阶段工作进展。"),)
        made_up.append(Story(brief=Brief(article=art, key_sentences=(), directives=directives, background=background)))
    return edition(stories=tuple(made_up))
