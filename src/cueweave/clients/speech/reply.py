"""What a speech server answers, in whichever of the shapes that are in use."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

MOST_LETTERS = 20_000
"""Of a text; nobody says more in the minutes that a request holds."""


class Nonsense(Exception):
    """An answer that is no transcript."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word or segment; its times are seconds from the start of what was sent, finite, in order, maybe beyond it."""

    text: str
    start: float
    end: float
    confidence: float | None
    """0.0 to 1.0; None where the server doesn't say."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What was heard."""

    text: str
    language: str | None
    """ISO 639-1, where the server tells."""
    words: tuple[Part, ...] = ()
    segments: tuple[Part, ...] = ()

    @property
    def has_times(self) -> bool:
        """Whether anything is timed; where nothing was said, there is nothing to time."""
        return bool(self.words or self.segments or not self.text)


def read_reply(body: bytes, content_type: str) -> Reply:
    """The answer's meaning. Raises Nonsense."""
    if content_type.startswith("text/plain"):
        return Reply(_text(body.decode("utf-8", "replace").strip()), None)
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise Nonsense("it is no JSON") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("text", ""), str):
        raise Nonsense("it has no text")
    segments = tuple(_parts(answer.get("segments"), "text"))
    if "text" not in answer and not segments:
        raise Nonsense("it has no text")
    text = answer.get("text") or " ".join(part.text for part in segments)
    return Reply(
        _text(text.strip()), _code(answer.get("language")), tuple(_parts(answer.get("words"), "word")), segments
    )


def _text(text: str) -> str:
    if len(text) > MOST_LETTERS:
        raise Nonsense("it is longer than anybody can speak")
    return text


def _parts(found: Any, name: str) -> Iterator[Part]:
    """Those that have a text and usable times; the others are as if the server had said nothing of them."""
    for each in found if isinstance(found, list) else ():
        if not isinstance(each, dict):
            continue
        text, start, end = each.get(name), _number(each.get("start")), _number(each.get("end"))
        if isinstance(text, str) and text.strip() and start is not None and end is not None and 0 <= start <= end:
            yield Part(text.strip(), start, end, _confidence(each))


def _number(value: Any) -> float | None:
    good = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if good else None


def _confidence(part: dict[str, Any]) -> float | None:
    chance, logarithm = _number(part.get("probability")), _number(part.get("avg_logprob"))
    if chance is None and logarithm is not None:
        chance = math.exp(min(logarithm, 0.0))
    return None if chance is None else min(max(chance, 0.0), 1.0)


def _code(language: Any) -> str | None:
    """OpenAI's server says `english`, others `en`."""
    if not isinstance(language, str):
        return None
    name = language.strip().lower()
    return name if name in _codes().values() else _codes().get(name)


@cache
def _codes() -> dict[str, str]:
    from babel import Locale

    return {name.lower(): code for code, name in Locale("en").languages.items() if code.isalpha() and len(code) <= 3}
