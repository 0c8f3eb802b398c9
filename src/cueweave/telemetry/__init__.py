"""Logs with what is known of task and request on every line."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Sequence
from typing import Literal, TextIO

import structlog
from structlog.typing import FilteringBoundLogger, Processor

from cueweave.telemetry.facts import about, request_context, task_context, with_facts
from cueweave.telemetry.lines import Line, lead_to, written
from cueweave.telemetry.safe_lines import SafeLines
from cueweave.telemetry.users import Users

__all__ = ["about", "configure_logging", "get_logger", "request_context", "task_context"]
Format = Literal["json", "text"]
PLAIN = Users("plain")

_SHARED: list[Processor] = [
    with_facts,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_QUIET = {
    "docket": logging.WARNING,  # tells each start and end of a task, as we do
    "uvicorn.access": logging.WARNING,  # the API logs requests itself
}


def configure_logging(*, format: Format, secrets: Sequence[str] = (), users: Users = PLAIN) -> None:
    """Send all logs of this process, ours and those of libraries, to stderr in one shape, without these secrets."""
    structlog.configure(
        processors=[*_SHARED, written],
        logger_factory=Line,
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
    last = _last(format, secrets, users)
    handler: logging.StreamHandler[TextIO] = logging.StreamHandler(sys.stderr)
    remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_SHARED, processors=[remove, *last]))
    lead_to(handler, last)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "docket"):
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(_QUIET.get(name, logging.INFO))


def _last(format: Format, secrets: Sequence[str], users: Users) -> list[Processor]:
    """Tracebacks never show local variables: those hold whatever a request or the settings hold."""
    if format == "json":
        tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        shape: list[Processor] = [structlog.processors.ExceptionRenderer(tracebacks)]
        writer: Processor = structlog.processors.JSONRenderer(_in_json)
    else:
        shape = [structlog.processors.format_exc_info]
        writer = structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    return [*shape, users, SafeLines(secrets), writer]


def _in_json(event: object, **_ways: object) -> str:
    """What is safe holds nothing that JSON doesn't know, so that the library's own encoder, made once, serves."""
    return json.dumps(event)


def get_logger(name: str) -> FilteringBoundLogger:
    """The logger of a module."""
    logger: FilteringBoundLogger = structlog.get_logger(name)
    return logger
