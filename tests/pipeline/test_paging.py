"""Pages take the place of what the video shows of them, and its other pictures stay."""

from __future__ import annotations

from pathlib import Path

import PIL.Image
import pytest
from stages.pages.lectures import SENTENCES, TALK, frame, silent, speech
from stages.visuals.films import scenery
from support.pdfs import Slide, slides

from cueweave.domain.transcript import Fit
from cueweave.domain.visuals import Image, Table, Visual
from cueweave.errors import Stopped
from cueweave.pipeline.paging import Pages, with_pages
from cueweave.pipeline.said import Said

FILLER = ["Nobody knows yet how any of this will end."] * 40
ROWS = [["Vessel", "Draught"], ["Barge", "2 m"], ["Tanker", "16 m"]]


def said(*sentences: str) -> Said:
    spoken = speech(sentences)
    words = [word.text for word in spoken.words]
    fit = Fit(0.0, 1.0, 1.0, "as given")
    return Said(spoken.words, words, spoken.sentences, frozenset(), [None] * len(words), "en", fit)


def read(folder: Path, *pages: Slide) -> Pages:
    return Pages.of(slides(folder / "slides.pdf", pages), folder / "pages", silent)


def seen(folder: Path, *pictures: object) -> list[Visual]:
    """Slides of a video, ten seconds each."""
    (folder / "assets").mkdir(exist_ok=True)
    visuals = []
    for at, picture in enumerate(pictures):
        name = f"slide-{at + 1:03}.jpg"
        PIL.Image.fromarray(picture).save(folder / "assets" / name)  # type: ignore[arg-type]
        visuals.append(Visual(10.0 * at, 10.0 * at + 10, Image(f"Slide {at + 1}", None, name)))
    return visuals


def files(folder: Path) -> set[str]:
    return {path.name for path in (folder / "assets").iterdir()} if (folder / "assets").exists() else set()


def shown(visuals: list[Visual]) -> list[tuple[str, float, float]]:
    return [(each.content.title, each.start, each.end) for each in visuals]


def test_what_the_video_shows_of_pages_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    given = read(tmp_path, *TALK[:3])
    pictures = [frame(tmp_path, given.pages[0]), scenery(4), frame(tmp_path, given.pages[2])]
    visuals = with_pages(given, seen(tmp_path, *pictures), tmp_path / "assets", said(*SENTENCES), silent)
    assert shown(visuals) == [("The tide", 0, 10), ("Slide 2", 10, 20), ("Lighthouse", 20, 30)]
    assert files(tmp_path) == {"page-001.jpg", "slide-002.jpg", "page-003.jpg"}


def test_a_page_that_grows_line_by_line_is_shown_once(tmp_path: Path) -> None:
    given = read(tmp_path, *TALK[:3])
    part = frame(tmp_path, given.pages[1]).copy()
    part[130:] = 255  # the last line isn't there yet
    pictures = [frame(tmp_path, given.pages[0]), part, frame(tmp_path, given.pages[1])]
    visuals = with_pages(given, seen(tmp_path, *pictures), tmp_path / "assets", said(*SENTENCES), silent)
    assert shown(visuals) == [("The tide", 0, 10), ("Bread", 10, 30)]


def test_without_a_video_pages_come_with_what_is_said(tmp_path: Path) -> None:
    given = read(tmp_path, *TALK)
    visuals = with_pages(given, [], tmp_path / "assets", said(SENTENCES[1], SENTENCES[0], *FILLER), silent)
    assert [title for title, _, _ in shown(visuals)] == ["Bread", "The tide"]
    assert files(tmp_path) == {"page-001.jpg", "page-002.jpg"}


def test_a_speaker_who_was_filmed_gives_way_to_the_page_and_a_slide_does_not(tmp_path: Path) -> None:
    given = read(tmp_path, *TALK)
    other = Slide("Timetable", ["Bus at nine", "Train at ten"])
    (tmp_path / "other").mkdir()
    foreign = frame(tmp_path / "other", read(tmp_path / "other", other).pages[0])
    talk = said(SENTENCES[1], *FILLER)
    head = with_pages(given, seen(tmp_path, scenery(2)), tmp_path / "assets", talk, silent)
    assert [title for title, _, _ in shown(head)] == ["Bread"]
    given = read(tmp_path, *TALK)
    drawn = with_pages(given, seen(tmp_path, foreign), tmp_path / "assets", talk, silent)
    assert [title for title, _, _ in shown(drawn)] == ["Slide 1"]


def test_pages_that_nobody_shows_or_speaks_of_leave_nothing(tmp_path: Path) -> None:
    given = read(tmp_path, *TALK)
    assert with_pages(given, [], tmp_path / "assets", said(*FILLER), silent) == []
    assert files(tmp_path) == set()


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        ((), Table),
        (("Draught is how deep a vessel lies", "It grows with its load, and a little with its speed"), Image),
    ],
    ids=["mostly a table", "mostly text"],
)
def test_a_pages_table_is_shown_beside_its_picture_sentence_by_sentence(
    tmp_path: Path, lines: tuple[str, ...], first: type
) -> None:
    given = read(tmp_path, TALK[0], Slide("Draughts", lines, rows=ROWS))
    talk = said("One thing first.", "The tide comes.", "Then we look at draughts.", "A barge has two meters.", *FILLER)
    pictures = [frame(tmp_path, given.pages[1])]
    visuals = with_pages(given, seen(tmp_path, *pictures), tmp_path / "assets", talk, silent)
    assert isinstance(visuals[0].content, first)
    assert {type(each.content) for each in visuals} == {Table, Image}
    assert [each.start for each in visuals] == [0.0, talk.words[3].start]
    table = next(each.content for each in visuals if isinstance(each.content, Table))
    assert (table.headers, table.rows) == (("Vessel", "Draught"), (("Barge", "2 m"), ("Tanker", "16 m")))


def test_progress_only_grows(tmp_path: Path) -> None:
    given = read(tmp_path, *TALK)
    told: list[float] = []
    pictures = [frame(tmp_path, page) for page in given.pages]
    with_pages(given, seen(tmp_path, *pictures), tmp_path / "assets", said(*SENTENCES), told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_whoever_hears_of_progress_can_stop_it(tmp_path: Path) -> None:
    given = read(tmp_path, *TALK)
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        if share > 0.2:
            raise Stopped("Stopped.")

    pictures = [frame(tmp_path, page) for page in given.pages]
    with pytest.raises(Stopped):
        with_pages(given, seen(tmp_path, *pictures), tmp_path / "assets", said(*SENTENCES), stop)
    assert told == sorted(told)
