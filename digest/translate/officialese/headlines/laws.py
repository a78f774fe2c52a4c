"""Laws that a meeting is about, named without the marks of a title: ``信访工作条例宣传贯彻``."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.naming import document
from digest.translate.officialese.headlines.parts import Read, any_of
from digest.translate.officialese.words.lexicon import match, words
from digest.translate.officialese.words.morphology import in_list

_DONE = {
    "宣传": "publicity for",
    "学习": "study of",
    "贯彻": "implementation of",
    "实施": "implementation of",
    "落实": "implementation of",
    "普及": "publicity for",
    "宣讲": "lectures on",
    "培训": "training in",
    "执法检查": "inspection of enforcement of",
    "立法": "drafting of",
    "修订": "revision of",
    "起草": "drafting of",
}
_LAW = re.compile(
    f"^(?:新修订的?|新)?(.{{2,14}}(?:(?<![违执司立普用守非方办依合做想])法|条例))((?:{any_of(_DONE)})+)(?:工作)?$"
)


def law(text: str, _read: Read) -> str | None:
    """``信访工作条例宣传贯彻`` "publicity for and implementation of the Petition Work Regulations"."""
    found = _LAW.match(text)
    word = match(text, 0) if found else None
    if found is None or text in words() or (word and len(word.zh) > len(found[1])):
        return None
    known = words().get(found[1])
    what = known.en if known and known.en.startswith("the ") else document(found[1])
    if what is None:
        return None
    done = list(dict.fromkeys(_DONE[zh] for zh in re.findall(any_of(_DONE), found[2])))
    return f"{in_list(done)} {what}"


SPECIAL = (law,)
