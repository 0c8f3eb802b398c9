"""Pages, and pictures in which they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import PIL.Image
from numpy.typing import NDArray
from support.pdfs import SIZE, Slide, slides

from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.pages import Page, Speech, read_pages

Pixels = NDArray[np.uint8]
TALK = [
    Slide("The tide", ["Moon and sun pull the water", "Fourteen meters between high and low"]),
    Slide("Bread", ["Flour, salt and yeast", "Dough grows by gas"]),
    Slide("Lighthouse", ["Rings of glass bend the light", "A narrow beam turns"]),
    Slide("Knots", ["Bowline", "Clove hitch", "Figure of eight"]),
    Slide("Insurance", ["Premium and risk", "Coffee houses of London"]),
]
SENTENCES = [
    "The moon and the sun pull on the water, so the tide may differ by fourteen meters between high and low.",
    "Bread needs flour, salt and yeast, and by its gas the dough grows.",
    "In the lighthouse rings of glass bend the light into one narrow beam that turns.",
    "A sailor ties a bowline, a clove hitch or a figure of eight.",
    "Insurance began in coffee houses of London, where a premium was paid for a risk.",
]
WORD_SECONDS = 0.5


def silent(_: float) -> None:
    """Nobody watches."""


def read(folder: Path, pages: Sequence[Slide] = TALK, *, size: tuple[int, int] = SIZE) -> list[Page]:
    """With pictures in `folder/pages`."""
    return read_pages(slides(folder / "slides.pdf", pages, size=size), folder / "pages", silent)


def speech(sentences: Sequence[str]) -> Speech:
    """Two words a second."""
    words: list[Word] = []
    parts: list[Sentence] = []
    for sentence in sentences:
        first = len(words)
        for text in sentence.split():
            words.append(Word(text, len(words) * WORD_SECONDS, (len(words) + 1) * WORD_SECONDS, 1.0))
        parts.append(Sentence(first, len(words)))
    return Speech(words, parts, stems(" ".join(sentences)))


def stems(text: str) -> list[str]:
    """Good enough for these; short words have no meaning of their own."""
    words = (word.strip(".,").lower() for word in text.split())
    return [word if len(word) > 3 or word in ("sun", "tie", "gas") else "" for word in words]


def frame(folder: Path, page: Page, *, left: float = 0.0, top: float = 0.0, width: float = 1.0) -> Pixels:
    """A picture of 640 x 360 in which the page stands at that place, on grey."""
    picture = PIL.Image.new("RGB", (640, 360), "#3a4048")
    with PIL.Image.open(folder / "pages" / page.file) as whole:
        small = whole.resize((round(640 * width), round(640 * width / page.ratio)))
    picture.paste(small, (round(640 * left), round(360 * top)))
    return np.asarray(picture, np.uint8)
