"""A Word document (Office Open XML): an article with the pictures and tables in their places."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cueweave.domain.visuals import Chart, Image, Table
from cueweave.formats.pictures import as_table, pictures
from cueweave.formats.talk import Talk, named

if TYPE_CHECKING:
    from docx.document import Document

LONGEST_PROPERTY = 255
"""Characters, of a property of the file."""


def to_docx(talk: Talk) -> bytes:
    """Chapters are headings, so that the document has an outline."""
    from docx import Document  # 0.2 s and 20 MB that other formats don't need

    document = Document()
    _describe(document, talk)
    document.add_heading(talk.title, level=0)
    at_hand = pictures(talk)
    for each, name in named(talk.paragraphs):
        if each.title:
            document.add_heading(each.title, level=1)
        written = document.add_paragraph()
        if name:
            written.add_run(f"{name}: ").bold = True
        written.add_run(each.text)
        if each.visual:
            _show(document, each.visual.content, at_hand)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document: Document, talk: Talk) -> None:
    """The language is what spelling is checked by."""
    from docx.oxml.ns import qn

    document.core_properties.title = talk.title[:LONGEST_PROPERTY]
    document.core_properties.author = document.core_properties.comments = ""
    if talk.language:
        document.core_properties.language = talk.language
        for found in document.styles.element.iter(qn("w:lang")):
            found.set(qn("w:val"), talk.language)


def _show(document: Document, content: Chart | Table | Image, at_hand: Mapping[str, bytes]) -> None:
    if not isinstance(content, Image):
        _add_table(document, as_table(content))
    elif content.file in at_hand:
        _add_picture(document, content, at_hand[content.file])
    if content.title:
        document.add_paragraph(content.title, style="Caption")


def _add_picture(document: Document, image: Image, data: bytes) -> None:
    """As wide as the text, with what it shows in words for those who can't see it."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError

    section = document.sections[-1]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    try:
        shape = document.add_picture(io.BytesIO(data), width=width)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return  # a file that only begins like a picture: its title still stands
    shape._inline.docPr.set("descr", image.alt_text or image.title)  # noqa: SLF001  # there is no other way


def _add_table(document: Document, table: Table) -> None:
    grid = document.add_table(rows=0, cols=len(table.headers), style="Light Grid Accent 1")
    for row in (table.headers, *table.rows):
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    if table.caption:
        document.add_paragraph(table.caption)
