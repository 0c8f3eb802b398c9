"""One page after the other, each drawn and read in a process that may die of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import numpy as np
import PIL.Image
import pypdfium2

from cueweave.domain.transcript import Report
from cueweave.errors import BrokenSlides
from cueweave.stages.forked import crew
from cueweave.stages.pages.opening import look_at_pages, opened
from cueweave.stages.pages.page import HEIGHT, WIDTH, Look, Page
from cueweave.stages.pages.tables import tables_of
from cueweave.stages.pages.text import pieces_of, text_of, title_of

LONGEST = 1600
"""Pixels of the longer side: text stays crisp where a screen has two of them for each that it tells of."""
QUALITY = 88
"""As slides from a video are written, with all their colours."""
PAGE_SECONDS = 30.0
"""For one page; an ordinary one takes a tenth of a second."""
ALL_SECONDS, USUAL_SECONDS = 60.0, 2.0
"""For all pages together, and for each of them in addition."""
ASK_EVERY = 0.2
"""Seconds after which whoever wants it to stop is heard."""


def read_pages(path: Path, into: Path, report: Report, *, page_seconds: float = PAGE_SECONDS) -> list[Page]:
    """All pages of the PDF, with their pictures as JPEG in `into`; `report` may raise to stop it.

    Raises NotSlides, BrokenSlides, which may name a page, or TooManyPages.
    """
    count = look_at_pages(path)
    into.mkdir(parents=True, exist_ok=True)
    pages: list[Page] = []
    until = time.monotonic() + ALL_SECONDS + USUAL_SECONDS * count
    with crew(1) as members:
        for number in range(1, count + 1):

            def waiting(done: float = (number - 1) / count) -> None:
                report(done)

            coming = members.submit(read_page, path, number, into)
            pages.append(_awaited(coming, number, min(time.monotonic() + page_seconds, until), waiting))
    report(1.0)
    return pages


def _awaited(coming: Future[Page], number: int, until: float, waiting: Callable[[], None]) -> Page:
    """The page. Raises BrokenSlides where its process died of it, or it isn't there in time."""
    while True:
        waiting()
        try:
            return coming.result(ASK_EVERY)
        except BrokenProcessPool:
            raise _too_heavy(number) from None
        except TimeoutError:
            if time.monotonic() > until:
                raise _too_heavy(number) from None


def _too_heavy(number: int) -> BrokenSlides:
    return BrokenSlides(
        f"Page {number} of the slides can't be drawn in the time and memory there is: simplify it, or leave it out."
    )


def read_page(path: Path, number: int, into: Path) -> Page:
    """One page; the document is opened for it alone, since PDFium keeps what it has drawn."""
    with opened(path) as document:
        try:
            page = document[number - 1]
            picture = _drawn(page)
            pieces = pieces_of(page)
            title = title_of(pieces, page.get_height()) or f"Slide {number}"
            tables, tabular = tables_of(page, pieces, title)
        except pypdfium2.PdfiumError:
            raise BrokenSlides(f"Page {number} of the slides is damaged: export them as PDF once more.") from None
    file = f"page-{number:03}.jpg"
    picture.save(into / file, quality=QUALITY, subsampling=0, optimize=True)
    ratio = picture.width / picture.height
    return Page(number, title, text_of(pieces), file, ratio, look_of(picture), tables, tabular)


def _drawn(page: pypdfium2.PdfPage) -> PIL.Image.Image:
    """As it is printed: without frames around links, notes and fields to fill in."""
    scale = LONGEST / max(page.get_size())
    bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=False, rev_byteorder=True)
    try:
        picture: PIL.Image.Image = bitmap.to_pil()
        return picture.convert("RGB")
    finally:
        bitmap.close()


def look_of(picture: PIL.Image.Image) -> Look:
    """The thumbnail of a picture, whatever its shape."""
    small = picture.convert("L").resize((WIDTH, HEIGHT), PIL.Image.Resampling.BOX)
    return np.asarray(small, np.uint8)
