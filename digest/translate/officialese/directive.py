"""A directive in English by rule: whole, or in those of its clauses that are certain.

What is left out is marked, and nothing is told whose sense could hang on what is left out: a condition, a negation, a
person that a clause is said of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.translate.officialese.clause import clause_en, fragment_en
from digest.translate.officialese.lexicon import HAN

_SEPARATORS = re.compile(r"[，,；;：:。！!]")
#: 严禁焚烧秸秆，销售爆竹: nobody can tell whether what follows is forbidden too
_FORBIDDEN_ON = re.compile(
    r"(?:严禁|禁止|不得|不准|不许|不能|不要)[^，,；;。]+[，,](?!要|必须|应|需|务必|确保|严禁|禁止|不得|不准|不许|不能|不要|切实|坚决|加强|强化)"
)
#: what is left out may decide what the rest means: a negation, a condition, an exception, an example, a reported speech
_DECIDES = re.compile(
    r"[不无非勿未禁]|如[果有遇]|若|凡|一旦|倘|除|只[有要]|否则|避免|杜绝|防止|严防|拒绝|以免|而是|例如|[说表]示|指出|认为|"
    r"(?:的|者|时|后|前|情况下|之下)$"
)
_OMITTED = "…"
#: how a fragment begins that says something by itself
_ALONE = re.compile(r"(?:in|during|through|regarding|focusing|according|relying|on the|while|when|under|to|as|with) ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A clause, and its English where that is certain."""

    zh: str
    #: empty when it is left out
    en: str
    #: it belongs to the clause behind it
    leads: bool = False


def _part(clause: str) -> Part:
    english = clause_en(clause)
    if english is not None:
        return Part(zh=clause, en=english)
    return Part(zh=clause, en=fragment_en(clause) or "", leads=True)


def _parts(text: str) -> list[Part] | None:
    if _FORBIDDEN_ON.search(text):
        return None
    return [_part(clause) for clause in filter(None, _SEPARATORS.split(text.strip()))]


def _stands_alone(parts: list[Part]) -> bool:
    """``按照会议要求`` and nothing else: nobody's, and no mere manner."""
    return len(parts) == 1 and _ALONE.match(parts[0].en) is not None


def gloss(text: str) -> str | None:
    """English for a whole directive, or None unless every clause of it is certain.

    >>> gloss("要加强动态监管")
    'Strengthen dynamic supervision'
    >>> gloss("要加强某某监管") is None
    True
    """
    parts = _parts(text)
    if (
        not parts
        or (parts[-1].leads and (text[-1] in "，,、" or not _stands_alone(parts)))
        or not all(part.en for part in parts)
    ):
        return None
    return _joined(parts)


def gloss_in_part(text: str) -> tuple[str, str] | None:
    """(English with … where clauses are left out, those clauses), or None.

    >>> gloss_in_part("要加强动态监管，某某到位，坚决守住底线")
    ('Strengthen dynamic supervision; …; resolutely hold the bottom line', '某某到位')
    >>> gloss_in_part("某某未整改的，要加强动态监管") is None
    True
    """
    parts = _parts(text) or []
    for index in range(len(parts) - 1, -1, -1):  # what leads to a clause that is left out is left out with it
        part, behind = parts[index], parts[index + 1] if index + 1 < len(parts) else None
        if part.leads and (behind is None or not behind.en):
            parts[index] = Part(zh=part.zh, en="")
    omitted = [part.zh for part in parts if not part.en]
    if len(omitted) == len(parts) or any(map(_DECIDES.search, omitted)):
        return None
    said = _joined(parts)
    return (said, "，".join(omitted)) if said else None


def _joined(parts: list[Part]) -> str | None:
    said, joint = "", ""
    for part in parts:
        if not part.en and said.endswith(_OMITTED):
            continue
        said, joint = f"{said}{joint}{part.en or _OMITTED}", ", " if part.leads and part.en else "; "
    start = len(_OMITTED) + 2 if said.startswith(_OMITTED) else 0
    return None if HAN.search(said) else said[:start] + said[start : start + 1].upper() + said[start + 1 :]
