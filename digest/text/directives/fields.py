"""What can be read off a demand once it is cut: head, strength, topic, and whether it is a principle."""

from __future__ import annotations

import re

from digest import data
from digest.text.directives.markers import Kind, connective_length, ordinal, read_clause
from digest.text.segment import clauses

_CUES = data.sections("cues")
_FORBIDS = re.compile(rf"(?:{data.alternation(_CUES['marker_not'])})")
_ENCOURAGES = re.compile(r"^(?:鼓励|提倡|倡导|支持)")
_DEMANDING = (Kind.MARKED, Kind.ACTION, Kind.OWNED)
_MUST = re.compile(r"必须|务必|务须|须(?!知)")
_PRINCIPLE = rf"(?>{data.alternation(_CUES['principle'])}|[\W_]|习近平[^，、]*(?:思想|精神|论述)|“[^”]*”)"
#: three characters that no word of principle covers; what is struck is never given back (``*+``)
_WORK = re.compile(rf"(?:{_PRINCIPLE}*+.){{3}}", re.DOTALL)


def strength(marker: str, text: str) -> str:
    """``must not``, ``must``, ``encouraged`` or ``should``, from the marker that opens the demand."""
    if _FORBIDS.search(marker):
        return "must not"
    if _MUST.search(marker):
        return "must"
    return "encouraged" if _ENCOURAGES.match(text) else "should"


def head_and_type(text: str) -> tuple[str, str]:
    """The shortest actionable phrase, and whether the demand is ``operational`` or a ``principle``.

    The phrase is a substring of the text: the first clause of work, without owner and marker. A principle is what leaves
    nothing when attitude, style, spirit and campaign are struck.
    """
    parts = [text[a:b] for a, b in clauses(text.replace("。", "，").replace("；", "，"))] or [text]
    chosen = next((p for p in parts if _work(p) and read_clause(p).kind in _DEMANDING), None)
    kind = "operational" if chosen or _work(text) else "principle"
    chosen = chosen or parts[0]
    naked = _naked(chosen)
    phrase = naked if len(naked) >= 4 else chosen
    return phrase if phrase in text else chosen, kind


def _work(clause: str) -> bool:
    """True if three characters are left once every word of principle is struck."""
    return _WORK.match(_naked(clause)) is not None


def _naked(clause: str) -> str:
    """A clause without connective, ordinal, owner and marker."""
    bare = clause[connective_length(clause) :]
    if found := ordinal(bare):
        bare = bare[len(found.text) :].lstrip("，要")
    read = read_clause(bare)
    if read.marker:
        bare = bare[len(read.prefix) :]
        bare = bare if _FORBIDS.match(bare) else bare.removeprefix(read.marker)
    elif read.owner:
        bare = bare[len(read.owner) :]
    return bare
