"""For whoever operates the service."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST

from cueweave.api.context import AtDesk
from cueweave.api.errors import problems
from cueweave.api.schemas import Alive, NotReady, Ready
from cueweave.telemetry import metrics_text

router = APIRouter(tags=["operation"])


@router.get("/healthz")
async def health() -> Alive:
    """Whether the process lives."""
    return Alive(status="ok")


@router.get("/readyz", response_model=Ready, responses={503: {"model": NotReady, "description": "Not ready."}})
async def readiness(desk: AtDesk) -> JSONResponse:
    """Whether tasks can be taken, and how many workers are there."""
    found = await desk.health()
    ready = Ready(store=found.store, storage=found.storage, workers=found.workers)
    if ready.store and ready.storage:
        return JSONResponse(ready.model_dump())
    detail = "The storage can't be written." if ready.store else "The task store can't be reached."
    return JSONResponse({"detail": detail, **ready.model_dump()}, status_code=503)


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"description": "Prometheus text.", "content": {"text/plain": {"schema": {"type": "string"}}}},
        **problems(503),
    },
)
async def metrics(desk: AtDesk) -> Response:
    """Tasks by status, active, queue depth, stage seconds, what language models cost."""
    counts, found = await desk.counts(), await desk.health()
    text = metrics_text(
        by_status={str(status): count for status, count in counts.by_status.items()},
        gauges={
            "active_tasks": ("Tasks that are pending or processing.", counts.active),
            "queue_depth": ("Tasks that wait for a worker.", counts.queued),
            "workers": ("Workers that showed a sign of life lately.", found.workers),
        },
        counters={
            "llm_tokens": (
                "Tokens that language models took and gave.",
                "direction",
                {"in": counts.llm.tokens_in, "out": counts.llm.tokens_out},
            ),
            "llm_requests": ("Requests to language models by how they ended.", "outcome", counts.llm.requests),
            "llm_ungrounded": ("What language models made up and was dropped.", None, {"": counts.llm.ungrounded}),
        },
        stage_seconds=counts.stage_seconds,
        counter_mended=counts.counter_mended,
    )
    return Response(text, media_type=CONTENT_TYPE_LATEST)
