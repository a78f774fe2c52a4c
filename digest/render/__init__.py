"""Edition → Rendition: one HTML part, one real text part and a subject that says what is inside."""

from digest.render.edition import MAX_HTML, MAX_MESSAGE, MAX_SOURCE, render
from digest.render.english import English, Translated, texts_to_translate
from digest.render.notes import Notes
from digest.render.templating import template_fingerprint

__all__ = [
    "MAX_HTML",
    "MAX_MESSAGE",
    "MAX_SOURCE",
    "English",
    "Notes",
    "Translated",
    "render",
    "template_fingerprint",
    "texts_to_translate",
]
