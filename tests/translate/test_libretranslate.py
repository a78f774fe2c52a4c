"""The LibreTranslate engine against servers old and new, open and closed, with limits told and untold."""

import logging

import pytest
from engine_rig import ENGLISH, HASTY, KEY, SENTENCES, LibreServer, spec

from digest.errors import EngineRefused, EngineUnavailable
from digest.translate.libretranslate import LibreTranslate


def libre(server, **more):
    return LibreTranslate(spec("libretranslate", url=server.url, **more), HASTY)


def results(engine, texts=SENTENCES):
    return engine.translate(texts, terms={"秸秆": "crop straw"}, context="directive")


def english(engine, texts=SENTENCES):
    return [result.text for result in results(engine, texts)]


def sizes(server):
    return [len(r.body["q"]) for r in server.requests if r.path == "/translate"]


@pytest.mark.parametrize("code", ["zh-Hans", "zh", "zh-CN"])
def test_the_server_says_what_it_calls_chinese(code):
    with LibreServer(code=code) as server:
        engine = libre(server)
        assert english(engine) == english(engine) == list(ENGLISH.values())
        assert server.calls("/languages") == 1
        assert sizes(server) == [5, 5]


@pytest.mark.parametrize("code", ["zt", "ja", ""])
def test_a_server_without_simplified_chinese_is_refused(code):
    with LibreServer(code=code) as server, pytest.raises(EngineRefused, match="no model from Chinese to English"):
        results(libre(server))


def test_a_limit_that_is_told_is_kept():
    with LibreServer(char_limit=40) as server:
        assert english(libre(server)) == list(ENGLISH.values())
        assert sizes(server) == [2, 3]


def test_a_limit_that_is_not_told_makes_requests_smaller_from_then_on():
    with LibreServer(batch_limit=2) as server:
        engine = libre(server)
        assert english(engine) == english(engine) == list(ENGLISH.values())
        assert sizes(server) == [5, 2, 2, 1, 2, 2, 1]


def test_a_limit_of_characters_that_is_not_told_is_learnt_too():
    with LibreServer(char_limit=40, settings=False) as server:
        engine = libre(server)
        assert english(engine) == english(engine) == list(ENGLISH.values())
        assert sizes(server) == [5, 2, 3, 2, 3]


def test_a_server_without_its_web_page_tells_no_limits():
    with LibreServer(char_limit=40, settings=False) as server:
        assert english(libre(server)) == list(ENGLISH.values())


@pytest.mark.parametrize("told", [True, False])
def test_a_text_over_the_limit_is_cut_between_sentences(told):
    text = SENTENCES[0] + SENTENCES[2]
    with LibreServer(char_limit=20, settings=told) as server:
        assert english(libre(server), [text]) == [f"{ENGLISH[SENTENCES[0]]} {ENGLISH[SENTENCES[2]]}"]


def test_a_text_over_the_limit_that_cannot_be_cut_is_none():
    with LibreServer(char_limit=15) as server:
        (result,) = results(libre(server), ["一二三四五六七八九十" * 3])
    assert result.text is None
    assert "longer than the 15 characters" in result.why


def test_a_text_that_the_server_stumbles_over_costs_only_itself():
    with LibreServer() as server:
        server.poison = SENTENCES[3]
        told = results(libre(server))
    assert [r.text for r in told] == [None if zh == SENTENCES[3] else en for zh, en in ENGLISH.items()]
    assert "Cannot translate text" in told[3].why


def test_a_busy_server_is_asked_again():
    with LibreServer() as server:
        engine = libre(server)
        engine.probe()
        server.script += [(429, {"error": "Slowdown: 10 per 1 minute"}, {"Retry-After": "0"})] * 2
        assert english(engine) == list(ENGLISH.values())


def test_a_key_is_sent_in_the_body_and_a_wrong_one_is_never_shown(caplog):
    caplog.set_level(logging.DEBUG)
    with LibreServer(key=KEY) as server:
        assert english(libre(server, key=KEY)) == list(ENGLISH.values())
        server.key = "another"
        with pytest.raises(EngineRefused, match="a key is needed, or this one is wrong") as caught:
            results(libre(server, key=KEY))
        with pytest.raises(EngineRefused, match="a key is needed"):
            results(libre(server))
    assert KEY not in str(caught.value) + caplog.text
    assert not any(KEY in request.path for request in server.requests)


def test_another_server_at_the_address_is_none_of_ours():
    with LibreServer() as server:
        server.script.append((200, b"<html>router</html>"))
        with pytest.raises(EngineUnavailable, match="is no LibreTranslate server"):
            results(libre(server))


def test_answers_that_do_not_fit_are_none():
    with LibreServer() as server:
        engine = libre(server)
        engine.probe()
        server.script += [(200, {"translatedText": ["one"]}), (200, {"translatedText": "text"}), (200, [])]
        assert [english(engine) for _ in range(3)] == [[None] * 5] * 3


def test_what_was_translated_before_the_server_died_is_kept():
    with LibreServer(char_limit=40) as server:
        engine = libre(server)
        engine.probe()
        server.script += [(200, {"translatedText": ["first", "second"]}), *[(500, {"error": "gone"})] * 4]
        told = results(engine)
    assert [r.text for r in told] == ["first", "second", None, None, None]
    assert told[4].why == "answers 500 gone"


def test_a_server_of_ones_own_is_free_and_private():
    own, far = (
        LibreTranslate(spec("libretranslate")),
        LibreTranslate(spec("libretranslate", url="https://t.example.com")),
    )
    assert (own.leaves_machine, own.paid, far.leaves_machine, far.paid) == (False, False, True, False)
    assert LibreTranslate(spec("libretranslate", url="https://t.example.com", key=KEY)).paid


@pytest.mark.parametrize("targets", [None, "en", 5])
def test_a_list_of_languages_of_another_shape_is_none_of_no_english(targets):
    with LibreServer() as server:
        server.script.append((200, [{"code": "zh", "targets": targets}, {"code": "ja", "targets": ["en"]}]))
        assert libre(server).probe().startswith("zh → en")


def test_a_server_whose_chinese_has_no_english_is_refused():
    with LibreServer() as server:
        server.script.append((200, [{"code": "zh", "targets": ["de"]}]))
        with pytest.raises(EngineRefused, match="no model from Chinese to English"):
            libre(server).probe()
