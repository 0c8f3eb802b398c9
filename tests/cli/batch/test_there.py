"""What is fetched from a server, and what is not believed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from client.scripted import Told, answering, task

from cueweave.cli.batch.jobs import Job
from cueweave.cli.batch.memory import Memory
from cueweave.cli.batch.pairs import Pair
from cueweave.cli.batch.there import work_there
from cueweave.client import AsyncClient, NotCueweave
from cueweave.domain.transcript import Fit, Medium, Paragraph, Transcript, Word
from cueweave.domain.visuals import Image, Visual
from cueweave.pipeline.document import to_document

RECEIPT = Told(202, {"task_id": "ada:x", "status": "pending", "message": "Task created."})
OVER = Told(200, task("completed"))


def document(*pictures: str) -> dict[str, Any]:
    words = (Word("Hello.", 0.0, 0.5, 0.9),)
    paragraphs = tuple(
        Paragraph(words, None, (), Visual(0.0, 1.0, Image("Slide", None, name))) for name in (*pictures, pictures[0])
    )
    medium = Medium(2.0, has_sound=True, has_picture=True)
    made = Transcript(paragraphs, medium, "en", Fit(0.0, 1.0, 1.0, "as given"), "spread", 0.0, "offline")
    written: dict[str, Any] = json.loads(to_document(made, asset_url=lambda name: f"/tasks/ada:x/assets/{name}"))
    return written


async def fetched(folder: Path, *script: Told) -> list[str]:
    """What lies in the folder afterwards."""
    (folder / "talk.mp4").write_bytes(b"sound")
    (folder / "part").mkdir()
    job = Job(Pair(folder / "talk.mp4", None, None, "", is_alone=True), "talk.mp4", folder / "talk.cueweave", None)
    with answering(*script) as server:
        async with AsyncClient(server.url, user="ada") as client:
            await work_there(client, Memory(folder, server.url))(job, folder / "part", lambda _what, _percent: None)
    return sorted(str(path.relative_to(folder / "part")) for path in (folder / "part").rglob("*") if path.is_file())


async def test_a_result_and_each_of_its_pictures_once(tmp_path: Path) -> None:
    result = document("slide-001.jpg", "slide-002.jpg")
    script = [RECEIPT, OVER, Told(200, {"result": result}), Told(200, b"one"), Told(200, b"two"), Told(500, b"")]
    assert await fetched(tmp_path, *script) == ["assets/slide-001.jpg", "assets/slide-002.jpg", "result.json"]
    assert json.loads((tmp_path / "part/result.json").read_text()) == result
    assert (tmp_path / "part/assets/slide-002.jpg").read_bytes() == b"two"


async def test_no_picture_is_written_anywhere_else(tmp_path: Path) -> None:
    result = document("..", "a\0b", ".bashrc", "a b.jpg", "../../../fine.jpg")
    script = [RECEIPT, OVER, Told(200, {"result": result}), Told(200, b"one"), Told(500, b"")]
    assert await fetched(tmp_path, *script) == ["assets/fine.jpg", "result.json"]


async def test_what_is_no_result_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotCueweave):
        await fetched(tmp_path, RECEIPT, OVER, Told(200, {"result": {"paragraphs": 3}}))
