"""The words of the project as frozen values, standard library only; every other room takes them here."""

from digest.model.article import Article, Brief, Directive, Document, KeySentence, Repair, Sentence
from digest.model.delivery import Delivery, DeliveryState, SuppressionReason
from digest.model.edition import (
    EPOCH,
    Counts,
    Difference,
    Edition,
    FullPage,
    Period,
    Rendition,
    Restated,
    Skipped,
    Story,
    Subscription,
    Verdict,
    require_aware,
)

__all__ = [
    "EPOCH",
    "Article",
    "Brief",
    "Counts",
    "Delivery",
    "DeliveryState",
    "Difference",
    "Directive",
    "Document",
    "Edition",
    "FullPage",
    "KeySentence",
    "Period",
    "Rendition",
    "Repair",
    "Restated",
    "Sentence",
    "Skipped",
    "Story",
    "Subscription",
    "SuppressionReason",
    "Verdict",
    "require_aware",
]
