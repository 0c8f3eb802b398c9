"""A language model from settings, and `process` with one."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest
from support import media
from support.commands import COMMAND, cueweave, environment
from support.eventually import eventually_sync
from support.model_server import ModelServer, fails

from cueweave.cli.config import read_settings
from cueweave.cli.llm import language_model
from cueweave.clients.llm.access import Access, Output
from cueweave.errors import SetupError

URL = "http://127.0.0.1:11434/v1"


def access(monkeypatch: pytest.MonkeyPatch, folder: Path, **env: str) -> Access | None:
    monkeypatch.chdir(folder)
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    return language_model(read_settings())


def test_without_a_setting_there_is_no_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert access(monkeypatch, tmp_path, OPENAI_API_KEY="sk-1") is None


@pytest.mark.parametrize(
    ("env", "kind", "name", "key"),
    [
        ({"CUEWEAVE_LLM": "openai:gpt-x", "OPENAI_API_KEY": "sk-o"}, "openai", "gpt-x", "sk-o"),
        ({"CUEWEAVE_LLM": "anthropic:claude-x", "ANTHROPIC_API_KEY": "sk-a"}, "anthropic", "claude-x", "sk-a"),
        ({"CUEWEAVE_LLM": "qwen3:8b", "CUEWEAVE_LLM_BASE_URL": URL}, "openai", "qwen3:8b", ""),
        ({"CUEWEAVE_LLM": "a", "CUEWEAVE_LLM_BASE_URL": URL, "CUEWEAVE_LLM_API_KEY": "k"}, "openai", "a", "k"),
        (
            {"CUEWEAVE_LLM": "openai:gpt-x", "OPENAI_API_KEY": "sk-o", "CUEWEAVE_LLM_API_KEY": "sk-c"},
            "openai",
            "gpt-x",
            "sk-c",
        ),
    ],
)
def test_a_model_is_named_with_its_provider_or_its_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: dict[str, str], kind: str, name: str, key: str
) -> None:
    found = access(monkeypatch, tmp_path, **env)
    assert found
    assert (found.kind, found.name, found.api_key) == (kind, name, key)


def test_the_key_for_openai_goes_to_no_other_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = access(monkeypatch, tmp_path, CUEWEAVE_LLM="openai:x", CUEWEAVE_LLM_BASE_URL=URL, OPENAI_API_KEY="sk-mine")
    assert found
    assert found.api_key == ""


def test_limits_come_from_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    limits = {"TIMEOUT": "7", "TASK_TIMEOUT": "70", "CONCURRENCY": "2", "WINDOW_TOKENS": "9000", "OUTPUT": "tool"}
    env = {f"CUEWEAVE_LLM_{name}": value for name, value in limits.items()}
    found = access(monkeypatch, tmp_path, CUEWEAVE_LLM="x", CUEWEAVE_LLM_BASE_URL=URL + "/", **env)
    assert found == Access("x", URL, "", 7.0, 70.0, 2, 9000, Output.TOOL)


@pytest.mark.parametrize(
    ("env", "names"),
    [
        ({"CUEWEAVE_LLM": "gpt-x"}, "CUEWEAVE_LLM_BASE_URL"),
        ({"CUEWEAVE_LLM": "openai:gpt-x"}, "OPENAI_API_KEY"),
        ({"CUEWEAVE_LLM": "openai:"}, "CUEWEAVE_LLM"),
        ({"CUEWEAVE_LLM": "x y", "CUEWEAVE_LLM_BASE_URL": URL}, "CUEWEAVE_LLM"),
        ({"CUEWEAVE_LLM": "x", "CUEWEAVE_LLM_BASE_URL": "localhost:11434"}, "CUEWEAVE_LLM_BASE_URL"),
        ({"CUEWEAVE_LLM": "x", "CUEWEAVE_LLM_BASE_URL": "http://me:sk-secret@host/v1"}, "CUEWEAVE_LLM_BASE_URL"),
        ({"CUEWEAVE_LLM": "openai:x", "OPENAI_API_KEY": "sk-secret\nX: y"}, "key"),
        ({"CUEWEAVE_LLM": "openai:x", "CUEWEAVE_LLM_WINDOW_TOKENS": "100"}, "CUEWEAVE_LLM_WINDOW_TOKENS"),
        ({"CUEWEAVE_LLM": "openai:x", "CUEWEAVE_LLM_OUTPUT": "xml"}, "CUEWEAVE_LLM_OUTPUT"),
    ],
)
def test_a_wrong_setting_is_named_without_its_secret(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: dict[str, str], names: str
) -> None:
    with pytest.raises(SetupError, match=names) as raised:
        access(monkeypatch, tmp_path, **env)
    assert "sk-secret" not in str(raised.value)


def process(folder: Path, server: ModelServer) -> tuple[dict[str, object], dict[str, object], str]:
    """What `process` writes, what it prints as JSON, and what it says on stderr."""
    (folder / "talk.srt").write_bytes(media.subtitles(6))
    media.noise(folder / "talk.wav", 6)
    env = {"CUEWEAVE_LLM": "tiny", "CUEWEAVE_LLM_BASE_URL": server.url, "CUEWEAVE_LLM_API_KEY": "sk-secret"}
    done = cueweave("process", "talk.wav", "--srt", "talk.srt", "--json", folder=folder, env=env)
    assert done.returncode == 0, done.stderr
    assert "sk-secret" not in done.stdout + done.stderr
    return json.loads((folder / "talk.cueweave/result.json").read_text()), json.loads(done.stdout), done.stderr


def test_process_asks_the_model_and_says_what_it_cost(tmp_path: Path) -> None:
    with ModelServer() as server:
        document, printed, said = process(tmp_path, server)
    assert document["analysis"] == {"method": "tiny"}
    assert printed["usage"] == {"tokens_in": 1000, "tokens_out": 200, "requests": {"answered": 1}, "ungrounded": 0}
    assert "language model: tiny; 1000 tokens in, 200 out" in said


def test_process_completes_without_the_model_where_that_fails(tmp_path: Path) -> None:
    with ModelServer(fails(status=401)) as server:
        document, _, said = process(tmp_path, server)
    assert document["analysis"] == {"method": "tiny; offline for 1 of 1 windows"}
    assert "key refused" in said


def test_an_interrupt_ends_the_requests_in_flight(tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_bytes(media.subtitles(6))
    media.noise(tmp_path / "talk.wav", 6)
    with ModelServer(fails(hang=True)) as server:
        env = environment({"CUEWEAVE_LLM": "tiny", "CUEWEAVE_LLM_BASE_URL": server.url})
        command = [*COMMAND, "process", "talk.wav", "--srt", "talk.srt"]
        with subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True) as running:
            eventually_sync(lambda: server.seen, within=60)
            running.send_signal(signal.SIGINT)
            server.wait_for(gone=1)
            assert running.stderr
            assert "Traceback" not in running.stderr.read()
            assert running.wait(30) == 130
