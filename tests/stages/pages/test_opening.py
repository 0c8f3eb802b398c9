"""A PDF is taken by what it holds, and refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.pdfs import Slide, by_hand, one_page, slides

from cueweave.errors import BadInput, BrokenSlides, NotSlides, TooManyPages
from cueweave.stages.pages import look_at_pages


def test_pages_are_counted_whatever_the_file_is_called(tmp_path: Path) -> None:
    assert look_at_pages(slides(tmp_path / "talk.txt", [Slide("One"), Slide("Two")])) == 2


@pytest.mark.parametrize("box", ["0 0 20000 20000", "0 0 960 30", "0 0 2000 300", "0 0 9 9"])
def test_a_page_that_is_no_slide_by_its_size_is_named(tmp_path: Path, box: str) -> None:
    (tmp_path / "slides.pdf").write_bytes(one_page(box=box))
    with pytest.raises(TooManyPages, match="Page 1"):
        look_at_pages(tmp_path / "slides.pdf")


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"no PDF at all", NotSlides, "export them as PDF"),
        (b"%PDF-1.7\nand then nothing", BrokenSlides, "damaged"),
        (
            by_hand([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
            BrokenSlides,
            "send that",
        ),
    ],
    ids=["text", "a damaged one", "one without pages"],
)
def test_what_holds_no_pages_is_refused(tmp_path: Path, data: bytes, error: type[BadInput], says: str) -> None:
    (tmp_path / "slides.pdf").write_bytes(data)
    with pytest.raises(error, match=says):
        look_at_pages(tmp_path / "slides.pdf")


def test_a_locked_one_is_to_be_saved_without_a_password(tmp_path: Path) -> None:
    with pytest.raises(BrokenSlides, match="without one"):
        look_at_pages(slides(tmp_path / "slides.pdf", [Slide("One")], password="secret"))  # noqa: S106
