"""The chat engine against servers with every fault that was reported of them."""

import json
import logging
import socket
import time

import pytest
from engine_rig import ENGLISH, HASTY, KEY, SENTENCES, ChatServer, spec

from digest.errors import EngineRefused, EngineUnavailable
from digest.translate.chat import Chat
from digest.translate.engine import State

COMPLETIONS = "/v1/chat/completions"


def chat(server, **more):
    return Chat(spec("chat", url=f"{server.url}/v1", model=more.pop("model", "m"), **more), HASTY)


def english(engine, texts=SENTENCES, terms=None):
    return [result.text for result in engine.translate(texts, terms=terms or {}, context="directive")]


@pytest.mark.parametrize(
    ("behaviour", "calls"),
    [
        ("ok", 1),
        ("fence", 1),
        ("think", 1),
        ("twice", 1),
        ("numbers-as-ids", 1),
        ("blank", 2),
        ("no-schema", 2),
        ("no-temperature", 2),
        ("untranslated", 2),
        ("loop", 2),
        ("dropped", 4),
        ("swallowed", 4),
        ("merged", 7),
        ("shifted", 7),
        ("echoed", 7),
        ("truncated", 7),
    ],
)
def test_every_sentence_gets_its_own_english_however_the_server_behaves(behaviour, calls):
    with ChatServer(behaviour) as server:
        assert english(chat(server)) == list(ENGLISH.values())
        assert server.calls(COMPLETIONS) == calls


def test_a_busy_server_is_asked_again():
    with ChatServer() as server:
        server.script += [(429, {"error": "slow down"}, {"Retry-After": "0"}), (503, b"<html>busy</html>")]
        assert english(chat(server)) == list(ENGLISH.values())
        assert server.calls(COMPLETIONS) == 3


def test_a_pause_that_is_asked_for_is_kept():
    with ChatServer() as server:
        server.script.append((429, {"error": "slow down"}, {"Retry-After": "1"}))
        started = time.monotonic()
        assert english(chat(server), SENTENCES[:1]) == [ENGLISH[SENTENCES[0]]]
        assert time.monotonic() - started >= 1


def test_a_pause_longer_than_a_run_is_no_answer():
    with ChatServer() as server:
        server.script.append((429, {"error": "slow down"}, {"Retry-After": "3600"}))
        with pytest.raises(EngineUnavailable, match="office: answers 429 slow down, and asks to wait 3600 seconds"):
            english(chat(server))


@pytest.mark.parametrize("when", ["Wed, 21 Oct 2015 07:28:00 GMT", "soon"])
def test_a_pause_may_be_a_date_and_nonsense_is_none(when):
    with ChatServer() as server:
        server.script.append((503, {"error": "busy"}, {"Retry-After": when}))
        assert english(chat(server), SENTENCES[:1]) == [ENGLISH[SENTENCES[0]]]


def test_a_date_far_off_is_no_answer():
    with ChatServer() as server:
        server.script.append((503, {"error": "busy"}, {"Retry-After": "Fri, 31 Dec 2199 23:59:59 GMT"}))
        with pytest.raises(EngineUnavailable, match="asks to wait"):
            english(chat(server))


def test_a_format_once_refused_is_not_tried_again():
    with ChatServer("no-schema") as server:
        engine = chat(server)
        english(engine)
        english(engine)
        forms = [request.body["response_format"]["type"] for request in server.requests]
    assert forms == ["json_schema", "json_object", "json_object"]


def test_the_format_text_asks_for_nothing():
    with ChatServer() as server:
        english(chat(server, response_format="text"))
        assert "response_format" not in server.requests[0].body


def test_the_schema_demands_every_id_exactly_once():
    with ChatServer() as server:
        english(chat(server))
        body = server.requests[0].body
    items = body["response_format"]["json_schema"]["schema"]["properties"]["items"]
    assert items["items"]["properties"]["id"]["enum"] == ["1", "2", "3", "4", "5"]
    assert (items["minItems"], items["maxItems"], body["temperature"]) == (5, 5, 0)
    assert "json" in body["messages"][0]["content"].lower()


def test_only_terms_of_the_batch_stand_in_the_prompt():
    with ChatServer() as server:
        english(chat(server), SENTENCES[:1], {"秸秆": "crop straw", "散煤": "loose coal"})
        system = server.requests[0].body["messages"][0]["content"]
    assert "秸秆 = crop straw" in system
    assert "散煤" not in system


def test_the_model_is_told_what_kind_of_text_it_gets():
    with ChatServer() as server:
        for context in ("title", "directive", "sentence"):
            chat(server).translate(SENTENCES[:1], terms={}, context=context)
        title, directive, sentence = (request.body["messages"][0]["content"] for request in server.requests)
    assert title.removeprefix(sentence) == "The items are headlines.\n"
    assert "must not" in directive.removeprefix(sentence)


