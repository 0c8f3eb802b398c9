"""The result document: the only place with the names that stand on the wire."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cueweave.domain.keywords import Keyword
from cueweave.domain.transcript import Fit, Paragraph, Piece, Transcript, Word
from cueweave.domain.visuals import Chart, Image, Table, Visual

AssetUrl = Callable[[str], str]
"""From the name of an asset to where a client finds it."""


def asset_address(task_id: str, name: str) -> str:
    """Where the result of a server's task refers to a file of its own; the id as it is."""
    return f"/tasks/{task_id}/assets/{name}"


def to_document(transcript: Transcript, *, asset_url: AssetUrl) -> bytes:
    """The result as JSON. Times are seconds, rounded to milliseconds, which keeps their order.

    `subtitle_offset` says by how many seconds the subtitles were late, the opposite of the fit's offset.
    """
    from pydantic_core import to_json  # a large library, loaded in 10 ms by whoever writes

    return to_json(
        {
            # one after the other: all at once, as Python's own things, take more memory than the rest of a job
            "paragraphs": (
                _paragraph(number, paragraph, asset_url) for number, paragraph in enumerate(transcript.paragraphs, 1)
            ),
            "media": {
                "duration": _seconds(transcript.medium.duration),
                "kind": transcript.medium.kind,
                "language": transcript.language,
            },
            "alignment": _alignment(transcript),
            "analysis": {"method": transcript.analysis},
        }
    )


def _alignment(transcript: Transcript) -> dict[str, Any]:
    fit = transcript.fit
    return {
        "subtitle_offset": _late(fit),
        "subtitle_rate": round(fit.rate, 6),
        "subtitle_score": round(fit.score, 4),
        "pieces": [
            {"start": _seconds(piece.start), "offset": _late(piece), "rate": round(piece.rate, 6)}
            for piece in fit.pieces
        ],
        "method": transcript.method if fit.method == "as given" else f"{fit.method}, {transcript.method}",
        "words_aligned": round(transcript.words_aligned, 4),
    }


def _late(fit: Fit | Piece) -> float:
    return round(-fit.offset, 3) + 0.0  # never -0.0


def _seconds(value: float) -> float:
    return round(value, 3)


def _paragraph(number: int, paragraph: Paragraph, asset_url: AssetUrl) -> dict[str, Any]:
    return {
        "paragraph_id": number,
        "paragraph_text": paragraph.text,
        "start_time": _seconds(paragraph.start),
        "end_time": _seconds(paragraph.end),
        **({"speaker": paragraph.speaker} if paragraph.speaker else {}),
        "title": paragraph.title,
        "keywords": [_keyword(keyword) for keyword in paragraph.keywords],
        "words": [_word(word) for word in paragraph.words],
        "visuals": _visual(paragraph.visual, asset_url) if paragraph.visual else None,
    }


def _keyword(keyword: Keyword) -> dict[str, str]:
    return {"word": keyword.word, "type": keyword.type}


def _word(word: Word) -> dict[str, Any]:
    return {
        "word": word.text,
        "start": _seconds(word.start),
        "end": _seconds(word.end),
        "confidence": round(word.confidence, 2),
    }


def _visual(visual: Visual, asset_url: AssetUrl) -> dict[str, Any]:
    content = _content(visual.content, asset_url)
    return {
        "type": content["type"],
        "title": visual.content.title,
        "start_time": _seconds(visual.start),
        "end_time": _seconds(visual.end),
        "content": content,
    }


def _content(content: Chart | Table | Image, asset_url: AssetUrl) -> dict[str, Any]:
    match content:
        case Chart():
            return {
                "type": "chart",
                "chart_type": content.type,
                "title": content.title,
                "data": {"labels": list(content.labels), "datasets": list(content.values)},
            }
        case Table():
            return {
                "type": "table",
                "title": content.title,
                "caption": content.caption,
                "headers": list(content.headers),
                "data": [list(row) for row in content.rows],
            }
        case Image():
            return {
                "type": "image",
                "title": content.title,
                "alt_text": content.alt_text,
                "url": asset_url(content.file),
            }
