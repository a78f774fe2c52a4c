"""Installing models: from an index on 127.0.0.1, over broken lines, and never what a stranger made of it."""

import io
import json
import os
import stat
import zipfile

import pytest
import tiny_model
from engine_rig import HASTY, PackageServer, spec

from digest.errors import ConfigError, EngineError, EngineUnavailable
from digest.translate import archive, ct2, download, packages

NAME = "translate-zh_en-1_9.argosmodel"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Bytes of two packages that say that they are the same version."""
    base = tmp_path_factory.mktemp("packages")
    return [tiny_model.package(base / f"{seed}.argosmodel", seed=seed).read_bytes() for seed in (1, 2)]


@pytest.fixture
def server(made):
    with PackageServer({NAME: made[0]}) as server:
        server.offer(NAME, "1.9")
        yield server


def fetch(server, part, told=None):
    download.fetch(
        f"{server.url}/{NAME}", part, advance=lambda *a: told.append(a) if told is not None else None, patience=HASTY
    )


def install(path, state, **more):
    return packages.install(path, state_dir=state, pair=more.pop("pair", "zh-en"), prove=ct2.load, **more)


# What an index offers


def test_the_newest_version_of_the_pair_is_picked(server):
    for version in ("1.10", "1.2", "1.9.1"):
        server.offer(f"{version}.argosmodel", version)
    server.offer("zt.argosmodel", "2.0", source="zt")
    server.offer("de.argosmodel", "9.0", source="de")
    server.index += [{"from_code": "zh", "to_code": "en"}, "nonsense", {"links": []}]
    found = packages.offers(f"{server.url}/index.json")
    offer = packages.pick(found, "zh-en")
    assert (offer.version, offer.url) == ("1.10", f"{server.url}/1.10.argosmodel")
    assert packages.pick(found, "zt-en").version == "2.0"
    with pytest.raises(ConfigError, match="no model de-en; it offers zh-en, zt-en"):
        packages.pick(found, "de-en")


def test_an_index_that_is_none_is_told():
    with PackageServer({}) as server:
        server.script.append((200, b"<html>"))
        with pytest.raises(EngineUnavailable, match="is no list of packages"):
            packages.offers(f"{server.url}/index.json")


# Downloads


def test_a_download_that_breaks_off_is_continued_in_the_same_run(server, made, tmp_path):
    server.breaks += [100_000, 50_000]
    told = []
    fetch(server, tmp_path / "p.part", told)
    assert (tmp_path / "p.part").read_bytes() == made[0]
    assert [r.headers.get("Range") for r in server.requests] == [None, "bytes=100000-", "bytes=150000-"]
    assert told[-1] == (len(made[0]), len(made[0]))


def test_a_download_that_was_given_up_is_continued_by_the_next_run(server, made, tmp_path):
    server.breaks += [100_000, 0, 0, 0, 0]
    with pytest.raises(EngineUnavailable, match="run again to go on from 100000 bytes"):
        fetch(server, tmp_path / "p.part")
    server.requests.clear()
    fetch(server, tmp_path / "p.part")
    assert [r.headers.get("Range") for r in server.requests] == ["bytes=100000-"]
    assert (tmp_path / "p.part").read_bytes() == made[0]


def test_the_rest_of_another_file_is_not_put_behind_the_beginning_of_this_one(server, made, tmp_path):
    server.breaks += [100_000, 0, 0, 0, 0]
    with pytest.raises(EngineUnavailable):
        fetch(server, tmp_path / "p.part")
    server.files[NAME] = made[1]
    fetch(server, tmp_path / "p.part")
    assert (tmp_path / "p.part").read_bytes() == made[1]


def test_a_server_that_marks_nothing_is_read_from_the_beginning(server, made, tmp_path):
    server.marked = False
    server.breaks += [100_000]
    fetch(server, tmp_path / "p.part")
    assert [r.headers.get("Range") for r in server.requests] == [None, None]
    assert (tmp_path / "p.part").read_bytes() == made[0]


def test_a_download_that_is_complete_is_not_downloaded_again(server, made, tmp_path):
    for _ in range(2):
        fetch(server, tmp_path / "p.part")
    assert (tmp_path / "p.part").read_bytes() == made[0]
    download.discard(tmp_path / "p.part")
    assert list(tmp_path.iterdir()) == []


def begun(tmp_path, server, content):
    """A download that broke off; the mark is that of the file that is there now."""
    (tmp_path / "p.part").write_bytes(content)
    note = {"url": f"{server.url}/{NAME}", "mark": server.mark(NAME)}
    (tmp_path / "p.part.json").write_text(json.dumps(note))


def test_a_beginning_longer_than_the_file_is_thrown_away(server, made, tmp_path):
    begun(tmp_path, server, made[0] + b"more")
    fetch(server, tmp_path / "p.part")
    assert (tmp_path / "p.part").read_bytes() == made[0]


def test_a_piece_that_was_not_asked_for_is_not_taken(server, made, tmp_path):
    begun(tmp_path, server, made[0][:1000])
    server.shift = 5
    fetch(server, tmp_path / "p.part")
    assert (tmp_path / "p.part").read_bytes() == made[0]


def test_a_server_in_trouble_is_asked_again(server, made, tmp_path):
    server.troubles += [503, 500]
    fetch(server, tmp_path / "p.part")
    assert (tmp_path / "p.part").read_bytes() == made[0]


def test_a_file_over_the_limit_is_not_downloaded(server, tmp_path, monkeypatch):
    monkeypatch.setattr(download, "MAX_BYTES", 100_000)
    with pytest.raises(EngineError, match="longer than 100000 bytes"):
        fetch(server, tmp_path / "p.part")
    assert (tmp_path / "p.part").stat().st_size == 0


def test_a_missing_file_is_told(server, tmp_path):
    with pytest.raises(EngineUnavailable, match="the server answers 404"):
        download.fetch(f"{server.url}/nothing", tmp_path / "p.part", advance=lambda *_: None, patience=HASTY)


# Installing


@pytest.fixture
def file(made, tmp_path):
    path = tmp_path / NAME
    path.write_bytes(made[0])
    return path


def test_an_installed_model_translates(file, tmp_path):
    package = install(file, tmp_path / "var")
    engine = ct2.Ct2(spec("ct2", tmp_path / "var"))
    assert engine.probe() == package.folder.name == f"zh-en-1.9-{package.sha256[:8]}"
    (result,) = engine.translate(["严禁采购来源不明的食材。"], terms={}, context="directive")
    assert result.text
    assert not (package.folder / "stanza").exists()
    assert sorted(p.name for p in (tmp_path / "var/engines").iterdir()) == ["packages.json", package.folder.name]


def test_the_same_file_may_be_installed_again(file, tmp_path):
    assert install(file, tmp_path / "var") == install(file, tmp_path / "var", pair=None)


def test_another_file_under_the_same_version_is_refused_until_it_is_accepted(file, made, tmp_path):
    first = install(file, tmp_path / "var")
    file.write_bytes(made[1])
    with pytest.raises(EngineError) as caught:
        install(file, tmp_path / "var")
    assert first.sha256 in str(caught.value)
    assert "--accept-change" in str(caught.value)
    assert packages.installed(tmp_path / "var", "zh-en") == first.folder
    ct2.load(first.folder)
    second = install(file, tmp_path / "var", accept_change=True)
    assert packages.installed(tmp_path / "var", "zh-en") == second.folder
    assert not first.folder.exists()
    file.write_bytes(made[0])
    with pytest.raises(EngineError, match="--accept-change"):
        install(file, tmp_path / "var")


def test_the_checksum_is_remembered_although_the_model_is_gone(file, made, tmp_path):
    package = install(file, tmp_path / "var")
    for path in sorted(package.folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    package.folder.rmdir()
    assert packages.installed(tmp_path / "var", "zh-en") is None
    file.write_bytes(made[1])
    with pytest.raises(EngineError, match="--accept-change"):
        install(file, tmp_path / "var")


def test_a_new_version_takes_the_place_of_the_old_one(file, tmp_path):
    old = install(file, tmp_path / "var")
    new = install(tiny_model.package(tmp_path / "n.argosmodel", version="1.10", seed=2), tmp_path / "var")
    assert packages.installed(tmp_path / "var", "zh-en") == new.folder
    assert not old.folder.exists()


def test_a_model_that_cannot_be_loaded_changes_nothing(file, tmp_path):
    old = install(file, tmp_path / "var")
    broken = altered(file, tmp_path / "b.argosmodel", {"model/model.bin": b"no model"}, version="2.0")
    with pytest.raises(EngineUnavailable, match="cannot be loaded"):
        install(broken, tmp_path / "var")
    assert packages.installed(tmp_path / "var", "zh-en") == old.folder
    assert sorted(p.name for p in (tmp_path / "var/engines").iterdir()) == ["packages.json", old.folder.name]


def test_a_model_of_another_pair_is_refused(file, tmp_path):
    with pytest.raises(EngineError, match="a model for zh-en, not for zt-en"):
        install(file, tmp_path / "var", pair="zt-en")
    with pytest.raises(EngineError, match="from 'de' to 'en', not from Chinese"):
        install(tiny_model.package(tmp_path / "d.argosmodel", from_code="de"), tmp_path / "var", pair=None)


def test_a_damaged_record_is_told_and_not_overwritten(file, tmp_path):
    install(file, tmp_path / "var")
    (tmp_path / "var/engines/packages.json").write_text("{")
    with pytest.raises(EngineError, match=r"packages\.json: is damaged"):
        install(file, tmp_path / "var")
    with pytest.raises(EngineUnavailable, match="run `digest engine install zh-en`"):
        ct2.Ct2(spec("ct2", tmp_path / "var")).probe()


@pytest.mark.parametrize("written", ['{"current": []}', '{"seen": 3}', "[]", "5", "\udc80"])
def test_a_record_of_another_shape_is_damaged_too(file, tmp_path, written):
    path = packages.record_path(tmp_path)
    path.parent.mkdir()
    path.write_bytes(written.encode("utf-8", "surrogateescape"))
    with pytest.raises(EngineError, match=r"packages\.json: is damaged"):
        install(file, tmp_path)
    assert packages.installed(tmp_path, "zh-en") is None
    path.unlink()
    path.mkdir()
    assert packages.installed(tmp_path, "zh-en") is None


# What a stranger may have put into an archive


def altered(file, target, files, *, version=None, links=()):
    """A copy of a package with other or more files; names without a folder belong to the package's own."""
    top = "translate-zh_en-1_9/"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive_:
        for info in source.infolist():
            data = files.pop(info.filename.removeprefix(top), source.read(info))
            if version and info.filename.endswith("metadata.json"):
                data = json.dumps({**json.loads(data), "package_version": version})
            if data is not None:
                archive_.writestr(info.filename, data)
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            if name in links:
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive_.writestr(info, data)
    return target


