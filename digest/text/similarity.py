"""Which articles tell the same story: a re-post, a truncated copy, another outlet's version.

Two texts are copies if the shorter one's character 5-grams stand almost all in the longer one (containment; Broder, "On
the resemblance and containment of documents", 1997). Two meetings of one series share a vocabulary but not their
sentences, and stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Brief, Story

GRAM = 5
#: share of the shorter text's 5-grams that must stand in the longer one: truncated copies have 0.9 and more, two
#: reports of different meetings of a series below 0.3
COPY = 0.6


def grams(text: str) -> frozenset[str]:
    """Character 5-grams of a text without punctuation and white space."""
    bare = re.sub(r"[\W_]+", "", text)
    return frozenset(bare[i : i + GRAM] for i in range(max(1, len(bare) - GRAM + 1)))


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that stands in the larger one, 0 to 1.

    >>> containment(grams("各乡镇要完成排查整改"), grams("会议强调各乡镇要完成排查整改并上报"))
    1.0
    """
    small, large = sorted((a, b), key=len)
    return len(small & large) / len(small) if small else 0.0


def merge(briefs: Sequence[Brief], *, updated: frozenset[str] = frozenset()) -> tuple[Story, ...]:
    """Group the copies of one story, keeping the order of first appearance; the longest text of a group is shown.

    ``updated`` holds the keys of articles that replace an older version of their file.
    """
    groups: list[list[Brief]] = []
    sets: list[list[frozenset[str]]] = []
    for brief in briefs:
        own = grams(brief.article.text)
        for group, known in zip(groups, sets, strict=True):
            if any(containment(own, other) >= COPY for other in known):
                group.append(brief)
                known.append(own)
                break
        else:
            groups.append([brief])
            sets.append([own])
    stories = []
    for group in groups:
        shown = max(group, key=lambda b: len(b.article.text))
        copies = tuple(b.article for b in group if b is not shown)
        stories.append(Story(brief=shown, copies=copies, updated=any(b.article.key in updated for b in group)))
    return tuple(stories)
