"""Noun phrases of officialese in English: Chinese order is English order, until a 的."""

from __future__ import annotations

from collections.abc import Sequence

from digest.translate.officialese.lexicon import Entry

_MAX_COMPOUND = 4

#: nouns that may follow the noun form of a verb: 检查工作 is inspection work, 治理散煤 is not governance coal
_HEADS = frozenset(
    {
        "工作",
        "措施",
        "举措",
        "要求",
        "方式",
        "情况",
        "体系",
        "机制",
        "责任",
        "制度",
        "行动",
        "能力",
        "水平",
        "方案",
        "任务",
    }
    | {"目标", "进度", "质量", "成效", "人员", "部门", "专班", "台账", "清单", "合力"}
)

#: plural in form, not to be cut when they modify another noun
_FIXED_PLURALS = frozenset(
    {"fireworks", "premises", "species", "progress", "funds", "statistics", "headquarters", "grassroots"}
)


def _modifier(english: str) -> str:
    """A noun in front of another noun: no article, singular."""
    english = english.removeprefix("the ")
    head, _, last = english.rpartition(" ")
    if last.islower() and last not in _FIXED_PLURALS and not last.endswith(("ss", "us", "is")) and last.endswith("s"):
        last = last[:-3] + "y" if last.endswith("ies") else last[:-1]
    return f"{head} {last}".strip()


def _nominal(entry: Entry) -> str | None:
    """An entry as part of a noun phrase."""
    if entry.tag in {"n", "k", "a"}:
        return entry.en
    return entry.noun or None if entry.tag in {"v", "vp", "vi", "p"} else None


def _may_follow(before: Entry, entry: Entry) -> bool:
    """A verb in its noun form takes another verb, or a noun that is used to it, or an object after an -ing."""
    if entry.tag == "a":  # 某某工程两场硬仗 is an apposition, 城市重大项目 could be one
        return before.tag == "a"
    if before.tag not in {"v", "vp", "vi", "p"} or entry.tag in {"v", "vp", "vi"}:
        return True
    return entry.zh in _HEADS or before.noun.split()[0].endswith("ing")


def _compound(entries: Sequence[Entry]) -> str | None:
    """Words side by side; 各级 goes last in English."""
    if len(entries) > 1 and entries[0].zh == "各级":
        whose = _compound(entries[1:])
        return f"{whose} at all levels" if whose else None
    if not entries or len(entries) > _MAX_COMPOUND or entries[-1].tag == "a":
        return None
    parts: list[str] = []
    for index, entry in enumerate(entries):
        english = _nominal(entry)
        if english is None or (index and not _may_follow(entries[index - 1], entry)):
            return None
        last = index == len(entries) - 1
        follows = entries[index + 1] if not last else None
        if follows and entry.tag in {"n", "k"}:
            english = _modifier(english)
        verbs = entry.tag in {"v", "vp", "vi"} and follows is not None and follows.tag in {"v", "vp", "vi"}
        parts.append(f"{english} and" if verbs else english)
    return " ".join(parts)


def _groups(entries: Sequence[Entry]) -> list[str] | None:
    """The members of a list joined by 、 and 和."""
    groups: list[list[Entry]] = [[]]
    for entry in entries:
        if entry.tag in {"c", "and"}:
            groups.append([])
        else:
            groups[-1].append(entry)
    parts = [_compound(group) for group in groups]
    whole = [part for part in parts if part is not None]
    return whole if len(whole) == len(parts) else None


def _listed(entries: Sequence[Entry]) -> str | None:
    """A list without 的: "A, B and C", ``A、B等`` as "A, B, etc.", ``A、B等X`` as "A, B and other X"."""
    closing = [index for index, entry in enumerate(entries) if entry.tag == "etc"]
    if len(closing) > 1:
        return None
    members = _groups(entries[: closing[0]] if closing else entries)
    if not members:
        return None
    if not closing:
        return members[0] if len(members) == 1 else f"{', '.join(members[:-1])} and {members[-1]}"
    if closing[0] == len(entries) - 1:
        return f"{', '.join(members)}, etc."
    other = _compound(entries[closing[0] + 1 :])
    return f"{', '.join(members)} and other {other}" if other else None


def noun_phrase(entries: Sequence[Entry]) -> str | None:
    """English for a noun phrase, or None when the words do not form one that we are sure of."""
    cuts = [index for index, entry in enumerate(entries) if entry.tag == "de"]
    if not cuts:
        return _listed(entries)
    if len(cuts) > 1:
        return None
    left, right = entries[: cuts[0]], entries[cuts[0] + 1 :]
    owned = _listed(right)
    if owned is None or not left:
        return None
    if all(entry.tag in {"a", "c", "and"} for entry in left) and left[-1].tag == "a":
        quality = " ".join("and" if e.tag == "and" else e.en for e in left if e.tag != "c")
        return f"{quality} {owned}"
    owner = _listed(left)
    return f"{owned} of {owner}" if owner else None
