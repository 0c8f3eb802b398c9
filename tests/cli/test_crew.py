"""`top`, `workers` and `drain` on a running `cueweave up`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.console import Console
from support.commands import Done, Up, cueweave
from support.eventually import eventually_sync
from support.made import a_task

from cueweave.cli.frame import frame, span
from cueweave.store.crew import Member
from cueweave.work.overview import Overview


def run(server: Up, *arguments: str) -> Done:
    """Without REDIS_URL, as whoever runs `cueweave up` would."""
    return cueweave(*arguments, env={"CUEWEAVE_DATA_DIR": str(server.data_dir)}, folder=server.data_dir)


def names(server: Up) -> list[str]:
    return [worker["name"] for worker in json.loads(run(server, "workers", "--json").stdout)]


def test_workers_are_listed(server: Up) -> None:
    done = run(server, "workers")
    assert done.returncode == 0
    first, last = done.stdout.splitlines()
    assert "#" in first.split()[0]
    assert first.split()[1] == "works"
    assert last.startswith("1 worker, 0 of ")


def test_one_frame_is_printed_for_scripts(server: Up) -> None:
    done = run(server, "top", "--once")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 worker, 0 of" in done.stdout
    assert "0 of 20 tasks active, at most 5 a user" in done.stdout
    assert "\x1b" not in done.stdout


def test_who_looks_needs_none_of_what_workers_need(server: Up) -> None:
    lacking = {"CUEWEAVE_TRANSCRIBER": "faster-whisper", "CUEWEAVE_MODELS_DIR": "/nowhere", "CUEWEAVE_LLM": "nonsense"}
    env = {"CUEWEAVE_DATA_DIR": str(server.data_dir), "CUEWEAVE_DIARIZER": "/nowhere/voices.onnx", **lacking}
    for command in (("workers",), ("top", "--once"), ("purge", "--user", "nobody", "--yes")):
        done = cueweave(*command, env=env, folder=server.data_dir)
        assert done.returncode == 0, done.stderr


def test_a_drained_worker_ends_and_a_fresh_one_takes_its_place(start_up: type[Up], tmp_path: Path) -> None:
    server = start_up(tmp_path / "data").wait_until_ready()
    (name,) = names(server)
    done = run(server, "drain", name)
    assert (done.returncode, done.stdout) == (0, f"{name} takes no more tasks and ends; it runs none.\n")
    eventually_sync(lambda: (now := names(server)) and name not in now, within=60)


def test_an_unknown_worker_is_refused_in_a_sentence(server: Up) -> None:
    done = run(server, "drain", "nobody#1")
    assert done.returncode == 2
    assert done.stderr == "cueweave: No living worker is called nobody#1; `cueweave workers` lists them.\n"


def test_without_a_store_a_sentence_says_what_to_set(tmp_path: Path) -> None:
    done = cueweave("workers", folder=tmp_path)
    assert done.returncode == 2
    assert "REDIS_URL" in done.stderr
    away = cueweave("top", "--once", folder=tmp_path, env={"REDIS_URL": "redis://127.0.0.1:1"})
    assert (away.returncode, "Traceback" in away.stderr) == (3, False)


def test_a_frame_shows_who_does_what_and_rules_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    task = a_task()
    worker = Member("host\x1b[31m#1", 2, (task.task_id,), "2026-01-17T10:00:00.000Z", draining=True, version="1")
    Console(width=160, file=None).print(frame(Overview([worker], [task], 75.0, 20, 5), "The store is away."))
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "The store is away." in shown
    assert "1 waiting, the first for 1:15" in shown
    assert any("host\\x1b[31m#1" in line and task.task_id in line for line in shown.splitlines())


@pytest.mark.parametrize(("seconds", "shown"), [(7, "0:07"), (750.9, "12:30"), (3723, "1:02:03"), (-1, "0:00")])
def test_spans_read_as_clocks(seconds: float, shown: str) -> None:
    assert span(seconds) == shown
