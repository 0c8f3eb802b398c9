"""Everything in one command: it starts, heals, survives and leaves nothing behind."""

import re
import signal
from functools import partial
from pathlib import Path

import httpx
import psutil
import pytest
from make_sample import Sample
from support.commands import Up, are_gone, cueweave
from support.eventually import eventually_sync

pytestmark = pytest.mark.xdist_group("cli")


def of_kind(up: Up, *words: str) -> list[psutil.Process]:
    """Processes of it whose command line has these words."""
    return [each for each in up.family() if set(words) <= set(_command_line(each))]


def _command_line(process: psutil.Process) -> list[str]:
    """None of one that has ended, also where it ends just now."""
    try:
        return process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return []


def is_replaced(up: Up, words: tuple[str, ...], pid: int) -> bool:
    """Whether another process does this one's work."""
    return any(each.pid != pid for each in of_kind(up, *words))


def test_it_says_one_line_when_it_is_ready(server: Up) -> None:
    pattern = r"Cueweave is ready on http://127\.0\.0\.1:\d+ \(1 worker, its own store, data in .*\)\n"
    assert re.fullmatch(pattern, server.line)
    assert httpx.get(f"{server.url}/readyz").json()["workers"] >= 1


def test_no_server_name_is_told(server: Up) -> None:
    assert "server" not in httpx.get(f"{server.url}/healthz").headers


def test_a_second_one_on_the_same_data_is_refused(server: Up) -> None:
    done = cueweave("up", "--port", "0", "--data-dir", server.data_dir)
    assert done.returncode == 2
    assert f"Another `cueweave up` (process {server.process.pid}) uses the data directory" in done.stderr


def test_other_addresses_than_loopback_are_refused(tmp_path: Path) -> None:
    done = cueweave("up", "--host", "0.0.0.0", "--data-dir", tmp_path)  # noqa: S104  # refused
    assert done.returncode == 2
    assert "CUEWEAVE_TRUST_USER_HEADER=1" in done.stderr


def test_a_store_that_cannot_be_reached_ends_it_with_a_sentence(tmp_path: Path) -> None:
    done = cueweave("up", "--port", "0", "--data-dir", tmp_path, env={"REDIS_URL": "redis://127.0.0.1:1"})
    assert done.returncode == 3
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "REDIS_URL" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_everything_that_it_started(start_up: type[Up], tmp_path: Path, number: signal.Signals) -> None:
    up = start_up(tmp_path / "data", "--workers", "2").wait_until_ready()
    assert "(2 workers," in up.line
    family = up.family()
    assert up.stop(number) == 0, up.log.read_text()
    assert are_gone(family)
    assert "Traceback" not in up.log.read_text()


def test_whatever_dies_is_started_again(server: Up) -> None:
    for words in (("cueweave", "worker"), ("cueweave", "api"), (f"unixsocket:{server.data_dir}/valkey/valkey.sock",)):
        (victim,) = of_kind(server, *words)
        victim.kill()
        eventually_sync(partial(is_replaced, server, words, victim.pid))
    eventually_sync(lambda: httpx.get(f"{server.url}/readyz", timeout=10).status_code == 200, within=20)


def test_a_task_outlives_the_sudden_death_of_everything(start_up: type[Up], tmp_path: Path, sample: Sample) -> None:
    first = start_up(tmp_path / "data").wait_until_ready()
    task = first.run("submit", sample.media, "--srt", sample.srt).stdout.strip()
    eventually_sync(lambda: first.status(task)["progress"] > 5, within=60)
    family = first.family()
    assert of_kind(first, "-m", "cueweave", "worker")
    for each in family:  # API, worker, the child at work, and the store
        each.kill()
    eventually_sync(lambda: are_gone(family))

    second = start_up(tmp_path / "data").wait_until_ready()
    eventually_sync(lambda: second.status(task)["status"] == "completed", within=90)
    assert second.run("result", task).stdout.startswith(("[", "#"))
