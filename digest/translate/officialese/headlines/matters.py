"""Forms of what a meeting is about that take a look at the whole: support of one for another, sectors, disasters.

Each reads the rest of a matter with ``read``, which is :func:`campaigns.topic`.
"""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.parts import Read, each
from digest.translate.officialese.headlines.rows import row_at
from digest.translate.officialese.names.names import levels
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import cut, kind, match, section, words
from digest.translate.officialese.words.morphology import article, one_of, plain


def supported(text: str, read: Read) -> str | None:
    """``金融支持乡村振兴`` "financial support for rural revitalisation"; empty where nobody knows for what."""
    who, whose = row_at("supporters", text)
    how, support = row_at("helps", text, len(who)) if who else ("", "")
    whom = text[len(who) + len(how) :]
    word = match(text, 0)
    if not how or len(whom) < 3 or whom.startswith(kind("no-aim")) or (word and len(word.zh) > len(who) + len(how)):
        return None
    said = read(whom)
    return f"{whose} {support} {said}" if said else ""


def served(text: str, read: Read) -> str | None:
    """``高考服务保障`` "services and support for the college entrance exam"."""
    whom = text.removesuffix("服务保障")
    if whom in {text, ""} or text in words():
        return None
    if helper := section("meetings.txt", "supporters").get(whom):
        return f"{helper} services and support"
    said = read(whom)
    return f"services and support for {said}" if said else None


def taught(text: str, _read: Read) -> str | None:
    """``青年干部廉政教育`` "education in clean government for young officials"."""
    entries = cut(text)
    if not entries or len(entries) < 2 or entries[-1].tag != "n" or not entries[-1].zh.endswith("教育"):
        return None
    if entries[-2].tag != "o" or entries[-1].zh in {"学习教育", "主题教育", "专题教育"}:
        return None
    whom = noun_phrase(entries[:-1])
    return f"{entries[-1].en} for {plain(whom)}" if whom else None


_SECTOR = re.compile("^(.+?)(领域|战线|行业|系统|产业)(.*)$")
_NO_SECTOR = ("重点", "关键", "各", "相关", "有关", "全", "多", "等", "特殊", "公共", "同")


def in_sector(text: str, read: Read) -> str | None:
    """``教育、卫生领域突出问题整治``: what is done, "in the education and health sectors"."""
    found = _SECTOR.match(text)
    parts = re.split("[、和与及]", found[1]) if found else []
    if found is None or found[1].startswith(_NO_SECTOR) or (len(parts) == 1 and found[2] != "领域"):
        return None
    if text in words() or found[1] + found[2] in words():
        return None
    starts = match(text, found.start(2))
    if found[2] in {"产业", "系统"} and starts and len(starts.zh) > len(found[2]):  # 科技创新与|产业创新
        return None
    fields = each(parts, field_of)
    if not fields and found[2] == "领域" and len(parts) == 1 and found[3]:
        return _in_a_deed(found[1], found[3], read)
    plural = {"系统": "systems", "产业": "industries"}.get(found[2], "sectors" if len(fields) > 1 else "sector")
    if plural == "industries":
        fields = [one_of(field) for field in fields]
    where = f"the {joined(fields)} {plural}" if fields else ""
    if not where or not found[3]:
        return where or None
    said = read(found[3]) if found[3][0] not in "的和与及、" else None
    return f"{said} {'of' if found[3] == '发展' else 'in'} {where}" if said else None


def _in_a_deed(deed: str, text: str, read: Read) -> str | None:
    """``农房建设领域|突出问题整治``: what is done, "in construction of rural houses"."""
    said = _BARE.get(text) or (read(text) if text[0] not in "的和与及、" else None)
    where = read(deed)
    return f"{said} in {where}" if where and said and " and " not in where and "“" not in where else None


#: what is carried out in a field and needs no matter
_BARE = {
    "专项整治": "the special clean-up campaign",
    "专项治理": "the special campaign",
    "专项行动": "the special campaign",
}


def field_of(text: str) -> str | None:
    """``卫生`` "health", by what its system is called, else a noun by itself."""
    if known := words().get(f"{text}系统"):
        return known.en.removeprefix("the ").removesuffix(" system")
    entry = words().get(text)
    said = (entry.noun or entry.en) if entry and entry.tag in {"n", "v", "vi"} else None
    return said.removeprefix("the ") if said and (entry is None or entry.tag == "n" or entry.noun) else None


def against_disasters(text: str, _read: Read) -> str | None:
    """``防汛抗旱、防台救灾``: works against disasters in a row."""
    found: list[str] = []
    at = 0
    while at < len(text):
        zh, work = row_at("disasters", text, at)
        if not zh:
            if not found or text[at] not in "、和与及" or at + 1 == len(text):
                return None
            at += 1
            continue
        found.append(work)
        at += len(zh)
    return joined(found) if len(found) > 1 and text not in words() else None


_DISCUSSED = re.compile("^“([^“”]{2,24})”(?:思想|专题|主题|解放思想)?(?:大学习)?大讨论(?:活动)?$")


