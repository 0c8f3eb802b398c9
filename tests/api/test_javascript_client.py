"""The JavaScript client as it is built, against a running server."""

from __future__ import annotations

import subprocess
from pathlib import Path

from api.service import Files, Service
from api.test_flow import NODE

CLIENT = Path(__file__).parents[2] / "player/client/dist/index.js"


def test_the_documents_flow_works_with_our_client_after_changing_an_import(
    busy: Service, user: str, files: Files, tmp_path: Path
) -> None:
    assert CLIENT.exists(), "Build the client first: make page"
    for name, data in files.values():
        (tmp_path / name).write_bytes(data)
    paths = {"SRT": str(tmp_path / "talk.srt"), "MEDIA": str(tmp_path / "talk.wav")}
    done = subprocess.run(
        [NODE, "--test", Path(__file__).parent / "document.test.mjs"],
        env={"CLIENT": CLIENT.as_uri(), "SERVER": busy.url, "USER_ID": user, **paths},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
