"""Results in the formats that others read: a file with a function from the document to bytes, a row here."""

import json
from collections.abc import Callable, Mapping

from cueweave.formats.result import Result, read_result
from cueweave.formats.vtt import to_vtt

__all__ = ["WRITERS", "Result", "read_result", "to_json", "to_vtt"]


def to_json(result: Result) -> bytes:
    """The document itself, laid out for a reader."""
    return (json.dumps(result, ensure_ascii=False, indent=2) + "\n").encode()


WRITERS: Mapping[str, Callable[[Result], bytes]] = {"json": to_json, "vtt": to_vtt}