def discussed(text: str, read: Read) -> str | None:
    """``“解放思想、改革创新”大讨论`` "the mass discussion on …"."""
    found = _DISCUSSED.match(text)
    parts = each(re.split("[、，\\s]", found[1]), read) if found else []
    return f"the mass discussion on {joined(parts)}" if parts else None


_DRIVES = ("创文", "创卫", "创城", "双创", "创森", "创建", "巩卫", "复审")


def driven(text: str, read: Read) -> str | None:
    """``农贸市场创卫`` "the hygienic-city drive in produce markets"."""
    drive = next((zh for zh in _DRIVES if text.endswith(zh)), "")
    entry = words().get(drive)
    if entry is None or entry.tag != "n" or text == drive or not entry.en.endswith("drive"):
        return None
    where = read(text.removesuffix(drive))
    return f"{entry.en} in {where}" if where else None


def accredited(text: str, read: Read) -> str | None:
    """``食品安全示范城市创建`` "the drive for accreditation as a food safety model city"."""
    before, creating, behind = text.rpartition("创建")
    if creating and (stage := section("meetings.txt", "stages").get(behind)) and text not in words():
        drive = read(before + creating)
        return f"{stage} in {drive}" if drive else None
    thing = text.removesuffix("创建")
    entries = cut(thing) if thing != text and thing.endswith(kind("accredited")) and text not in words() else None
    is_one = entries and entries[-1].tag in "no" and all(entry.tag in {"n", "o", "a", "k"} for entry in entries)
    said = noun_phrase(entries) if entries and is_one else None
    one = one_of(plain(said)) if said else ""
    if " of " in one and not _MODEL.search(one):
        return None  # 劳动关系和谐企业: no company of labour relations
    return f"the drive for accreditation as {one if one.startswith(_ARTICLES) else article(one)}" if one else None


_ARTICLES = ("a ", "an ", "the ")
_MODEL = re.compile("(?:demonstration|model|pilot|advanced|star)[a-z -]* of ")


_STRONG = re.compile("^(?:加快)?(?:建设)?(.{2,8}?)强([国省市县区镇州])(?:建设|战略)?$")


def strong(text: str, read: Read) -> str | None:
    """``质量强县建设`` "the building of a county strong in quality"."""
    found = _STRONG.match(text)
    said = read(found[1]) if found and text not in words() else None
    where = "country" if found and found[2] == "国" else levels()[found[2]][1] if found else ""
    return f"the building of a {where} strong in {said}" if found and said else None


_BUILT = re.compile(
    "^(?:加快)?建设(.+(?:基地|体系|高地|枢纽|示范区|先行区|试验区|园区|集群|城市|新区|样板|机制|格局|网络|名城|门户|家园"
    "|乡村|队伍|大县|社会|粮仓|走廊|消费中心|区域中心|物流中心|算力中心))$"
)


def built(text: str, read: Read) -> str | None:
    """``建设物流枢纽`` "the building of logistics hubs": 建设 is what is done, not of what kind they are."""
    found = _BUILT.match(text) if text not in words() else None
    said = read(found[1]) if found and (word := match(text, 0)) and word.zh in {"建设", "加快建设", "加快"} else None
    return f"the building of {said}" if said else None


_FOUND_BY = re.compile("^(.+(?:督察|巡视|巡察|审计|检查|督查|考核|评估|普查|“回头看”))(?:反馈)?(?:意见|问题)?整改$")


def put_right(text: str, read: Read) -> str | None:
    """``环保督察整改`` "rectification after environmental inspections"."""
    found = _FOUND_BY.match(text)
    entries = cut(found[1]) if found and text not in words() else None
    said = read(found[1]) if found and entries and entries[0].tag in {"n", "o", "a", "k"} else None
    return f"rectification after {said}" if said else None


_INDUSTRIES = {"产业": ("industries", "industry"), "行业": ("sectors", "sector")}


def one_industry(text: str, _read: Read) -> str | None:
    """``肉牛产业`` "the beef cattle industry", ``民宿行业`` "the guesthouse sector": one, where nouns name it."""
    kind = text[-2:]
    entries = cut(text) if kind in _INDUSTRIES and text not in words() else None
    if not entries or len(entries) < 2 or any(entry.tag not in {"n", "a"} for entry in entries[:-1]):
        return None
    several, one = _INDUSTRIES[kind]
    said = plain(noun_phrase(entries) or "")
    found = re.fullmatch(f"([a-z][a-z -]*) {several}|{several} of ([A-Za-z][A-Za-z -]*)", said)
    named = found[1] or one_of(found[2]) if found else ""
    leans = re.search(r"\b(?:of|and|in|for|new|key|technology|pillar|emerging|traditional|related)\b", named)
    return f"the {re.sub('^(?:a|an) ', '', named)} {one}" if named and not leans else None


def fields_listed(text: str) -> str | None:
    """``卫生健康、医疗保障和疾控``: fields side by side, none of which may be done to the others."""
    parts = re.split("[、和与及]", text)
    entries = [words().get(part) for part in parts]
    if len(parts) < 2 or not all(entry and entry.tag == "n" for entry in entries):
        return None
    act = words().get(parts[-1][-2:]) if len(parts[-1]) > 2 else None
    if act and act.tag in {"v", "vi", "vp"}:
        return None  # 项目、资金管理: the management of both
    return joined([plain(entry.en) for entry in entries if entry])


