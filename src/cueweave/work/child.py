"""The process in which the pipeline runs: started for one piece of work, killed when nobody wants it any more.

It speaks to its parent in lines of JSON over a socket, never in pickles: whoever breaks a decoder with a
prepared medium has this process, and must not get the parent's too. Only what the parent orders is a pickle.
"""

from __future__ import annotations

import fcntl
import json
import logging
import multiprocessing
import os
import pickle
import signal
import socket
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from math import inf
from multiprocessing.connection import Connection
from pathlib import Path

from cueweave.clients.llm.access import Access
from cueweave.domain.engines import AT_HAND, Engine
from cueweave.domain.media_formats import MOST_PIXELS
from cueweave.domain.progress import Progress
from cueweave.domain.turns import CHUNK_SECONDS, PLAN, SOUND, Turns
from cueweave.errors import BrokenPromise, CueweaveError
from cueweave.store.full import reaching_files
from cueweave.work import fence
from cueweave.work.fence import Ground
from cueweave.work.needs import Needs, needs_of, ports
from cueweave.work.turns import LineTurns

TELLS_PER_SECOND = 4
SOUND_BYTES_PER_SECOND = 32_000
"""Of the decoded sound, the largest file that is written."""
OTHER_FILE_BYTES = 1024**3
"""Of any other: a result document of a day is below 200 MB."""
WORDS_BYTES = 64 * 1024**2
"""Of what is heard in a chunk."""

