"""The pictures of a talk that are at hand, for formats that carry them inside."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from cueweave.domain.visuals import Chart, Image, Table, picture_type
from cueweave.formats.talk import Talk

MOST_BYTES = 64 * 1024**2
"""Of all pictures in one file, so that a long recording with many slides doesn't fill the memory."""


def pictures(talk: Talk) -> Mapping[str, bytes]:
    """By name, in order of appearance, each once; those beyond the limit, and what is no picture, are left out."""
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for name in dict.fromkeys(each.file for each in images(talk)):
        data = talk.asset(name)
        if data and len(data) <= left and picture_type(data).startswith("image/"):
            found[name] = data
            left -= len(data)
    return found


def images(talk: Talk) -> list[Image]:
    """All that the talk refers to."""
    contents = (each.visual.content for each in talk.paragraphs if each.visual)
    return [content for content in contents if isinstance(content, Image)]


def data_uri(data: bytes) -> bytes:
    """The picture as an address that holds it (RFC 2397).

    Bytes, since a text that has both pictures and one Chinese character takes two bytes for each of all its characters.
    """
    return b"data:%s;base64,%s" % (picture_type(data).encode(), base64.b64encode(data))


def as_table(content: Chart | Table) -> Table:
    """The numbers of a chart, for what can't draw; a table as it is."""
    if isinstance(content, Table):
        return content
    rows = tuple((label, f"{value:.12g}") for label, value in zip(content.labels, content.values, strict=True))
    return Table(content.title, None, ("", content.title), rows)
