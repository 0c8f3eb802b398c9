"""A result document that somebody hands in again, read and checked at the door."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict  # pydantic can't read that of `typing` before Python 3.12

from cueweave.errors import BadInput

KEEP = ConfigDict(extra="allow", allow_inf_nan=False)
"""Fields that we don't look at stay as they are."""


@with_config(KEEP)
class TimedWord(TypedDict):
    """A word with its seconds."""

    word: str
    start: float
    end: float


@with_config(KEEP)
class TimedParagraph(TypedDict):
    """A paragraph; its other fields are kept as they are."""

    words: list[TimedWord]


@with_config(KEEP)
class Result(TypedDict):
    """What every export needs of the contract's result."""

    paragraphs: list[TimedParagraph]


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
