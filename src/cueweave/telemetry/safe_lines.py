"""What a log line may hold: nothing that poses as another line, nothing that a terminal obeys, no secret."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote, quote_plus

from structlog.typing import EventDict, WrappedLogger

SHORTEST_SECRET = 4
"""Shorter ones would be found in words that are none."""
DEEPEST = 8
HIDDEN = "***"
NAMES = re.compile(
    r"(?i)(proxy-)?authorization|(set-)?cookie|(x-)?api[_-]?key|(.*[_-])?(token|secret|password|signature)"
)
"""Of fields and headers whose values are secrets."""
SHAPES = (
    (re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{4,}"), rf"\1 {HIDDEN}"),
    (re.compile(r"(?i)([a-z][a-z0-9+.-]*://)[^\s/?#'\"<>@]*@"), rf"\1{HIDDEN}@"),
    (
        re.compile(
            r"(?i)\b((?:signature|(?:[a-z]+[_-])?token|api[_-]?key|x-api-key|password|passwd|secret)"
            r"['\"]?\s?[=:]\s?['\"]?)[^\s&'\",;}]+"
        ),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"), HIDDEN),
    (re.compile(r"\bsk-[A-Za-z0-9_-]{8,}"), HIDDEN),
)
"""How secrets look that nobody told us: credentials in headers and addresses, signed links, tokens, keys of models."""
HINTS = ("bearer", "basic", "://", "signature", "token", "key", "passw", "secret", "eyj", "sk-")
"""A text without any of these has none of the shapes; looking for them is less work than for the shapes."""
HINTS_OF_NAMES = (*HINTS, "authorization", "cookie")
"""Nor has a name without any of these a secret for its value."""
TRACES = ("exception", "stack")


class SafeLines:
    """A last step before lines are written: every text in them is made safe."""

    def __init__(self, secrets: Sequence[str]) -> None:
        """`secrets`: known ones, which are hidden wherever they stand, encoded for an address or not."""
        spelled = {form for secret in secrets for form in (secret, quote(secret, safe=""), quote_plus(secret))}
        longest_first = sorted((each for each in spelled if len(each) >= SHORTEST_SECRET), key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        """As structlog wants it. A traceback keeps its lines, each behind a mark with which no log line begins."""
        if self._is_plain(event):
            return event
        return {
            self.text(name): self._marked(value) if name in TRACES else self._named(name, value, DEEPEST)
            for name, value in event.items()
        }

    def text(self, text: str) -> str:
        """The text with secrets hidden and everything that isn't plainly visible spelled out, as Python spells it."""
        return spelled_out(self.hide(text))

    def hide(self, text: str) -> str:
        """The text without secrets."""
        if self._known:
            text = self._known.sub(HIDDEN, text)
        if _has(HINTS, text):
            for shape, instead in SHAPES:
                text = shape.sub(instead, text)
        return text

    def _is_plain(self, event: EventDict) -> bool:
        """Whether there is nothing to make safe: nearly always, and one look at all texts together tells it."""
        texts = [*event, *(value for value in event.values() if not isinstance(value, int | float | None))]
        if not all(isinstance(each, str) for each in texts) or any(each in event for each in TRACES):
            return False
        together = " ".join(texts)
        known = self._known and self._known.search(together)
        return together.isprintable() and not known and not _has(HINTS_OF_NAMES, together)

    def _marked(self, value: object) -> object:
        if not isinstance(value, str):
            return self._safe(value, DEEPEST)
        return "\n".join(f"  | {spelled_out(line)}" for line in self.hide(value).split("\n"))

    def _named(self, name: str, value: object, depth: int) -> object:
        return HIDDEN if isinstance(value, str) and value and NAMES.fullmatch(name) else self._safe(value, depth)

    def _safe(self, value: object, depth: int) -> object:
        if value is None or isinstance(value, bool | int | float):
            return value
        if depth and isinstance(value, Mapping):
            return {self.text(str(name)): self._named(str(name), each, depth - 1) for name, each in value.items()}
        if depth and isinstance(value, list | tuple):
            return [self._safe(each, depth - 1) for each in value]
        return self.text(value if isinstance(value, str) else repr(value))


def _has(hints: tuple[str, ...], text: str) -> bool:
    folded = text.casefold()  # as `(?i)` has it: a long s is an s
    return any(hint in folded for hint in hints)


def spelled_out(text: str) -> str:
    """The text with line ends, escapes, direction marks and their like as `\\n`, `\\x1b`, `\\u202e`."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)
