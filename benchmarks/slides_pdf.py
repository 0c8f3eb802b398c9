"""Pages of a PDF beside made lectures: for how much of the time the right page is shown, or rightly none; speed."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from row import Row, print_machine, print_table
from slides_made import Made, Scene, made_lecture, write_video

from cueweave.domain.transcript import Fit
from cueweave.domain.visuals import Image, Visual
from cueweave.pipeline.paging import Pages, with_pages
from cueweave.pipeline.said import Said
from cueweave.stages.media import probe
from cueweave.stages.pages import read_pages
from cueweave.stages.visuals import find_slides

STEP = 0.5
"""Seconds between two looks at what is shown."""
SCENES = {
    "the whole picture": Scene(),
    "360p, low bit rate": Scene(size=(640, 360), options=(("crf", "38"),)),
    "4:3 between bars": Scene(shape="4:3"),
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
        return [*seen, *(_heard_row(language, Path(name) / language) for language in LANGUAGES)]


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
    return Row(f"pages seen: {kind}", f"{_score(visuals, true)}, {took:.1f} s", f"{len(slides)} slides in the video")


def _heard_row(language: str, folder: Path) -> Row:
    folder.mkdir()
    made = made_lecture(language, folder / "slides.pdf")
    begun = time.perf_counter()
    visuals = _placed(made, language, [], folder)
    took = time.perf_counter() - begun
    true = [(part.start, part.end, part.about) for part in made.parts]
    return Row(f"pages heard: {language}", f"{_score(visuals, true)}, {took:.1f} s", "")


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
    print_machine()
    print_table(page_rows())
