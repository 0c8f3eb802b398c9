"""A model in the form that faster-whisper loads, of one layer, which says the same whatever it hears.

Nothing but where a token stands reaches the output, which makes the next word of that; and the place that a token looks
at in the sound is as far on as the token is in the text, half a second each, so that words get times. All else is as in
a real model: the order of the vocabulary, 80 bands of sound.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs.whisper_spec import WhisperSpec
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

WIDTH, BANDS, FRAMES, LONGEST, PROMPT = 64, 80, 1500, 448, 4
LANGUAGES = ("en", "zh", "de", "es", "ru", "ko", "fr", "ja", "pt", "tr", "pl", "it", "no")
BEGIN = ("<|endoftext|>", "<|startoftranscript|>")
TASKS = "<|translate|> <|transcribe|> <|startoflm|> <|startofprev|> <|nospeech|> <|notimestamps|>".split()
TIMES = [f"<|{at * 0.02:.2f}|>" for at in range(1501)]
OF_MANY_LANGUAGES = ""
"""The token by which CTranslate2 tells a model that knows more than English."""
SAYS = ("Hello", "brave", "new", "world.", "Again!")


def make(folder: Path, *, says: Sequence[str] = SAYS, language: str | None = "de", spaced: bool = True) -> Path:
    """Write the model; 1.2 MB. It hears `language`; None: it is one of those that know English only.

    What it says are tokens, words in a script that is spaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = [_as_bytes(f" {word}" if spaced else word) for word in says]
    special = [*BEGIN, *(f"<|{each}|>" for each in (LANGUAGES if language else ())), *TASKS]
    plain = [*sorted(pre_tokenizers.ByteLevel.alphabet()), *words]
    if language:
        plain.append(OF_MANY_LANGUAGES)
    tokens = [*plain, *special, *TIMES]
    numbers = {token: at for at, token in enumerate(tokens)}
    _write_tokenizer(folder, plain, [*special, *TIMES])
    prompt = PROMPT if language else PROMPT - 2
    script = {prompt - 1 + at: numbers[word] for at, word in enumerate(words)} | {
        prompt - 1 + len(words): numbers["<|endoftext|>"]
    }
    if language:
        script[0] = numbers[f"<|{language}|>"]
    spec = _spec(len(tokens), script)
    spec.config.lang_ids = [numbers[f"<|{each}|>"] for each in LANGUAGES] if language else []
    spec.config.suppress_ids, spec.config.suppress_ids_begin = [], []
    spec.config.alignment_heads = [(0, 0)]
    spec.register_vocabulary(tokens)
    spec.validate()
    spec.optimize("int8")
    spec.save(str(folder))
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": BANDS, "chunk_length": 30}))
    return folder


def _as_bytes(text: str) -> str:
    """As the vocabulary has it: a letter for each byte."""
    ((piece, _),) = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False).pre_tokenize_str(text)
    return str(piece)


def _write_tokenizer(folder: Path, plain: Sequence[str], special: Sequence[str]) -> None:
    tokenizer = Tokenizer(models.BPE(vocab={token: at for at, token in enumerate(plain)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in special])
    tokenizer.save(str(folder / "tokenizer.json"))


def _spec(size: int, script: dict[int, int]) -> Any:
    """Behind place `p` of a text comes the token `script[p]`."""
    chance = np.random.default_rng(1)
    spec = WhisperSpec(1, 1, 1, 1)
    encoder, decoder = spec.encoder, spec.decoder
    _fill(encoder.conv1, chance.normal(0, 0.001, (WIDTH, BANDS, 3)))
    _fill(encoder.conv2, chance.normal(0, 0.001, (WIDTH, WIDTH, 3)))
    frames = np.zeros((FRAMES, WIDTH), np.float32)
    frames[np.arange(FRAMES), np.arange(FRAMES) * WIDTH // FRAMES] = 1.0
    encoder.position_encodings.encodings = frames
    decoder.embeddings.weight = np.zeros((size, WIDTH), np.float32)
    places = np.zeros((LONGEST, WIDTH), np.float32)
    places[np.arange(LONGEST), np.minimum(np.arange(LONGEST), WIDTH - 1)] = 1.0
    decoder.position_encodings.encodings = places
    output = np.zeros((size, WIDTH), np.float32)
    for place, token in script.items():
        output[token, place] = 5.0
    _fill(decoder.projection, output)
    for each in (encoder, decoder):
        _normal(each.layer_norm)
        _layer(each.layer[0])
    return spec


def _layer(layer: Any) -> None:
    attentions = [getattr(layer, name) for name in ("self_attention", "attention") if hasattr(layer, name)]
    for attention in attentions:
        _normal(attention.layer_norm)
        within, zero, same = len(attention.linear) == 2, np.zeros((WIDTH, WIDTH)), np.eye(WIDTH)
        weights = [np.zeros((3 * WIDTH, WIDTH)), zero] if within else [same, np.vstack([same, zero]), zero]
        for linear, weight in zip(attention.linear, weights, strict=True):
            _fill(linear, weight)
    _normal(layer.ffn.layer_norm)
    _fill(layer.ffn.linear_0, np.zeros((4 * WIDTH, WIDTH)))
    _fill(layer.ffn.linear_1, np.zeros((WIDTH, 4 * WIDTH)))


def _fill(part: Any, weight: np.ndarray[Any, Any]) -> None:
    part.weight = weight.astype(np.float32)
    part.bias = np.zeros(weight.shape[0], np.float32)


def _normal(part: Any) -> None:
    part.gamma, part.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
