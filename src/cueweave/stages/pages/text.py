"""What is written on a page, and where: pieces of lines, the page's text and its title."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2

MOST_CHARACTERS = 20_000
"""Of a page, as they are read; a slide has some hundreds."""
LONGEST_TEXT, LONGEST_TITLE = 2000, 120
"""Characters that are kept."""
APART = 1.2
"""Heights of a line between two characters that belong to two pieces: columns, cells."""
LARGE = 1.15
"""Of the usual height of a page's lines: a title is at least so large."""
SAME = 0.12
"""Share by which heights of lines of one title may differ."""
LIGATURES = range(0xFB00, 0xFB07)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one line, and its box in points, from the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Of the line."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Of the line, from below."""
        return (self.top + self.bottom) / 2


def pieces_of(page: pypdfium2.PdfPage) -> list[Piece]:
    """All pieces, in the order in which the page is read."""
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), MOST_CHARACTERS)
        text = textpage.get_text_range(0, count)
        return list(_pieces(textpage, text)) if len(text) == count else _whole(text)
    finally:
        textpage.close()


def _whole(text: str) -> list[Piece]:
    """Lines without places, where there aren't as many characters as boxes: an emoji may have two."""
    lines = (clean(line) for line in text.splitlines())
    return [Piece(line, 0.0, 0.0, 0.0, 0.0) for line in lines if line]


def _pieces(textpage: pypdfium2.PdfTextPage, text: str) -> Iterator[Piece]:
    piece: Piece | None = None
    for at, letter in enumerate(text):
        if letter in "\r\n":
            yield from _cleaned(piece)
            piece = None
            continue
        left, bottom, right, top = textpage.get_charbox(at, loose=True)
        if piece is None:
            piece = None if letter.isspace() else Piece(letter, left, bottom, right, top)
        elif letter.isspace():
            piece = replace(piece, text=piece.text + " ")
        elif _follows(piece, left, bottom, top):
            piece = Piece(
                piece.text + letter, piece.left, min(piece.bottom, bottom), max(piece.right, right), max(piece.top, top)
            )
        else:
            yield from _cleaned(piece)
            piece = Piece(letter, left, bottom, right, top)
    yield from _cleaned(piece)


def _follows(piece: Piece, left: float, bottom: float, top: float) -> bool:
    """Whether a character stands in the same line, right behind it."""
    return abs((bottom + top) / 2 - piece.middle) < piece.height / 2 and left - piece.right < APART * piece.height


def _cleaned(piece: Piece | None) -> Iterator[Piece]:
    if piece is not None and (text := clean(piece.text)):
        yield replace(piece, text=text)


def clean(text: str) -> str:
    """As it is read: without control characters, marks of direction and what no font shows; ligatures in letters."""
    kept = (
        unicodedata.normalize("NFKC", letter) if ord(letter) in LIGATURES else letter
        for letter in text
        if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn") or letter.isspace()
    )
    return " ".join("".join(kept).split())


def text_of(pieces: Sequence[Piece]) -> str:
    """The page's text in one line, cut at a word where it is long."""
    return shortened(" ".join(piece.text for piece in pieces), LONGEST_TEXT)


def shortened(text: str, most: int) -> str:
    """The text, or its beginning up to the last whole word that fits, and a sign that more follows."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0] + "…"


def title_of(pieces: Sequence[Piece], height: float) -> str | None:
    """What stands large in the upper half of a page of that height; else its first line, if that is short."""
    if not pieces:
        return None
    usual = median(piece.height for piece in pieces)
    large = [piece for piece in pieces if piece.height >= LARGE * usual and piece.middle > height / 2]
    highest = sorted(large, key=lambda piece: (-piece.middle, piece.left))
    if not highest:
        first = pieces[0].text
        return first if len(first) <= LONGEST_TITLE else None
    lines = [highest[0]]
    for piece in highest[1:]:
        alike = abs(piece.height - lines[0].height) <= SAME * lines[0].height
        if alike and lines[-1].middle - piece.middle < 2 * piece.height:
            lines.append(piece)
    return shortened(" ".join(piece.text for piece in lines), LONGEST_TITLE)
