"""Rows of what shall not be left: ``确保排查无死角、无遗漏`` "ensure that checks leave no blind spots or omissions"."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import is_plural

_ROW = re.compile(
    r"^(?:切实|真正|坚决)?(?:确保|做到|实现|力求|力争|保证)?(?P<what>[^无零不留、]{2,12}?)?(?P<row>(?:[无零]|不留)[^、无零不]{2}(?:、?(?:[无零]|不留)[^、无零不]{2})+)$"
)
_ONE = re.compile(r"(?:[无零]|不留)([^、无零不]{2})")


def leaving_none(text: str) -> str | None:
    """The demand in English, or None."""
    found = _ROW.match(text)
    if found is None:
        return None
    left, table = _ONE.findall(found["row"]), section("heads.txt", "never-left")
    said = [table.get(one, "") for one in left]
    entries = cut(found["what"]) if found["what"] else None
    what = noun_phrase(entries) if entries else None
    if not all(said) or (found["what"] and what is None):
        return None
    each = list(dict.fromkeys(one.removeprefix("=") for one in said))
    none = f"no {', '.join(each[:-1])} or {each[-1]}" if len(each) > 1 else f"no {each[0]}"
    if any(one.startswith("=") for one in said):  # what happens, and is not left behind
        return f"ensure that there are {none}{f' in {what}' if what else ''}"
    return f"ensure that {what} leave{'' if is_plural(what) else 's'} {none}" if what else f"leave {none}"