@pytest.mark.parametrize(
    "name",
    [
        "../escaped",
        "/tmp/escaped",
        "translate-zh_en-1_9/model/../../../escaped",
        "..\\escaped",
        "C:\\escaped",
        "C:escaped",
    ],
)
def test_names_that_lead_out_of_the_folder_are_refused(file, tmp_path, name):
    bad = altered(file, tmp_path / "bad.argosmodel", {name: b"x"})
    with pytest.raises(EngineError, match="it would write outside its folder"):
        install(bad, tmp_path / "var")
    assert not list(tmp_path.rglob("*escaped*"))
    assert list((tmp_path / "var/engines").iterdir()) == []


def test_links_are_refused(file, tmp_path):
    name = "translate-zh_en-1_9/model/vocabulary.txt"
    bad = altered(file, tmp_path / "bad.argosmodel", {name: b"/etc/passwd"}, links=[name])
    with pytest.raises(EngineError, match="it holds a link"):
        install(bad, tmp_path / "var")


def test_an_archive_cannot_grow_without_end(file, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_BYTES", 1_000_000)
    bad = altered(file, tmp_path / "bad.argosmodel", {"model/model.bin": bytes(5_000_000)})
    assert bad.stat().st_size < 500_000
    with pytest.raises(EngineError, match="it holds more than 1000000 bytes"):
        install(bad, tmp_path / "var")
    assert list((tmp_path / "var/engines").iterdir()) == []


def test_an_archive_cannot_hold_files_without_end(file, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILES", 10)
    bad = altered(file, tmp_path / "bad.argosmodel", {f"{n}.txt": b"" for n in range(10)})
    with pytest.raises(EngineError, match="more than 10 files"):
        install(bad, tmp_path / "var")


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("sentencepiece.model", "has no sentencepiece.model"),
        ("model/model.bin", "has no model/model.bin"),
        ("metadata.json", "has no metadata.json"),
    ],
)
def test_a_package_without_its_parts_is_none(file, tmp_path, missing, told):
    with pytest.raises(EngineError, match=told):
        install(altered(file, tmp_path / "bad.argosmodel", {missing: None}), tmp_path / "var")


