"""A collector of OpenTelemetry in this process: OTLP over HTTP, as protobuf."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from support.loopback import Loopback


@dataclass(frozen=True, slots=True)
class Seen:
    """A span that arrived; ids in hex, times in seconds since 1970."""

    service: str
    library: str
    name: str
    trace: str
    id: str
    parent: str
    links: tuple[str, ...]
    """Ids of spans."""
    start: float
    end: float
    attributes: dict[str, str]
    is_error: bool


class Collector:
    """What has arrived, and where it listens."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.spans: list[Seen] = []

    def take(self, body: bytes) -> None:
        """One request of an exporter."""
        request = ExportTraceServiceRequest.FromString(body)
        for resource in request.resource_spans:
            service = next(
                each.value.string_value for each in resource.resource.attributes if each.key == "service.name"
            )
            for scope in resource.scope_spans:
                self.spans += [
                    Seen(
                        service=service,
                        library=scope.scope.name,
                        name=span.name,
                        trace=span.trace_id.hex(),
                        id=span.span_id.hex(),
                        parent=span.parent_span_id.hex(),
                        links=tuple(link.span_id.hex() for link in span.links),
                        start=span.start_time_unix_nano / 1e9,
                        end=span.end_time_unix_nano / 1e9,
                        attributes={
                            each.key: each.value.string_value or str(each.value.int_value) for each in span.attributes
                        },
                        is_error=span.status.code == span.status.STATUS_CODE_ERROR,
                    )
                    for span in scope.spans
                ]

    def named(self, name: str) -> Seen | None:
        """The first span of this name."""
        return next((span for span in list(self.spans) if span.name == name), None)


@contextmanager
def collecting() -> Iterator[Collector]:
    """A collector for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            packed = self.headers.get("Content-Encoding") == "gzip"
            collector.take(gzip.decompress(body) if packed else body)
            self.send_response(200 if self.path == "/v1/traces" else 404)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing."""

    loopback = Loopback(Handler)
    collector = Collector(loopback.address)
    try:
        yield collector
    finally:
        loopback.close()
