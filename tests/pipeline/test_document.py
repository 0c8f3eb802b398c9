"""The document has the shape of the contract."""

import json

from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.domain.transcript import Fit, Medium, Paragraph, Piece, Transcript, Word
from cueweave.domain.visuals import Chart, ChartType, Image, Table, Visual
from cueweave.pipeline.document import to_document

FIT = Fit(-1.7, 1.0, 0.8, "offset")


def document(visual: Visual | None, fit: Fit = FIT) -> dict[str, object]:
    words = (Word("Hello", 0.12345, 0.5, 0.931), Word("there.", 0.5, 1.0, 0.3))
    paragraph = Paragraph(words, "Greeting", (Keyword("Hello", KeywordType.TERM),), visual)
    medium = Medium(2.0, has_sound=True, has_picture=False)
    transcript = Transcript((paragraph,), medium, "en", fit, "forced alignment", 0.98, "offline")
    loaded: dict[str, object] = json.loads(to_document(transcript, asset_url=lambda name: f"/assets/{name}"))
    return loaded


def visuals(content: Chart | Table | Image) -> object:
    paragraphs = document(Visual(0.0, 2.0, content))["paragraphs"]
    assert isinstance(paragraphs, list)
    return paragraphs[0]["visuals"]


def test_a_transcript_is_written_as_promised() -> None:
    assert document(None) == {
        "paragraphs": [
            {
                "paragraph_id": 1,
                "paragraph_text": "Hello there.",
                "start_time": 0.123,
                "end_time": 1.0,
                "title": "Greeting",
                "keywords": [{"word": "Hello", "type": "Key Terms"}],
                "words": [
                    {"word": "Hello", "start": 0.123, "end": 0.5, "confidence": 0.93},
                    {"word": "there.", "start": 0.5, "end": 1.0, "confidence": 0.3},
                ],
                "visuals": None,
            }
        ],
        "media": {"duration": 2.0, "kind": "audio", "language": "en"},
        "alignment": {
            "subtitle_offset": 1.7,
            "subtitle_rate": 1.0,
            "subtitle_score": 0.8,
            "pieces": [],
            "method": "offset, forced alignment",
            "words_aligned": 0.98,
        },
        "analysis": {"method": "offline"},
    }


def test_a_speaker_who_is_known_stands_beside_the_paragraph() -> None:
    paragraph = Paragraph((Word("Hello.", 0.0, 0.5, 0.9),), None, (), None, "Ann")
    medium = Medium(2.0, has_sound=True, has_picture=False)
    transcript = Transcript((paragraph,), medium, "en", FIT, "forced alignment", 0.98, "offline")
    written = json.loads(to_document(transcript, asset_url=lambda name: name))
    assert written["paragraphs"][0]["speaker"] == "Ann"


def test_pieces_say_from_where_in_the_subtitles_they_were_how_late() -> None:
    pieces = (Piece(0.0, -1.7, 1.0), Piece(600.5, 28.3, 1.0))
    alignment = document(None, Fit(-1.7, 1.0, 0.8, "offset, 2 pieces", pieces))["alignment"]
    assert isinstance(alignment, dict)
    assert alignment["subtitle_offset"] == 1.7
    assert alignment["pieces"] == [
        {"start": 0.0, "offset": 1.7, "rate": 1.0},
        {"start": 600.5, "offset": -28.3, "rate": 1.0},
    ]


def test_an_image_names_its_asset() -> None:
    assert visuals(Image("Slide 1", "A slide", "slide-001.jpg")) == {
        "type": "image",
        "title": "Slide 1",
        "start_time": 0.0,
        "end_time": 2.0,
        "content": {"type": "image", "title": "Slide 1", "alt_text": "A slide", "url": "/assets/slide-001.jpg"},
    }


def test_a_chart_carries_labels_and_numbers() -> None:
    assert visuals(Chart("Sales", ChartType.BAR, ("2019", "2020"), (1.0, 2.5))) == {
        "type": "chart",
        "title": "Sales",
        "start_time": 0.0,
        "end_time": 2.0,
        "content": {
            "type": "chart",
            "chart_type": "bar",
            "title": "Sales",
            "data": {"labels": ["2019", "2020"], "datasets": [1.0, 2.5]},
        },
    }


def test_a_table_carries_headers_and_rows() -> None:
    assert visuals(Table("Sales", None, ("Year", "Sold"), (("2019", "1"),))) == {
        "type": "table",
        "title": "Sales",
        "start_time": 0.0,
        "end_time": 2.0,
        "content": {
            "type": "table",
            "title": "Sales",
            "caption": None,
            "headers": ["Year", "Sold"],
            "data": [["2019", "1"]],
        },
    }
