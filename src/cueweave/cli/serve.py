"""`api` and `worker`: one part of the service each, in this process."""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cueweave.cli.bind import listen
from cueweave.cli.config import api_config, read_settings, start_logging, work_config
from cueweave.cli.diarizer import voice_model
from cueweave.cli.identity import in_words, may_listen_anywhere
from cueweave.cli.tracing import start_tracing

if TYPE_CHECKING:
    import uvicorn

    from cueweave.api.config import ApiConfig
    from cueweave.settings import Settings
    from cueweave.work.config import WorkConfig

FILES_PER_CONNECTION = 3
"""The connection itself, a medium and its subtitles."""
FILES_BESIDE = 256
HostOption = Annotated[str, typer.Option(help="The address to listen on.")]
PortOption = Annotated[int, typer.Option(help="The port; 0 takes any free one.", min=0, max=65535)]


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_room_for_files(connections: int) -> None:
    """Let this process open as many files as so many uploads need, as far as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_PER_CONNECTION * connections + FILES_BESIDE
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


def api(
    *,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    fd: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """Serve the HTTP API; needs REDIS_URL, and workers beside it."""
    settings = read_settings()
    config, interface = work_config(settings), api_config(settings)
    listener = listen(host, port, anywhere=may_listen_anywhere(settings)) if fd is None else socket.socket(fileno=fd)
    start_logging(settings)
    start_tracing("api")
    server = _server(settings, interface, config)
    # uvicorn raises the signal that ended it once more; to be told to end is no error
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    server.run(sockets=[listener])
    if not server.started:
        raise typer.Exit(1)


def _server(settings: Settings, interface: ApiConfig, config: WorkConfig) -> uvicorn.Server:
    import uvicorn

    from cueweave.api.app import create_app, end_streams
    from cueweave.api.connection import connections_within
    from cueweave.api.framing import LARGEST_HEAD
    from cueweave.telemetry import get_logger

    mode, note = in_words(settings)
    get_logger(__name__).info("who may call", mode=settings.auth, means=mode, note=note)
    _tell_who_hears(config)
    make_room_for_files(interface.connections.most)
    app = create_app(interface, config)

    class Server(uvicorn.Server):
        """Waits for what is being answered, and so for streams, which go on until their tasks are over."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            # what is there now stays: to look through it again and again for garbage holds all answers up
            gc.collect()
            gc.freeze()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            end_streams(app)
            await super().shutdown(sockets)

    return Server(
        uvicorn.Config(
            app,
            http=connections_within(interface.connections),
            ws="none",
            h11_max_incomplete_event_size=LARGEST_HEAD,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # api/client_address.py reads them, and trusts nobody by itself
            timeout_graceful_shutdown=round(settings.drain_seconds),
        )
    )


def _tell_who_hears(config: WorkConfig) -> None:
    from cueweave.telemetry import get_logger

    get_logger(__name__).info("who hears without subtitles", engine=config.engine.name, because=config.engine_because)


def worker(
    *,
    concurrency: Annotated[
        int | None, typer.Option(help="Tasks at the same time [default: one per processor].", min=1)
    ] = None,
) -> None:
    """Work on tasks; needs REDIS_URL. Run as many as you like; they share the data directory."""
    import asyncio

    settings = read_settings()
    config = replace(work_config(settings), diarizer=voice_model(settings))
    start_logging(settings)
    start_tracing("worker")
    _tell_who_hears(config)
    from cueweave.cli.metrics_port import metrics_port
    from cueweave.work.worker import run_worker

    async def work_until_told() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await run_worker(config, concurrency=concurrency or processors(), stop=stop)

    with metrics_port(settings):
        asyncio.run(work_until_told())
