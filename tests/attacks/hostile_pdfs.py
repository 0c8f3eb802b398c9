"""PDFs made to break, fill or escape from whoever opens them."""

from __future__ import annotations

import random
from pathlib import Path

from support.pdfs import by_hand, one_page, stream

MIB = 1024**2
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 960 540]"
IMAGE = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB"
TO_DRAW_IT = b"/XObject << /I 5 0 R >>"
DRAWN = stream(b"q 960 0 0 540 0 0 cm /I Do Q")


def pages(count: int, *, said: int | None = None) -> bytes:
    """The same page so many times, with another number in the tree."""
    kids = b"3 0 R " * count
    return by_hand(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count if said is None else said),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] >>",
        ]
    )


def loop() -> bytes:
    """A tree of pages that is its own branch."""
    return by_hand([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 7 >>"])


def forms() -> bytes:
    """A form that draws another thirty times, ten deep."""
    inner = [
        stream(b"/F%d Do " % (at + 1) * 30, FORM + b"/Resources << /XObject << /F%d %d 0 R >> >>" % (at + 1, at + 1))
        for at in range(5, 15)
    ]
    last = stream(b"0 0 960 540 re f", FORM)
    return one_page(stream(b"/F5 Do"), resources=b"/XObject << /F5 5 0 R >>", more=[*inner, last])


REFUSED = {
    "a page of a hundred million points": (one_page(box="0 0 99999999 99999999"), 413),
    "a page that is a ribbon": (one_page(box="0 0 14400 40"), 413),
    "a hundred thousand pages": (pages(100_000), 413),
    "a tree of pages that is its own branch": (loop(), 422),
    "a zip called PDF": (b"PK\x03\x04" + bytes(2000), 415),
    "a PNG called PDF": (b"\x89PNG\r\n\x1a\n" + bytes(2000), 415),
    "chance behind the right mark": (b"%PDF-1.7\n" + random.Random(1).randbytes(MIB), 422),
    "a mark and nothing else": (b"%PDF-1.7\n", 422),
}
"""With the status that the upload is answered."""
HEAVY = {
    "forms in forms": forms(),
    "a content of 200 MiB in a few hundred bytes": one_page(stream(b"0 0 9 9 re f\n" * (16 * MIB), packed=2)),
}
"""Their tasks fail: no machine draws them in time."""
HARMLESS = {
    "a number of pages that is a lie": pages(2, said=2**31 - 1),
    "a picture of 60,000 x 60,000": one_page(
        DRAWN,
        resources=TO_DRAW_IT,
        more=[stream(bytes(50 * MIB), IMAGE + b"/Width 60000 /Height 60000 /BitsPerComponent 16", packed=2)],
    ),
}
"""Read as what they hold."""


def acting(touched: Path) -> bytes:
    """One that starts a program, runs a script and opens an address as soon as it is opened."""
    shell = b"<< /S /Launch /F (/bin/sh) /Unix << /F (/usr/bin/touch) /P (%s) >> >>" % str(touched).encode()
    script = (
        b"<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\); this.exportDataObject\\({cName:'a'}\\);) >>"
    )
    address = b"<< /S /URI /URI (http://127.0.0.1:9/) >>"
    catalog = b"/OpenAction 5 0 R /AA << /WC 6 0 R >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >>"
    return one_page(stream(b"0 0 9 9 re f"), catalog=catalog, more=[shell, script, address])
