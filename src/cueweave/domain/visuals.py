"""What appears beside the text when the speaker gets to it. Times are seconds in the medium."""

from dataclasses import dataclass
from enum import StrEnum


class ChartType(StrEnum):
    """The chart types of the contract, which are those of Chart.js."""

    BAR = "bar"
    LINE = "line"
    PIE = "pie"
    RADAR = "radar"
    DOUGHNUT = "doughnut"


@dataclass(frozen=True, slots=True)
class Chart:
    """Labelled numbers, as many labels as values."""

    title: str
    type: ChartType
    labels: tuple[str, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headers, each row as long as the headers."""

    title: str
    caption: str | None
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `file` is its name among the task's assets."""

    title: str
    alt_text: str | None
    file: str


Figure = Chart | Table
"""What the speech itself carries."""


@dataclass(frozen=True, slots=True)
class Visual:
    """What is shown from `start` to `end`."""

    start: float
    end: float
    content: Chart | Table | Image


def picture_type(data: bytes) -> str:
    """The media type of a picture by what its first bytes say, whatever its name; we write JPEG only."""
    return "image/jpeg" if data.startswith(b"\xff\xd8\xff") else "application/octet-stream"
