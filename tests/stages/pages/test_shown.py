"""Pages are known again in a video's pictures, wherever they stand there, and in what is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from stages.pages.lectures import SENTENCES, TALK, WORD_SECONDS, Pixels, frame, read, silent, speech, stems
from stages.visuals.films import scenery

from cueweave.domain.transcript import Span
from cueweave.stages.pages import Page, Wording, seen_pages, spoken_pages

UNRELATED = ["Nobody knows yet how any of this will end.", "We shall come back to it another day, I hope."]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def pages(folder: Path) -> list[Page]:
    return read(folder)


def seen(into: Path, frames: Sequence[Pixels], pages: Sequence[Page]) -> list[int | None]:
    """The numbers of the pages that are recognised, by the pictures alone."""
    files = []
    for at, pixels in enumerate(frames):
        files.append(into / f"frame-{at}.jpg")
        PIL.Image.fromarray(pixels).save(files[-1], quality=60)
    said = speech(UNRELATED)
    wording = Wording([stems(page.text) for page in pages], said.stems)
    spans = [Span(10.0 * at, 10.0 * at + 10) for at in range(len(files))]
    return [page.number if page else None for page in seen_pages(spans, files, pages, wording, said, silent)]


@pytest.mark.parametrize(
    "place",
    [{}, {"left": 0.03, "top": 0.2, "width": 0.66}, {"left": 0.3, "top": 0.05, "width": 0.5}],
    ids=["the whole picture", "two thirds", "a half"],
)
def test_pages_are_recognised_wherever_they_stand(
    folder: Path, pages: list[Page], tmp_path: Path, place: dict[str, float]
) -> None:
    order = [1, 2, 4, 2, 5]
    frames = [frame(folder, pages[number - 1], **place) for number in order]
    assert seen(tmp_path, frames, pages) == order


def test_pages_of_another_shape_are_recognised_in_a_part_of_the_picture(tmp_path: Path) -> None:
    pages = read(tmp_path, TALK, size=(720, 540))
    frames = [frame(tmp_path, page, left=0.05, top=0.1, width=0.55) for page in pages]
    assert seen(tmp_path, frames, pages) == [1, 2, 3, 4, 5]


def test_a_speaker_over_a_corner_hides_no_page(folder: Path, pages: list[Page], tmp_path: Path) -> None:
    frames = [frame(folder, page).copy() for page in pages]
    for at, pixels in enumerate(frames):
        pixels[-110:, -200:] = scenery(at)[:110, :200]
    assert seen(tmp_path, frames, pages) == [1, 2, 3, 4, 5]


def test_what_is_no_page_stays_unmatched(folder: Path, pages: list[Page], tmp_path: Path) -> None:
    filmed = np.kron(scenery(3), np.ones((2, 2, 1), np.uint8))
    code = np.full((360, 640, 3), 25, np.uint8)
    code[20:340:24, 40:500:9] = 210
    frames = [frame(folder, pages[0]), filmed, frame(folder, pages[1]), code, frame(folder, pages[2])]
    assert seen(tmp_path, frames, pages) == [1, None, 2, None, 3]


def test_a_slide_that_the_pdf_lacks_is_not_taken_for_another(folder: Path, pages: list[Page], tmp_path: Path) -> None:
    frames = [frame(folder, page) for page in pages]
    assert seen(tmp_path, frames, [pages[0], pages[1], pages[3], pages[4]]) == [1, 2, None, 4, 5]


def spoken(pages: Sequence[Page], sentences: Sequence[str]) -> list[tuple[int, float, float]]:
    """Numbers and times of pages in a talk that goes on about other things afterwards."""
    said = speech([*sentences, *UNRELATED * 30])
    wording = Wording([stems(page.text) for page in pages], said.stems)
    return [(each.page.number, each.start, each.end) for each in spoken_pages(pages, wording, said)]


def test_without_a_picture_pages_are_shown_while_they_are_spoken_about(pages: list[Page]) -> None:
    found = spoken(pages, [*SENTENCES, SENTENCES[1]])
    assert [number for number, _, _ in found] == [1, 2, 3, 4, 5, 2]
    assert found[0][1:] == (0.0, len(SENTENCES[0].split()) * WORD_SECONDS)


def test_a_page_that_nothing_speaks_for_is_not_shown(pages: list[Page]) -> None:
    found = spoken(pages, [*UNRELATED, SENTENCES[0], *UNRELATED, SENTENCES[3], *UNRELATED])
    assert [number for number, _, _ in found] == [1, 4]


def test_where_nothing_is_said_about_slides_none_is_shown(pages: list[Page]) -> None:
    assert spoken(pages, UNRELATED) == []
    assert spoken(pages, []) == []
