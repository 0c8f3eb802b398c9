"""The HTTP interface put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig

from cueweave import __version__
from cueweave.api import (
    deliveries,
    documentation,
    events,
    health,
    limits,
    media,
    oembed,
    page,
    process,
    results,
    resumable,
    shared,
    tasks,
)
from cueweave.api.access import AccessLog
from cueweave.api.config import ApiConfig
from cueweave.api.context import Context
from cueweave.api.cors import allow_origins
from cueweave.api.errors import answer_errors, problems
from cueweave.api.examples import show_examples
from cueweave.api.framing import Framing
from cueweave.api.guard import Guard
from cueweave.api.hangup import HangUp
from cueweave.api.identity.described import describe_tokens
from cueweave.api.identity.opening import open_tokens
from cueweave.api.patience import Patience
from cueweave.api.rates import STATE as RATES, LimitRates
from cueweave.api.request_ids import RequestIds
from cueweave.api.tracing import Traced
from cueweave.api.tus import Tus
from cueweave.store.rates import open_rates
from cueweave.work.config import WorkConfig
from cueweave.work.desk import open_desk

ABOUT = """
Hand in a recording and its subtitles, follow the task, fetch an interactive transcript. Every call says who
calls (see Authorize); every error is `{"detail": "..."}` with a sentence that says what to do.
"""


PARTS = (process, resumable, tasks, results, media, deliveries, limits, oembed)
UNTOLD: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""FastAPI's own spans hold addresses as they were asked for, and so users and the signatures of links; ours don't."""


def create_app(config: ApiConfig, work: WorkConfig) -> FastAPI:
    """The app; it opens its desk when it starts to serve."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, object]]:
        async with (
            open_desk(work) as desk,
            open_tokens(config.tokens) as tokens,
            open_rates(work.redis_url) as rates,
        ):
            app.state.watch = desk.watch
            yield {"context": Context(desk, config, work), "tokens": tokens, RATES: rates}

    app = FastAPI(
        title="Cueweave",
        version=__version__,
        description=ABOUT,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
        telemetry=UNTOLD,
        redirect_slashes=False,  # a redirect would make clients send their upload twice
    )
    _include_routes(app, config, work)
    app.add_middleware(LimitRates, config=config)  # each is outside of those added before
    answer_errors(app)
    app.add_middleware(Tus)
    allow_origins(app, config)
    app.add_middleware(Guard)
    app.add_middleware(Patience, idle_seconds=config.connections.idle_seconds)
    app.add_middleware(HangUp)
    app.add_middleware(Framing)
    app.add_middleware(AccessLog)
    app.add_middleware(Traced)
    app.add_middleware(RequestIds)
    show_examples(app)
    if config.tokens:
        describe_tokens(app)
    return app


def _include_routes(app: FastAPI, config: ApiConfig, work: WorkConfig) -> None:
    for polled in (tasks.polled, events.polled):  # what is asked most is looked for first, and at one place
        app.router.routes.extend(polled.routes)
    for part in PARTS:
        app.include_router(part.router, responses=problems(429))  # each of them is counted
    app.include_router(health.router)
    for pages in (page, shared):
        app.include_router(pages.router(config.frame_ancestors, media_from=_media_from(work)))
    app.include_router(documentation.router())


def _media_from(work: WorkConfig) -> str:
    return work.bucket.origin if work.bucket and work.bucket.presign else ""


def end_streams(app: FastAPI) -> None:
    """End the answers that would go on until their tasks are over, so that a server can stop."""
    app.state.watch.close()
