"""The engine ct2 on a real CTranslate2 model that has learnt nothing: all but the English is real."""

import json
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import ctranslate2
import pytest
import sentencepiece
import tiny_model
from engine_rig import SENTENCES, spec

from digest.errors import EngineUnavailable
from digest.translate import ct2
from digest.translate.archive import unpack
from digest.translate.engine import State


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    base = tmp_path_factory.mktemp("model")
    unpack(tiny_model.package(base / "tiny.argosmodel"), base / "package")
    return base / "package"


def engine(folder, **more):
    return ct2.Ct2(spec("ct2", folder=folder, **more))


def test_every_text_gets_one_answer_and_the_same_one_every_time(folder):
    texts = [*SENTENCES, "".join(SENTENCES[:2]), ""]
    results = engine(folder).translate(texts, terms={}, context="directive")
    assert [r.state for r in results] == [State.MT] * 6 + [State.NONE]
    assert results == engine(folder, threads=1).translate(texts, terms={}, context="directive")


def test_a_text_of_two_sentences_is_translated_sentence_by_sentence(folder):
    first, second, both = (
        r.text for r in engine(folder).translate([*SENTENCES[:2], "".join(SENTENCES[:2])], terms={}, context="title")
    )
    assert both == f"{first} {second}"


def test_decoding_is_that_of_argos_with_two_guards_against_loops(folder):
    tokens = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    (found,) = ctranslate2.Translator(str(folder / "model")).translate_batch(
        [tokens.encode(SENTENCES[0], out_type=str)],
        beam_size=4,
        length_penalty=0.2,
        replace_unknowns=True,
        repetition_penalty=1.1,
        no_repeat_ngram_size=4,
    )
    (result,) = engine(folder).translate(SENTENCES[:1], terms={}, context="title")
    assert result.text.replace(" ", "") == "".join(found.hypotheses[0]).replace("▁", "")


def test_no_mark_of_the_tokenizer_is_left_in_the_english(folder):
    for result in engine(folder).translate(SENTENCES, terms={}, context="title"):
        assert not set("▁_") & set(result.text)
        assert result.text == " ".join(result.text.split())


def test_the_word_that_a_model_wants_first_is_not_shown(tmp_path):
    path = tiny_model.package(tmp_path / "prefix.argosmodel", target_prefix="▁the")
    unpack(path, tmp_path / "package")
    model = ct2.load(tmp_path / "package")
    assert model.target_prefix == "▁the"
    plain = ct2.Model(translator=model.translator, tokens=model.tokens, target_prefix="")
    (forced,), (free,) = model.translate(SENTENCES[:1]), plain.translate(SENTENCES[:1])
    assert forced != free
    assert (model._text(["▁the", "▁ban", "_on"]), plain._text(["▁the", "▁ban"])) == ("ban on", "the ban")


def test_the_fingerprint_is_that_of_the_files(folder, tmp_path):
    unpack(tiny_model.package(tmp_path / "other.argosmodel", seed=2), tmp_path / "package")
    assert engine(folder).fingerprint == engine(folder, threads=3).fingerprint
    assert engine(folder).fingerprint != engine(tmp_path / "package").fingerprint


def test_nothing_leaves_the_machine_and_nobody_pays(folder):
    assert (engine(folder).leaves_machine, engine(folder).paid) == (False, False)


def test_without_a_model_the_advice_is_to_install_one(tmp_path):
    absent = ct2.Ct2(spec("ct2", tmp_path))
    for call in (absent.probe, lambda: absent.translate(["要快。"], terms={}, context="title")):
        with pytest.raises(
            EngineUnavailable, match="office: no model is installed for zh-en: run `digest engine install"
        ):
            call()


def test_a_model_that_cannot_be_loaded_is_unavailable(folder, tmp_path):
    (tmp_path / "model").mkdir()
    for name in ("metadata.json", "sentencepiece.model"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "model/model.bin").write_bytes(b"\x63\0\0\0 of a later version")
    with pytest.raises(EngineUnavailable, match=r"office: the model in .* cannot be loaded"):
        engine(tmp_path).probe()


def test_without_the_extra_the_command_that_helps_is_told(folder):
    code = (
        "import sys, json, pathlib\n"
        "sys.modules['ctranslate2'] = None\n"
        "import importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'ctranslate2' else find(name, *a)\n"
        "from digest.translate import ct2\n"
        "from digest.errors import EngineUnavailable\n"
        f"try: ct2.load(pathlib.Path({json.dumps(str(folder))}))\n"
        "except EngineUnavailable as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == 'ct2: needs the extra mt: pip install "directive-digest[mt]"\n'


class _Short:
    """A translator that has one sentence of the tokens cut off."""

    def __init__(self, tokens, english):
        self.tokens, self.english = tokens, english

    def translate_batch(self, sentences, **options):
        return [SimpleNamespace(hypotheses=[["▁" + self.english["".join(zh).replace("▁", "")]]]) for zh in sentences]


def test_a_sentence_that_the_model_cuts_off_is_seen_among_others(folder):
    loaded = ct2.load(folder)
    first, second = "要加强森林防火，备足救灾物资，落实值班制度。", "供热企业要检修锅炉，畅通服务热线。"
    english = {
        first: "Forest fire prevention should be strengthened.",
        second: "Heating companies should overhaul boilers and keep service hotlines open.",
    }
    made = engine(folder)
    tokens = SimpleNamespace(encode=lambda text, out_type: [text])
    made._model = replace(loaded, translator=_Short(tokens, english), tokens=tokens)
    cut, whole = made.translate([first + second, second * 2], terms={}, context="directive")
    assert (cut.text, cut.why) == (None, "the model stops before the end of a sentence")
    assert whole.text == f"{english[second]} {english[second]}"


class _Fussy:
    """A translator that raises for whatever it finds in a batch."""

    def __init__(self, translator, fault):
        self.translator, self.fault = translator, fault

    def translate_batch(self, sentences, **options):
        if any(self.fault in "".join(tokens) for tokens in sentences):
            raise RuntimeError("No position encodings are defined\nfor positions >= 512")
        return self.translator.translate_batch(sentences, **options)


def test_a_text_that_is_too_much_for_the_model_costs_only_itself(folder):
    made = engine(folder)
    loaded = ct2.load(folder)
    made._model = replace(loaded, translator=_Fussy(loaded.translator, "食材"))
    results = made.translate(SENTENCES, terms={}, context="directive")
    assert [r.state for r in results] == [State.NONE if "食材" in zh else State.MT for zh in SENTENCES]
    assert results[2].why == "the model fails: No position encodings are defined for positions >= 512"
    (alone,) = made.translate(SENTENCES[2:3], terms={}, context="directive")
    assert alone == results[2]


def test_a_model_that_fails_for_every_text_is_unavailable(folder):
    made = engine(folder)
    loaded = ct2.load(folder)
    made._model = replace(loaded, translator=_Fussy(loaded.translator, ""))
    for texts in (SENTENCES, SENTENCES[:1]):
        with pytest.raises(EngineUnavailable, match="office: the model fails: No position"):
            made.translate(texts, terms={}, context="directive")


def test_half_a_character_is_no_fault(folder):
    (result,) = engine(folder).translate(["要快\ud800。"], terms={}, context="directive")
    assert result.state is State.MT


def test_a_package_that_cannot_be_read_is_told_when_it_is_used_and_never_before(folder, tmp_path):
    (tmp_path / "metadata.json").symlink_to("/proc/self/mem")
    with pytest.raises(EngineUnavailable, match="cannot be loaded"):
        engine(tmp_path).probe()
