"""The shape of a model's answer: numbers of sentences, and names for what is there."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, FiniteFloat, model_validator

from cueweave.domain.keywords import KeywordType
from cueweave.domain.visuals import ChartType


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True)


class ChapterTitle(_Shape):
    """A chapter begins with this sentence."""

    sentence: int
    title: str


class Phrase(_Shape):
    """Words of this sentence, exactly as they stand there."""

    sentence: int
    phrase: str
    type: KeywordType


class ChartShape(_Shape):
    """Numbers that these sentences give, as many labels as values."""

    first_sentence: int
    last_sentence: int
    title: str
    type: ChartType
    labels: list[str]
    values: list[FiniteFloat]


class TableShape(_Shape):
    """What these sentences compare; each row has as many cells as there are headers."""

    first_sentence: int
    last_sentence: int
    title: str
    headers: list[str]
    rows: list[list[str]]


FigureShape = ChartShape | TableShape


class Answer(_Shape):
    """What is decided about the sentences."""

    paragraphs: list[int]
    chapters: list[ChapterTitle]
    keywords: list[Phrase]
    charts: list[ChartShape]
    tables: list[TableShape]

    @model_validator(mode="before")
    @classmethod
    def _left_out(cls, data: Any) -> Any:
        """A list that is left out is empty; the schema asks for all, as strict servers want it."""
        if not isinstance(data, dict):
            return data
        return {name: [] for name in ("chapters", "keywords", "charts", "tables")} | data
