"""Demands of the ledger as a file: CSV, JSON, XLSX, ICS. Pure functions from rows to bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from digest.store.demands import Demand, Mention

#: the columns of CSV and XLSX, and the keys of JSON before ``seen_in``
COLUMNS = (
    *("id", "issuer", "owner", "place", "text", "head", "topics", "deadline", "due", "strength", "type"),
    *("first_seen", "last_seen", "mentions", "latest", "outlet", "title", "date", "file"),
)
_DATES = frozenset({"due", "first_seen", "last_seen", "date"})
_WIDTHS = {"text": 60, "head": 30, "title": 40, "issuer": 22, "owner": 22, "file": 30}
#: what a spreadsheet would calculate
_FORMULA = re.compile(r"^[=+\-@\t\r]")
#: characters that XML, and so XLSX, cannot hold
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Format(StrEnum):
    """What a ledger is exported as."""

    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"
    ICS = "ics"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A demand with its mentions, oldest first; never without one."""

    demand: Demand
    mentions: tuple[Mention, ...]


def export(entries: Sequence[Entry], form: Format, zone: ZoneInfo) -> bytes:
    """The file, its days told in ``zone``. The same ledger gives the same bytes, but XLSX holds a time."""
    if form is Format.ICS:
        return to_ics(entries)
    makers = {Format.CSV: to_csv, Format.JSON: to_json, Format.XLSX: to_xlsx}
    return makers[form](entries, zone)


def values(entry: Entry, zone: ZoneInfo) -> dict[str, Any]:
    """Column → text, number or date of one row. Outlet, title, date and file are those of the first mention."""
    demand, first = entry.demand, entry.mentions[0]
    return {
        "id": demand.id,
        "issuer": demand.issuer,
        "owner": demand.owner,
        "place": demand.place,
        "text": demand.text,
        "head": demand.head,
        "topics": "；".join(demand.topics),
        "deadline": demand.deadline,
        "due": _day(demand.deadline_date),
        "strength": demand.strength,
        "type": demand.type,
        "first_seen": demand.first_seen.astimezone(zone).date(),
        "last_seen": demand.last_seen.astimezone(zone).date(),
        "mentions": demand.mentions,
        "latest": entry.mentions[-1].verdict.value,
        "outlet": first.outlet,
        "title": first.title,
        "date": _day(first.date),
        "file": first.file,
    }


def to_csv(entries: Sequence[Entry], zone: ZoneInfo) -> bytes:
    """UTF-8 with the mark by which Excel knows it, CRLF; a cell that Excel would calculate is text behind ``'``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        row = values(entry, zone)
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def to_json(entries: Sequence[Entry], zone: ZoneInfo) -> bytes:
    """An array of objects with the columns, topics as a list, and ``seen_in``: every mention."""
    rows = [as_json(entry, zone) for entry in entries]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def as_json(entry: Entry, zone: ZoneInfo) -> dict[str, Any]:
    """One demand as JSON knows it."""
    row = {name: value.isoformat() if isinstance(value, date) else value for name, value in values(entry, zone).items()}
    return {**row, "topics": list(entry.demand.topics), "seen_in": [_mention(m, zone) for m in entry.mentions]}


def to_xlsx(entries: Sequence[Entry], zone: ZoneInfo) -> bytes:
    """One sheet: its header stays in sight, dates are dates, texts are texts and no links."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "directives"
    sheet.append(list(COLUMNS))
    sheet.freeze_panes = "A2"
    for number, column in enumerate(COLUMNS, 1):
        sheet.cell(row=1, column=number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 13)
    for line, entry in enumerate(entries, 2):
        for number, (column, value) in enumerate(values(entry, zone).items(), 1):
            cell = sheet.cell(row=line, column=number)
            cell.value = _NOT_XML.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"  # else =1+1 would be a formula
            elif column in _DATES and value:
                cell.number_format = "yyyy-mm-dd"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_ics(entries: Sequence[Entry]) -> bytes:
    """A task (VTODO) for each demand with a due date; importing the file again updates the tasks."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//directive-digest//ledger//ZH")
    calendar.add("version", "2.0")
    for entry in entries:
        due = _day(entry.demand.deadline_date)
        if due is not None:
            calendar.add_component(_task(entry, due))
    return bytes(calendar.to_ical())


def _task(entry: Entry, due: date) -> Any:
    from icalendar import Todo

    demand, first = entry.demand, entry.mentions[0]
    source = "，".join(part for part in (first.outlet, first.title or first.file, first.date) if part)
    task = Todo()
    task.add("uid", f"{demand.id}@directive-digest")
    task.add("dtstamp", demand.last_seen)  # not the clock: the same ledger gives the same file
    task.add("due", due)
    task.add("summary", "：".join(part for part in (demand.owner, demand.head) if part))
    task.add("description", "\n".join(part for part in (demand.issuer, demand.text, source) if part))
    if demand.topics:
        task.add("categories", list(demand.topics))
    return task


def _mention(mention: Mention, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "directive": mention.directive,
        "verdict": mention.verdict.value,
        "moved_from": mention.moved_from,
        "text": mention.text,
        "strength": mention.strength,
        "deadline": mention.deadline,
        "due": mention.deadline_date,
        "file": mention.file,
        "outlet": mention.outlet,
        "title": mention.title,
        "date": mention.date,
        "seen": mention.seen.astimezone(zone).isoformat(timespec="seconds"),
        "start": mention.start,
        "end": mention.end,
    }


def _day(stated: str | None) -> date | None:
    return date.fromisoformat(stated) if stated else None


def _cell(value: str | int | date | datetime | None) -> str:
    text = "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
    return f"'{text}" if _FORMULA.match(text) else text
