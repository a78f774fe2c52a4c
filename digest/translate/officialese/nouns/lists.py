"""Lists of nouns: ``A、B和C``, what their members have in common, and ``A、B等X``."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.common import (
    everywhere,
    parted_pairs,
    with_common_choice,
    with_common_end,
    with_common_object,
    with_common_start,
    with_end_of_each,
    with_guidance_of_each,
    with_object_of_first,
)
from digest.translate.officialese.nouns.compound import compound, joined, qualified
from digest.translate.officialese.nouns.ends import hangs_open, is_deed, with_head_of_all
from digest.translate.officialese.nouns.fields import in_a_row
from digest.translate.officialese.nouns.joints import link
from digest.translate.officialese.nouns.other import FIXED_PAIR, MASS, OF_BOTH, SEVERAL, apart
from digest.translate.officialese.nouns.row import modifier
from digest.translate.officialese.nouns.shaping import lying_there
from digest.translate.officialese.nouns.sharing import is_nested, members_of, says_its_verb, shares_head
from digest.translate.officialese.nouns.steps import opened_verb
from digest.translate.officialese.words.lexicon import Entry, Groups, Words, kind, section
from digest.translate.officialese.words.morphology import is_determiner, is_plural
from digest.translate.officialese.words.tags import LINKS, NOUNS, QUALITIES, VERBAL, nominal


def _groups(entries: Words) -> list[str] | None:
    """The members of a list joined by 、 and 和, or one member that says what they have in common."""
    groups = _with_adjectives(members_of(entries))
    close = len(groups) > 1 and all(entry.zh != "、" for entry in entries)
    if len(groups) > 1:
        if not all(groups) or is_nested(entries, groups):
            return None
        said = (
            everywhere(groups)
            or lying_there(groups)
            or with_guidance_of_each(groups)
            or with_common_end(groups)
            or with_common_object(groups)
        )
        said = said or with_common_choice(groups)
        if said := said or (with_object_of_first(groups) if close else None):
            return [said]
        if (said := with_common_start(groups)) is not None:
            return [said] if said else None
        opened = with_end_of_each(groups)
        said = _of_members(opened) or "" if opened else with_head_of_all(groups)
        if said is not None:
            return [said] if said else None
        doubt = shares_head(groups, commas=all(e.zh != "和" for e in entries))
        if doubt:
            return [said] if doubt == "shared" and (said := _of_members(groups)) else None
    parts = [compound(tuple(group), within=len(groups) > 1) for group in groups]
    whole = [part for part in parts if part is not None]
    certain = len(whole) == len(parts) and not (close and hangs_open(groups, whole))
    both = _both_done(groups, whole) if certain and len(groups) > 1 else None
    return [both] if both else _all_worked_on(groups, whole) if certain else None


#: what goes on with what stands before: 国企改革和发展
_COURSES = ("发展", "升级", "转型")
_ONE_COURSE = re.compile(r"((?:[a-z-]+ (?:and )?){0,2}[a-z-]+) of ((?:(?! and ).)+)$")
_ONE_DEED = re.compile(r"([a-z-]+) of ((?:(?! and ).)+)$")
#: deeds that need nothing that they are done to
_DONE_ALONE = ("服务", "保障", "宣传", "教育", "培训", "创新", "支持", "发展", "研究", "指导", "建设", "执法", "参与")


def _both_done(groups: Groups, said: list[str]) -> str | None:
    """``舆情监测和引导`` "monitoring and guidance of public opinion": a bare verb has the object of the first."""
    rest = [group[0] for group in groups[1:]]
    grows = len(groups) == 2 and rest[0].zh.endswith(_COURSES)
    deed = (_ONE_COURSE if grows else _ONE_DEED).match(said[0])
    bare = grows or not any(e.tag not in {"v", "vp"} or e.zh.endswith(_DONE_ALONE) for e in rest)
    if deed is None or not bare or not is_deed(groups[0][-1]) or any(len(group) > 1 for group in groups[1:]):
        return None
    return (
        None if any(" of " in one for one in (*said[1:], deed[2])) else f"{joined([deed[1], *said[1:]])} of {deed[2]}"
    )


def _all_worked_on(groups: Groups, said: list[str]) -> list[str]:
    """``景区开放和安全检查工作`` "work on opening and safety inspection": the last word is of all deeds."""
    alone = any("work" in member for member in said[:-1]) or not all(is_deed(group[-1]) for group in groups[:-1])
    if len(said) == 1 or alone:
        return said
    if groups[-1][-1].zh == "工作" and " and " in said[0] and said[-1].endswith(" work"):
        if FIXED_PAIR.match(said[0]):
            last = compound(tuple(groups[-1][:-1]))
            return [f"work on {said[0]} as well as {last}"] if last and len(said) == 2 else said
        return [f"work on {joined([*said[0].split(' and '), *said[1:-1], said[-1].removesuffix(' work')])}"]
    if not said[-1].startswith("work on "):
        return said
    return [f"work on {joined([*said[:-1], said[-1].removeprefix('work on ')])}"]


def _with_adjectives(groups: Groups) -> Groups:
    """``区域性、系统性风险``: a member that is only an adjective belongs to the noun of the next."""
    found: Groups = []
    waiting: list[str] = []
    for group in groups:
        if len(group) == 1 and group[0].zh == "特色" and group is not groups[-1]:
            waiting.append("distinctive")
        elif len(group) == 1 and group[0].tag == "a":
            waiting.append(group[0].en)
        elif waiting and group and group[0].tag == "a":
            quality = joined([part for said in (*waiting, group[0].en) for part in said.split(" and ")])
            found.append([Entry(zh=group[0].zh, tag="a", en=quality), *group[1:]])
            waiting = []
        else:
            found.append(group)
    return groups if waiting else found


def _of_members(groups: Groups) -> str | None:
    """What all members share, as in "support of policies and funds"."""
    head = compound(tuple(groups[-1][1:]))
    members = [compound((group[0],)) for group in groups]
    said = [member for member in members if member]
    if head is None or len(said) != len(members) or any(" of " in member for member in said):
        return None
    return f"{head} {link(groups[-1][-1], groups[-1][0])} {joined(said)}"


def _shared(entries: Words) -> list[str] | None:
    """``债券发行和使用``: verbal nouns that share what stands before the first, "issuance and use of bonds"."""
    if entries[-3:-2] and entries[-1].zh == "工作" and entries[-3].tag in LINKS:
        entries = entries[:-1]  # 群众转移和安置工作
    at = next((index for index, entry in enumerate(entries) if entry.tag in LINKS), 0)
    if at < 2 or entries[at - 1].tag not in VERBAL or entries[at - 2].tag in VERBAL | QUALITIES:
        return None
    rest = entries[at:]
    if any(e.tag not in LINKS for e in rest[::2]) or any(e.tag not in VERBAL for e in rest[1::2]):
        return None
    done = [nominal(entry) for entry in (entries[at - 1], *rest[1::2])]
    said = [part for name in done if name for part in name.split(" and ")]  # 建设和管理维护
    about = compound(entries[: at - 1])
    if about and " of " in about and says_its_verb(entries[at - 2]):
        return None  # 知识产权创造|运用和保护
    return [f"{joined(said)} of {about}"] if about and all(done) else None


_TOGETHER = ("良性互动", "深度融合", "有机融合", "融合发展", "有效衔接", "精准对接")


#: what deeds do beside others
_OF_DEEDS = frozenset({"保障", "协同", "联动"})
#: what is between two
_MUTUAL = ("互动", "合作", "协作", "沟通", "交流", "对接", "衔接")


def _together(entries: Words) -> str | None:
    """``A 和 B 深度融合``: the last word is of all members, not of the last one."""
    end = len(entries) - 1
    while end and entries[end - 1].tag in QUALITIES:
        end -= 1
    first = members_of(entries)[0]
    deed = first and (says_its_verb(first[-1]) or (len(first) > 1 and first[-1].tag in VERBAL))
    if entries[-1].zh in _OF_DEEDS and deed and not says_its_verb(entries[end - 1]):
        return None  # 资金支持和要素保障, 数据共享和业务协同: two things
    if entries[-1].zh == "保障" and end and entries[end - 1].tag != "o" and not entries[end - 1].zh.endswith("权益"):
        return None  # 住房和生活保障
    members = _groups(entries[:end]) if end else None
    done = qualified(nominal(entries[-1]), entries[end:-1])
    owner = entries[end - 1]
    if not members or len(members) == 1 or not done:
        return None
    if len(members) == 2 and entries[-1].zh.endswith(_MUTUAL):
        return f"{done} between {joined(members)}"
    merged = len(members) == 2 and entries[-1].zh.endswith(("融合", "融合发展"))
    if merged and any(" and " in member and is_plural(member) for member in members):
        return f"{done} of {members[0]} with {members[1]}"
    theirs = owner.tag == "o" and not entries[-1].zh.startswith("联合")
    return f"{done} {'of' if theirs else link(entries[-1], owner)} {joined(members)}"


def _is_of_all(entries: Words) -> bool:
    """``产业和城市|融合``, ``责任和措施|落实``: the last word belongs to both."""
    last = entries[-1].zh
    placed = last == "落实" and all(group and group[-1].zh.endswith(_PUT) for group in members_of(entries[:-1]))
    return placed or last in section("heads.txt", "together") or last.endswith(_TOGETHER)


_PUT = ("责任", "措施", "举措", "任务", "资金", "政策", "制度", "要求", "部署", "规定", "人员", "物资")


def noun_list(entries: Words) -> str | None:
    """A list without 的: "A, B and C", ``A、B等`` as "A, B, etc.", ``A、B等X`` as "A, B and other X"."""
    again = entries[-1] in entries[:-1] if entries else False  # 政策协同和工作协同
    if entries and not again and _is_of_all(entries) and any(e.tag in LINKS for e in entries):
        return _together(entries)
    closing = [index for index, entry in enumerate(entries) if entry.tag == "etc"]
    if not closing:
        members = _shared(entries) or _groups(entries)
        return joined(parted_pairs(members)) if members else None
    return _and_others(entries, closing[0]) if len(closing) == 1 else None


#: what is run on each of the members before 等
_CAMPAIGNS = ("专项整治", "专项行动", "整治行动", "治理行动", "攻坚行动", "专项治理行动")


#: what is said of every member before 等 and of the noun that sums them up
_OF_ALL_MEMBERS = frozenset({"安全", "质量", "能力", "水平", "作用", "成本", "情况", "稳定"})


def _are_somebody(entries: Words) -> bool:
    return all(group[-1:] and group[-1].tag == "o" for group in members_of(entries))


def _and_others(entries: Words, closing: int) -> str | None:
    members = _fields(entries[:closing]) or _groups(entries[:closing])
    after = _with_people(entries[closing + 1 :])
    entries = (*entries[: closing + 1], *after)
    if not members or (after and _is_named_work(after)):
        return None
    if not after or [entry.zh for entry in after] == ["情况"]:
        return f"{', '.join(members)}, etc."
    does = after[0].tag != "o" and says_its_verb(after[0]) and not says_its_verb(entries[closing - 1])
    if len(after) == 1 and (does or after[0].zh in kind("done-to-all")):
        return _done_to_all(after[0], members, entries[:closing])
    if len(after) == 2 and _is_of_people(after[0]) and nominal(after[1]) and not after[1].en.startswith(("a ", "the ")):
        others = _summed_up(entries[:-1], closing, members)
        return f"{nominal(after[1])} {link(after[1], after[0])} {others}" if others else None
    if _are_somebody(entries[:closing]) and after[-1].tag != "o":
        what = compound(after)  # 企业、商户等需求
        return f"{what} {link(after[-1], entries[closing - 1])} {', '.join(members)} and others" if what else None
    return _campaigns(after, members) or _policies(after, members) or _summed_up(entries, closing, members)


def _done_to_all(deed: Entry, members: list[str], entries: Words) -> str | None:
    """``(财政、金融等)政策支持`` "fiscal, financial and other policy support"; ``(河道、湖泊等)治理``."""
    given = [entry for entry in entries if entry.tag not in LINKS]
    if deed.zh.endswith("支持") and all(entry.zh.endswith(kind("given-in-support")) for entry in given):
        return f"{', '.join(modifier(entry) for entry in given).replace(' and ', ', ')} and other {nominal(deed)}"
    return (
        f"{nominal(deed)} {'in' if deed.zh == '政策支持' else 'of'} {', '.join(members)}, etc."
        if nominal(deed)
        else None
    )


def _policies(after: Words, members: list[str]) -> str | None:
    """``(并购、重组等)政策`` "policies on mergers, restructuring, etc.": a merger is no policy, a car no spending."""
    if len(after) == 1 and after[0].zh.endswith("消费") and after[0].en.endswith("consumption"):
        return f"{after[0].en.removesuffix('consumption')}spending on {', '.join(members)}, etc."
    what = compound(after)
    joint = next((_ABOUT[end] for end in _ABOUT if after[-1].zh.endswith(end)), None)
    if what is None or joint is None or is_determiner(what) or " of " in what:
        return None
    named = members[-1].endswith(what.rsplit(" ", 1)[-1]) or members[-1][-1] in "”》"
    return None if named else f"{what} {joint} {', '.join(members)}, etc."


#: what is about each of the members before 等, and none of them itself
_ABOUT = {"政策": "on", "改革措施": "on", "改革举措": "on", "预案": "for"}
_ABOUT |= dict.fromkeys(("短板", "弱项", "堵点", "痛点", "难点", "漏洞"), "in")


def _campaigns(after: Words, members: list[str]) -> str | None:
    """``(燃气、消防等)专项整治行动`` "special clean-up campaigns on gas, firefighting, etc."."""
    if len(after) > 1 or not after[0].zh.endswith(_CAMPAIGNS) or not nominal(after[0]):
        return None
    campaigns = (nominal(after[0]) or "").removeprefix("a ").removeprefix("the ")
    return f"{campaigns}{'' if is_plural(campaigns) else 's'} on {', '.join(members)}, etc."


def _fields(entries: Words) -> list[str] | None:
    """``交通消防燃气(等领域)``: the members of a list without commas."""
    alone = len(entries) > 1 and len(in_a_row(entries) or entries) == 1
    return [nominal(entry) or "" for entry in entries] if alone else None


def _with_people(after: Words) -> Words:
    """``(农民等)重点群体就业``: the people are summed up, not what they do."""
    opened = opened_verb(after[0]) if len(after) == 1 else []
    return tuple(opened) if len(opened) > 1 and _is_of_people(opened[0]) else after


def _is_of_people(entry: Entry) -> bool:
    return entry.tag == "o" or entry.zh.endswith(("群体", "人群"))


def _is_named_work(after: Words) -> bool:
    """``(煤矿、汛期等)安全防范工作``: precautions in mines, not mines and other precautions."""
    named = after[-1].zh.endswith("工作") and not after[-1].en.endswith("work")
    return named or (len(after) > 1 and after[-1].zh == "工作" and after[-2].tag not in QUALITIES)


def _summed_up(entries: Words, closing: int, members: list[str]) -> str | None:
    """``A、B 等 X`` "A, B and other X"."""
    after = entries[closing + 1 :]
    if len(after) > 1:
        ending = _of_others(entries, closing)
        if ending is not None or sum(entry.tag not in QUALITIES for entry in after) > 1:
            return ending  # 触电等典型事例警示教育: the fires are cases, not education
    other = compound(after) if after[0].tag != "q" and after[-1].tag not in VERBAL else None
    bare = other.removeprefix("the ") if other else ""
    mass = is_plural(bare) or bare.rpartition(" ")[2] in MASS if bare else False
    if (
        not mass
        or " of " in bare
        or bare.startswith("more ")
        or (is_determiner(bare) and not bare.startswith("other "))
    ):
        return None
    said = ", ".join(map(apart, members))
    several = next((one for one in SEVERAL if bare.startswith(one)), "")
    pair = bare.endswith("work") and " and " in said and members[-1].endswith(tuple(OF_BOTH))
    both = "as well as" if pair else "and"
    return f"{said} {both} {bare if bare.startswith('other ') else f'{several}other {bare.removeprefix(several)}'}"


def _of_others(entries: Words, closing: int) -> str | None:
    """``水库等重点部位巡查``, ``铁路等设施安全``, ``物流等领域投资``: what is said of all members together."""
    after = entries[closing + 1 :]
    last = after[-1]
    if (last.tag in VERBAL and after[-2].tag in NOUNS) or last.zh in _OF_ALL_MEMBERS:
        rest = None if _is_field(after[0]) else _and_others(entries[:-1], closing)
        if rest and nominal(last):
            return f"{nominal(last)} of {rest}"
    if not _is_field(after[0]):
        return None
    rest, what = _and_others(entries[: closing + 2], closing), compound(after[1:])
    joint = link(last, after[0]) if after[0].zh.endswith(("工作", "任务")) else "in"
    return f"{what} {joint} {rest}" if rest and what else None


def _is_field(entry: Entry) -> bool:
    """领域, 重点工作: the noun that sums up a list before what is done there."""
    return entry.zh.endswith(("领域", "行业", "方面", "工作", "任务"))
