"""PDFs for tests: slides as programs export them, and documents written by hand, object by object."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

SIZE = (960, 540)


@dataclass(frozen=True, slots=True)
class Slide:
    """A page with a title, lines, and perhaps a table below them."""

    title: str
    lines: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    rules: str = "grid"
    """Of the table: `grid`, `three` as books have them, `stripes` of colour, or `none`."""


STYLES: dict[str, list[tuple[object, ...]]] = {
    "grid": [("GRID", (0, 0), (-1, -1), 1, colors.black)],
    "three": [
        ("LINEABOVE", (0, 0), (-1, 0), 2, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 1, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 2, colors.black),
    ],
    "stripes": [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightblue, colors.whitesmoke])],
    "none": [],
}


def slides(path: Path, pages: Sequence[Slide], *, size: tuple[int, int] = SIZE, password: str = "") -> Path:
    """The slides as a PDF at that path."""
    canvas = Canvas(
        str(path), pagesize=size, encrypt=StandardEncryption(password, strength=128) if password else None, invariant=1
    )
    for page in pages:
        canvas.setFillColor(colors.darkblue)
        canvas.rect(0, size[1] - 14, size[0], 14, stroke=0, fill=1)
        canvas.setFont("Helvetica-Bold", 36)
        canvas.drawString(60, size[1] - 90, page.title)
        canvas.setFillColor(colors.black)
        canvas.setFont("Helvetica", 22)
        for row, line in enumerate(page.lines):
            canvas.drawString(90, size[1] - 160 - 44 * row, line)
        if page.rows:
            table = Table(page.rows, colWidths=200, rowHeights=36)
            table.setStyle(TableStyle([("FONTSIZE", (0, 0), (-1, -1), 18), *STYLES[page.rules]]))
            table.wrapOn(canvas, *size)
            table.drawOn(canvas, 90, 60)
        canvas.showPage()
    canvas.save()
    return path


def by_hand(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first one is the catalog."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def stream(data: bytes, extra: bytes = b"", *, packed: int = 0) -> bytes:
    """A stream object, deflated so many times."""
    for _ in range(packed):
        data = zlib.compress(data, 9)
    filters = b"/Filter [%s]" % b" ".join([b"/FlateDecode"] * packed) if packed else b""
    return b"<< /Length %d %s %s >>\nstream\n%s\nendstream" % (len(data), filters, extra, data)


def one_page(
    content: bytes = b"",
    *,
    box: str = "0 0 960 540",
    catalog: bytes = b"",
    resources: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """A page whose content is that stream object; `more` are objects from 5 on."""
    return by_hand(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> >>"
            % (box.encode(), resources),
            content or stream(b""),
            *more,
        ]
    )
