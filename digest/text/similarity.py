"""Which articles tell the same story: a re-post, a truncated copy, another outlet's version.

Two texts are copies if the shorter one's character 5-grams stand almost all in the longer one (containment; Broder, "On
the resemblance and containment of documents", 1997) and nothing in them contradicts it
(:func:`digest.text.comparison.contradiction`): two notices made from one template share nine tenths of their text and
name two towns. In doubt two stories are shown: a story told twice costs a minute, a hidden one costs its directives.

Up to :data:`EXACT` articles every pair is compared. Beyond, MinHash signatures in bands (locality-sensitive hashing)
name the pairs worth comparing, so that the work grows with the articles and not with their square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from digest.model import Article, Brief, Story
from digest.text.comparison import contradiction, differences
from digest.text.segment import segments

GRAM = 5
#: share of the shorter text's 5-grams that must stand in the longer one when they are of one length; a text that is but
#: a part of the other one must have up to so much more in common. Set on tests/corpus/similarity, see its README
COPY = 0.64
_MORE = 0.15
#: two copies of one story have at least this much in common with each other, not only with a third that holds both
_RELATED = 0.3
#: a text of fewer 5-grams than this says too little to be known by a part of it
_SHORT = 30
#: a copy shorter than this share of the other text is a truncated one: it has the beginning, or it is an item of a
#: round-up, which is another story
_PART = 0.3

#: articles of an edition up to which every pair is compared
EXACT = 300
#: 128 bands of 2: a pair that shares 15 % of its 5-grams (a truncated copy) is found with probability 0.95, one that
#: shares 30 % with 0.99999
_BANDS, _ROWS = 128, 2
_SEED = 1


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


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two texts are one, to be held against :data:`COPY`: containment, less for a part of a longer text."""
    small, large = sorted((a, b), key=len)
    if len(small) < _SHORT:
        return float(small == large)
    return containment(a, b) - _MORE * (1 - len(small) / len(large))


def candidates(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, j)`` with ``i < j`` that may be copies: every pair of few sets, of many those that share a band."""
    if len(sets) <= EXACT:
        return combinations(range(len(sets)), 2)
    return _sharing_a_band(sets)


def _sharing_a_band(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - a native module, needed only for large editions

    signatures = RMinHash.from_token_sets([sorted(s) for s in sets], num_perm=_BANDS * _ROWS, seed=_SEED)
    index = RMinHashLSH(threshold=COPY, num_perm=_BANDS * _ROWS, num_bands=_BANDS)
    index.insert_many(signatures)
    for i, found in enumerate(index.query_all(signatures)):
        yield from ((i, j) for j in sorted(found) if i < j)


def merge(briefs: Sequence[Brief], *, updated: frozenset[str] = frozenset()) -> tuple[Story, ...]:
    """Group the copies of one story, keeping the order of first appearance; the longest text of a group is shown.

    ``updated`` holds the keys of articles that replace an older version of their file. The grouping does not depend on
    the order of the briefs.
    """
    texts = _Texts([brief.article for brief in briefs])
    return tuple(_story([briefs[i] for i in group], updated) for group in texts.groups())


def _story(group: Sequence[Brief], updated: frozenset[str]) -> Story:
    shown = max(group, key=lambda brief: len(brief.article.text))
    copies = tuple(brief.article for brief in group if brief is not shown)
    return Story(
        brief=shown,
        copies=copies,
        differences=differences(shown.article, copies),
        updated=any(brief.article.key in updated for brief in group),
    )


@dataclass(slots=True)
class _Texts:
    """Articles, and what is known of each pair of them."""

    articles: Sequence[Article]
    sets: list[frozenset[str]] = field(init=False)
    known: dict[tuple[int, int], bool] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.sets = [grams(article.text) for article in self.articles]

    def groups(self) -> list[list[int]]:
        """Indexes of each story's articles. The surest pairs come together first; no two of a group are two stories."""
        group_of = {i: [i] for i in range(len(self.articles))}
        for i, j in self._copies():
            one, other = group_of[i], group_of[j]
            if one is not other and all(self._one_story(a, b) for a in one for b in other):
                one += other
                group_of.update(dict.fromkeys(other, one))
        first = {min(group): sorted(group) for group in group_of.values()}
        return [first[i] for i in sorted(first)]

    def _copies(self) -> list[tuple[int, int]]:
        found = ((alike(self.sets[i], self.sets[j]), i, j) for i, j in candidates(self.sets))
        key = [article.key for article in self.articles]
        sure = [(score, i, j) for score, i, j in found if score >= COPY]
        sure.sort(key=lambda pair: (-pair[0], *sorted((key[pair[1]], key[pair[2]]))))
        return [(i, j) for _, i, j in sure]

    def _one_story(self, i: int, j: int) -> bool:
        pair = (min(i, j), max(i, j))
        if pair not in self.known:
            a, b = self.articles[pair[0]], self.articles[pair[1]]
            related = containment(self.sets[i], self.sets[j]) >= _RELATED
            self.known[pair] = related and not _item_of_a_round_up(a, b) and contradiction(a, b) is None
        return self.known[pair]


def _item_of_a_round_up(a: Article, b: Article) -> bool:
    """True if the one is a small part of the other, and not of its beginning."""
    short, long = sorted((a.text, b.text), key=len)
    if len(short) >= _PART * len(long):
        return False
    lead = next((grams(s.text) for s in segments([short]) if len(s.text) > GRAM), grams(short))
    return containment(lead, grams(long[: 2 * len(short)])) < COPY