def test_batches_have_the_size_that_is_set():
    with ChatServer() as server:
        assert english(chat(server, batch_size=2)) == list(ENGLISH.values())
        sizes = [len(json.loads(r.body["messages"][1]["content"])["items"]) for r in server.requests]
    assert sizes == [2, 2, 1]


def test_what_never_comes_is_none_with_a_reason_and_is_not_asked_for_without_end():
    with ChatServer("always-blank") as server:
        results = chat(server).translate(SENTENCES, terms={}, context="directive")
        assert [(r.text, r.state, r.why) for r in results] == [(None, State.NONE, "no answer")] * 5
        assert server.calls(COMPLETIONS) == 5


def test_an_aligned_answer_that_lost_a_number_is_left_to_the_gate():
    """Asked again and alone, the model stays with it: that is its English, and whether to show it is decided elsewhere."""
    with ChatServer("numberless") as server:
        assert english(chat(server))[1] == "The bureau must replace kilometres of pipes by December 20."
        assert server.calls(COMPLETIONS) == 3


def test_answers_that_all_lost_a_number_are_all_left_to_the_gate():
    texts = [f"年内完成{number}公里管网更换。" for number in range(21, 28)]
    with ChatServer() as server:
        assert english(chat(server), texts) == ["unknown"] * 7
        assert server.calls(COMPLETIONS) == 9


def test_one_text_that_a_server_rejects_costs_only_itself():
    with ChatServer("censor") as server:
        results = chat(server).translate(SENTENCES, terms={}, context="directive")
    assert [r.text for r in results] == [None if "食材" in zh else en for zh, en in ENGLISH.items()]
    assert results[2].why == "answers 400 Content Exists Risk"


def test_one_rejected_text_alone_is_no_fault_of_the_engine():
    with ChatServer("censor") as server:
        (result,) = chat(server).translate([SENTENCES[2]], terms={}, context="directive")
    assert (result.state, result.why) == (State.NONE, "answers 400 Content Exists Risk")


def test_a_server_that_rejects_everything_is_refused_soon():
    with ChatServer("rejects") as server:
        with pytest.raises(EngineRefused, match="office: answers 400 bad request"):
            english(chat(server))
        assert server.calls(COMPLETIONS) <= 6


@pytest.mark.parametrize(
    ("answer", "error", "told", "calls"),
    [
        (
            (401, {"error": {"message": f"Incorrect API key provided: {KEY}"}}),
            EngineRefused,
            "does not accept the key",
            1,
        ),
        ((402, {"error": {"message": "Insufficient Balance"}}), EngineRefused, "its quota is used up", 1),
        ((429, {"error": {"code": "insufficient_quota", "message": "over"}}), EngineRefused, "its quota is used up", 1),
        ((404, {"error": {"message": "no such model"}}), EngineRefused, "no such model or address", 1),
        ((500, {"detail": "crash"}), EngineUnavailable, "answers 500 crash", 4),
        (
            (302, b"", {"Location": "http://127.0.0.1:9/elsewhere"}),
            EngineUnavailable,
            "redirects to another address",
            1,
        ),
    ],
)
def test_a_server_that_will_not_work_is_told_in_plain_words_without_the_key(answer, error, told, calls, caplog):
    caplog.set_level(logging.DEBUG)
    with ChatServer() as server:
        server.script += [answer] * 9
        with pytest.raises(error, match=told) as caught:
            english(chat(server, key=KEY))
        assert server.requests[0].headers["Authorization"] == f"Bearer {KEY}"
        assert len(server.requests) == calls
    assert caught.value.subject == "office"
    assert KEY not in str(caught.value) + repr(caught.value) + caplog.text


def test_the_key_is_not_in_the_repr_of_its_settings():
    assert KEY not in repr(spec("chat", key=KEY))


def test_what_was_translated_before_the_quota_ended_is_kept():
    with ChatServer() as server:
        engine = chat(server, batch_size=2)
        english(engine, SENTENCES[:2])
        server.script += [server.respond(server.requests[0]), (402, {"error": "no money"})]
        results = engine.translate(SENTENCES, terms={}, context="directive")
    assert [r.text for r in results] == [*list(ENGLISH.values())[:2], None, None, None]
    assert "its quota is used up" in results[4].why


def test_a_silent_server_is_given_up_after_two_timeouts():
    with ChatServer() as server:
        server.delay = 1.0
        with pytest.raises(EngineUnavailable, match=r"office: no answer within 0\.2 seconds"):
            english(chat(server, timeout_seconds=0.2))
        assert server.calls(COMPLETIONS) == 2


