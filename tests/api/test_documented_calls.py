"""What the documents tell to type works, as it stands there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import httpx
import pytest
from api.resuming import VERSION, add, begun, offset
from api.service import Files, Service
from api.test_flow import over

DOCS = Path(__file__).parents[2] / "docs"
SERVER = "http://127.0.0.1:8000"
TASK = "ada:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b"
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def calls(page: str) -> list[str]:
    """The command lines of a page that ask the server, whole."""
    blocks = "".join(BLOCK.findall((DOCS / page).read_text())).replace("\\\n", " ")
    return [line for line in blocks.splitlines() if re.match(r"(tail .*\| )?curl ", line)]


def run(line: str, folder: Path, **environment: str) -> str:
    """What the line prints. Fails where the server answers with an error."""
    line = line.replace("curl ", "curl -sS --fail-with-body ")
    done = subprocess.run(
        ["bash", "-ec", line],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, (line, done.stdout, done.stderr)
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path, files: Files) -> Path:
    """Where the files lie that the documents name."""
    (tmp_path / "talk.mp4").write_bytes(files["media_file"][1])  # what it is decides, not what it is called
    (tmp_path / "talk.srt").write_bytes(files["srt_file"][1])
    return tmp_path


def test_the_calls_of_the_http_page_work(busy: Service, folder: Path, files: Files, user: str) -> None:
    with busy.client(user) as client:
        task = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        assert over(client, task)["status"] == "completed"
    lines = [line for line in calls("http.md") if "media_url=" not in line]  # no host on the network is asked
    assert len(lines) >= 8
    for line in lines:
        here = line.replace(SERVER, busy.url).replace(TASK, task).replace("X-User-ID: ada", f"X-User-ID: {user}")
        run(here, folder, TASK=f"{busy.url}/tasks/{task}")
        if "edited.json" in line and "-o" in line.split():
            whole = httpx.Response(200, content=(folder / "edited.json").read_bytes())
            (folder / "edited.json").write_text(httpx.Response(200, json=whole.json()["result"]).text)
    assert (folder / "talk.docx").exists()


def test_the_calls_of_the_page_on_resumable_uploads_work(idle: Service, ada: httpx.Client, folder: Path) -> None:
    begin, whole, look, rest, hand_in = (each.replace(SERVER, idle.url) for each in calls("resumable-uploads.md"))
    told = run(begin, folder)
    address = re.findall(r"(?im)^location: (\S+)", told)[0]
    run(whole, folder, UPLOAD=idle.url + address)
    data = (folder / "talk.mp4").read_bytes()
    assert offset(ada, address) == len(data)
    broken = begun(ada, len(data))
    add(ada, broken, data[:1000], 0)
    assert "upload-offset: 1000" in run(look, folder, UPLOAD=idle.url + broken).lower()
    run(rest.replace("734003201", "1001").replace("734003200", "1000"), folder, UPLOAD=idle.url + broken)
    for each in (address, broken):
        assert '"pending"' in run(hand_in, folder, UPLOAD=idle.url + each)
        assert ada.head(each, headers=VERSION).status_code == 404
