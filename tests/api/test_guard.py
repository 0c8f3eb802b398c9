"""What every answer tells a browser."""

from __future__ import annotations

import httpx
import pytest
from api.service import Files, Service

from cueweave.api.guard import EVERYWHERE


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/limits", "/healthz", "/nothing", "/users/me/tasks"])
def test_every_answer_is_guarded(idle: Service, path: str) -> None:
    headers = idle.get(path).headers
    assert {name for name in EVERYWHERE if name not in headers} == set()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert headers["content-security-policy"].count("frame-ancestors 'none'") == 1


def test_data_may_do_nothing_in_a_browser(ada: httpx.Client, files: Files) -> None:
    created = ada.post("/process/srt_media/", files=files)
    missing = ada.get("/tasks/ada/status")
    asked_first = ada.options("/limits", headers={"Origin": "http://x", "Access-Control-Request-Method": "GET"})
    for answer in (created, missing, asked_first):
        assert answer.headers["content-security-policy"] == EVERYWHERE["Content-Security-Policy"]
