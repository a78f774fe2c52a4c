"""Systems of government: ``文旅系统安全生产`` is done in the system of those offices."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.parts import Read
from digest.translate.officialese.names.organs import system
from digest.translate.officialese.words.lexicon import words

_SYSTEM = re.compile("^(.{2,8}?)系统(?![和与及、的内各“])(.{4,})$")
#: of machines, not of offices
_MACHINES = re.compile("^(?:平台|建设|升级|改造|运维|维护|应用|操作|使用|开发|测试|上线)")


def in_any_system(text: str, read: Read) -> str | None:
    """``文旅系统安全生产`` "workplace safety in the culture and tourism system"."""
    found = _SYSTEM.match(text) if text not in words() else None
    where = system(f"{found[1]}系统") if found and not _MACHINES.match(found[2]) else None
    said = read(found[2]) if found and where else None
    return f"{said} in {where}" if said else None


SPECIAL = (in_any_system,)
