"""Engines inside the fences: what was chosen travels to the child, which has what it needs and no more."""

from __future__ import annotations

import json
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

import pytest
from make_sample import Sample
from support import media, tiny_whisper
from support.speech_server import TEXT, SpeechServer

from cueweave.clients.models.folder import write_manifest
from cueweave.domain import engines
from cueweave.domain.engines import Engine, Whisper
from cueweave.errors import LanguageNotHeard
from cueweave.work import processes
from cueweave.work.child import Order, ground, result_file
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, open_desk
from cueweave.work.hearing import answer
from cueweave.work.inspection import Inspector
from cueweave.work.processes import Done, Ending, Refused
from cueweave.work.wishes import Wishes

WHISPER = Whisper("tiny", Path("/models/tiny"), (Path("/models/tiny"), Path("/blobs")))
SERVER = engines.SpeechServer("any", "https://speech.example", "sk-secret", proxy="http://ada:secret@proxy:3128")
WORK = Order("ada:1", Path("/in/media"), None, Path("/work"), 60, 2**30, engine=WHISPER)


def test_a_model_is_read_and_nobody_is_asked() -> None:
    found = ground(WORK)
    assert (found.reads, found.ports) == ((Path("/in/media"), *WHISPER.reads), ())


def test_a_server_is_reached_at_its_port_or_its_proxys() -> None:
    found = ground(replace(WORK, engine=SERVER))
    assert (set(found.ports), found.reads) == ({443, 3128}, (Path("/in/media"),))
    assert "secret" not in repr(found)


@pytest.mark.parametrize("engine", [WHISPER, SERVER])
def test_with_subtitles_or_to_look_nothing_is_heard_and_nothing_left_open(engine: Engine) -> None:
    for order in (replace(WORK, engine=engine, subtitles=Path("/in/srt")), replace(WORK, engine=engine, task_id=None)):
        found = ground(order)
        assert (found.ports, found.devices, len(found.reads)) == ((), (), 2 if order.subtitles else 1)


def test_a_card_needs_its_devices_and_more_addresses_than_there_is_memory() -> None:
    found = ground(replace(WORK, engine=replace(WHISPER, device="cuda")))
    assert found.memory_bytes == inf
    assert all(str(path).startswith("/dev/nvidia") for path in found.devices)
    assert ground(WORK).memory_bytes == 2**30


class Alone:
    """What a parent without other workers answers its child."""

    def __init__(self) -> None:
        self._free: list[int] = []

    async def __call__(self, message: dict[str, Any]) -> dict[str, Any] | None:
        if message["kind"] == "plan":
            self._free = list(range(len(message["seconds"])))
        if message["kind"] != "turn":
            return None
        return answer(self._free.pop()) if self._free else answer(over=True)


async def work(folder: Path, sample: Sample, engine: Engine, language: str | None = None) -> tuple[Ending, str]:
    """How a task without subtitles ends in a fenced process, and what was heard."""
    recording = media.spoken(folder / "talk.wav", sample.media, 12.0)
    order = Order("ada:1", recording, None, folder / "work", 60, 2**32, language=language, engine=engine)
    order.work_dir.mkdir()
    child = await processes.start(order)
    try:
        ending = await child.ending(lambda _: None, Alone())
    finally:
        child.kill()
        await child.gone()
    if not isinstance(ending, Done):
        return ending, ""
    paragraphs = json.loads(result_file(order.work_dir).read_bytes())["paragraphs"]
    return ending, " ".join(paragraph["paragraph_text"] for paragraph in paragraphs)


async def test_faster_whisper_hears_inside_the_fences(sample: Sample, tmp_path: Path) -> None:
    folder = tiny_whisper.make(tmp_path / "tiny")
    write_manifest(folder, name="tiny", repository="owner/name", revision="1")
    ending, text = await work(tmp_path, sample, Whisper("tiny", folder, (folder,), threads=2))
    assert (type(ending), set(text.split())) == (Done, set(tiny_whisper.SAYS))


async def test_a_server_hears_inside_the_fences(sample: Sample, tmp_path: Path) -> None:
    with SpeechServer() as server:
        ending, text = await work(tmp_path, sample, engines.SpeechServer("any", server.url, "sk-secret"))
    assert (type(ending), set(text.split())) == (Done, set(TEXT.split()))
    assert server.asked[0].headers["authorization"] == "Bearer sk-secret"


async def test_a_model_that_is_gone_fails_the_task_with_the_command(sample: Sample, tmp_path: Path) -> None:
    ending, _ = await work(tmp_path, sample, Whisper("tiny", tmp_path / "none", (tmp_path / "none",)))
    assert isinstance(ending, Refused)
    assert (ending.name, "cueweave models pull tiny" in ending.message) == ("EngineFailed", True)


async def test_a_language_that_is_not_heard_is_refused_at_the_door(desk: Desk, tmp_path: Path) -> None:
    incoming = desk.receive()
    incoming.open("media").write(media.noise(tmp_path / "noise.wav", 2.0).read_bytes())
    with pytest.raises(LanguageNotHeard, match="English only"):
        await desk.submit("ada", incoming, media_name="noise.wav", wishes=Wishes(language="de"))
    assert not incoming.folder.exists()
    assert (await desk.counts()).active == 0


async def test_a_language_that_may_be_heard_is_taken(
    config: WorkConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Inspector, "start_ahead", lambda _: None)
    async with open_desk(replace(config, engine=SERVER)) as desk:
        incoming = desk.receive()
        incoming.open("media").write(media.noise(tmp_path / "noise.wav", 2.0).read_bytes())
        task = await desk.submit("ada", incoming, media_name="noise.wav", wishes=Wishes(language="de"))
    assert (task.language, task.has_subtitles) == ("de", False)
