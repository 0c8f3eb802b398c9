"""The result document, read into what the domain calls a transcript."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.domain.transcript import Fit, Medium, Paragraph, Piece, Transcript, Word
from cueweave.domain.visuals import Chart, ChartType, Image, Table, Visual

Found = Mapping[str, Any]
SAID_TOGETHER = "as given"
"""Of the fit: the document tells in one sentence how it and the words' times were found, which is the transcript's."""


def transcript_of(document: Found) -> Transcript:
    """The transcript. Raises KeyError, TypeError or ValueError where the document is none.

    The fit's offsets are again what is added to the subtitles' times; the document has how late they were.
    """
    media, alignment = document["media"], document["alignment"]
    fit = Fit(
        offset=_added(alignment["subtitle_offset"]),
        rate=float(alignment["subtitle_rate"]),
        score=float(alignment["subtitle_score"]),
        method=SAID_TOGETHER,
        pieces=tuple(
            Piece(float(each["start"]), _added(each["offset"]), float(each["rate"])) for each in alignment["pieces"]
        ),
    )
    return Transcript(
        paragraphs=tuple(map(_paragraph, document["paragraphs"])),
        medium=Medium(float(media["duration"]), has_sound=True, has_picture=media["kind"] == "video"),
        language=media["language"],
        fit=fit,
        method=str(alignment["method"]),
        words_aligned=float(alignment["words_aligned"]),
        analysis=str(document["analysis"]["method"]),
    )


def _added(late: float) -> float:
    return -float(late) + 0.0  # never -0.0


def _paragraph(found: Found) -> Paragraph:
    return Paragraph(
        words=tuple(map(_word, found["words"])),
        title=found["title"],
        keywords=tuple(Keyword(str(each["word"]), KeywordType(each["type"])) for each in found["keywords"]),
        visual=_visual(found["visuals"]) if found["visuals"] else None,
        speaker=found.get("speaker"),
    )


def _word(found: Found) -> Word:
    return Word(str(found["word"]), float(found["start"]), float(found["end"]), float(found["confidence"]))


def _visual(found: Found) -> Visual:
    return Visual(float(found["start_time"]), float(found["end_time"]), _content(found["content"]))


def _content(found: Found) -> Chart | Table | Image:
    title = str(found["title"])
    match found["type"]:
        case "chart":
            labels, values = found["data"]["labels"], found["data"]["datasets"]
            return Chart(title, ChartType(found["chart_type"]), tuple(labels), tuple(map(float, values)))
        case "table":
            return Table(title, found["caption"], tuple(found["headers"]), tuple(map(tuple, found["data"])))
        case "image":
            return Image(title, found["alt_text"], str(found["url"]).partition("?")[0].rpartition("/")[2])
        case other:
            raise ValueError(other)
