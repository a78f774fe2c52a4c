"""Nouns in a row: ``重大项目建设`` "construction of major projects", ``空气质量`` "air quality"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from digest.translate.officialese.nouns.joints import link
from digest.translate.officialese.nouns.order import is_managed, is_measure, stands_first
from digest.translate.officialese.nouns.other import FIXED_PAIR
from digest.translate.officialese.nouns.row import (
    PROPER,
    clashes,
    has_unclear_verbs,
    is_open,
    is_place,
    is_somebody,
    modifier,
    owed_by,
    owes,
    owned_by,
    ranged,
    said_by,
    stands_before,
    whose,
)
from digest.translate.officialese.nouns.shaping import done_there, is_done_by, shaped, that_do
from digest.translate.officialese.nouns.steps import serves, with_steps
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section
from digest.translate.officialese.words.morphology import MARK, in_list, is_determiner, is_plural, one_of, with_quality
from digest.translate.officialese.words.tags import NOUNS, QUALITIES, REMEMBERED, VERBAL, nominal

_MAX_COMPOUND = 5
MOST_DE = 2


#: 中央有关改革的决策: "on reform"; 干部这个因素: "officials, this factor"
_ON_OR_APPOSED = frozenset({"有关", "这个", "这一", "这些"})

_LIGHT_ROW = _PAIR = 2
#: what no noun stands before in English
_NOT_PILED = frozenset({"动力", "带动力", "驱动力", "推动力", "效益", "效果", "效能"})
#: 核心技术|攻关: what is looked for in a field
_IN_FIELD = re.compile(
    r"research on hard problems$|capacity for [a-z]*(?: )?innovation$|responsibility for [a-z]+ safety$"
)
_DOING = re.compile(r"^[a-z]+ing (?:a|the|reform) ")


def attribute_heads() -> dict[str, str]:
    """Nouns that may follow the noun form of a verb."""
    return section("heads.txt", "heads")


def never_first(verb: Entry) -> bool:
    """A verb that never stands before a noun as its attribute: 完善机制 is always "improve mechanisms"."""
    return not verb.noun or verb.zh in section("heads.txt", "verbs")


def _may_follow(before: Entry, entry: Entry) -> bool:
    """A verb in its noun form takes another verb, or a noun that is used to it, or an object after an -ing."""
    if before.tag not in VERBAL:
        return True
    if before.zh == "参与" and not entry.zh.endswith(kind("of-taking-part")):
        return False  # 社会|参与|养老服务: what they take part in
    if entry.tag in VERBAL:
        return entry.tag != "p" and bool(entry.noun) and not never_first(before)
    if never_first(before) or (before.noun == "stability" and entry.zh.endswith(kind("kept-stable"))):
        return False  # 稳定|预期: they are made stable
    how = entry.zh.startswith(kind("told-how")) and before.zh not in kind("courses")
    if how or (entry.tag == "o" and " " in entry.en):
        return False  # 推广|新技术, 培养|高层次人才
    return entry.zh in attribute_heads() or entry.zh[-2:] in attribute_heads() or before.noun.split()[0].endswith("ing")


def _chain(heads: Words) -> str | None:
    """Nouns and verbal nouns side by side, without adjectives."""
    parts: list[str] = []
    for index, entry in enumerate(heads):
        english = nominal(entry)
        if english is None or (index and not _may_follow(heads[index - 1], entry)):
            return None
        if has_unclear_verbs(heads[: index + 1]):
            return None
        follows = heads[index + 1] if index < len(heads) - 1 else None
        if follows is not None and entry.tag in VERBAL and follows.tag in VERBAL:
            english = f"{english} and"
        elif follows is not None:
            english = modifier(entry, first=not index)
        parts.append(english)
    last = parts.pop()
    return with_quality(" ".join(parts), last) if parts else last


def _reads_in_a_row(heads: Words, qualities: Words, *, within: bool) -> bool:
    """``within``: as a part of something longer, where another "of" would be one too many."""
    before, last = heads[:-1], heads[-1]
    if qualities and (last.zh.endswith("供给") or (qualities[0].zh in _OF_THE_WHOLE and last.zh in _UNCOUNTED)):
        return False  # 各项政策效能: of all policies
    if any(not stands_before(entry) for entry in before) or stands_first(last, before[-1]):
        return False
    if last.tag in VERBAL and before[-1].tag not in VERBAL and (qualities or len(before) > 1):
        return False
    said = [modifier(entry, first=not index) for index, entry in enumerate(before)]
    long = sum(1 if one.endswith("'s") else one.count(" ") + 1 for one in said)
    if not within and long > 1 and last.tag in VERBAL and before[-1].tag in NOUNS and not last.noun.endswith("ing"):
        return False  # 安全知识普及
    of_deed = (last.zh == "优势" and before[-1].tag in VERBAL) or (last.zh == "服务工作" and before[-1].tag == "o")
    if last.zh in _NOT_PILED or of_deed or (long > 1 and last.zh == "活力"):
        return False  # 改革推动力, 创新优势, 民间投资活力
    many = (nominal(last) or "").removeprefix("the ").count(" ")
    return long <= _LIGHT_ROW and not (many and long > 1) and many <= 1


def _side_by_side(heads: Words) -> str | None:
    """Heads that are members of a list without a comma: 各部门各单位, 使命感责任感."""
    together = all(entry.tag == "o" and entry.zh.startswith(("各", "全")) for entry in heads)
    alike = len({entry.zh[-1] for entry in heads}) == 1 and heads[0].zh[-1] in "性感"
    alike = alike or all(
        entry.tag in NOUNS and entry.zh.endswith("力") and len(entry.zh) == len("吸引力") for entry in heads
    )
    members = [nominal(entry) for entry in heads] if together or alike else []
    said = [member for member in members if member]
    if len(said) < max(len(members), 1):
        return None
    every = said[0].startswith("all ")
    return joined([said[0], *(member.removeprefix("all ") if every else member for member in said[1:])])


def _all_of_both(heads: Words, inner: Words) -> str | None:
    """``各地|各|高校`` "all localities and universities"."""
    every = len(heads) == _PAIR and [entry.zh for entry in inner] == ["各"] and all(e.tag == "o" for e in heads)
    first = nominal(heads[0]) if every and heads[0].zh.startswith("各") else None
    return f"{first} and {heads[1].en}" if first and first.startswith("all ") and " and " not in first else None


def _has_doubt(heads: Words) -> bool:
    """新时代新任务: side by side, not one of the other; a place in the middle of a compound."""
    alike = any(a.zh[-1] == b.zh[-1] and a.zh[-1] in "性感化" for a, b in itertools.pairwise(heads))
    return (
        alike
        or serves(heads)
        or any(entry.zh == "各方面" or _SLOGAN.match(entry.en) for entry in heads[1:])
        or (len(heads) > _LIGHT_ROW and any(entry.en[:1].isupper() and entry.tag == "n" for entry in heads[1:]))
    )


def _named(heads: Words, qualities: Words, inner: Words, *, within: bool = True) -> str | None:
    """Heads in a row where they are short, else "HEAD of REST": ``重大项目建设`` "construction of major projects".

    ``qualities`` stand before the first head, ``inner`` before the last.
    """
    if len(heads) > 2 and heads[0].tag == "o" and heads[-2].tag in VERBAL and heads[-1].zh == "工作" and not inner:
        heads = heads[:-1]  # 群众安置工作
    first = qualities[0].zh if qualities else ""
    if first == "高素质" and heads[0].tag == "o" and len(heads) > 1 and heads[0].zh[-2:] != "队伍":
        return None  # 高素质法院队伍
    of_all = first in _OF_THE_WHOLE and (heads[0].tag == "o" or heads[-1].zh.endswith(_ITEMS)) and len(heads) == _PAIR
    of_all = of_all and heads[-1].tag in NOUNS
    of_all = of_all or (first == "各项" and is_plural(nominal(heads[-1]) or "") and len(heads) > 1)
    if of_all and len(qualities) == 1:
        qualities, inner = (), qualities  # 各项退役军人政策
    if len(heads) > 1 and (is_place(heads[-1]) or heads[-1].en in PROPER or heads[-1].zh == "国家"):
        return None  # 投资中国: a place is not of what stands before it
    adjectives = (*qualities, *inner)
    both = None if qualities else _all_of_both(heads, inner)
    if both:
        adjectives = ()
    alone = nominal(heads[0]) if len(heads) == 1 else None
    whole = both or alone or _side_by_side(heads) or _of_the_place(heads, adjectives)
    whole = whole or (None if adjectives else done_there(heads) or that_do(heads) or _done_by(heads))
    if whole or len(heads) == 1 or _has_doubt(heads):
        return qualified(whole, adjectives)
    manages = is_managed(heads[-2], heads[-1])
    if not inner and not manages and _reads_in_a_row(heads, qualities, within=within):
        return qualified(_chain(heads), qualities)
    if heads[-1].tag in VERBAL and heads[-2].tag in VERBAL and not is_measure(heads[-1]) and not manages:
        return _done_to(heads, qualities) if not inner else None
    return _head_of_rest(heads, qualities, inner)


def _of_the_place(heads: Words, qualities: Words) -> str | None:
    """``江州餐饮业`` "Jiangzhou's catering", shorter than "catering of Jiangzhou"."""
    if len(heads) != _PAIR or qualities or not (is_place(heads[0]) or heads[0].zh.endswith("总书记")):
        return None
    what = nominal(heads[1]) or ""
    if what and heads[0].zh.endswith("总书记"):
        return said_by(what, heads[0])
    what = what.removeprefix("the ")
    if not what or what.startswith("whole ") or is_determiner(what) or not what[0].islower():
        return None
    what = one_of(what) if heads[1].zh.endswith(kind("one-there")) else what
    return f"{heads[0].en}'s {what}"


def _done_by(heads: Words) -> str | None:
    """``各部门政策落实情况`` "implementation of policies by all departments"."""
    what = _named(heads[1:], (), ()) if is_done_by(heads) or owes(heads) else None
    if what and owes(heads):
        return owed_by(what, heads[0])
    return f"{what} by {nominal(heads[0])}" if what and what.count(" of ") < MOST_DE else None


def _is_nested(english: str, heads: Words) -> bool:
    """An "of" that no word of the lexicon brings along: one of ours is enough in a row of nouns."""
    return english.count(" of ") > sum((nominal(entry) or "").count(" of ") for entry in heads)


_UNCOUNTED = frozenset({"效能", "质量", "效率", "水平", "安全", "成效", "进度"})
#: what there are several of: 各项防控制度措施
_ITEMS = ("措施", "举措", "政策", "制度", "任务", "要求", "规定")
#: 安全生产各类事故: "all kinds of workplace safety accidents"
_OF_THE_WHOLE = frozenset({"各类", "各种", "各项"})


def _takes(deed: Entry, last: Entry) -> bool:
    """``发放|传单``: what is handed out, not what handing out has."""
    return deed.noun.endswith(("ing out", "ing up", "ing off")) and last.zh[-2:] not in attribute_heads()


def _head_of_rest(heads: Words, qualities: Words, inner: Words) -> str | None:
    last = heads[-1]
    items = last.zh.endswith(_ITEMS) or (inner and inner[0].zh == "各项" and is_plural(nominal(last) or ""))
    whole = inner and inner[0].zh in _OF_THE_WHOLE and not items
    if whole and not qualities and not is_somebody(heads[0]):
        return _at_a_time(heads, inner) or _named(heads, inner, ())
    follows = heads[-2].tag not in VERBAL or (_may_follow(heads[-2], last) and not _takes(heads[-2], last))
    done = "the building" if last.zh == "建设" and heads[-2].zh.endswith(kind("built")) else nominal(last)
    head, rest = qualified(done, inner), _named(heads[:-1], qualities, ())
    if not follows or not head or not rest or _DOING.match(head):
        return None
    joint = link(last, heads[-2])
    if (
        joint == "of"
        and last.tag not in VERBAL
        and not qualities
        and (last.zh == "信心" or _is_nested(rest, heads[:-1]) or " of " in head)
        and whose(heads[0])
    ):
        return _their(heads, inner)
    if joint == "of" and _IN_FIELD.match(head):
        joint = "in"
    elif joint == "of" and is_open(head, last, heads[-2]):
        return None
    if head.count(" of ") + rest.count(" of ") > 1 or (_is_nested(rest, heads[:-1]) and not is_somebody(heads[0])):
        return None
    wide = len(heads) == _PAIR and heads[0].noun in {"rural", "regional"} and not qualities and joint in {"of", "in"}
    return with_quality(heads[0].noun, head) if wide else owned_by(head, joint, rest)  # 乡村物流配送体系


def _at_a_time(heads: Words, every: Words) -> str | None:
    """``春节期间|各项|保障工作`` "all support work during Spring Festival"."""
    joint = link(heads[-1], heads[0])
    what = _named(heads[1:], every, ()) if joint in {"in", "during"} else None
    return f"{what} {joint} {nominal(heads[0])}" if what else None


def _their(heads: Words, inner: Words) -> str | None:
    """``农民增收渠道`` "farmers' higher income channels"."""
    what = None if any(is_somebody(entry) for entry in heads[1:]) else _named(heads[1:], (), inner)
    if what is None or what.startswith(("a ", "an ")) or what.count(" of ") >= MOST_DE or "people's" in what:
        return None
    return f"{whose(heads[0])} {what.removeprefix('the ')}"


def _done_to(heads: Words, qualities: Words) -> str | None:
    """``内涝预防处置`` "prevention and handling of flooding"."""
    if heads[-1].zh == "提升" and (better := _named(heads[:-1], qualities, ())):
        return f"improvement of {better}"  # 物业管理|提升
    start = next((at for at in range(len(heads), 0, -1) if heads[at - 1].tag not in VERBAL), 0)
    done = _chain(heads[start:])
    what = _named(heads[:start], qualities, ()) if start and done else None
    return f"{done} {link(heads[-1], heads[start - 1])} {what}" if what and what.count(" of ") < MOST_DE else None


#: 干部“两支队伍”: the slogan sums up what stands before it
_SLOGAN = re.compile("“(?:two|three|four|five|six|seven|eight|nine|ten) ")


def qualified(noun: str | None, qualities: Words) -> str | None:
    """A noun behind its adjectives; None stays None."""
    for quality in reversed(qualities):
        if noun in {"all tasks", "all work"} and quality.zh == "年度":
            return f"all annual {noun.removeprefix('all ')}"
        if noun is None or (is_determiner(noun) and not is_determiner(quality.en)) or clashes(quality.en, noun):
            return None  # 绿色各项任务: "green all tasks"; 更多中国: "more China"
        noun = with_quality(quality.en, noun)
    return noun


@lru_cache(maxsize=REMEMBERED)
def compound(entries: Words, *, within: bool = False) -> str | None:
    """Words side by side; adjectives first, 各级 and 全市 last in English. ``within``: as a member of a list."""
    if not entries or len(entries) > _MAX_COMPOUND or sum(entry.zh.startswith("新") for entry in entries) > 1:
        return None
    if behind := ranged(entries):
        what = compound(entries[1:])
        return f"{what} {behind}" if what else None
    entries = with_steps(shaped(entries))
    if not entries or (
        entries[:-1] and (entries[0].zh.endswith("力度") or any(entry.tag == "q" for entry in entries[1:]))
    ):
        return None  # 更大力度自主改革; 绿色低碳三大领域
    parts = _parts(entries)
    return _named(*parts, within=within) if parts else None


def _parts(entries: Words) -> tuple[Words, ...] | None:
    """(heads, adjectives before the first, adjectives before the last), or None where one may be of another head."""
    qualities: list[Entry] = []
    inner: list[Entry] = []
    heads: list[Entry] = []
    for entry in entries:
        if entry.tag not in QUALITIES:
            if inner and entry is not entries[-1]:
                return None  # 我国基本经济制度: the adjective is not of the first noun
            heads.append(entry)
        elif heads and (heads[-1].tag in VERBAL or entry.zh in _ON_OR_APPOSED or entry.zh[:-1] in kind("predicated")):
            return None  # 问题|突出的|企业: not the companies are prominent
        else:
            (inner if heads else qualities).append(entry)
    alike = entries[-1].zh.endswith("性") and any(entry.zh.endswith("性") for entry in qualities)  # 政策前瞻性针对性
    alike = alike or bool({e.zh for e in qualities} & {e.zh for e in inner})  # 各个层面各个领域
    if alike or not heads or entries[-1] is not heads[-1] or any(entry.zh == "好" for entry in qualities):
        return None
    return tuple(heads), tuple(qualities), tuple(inner)


#: "control of pests and diseases": the next "and" would be of them
_TWO_OF = re.compile("(?<!sense) of [^,]* and ")


def joined(members: Sequence[str]) -> str:
    """Members as "A", "A and B", "A, B and C"; "A and B as well as C and D" for two pairs of things."""
    paired = all(" and " in one for one in members) or FIXED_PAIR.match(members[0]) or _TWO_OF.search(members[0])
    if len(members) == _PAIR and paired and MARK not in members[1]:
        return " as well as ".join(members)
    return in_list(members)