@pytest.mark.parametrize("data", [b"", b"<html>not found</html>", b"PK\x03\x04 and nothing more"])
def test_what_is_no_archive_is_none(tmp_path, data):
    path = tmp_path / NAME
    path.write_bytes(data)
    with pytest.raises(EngineError, match="is damaged or no model package"):
        install(path, tmp_path / "var")


def test_a_damaged_archive_is_none_wherever_the_damage_is(file, tmp_path):
    whole = file.read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as source:
        info = source.getinfo("translate-zh_en-1_9/model/model.bin")
    for offset in (1000, info.compress_size // 2, info.compress_size - 10):
        place = info.header_offset + 60 + offset
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with pytest.raises(EngineError, match="is damaged"):
            install(file, tmp_path / f"var-{offset}")


def test_an_installation_killed_before_the_end_leaves_the_old_model(file, tmp_path):
    """kill -9 while the new model is proved: the old one is still current, and the next installation goes through."""
    import signal
    import subprocess
    import sys

    old = install(file, tmp_path / "var")
    new = tiny_model.package(tmp_path / "n.argosmodel", version="2.0", seed=2)
    code = (
        "import os, signal, sys; from pathlib import Path; from digest.translate import packages\n"
        "packages.install(Path(sys.argv[1]), state_dir=Path(sys.argv[2]), pair='zh-en',"
        " prove=lambda _: os.kill(os.getpid(), signal.SIGKILL))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, new, tmp_path / "var"], check=False, env={**os.environ})
    assert done.returncode == -signal.SIGKILL
    assert packages.installed(tmp_path / "var", "zh-en") == old.folder
    (left,) = (tmp_path / "var/engines").glob(".unpack-*")
    os.utime(left, (0, 0))
    assert install(new, tmp_path / "var").folder.is_dir()
    assert not left.exists()
