"""Translation on this machine: a package of Argos Translate, run by CTranslate2 without anything else of Argos.

A package is a folder with ``model/`` (CTranslate2), ``sentencepiece.model`` and ``metadata.json``. Decoding is as Argos
does it, and two settings more against the loops that its models fall into. One sentence is given at a time: these
models stop after the first part of longer texts.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.errors import EngineUnavailable
from digest.translate import coverage
from digest.translate.engine import Result, State
from digest.translate.packages import DEFAULT_PAIR, installed
from digest.translate.pieces import cut
from digest.translate.spec import EngineSpec
from digest.translate.wire import one_line

EXTRA = 'needs the extra mt: pip install "directive-digest[mt]"'
#: characters of one sentence; longer ones are cut between clauses
_SENTENCE = 120
_DECODING = {
    "beam_size": 4,
    "length_penalty": 0.2,
    "replace_unknowns": True,
    "repetition_penalty": 1.1,
    "no_repeat_ngram_size": 4,
}
_MOST_THREADS = 4
#: what a model raises for a text that is too much for it, and for every text when it is broken
_FAILURES = (RuntimeError, ValueError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """A loaded package."""

    translator: Any
    tokens: Any
    #: a word that the model wants before every translation; usually none
    target_prefix: str

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """The English of each sentence; may be empty."""
        prefix = [[self.target_prefix]] * len(sentences) if self.target_prefix else None
        found = self.translator.translate_batch(
            [self.tokens.encode(_utf8(sentence), out_type=str) for sentence in sentences],
            target_prefix=prefix,
            max_batch_size=32,
            **_DECODING,
        )
        return [self._text(result.hypotheses[0]) for result in found]

    def _text(self, tokens: Sequence[str]) -> str:
        words = tokens[1:] if self.target_prefix and tokens[:1] == [self.target_prefix] else tokens
        return " ".join("".join(words).replace("▁", " ").replace("_", " ").split())


def check_extra(name: str = "ct2") -> None:
    """Raise EngineUnavailable, with the command that helps, if the extra is not installed."""
    for module in ("ctranslate2", "sentencepiece"):
        if importlib.util.find_spec(module) is None:
            raise EngineUnavailable(EXTRA, subject=name)


def load(folder: Path, *, threads: int = 0, name: str = "ct2") -> Model:
    """The package in a folder. EngineUnavailable if it cannot be loaded, with the reason."""
    check_extra(name)
    import ctranslate2  # noqa: PLC0415 - an extra
    import sentencepiece  # noqa: PLC0415 - an extra

    try:
        metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
        tokens = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
        workers = threads or min(_MOST_THREADS, os.cpu_count() or 1)
        translator = ctranslate2.Translator(str(folder / "model"), device="cpu", intra_threads=workers)
    except (OSError, ValueError, RuntimeError) as error:  # also a model for a later version of CTranslate2
        raise EngineUnavailable(f"the model in {folder} cannot be loaded: {error}", subject=name) from error
    prefix = metadata.get("target_prefix") if isinstance(metadata, dict) else None
    return Model(translator=translator, tokens=tokens, target_prefix=prefix if isinstance(prefix, str) else "")


class Ct2:
    """One package; it is loaded when the first text comes."""

    leaves_machine = False
    paid = False
    resent = 0

    def __init__(self, spec: EngineSpec) -> None:
        """The package may be missing: then every call says so."""
        self.name = spec.name
        self._pair = spec.model or DEFAULT_PAIR
        self._folder = spec.folder or installed(spec.state_dir, self._pair)
        self._threads = spec.threads
        self._model: Model | None = None
        self._works = False
        version = _version(self._folder) if self._folder else "absent"
        self.fingerprint = f"ct2 {version} {json.dumps(_DECODING)} {_SENTENCE}"

    def probe(self) -> str:
        """What is there to translate with; raises EngineUnavailable when it cannot be used."""
        self._load()
        return f"{self._folder.name if self._folder else self._pair}"

    def translate(self, texts: Sequence[str], *, terms: Mapping[str, str], context: str) -> list[Result]:
        """See :class:`digest.translate.engine.Engine`; these models know no terms and no context."""
        del terms, context
        model = self._load()
        try:
            return self._translated(model, texts)
        except _FAILURES as error:
            found = [self._alone(model, text) for text in texts] if len(texts) > 1 or self._works else []
            if not self._works:
                raise EngineUnavailable(f"the model fails: {error}", subject=self.name) from error
            return found

    def _translated(self, model: Model, texts: Sequence[str]) -> list[Result]:
        pieces = [cut(text, _SENTENCE) for text in texts]
        flat = [piece for of_text in pieces for piece in of_text]
        done = iter(model.translate(flat) if flat else [])
        found = [self._result(of_text, [next(done) for _ in of_text]) for of_text in pieces]
        self._works = self._works or bool(flat)
        return found

    def _alone(self, model: Model, text: str) -> Result:
        """One text of a batch in which one was too much for the model: it costs only itself."""
        try:
            return self._translated(model, [text])[0]
        except _FAILURES as error:
            return Result(text=None, state=State.NONE, why=f"the model fails: {one_line(str(error))}")

    def _result(self, pieces: Sequence[str], sentences: Sequence[str]) -> Result:
        if not sentences or not all(sentences):
            return Result(text=None, state=State.NONE, why="the model says nothing")
        # the gate sees the whole text, where one piece that is cut off shows less
        if len(pieces) > 1 and any(coverage.lost(zh, english) for zh, english in zip(pieces, sentences, strict=True)):
            return Result(text=None, state=State.NONE, why="the model stops before the end of a sentence")
        return Result(text=" ".join(sentences), state=State.MT, why=self._pair)

    def _load(self) -> Model:
        if self._folder is None:
            advice = f"no model is installed for {self._pair}: run `digest engine install {self._pair}`"
            raise EngineUnavailable(advice, subject=self.name)
        if self._model is None:
            self._model = load(self._folder, threads=self._threads, name=self.name)
        return self._model


def _utf8(text: str) -> str:
    """A text without halves of characters, which the tokenizer would stumble over."""
    return text.encode("utf-8", "replace").decode()


def _version(folder: Path) -> str:
    """A hash of the files that decide about the English; "unreadable" if they cannot be read: loading says why."""
    try:
        return _hash(folder)
    except OSError:
        return "unreadable"


def _hash(folder: Path) -> str:
    total = hashlib.sha256()
    files = [
        path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in (".bin", ".model", ".json")
    ]
    for path in files:
        with path.open("rb") as file:
            total.update(
                f"{path.relative_to(folder).as_posix()} {hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode()
            )
    return total.hexdigest()[:32]
