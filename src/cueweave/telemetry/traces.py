"""Spans for OpenTelemetry; they cost next to nothing where the command line started no tracing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from cueweave.telemetry.facts import known

TRACEPARENT = "traceparent"
"""The header of W3C's Trace Context, and what stands in it."""
NANOSECONDS = 1_000_000_000
Attributes = Mapping[str, str | int | float]
_UNSAMPLED = trace.SpanContext(trace_id=1, span_id=1, is_remote=False)
_NOWHERE = trace.set_span_in_context(trace.INVALID_SPAN)
_tracer = trace.get_tracer("cueweave")
_w3c = TraceContextTextMapPropagator()


def is_on() -> bool:
    """Whether the command line started tracing, or whoever runs this in a process of theirs."""
    return not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)


@contextmanager
def span(
    name: str, *, parent: str | None = None, kind: SpanKind = SpanKind.INTERNAL, attributes: Attributes | None = None
) -> Iterator[Span]:
    """A span as long as the block, and its trace's id on every line that is logged inside.

    `parent`: the traceparent of one elsewhere, None for the span that goes on here. That one is linked where the new
    span belongs to another trace.
    """
    if not is_on():
        yield trace.INVALID_SPAN
        return
    going_on = trace.get_current_span().get_span_context()
    context = None if parent is None else _w3c.extract({TRACEPARENT: parent}, _NOWHERE)
    links = [trace.Link(going_on)] if parent is not None and going_on.is_valid else []
    with _tracer.start_as_current_span(name, context, kind, attributes, links) as begun:
        named = begun.get_span_context()
        told = {"trace_id": trace.format_trace_id(named.trace_id)} if named.is_valid else {}
        with known(**told):
            yield begun


@contextmanager
def untold() -> Iterator[None]:
    """Nothing inside makes a span, for what is done every few seconds: its parent is one that isn't sampled."""
    with trace.use_span(trace.NonRecordingSpan(_UNSAMPLED)):
        yield


def failed(begun: Span) -> None:
    """The span's work ended badly."""
    begun.set_status(Status(StatusCode.ERROR))


def past(name: str, start: float, end: float) -> None:
    """A span of what is over, within the one that goes on; seconds since 1970."""
    _tracer.start_span(name, start_time=int(start * NANOSECONDS)).end(int(end * NANOSECONDS))


def here() -> str:
    """The traceparent of the span that goes on; empty where nothing is traced."""
    carrier: dict[str, str] = {}
    _w3c.inject(carrier)
    return carrier.get(TRACEPARENT, "")
