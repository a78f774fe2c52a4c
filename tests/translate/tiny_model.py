"""A model package as Argos makes them, in a second: a real transformer and a real tokenizer that have learnt nothing.

``package(path)`` writes an ``.argosmodel``. Its English is noise, the same noise every time; all else is real.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece

_LAYERS, _WIDTH, _HEADS, _PIECES = 2, 32, 4, 300
_SPECIAL = ["<unk>", "<s>", "</s>"]

CORPUS = """
各乡镇要压实属地责任切实抓好秸秆禁烧工作 严禁采购来源不明的食材发现一起查处一起 会议强调要坚持问题导向
建立台账逐项销号 市住建局要在12月20日前完成30公里老旧管网更换 非必要不离开本市确需外出的应提前报备
the townships must enforce the ban on straw burning and report every case by the end of the month
keep a register of all problems and close them one by one before the inspection of the province
"""


def tokenizer() -> bytes:
    """A SentencePiece model, trained in memory."""
    target = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(CORPUS.strip().splitlines() * 20),
        model_writer=target,
        model_type="unigram",
        vocab_size=_PIECES,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return target.getvalue()


def translator(folder: Path, pieces: list[str], seed: int) -> None:
    """A CTranslate2 model with random weights."""
    spec = ctranslate2.specs.TransformerSpec.from_config((_LAYERS, _LAYERS), _HEADS)
    random = np.random.default_rng(seed)
    vocabulary = [*_SPECIAL, *(piece for piece in pieces if piece not in _SPECIAL)]

    def weights(*shape: int) -> np.ndarray:
        return (random.standard_normal(shape) * 0.3).astype(np.float32)

    def linear(layer, out: int, into: int) -> None:
        layer.weight, layer.bias = weights(out, into), weights(out)

    def norm(layer) -> None:
        layer.gamma, layer.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)

    def attention(layer, *, cross: bool) -> None:
        first, *rest = layer.linear
        linear(first, _WIDTH if cross else 3 * _WIDTH, _WIDTH)
        for number, part in enumerate(rest):
            linear(part, 2 * _WIDTH if cross and number == 0 else _WIDTH, _WIDTH)
        norm(layer.layer_norm)

    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = weights(len(vocabulary), _WIDTH)
        side.scale_embeddings = True
        side.position_encodings.encodings = weights(512, _WIDTH)
        norm(side.layer_norm)
        for layer in side.layer:
            attention(layer.self_attention, cross=False)
            if hasattr(layer, "attention"):
                attention(layer.attention, cross=True)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, 2 * _WIDTH, _WIDTH)
            linear(layer.ffn.linear_1, _WIDTH, 2 * _WIDTH)
    linear(spec.decoder.projection, len(vocabulary), _WIDTH)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def package(path: Path, *, version: str = "1.9", seed: int = 1, **metadata: str) -> Path:
    """Write an ``.argosmodel`` file."""
    model = tokenizer()
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    folder = path.with_suffix(".model")
    folder.mkdir(parents=True)
    translator(folder, [processor.id_to_piece(i) for i in range(processor.get_piece_size())], seed)
    told = {"package_version": version, "from_code": "zh", "to_code": "en", "argos_version": "1.9.0", **metadata}
    top = f"translate-zh_en-{version.replace('.', '_')}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{top}/metadata.json", json.dumps(told))
        archive.writestr(f"{top}/sentencepiece.model", model)
        archive.writestr(f"{top}/stanza/zh/tokenize.pt", b"a sentence splitter that nobody needs")
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{top}/model/{file.name}")
    return path
