"""``稳定、健康发展``: two words before a deed that both say how it is done."""

from __future__ import annotations

import re

from digest.translate.officialese.words.lexicon import words

_HOW = "稳定|平稳|安全|持续|健康|有序|快速|高效|协调|和谐|绿色|低碳|优质|规范|公平|公正|公开|文明|均衡|稳步"
_PARALLEL = re.compile(f"({_HOW})、((?:{_HOW})(?=发展|运行|推进|增长|转型|建设|开展|实施|竞争|稳定|执法|运转|度汛))")


#: 工程安全有序推进, 考试安全平稳有序: no safety is pushed forward or orderly
_UNCLEAR = re.compile(
    r"(..安全)、?(?:(?:有序|有效|规范|快速|高效|平稳)(?:推进|建设|开展|实施|使用|利用|施工)|(?:平稳)?有序$)"
)


def as_one(text: str) -> str:
    """The clause with both as one word; empty where they make none, or the first may be of the noun before it."""
    found, known = _PARALLEL.search(text), words()
    unclear = _UNCLEAR.search(text)
    if (found and found[1] + found[2] not in known) or (unclear and unclear[1] in known):
        return ""
    return _PARALLEL.sub(r"\1\2", text)
