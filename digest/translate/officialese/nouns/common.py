"""Lists whose members have a word in common, and how that is said: one deed, one object, one owner, one end."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.compound import compound, joined
from digest.translate.officialese.nouns.joints import link
from digest.translate.officialese.nouns.other import FIXED_PAIR
from digest.translate.officialese.nouns.row import whose
from digest.translate.officialese.nouns.sharing import PEOPLE, WHOLE_NAME, says_its_verb
from digest.translate.officialese.nouns.steps import opened_verb
from digest.translate.officialese.words.lexicon import Entry, Groups, kind, words
from digest.translate.officialese.words.tags import NOUNS, QUALITIES, VERBAL, nominal

_MEETINGS = ("大", "全会", "会议", "大会", "两会")
_GUIDING = "the guiding principles of "


def with_guidance_of_each(groups: Groups) -> str | None:
    """``党的二十大和二十届三中全会精神`` "the guiding principles of the 20th Party Congress and the third plenum"."""
    last, before = groups[-1], groups[:-1]
    if not last[-1].zh.endswith("精神") or any(not group[-1].zh.endswith(_MEETINGS) for group in before):
        return None
    said = [compound(tuple(group)) or "" for group in groups]
    whole = all(said) and said[-1].startswith(_GUIDING)
    return f"{_GUIDING}{joined([*said[:-1], said[-1].removeprefix(_GUIDING)])}" if whole else None


def with_common_end(groups: Groups) -> str | None:
    """``责任落实、措施落实`` "implementation of responsibilities and measures"."""
    parts = [opened_verb(group[0]) if len(group) == 1 else group for group in groups]
    if any(len(part) != len(parts[0]) or len(part) < 2 for part in parts) or len({part[-1].zh for part in parts}) > 1:
        return None
    verb = parts[0][-1]
    said = [member for part in parts if (member := compound(tuple(part[:-1])))]
    several = any(" of " in member or " and " in member for member in said)
    rights = verb.zh == "监督" and any(group[-1].zh == "民主监督" for group in groups)  # no democracy oversees
    taught = verb.zh in {"培训", "教育", "引领", "指导", "服务"} and any(part[0].tag != "o" for part in parts)
    if verb.tag not in VERBAL or not nominal(verb) or len(said) < len(parts) or several or taught or rights:
        return None  # 业务培训和干部培训: what is taught, and to whom
    return f"{nominal(verb)} {link(verb, parts[-1][-2])} {joined(said)}"


def with_common_object(groups: Groups) -> str | None:
    """``文化创造性转化、创新性发展`` "creative transformation and innovative development of culture"."""
    whose, first = groups[0][:-1], groups[0][-1:]
    done = [first, *groups[1:]]
    if len(whose) != 1 or whose[0].tag not in NOUNS or not all(_is_change(group) for group in done):
        return None
    return f"{joined([group[0].en for group in done])} of {whose[0].en}"


def with_object_of_first(groups: Groups) -> str | None:
    """``古树保护和合理利用`` "protection and reasonable use of ancient trees"."""
    first = opened_verb(groups[0][0]) if len(groups[0]) == 1 else groups[0]
    rest = [[*group, group[0]][:2] for group in groups[1:]]
    if len(first) != len(rest[0]) or any(len(group) > 1 + (group[0].tag in QUALITIES) for group in groups[1:]):
        return None
    done = nominal(first[1]) if first[1].tag in VERBAL else None
    named = len(groups[0]) > 1 or groups[0][0].en.endswith(f" {done}")
    said = [
        f"{how.en} {nominal(verb)}" for how, verb in rest if how.tag in QUALITIES and verb.tag in VERBAL and verb.noun
    ]
    what = first[0].en
    if not done or not named or len(said) < len(rest) or first[0].tag not in NOUNS or " of " in what:
        return None
    return f"{joined([done, *said])} of {what}"


def _is_change(group: list[Entry]) -> bool:
    """创造性转化: a manner and what is done in it."""
    return len(group) == 1 and group[0].tag == "n" and group[0].zh[2:3] in {"性", "化"} and says_its_verb(group[0])


#: 党组织政治功能和组织功能: what somebody may have two of
_HELD = frozenset({"作用", "优势", "意识", "权益", "地位"})


def _with_owner(group: list[Entry]) -> list[Entry]:
    """``城市形象`` in one word as ``城市|形象``."""
    whose, what = words().get(group[0].zh[:-2]), words().get(group[0].zh[-2:])
    apart = len(group) == 1 and what and what.zh in kind("owned") and group[0].en.startswith("the ")
    return [whose, what] if apart and whose and what and whose.tag in NOUNS else group


def with_common_start(groups: Groups) -> str | None:
    """``居民安全意识和素质`` "safety awareness and competence of residents": a bare noun has the owner of the first.

    None where there is no such noun, empty where nobody can tell whose it is.
    """
    first, rest = _with_owner(groups[0]), [group[0] for group in groups[1:]]
    if len(groups) > 2 and len(groups[-1]) == 1 and rest[-1].zh in kind("owned") and len(groups[-2]) > 1:
        return ""
    alike = first[-1].zh[-2:] if first[-1].zh[-2:] in {*kind("owned"), *_HELD} and first[0].tag == "o" else ""
    bare = all(entry.zh in kind("owned") or (alike and entry.zh.endswith(alike)) for entry in rest)
    if len(first) < 2 or any(len(group) > 1 for group in groups[1:]) or not bare:
        return None
    heads = [first[-1], *rest]
    if any(entry.tag not in NOUNS - {"o"} for entry in heads):
        return "" if first[-1].tag in NOUNS else None  # 重建方案和规划
    the = all(entry.en.startswith("the ") for entry in heads)
    said = joined([entry.en.removeprefix("the ") for entry in heads])
    held = (*first[:-1], Entry(zh=first[-1].zh, tag="n", en=f"the {said}" if the else said))
    own, what = whose(first[0]), compound(held[1:])
    if own and what and not any(entry.tag == "o" for entry in held[1:]):
        return f"{own} {what.removeprefix('the ').replace(' and the ', ' and ')}"
    return compound(held) or ""


#: what those whom or where something is done are called first, and what may be so
_CHOSEN = {"重点": ("部位", "区域", "环节", "点位", "时段", "场所", "地区", "路段", "水域"), "示范": ("",)}


def with_common_choice(groups: Groups) -> str | None:
    """``防汛重点部位、重点区域`` "key spots and areas for flood control"; None where the members are not alike."""
    first, heads = groups[0], [group[-1] for group in groups]
    chosen = first[-1].zh[:2]
    alike = all(e.tag in NOUNS and " " in e.en and e.zh.startswith(chosen) for e in heads)
    single = len(first) == 2 and all(len(group) == 1 for group in groups[1:])
    alike = alike and single and all(entry.zh.endswith(_CHOSEN.get(chosen, ())) for entry in heads)
    if not alike or first[0].tag not in {"n", "v", "vi"}:
        return None
    said = joined([heads[0].en, *(entry.en.partition(" ")[2] for entry in heads[1:])])
    return compound((first[0], Entry(zh=heads[0].zh, tag="n", en=said)))


#: what each of two may have: 网络和信息安全
_OF_EACH = frozenset({"安全", "结构"})


def with_end_of_each(groups: Groups) -> Groups | None:
    """``网络和信息安全``, ``毕业生和农民工就业``: a name opened whose head is of the short nouns before it too."""
    last = groups[-1]
    short = all(len(group) == 1 and group[0].tag in {"n", "v"} and len(group[0].zh) == 2 for group in groups[:-1])
    short = short and last[0].zh[-2:] in _OF_EACH
    people = last[0].zh.endswith("就业") and all(len(g) == 1 and g[0].zh.endswith(PEOPLE) for g in groups[:-1])
    able = [group[-1].zh[-2:] for group in groups[:-1]] == ["体系"] and last[0].zh.endswith("能力现代化")
    if not (short or people or able) or len(last) > 1 or len(last[0].zh) <= WHOLE_NAME:
        return None
    at = -len("现代化") if able else -len("就业")
    noun, head = words().get(last[0].zh[:at]), words().get(last[0].zh[at:])
    if noun is None or head is None or noun.tag != ("o" if people else "n"):
        return None
    if able and len(groups[0]) > 1:  # 生态环境|治理体系
        groups = [[Entry(zh=groups[0][-1].zh, tag="n", en=compound(tuple(groups[0])) or "")], last]
    return [*groups[:-1], [noun, head]]


def everywhere(groups: Groups) -> str | None:
    """``各地|教育部门和学校``: both are everywhere."""
    where, first, last = groups[0][0], groups[0][1:], groups[0][-1]
    bodies = all(
        (entry.tag == "o" or entry.zh.endswith(kind("businesses"))) and not entry.zh.startswith(("各", "全"))
        for entry in (last, *(group[-1] for group in groups[1:]))
    )
    if not first or where.tag != "o" or not where.zh.startswith("各") or not where.zh.endswith(_PLACES) or not bodies:
        return None
    members = [compound(tuple(group)) for group in (first, *groups[1:])]
    return f"{joined([one for one in members if one])} in {where.en}" if all(members) else None


_PLACES = ("地", "地区", "区", "县", "市", "镇", "乡", "村", "街道", "）")


def parted_pairs(members: list[str]) -> list[str]:
    """``产能和质量效益``: "capacity, quality and returns", not "capacity and quality and returns"."""
    if len(members) != _TWO or " of " in members[0] or all(" and " in member for member in members):
        return members
    apart = [_TWO_WORDS.match(one) and not FIXED_PAIR.match(one) for one in members]
    return [part for one, two in zip(members, apart, strict=True) for part in (one.split(" and ") if two else [one])]


_TWO = 2
_TWO_WORDS = re.compile(r"[a-z]+ and [a-z]+$")
