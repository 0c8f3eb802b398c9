"""Where the fit puts cues that were made by many habits: `python benchmarks/cue_habits.py [--only en,fr,real]`."""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import peer
import real_voices
from alignment import REAL, SAMPLE, SOURCES
from case_files import sound_of, write_case
from conditions import SHIFT, shifted
from corpus import even_parts, lecture
from habits import HABITS, Line, cues_by
from recording import Case, Recording
from row import print_machine
from sample_lecture import sample_lecture
from subject import silent
from table import FRAME

from cueweave.domain.transcript import Cue, Span, Word
from cueweave.pipeline.fitting import Recording as Heard, fit
from cueweave.stages.align import aligner
from cueweave.stages.speech import find_speech
from cueweave.stages.spread import spread_words
from cueweave.stages.sync import apply_fit, settled

ENDS = (".", "?", "!", "…", "»", "”", '"')
SHORT = 6
"""Words of a short cue."""
LEAST = 12
"""Cues of a set; whoever makes fewer of a text gives little to go by."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A recording that is `SHIFT` later than its subtitles, and its words as they were heard."""

    recording: Recording
    case: Path
    heard: Heard
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class Residual:
    """Seconds by which the middle cue lies off: after the fit by speech, after it was settled, and by ffsubsync."""

    habit: str
    by_speech: float
    settled: float
    peer: float | None


def main() -> None:
    """Print a row for each habit, over all recordings and all lengths of cues."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="en,fr,pl,sample", help=f"of: {', '.join(SOURCES)}; apart by commas")
    names = parser.parse_args().only.split(",")
    if REAL in names and not real_voices.FOLDER.is_dir():
        parser.error(f"real voices need a folder of recordings, named by BENCH_VOICES; {real_voices.FOLDER} is none")
    print_machine()
    found = [residual for name in names for residual in residuals(_recording(name))]
    print("| cues | sets | fit by speech (ms) | settled by words (ms) | ffsubsync (ms) | settled worse by a frame |")
    print("| --- " * 6 + "|")
    for habit in HABITS:
        print(row(habit, [one for one in found if one.habit == habit]))
    print(row("all", found))


def row(name: str, found: Sequence[Residual]) -> str:
    """Means and, in brackets, medians."""
    beaten = [one for one in found if one.peer is not None and abs(one.settled) > abs(one.peer) + FRAME]
    cells = [
        name,
        str(len(found)),
        _figures([one.by_speech for one in found]),
        _figures([one.settled for one in found]),
        _figures([one.peer for one in found if one.peer is not None]),
        str(len(beaten)),
    ]
    return f"| {' | '.join(cells)} |"


def residuals(recording: Recording) -> Iterator[Residual]:
    """For each habit and each length of cues."""
    with tempfile.TemporaryDirectory() as folder:
        matter = _matter(shifted(recording), recording, Path(folder))
        for lines in _cuts(matter):
            for habit in HABITS:
                yield _residual(matter, lines, habit)


def _residual(matter: Matter, lines: Sequence[Line], name: str) -> Residual:
    habit, free = HABITS[name]
    given = cues_by(habit, lines, random.Random(name), free=free)  # noqa: S311  # chance that can be repeated
    by_speech = fit(given, matter.heard, silent)
    final = settled(by_speech, given, matter.words)
    before, after = (
        [cue.start for cue in apply_fit(given, each, matter.heard.duration)] for each in (by_speech, final)
    )
    theirs = peer.fitted_starts(given, matter.case.with_name("sound.raw")) if peer.is_there() else None
    return Residual(name, _off(before, given), _off(after, given), _off(theirs, given) if theirs else None)


def _off(fitted: Sequence[float], given: Sequence[Cue]) -> float:
    """By how much the middle one of these starts lies beside where its cue belongs."""
    return float(np.median([start - cue.start - SHIFT for start, cue in zip(fitted, given, strict=True)]))


def _recording(name: str) -> Recording:
    if name == REAL:
        return real_voices.joined("real voices", [*real_voices.marked_voices(), *real_voices.unmarked_voices()])
    return sample_lecture() if name == SAMPLE else lecture(name)


def _matter(case: Case, recording: Recording, folder: Path) -> Matter:
    """The words are aligned once, by cues that stand right."""
    path = write_case(case, folder)
    sound = sound_of(path)
    speech = find_speech(sound, silent)
    rough = spread_words(case.heard.cues, speech, sound.duration)
    words = aligner(recording.language)(rough, sound, speech, silent).words
    return Matter(recording, path, Heard(sound, speech, sound.duration, recording.language), words)


def _cuts(matter: Matter) -> list[list[Line]]:
    """The text in cues as it came, in short ones, and sentence by sentence; times of unmarked words are those heard."""
    times = [
        span or Span(word.start - SHIFT, word.end - SHIFT)
        for span, word in zip(matter.recording.words, matter.words, strict=True)
    ]
    tokens = iter(zip((word.text for word in matter.words), times, strict=True))
    made = [[next(tokens) for _ in cue.text.split()] for cue in matter.recording.cues]
    cuts = (made, _short(made), _sentences(made))
    return [[_line(part) for part in parts] for parts in cuts if len(parts) >= LEAST]


_Tokens = list[tuple[str, Span]]


def _line(tokens: _Tokens) -> Line:
    return Line(" ".join(text for text, _ in tokens), tokens[0][1].start, tokens[-1][1].end)


def _short(made: Sequence[_Tokens]) -> list[_Tokens]:
    parts: list[_Tokens] = []
    for tokens in made:
        count = max(round(len(tokens) / SHORT), 1)
        parts += [tokens[first:stop] for first, stop in even_parts(len(tokens), count)]
    return parts


def _sentences(made: Sequence[_Tokens]) -> list[_Tokens]:
    parts: list[_Tokens] = [[]]
    for tokens in made:
        parts[-1].extend(tokens)
        if tokens[-1][0].endswith(ENDS):
            parts.append([])
    return [part for part in parts if part]


def _figures(values: Sequence[float]) -> str:
    if not values:
        return "–"
    sizes = 1000 * np.abs(values)
    return f"{sizes.mean():.0f} ({np.median(sizes):.0f})"


if __name__ == "__main__":
    main()
