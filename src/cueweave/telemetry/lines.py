"""The way of our own lines to where all lines go, past the records that the standard library makes of each."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from structlog.typing import EventDict, Processor, ProcessorReturnValue, WrappedLogger

_to: logging.StreamHandler[TextIO] = logging.StreamHandler(sys.stderr)
_steps: Sequence[Processor] = ()


def lead_to(handler: logging.StreamHandler[TextIO], steps: Sequence[Processor]) -> None:
    """Write to the handler's stream from here on, in its turn; the last of the steps makes a text of an event."""
    global _to, _steps  # loggers keep what they found first; this is what they look up
    _to, _steps = handler, steps


def written(logger: WrappedLogger, method: str, event: EventDict) -> ProcessorReturnValue:
    """A processor: the event as a line."""
    made: ProcessorReturnValue = event
    for step in _steps:
        made = step(logger, method, made)  # type: ignore[arg-type] # an event until the last one
    return made


class Line:
    """A module's logger, as structlog wants it. Like those of the library it raises nothing where nobody can read."""

    def __init__(self, name: str) -> None:
        self.name = name

    def write(self, line: str) -> None:
        """One line, whole."""
        _to.acquire()
        try:
            with suppress(OSError, ValueError):  # ValueError: the stream is closed
                _to.stream.write(line + _to.terminator)
                _to.flush()
        finally:
            _to.release()

    debug = info = warning = error = critical = write
