"""Pages of a PDF beside made lectures: for how much of the time the right page is shown, or rightly none; speed."""

from __future__ import annotations

import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from child import run
from row import Row, print_machine, print_table
from slides_made import SIZES, WORD_SECONDS, Made, Scene, made_lecture, write_pdf, write_video

from cueweave.domain.transcript import Fit, Sentence, Word
from cueweave.domain.visuals import Image, Visual
from cueweave.pipeline.paging import Pages, with_pages
from cueweave.pipeline.said import Said
from cueweave.stages.media import probe
from cueweave.stages.pages import read_pages
from cueweave.stages.visuals import find_slides

PASSAGES = Path(__file__).parent / "passages"
STEP = 0.5
"""Seconds between two looks at what is shown."""
SCENES = {
    "the whole picture": Scene(),
    "360p, low bit rate": Scene(size=(640, 360), options=(("crf", "38"),)),
    "4:3 between bars": Scene(shape="4:3"),
    "4:3 at 55%, on grey": Scene(shape="4:3", slide=(0.05, 0.1, 0.55), around="#555a60"),
    "at 68%, beside a speaker": Scene(slide=(0.02, 0.16, 0.68), inset=0.28, around="#2b2f36"),
    "a speaker over a corner": Scene(inset=0.3),
    "filmed from a wall, at 60%": Scene(slide=(0.22, 0.1, 0.6), around="#554d44", warm=True, options=(("crf", "30"),)),
}
LANGUAGES = ("en", "de", "fr", "es", "it", "nl")


def silent(_: float) -> None:
    """Nobody watches."""


def page_rows() -> list[Row]:
    """Each kind of video, and each language without one."""
    with tempfile.TemporaryDirectory() as name:
        seen = [_seen_row(kind, scene, Path(name) / str(at)) for at, (kind, scene) in enumerate(SCENES.items())]
        heard = [_heard_row(language, Path(name) / language) for language in LANGUAGES]
        return [*seen, *heard, _others_row(Path(name)), *_reading_rows(Path(name))]


def _seen_row(kind: str, scene: Scene, folder: Path) -> Row:
    folder.mkdir()
    made = made_lecture("en", folder / "slides.pdf", shape=scene.shape)
    video = folder / "lecture.mp4"
    write_video(video, made, folder / "slides.pdf", scene)
    medium = probe(video)
    slides = find_slides(video, medium, folder / "assets", silent)
    begun = time.perf_counter()
    visuals = _placed(made, "en", slides, folder)
    took = time.perf_counter() - begun
    true = [(part.start, part.end, part.shows if isinstance(part.shows, int) else None) for part in made.parts]
    best = _score([_majority(slide, true) for slide in slides], true)
    return Row(f"pages seen: {kind}", f"{_score(visuals, true)}, {took:.1f} s", f"{len(slides)} slides, at best {best}")


def _majority(slide: Visual, true: Sequence[tuple[float, float, int | None]]) -> Visual:
    """The video's slide as the page that is seen longest meanwhile: more can't be right, since it is one picture."""
    _, _, page = max(true, key=lambda part: min(part[1], slide.end) - max(part[0], slide.start))
    file = "slide" if page is None else f"page-{page + 1:03}.jpg"
    return Visual(slide.start, slide.end, Image("", None, file))


def _heard_row(language: str, folder: Path) -> Row:
    folder.mkdir()
    made = made_lecture(language, folder / "slides.pdf")
    begun = time.perf_counter()
    visuals = _placed(made, language, [], folder)
    took = time.perf_counter() - begun
    true = [(part.start, part.end, part.about) for part in made.parts]
    return Row(f"pages heard: {language}", f"{_score(visuals, true)}, {took:.1f} s", "")


def _others_row(folder: Path) -> Row:
    """The slides of a talk with what is said in six others."""
    made = made_lecture("en", folder / "slides.pdf")
    shown = seconds = 0.0
    for path in sorted(PASSAGES.glob("*.toml")):
        said = _said([each["text"] for each in tomllib.loads(path.read_text())["passage"]])
        visuals = _placed(replace(made, words=said.words, sentences=said.sentences), "en", [], folder)
        shown += sum(visual.end - visual.start for visual in visuals)
        seconds += said.words[-1].end
    return Row("pages of another talk", f"shown for {shown / seconds:.0%} of {seconds / 60:.0f} min", "0%")


def _reading_rows(folder: Path) -> list[Row]:
    rows = []
    for count in (50, 400):
        pages = [(f"Page {at}", ["One line", "Another line"]) for at in range(count)]
        write_pdf(folder / "many.pdf", pages, SIZES["16:9"])
        begun = time.perf_counter()
        _, peak = run([sys.executable, __file__, str(folder / "many.pdf"), str(folder / "many")])
        took = time.perf_counter() - begun
        rows.append(Row(f"reading {count} pages", f"{took / count:.2f} s a page, {peak / 1024**2:.0f} MB at most", ""))
    return rows


def _said(texts: Sequence[str]) -> Made:
    words: list[Word] = []
    sentences: list[Sentence] = []
    for text in texts:
        first = len(words)
        for word in text.split():
            words.append(Word(word, len(words) * WORD_SECONDS, (len(words) + 1) * WORD_SECONDS, 1.0))
        sentences.append(Sentence(first, len(words)))
    return Made((), tuple(words), tuple(sentences))


def _placed(made: Made, language: str, slides: Sequence[Visual], folder: Path) -> list[Visual]:
    pages = Pages(read_pages(folder / "slides.pdf", folder / "pages", silent), folder / "pages")
    spoken = [word.text for word in made.words]
    nobody = [None] * len(spoken)
    fit = Fit(0.0, 1.0, 1.0, "given")
    said = Said(made.words, spoken, made.sentences, frozenset(), nobody, language, fit)
    return with_pages(pages, slides, folder / "assets", said, silent)


def _score(visuals: Sequence[Visual], true: Sequence[tuple[float, float, int | None]]) -> str:
    """How much of the time is right; how much of what pages are shown is right; pages that are shown at all."""
    right = wrong = missed = false = 0
    for start, end, page in true:
        for at in range(int((end - start) / STEP)):
            shown = _page_at(visuals, start + at * STEP)
            right += shown == page
            false += shown is not None and page is None
            wrong += shown is not None and page is not None and shown != page
            missed += shown is None and page is not None
    total = right + wrong + missed + false
    parts = (f"{share:.0%} {name}" for share, name in _shares(total, wrong=wrong, missed=missed, false=false))
    return f"{right / total:.0%} right ({', '.join(parts)})"


def _shares(total: int, **counts: int) -> list[tuple[float, str]]:
    return [(count / total, name) for name, count in counts.items()]


def _page_at(visuals: Sequence[Visual], now: float) -> int | None:
    for visual in reversed(visuals):
        if visual.start <= now < visual.end and isinstance(visual.content, Image):
            name = visual.content.file
            return int(name[5:8]) - 1 if name.startswith("page-") else None
    return None


if __name__ == "__main__":
    if len(sys.argv) == 3:
        read_pages(Path(sys.argv[1]), Path(sys.argv[2]), silent)
    else:
        print_machine()
        print_table(page_rows())
