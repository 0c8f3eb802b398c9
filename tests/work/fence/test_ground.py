"""What an order needs, and no more."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from pathlib import Path

import pytest

from cueweave.clients.llm.access import Access
from cueweave.work.child import Order, ground

LOOK = Order(None, Path("/in/media"), Path("/in/subtitles"), Path("/in"), 60, 2**30)
WORK = replace(LOOK, task_id="ada:1", work_dir=Path("/work"), kept_dir=Path("/kept"))
ACCESS = Access("tiny", base_url="http://10.0.0.1:8080/v1", api_key="secret")
MODEL = replace(WORK, llm=ACCESS)
PROXIED = replace(ACCESS, proxy="http://ada:secret@proxy:3128")


def test_to_look_at_an_upload_nothing_is_written_and_nobody_is_asked() -> None:
    found = ground(replace(LOOK, llm=PROXIED))
    assert (found.writes, found.file_bytes, found.ports, found.forks) == ((), 0, (), False)
    assert found.reads == (Path("/in/media"), Path("/in/subtitles"))


def test_to_transcribe_the_own_folders_are_written_and_nobody_is_asked() -> None:
    found = ground(WORK)
    assert (found.writes, found.ports, found.forks) == ((Path("/work"), Path("/kept")), (), True)


def test_to_help_the_own_folder_alone_is_written_and_the_others_sound_and_plan_are_read() -> None:
    found = ground(replace(WORK, helps=True))
    assert (found.reads, found.writes) == ((Path("/kept/plan.json"), Path("/kept/sound.raw")), (Path("/work"),))
    assert found.ports == ()


def test_the_model_of_voices_is_read_where_one_is_told() -> None:
    voices = Path("/models/voices.onnx")
    assert voices in ground(replace(WORK, diarizer=voices)).reads
    assert voices not in ground(replace(LOOK, diarizer=voices)).reads


@pytest.mark.parametrize(
    ("address", "ports"),
    [("http://10.0.0.1:8080/v1", {8080}), ("https://models.example/v1", {443}), ("http://models.example", {80})],
)
def test_a_model_is_reached_at_its_port(address: str, ports: set[int]) -> None:
    assert set(ground(replace(MODEL, llm=Access("tiny", base_url=address))).ports) == ports


def test_a_proxy_is_reached_at_its_port_and_its_password_is_not_shown() -> None:
    found = ground(replace(MODEL, llm=PROXIED))
    assert set(found.ports) == {8080, 3128}
    assert "secret" not in repr(found)


def test_the_largest_file_holds_the_longest_sound() -> None:
    assert ground(WORK).file_bytes > 60 * 16_000 * 2
    assert ground(replace(WORK, max_seconds=inf)).file_bytes == inf
