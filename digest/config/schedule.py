"""How often a schedule fires, as people write it, and what does not fit together in it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from digest.config.document import YamlDocument
from digest.config.problem import did_you_mean
from digest.slots import LAST_DAY

_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PRESETS = ("daily", "weekdays", "weekly", "monthly", "hourly", "2 hours")
_HOURS = re.compile(r"(\d{1,2}) ?(?:h|hours?)")
_SAME = {"workdays": "weekdays", "every day": "daily", "day": "daily", "week": "weekly", "month": "monthly"}


def read_every(value: Any) -> str:
    """Read ``daily``, ``weekdays``, ``weekly``, ``monthly``, ``hourly`` or ``N hours``; the last two as ``N hours``."""
    if not isinstance(value, str):
        raise ValueError("write every: daily, weekdays, weekly, monthly or 2 hours")  # noqa: TRY004
    text = " ".join(unicodedata.normalize("NFKC", value).lower().split())
    text = _SAME.get(text, text)
    if text in ("hourly", "hour"):
        return "1 hours"
    if found := _HOURS.fullmatch(text):
        if not 1 <= int(found[1]) <= 23:
            raise ValueError(f"{value} is not between 1 and 23 hours")
        return f"{int(found[1])} hours"
    if text in PRESETS:
        return text
    raise ValueError(f"there is no {value}: {did_you_mean(text, PRESETS)}")


def hours_of(every: str) -> int | None:
    """Tell how many hours are between two firings of a day; None when it fires once."""
    found = _HOURS.fullmatch(every)
    return int(found[1]) if found else None


def read_month_day(value: Any) -> int:
    """Read a day of the month, 1 to 31, or ``last``."""
    text = unicodedata.normalize("NFKC", str(value)).strip().lower()
    if text == "last":
        return LAST_DAY
    if text.isascii() and text.isdigit() and 1 <= int(text) <= LAST_DAY:
        return int(text)
    raise ValueError(f"{value} is not a day of the month: write 1 to 31, or last")


def in_words(every: str, days: frozenset[int], month_day: int | None) -> str:
    """Tell the days of a schedule, and its hours.

    >>> in_words("2 hours", frozenset(range(5)), None), in_words("monthly", frozenset(range(7)), LAST_DAY)
    ('every 2 hours, mon-fri', 'monthly, the last day')
    """
    if month_day is not None:
        return "monthly, the last day" if month_day == LAST_DAY else f"monthly, day {month_day}"
    hours = hours_of(every)
    ordered = [_DAY_NAMES[day] for day in sorted(days)]
    if len(ordered) == 7:
        text = "daily"
    elif len(ordered) > 2 and max(days) - min(days) == len(ordered) - 1:
        text = f"{ordered[0]}-{ordered[-1]}"
    else:
        text = ",".join(ordered)
    if hours:
        return f"every {'hour' if hours == 1 else f'{hours} hours'}, {text}"
    return text


def check_schedule(document: YamlDocument, name: str, item: dict[str, Any]) -> None:
    """Note keys that contradict how often the schedule fires."""
    try:
        every = read_every(item.get("every", "daily"))
    except ValueError:
        return  # the settings tell it
    faults = {
        "day": every != "monthly" and "a day of the month needs every: monthly; for weekdays write days: mon",
        "days": every in ("weekdays", "monthly")
        and (
            "the days are those of every: weekdays"
            if every == "weekdays"
            else "days are weekdays; the day of the month is written day: 1"
        ),
        "until": hours_of(every) is None and "needs every: 2 hours; a second time of day is a second schedule",
    }
    for key, fault in faults.items():
        if fault and item.get(key) is not None:
            document.add(("schedules", name, key), fault, of_key=True)
    at, until = item.get("at"), item.get("until")
    if isinstance(at, str) and isinstance(until, str) and until.zfill(5) < at.zfill(5):
        document.add(
            ("schedules", name, "until"), f"{until} is before {at}: a day's last time cannot precede its first"
        )
