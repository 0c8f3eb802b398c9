"""The HTTP interface put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from cueweave import __version__
from cueweave.api import health, process, tasks
from cueweave.api.access import AccessLog
from cueweave.api.config import ApiConfig
from cueweave.api.context import Context
from cueweave.api.cors import allow_origins
from cueweave.api.errors import answer_errors
from cueweave.api.framing import Framing
from cueweave.api.hangup import HangUp
from cueweave.api.patience import Patience
from cueweave.work.config import WorkConfig
from cueweave.work.desk import open_desk

ABOUT = """
Hand in a recording and its subtitles, follow the task, fetch an interactive transcript. Every call names its user in
the header `X-User-ID`; every error is `{"detail": "..."}` with a sentence that says what to do.
"""


def create_app(config: ApiConfig, work: WorkConfig) -> FastAPI:
    """The app; it opens its desk when it starts to serve."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[dict[str, Context]]:
        async with open_desk(work) as desk:
            yield {"context": Context(desk, config, work)}

    app = FastAPI(
        title="Cueweave",
        version=__version__,
        description=ABOUT,
        lifespan=lifespan,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
        redirect_slashes=False,  # a redirect would make clients send their upload twice
    )
    for part in (process, tasks, health):
        app.include_router(part.router)
    app.add_api_route("/", _to_the_docs, include_in_schema=False)
    answer_errors(app)
    allow_origins(app, config.cors_origins)
    app.add_middleware(Patience, idle_seconds=config.connections.idle_seconds)
    app.add_middleware(HangUp)
    app.add_middleware(Framing)
    app.add_middleware(AccessLog)
    return app


async def _to_the_docs() -> RedirectResponse:
    return RedirectResponse("/docs")
