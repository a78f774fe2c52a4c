"""What joins a noun to the one before it in Chinese: capacity *for*, problems *of*, cooperation *in*."""

from __future__ import annotations

import re

from digest.translate.officialese.words.lexicon import Entry, section

_YEARS = re.compile(r"[半今明全去本\d]年$")
_IN_TIME_OR_PLACE: tuple[str, ...] = ("春季", "夏季", "秋季", "冬季", "迎峰度夏", "时期", "期间", "新时代")
_IN_TIME_OR_PLACE += ("领域", "地区", "区域", "山区", "灾区", "城乡", "大城市", "我国", "我省", "我市", "我县", "我区")
#: parts of the year and of the day, in which things are done
_TIMES = ("汛期", "雨季", "旺季", "淡季", "高峰期", "高峰时段", "枯水期", "防火期", "农忙时节", "暑期", "假期", "夜间")

#: what people have themselves
_HAD = frozenset({"要求", "困难", "问题", "难题", "信心", "决心", "优势", "能力", "本领"})
#: the ends of longer words that take the same preposition: 国际合作 in
_ENDS_ALIKE = ("合作", "机制", "平台", "体系", "渠道", "支持")
_OWNED_BY = ("责任", "要求", "规定", "部署", "工作")
#: what people are given, and by whom it is given
_GIVEN: tuple[str, ...] = ("补贴", "补助", "津贴", "救助", "优待", "优惠", "抚恤", "福利", "减免", "帮扶", "扶持")
_GIVEN += tuple(f"{what}{paper}" for what in _GIVEN for paper in ("政策", "制度", "标准", "项目", "资金"))
#: what people bring before what is done with it: 投诉处理
_BROUGHT = ("投诉处", "投诉办", "投诉受", "举报受", "举报办", "举报核", "申请受", "申请审", "咨询答", "求助办")
_FESTIVALS = ("春节", "元旦", "国庆", "中秋", "端午", "清明", "国庆节", "中秋节", "节假日")
#: what lies where it should not
_LYING = ("积雪", "结冰", "积水", "积冰", "障碍物", "垃圾", "漂浮物", "淤泥", "杂物")
_SURFACES = ("路面", "道路", "公路", "街道", "桥面", "屋顶", "屋面")
_WATERS = ("河道", "水库", "湖泊", "沟渠", "水面", "河湖", "水域")
#: what people are educated on
_TAUGHT = ("安全", "知识", "纪律", "法治", "道德", "风险", "国防", "健康")
_MUTUAL_AREAS = ("结对", "融合", "互动", "差距", "联动")
#: what is between two
_MUTUAL = ("合作", "协作", "联动", "衔接", "互动", "沟通", "交流")
#: whom services are for
_SERVED: tuple[str, ...] = (
    "群众",
    "居民",
    "农民",
    "农户",
    "农民工",
    "老年人",
    "老人",
    "儿童",
    "学生",
    "毕业生",
    "残疾人",
)
_SERVED += ("失业人员", "家庭", "军人", "妇女", "青年", "市民", "村民", "患者", "旅客", "游客", "消费者", "劳动者")
_LENT = ("投放", "放贷", "贷款")
_GIVERS = ("银行", "机构", "政府", "部门", "财政", "国家", "中央", "委", "局", "组织", "协会", "单位", "社会", "各界")

#: premises, and whether what goes on there is "in" or "at" them
_IN_PREMISES: tuple[str, ...] = (
    "学校",
    "幼儿园",
    "中小学",
    "高校",
    "校园",
    "医院",
    "食堂",
    "餐馆",
    "场所",
    "商场",
    "超市",
    "酒店",
)
_IN_PREMISES += ("市场", "宾馆", "公园", "小区", "社区", "村庄", "车间", "园区", "宿舍", "家庭")
_AT_PREMISES = ("工地", "车站", "机场", "港口", "码头", "景区", "养老机构", "养老院", "福利院")
#: what goes on there rather than is done to them
_GOES_ON: tuple[str, ...] = (
    "安全管理",
    "食品安全",
    "消防安全",
    "生产安全",
    "燃气安全",
    "用电安全",
    "垃圾分类",
    "控烟",
    "禁烟",
    "秩序",
)
_GOES_ON += ("疫情防控", "传染病防控", "感染管理", "感染防控")

