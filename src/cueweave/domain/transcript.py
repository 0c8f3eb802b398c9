"""What a transcript is made of, from subtitles and sound to paragraphs. Times are seconds in the medium."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cueweave.domain.keywords import Keyword
from cueweave.domain.visuals import Visual

Report = Callable[[float], None]
"""Takes the share of a step that is done, 0.0 to 1.0; raises to stop the step."""
SURE = 0.9
"""Confidence from which a word is called sure: `benchmarks/alignment.py` says how many of these lie within 100 ms."""

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Characters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese, and their marks."""


def is_unspaced(letter: str) -> bool:
    """Whether a character belongs to a script that writes no spaces between words."""
    return UNSPACED.match(letter) is not None


def join_words(texts: Sequence[str]) -> str:
    """Words as they are displayed: apart by blanks, but not between two characters of a script without spaces."""
    joined: list[str] = []
    for text in texts:
        if joined and not (is_unspaced(joined[-1].rstrip("\u200b")[-1:]) and is_unspaced(text)):
            joined.append(" ")
        joined.append(text)
    return "".join(joined)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, `start <= end`."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle: its text is free of markup, its words stand apart by white space."""

    start: float
    end: float
    text: str
    speaker: str | None = None
    """Who says it, where the subtitles tell it beside the text."""


@dataclass(frozen=True, slots=True)
class Medium:
    """What the header of a recording says."""

    duration: float
    has_sound: bool
    has_picture: bool

    @property
    def kind(self) -> str:
        """`video` or `audio`, as in the result document."""
        return "video" if self.has_picture else "audio"


@dataclass(frozen=True, slots=True)
class Sound:
    """Decoded sound in a file of its own: raw signed 16-bit little-endian mono at `rate` Hz.

    It lies on disk so that memory doesn't grow with the medium's length.
    """

    path: Path
    rate: int
    samples: int

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.samples / self.rate

    def read(self, start: float, end: float) -> bytes:
        """The samples from `start` to `end` (seconds, clipped to what there is) as raw bytes."""
        first = min(max(round(start * self.rate), 0), self.samples)
        stop = min(max(round(end * self.rate), first), self.samples)
        with self.path.open("rb") as file:
            file.seek(first * 2)
            return file.read((stop - first) * 2)


@dataclass(frozen=True, slots=True)
class Piece:
    """From `start` (in subtitle time) to the next piece, subtitle time becomes medium time: `time * rate + offset`."""

    start: float
    offset: float
    rate: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How subtitle time becomes medium time: `time * rate + offset`, unless there are pieces."""

    offset: float
    rate: float
    score: float
    """How well the cues then agree with speech, 0.0 to 1.0."""
    method: str
    pieces: tuple[Piece, ...] = ()
    """More than one where the offset jumps, in order; the first one starts at or before the first cue."""

    @property
    def leaves_alone(self) -> bool:
        """Whether each cue stays where it was given."""
        return (self.offset, self.rate, self.pieces) == (0.0, 1.0, ())


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is displayed, with the time at which it is spoken; `confidence` is 0.0 to 1.0."""

    text: str
    start: float
    end: float
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Whether it can be believed to lie within 100 ms."""
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Utterance:
    """What an engine heard at a stretch: at least one word, with the engine's own times, which may be rough."""

    words: tuple[Word, ...]
    language: str | None = None
    """What the engine took it for (ISO 639-1); None where it doesn't say."""

    @property
    def cue(self) -> Cue:
        """The same as a subtitle."""
        return Cue(self.words[0].start, self.words[-1].end, " ".join(word.text for word in self.words))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words `first` up to and without `stop`, by index."""

    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words with their final times, and how they were got."""

    words: tuple[Word, ...]
    method: str
    aligned: float
    """The share of the words whose time was heard in the sound, 0.0 to 1.0."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of at least one word, as a reader sees it."""

    words: tuple[Word, ...]
    title: str | None
    keywords: tuple[Keyword, ...]
    visual: Visual | None
    speaker: str | None = None
    """Who says all of it, where that is known."""

    @property
    def text(self) -> str:
        """Its words, joined."""
        return join_words([word.text for word in self.words])

    @property
    def start(self) -> float:
        """When its first word starts."""
        return self.words[0].start

    @property
    def end(self) -> float:
        """When its last word ends."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Transcript:
    """The whole result."""

    paragraphs: tuple[Paragraph, ...]
    medium: Medium
    language: str | None
    fit: Fit
    method: str
    words_aligned: float
    analysis: str
    """Who decided about paragraphs, keywords and figures."""
