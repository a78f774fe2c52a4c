"""What is known while a text is read: the demand being read, and whose speech it stands in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A demand being read: a span of the article and what is known of it."""

    start: int
    end: int
    issuer: str | None
    verb: str | None
    marker: str
    owner: str | None
    #: whom the paper names beside the demand, not in it: （责任单位：县住建局）, or in its salutation
    implied: str | None
    list_path: str | None
    #: a bare heading, still waiting for the sentence it announces
    label: bool
    rules: tuple[str, ...]


@dataclass(kw_only=True, slots=True)
class Scope:
    """Whose speech we are in, and what has been demanded in it so far."""

    issuer: str | None = None
    verb: str | None = None
    open: bool = False
    #: the reporter has put in a word since; a marked sentence of the same paragraph takes the speech up again
    paused: bool = False
    #: the reporting verb demands by itself and nothing has been read after it yet
    requested: bool = False
    #: something marked has been read: later list items may do without a marker
    demanded: bool = False
    umbrella: str | None = None
    number: str | None = None
    section: str | None = None
    notice: bool = False
    #: a notice that says what it asks without announcing it: 特此通告 is all it has
    unannounced: bool = False
    #: the heading above forbids what the numbered items below it name: 禁止行为：
    forbids: bool = False
    #: the salutation of a notice: 各乡镇人民政府，县直各单位
    addressees: str | None = None
    #: numbered paragraphs are items: in a notice, and below a line that ends in ：
    listing: bool = False
    #: the items between the ；of the paragraph may hold several sentences
    long_items: bool = True
    #: the paragraph before ended with a full stop
    complete: bool = False
    item: Item | None = None
