"""The DeepL engine against a server with DeepL's statuses and limits."""

import json
import logging

import pytest
from engine_rig import ENGLISH, HASTY, KEY, SENTENCES, DeepLServer, spec

from digest.errors import EngineRefused, EngineUnavailable
from digest.translate.deepl import DeepL
from digest.translate.engine import State
from digest.translate.spec import host_of
from digest.translate.wire import Patience

BUSY = Patience(retries=5, first_wait=0.001, longest_wait=0.005)
TERMS = {"秸秆": "crop straw"}


def deepl(server, state_dir="/nonexistent", **more):
    return DeepL(spec("deepl", state_dir, url=server.url, key=more.pop("key", KEY), **more), BUSY)


def english(engine, texts=SENTENCES, terms=None, context="directive"):
    return [result.text for result in engine.translate(texts, terms=terms or {}, context=context)]


def translations(server):
    return [request.body for request in server.requests if request.path == "/v2/translate"]


def test_sentences_are_sent_as_they_are_and_told_about():
    with DeepLServer() as server:
        assert english(deepl(server)) == list(ENGLISH.values())
        (body,) = translations(server)
    assert (body["source_lang"], body["target_lang"], body["split_sentences"]) == ("ZH", "EN-US", "0")
    assert body["preserve_formatting"] is True
    assert "工作要求" in body["context"]
    assert "glossary_id" not in body


def test_many_texts_go_in_chunks_of_fifty():
    texts = [f"第{n}项工作要抓好。" for n in range(120)]
    with DeepLServer() as server:
        assert english(deepl(server), texts) == [f"[{text}]" for text in texts]
        assert [len(body["text"]) for body in translations(server)] == [50, 50, 20]


def test_long_texts_stay_below_the_size_of_a_request():
    texts = ["工作" * 3000] * 12  # 18 kB each
    with DeepLServer(quota=10**6) as server:
        assert english(deepl(server), texts) == [f"[{text}]" for text in texts]
        sizes = [len(json.dumps(body, ensure_ascii=False).encode()) for body in translations(server)]
    assert len(sizes) == 3
    assert max(sizes) < 100_000


def test_a_text_longer_than_a_request_is_none_and_costs_nothing():
    with DeepLServer(quota=10**6) as server:
        results = deepl(server).translate(["工" * 40_000, SENTENCES[0]], terms={}, context="sentence")
    assert [(r.text, r.why) for r in results] == [(None, "longer than DeepL takes"), (ENGLISH[SENTENCES[0]], "DeepL")]


def test_a_request_too_large_all_the_same_is_halved():
    with DeepLServer() as server:
        server.script.append((413, {"message": "Request Entity Too Large"}))
        assert english(deepl(server)) == list(ENGLISH.values())
        assert [len(body["text"]) for body in translations(server)] == [5, 2, 3]


def test_a_busy_server_is_asked_again():
    with DeepLServer() as server:
        server.script += [(429, {"message": "Too many requests"}), (503, b""), (529, b"")]
        assert english(deepl(server)) == list(ENGLISH.values())
        assert server.calls("/v2/translate") == 4


def test_a_server_that_stays_busy_is_unavailable():
    with DeepLServer() as server:
        server.script += [(503, b"<html>maintenance</html>")] * 9
        with pytest.raises(EngineUnavailable, match=r"office: answers 503$"):
            english(deepl(server))
        assert server.calls("/v2/translate") == 6


def test_a_wrong_key_is_refused_and_never_shown(caplog):
    caplog.set_level(logging.DEBUG)
    with DeepLServer(key="another") as server:
        with pytest.raises(EngineRefused, match="does not accept the key") as caught:
            english(deepl(server))
        assert len(server.requests) == 1
    assert "[key]" in str(caught.value)  # the server repeats it
    assert KEY not in str(caught.value) + caplog.text


