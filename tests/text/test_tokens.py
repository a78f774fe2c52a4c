"""The words that ranking and copies are counted by."""

from digest.text.tokens import stop_words, words

SENTENCE = "会议强调，要加强消防安全工作，坚决防范各类事故发生。"


def test_a_text_without_marks_is_cut_in_pieces_and_loses_nothing():
    assert set(words(SENTENCE * 300)) >= set(words(SENTENCE))
    run = "要" * 60_000  # one piece would take jieba minutes
    assert set("".join(words(run + SENTENCE))) >= set("".join(words(SENTENCE)))


def test_stop_words_are_textrank4zhs_and_no_word_is_one():
    assert len(stop_words()) > 1000
    assert not stop_words().intersection(words(SENTENCE))
