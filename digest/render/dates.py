"""Dates and numbers as people write them in each language; moments in the zone of the edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_LOCALES = {"zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW", "en": "en_GB"}
_LONG = {"zh": "y年M月d日 EEEE", "en": "EEEE d MMMM y"}
_DAY = {"zh": "y年M月d日", "en": "d MMMM y"}
_YEARLESS = {"zh": "M月d日", "en": "d MMMM"}
_NEAR = {"zh": "M月d日 EEEE", "en": "EEE d MMM"}
_BRIEF = {"zh": "M月d日", "en": "d MMM"}
_MOMENT = {"zh": "y年M月d日 HH:mm", "en": "d MMM y, HH:mm"}
_STATED = re.compile(r"^(?:(\d{4})|-)-(\d{2})-(\d{2})$")


def _format(day: date, patterns: dict[str, str], lang: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - loads locale data

    return format_date(day, patterns[lang[:2]], locale=_LOCALES[lang])


def number(n: int, lang: str) -> str:
    """``3,000``."""
    if abs(n) < 1000:  # most are, and every directive has some
        return str(n)
    from babel.numbers import format_decimal  # noqa: PLC0415 - loads locale data

    return format_decimal(n, locale=_LOCALES[lang])


def long(day: date, lang: str) -> str:
    """``2026年11月23日 星期一``, ``Monday 23 November 2026``."""
    return _format(day, _LONG, lang)


def day(today: date, days: int, lang: str) -> str:
    """The day that lies ``days`` ahead: ``11月30日 星期一``, ``Mon 30 Nov``."""
    return _format(today + timedelta(days=days), _NEAR, lang)


def brief(day: date, lang: str) -> str:
    """``11月23日``, ``23 Nov``: for a subject line."""
    return _format(day, _BRIEF, lang)


def moment(instant: datetime, lang: str, zone: ZoneInfo) -> str:
    """``2026年11月23日 08:00``, ``23 Nov 2026, 08:00`` in the zone."""
    from babel.dates import format_datetime  # noqa: PLC0415 - loads locale data

    return format_datetime(instant.astimezone(zone), _MOMENT[lang[:2]], tzinfo=zone, locale=_LOCALES[lang])


def parse(stated: str | None) -> tuple[date, bool] | None:
    """An ISO date of the model as (date, has a year); None when absent or not a day of the calendar."""
    found = _STATED.match(stated or "")
    if found is None:
        return None
    try:  # 2000 is a leap year: --02-29 is a day
        return date(int(found[1] or 2000), int(found[2]), int(found[3])), found[1] is not None
    except ValueError:
        return None


def stated_each(stated: str | None, languages: Sequence[str]) -> dict[str, str]:
    """An ISO date in each language, without a year when none is stated; empty when there is no date."""
    parsed = parse(stated)
    if parsed is None:
        return {}
    day, has_year = parsed
    return {lang: _format(day, _DAY if has_year else _YEARLESS, lang) for lang in languages}
