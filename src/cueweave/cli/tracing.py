"""Sending spans to a collector, where the variables of OpenTelemetry ask for it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cueweave.errors import SetupError

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
PROTOCOLS = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
EXPORTER, DISABLED, OTLP_HTTP = "OTEL_TRACES_EXPORTER", "OTEL_SDK_DISABLED", "http/protobuf"


def is_wanted(environment: Mapping[str, str]) -> bool:
    """Whether a collector is named, or OTLP asked for, and nothing turns it off."""
    exporter = environment.get(EXPORTER, "")
    if exporter == "none" or environment.get(DISABLED, "").lower() == "true":
        return False
    return exporter == "otlp" or any(environment.get(name) for name in ENDPOINTS)


def start_tracing(part: str) -> None:
    """Send the spans of this process from now on, as those of `cueweave-PART`. Raises SetupError."""
    if not is_wanted(os.environ):
        return
    protocol = next((os.environ[name] for name in PROTOCOLS if os.environ.get(name)), OTLP_HTTP)
    if protocol != OTLP_HTTP:
        raise SetupError(f"OTEL_EXPORTER_OTLP_PROTOCOL is {protocol}: Cueweave sends its spans by {OTLP_HTTP} only.")
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise SetupError(
            "OTEL_… variables ask for traces, but what sends them is missing: pip install 'cueweave[otel]', or set "
            "OTEL_TRACES_EXPORTER=none."
        ) from None
    from opentelemetry import trace

    from cueweave import __version__

    named = {} if os.environ.get("OTEL_SERVICE_NAME") else {"service.name": f"cueweave-{part}"}
    provider = TracerProvider(resource=Resource.create({**named, "service.version": __version__}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
