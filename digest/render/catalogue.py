"""The catalogues of the mail's own words, ``digest/data/locale``: gettext, read once for the process.

A key stands for a label (``articles_read``); plural forms follow the rule in the head of each catalogue.
"""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: language of a subscription → its catalogue
CATALOGUES = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant", "en": "en"}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The labels of one language."""

    translations: gettext.NullTranslations
    keys: frozenset[str]
    #: those of the keys whose words change with a number
    plurals: frozenset[str]

    def form(self, key: str, n: object = None) -> str:
        """The words of a label, for ``n`` things where it has forms. KeyError for a key that there is not."""
        if key not in self.keys:
            raise KeyError(key)
        if key in self.plurals and isinstance(n, int):
            return self.translations.ngettext(key, key, n)
        return self.translations.gettext(key)


@cache
def catalogue(lang: str) -> Catalogue:
    """The catalogue of a language: ``zh-Hans``, ``zh-Hant`` or ``en``."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only a mail needs it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    source = files("digest.data").joinpath(f"locale/{CATALOGUES[lang]}/LC_MESSAGES/digest.po")
    read = read_po(io.BytesIO(source.read_bytes()), locale=CATALOGUES[lang], abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    messages = [message for message in read if message.id]
    keys = {m.id if isinstance(m.id, str) else m.id[0]: m.pluralizable for m in messages}
    return Catalogue(
        translations=gettext.GNUTranslations(compiled),
        keys=frozenset(keys),
        plurals=frozenset(key for key, pluralizable in keys.items() if pluralizable),
    )
