"""``digest engine``: list, test, install and use, over real wires on 127.0.0.1 and a real model."""

import json
import re

import pytest
import tiny_model
from engine_rig import ENGLISH, KEY, ChatServer, DeepLServer, LibreServer, PackageServer
from office import WATER

from digest.cli.engine import SAMPLES
from digest.config import load
from digest.translate.gate import objection

NAME = "translate-zh_en-1_9.argosmodel"


@pytest.fixture
def place(tmp_path, monkeypatch, digest):
    """A folder as ``digest init`` leaves it; the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("DIGEST_CONFIG", "ARGOS_PACKAGE_INDEX"):
        monkeypatch.delenv(name, raising=False)
    assert digest("init").code == 0
    return tmp_path


def with_engines(place, settings, engines=()):
    """Put engines into the config.yaml of ``place``; JSON is YAML."""
    path = place / "config.yaml"
    lines = [f"  engines: {json.dumps(list(engines))}", f"  engine_settings: {json.dumps(settings)}"]
    path.write_text(re.sub(r"(?m)^  engines: \[\].*$", "\n".join(lines), path.read_text("utf-8")), encoding="utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return tiny_model.package(tmp_path_factory.mktemp("package") / "tiny.argosmodel")


@pytest.fixture
def models(package):
    with PackageServer({NAME: package.read_bytes()}) as server:
        server.offer(NAME, "1.9")
        yield server


def test_the_way_to_a_model_of_ones_own(place, digest, models, monkeypatch):
    """install → list → test → use, and the daily run has an engine."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{models.url}/index.json")
    assert "not ready: no model is installed" in digest("engine", "list").out
    models.breaks.append(100_000)  # the line breaks once
    done = digest("engine", "install", "zh-en")
    assert done.code == 0
    folder = place / "var/engines" / done.out.splitlines()[1].rpartition("/")[2]
    assert (folder / "model/model.bin").is_file()
    assert not list((place / "var/engines").glob("*.part*"))
    assert "digest engine use ct2" in done.err

    (row,) = json.loads(digest("engine", "list", "--json").out)
    assert (row["name"], row["ready"], row["leaves_machine"], row["position"]) == ("ct2", True, False, None)
    (told,) = json.loads(digest("engine", "test", "ct2", "--json").out)
    assert [one["zh"] for one in told["sentences"]] == [zh for zh, _ in SAMPLES]
    assert "ok" not in {one["verdict"] for one in told["sentences"]}  # random weights do not pass the gate

    done = digest("engine", "use", "ct2")
    assert (done.code, done.out, done.err) == (0, "engines: ct2, officialese\n", "")
    assert load(place / "config.yaml").translation.engines == ("ct2",)
    assert digest("engine", "list").out.startswith("1. ct2 (ct2): ready: zh-en-1.9-")
    assert re.search(r"english +ct2 → officialese", digest("check").out)


def test_a_package_file_is_installed_without_a_network(place, digest, package):
    done = digest("engine", "install", "--file", package)
    assert done.code == 0
    assert done.out.startswith("zh-en 1.9 sha256 ")
    assert package.is_file()


def test_a_file_that_changed_is_refused_and_can_be_accepted(place, digest, models, package, tmp_path):
    path = place / "config.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^  # package_index: .*$", f"  package_index: {models.url}/index.json", text), "utf-8")
    assert digest("engine", "install").code == 0
    models.files[NAME] = tiny_model.package(tmp_path / "other.argosmodel", seed=2).read_bytes()
    done = digest("engine", "install")
    assert done.code == 3
    assert "--accept-change" in done.err
    before = len(models.requests)
    assert digest("engine", "install", "--accept-change").code == 0
    assert models.requests[before + 1].headers["Range"]  # the refused file was kept: nothing came twice


def test_a_state_folder_that_cannot_be_written_is_told(place, digest, package):
    (place / "var").write_text("a file where a folder should be")
    done = digest("engine", "install", "--file", package)
    assert done.code == 3
    assert done.err.startswith(f"{place / 'var'}: cannot be written: ")


