"""What is read of a page: a picture that is crisp, its text, its title, its tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from support.pdfs import Slide, one_page, slides, stream

from cueweave.domain.visuals import Table
from cueweave.errors import BrokenSlides, Stopped
from cueweave.stages.pages import Page, read_pages

ROWS = [
    ["Cell", "Volts", "Cycles"],
    ["Lead acid", "2.0", "500"],
    ["Lithium ion", "3.7", "2,000"],
    ["Sodium", "3.1", "n/a"],
]


def silent(_: float) -> None:
    """Nobody watches."""


def read(folder: Path, *pages: Slide) -> list[Page]:
    return read_pages(slides(folder / "slides.pdf", pages), folder / "pages", silent)


def test_a_pages_title_is_what_stands_large_and_its_text_all_of_it(tmp_path: Path) -> None:
    one, two = read(tmp_path, Slide("Batteries", ["They age.", "Heat is bad."]), Slide("Thanks"))
    assert (one.title, one.text) == ("Batteries", "Batteries They age. Heat is bad.")
    assert (two.number, two.title) == (2, "Thanks")


def test_a_page_without_text_is_called_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "slides.pdf").write_bytes(one_page())
    (page,) = read_pages(tmp_path / "slides.pdf", tmp_path / "pages", silent)
    assert (page.title, page.text) == ("Slide 1", "")


def test_the_picture_is_a_jpeg_of_the_pages_shape_with_sharp_edges(tmp_path: Path) -> None:
    (page,) = read(tmp_path, Slide("Batteries"))
    with PIL.Image.open(tmp_path / "pages" / page.file) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1600, 900))
        grey = np.asarray(picture.convert("L"), int)
    assert np.abs(np.diff(grey[120:200], axis=1)).max() > 150


def test_letters_that_rule_the_direction_or_aren_t_shown_are_left_out(tmp_path: Path) -> None:
    codes = b"/ToUnicode 6 0 R"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % codes
    cmap = b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <202E> <42> <FB01> endbfchar"
    text = stream(b"BT /F 40 Tf 60 400 Td (ABx) Tj ET")
    pdf = one_page(text, resources=b"/Font << /F 5 0 R >>", more=[font, stream(cmap)])
    (tmp_path / "slides.pdf").write_bytes(pdf)
    (page,) = read_pages(tmp_path / "slides.pdf", tmp_path / "pages", silent)
    assert page.text == "fix"


@pytest.mark.parametrize("rules", ["grid", "three", "stripes"])
def test_a_table_is_read_cell_by_cell(tmp_path: Path, rules: str) -> None:
    (page,) = read(tmp_path, Slide("Kinds", rows=ROWS, rules=rules))
    headers, *rows = map(tuple, ROWS)
    assert page.tables == (Table("Kinds", None, headers, tuple(rows)),)
    assert page.tabular > 0.8


def test_what_reaches_over_columns_and_lines_keeps_its_cell(tmp_path: Path) -> None:
    rows = [["Cell", "Volts", "Cycles"], ["Lead acid\nflooded", "2.0", "500"], ["Sodium", "3.1", ""]]
    (page,) = read(tmp_path, Slide("Kinds", rows=rows))
    assert page.tables[0].rows == (("Lead acid flooded", "2.0", "500"), ("Sodium", "3.1", ""))


def test_text_in_columns_without_rules_is_no_table(tmp_path: Path) -> None:
    (page,) = read(tmp_path, Slide("Kinds", ["Read it line by line."], rows=ROWS, rules="none"))
    assert (page.tables, page.tabular) == ((), 0.0)


def test_the_grid_of_a_chart_is_no_table(tmp_path: Path) -> None:
    grid = b"".join(b"100 %d m 800 %d l S " % (at, at) for at in range(100, 400, 60))
    bars = b"".join(b"%d 100 50 %d re f " % (at, at // 3) for at in range(150, 750, 150))
    labels = b"".join(b"BT /F 14 Tf %d 80 Td (%d) Tj ET " % (at, at) for at in range(150, 750, 150))
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    (tmp_path / "slides.pdf").write_bytes(one_page(stream(grid + bars + labels), resources=font))
    (page,) = read_pages(tmp_path / "slides.pdf", tmp_path / "pages", silent)
    assert page.text == "150 300 450 600"
    assert page.tables == ()


def test_progress_grows_from_page_to_page(tmp_path: Path) -> None:
    told: list[float] = []
    read_pages(slides(tmp_path / "slides.pdf", [Slide(str(at)) for at in range(4)]), tmp_path / "pages", told.append)
    assert told == sorted(told)
    assert {0.0, 0.25, 0.5, 0.75, 1.0} <= set(told)


def endless() -> bytes:
    """A page that draws a form in which it is drawn, twice each time."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 960 540] /Resources << /XObject << /F%d %d 0 R >> >>"
    forms = [stream(b"/F%d Do " % (at + 1) * 30, form % (at + 1, at + 1)) for at in range(5, 15)]
    last = stream(b"0 0 960 540 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 960 540]")
    return one_page(stream(b"/F5 Do"), resources=b"/XObject << /F5 5 0 R >>", more=[*forms, last])


def test_a_page_that_takes_too_long_is_named(tmp_path: Path) -> None:
    (tmp_path / "slides.pdf").write_bytes(endless())
    with pytest.raises(BrokenSlides, match="Page 1 of the slides"):
        read_pages(tmp_path / "slides.pdf", tmp_path / "pages", silent, page_seconds=0.5)


def test_whoever_hears_of_progress_can_stop_it_in_the_middle_of_a_page(tmp_path: Path) -> None:
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        if len(told) > 3:
            raise Stopped("Stopped.")

    (tmp_path / "slides.pdf").write_bytes(endless())
    with pytest.raises(Stopped):
        read_pages(tmp_path / "slides.pdf", tmp_path / "pages", stop)
    assert set(told) == {0.0}