def test_a_used_up_quota_is_refused():
    with DeepLServer(quota=10) as server, pytest.raises(EngineRefused, match=r"used up \(456\)"):
        english(deepl(server))


def test_what_was_paid_for_before_the_quota_ended_is_kept():
    texts = ["抓好工作"] * 60
    with DeepLServer(quota=220) as server:
        results = deepl(server).translate(texts, terms={}, context="directive")
    assert [r.text for r in results] == ["[抓好工作]"] * 50 + [None] * 10
    assert "used up" in results[-1].why


def test_answers_that_do_not_fit_are_none():
    with DeepLServer() as server:
        server.script += [(200, {"translations": [{"text": "one"}]}), (200, {"translations": [{"text": " "}] * 5})]
        for _ in range(2):
            assert {r.state for r in deepl(server).translate(SENTENCES, terms={}, context="title")} == {State.NONE}


def test_terms_become_a_glossary_that_is_made_once_and_remembered(tmp_path):
    with DeepLServer() as server:
        for _ in range(2):  # the second one is a new process as far as the engine knows
            engine = deepl(server, tmp_path)
            assert english(engine, terms=TERMS)[0] == ENGLISH[SENTENCES[0]] + " (crop straw)"
            english(engine, terms=TERMS)
        assert server.calls("/v2/glossaries") == 1
        assert list(server.glossaries.values()) == [TERMS]


def test_other_terms_are_another_glossary_and_the_old_one_is_removed(tmp_path):
    with DeepLServer() as server:
        english(deepl(server, tmp_path), terms=TERMS)
        english(deepl(server, tmp_path), terms={"食材": "food supplies"})
        assert list(server.glossaries.values()) == [{"食材": "food supplies"}]


def test_a_glossary_that_somebody_deleted_is_made_anew(tmp_path):
    with DeepLServer() as server:
        engine = deepl(server, tmp_path)
        english(engine, terms=TERMS)
        server.glossaries.clear()
        assert english(engine, terms=TERMS)[0].endswith("(crop straw)")
        assert len(server.glossaries) == 1


def test_an_account_without_glossaries_translates_without_and_is_asked_once(tmp_path):
    with DeepLServer(glossaries=False) as server:
        engine = deepl(server, tmp_path)
        for _ in range(2):
            assert english(engine, terms=TERMS) == list(ENGLISH.values())
        assert server.calls("/v2/glossaries") == 1


def test_a_state_folder_that_cannot_be_written_costs_no_translation(tmp_path):
    (tmp_path / "engines").write_text("a file where a folder should be")
    with DeepLServer() as server:
        assert english(deepl(server, tmp_path), terms=TERMS)[0].endswith("(crop straw)")


def test_tabs_and_breaks_in_terms_cannot_make_other_terms(tmp_path):
    with DeepLServer() as server:
        english(deepl(server, tmp_path), terms={"秸\t秆": "crop\nstraw", "空": " "})
        assert list(server.glossaries.values()) == [{"秸 秆": "crop straw"}]


def test_keys_of_free_accounts_have_a_host_of_their_own():
    hosts = [host_of(spec("deepl", key=key)) for key in ("0123:fx", "0123")]
    assert hosts == ["api-free.deepl.com", "api.deepl.com"]


def test_a_probe_tells_what_is_used():
    with DeepLServer() as server:
        engine = deepl(server)
        english(engine, SENTENCES[:1])
        assert engine.probe() == f"{len(SENTENCES[0])} of 10000 characters used"
        with pytest.raises(EngineRefused):
            DeepL(spec("deepl", url=server.url, key="wrong"), HASTY).probe()


def test_an_old_glossary_that_cannot_be_removed_costs_no_translation(tmp_path):
    with DeepLServer() as server:
        english(deepl(server, tmp_path), terms=TERMS)
        server.unmovable = True
        made = english(deepl(server, tmp_path), terms={"食材": "food supplies"})
        assert [text.endswith("(food supplies)") for text in made] == ["食材" in zh for zh in SENTENCES]