Send = Callable[[dict[str, object]], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with which files."""

    task_id: str | None
    """None: only look at the medium."""
    media: Path
    subtitles: Path | None
    work_dir: Path
    max_seconds: float
    memory_bytes: int
    language: str | None = None
    llm: Access | None = None
    engine: Engine = AT_HAND
    diarizer: Path | None = None
    kept_dir: Path | None = None
    """What outlives this attempt."""
    max_pixels: int = MOST_PIXELS
    seconds: float = 3600.0
    """How long whoever ordered it will wait."""
    chunk_seconds: float = CHUNK_SECONDS
    """Of sound, what is heard at a time."""
    slides: Path | None = None
    """A PDF; where there is no task, look at it instead of at the medium."""
    helps: bool = False
    """Whether it only hears chunks of what another process, which left its plan and the sound in `kept_dir`, hears."""


def result_file(work_dir: Path) -> Path:
    """Where the result document is left."""
    return work_dir / "result.json"


def assets_dir(work_dir: Path) -> Path:
    """Where the pictures of the result are left."""
    return work_dir / "assets"


def ground(order: Order) -> Ground:
    """What the process needs for its order, and no more.

    To look at an upload it writes nothing and asks nobody; to help it writes only where its parent looks through it.
    """
    transcribes = order.task_id is not None
    needs = needs_of(order.engine) if transcribes and order.subtitles is None else Needs()
    if order.helps and order.kept_dir:
        return Ground(
            home=order.work_dir,
            seconds=order.seconds,
            memory_bytes=order.memory_bytes if needs.bounded else inf,
            reads=(order.kept_dir / PLAN, order.kept_dir / SOUND, *needs.reads),
            devices=needs.devices,
            writes=(order.work_dir,),
            file_bytes=WORDS_BYTES,
            forks=True,
            ports=ports(*needs.addresses),
        )
    model = order.llm if transcribes else None
    kept = (order.kept_dir,) if order.kept_dir else ()
    return Ground(
        home=order.work_dir,
        seconds=order.seconds,
        memory_bytes=order.memory_bytes if needs.bounded else inf,
        reads=(
            *filter(None, (order.media, order.subtitles, order.slides, order.diarizer if transcribes else None)),
            *needs.reads,
        ),
        devices=needs.devices,
        writes=(order.work_dir, *kept) if transcribes else (),
        file_bytes=SOUND_BYTES_PER_SECOND * order.max_seconds + OTHER_FILE_BYTES if transcribes else 0,
        forks=transcribes,
        ports=ports(*((model.address, model.proxy) if model else ()), *needs.addresses),
    )


def main(line: socket.socket, parent: Connection, order: Order) -> None:
    """Do what was ordered; the last line that is sent says how it ended."""
    lead_group(parent)
    _carry_out(line, order)


def main_in_waiting(line: socket.socket, parent: Connection) -> None:
    """Wait for an order, which comes over the line, and do it."""
    lead_group(parent)
    with line.makefile("rb") as file:
        order = pickle.load(file)  # noqa: S301 - from our parent
    _carry_out(line, order)


def _carry_out(line: socket.socket, order: Order) -> None:
    send = _sender(line)
    logging.getLogger().addHandler(_Forward(send))
    try:
        fence.close(ground(order))
        with reaching_files():
            seconds = _done(order, send, LineTurns(line, send, order.chunk_seconds))
        send({"kind": "done", "seconds": seconds})
    except BrokenPromise as error:
        send({"kind": "broke", "what": f"BrokenPromise: {error}", "trace": traceback.format_exc()})
    except BrokenProcessPool:
        os._exit(1)  # a process of the crew was killed: the whole has gone without a last word, and is tried again
    except CueweaveError as error:
        send({"kind": "refused", "name": type(error).__name__, "message": error.message})
    except BaseException as error:  # noqa: BLE001 - the outer edge of the process: told to the parent, which logs it
        send({"kind": "broke", "what": type(error).__name__, "trace": traceback.format_exc()})


def lead_group(parent: Connection) -> None:
    """Have a process group of one's own, which may hold further processes and ends as one.

    The parent sees the child as daemonic, so that its own exit waits for none; the child is not, so that it may start
    processes of its own by multiprocessing. They live in its group, which ends when the parent wants it or dies.
    """
    os.setsid()
    _die_with_parent(parent)
    multiprocessing.current_process().daemon = False


def _die_with_parent(parent: Connection) -> None:
    """Have the system kill this process's group as soon as the parent's end of the pipe is closed.

    The parent never writes, so that is when it has died, by kill -9 too. A thread that waits for it comes too late:
    the speech library has been seen to hold the interpreter's lock for minutes. PR_SET_PDEATHSIG would not do
    either: the parent in the system's eyes is the fork server, which lives on until its last child has gone.
    """
    handle = parent.fileno()
    fcntl.fcntl(handle, fcntl.F_SETOWN, -os.getpgrp())  # negative: the group
    fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(handle, fcntl.F_SETFL, fcntl.fcntl(handle, fcntl.F_GETFL) | os.O_ASYNC)
    if parent.poll():  # closed before the system was told to watch
        os.kill(os.getpid(), signal.SIGKILL)


def _sender(line: socket.socket) -> Send:
    lock = threading.Lock()

    def send(message: dict[str, object]) -> None:
        with lock:
            line.sendall(json.dumps(message).encode() + b"\n")

    return send


class _Forward(logging.Handler):
    """Hands what libraries log to the parent, which knows the task and the format."""

    def __init__(self, send: Send) -> None:
        super().__init__(logging.WARNING)
        self._send_line = send

    def emit(self, record: logging.LogRecord) -> None:
        self._send_line({"kind": "log", "level": record.levelno, "logger": record.name, "text": self.format(record)})


def _done(order: Order, send: Send, turns: Turns) -> float:
    """How long the medium is for which the order is carried out."""
    if order.task_id is None:
        return _look(order)
    return _help(order, turns) if order.helps else _transcribe(order, send, turns)


def _help(order: Order, turns: Turns) -> float:
    from cueweave.domain.languages import primary_language
    from cueweave.pipeline.engines import ear
    from cueweave.pipeline.hearing import help_hear  # as below

    hears = ear(order.engine, primary_language(order.language) if order.language else None)
    help_hear(order.kept_dir or order.work_dir, order.work_dir, hears, turns)
    return 0.0


def _look(order: Order) -> float:
    if order.slides:
        from cueweave.stages.pages import look_at_pages  # as below

        look_at_pages(order.slides)
        return 0.0
    from cueweave.pipeline.inspect import inspect  # the parent has no use for the libraries that come with it

    found = inspect(order.media, _subtitles(order), max_seconds=order.max_seconds, max_pixels=order.max_pixels)
    return found.medium.duration


def _transcribe(order: Order, send: Send, turns: Turns) -> float:
    from cueweave.pipeline.document import asset_address, to_document  # as above
    from cueweave.pipeline.job import Job, Limits, run

    job = Job(
        media=order.media,
        subtitles=_subtitles(order),
        work_dir=order.work_dir,
        assets_dir=assets_dir(order.work_dir),
        language=order.language,
        llm=order.llm,
        engine=order.engine,
        diarizer=order.diarizer,
        kept_dir=order.kept_dir,
        turns=turns,
        slides=order.slides,
    )
    limits = Limits(max_seconds=order.max_seconds, max_pixels=order.max_pixels)
    transcript = run(job, limits, _teller(send), lambda usage: send({"kind": "usage", **asdict(usage)}))
    document = to_document(transcript, asset_url=lambda name: asset_address(str(order.task_id), name))
    result_file(order.work_dir).write_bytes(document)
    return transcript.medium.duration


def _subtitles(order: Order) -> bytes | None:
    return order.subtitles.read_bytes() if order.subtitles else None


def _teller(send: Send) -> Callable[[Progress], None]:
    """Passes progress on, at most a few times a second; a new stage always."""
    last: tuple[str, float] = ("", 0.0)

    def tell(progress: Progress) -> None:
        nonlocal last
        stage, at = last
        if progress.stage == stage and time.monotonic() < at + 1 / TELLS_PER_SECOND:
            return
        last = (progress.stage, time.monotonic())
        send({"kind": "progress", "stage": progress.stage, "percent": progress.percent})

    return tell
