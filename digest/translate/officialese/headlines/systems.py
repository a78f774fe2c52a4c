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


_PARTY_WORK = re.compile(
    "^(.{2,8}?)(?:系统)?((?:党风廉政|反腐倡廉|党风政风|行风|作风|党的|精神文明|清廉|廉政|政风行风)(?:建设)?(?:和反腐败(?:工作|斗争)?)?"
    "|全面从严治党|从严治党|党建|纪检监察)$"
)


def in_system(text: str, read: Read) -> str | None:
    """``财政党风廉政建设`` "clean Party governance in the finance system"."""
    found = _PARTY_WORK.match(text)
    system = words().get(f"{found[1]}系统") if found and text not in words() else None
    said = read(found[2]) if found and system and system.en.startswith("the ") else None
    return f"{said} in {system.en}" if said and system else None


SPECIAL = (in_system, in_any_system)
