"""The result document becomes what it was written from."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cueweave.client.transcript import transcript_of
from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.domain.transcript import Fit, Medium, Paragraph, Piece, Transcript, Word
from cueweave.domain.visuals import Chart, ChartType, Image, Table, Visual
from cueweave.pipeline.document import asset_address, to_document

WORDS = (Word("Sales", 0.5, 1.0, 0.93), Word("rose.", 1.0, 1.5, 0.3))
CONTENTS: list[Chart | Table | Image | None] = [
    Chart("Sales", ChartType.BAR, ("2023", "2024"), (1.5, 2.0)),
    Table("Sales", None, ("year", "sum"), (("2023", "1"), ("2024", "2"))),
    Image("Slide 1", "A chart", "slide-001.jpg"),
    None,
]
PIECES = (Piece(0.0, -1.7, 1.0), Piece(60.5, 28.3, 1.001))


def transcript() -> Transcript:
    paragraphs = tuple(
        Paragraph(
            WORDS,
            "Sales" if content else None,
            (Keyword("Sales", KeywordType.TERM),),
            Visual(0.5, 2.0, content) if content else None,
            None if content else "Ann",
        )
        for content in CONTENTS
    )
    fit = Fit(-1.7, 1.0, 0.8, "as given", PIECES)
    medium = Medium(61.2, has_sound=True, has_picture=True)
    return Transcript(paragraphs, medium, "en", fit, "offset, 2 pieces, forced alignment", 0.98, "offline")


def written() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        to_document(transcript(), asset_url=lambda name: asset_address("ada:x", name))
    )
    return document


def test_what_the_server_writes_is_read_as_it_was() -> None:
    assert transcript_of(written()) == transcript()


@pytest.mark.parametrize("missing", ["paragraphs", "media", "alignment", "analysis"])
def test_a_part_that_is_missing_is_an_error(missing: str) -> None:
    document = written()
    del document[missing]
    with pytest.raises(KeyError):
        transcript_of(document)
