"""``digest`` reads the news of Chinese local government and mails people what matters in it.

``ingest`` looks at the watched folder and yields what is new. ``text`` repairs and strips each document into an
Article, which ``store`` keeps once, keyed by content; its Brief (key sentences and directives) is made once and kept
too. When a schedule fires, ``pipeline.build`` takes the articles first seen in the half-open period, merges the copies
of one story, asks ``translate`` for the other language, and saves one Edition with its Renditions and one queued
Delivery for each subscriber in the same transaction. ``pipeline.deliver`` takes the due deliveries, composes the exact
bytes, hands them to a transport and records the outcome. ``cli`` and ``scheduler`` are the entry points: only they
read the clock.
"""

__version__ = "0.1.0"
