"""`up`: store, API and workers together, each a process, watched until told to stop."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cueweave.cli.bind import listen, url_of
from cueweave.cli.children import Child, adopting_orphans, bury_orphans, stop_all
from cueweave.cli.config import api_config, read_settings
from cueweave.cli.identity import may_listen_anywhere
from cueweave.cli.serve import HostOption, PortOption, processors
from cueweave.cli.signals import Signals
from cueweave.cli.transcriber import chosen
from cueweave.errors import CueweaveError, StoreUnavailable

if TYPE_CHECKING:
    from cueweave.cli.valkey import Store
    from cueweave.settings import Settings

READY_WITHIN = 60.0


def up(
    *,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    data_dir: Annotated[
        Path | None,
        typer.Option(help="Where everything is kept [default: CUEWEAVE_DATA_DIR or ./cueweave-data]."),
    ] = None,
    workers: Annotated[int, typer.Option(help="Worker processes.", min=1)] = 1,
) -> None:
    """Run everything: the API, workers and, without REDIS_URL, a private durable store."""
    settings = read_settings(data_dir=data_dir)
    api_config(settings)  # what is wrong with it is said now, not by a child
    chosen(settings)
    with (
        adopting_orphans(),
        listen(host, port, anywhere=may_listen_anywhere(settings)) as listener,
        Signals() as signals,
        _store(settings) as store,
    ):
        url = store.url if store else settings.redis_url
        children = _children(settings, url or "", listener, workers)
        try:
            _wait_until_ready(children, signals, listener, workers)
            if not signals.stops:
                _announce(settings, listener, workers)
            _watch(children, store, signals)
        finally:
            listener.close()
            stop_all(children, signals, within=settings.drain_seconds + 5)


@contextmanager
def _store(settings: Settings) -> Iterator[Store | None]:
    """A store of our own, unless the operator has one."""
    if settings.redis_url:
        _check_reachable(settings.redis_url)
        yield None
        return
    from cueweave.cli.valkey import embedded_store

    with embedded_store(settings.data_dir) as store:
        yield store


def _check_reachable(url: str) -> None:
    """One sentence now instead of the same one from every child later."""
    import redis

    from cueweave.store.connections import at_once

    try:
        with at_once(url, seconds=5) as client:
            client.ping()
    except (redis.RedisError, OSError, ValueError) as error:
        raise StoreUnavailable(
            f"The store of REDIS_URL can't be used ({type(error).__name__}): is it running?"
        ) from None


def _children(settings: Settings, url: str, listener: socket.socket, workers: int) -> list[Child]:
    environment = {**os.environ, "REDIS_URL": url, "CUEWEAVE_DATA_DIR": str(settings.data_dir.absolute())}
    program = [sys.executable, "-m", "cueweave"]
    concurrency = str(max(processors() // workers, 1))
    fd = listener.fileno()
    return [
        Child("API", [*program, "api", "--fd", str(fd)], environment, pass_fds=(fd,)),
        *(
            Child("worker", [*program, "worker", "--concurrency", concurrency], environment | _metrics(settings, at))
            for at in range(workers)
        ),
    ]


def _metrics(settings: Settings, at: int) -> dict[str, str]:
    """Each worker tells its metrics on a port of its own: the one that is set, and those behind it."""
    first = settings.worker_metrics_port
    return {"CUEWEAVE_WORKER_METRICS_PORT": str(first + at)} if first else {}


def _wait_until_ready(children: list[Child], signals: Signals, listener: socket.socket, workers: int) -> None:
    """Raises CueweaveError where a part ends before the whole is there."""
    until = time.monotonic() + READY_WITHIN
    while not signals.stops:
        for child in children:
            code = child.tend()
            if code is not None:
                raise CueweaveError(f"The {child.name} did not start: it ended with exit code {code}.")
        if _is_ready(listener, workers):
            return
        if time.monotonic() > until:
            raise CueweaveError(f"Cueweave was not ready within {READY_WITHIN:.0f} s; its log says why.")
        signals.wait(0.05)


def _is_ready(listener: socket.socket, workers: int) -> bool:
    """Whether the API answers that the store, the storage and all workers are there."""
    import http.client

    host, port = url_of(listener).removeprefix("http://").rsplit(":", 1)
    connection = http.client.HTTPConnection(host.strip("[]"), int(port), timeout=1)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        found = json.loads(answer.read())
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        connection.close()
    return answer.status == 200 and found["workers"] >= workers


def _announce(settings: Settings, listener: socket.socket, workers: int) -> None:
    """The one line on stdout that scripts wait for."""
    store = "the store of REDIS_URL" if settings.redis_url else "its own store"
    crew = "1 worker" if workers == 1 else f"{workers} workers"
    typer.echo(f"Cueweave is ready on {url_of(listener)} ({crew}, {store}, data in {settings.data_dir})")


def _watch(children: list[Child], store: Store | None, signals: Signals) -> None:
    """Start again what dies, until told to stop."""
    while not signals.stops:
        if store is not None:
            _tell_of_death("store", store.tend())
        for child in children:
            _tell_of_death(child.name, child.tend())
        bury_orphans({store.pid if store else 0, *(child.process.pid for child in children if child.process)})
        signals.wait(0.5)


def _tell_of_death(name: str, code: int | None) -> None:
    if code is not None:
        typer.echo(f"cueweave: the {name} ended with exit code {code}; starting it again", err=True)
