"""The whole service as a user of the store that has the rights of the document and no others."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from api.service import Service, recording
from redis import Redis
from redis.exceptions import NoPermissionError
from support.eventually import eventually_sync
from support.valkey import Valkey

RULE = re.search(r"^ACL SETUSER .*$", (Path(__file__).parents[2] / "docs/deployment.md").read_text(), re.MULTILINE)


@pytest.fixture
def confined() -> Iterator[tuple[Service, Redis]]:
    """A service whose store lets it do what the rule says, and that user's own connection."""
    assert RULE
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        valkey = Valkey(Path(folder))
        valkey.start()
        with Redis.from_url(valkey.url) as root:
            root.execute_command(*RULE[0].replace("PASSWORD", "secret").split())
        valkey.url = valkey.url.replace("unix://", "unix://cueweave:secret@")
        service = Service(Path(folder), valkey, CUEWEAVE_RATE_LIMITS="on", CUEWEAVE_WEBHOOK_SECRETS="whsec_" + "a" * 44)
        try:
            with Redis.from_url(valkey.url, decode_responses=True) as user:
                yield service.start(workers=1), user
        finally:
            service.stop()
            valkey.kill()


def test_everything_works_with_the_rights_of_the_document(confined: tuple[Service, Redis], tmp_path: Path) -> None:
    service, _ = confined
    with service.client() as ada:
        done, cancelled = (
            ada.post("/process/srt_media/", files=recording(tmp_path), headers={"Idempotency-Key": key}).json()[
                "task_id"
            ]
            for key in ("a", "b")
        )
        assert ada.delete(f"/tasks/{cancelled}").status_code in (200, 409)
        eventually_sync(lambda: ada.get(f"/tasks/{done}/status?wait=5").json()["status"] == "completed", within=120)
        assert ada.get(f"/tasks/{done}/links").status_code == 200
        assert ada.get("/users/me/tasks").json()["total_completed"] >= 1
        assert ada.get("/metrics").status_code == 200
    for command in (("doctor",), ("top", "--once"), ("workers",), ("purge", "--user", "ada", "--yes")):
        told = service.run(*command)
        assert told.returncode == 0, told.stderr
    assert "NOPERM" not in service.log.read_text()
    assert "permission" not in service.log.read_text().lower()


def test_the_rest_of_the_store_is_closed(confined: tuple[Service, Redis]) -> None:
    _, user = confined
    for command in (
        "GET others",
        "SET others 1",
        "FLUSHALL",
        "KEYS *",
        "CONFIG GET *",
        "ACL LIST",
        "SCRIPT FLUSH",
        "SHUTDOWN",
    ):
        with pytest.raises(NoPermissionError):
            user.execute_command(*command.split())  # type: ignore[no-untyped-call]
