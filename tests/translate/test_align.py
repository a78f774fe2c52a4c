"""Models that merge sentences and repeat every source in its place: found by length and by their words."""

import pytest
from parallel_text import pairs

from digest.translate.align import ECHO, Answer, settle, usual_length


def batches(style):
    texts = [(pair.source, pair.whole) for pair in pairs() if pair.style == style]
    return [
        ([zh for zh, _ in texts[i : i + 10]], [en for _, en in texts[i : i + 10]]) for i in range(0, len(texts), 10)
    ]


def answers(sources, english):
    given = zip(sources, english, strict=True)
    return {str(n): Answer(echo=zh[:ECHO], english=en) for n, (zh, en) in enumerate(given, 1)}


def whys(sources, english):
    given = answers(sources, english)
    return settle(sources, given, usual_length(sources, given))


@pytest.mark.parametrize("style", ["terse", "wordy"])
def test_sound_answers_are_kept(style):
    assert [why for sources, english in batches(style) for why in whys(sources, english) if why] == []


@pytest.mark.parametrize(("style", "caught", "kept_astray"), [("terse", 53, 14), ("wordy", 54, 29)])
def test_a_merge_is_seen_although_every_echo_is_right(style, caught, kept_astray):
    """Of 54 merges at every place of six batches; and of 216 answers that moved up behind them."""
    merged, moved, behind = 0, 0, 0
    for sources, english in batches(style):
        for place in range(9):
            shifted = [*english[:place], " ".join(english[place : place + 2]), *english[place + 2 :], english[-1]]
            found = whys(sources, shifted)
            merged += bool(found[place])
            moved += sum(not why for why in found[place + 1 : 9])
            behind += 8 - place
    assert behind == 216
    assert merged >= caught
    assert moved <= kept_astray


def test_few_or_short_answers_say_nothing_of_the_usual_length():
    sources, english = batches("terse")[0]
    given = answers(sources, english)
    assert usual_length(sources[:3], given) is None
    assert usual_length(["要快", "要稳", "要好", "要实"], given) is None
    assert usual_length(sources, given) == pytest.approx(3.2, abs=0.3)
