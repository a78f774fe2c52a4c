"""``稳定、健康发展``: two words before a deed that both say how it is done."""

from __future__ import annotations

import re

from digest.translate.officialese.words.lexicon import words

_HOW = "稳定|平稳|安全|持续|健康|有序|快速|高效|协调|和谐|绿色|低碳|优质|规范|公平|公正|公开|文明|均衡|稳步"
_PARALLEL = re.compile(f"({_HOW})、?((?:{_HOW})(?=发展|运行|推进|增长|转型|建设|开展|实施|竞争|稳定|执法|运转|度汛))")


def as_one(text: str) -> str:
    """The clause with both as one word; empty where they make none, or the first may be of the noun before it."""
    found = _PARALLEL.search(text)
    if found is None:
        return text
    known, noun = words(), text[max(found.start() - 2, 0) : found.start()]
    if ("、" in found[0] and found[1] + found[2] not in known) or (noun and noun + found[1] in known):
        return ""  # 工程安全有序推进: no safety is pushed forward
    return _PARALLEL.sub(r"\1\2", text)
