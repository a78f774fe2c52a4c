"""The words that ranking and copies are counted by, and the one place that knows jieba."""

import os
import subprocess
import sys

import pytest

from digest.text import tokens
from digest.text.tokens import FastJieba, Jieba, make, stop_words, words

SENTENCE = "会议强调，要加强消防安全工作，坚决防范各类事故发生。"
INVENTED = "岚汀湖长制办"

# Each of these is a process of its own, as the programs of a user are.
LOAD = """
import sys
from pathlib import Path
from digest.text.tokens import Jieba
print(" ".join(Jieba(cache=Path(sys.argv[1])).cut("会议强调要加强消防安全工作")))
"""
GLOBAL = """
import jieba
before = dict(jieba.dt.FREQ), jieba.dt.initialized, jieba.dt.tmp_dir
from digest.text.tokens import Jieba
tokenizer = Jieba(words=["岚汀湖长制办"])
assert "岚汀湖长制办" in tokenizer.cut("请岚汀湖长制办报送")
assert (dict(jieba.dt.FREQ), jieba.dt.initialized, jieba.dt.tmp_dir) == before
assert "岚汀湖长制办" not in jieba.lcut("请岚汀湖长制办报送")
"""


def python(code, *arguments):
    command = [sys.executable, "-W", "ignore", "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))


def finished(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.strip(), err.strip()


def test_a_text_without_marks_is_cut_in_pieces_and_loses_nothing():
    assert set(words(SENTENCE * 300)) >= set(words(SENTENCE))
    run = "要" * 60_000  # one piece would take jieba minutes
    assert set("".join(words(run + SENTENCE, Jieba()))) >= set("".join(words(SENTENCE, Jieba())))


def test_stop_words_are_textrank4zhs_and_no_word_is_one():
    assert len(stop_words()) > 1000
    assert not stop_words().intersection(words(SENTENCE))


@pytest.mark.parametrize("tokenizer", [Jieba, FastJieba])
def test_words_and_marks_together_are_the_text(tokenizer):
    text = "11月20日上午，全市 “网格员”队伍（含３个街道）巡查12345热线ABC。"
    assert "".join(tokenizer().cut(text)) == text


@pytest.mark.parametrize("tokenizer", [Jieba, FastJieba])
def test_words_of_the_configuration_stay_whole(tokenizer):
    text = f"请{INVENTED}报送台账"
    assert INVENTED not in tokenizer().cut(text)
    assert INVENTED in tokenizer(words=[INVENTED]).cut(text)
    assert INVENTED not in tokenizer().cut(text), "the words of one tokenizer are not those of another"


def test_a_traditional_sentence_has_the_words_of_its_simplified_shadow():
    assert words("會議強調，要加強消防安全工作。") == words("会议强调，要加强消防安全工作。")


def test_other_users_of_jieba_see_nothing_and_nothing_is_printed():
    assert finished(python(GLOBAL)) == ("", "")


def test_programs_that_start_at_once_share_a_cache(tmp_path):
    folder = tmp_path / "state"
    outputs = {finished(process) for process in [python(LOAD, folder) for _ in range(4)]}
    assert outputs == {("会议 强调 要 加强 消防安全 工作", "")}
    assert [path.name for path in folder.iterdir()] == ["jieba.cache"]
    assert finished(python(LOAD, folder)) == outputs.pop()


def test_a_damaged_cache_is_made_anew(tmp_path):
    (tmp_path / "jieba.cache").write_bytes(b"half a dictionary")
    assert finished(python(LOAD, tmp_path))[0] == "会议 强调 要 加强 消防安全 工作"


def test_a_cache_that_cannot_be_written_stops_nobody(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert finished(python(LOAD, blocked / "cache"))[0] == "会议 强调 要 加强 消防安全 工作"


def test_the_fast_one_is_taken_where_it_is_installed(monkeypatch):
    assert make().name == "rjieba"
    monkeypatch.setattr(tokens, "find_spec", lambda name: None)
    assert make().name == "jieba"
    assert make("jieba").name == "jieba"
