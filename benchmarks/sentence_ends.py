"""How well sentence ends are found, with punctuation and without, in each language of `texts`: boundary F1.

`python benchmarks/sentence_ends.py [FILE ...]`; a file holds a sentence a line, its name begins with the language.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import fmean

from row import Row

from cueweave.domain.transcript import Cue, Span, Word
from cueweave.stages.sentences import cue_starts, find_turns, split_sentences
from cueweave.stages.spread import spread_words
from cueweave.stages.words import cut_words

TEXTS = Path(__file__).parent / "texts"
LETTER = 0.065
"""Seconds a letter is spoken."""
JITTER = 0.25
"""Of the logarithm of that time, from word to word."""
SILENCE = 0.2
"""Seconds: a shorter pause is no silence to those who listen for speech."""
LINE, CUE = 34, 80
"""Characters: a line of automatic captions; two lines of subtitles written by people."""
MARKS = ".,;:!?…¿¡—–\"'“”„‘’«»()[]。，！？、"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as it was said: its tokens with their true times, and the indices where its sentences end."""

    words: list[Word]
    ends: list[int]


def spoken(sentences: Sequence[Sequence[str]], chance: random.Random) -> Spoken:
    """Long pauses after most sentences, short ones after commas, hesitations anywhere."""
    words: list[Word] = []
    at = 0.0
    for sentence in sentences:
        for number, token in enumerate(sentence, 1):
            end = at + LETTER * (len(token) + 1) * chance.lognormvariate(0.0, JITTER)
            words.append(Word(token, at, end, 1.0))
            at = end + _pause(token, chance, is_last=number == len(sentence))
    return Spoken(words, list(accumulate(len(sentence) for sentence in sentences)))


def _pause(token: str, chance: random.Random, *, is_last: bool) -> float:
    """Seconds; one sentence in six runs on without a pause, one word in thirty is followed by a hesitation."""
    if is_last:
        return chance.lognormvariate(-0.5, 0.5) if chance.random() > 1 / 6 else 0.05
    if token[-1] in ",;:、，":
        return chance.lognormvariate(-1.4, 0.5)
    return chance.lognormvariate(-1.2, 0.4) if chance.random() < 1 / 30 else 0.0


def captioned(said: Spoken, written: Callable[[str], str], *, by_people: bool) -> tuple[list[Cue], list[int]]:
    """Cues as people make them (they end with sentences and at pauses) or a machine (lines), and the true ends."""
    kept = [(word, written(word.text)) for word in said.words]
    stops = set(said.ends)
    cues: list[Cue] = []
    group: list[tuple[Word, str]] = []
    for at, (word, text) in enumerate(kept, 1):
        if text:
            group.append((word, text))
        follows = kept[at][0].start - word.end if at < len(kept) else 9.0
        length = sum(len(each) + 1 for _, each in group)
        is_full = length > (CUE if by_people else LINE) - 8
        if group and (
            is_full or follows > 5.0 or (by_people and (at in stops or (follows > 0.3 and length > CUE / 2)))
        ):
            cues.append(Cue(group[0][0].start, group[-1][0].end, " ".join(each for _, each in group)))
            group = []
    if not by_people:
        cues = [Cue(a.start, b.start, a.text) for a, b in pairwise([*cues, Cue(cues[-1].end, 0.0, "")])]
    count = list(accumulate(bool(text) for _, text in kept))
    return cues, [count[end - 1] for end in said.ends]


def found_ends(cues: Sequence[Cue], said: Spoken, language: str) -> list[int]:
    """What the pipeline makes of it."""
    speech: list[Span] = []
    for word in said.words:
        if speech and word.start - speech[-1].end < SILENCE:
            speech[-1] = Span(speech[-1].start, word.end)
        else:
            speech.append(Span(word.start, word.end))
    words = spread_words(cues, speech, said.words[-1].end + 1.0)
    return [each.stop for each in split_sentences(words, language, cue_starts(cues), find_turns(cues))]


def f1(found: Sequence[int], true: Sequence[int]) -> float:
    """Of the boundaries inside the text."""
    one, other = set(found[:-1]), set(true[:-1])
    return 2 * len(one & other) / max(len(one) + len(other), 1)


def as_written(token: str) -> str:
    """The same."""
    return token


def without_marks(token: str) -> str:
    """As automatic captions have it."""
    return token.strip(MARKS).lower()


def without_stops(token: str) -> str:
    """Commas stay."""
    return token.strip(MARKS.replace(",", "")).lower()


def shouted(token: str) -> str:
    """As old subtitles have it."""
    return token.upper()


def shouted_without_marks(token: str) -> str:
    """The hardest."""
    return without_marks(token).upper()


CONDITIONS: dict[str, tuple[Callable[[str], str], bool]] = {
    "written, subtitles": (as_written, True),
    "written, lines": (as_written, False),
    "capitals": (shouted, False),
    "no marks, subtitles": (without_marks, True),
    "no marks, lines": (without_marks, False),
    "commas only": (without_stops, False),
    "capitals, no marks": (shouted_without_marks, False),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A text under a condition: how it was said, its cues, and the true ends of its sentences."""

    language: str
    said: Spoken
    cues: list[Cue]
    true: list[int]


def case(path: Path, condition: str, seed: int) -> Case:
    """The name of the file begins with its language."""
    language = path.name[:2]
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    said = spoken([cut_words(line, language) for line in lines], random.Random(seed))  # noqa: S311 - a model of pauses
    written, by_people = CONDITIONS[condition]
    return Case(language, said, *captioned(said, written, by_people=by_people))


def measure(path: Path, condition: str, seed: int) -> float:
    """Boundary F1 of one text under one condition."""
    one = case(path, condition, seed)
    return f1(found_ends(one.cues, one.said, one.language), one.true)


def by_cues(path: Path, condition: str, seed: int) -> float:
    """The same, were every cue a sentence."""
    one = case(path, condition, seed)
    return f1(list(accumulate(len(cue.text.split()) for cue in one.cues)), one.true)


def sentence_rows() -> list[Row]:
    """The mean over all languages a condition, beside cutting wherever a cue ends."""
    paths = sorted(TEXTS.glob("*.txt"))
    return [
        Row(
            f"sentence ends, {name}",
            f"F1 {fmean(measure(path, name, 0) for path in paths):.3f}",
            f"F1 {fmean(by_cues(path, name, 0) for path in paths):.3f}, one a cue",
        )
        for name in CONDITIONS
    ]


def main(paths: Sequence[Path]) -> None:
    """A row a text, a column a condition: the mean of three models of pauses."""
    print("| text | " + " | ".join(CONDITIONS) + " |")
    print("| --- " * (len(CONDITIONS) + 1) + "|")
    rows = {path: [sum(measure(path, name, seed) for seed in range(3)) / 3 for name in CONDITIONS] for path in paths}
    for path, row in rows.items():
        print(f"| {path.stem} | " + " | ".join(f"{value:.3f}" for value in row) + " |")
    means = [sum(column) / len(rows) for column in zip(*rows.values(), strict=True)]
    print("| mean | " + " | ".join(f"{value:.3f}" for value in means) + " |")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(TEXTS.glob("*.txt")))
