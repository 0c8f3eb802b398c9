"""When which page is shown: by what the video shows, else by what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from cueweave.domain.transcript import Report, Sentence, Span, Word
from cueweave.stages.pages.course import Habits, likeliest
from cueweave.stages.pages.likeness import likeness
from cueweave.stages.pages.page import Page
from cueweave.stages.pages.wording import Wording

SEEN_AT = 320
"""Pixels of the longer side at which a video's pictures are compared."""
ALIKE, USUAL, OF_USUAL = 0.75, 0.75, 0.85
"""A picture shows a page from this likeness on, and from this share of the likeness (quantile) that a picture of this
video has with its page: one that was filmed from a wall has less."""
SHARP, MOST_AGAINST = 60.0, 12.0
"""How evidence grows with likeness, and how much speaks against a page at most (natural log)."""
MOST_BY_WORDS, LEAST_BY_WORDS = 3.0, -2.0
"""What words add to what is seen: they decide between pages that look alike."""
OF_SLIDES = Habits(stays=0.1, goes_on=0.6, jumps=0.1, pauses=0.2, resumes=0.25)
OF_SENTENCES = Habits(stays=0.86, goes_on=0.08, jumps=0.02, pauses=0.04, resumes=0.05)
EVIDENCE, WORDS = 5.0, 3
"""Least evidence (natural log) and words in common for a page to be shown that nobody saw."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said, with rough times at least."""

    words: Sequence[Word]
    sentences: Sequence[Sentence]
    stems: Sequence[str]
    """Of each word, as those of the pages; empty for one that has no meaning of its own."""


@dataclass(frozen=True, slots=True)
class Showing:
    """A page from `start` to `end`; one may be shown several times."""

    page: Page
    start: float
    end: float


def seen_pages(
    spans: Sequence[Span],
    files: Sequence[Path],
    pages: Sequence[Page],
    wording: Wording,
    speech: Speech,
    report: Report,
) -> list[Page | None]:
    """For each span in which the video shows the picture of the file: the page that it shows, or None."""
    if not files:
        return []
    single = list(dict.fromkeys(files))
    alike = likeness(_opened(single), pages, report)[[single.index(file) for file in files]]
    least = max(ALIKE, OF_USUAL * float(np.quantile(alike.max(1), USUAL)))
    seen = np.maximum(SHARP * (alike - least), -MOST_AGAINST)
    starts = [word.start for word in speech.words]
    heard = [wording.evidence(*np.searchsorted(starts, (span.start, span.end))) for span in spans]
    evidence = seen + np.clip(np.stack(heard), LEAST_BY_WORDS, MOST_BY_WORDS)
    course = likeliest(evidence.astype(np.float32), OF_SLIDES)
    return [
        pages[number] if number is not None and alike[at, number] >= least else None for at, number in enumerate(course)
    ]


def _opened(files: Sequence[Path]) -> list[PIL.Image.Image]:
    """Small and grey, all of the first one's shape; a video may change its own."""
    pictures: list[PIL.Image.Image] = []
    for file in files:
        with PIL.Image.open(file) as picture:
            picture.draft("L", (SEEN_AT, SEEN_AT))
            scale = SEEN_AT / max(picture.size)
            size = pictures[0].size if pictures else (round(picture.width * scale), round(picture.height * scale))
            pictures.append(picture.convert("L").resize(size, PIL.Image.Resampling.BOX))
    return pictures


def spoken_pages(pages: Sequence[Page], wording: Wording, speech: Speech) -> list[Showing]:
    """The pages that enough of what is said speaks for, in order of time, from sentence to sentence."""
    if not speech.sentences:
        return []
    evidence = np.stack([wording.evidence(each.first, each.stop) for each in speech.sentences])
    course = likeliest(evidence, OF_SENTENCES)
    showings: list[Showing] = []
    for number, run in groupby(range(len(course)), key=lambda at: course[at]):
        at = list(run)
        if number is not None and (kept := _believable(number, at, evidence, wording, speech)):
            first, last = speech.sentences[kept[0]], speech.sentences[kept[-1]]
            showings.append(Showing(pages[number], speech.words[first.first].start, speech.words[last.stop - 1].end))
    return showings


def _believable(
    number: int, run: Sequence[int], evidence: NDArray[np.float32], wording: Wording, speech: Speech
) -> list[int]:
    """The sentences of the run, from the first to the last that speaks for the page; none where that is too little."""
    speaking = [at for at in run if evidence[at, number] > 0]
    if not speaking:
        return []
    kept = list(range(speaking[0], speaking[-1] + 1))
    first, last = speech.sentences[kept[0]], speech.sentences[kept[-1]]
    enough = evidence[kept, number].sum() >= EVIDENCE
    return kept if enough and len(wording.shared(number, first.first, last.stop)) >= WORDS else []
