"""Recordings of real speakers whose words were marked by hand, where a folder of them lies beside the repository."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from praatio import textgrid
from recording import RATE, Recording, Samples

from cueweave.domain.transcript import Cue, Span
from cueweave.stages.media import decode_sound

FOLDER = Path(os.environ.get("BENCH_VOICES") or Path(__file__).parents[2] / "shared/speech")
"""WAV and FLAC files; `NAME.TextGrid` or `NAME_words.TextGrid` with a tier of words marks them, or a line
`text (NAME)` in a .txt file says what is said."""
PAUSES = (0.6, 2.0)
"""Seconds between recordings that are joined, by chance between these."""
QUIET = 20.0
"""Standard deviation of the sound between them, in steps of 16 bits (-64 dB)."""
PADDING = 0.1
"""Seconds that a cue stands before and after marked words."""
ROUNDS = 3
"""So many times each recording stands in the joined one: enough for a fit to go by."""

TEXTS = {
    "jfk": "And so my fellow Americans, ask not what your country can do for you, ask what you can do for your country."
}
"""What is said in a recording that is passed around without its text."""


def marked_voices() -> list[Recording]:
    """Each recording with marked words, as one cue."""
    return [recording for path in _sounds() if (recording := _marked(path))]


def unmarked_voices() -> list[Recording]:
    """Each recording of which only the text is known: its words have no time."""
    texts = _texts()
    return [
        Recording(
            path.stem, "en", samples, (Cue(0.0, len(samples) / RATE, texts[path.stem]),), _nothing(texts[path.stem])
        )
        for path in _sounds()
        if path.stem in texts
        for samples in [_samples(path)]
    ]


def joined(name: str, recordings: Sequence[Recording]) -> Recording:
    """Several rounds of them, each in another order: a pattern that repeats would fit in many places."""
    chance = np.random.default_rng(4)
    parts: list[Samples] = [_pause(chance)]
    cues: list[Cue] = []
    words: list[Span | None] = []
    for at in (int(at) for _ in range(ROUNDS) for at in chance.permutation(len(recordings))):
        one, start = recordings[at], sum(len(part) for part in parts) / RATE
        cues += [Cue(cue.start + start, cue.end + start, cue.text) for cue in one.cues]
        words += [word and Span(word.start + start, word.end + start) for word in one.words]
        parts += [one.samples, _pause(chance)]
    return Recording(name, "en", np.concatenate(parts), tuple(cues), tuple(words))


def _pause(chance: np.random.Generator) -> Samples:
    return np.asarray(chance.normal(0.0, QUIET, round(chance.uniform(*PAUSES) * RATE)), np.int16)


def _sounds() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*") if path.suffix in (".wav", ".flac"))


def _marked(path: Path) -> Recording | None:
    grids = [path.with_name(f"{path.stem}{end}.TextGrid") for end in ("", "_words")]
    grid = next((grid for grid in grids if grid.exists()), None)
    words = read_words(grid) if grid else []
    if not words:
        return None
    samples = _samples(path)
    start, end = max(words[0][1].start - PADDING, 0.0), min(words[-1][1].end + PADDING, len(samples) / RATE)
    cue = Cue(start, end, " ".join(text for text, _ in words))
    return Recording(path.stem, "en", samples, (cue,), tuple(span for _, span in words))


def read_words(grid: Path) -> list[tuple[str, Span]]:
    """The words of the tier `word` or `words`, without the silence between; empty where there is no such tier."""
    found = textgrid.openTextgrid(str(grid), includeEmptyIntervals=False)
    tier = next((name for name in found.tierNames if name.lower() in ("word", "words")), None)
    if tier is None:
        return []
    return [(entry.label.strip(), Span(entry.start, entry.end)) for entry in found.getTier(tier).entries]


def _samples(path: Path) -> Samples:
    with tempfile.TemporaryDirectory() as name:
        sound = decode_sound(path, Path(name) / "sound.raw", lambda _: None)
        return np.fromfile(sound.path, "<i2").astype(np.int16)


def _texts() -> dict[str, str]:
    lines = [line for path in FOLDER.glob("*.txt") for line in path.read_text("utf-8").splitlines()]
    return TEXTS | {found[2]: found[1] for line in lines if (found := re.fullmatch(r"(.+) \(([\w-]+)\)", line.strip()))}


def _nothing(text: str) -> tuple[None, ...]:
    return (None,) * len(text.split())
