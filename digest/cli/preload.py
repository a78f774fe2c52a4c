"""Imported by the server that workers are forked from, for what that loads: all of them share it.

Importing it elsewhere costs a second and does no harm.
"""

import contextlib

from digest.model import Document
from digest.text import brief

#: has something of everything whose tables are large: Traditional characters, inserted pinyin, a directive
_TEXT = """青平市召開消防安全工作會議
11月2日，青平市消防安全工作會議召開，副市長許映川出席會議並講話。
許映川要求，各街道要在12月10日前完成高層建築消防通道排查(chá)，及時消除安全隱患(huàn)。"""

with contextlib.suppress(Exception):  # the worker that meets it again tells it
    brief.read(Document(path="", file="", text=_TEXT, kind="text", encoding="utf-8", sha256=""))