_POVERTY = re.compile("^(.{2,4}?)(?:脱贫攻坚|扶贫攻坚|(精准扶贫))$")


def against_poverty(text: str, _read: Read) -> str | None:
    """``教育脱贫攻坚`` "the fight against poverty through education": the field is the means."""
    found = _POVERTY.match(text) if text not in words() else None
    means = words().get(f"{found[1]}扶贫") if found else None
    if means and means.en.startswith("poverty relief "):
        against = "targeted poverty relief" if found and found[2] else "the fight against poverty"
        return means.en.replace("poverty relief", against, 1)
    system = words().get(f"{found[1]}系统") if found and not found[2] else None
    return f"the fight against poverty in {system.en}" if system and system.en.startswith("the ") else None


def third_party(text: str, _read: Read) -> str | None:
    """Empty for ``第三方`` before a word that no list has with it: what is of the third party is in doubt."""
    entries = cut(text) if "第三方" in text else None
    return "" if entries and any(entry.zh == "第三方" for entry in entries[:-1]) else None


_TAKING_PART = re.compile("^(.{2,12}?)(?:积极|全面|深度)?参与(.{3,})$")


def taking_part(text: str, read: Read) -> str | None:
    """``民营企业参与乡村振兴`` "participation of private companies in rural revitalisation"."""
    found = _TAKING_PART.match(text)
    entries = cut(found[1]) if found and text not in words() else None
    whom = noun_phrase(entries) if entries and entries[-1].tag == "o" else None
    what = read(found[2]) if found and whom else None
    return f"participation of {plain(whom)} in {what}" if whom and what else None


_UNJOINED = re.compile(
    "^(.*(?:维稳|稳定|信访|防汛|防控|环保|防火|抗旱|党建))[、]?(安全生产|消防安全|食品安全|信访维稳|信访稳定|防汛|防火|环保|信访)$"
)


def unjoined(text: str, read: Read) -> str | None:
    """``信访维稳安全生产``: two works with nothing between them."""
    found = _UNJOINED.match(text) if text not in words() else None
    parts = each(found.groups(), read) if found else []
    if parts and re.fullmatch("[a-z]+ and [a-z ]+", parts[0]):  # 信访维稳: two already
        parts[:1] = parts[0].split(" and ")
    return joined(parts) if parts else None


_MONTH = re.compile("^(.{2,12}?)(宣传教育|宣传|活动|服务|主题|整治|攻坚|提升)(月|周|日)$")
_OF_A_MONTH = {
    "宣传": "publicity ",
    "宣传教育": "publicity ",
    "服务": "service ",
    "整治": "clean-up ",
    "攻坚": "action ",
}


def months(text: str, read: Read) -> str | None:
    """``安全生产宣传月`` "the publicity month on workplace safety"."""
    found = _MONTH.match(text) if text not in words() else None
    said = read(found[1]) if found else None
    what = {"月": "month", "周": "week", "日": "day"}[found[3]] if found else ""
    return f"the {_OF_A_MONTH.get(found[2], '')}{what} on {said}" if found and said else None


_SECRETARIES = re.compile("^(.+书记)抓((?:.{2})?)党建(?:工作)?$")


def by_secretaries(text: str, read: Read) -> str | None:
    """``各级党组织书记抓基层党建`` "the work of Party secretaries at all levels on grassroots Party building"."""
    found = _SECRETARIES.match(text) if text not in words() else None
    who, what = (read(found[1]), read(f"{found[2]}党建")) if found else (None, None)
    return f"the work of {who} on {what}" if who and what else None


_LINKED = re.compile("^(.{3,}?)[与和同](.{3,}?)(?:有效|有机|工作)?衔接(?:工作|机制)?$")


def linked(text: str, read: Read) -> str | None:
    """``行政检察与行政执法监督衔接`` "coordination between …": of two, neither is done to the other."""
    found = _LINKED.match(text) if text not in words() and "脱贫" not in text else None
    both = each(found.groups(), read) if found else []
    return f"coordination between {both[0]} and {both[1]}" if both and not any(" and " in one for one in both) else None


def party_led(text: str, read: Read) -> str | None:
    """``党建引领项目攻坚`` "the Party-led drive for projects"; empty for 党建引领项目, whose deed is cut off."""
    rest = text.removeprefix("党建引领") if text not in words() else text
    if rest != text and len(rest) <= 2:
        return ""
    said = read(rest) if rest != text else None
    if said is None or re.match("[a-z]+ing ", said):
        return None
    return f"the Party-led {said.removeprefix('the ')}" if said.startswith("the ") else f"Party-led {said}"


SPECIAL = (
    party_led,
    by_secretaries,
    linked,
    unjoined,
    months,
    taking_part,
    against_poverty,
    third_party,
    one_industry,
    served,
    supported,
    taught,
    in_sector,
    against_disasters,
    driven,
    accredited,
    strong,
    put_right,
    built,
    discussed,
)
