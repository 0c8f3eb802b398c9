"""Markdown (CommonMark, with tables as GitHub has them): an article with the pictures and tables in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from cueweave.domain.visuals import Chart, Image, Table
from cueweave.formats.pictures import as_table, data_uri, images, pictures
from cueweave.formats.talk import Talk, named

INLINE = re.compile(r"([\\`*_\[\]<>&|~$])")
"""What may mean something anywhere in a line."""
AT_START = re.compile(r"^(\d*)([-+#=.)])")
"""What means something at the start of one: of a list, a heading, a line of numbers."""


def to_md(talk: Talk) -> bytes:
    """Pictures are references; their bytes, where they are at hand, stand at the end of the file."""
    blocks = [f"# {_escape(talk.title)}"]
    for each, name in named(talk.paragraphs):
        if each.title:
            blocks.append(f"## {_escape(each.title)}")
        blocks.append(f"**{_escape(name)}:** {_escape(each.text)}" if name else _escape(each.text))
        if each.visual:
            blocks.append(_shown(each.visual.content))
    article = "\n\n".join(blocks) + "\n"
    return b"\n".join((article.encode(), *_references(talk, pictures(talk))))


def _escape(text: str) -> str:
    return AT_START.sub(r"\1\\\2", INLINE.sub(r"\\\1", text))


def _shown(content: Chart | Table | Image) -> str:
    if isinstance(content, Image):
        return f"![{_escape(content.alt_text or content.title)}][{_escape(content.file)}]"
    return _table(as_table(content))


def _table(table: Table) -> str:
    title = f"**{_escape(table.title)}**" if table.title else ""
    caption = _escape(table.caption or "")
    rows = "\n".join((_row(table.headers), _row(["---"] * len(table.headers), plain=True), *map(_row, table.rows)))
    return "\n\n".join(part for part in (title, rows, caption) if part)


def _row(cells: Iterable[str], *, plain: bool = False) -> str:
    return "| " + " | ".join(cell if plain else _escape(cell) for cell in cells) + " |"


def _references(talk: Talk, at_hand: Mapping[str, bytes]) -> Iterator[bytes]:
    """A picture that is not at hand is where the result says that it is: in a folder beside."""
    for name in dict.fromkeys(each.file for each in images(talk)):
        address = data_uri(at_hand[name]) if name in at_hand else f"<assets/{name}>".encode()
        yield b"[%s]: %s" % (_escape(name).encode(), address)
