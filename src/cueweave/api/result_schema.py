"""The result document as OpenAPI describes it; `formats.document` writes it, and a test holds them together."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from cueweave.domain.keywords import KeywordType
from cueweave.domain.visuals import ChartType

Seconds = Annotated[float, Field(ge=0, description="Seconds in the medium.")]
Share = Annotated[float, Field(ge=0, le=1)]


class Described(BaseModel):
    """Says all that is there."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


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

    labels: list[str]
    datasets: list[float]


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
    headers: list[str]
    data: list[list[str]]


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
    keywords: list[Highlight]
    words: list[TimedWord]
    visuals: VisualAid | None


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
