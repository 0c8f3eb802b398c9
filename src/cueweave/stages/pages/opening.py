"""Opens a PDF that a stranger sent, if it is one, in bounds; none of its scripts or actions is ever run.

The reader is PDFium, which Chromium shows PDFs with, in a build without JavaScript; what a PDF attaches, launches or
links to isn't looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from cueweave.errors import BrokenSlides, NotSlides, TooManyPages

MOST_PAGES = 500
LONGEST_SIDE, SHORTEST_SIDE = 14_400.0, 36.0
"""Points (1/72 inch): more than 200 inches no program writes; less than half an inch holds no slide."""
LONGEST_SHAPE = 6.0
"""One side beside the other: a banner, but no ribbon, which would be a picture of a few lines of pixels."""
MARK, MARK_WITHIN = b"%PDF-", 1024
HELP = "export the slides as PDF once more and send that."


def look_at_pages(path: Path) -> int:
    """How many pages there are, each of a size that can be drawn.

    Raises NotSlides, BrokenSlides or TooManyPages.
    """
    with opened(path) as document:
        count = len(document)
        for at in range(count):
            try:
                width, height = document.get_page_size(at)
            except pypdfium2.PdfiumError:
                raise BrokenSlides(f"Page {at + 1} of the slides can't be read: {HELP}") from None
            _check_size(at + 1, width, height)
        return count


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """The document, with at least one page and not too many. Raises as above."""
    with path.open("rb") as file:
        if MARK not in file.read(MARK_WITHIN):
            raise NotSlides("The slides are no PDF: export them as PDF and send that.")
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from None
    try:
        count = len(document)
        if not count:
            raise BrokenSlides(f"The slides have no pages: {HELP}")
        if count > MOST_PAGES:
            raise TooManyPages(f"The slides have {count:,} pages; at most {MOST_PAGES} are accepted. Send fewer.")
        yield document
    finally:
        document.close()


def _refusal(error: pypdfium2.PdfiumError) -> BrokenSlides:
    locked = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
    if error.err_code in locked:
        return BrokenSlides("The slides are locked by a password: save the PDF without one and send that.")
    return BrokenSlides(f"The slides can't be read; the PDF is damaged: {HELP}")


def _check_size(number: int, width: float, height: float) -> None:
    sides = sorted((width, height))
    if not SHORTEST_SIDE <= sides[0] <= sides[1] <= LONGEST_SIDE or sides[1] > LONGEST_SHAPE * sides[0]:
        raise TooManyPages(
            f"Page {number} of the slides measures {width:.0f} x {height:.0f} points; sides of {SHORTEST_SIDE:.0f} to "
            f"{LONGEST_SIDE:.0f} points are accepted, none more than {LONGEST_SHAPE:.0f} times the other."
        )