#: who watches others; their oversight is never of them once a 的 stands between
_OVERSEERS: tuple[str, ...] = (
    "群众",
    "社会",
    "各界",
    "公众",
    "人民",
    "人大",
    "政协",
    "媒体",
    "舆论",
    "上级",
    "居民",
    "村民",
)
_OVERSEERS += ("市民", "代表", "纪委", "监委", "百姓", "职工", "消费者", "用户", "家长", "业主")
_OVERSIGHT = ("监督", "评议", "评判", "检验", "监督检查", "质询", "询问")


def is_time(entry: Entry) -> bool:
    """汛期: "roads in the rainy season", no "rainy season roads"."""
    return entry.zh.endswith(_TIMES)


def premises(entry: Entry) -> str | None:
    """The preposition of a place that people go to, None for what is none."""
    if entry.zh.endswith(_AT_PREMISES):
        return "at"
    return "in" if entry.zh.endswith(_IN_PREMISES) else None


def lies(owned: Entry, owner: Entry) -> str | None:
    """``路面|积雪`` "snow on roads", ``河道|垃圾`` "rubbish in rivers"; None for what lies nowhere."""
    if not owned.zh.endswith(_LYING):
        return None
    return "on" if owner.zh.endswith(_SURFACES) else "in" if owner.zh.endswith(_WATERS) else None


def is_oversight(entry: Entry) -> bool:
    """民主监督, 评议: what is done to whoever accepts it."""
    return entry.zh.endswith(_OVERSIGHT)


def of_whose(owned: Entry, owner: Entry, *, several: bool) -> str:
    """As :func:`link` where a 的 stands between: 群众的监督 is by residents."""
    if several and owner.tag == "o" and owned.zh.endswith(_MUTUAL):
        return "between"
    return "by" if is_oversight(owned) and owner.zh.endswith(_OVERSEERS) else link(owned, owner)


def _of_people(owned: Entry, owner: Entry) -> str | None:
    """What people have, give, are given or do."""
    sayers = owner.tag == "o" or owner.zh.endswith(("会议", "大会", "全会", "书记"))
    if (owner.tag == "o" and owned.zh in _HAD) or (sayers and owned.zh.endswith(_OWNED_BY)):
        return "of"  # 群众的困难, 各方责任: theirs, not for them
    if owned.zh.startswith("支持") and owner.zh in {"社会各界", "各方面", "各方", "社会"}:
        return "from"
    return _given(owned, owner) if owner.tag == "o" else None


def _given(owned: Entry, owner: Entry) -> str | None:
    """What is done by people, lent to them or meant for them."""
    if owned.zh.endswith("行为") and "conduct" not in owned.en:
        return "by"
    if owned.zh.startswith(_BROUGHT):
        return "from"
    if owned.zh.endswith("服务") and owner.zh.endswith(_SERVED):
        return "for"
    if not owner.zh.endswith(_GIVERS) and owned.zh.endswith((*_GIVEN, *_LENT)):
        return "to" if owned.zh.endswith(_LENT) else "for"
    return None


def _when_or_where(owned: Entry, owner: Entry) -> str | None:
    """A time or a place in which something is done."""
    if owner.zh.endswith(("期间", *_FESTIVALS)):
        return "during"
    if owner.zh == "基层":
        return "at"
    if _YEARS.search(owner.zh):
        return "for"
    if is_time(owner) or owner.zh.endswith(_IN_TIME_OR_PLACE):
        return "between" if owner.zh == "城乡" and owned.zh.startswith(_MUTUAL_AREAS) else "in"
    return premises(owner) if owned.zh.endswith(_GOES_ON) else lies(owned, owner)


def link(owned: Entry, owner: Entry) -> str:
    """The preposition between a noun and the one before it in Chinese."""
    if said := _of_people(owned, owner) or _when_or_where(owned, owner):
        return said
    if owned.zh == "教育" and owner.zh.endswith(_TAUGHT):
        return "on"
    named = section("heads.txt", "link")
    return named.get(owned.zh) or next((named[end] for end in _ENDS_ALIKE if owned.zh.endswith(end)), "of")
