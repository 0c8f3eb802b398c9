"""The result document as OpenAPI describes it; `pipeline.document` writes it, and a test holds them together."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, FailFast, Field, model_validator
from pydantic_core import PydanticCustomError

from cueweave.domain.keywords import KeywordType
from cueweave.domain.visuals import ChartType

Seconds = Annotated[float, Field(ge=0, description="Seconds in the medium.")]
Share = Annotated[float, Field(ge=0, le=1)]
Item = TypeVar("Item")
Many = Annotated[list[Item], FailFast()]
"""A list whose first fault is enough: told all of them, a body of 16 MB full of faults took 6 GB of memory."""


class Described(BaseModel):
    """Says all that is there."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _check_size(cls, found: Any) -> Any:
        """For the same reason: each field that is too many would be a fault of its own."""
        if isinstance(found, dict) and len(found) > len(cls.model_fields):
            raise PydanticCustomError("too_many_fields", "there are fields that don't belong here")
        return found


class TimedWord(Described):
    """A word as it is shown, and when it is spoken."""

    word: str
    start: Seconds
    end: Seconds
    confidence: Share


class Highlight(Described):
    """A word or phrase of its paragraph that matters."""

    word: str
    type: Annotated[KeywordType, Field(strict=False)]


class ChartData(Described):
    """One number for each label."""

    labels: Many[str]
    datasets: Many[float]


class ChartContent(Described):
    """Numbers to draw."""

    type: Literal["chart"]
    chart_type: Annotated[ChartType, Field(strict=False)]
    title: str
    data: ChartData


class TableContent(Described):
    """Rows to show."""

    type: Literal["table"]
    title: str
    caption: str | None
    headers: Many[str]
    data: Many[Many[str]]


class ImageContent(Described):
    """A picture to fetch."""

    type: Literal["image"]
    title: str
    alt_text: str | None
    url: str


class VisualAid(Described):
    """What appears beside the text from `start_time` to `end_time`."""

    type: Literal["chart", "table", "image"]
    title: str
    start_time: Seconds
    end_time: Seconds
    content: Annotated[ChartContent | TableContent | ImageContent, Field(discriminator="type")]


class TimedParagraph(Described):
    """Two or three sentences that belong together."""

    paragraph_id: int = Field(ge=1)
    paragraph_text: str
    start_time: Seconds
    end_time: Seconds
    title: str | None = Field(description="Set where a new topic starts.")
    keywords: Many[Highlight]
    words: Many[TimedWord]
    visuals: VisualAid | None
    speaker: str | None = Field(default=None, description="Who says all of it; left out where that isn't known.")


class MediaFacts(Described):
    """What the recording is."""

    duration: Seconds
    kind: Literal["video", "audio"]
    language: str | None = Field(description="ISO 639-1.")


class SubtitlePiece(Described):
    """A stretch of the subtitles with an offset of its own."""

    start: float = Field(ge=0, description="Seconds in the subtitles from which it holds.")
    offset: float = Field(description="By how many seconds the subtitles were late.")
    rate: float


class AlignmentFacts(Described):
    """How the words got their times."""

    subtitle_offset: float = Field(description="By how many seconds the subtitles were late (their first piece).")
    subtitle_rate: float
    subtitle_score: Share = Field(description="How well the subtitles, put right, agree with where somebody speaks.")
    pieces: list[SubtitlePiece] = Field(description="More than one where the offset jumps, otherwise empty.")
    method: str
    words_aligned: Share


class AnalysisFacts(Described):
    """Who decided about paragraphs, titles, keywords, charts and tables."""

    method: str = Field(description="`offline`, or a language model's name, with what was done without it.")


class Result(Described):
    """An interactive transcript."""

    paragraphs: list[TimedParagraph]
    media: MediaFacts
    alignment: AlignmentFacts
    analysis: AnalysisFacts
