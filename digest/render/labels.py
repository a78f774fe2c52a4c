"""The words of the mail in the languages of a subscription, and text as it will be shown: tagged with its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from digest.render.catalogue import catalogue
from digest.render.dates import number
from digest.text.script import to_traditional

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")

#: control characters and direction overrides: they have no place in a mail and can hide what a text says
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A text in one language."""

    #: BCP 47: ``zh-Hans``, ``zh-Hant``, ``zh`` or ``en``
    lang: str
    text: str
    #: empty, a state of its translation (``mt``, ``gloss``, ``terms`` …), or ``original`` beside a translation
    kind: str = ""
    #: the stretch ``[start, end)`` that deserves emphasis; empty when none does
    strong: tuple[int, int] = (0, 0)

    @property
    def before(self) -> str:
        """The text in front of the emphasis."""
        return self.text[: self.strong[0]]

    @property
    def emphasis(self) -> str:
        """The emphasised stretch."""
        return self.text[self.strong[0] : self.strong[1]]

    @property
    def after(self) -> str:
        """The text behind the emphasis."""
        return self.text[self.strong[1] :]


Pieces = tuple[Piece, ...]


def safe(text: str) -> str:
    """A text without control characters and direction overrides, on one line."""
    return " ".join(_UNSAFE.sub("", text).split())


def tagged(text: str) -> Piece:
    """A text whose language nobody told us: a file name, a reason, a title from the configuration."""
    return Piece(lang="zh" if _HAN.search(text) else "en", text=safe(text))


def in_script(text: str, lang: str) -> str:
    """Simplified text in the script of a Chinese language tag."""
    return to_traditional(text) if lang == "zh-Hant" else text


def told(pieces: Pieces, lang: str) -> Pieces:
    """What a column in a language shows of a text: in that language, else in the other script of Chinese."""
    # "zh" is Chinese whose script nobody knows
    return tuple(p for p in pieces if p.lang == lang or (p.lang == "zh" and lang[:2] == "zh")) or tuple(
        p for p in pieces if p.lang[:2] == lang[:2] == "zh" and p.kind != "original"
    )


def pick(pieces: Pieces, lang: str) -> Piece | None:
    """The first of what a column in a language shows of a text."""
    return next(iter(told(pieces, lang)), None)


def home(pieces: Pieces, columns: tuple[str, ...]) -> str:
    """The first column that shows a text: what is said of it once is said there."""
    return next((lang for lang in columns if told(pieces, lang)), columns[0])


#: a value of a label: the same in every language, or one for each
Value = str | int | Mapping[str, str]


def _told(value: Value, lang: str) -> str:
    if isinstance(value, Mapping):
        return value[lang]
    return number(value, lang) if isinstance(value, int) else value


@dataclass(frozen=True, kw_only=True, slots=True)
class Labels:
    """The catalogue in the languages of a subscription, in its order."""

    languages: tuple[str, ...]

    def one(self, key: str, lang: str, **values: Value) -> str:
        """One label in one language. KeyError for an unknown key: a template must not invent words."""
        return (
            catalogue(lang)
            .form(key, values.get("n"))
            .format_map({name: _told(value, lang) for name, value in values.items()})
        )

    def __call__(self, key: str, **values: Value) -> Pieces:
        """One label in every language of the subscription; two scripts that look the same are shown once."""
        shown: dict[str, Piece] = {}
        for lang in self.languages:
            text = self.one(key, lang, **values)
            shown.setdefault(text, Piece(lang=lang, text=text))
        return tuple(shown.values())
