"""A client that openapi-python-client generates from the OpenAPI document works."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import httpx
import pytest
from api.service import Files, Service

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / "benchmarks/out/generator/bin/python"
BYTES = "content_type_overrides:\n  application/offset+octet-stream: application/octet-stream\n"
"""What a generator must be told of tus: it is bytes."""
pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="needs `make generator`, since it wants an older typer")


def test_a_generated_client_submits_follows_fetches_and_cancels(
    busy: Service, user: str, files: Files, tmp_path: Path
) -> None:
    (tmp_path / "openapi.json").write_bytes(httpx.get(f"{busy.url}/openapi.json").content)
    (tmp_path / "config.yaml").write_text(BYTES)
    for name, data in files.values():
        (tmp_path / name).write_bytes(data)
    generate = ["--path", "openapi.json", "--config", "config.yaml", "--output-path", "cueweave_generated"]
    made = _run(tmp_path, PYTHON.with_name("openapi-python-client"), "generate", "--meta", "none", *generate)
    assert made.returncode == 0, made.stdout + made.stderr
    flow = Path(__file__).with_name("generated_flow.py")
    done = _run(tmp_path, PYTHON, flow, busy.url, user, "talk.srt", "talk.wav")
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told.pop("words")
    assert told == {"added": 204, "status": "completed", "cancelled": "cancelled", "gone": "Task not found"}


def _run(folder: Path, *command: Path | str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(folder), "PATH": f"{ROOT / '.venv/bin'}:/usr/bin:/bin"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
