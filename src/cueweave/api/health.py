"""For whoever operates the service."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response, Security
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from prometheus_client import CONTENT_TYPE_LATEST

from cueweave.api.context import AtDesk, InContext
from cueweave.api.errors import problem, problems
from cueweave.api.operators import is_operator
from cueweave.api.schemas import Alive, BareReady, NotReady, Ready
from cueweave.api.store_metrics import families
from cueweave.errors import OperatorOnly
from cueweave.telemetry.metrics import metrics_text

PATHS = ("/healthz", "/readyz", "/metrics")
"""Asked every few seconds by machines."""
NO_TOKEN_NEEDED: dict[str, Any] = {"security": [{}]}
"""On the machine itself."""
_scheme = HTTPBearer(scheme_name="Operator", description="CUEWEAVE_OPERATOR_TOKEN.", auto_error=False)
router = APIRouter(tags=["operation"])


def _operates(request: Request, context: InContext, _declared: Annotated[object, Security(_scheme)]) -> bool:
    """Whether the operator asks: with the token, or from this very machine."""
    return is_operator(request.scope, context.api.operator_token)


def _operator(*, operates: Annotated[bool, Depends(_operates)]) -> None:
    """Raises OperatorOnly."""
    if not operates:
        raise OperatorOnly("Only the operator may ask this: from the machine itself, or with CUEWEAVE_OPERATOR_TOKEN.")


@router.get("/healthz")
async def health() -> Alive:
    """Whether the process lives."""
    return Alive(status="ok")


@router.get(
    "/readyz",
    response_model=Ready | BareReady,
    responses={503: {"model": NotReady, "description": "Not ready."}},
    openapi_extra=NO_TOKEN_NEEDED,
)
async def readiness(desk: AtDesk, context: InContext, *, operates: Annotated[bool, Depends(_operates)]) -> JSONResponse:
    """Whether tasks can be taken; the operator learns what is missing, and how many workers are there."""
    found = await desk.health()
    work = context.work
    ready = Ready(
        store=found.store,
        storage=found.storage,
        workers=found.workers,
        transcriber=work.engine.name,
        transcriber_because=work.engine_because,
    )
    if not operates:
        is_ready = ready.store and ready.storage
        return JSONResponse({"ready": True}) if is_ready else problem(503, "Not ready; please try again later.")
    if ready.store and ready.storage:
        return JSONResponse(ready.model_dump())
    detail = "The storage can't be written." if ready.store else "The task store can't be reached."
    return JSONResponse({"detail": detail, **ready.model_dump()}, status_code=503)


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"description": "Prometheus text.", "content": {"text/plain": {"schema": {"type": "string"}}}},
        **problems(401, 503),
    },
    dependencies=[Depends(_operator)],
    openapi_extra=NO_TOKEN_NEEDED,
)
async def metrics(desk: AtDesk, context: InContext) -> Response:
    """Tasks, queue, workers, stages, uploads, requests, storage, and what language models cost."""
    text = metrics_text(families(await desk.counts(), context.work))
    return Response(text, media_type=CONTENT_TYPE_LATEST)
