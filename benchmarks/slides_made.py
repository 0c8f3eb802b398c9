"""A lecture with slides as a PDF: what is said, what pages show, and videos in which they are seen in some order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from slide_video import Look, Speaker, write

from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.analysis.function_words import is_function_word

TEXTS = Path(__file__).parent / "texts"
PAGES, PER_PAGE = 12, 3
"""Pages, and sentences spoken about each."""
WORD_SECONDS = 0.4
RATE = 5
SIZES = {"16:9": (960, 540), "4:3": (720, 540)}
"""Of pages, in points."""
BACK_TO = 5
ORDER: tuple[int | str, ...] = (0, 1, 2, "head", 4, 5, 6, 7, BACK_TO, 8, "foreign", 9, 10, 11)
"""What the video shows: pages by index, of which one is skipped and one gone back to; between them the speaker alone,
who speaks about the skipped page, and another program's window."""
ABOUT = {"head": 3, "foreign": None}
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown for a while; `about` is the page that is spoken about, if one is."""

    shows: int | str
    about: int | None
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Made:
    """The lecture."""

    parts: tuple[Part, ...]
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]


def made_lecture(language: str, pdf: Path, *, shape: str = "16:9") -> Made:
    """The text of a language (`texts`) as speech about twelve pages, which are written to `pdf`."""
    lines = [line for line in (TEXTS / f"{language}.txt").read_text().splitlines() if line]
    groups = [lines[at : at + PER_PAGE] for at in range(0, len(lines), PER_PAGE)]
    pages = [(_title(group, language), [_bullet(line, language) for line in group]) for group in groups[:PAGES]]
    write_pdf(pdf, pages, SIZES[shape])
    parts: list[Part] = []
    words: list[Word] = []
    sentences: list[Sentence] = []
    for at, shows in enumerate(ORDER):
        about = ABOUT[shows] if isinstance(shows, str) else shows
        said = groups[PAGES] if about is None else groups[about]
        start = len(words) * WORD_SECONDS
        for line in said[:2] if shows in ORDER[:at] else said:
            first = len(words)
            for text in line.split():
                words.append(Word(text, len(words) * WORD_SECONDS, (len(words) + 1) * WORD_SECONDS, 1.0))
            sentences.append(Sentence(first, len(words)))
        parts.append(Part(shows, about, start, len(words) * WORD_SECONDS))
    return Made(tuple(parts), tuple(words), tuple(sentences))


def _content(line: str, language: str) -> list[str]:
    words = [word.strip(".,?!:;\"'") for word in line.split()]
    return [word for word in words if len(word) > 3 and not is_function_word(word, language)]


def _title(group: Sequence[str], language: str) -> str:
    return " & ".join(max(_content(line, language) or [line], key=len).capitalize() for line in group[:2])


def _bullet(line: str, language: str) -> str:
    """Not what is said but its longest words, out of order, as bullets have it."""
    words = sorted(_content(line, language), key=len, reverse=True)[:4]
    return ", ".join(sorted(words))


def write_pdf(path: Path, pages: Sequence[tuple[str, Sequence[str]]], size: tuple[int, int]) -> None:
    """Pages with a title and bullets, all of one look."""
    width, height = size
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    pdfmetrics.registerFont(TTFont("Body", "Vera.ttf"))
    for number, (title, bullets) in enumerate(pages, 1):
        canvas.setFillColor(HexColor("#1f6feb"))
        canvas.rect(0, height - 12, width, 12, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#1d2a3a"))
        canvas.setFont("Body", 34)
        canvas.drawString(60, height - 90, title)
        canvas.setFont("Body", 22)
        for row, bullet in enumerate(bullets):
            canvas.circle(70, height - 152 - 60 * row, 5, stroke=0, fill=1)
            canvas.drawString(90, height - 160 - 60 * row, bullet)
        canvas.setFont("Body", 12)
        canvas.drawString(60, 24, f"How harbours work   {number} / {len(pages)}")
        canvas.showPage()
    canvas.save()


@dataclass(frozen=True, slots=True)
class Scene:
    """How a camera or a program puts slides into the picture."""

    size: tuple[int, int] = (1280, 720)
    slide: tuple[float, float, float] = (0.0, 0.0, 1.0)
    """Left, top and width of where slides stand, as shares of the picture's width (height for the top)."""
    inset: float = 0.0
    """Side of a speaker's picture in the lower right corner, as a share of the picture's."""
    around: str = "#000000"
    warm: bool = False
    """Whether a beamer and a camera changed the colours and made it softer."""
    options: tuple[tuple[str, str], ...] = ()
    """The encoder's."""
    shape: str = "16:9"


def write_video(path: Path, made: Made, pdf: Path, scene: Scene) -> None:
    """The lecture as it is seen; no sound."""
    speaker = Speaker(Look(size=scene.size, rate=RATE, inset=scene.inset))
    alone = Speaker(Look(size=scene.size, rate=RATE, inset=1.0))
    stills = {part.shows: _still(part.shows, pdf, scene) for part in made.parts if part.shows != "head"}

    def frames() -> Iterator[Pixels]:
        for part in made.parts:
            for number in range(round(part.start * RATE), round(part.end * RATE)):
                if part.shows == "head":
                    yield alone.over(np.zeros((*scene.size[::-1], 3), np.uint8), number / RATE)
                else:
                    still = stills[part.shows]
                    yield speaker.over(still, number / RATE) if scene.inset else still

    write(path, frames(), RATE, dict(scene.options))


def _still(shows: int | str, pdf: Path, scene: Scene) -> Pixels:
    if isinstance(shows, str):
        return _window(scene.size)
    picture = Image.new("RGB", scene.size, scene.around)
    width, height = scene.size
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[shows]
        wide = round(width * scene.slide[2])
        drawn = page.render(scale=wide / page.get_width(), rev_byteorder=True).to_pil().convert("RGB")
    if drawn.height > height:
        drawn = drawn.resize((round(drawn.width * height / drawn.height), height))
    left = round(width * scene.slide[0]) if scene.slide[2] < 1 else (width - drawn.width) // 2
    picture.paste(drawn, (left, round(height * scene.slide[1])))
    return _filmed(picture) if scene.warm else np.asarray(picture)


def _filmed(picture: Image.Image) -> Pixels:
    soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(1.2)), np.float64)
    light = 0.75 + 0.25 * np.linspace(0.6, 1.0, picture.width)[None, :, None]
    return np.asarray(np.clip(20 + soft * light * (0.85, 0.8, 0.7), 0, 255), np.uint8)


def _window(size: tuple[int, int]) -> Pixels:
    """Another program's: lines of code on a dark ground."""
    chance = random.Random(5)  # noqa: S311 - a drawing, no secret
    picture = Image.new("RGB", size, "#1e1e1e")
    pen = ImageDraw.Draw(picture)
    for row in range(size[1] // 30):
        text = " ".join("".join(chance.choices("abcdefgh_(){}=", k=chance.randint(2, 9))) for _ in range(6))
        pen.text((40 + 30 * (row % 4), 10 + 30 * row), text, font=ImageFont.load_default(18), fill="#d4d4d4")
    return np.asarray(picture)
