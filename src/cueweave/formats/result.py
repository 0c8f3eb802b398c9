"""A result document that somebody hands in again, read and checked at the door."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict  # pydantic can't read that of `typing` before Python 3.12

from cueweave.domain.keywords import KeywordType
from cueweave.domain.visuals import ChartType
from cueweave.errors import BadInput

KEEP = ConfigDict(extra="allow", allow_inf_nan=False)
"""Fields that we don't look at stay as they are."""
LATEST = 1_000_000.0
"""Seconds; eleven days are beyond any recording, and still have a clock time in every format."""
Seconds = Annotated[float, Field(ge=0, le=LATEST)]


@with_config(KEEP)
class TimedWord(TypedDict):
    """A word with its seconds."""

    word: str
    start: Seconds
    end: Seconds
    confidence: NotRequired[float]


@with_config(KEEP)
class Highlight(TypedDict):
    """A keyword."""

    word: str
    type: KeywordType


@with_config(KEEP)
class Numbers(TypedDict):
    """What a chart draws."""

    labels: list[str]
    datasets: list[float]


@with_config(KEEP)
class ChartContent(TypedDict):
    """Numbers under labels."""

    type: Literal["chart"]
    chart_type: ChartType
    title: str
    data: Numbers


@with_config(KEEP)
class TableContent(TypedDict):
    """Rows under headers."""

    type: Literal["table"]
    title: str
    caption: str | None
    headers: list[str]
    data: list[list[str]]


@with_config(KEEP)
class ImageContent(TypedDict):
    """A picture, by its address."""

    type: Literal["image"]
    title: str
    alt_text: str | None
    url: str


Content = Annotated[ChartContent | TableContent | ImageContent, Field(discriminator="type")]


@with_config(KEEP)
class VisualAid(TypedDict):
    """What is shown from `start_time` to `end_time`."""

    start_time: Seconds
    end_time: Seconds
    content: Content


@with_config(KEEP)
class TimedParagraph(TypedDict):
    """A paragraph; its other fields are kept as they are."""

    words: list[TimedWord]
    title: NotRequired[str | None]
    speaker: NotRequired[str | None]
    keywords: NotRequired[list[Highlight]]
    visuals: NotRequired[VisualAid | None]


@with_config(KEEP)
class MediaFacts(TypedDict):
    """What the recording is."""

    duration: Seconds
    kind: Literal["video", "audio"]
    language: NotRequired[str | None]


@with_config(KEEP)
class Result(TypedDict):
    """What exports need of the contract's result."""

    paragraphs: list[TimedParagraph]
    media: NotRequired[MediaFacts]


def read_result(data: bytes) -> Result:
    """From JSON, with or without the server's envelope around it. Raises BadInput where it is no result."""
    try:
        found = TypeAdapter(dict[str, Any]).validate_json(data)
        document = found["result"] if isinstance(found.get("result"), dict) else found
        return TypeAdapter(Result).validate_python(document)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise BadInput(f"The file is no result of Cueweave: {place}: {first['msg'].lower()}.") from None