def test_an_index_without_the_pair(place, digest, models, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{models.url}/index.json")
    done = digest("engine", "install", "zt-en")
    assert (done.code, done.err) == (2, "the index offers no model zt-en; it offers zh-en\n")


def test_list_tells_what_is_ready_and_where_texts_go(place, digest, monkeypatch):
    monkeypatch.setenv("DEEPL_KEY", KEY)
    with LibreServer() as libre, ChatServer(models=("qwen",)) as chat, DeepLServer(key="another") as deepl:
        settings = {
            "server": {"kind": "libretranslate", "url": libre.url},
            "llm": {"kind": "chat", "url": f"{chat.url}/v1", "model": "qwen"},
            "deepl": {"kind": "deepl", "url": deepl.url, "key": "${DEEPL_KEY}"},
        }
        with_engines(place, settings, ["llm", "deepl"])
        rows = json.loads(digest("engine", "list", "--json").out)
        told = digest("engine", "list").out
        sent = [r.body for server in (libre, chat, deepl) for r in server.requests if r.body]
    assert [(r["position"], r["name"], r["ready"]) for r in rows] == [
        (1, "llm", True),
        (2, "deepl", False),
        (None, "ct2", False),
        (None, "server", True),
    ]
    assert "1. llm (chat): ready: model qwen" in told
    assert "does not accept the key" in told
    assert KEY not in told
    assert sent == []  # looking sends no text


def test_test_shows_english_beside_a_translators_with_the_verdict(place, digest, monkeypatch):
    with ChatServer(models=("qwen",)) as chat:
        with_engines(place, {"llm": {"kind": "chat", "url": f"{chat.url}/v1", "model": "qwen"}}, ["llm"])
        known, lost = SAMPLES[2], SAMPLES[1]
        ENGLISH.update(
            {known[0]: known[1], lost[0]: "The bureau must finish replacing old pipelines this year at last."}
        )
        try:
            done = digest("engine", "test", "--json")
            shown = digest("engine", "test", "llm")
        finally:
            del ENGLISH[known[0]], ENGLISH[lost[0]]
    (told,) = json.loads(done.out)
    sentences = {one["zh"]: one for one in told["sentences"]}
    assert done.code == 0
    assert sentences[known[0]] == {"zh": known[0], "reference": known[1], "english": known[1], "verdict": "ok"}
    assert sentences[lost[0]]["verdict"] == "a number or date is lost"
    assert {"a translator", "verdict", "llm: "} <= set(re.findall(r"a translator|verdict|llm: ", shown.out))


def test_an_engine_that_does_not_work_fails_the_test(place, digest):
    with ChatServer() as chat:
        with_engines(place, {"llm": {"kind": "chat", "url": f"{chat.url}/v1", "model": "none"}})
        done = digest("engine", "test", "llm")
    assert done.code == 3
    assert done.out == "llm: there is no such model or address (404 model 'none' not found)\n"


def test_the_mail_holds_the_english_of_the_engine(desk, digest, monkeypatch):
    """The whole job over the real wire; what the engine does not know is left to the rules."""
    zh = "市水务局要在12月20日前完成三十公里老旧管网更换。"
    monkeypatch.setitem(ENGLISH, zh.rstrip("。"), "The water bureau has to replace 30 km of old pipes by December 20")
    desk.write("water.txt", WATER)
    with ChatServer() as chat:
        engines = {"llm": {"kind": "chat", "url": f"{chat.url}/v1", "model": "m"}}
        desk.save(translation={"engines": ["llm"], "engine_settings": engines})
        assert digest("run-once", "--no-send").code == 0
        first = len(chat.requests)
        assert digest("run-once", "--no-send").code == 0
        assert len(chat.requests) == first > 0  # nothing new, nothing asked
    (page,) = (desk.settings.state_dir / "editions").glob("*.html")
    assert "has to replace 30 km of old pipes by December 20" in page.read_text("utf-8")


def test_without_an_engine_test_says_what_to_name(place, digest):
    done = digest("engine", "test")
    assert done.code == 2
    assert "no engine is in use: name one" in done.err


def test_the_references_pass_the_checks_that_they_stand_for():
    for zh, reference in SAMPLES:
        assert objection(zh, reference, context="directive") is None


def test_use_changes_one_line_and_warns_of_what_leaves(place, digest, monkeypatch):
    monkeypatch.setenv("DEEPL_KEY", f"{KEY}:fx")
    settings = {
        "deepl": {"kind": "deepl", "key": "${DEEPL_KEY}"},
        "llm": {"kind": "chat", "url": "https://llm.example.com/v1", "model": "m"},
    }
    with_engines(place, settings)
    before = (place / "config.yaml").read_text("utf-8").splitlines()
    done = digest("engine", "use", "deepl", "llm", "ct2", "officialese", "deepl")
    after = (place / "config.yaml").read_text("utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new for _, new in changed if "engine_settings" not in new] == ["  engines: [deepl, llm, ct2]"]
    assert done.out == "engines: deepl, llm, ct2, officialese\n"
    assert [line.partition(" go ")[0] for line in done.err.splitlines()] == [
        "deepl: text will leave this machine. To api-free.deepl.com",
        "llm: text will leave this machine. To llm.example.com",
    ]
    assert "nothing of your readers" in done.err
    assert KEY not in done.out + done.err


def test_use_keeps_the_shipped_file_but_for_its_line(place, digest):
    before = (place / "config.yaml").read_bytes()
    digest("engine", "use", "ct2")
    after = (place / "config.yaml").read_bytes()
    changed = [(a, b) for a, b in zip(before.splitlines(), after.splitlines(), strict=True) if a != b]
    assert [(a[:13], b[:16]) for a, b in changed] == [(b"  engines: []", b"  engines: [ct2]")]
    digest("engine", "use", "officialese")
    assert (place / "config.yaml").read_bytes() == before


def test_use_refuses_a_name_that_is_not_there(place, digest):
    with_engines(place, {"office": {"kind": "libretranslate"}})
    done = digest("engine", "use", "ofice")
    assert done.code == 2
    assert "there is no engine ofice in translation: engine_settings: did you mean office?" in done.err


def test_use_writes_nothing_that_would_not_load(place, digest, monkeypatch):
    monkeypatch.delenv("DEEPL_KEY", raising=False)
    with_engines(place, {"deepl": {"kind": "deepl", "key": "${DEEPL_KEY}"}})
    before = (place / "config.yaml").read_bytes()
    done = digest("engine", "use", "deepl")
    assert done.code == 2
    assert "the environment variable DEEPL_KEY is not set" in done.err
    assert "nothing was changed" in done.err
    assert (place / "config.yaml").read_bytes() == before
    assert not [path for path in place.iterdir() if path.name.startswith(".")]


def test_a_download_that_was_damaged_on_the_way_is_not_kept(place, digest, models, package, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{models.url}/index.json")
    data = package.read_bytes()
    models.files[NAME] = data[:-5000] + bytes(5000)
    mark = models.mark(NAME)
    monkeypatch.setattr(models, "mark", lambda _name: mark)  # the server takes both for one file
    done = digest("engine", "install")
    assert (done.code, "is damaged" in done.err) == (3, True)
    models.files[NAME] = data
    assert digest("engine", "install").code == 0


def test_check_and_doctor_warn_of_what_leaves(place, digest):
    settings = {
        "far": {"kind": "libretranslate", "url": "http://192.0.2.1:9", "timeout_seconds": 1},
        "near": {"kind": "ct2"},
        "unused": {"kind": "libretranslate", "url": "https://other.example.com"},
    }
    with_engines(place, settings, ["near", "far"])
    done = digest("check")
    assert done.code == 0
    assert done.err.startswith("far: text will leave this machine. To 192.0.2.1 (not encrypted) go the titles")
    assert done.err.count("leave this machine") == 1
    found = [one for one in json.loads(digest("doctor", "--json").out) if "leave this machine" in one["found"]]
    assert [(one["what"], one["level"]) for one in found] == [("translation", "warn")]
    assert found[0]["found"] == (
        "far: titles, key sentences and directives leave this machine, for 192.0.2.1 (not encrypted)"
    )