def test_a_trickling_server_is_a_silent_one():
    """Each byte comes in time, the answer never does."""
    listener = socket.create_server(("127.0.0.1", 0))
    import threading

    stop = threading.Event()

    def trickle():
        for _ in range(2):
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                try:
                    while not stop.wait(0.05):
                        connection.sendall(b" ")
                except OSError:
                    pass

    thread = threading.Thread(target=trickle)
    thread.start()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with pytest.raises(EngineUnavailable, match="no answer within"):
        english(Chat(spec("chat", url=url, model="m", timeout_seconds=0.3), HASTY))
    stop.set()
    thread.join()
    listener.close()


def test_an_endless_answer_is_cut():
    with ChatServer() as server:
        server.script += [(200, b" " * 9_000_000)]
        with pytest.raises(EngineUnavailable, match="longer than 8000000 bytes"):
            english(chat(server))


def test_nobody_there():
    with ChatServer() as server:
        pass
    with pytest.raises(EngineUnavailable, match="office: cannot be reached at"):
        english(chat(server))


def test_a_proxy_of_the_environment_is_not_asked_about_this_machine(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with ChatServer() as server:
        assert english(chat(server), SENTENCES[:1]) == [ENGLISH[SENTENCES[0]]]


@pytest.mark.parametrize(
    "answer", [{"choices": []}, {"choices": [{"message": {"content": None}}]}, [], "text", {"choices": {"a": 1}}]
)
def test_answers_of_another_shape_are_no_answers(answer):
    with ChatServer() as server:
        server.script += [(200, answer)] * 9
        (result,) = chat(server).translate(SENTENCES[:1], terms={}, context="title")
    assert result.state is State.NONE


def test_what_a_server_says_reaches_the_terminal_on_one_clean_line():
    with ChatServer() as server:
        server.script.append((401, {"error": "bad\x1b[31m key\n\nsecond line"}))
        with pytest.raises(EngineRefused) as caught:
            english(chat(server))
    assert str(caught.value).isprintable()


def test_it_knows_whether_text_leaves_the_machine():
    own = Chat(spec("chat", url="http://localhost:11434/v1", model="m"))
    far = Chat(spec("chat", url="https://api.example.com/v1", model="m"))
    assert (own.leaves_machine, own.paid, far.leaves_machine, far.paid) == (False, False, True, True)
    assert own.fingerprint != far.fingerprint


def test_a_probe_names_the_models_that_are_there():
    with ChatServer(models=("qwen3:8b",)) as server:
        assert chat(server, model="qwen3:8b").probe() == "model qwen3:8b"
        with pytest.raises(EngineRefused, match="has no model m; it has qwen3:8b"):
            chat(server).probe()


def test_a_server_that_lists_no_models_may_be_of_use():
    with ChatServer() as server:
        server.script.append((404, b"not found"))
        assert chat(server).probe() == "model m, which the server does not confirm"
        server.script.append((401, {"error": "no"}))
        with pytest.raises(EngineRefused, match="does not accept the key"):
            chat(server).probe()


@pytest.mark.parametrize(
    ("listed", "asked"), [("qwen3:latest", "qwen3"), ("models/gemini-flash", "gemini-flash"), ("m", "m")]
)
def test_a_probe_knows_the_short_names_of_models(listed, asked):
    with ChatServer(models=(listed,)) as server:
        assert chat(server, model=asked).probe() == f"model {asked}"


@pytest.mark.parametrize("answer", [(200, {"data": 5}), (200, [1]), (200, {}), (400, {"error": "no"})])
def test_a_probe_takes_a_list_of_another_shape_for_none(answer):
    with ChatServer() as server:
        server.script.append(answer)
        assert chat(server).probe() == "model m, which the server does not confirm"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "nonsense://127.0.0.1:9"])
def test_a_proxy_that_cannot_be_used_is_told(monkeypatch, proxy):
    monkeypatch.setenv("ALL_PROXY", proxy)
    far = Chat(spec("chat", url="http://far.invalid/v1", model="m"), HASTY)
    with pytest.raises(EngineUnavailable, match="office: cannot be reached through the proxy: "):
        english(far)


@pytest.mark.parametrize(("behaviour", "times"), [("ok", 0), ("untranslated", 1), ("shifted", 2)])
def test_what_is_asked_again_is_counted(behaviour, times):
    with ChatServer(behaviour) as server:
        engine = chat(server)
        english(engine)
        assert engine.resent == times * sum(map(len, SENTENCES))


@pytest.mark.parametrize("when", ["²", "-1", "٣"])
def test_a_pause_that_is_no_number_is_none(when):
    with ChatServer() as server:
        server.script.append((503, {"error": "busy"}, {"Retry-After": when.encode().decode("latin-1")}))
        assert english(chat(server), SENTENCES[:1]) == [ENGLISH[SENTENCES[0]]]
