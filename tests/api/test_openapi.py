"""The OpenAPI document is true: schemathesis asks what it says can be asked, and more, and checks every answer."""

from __future__ import annotations

import httpx
import pytest
import schemathesis
from api.service import Files, Service
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st


@pytest.fixture
def described(idle: Service, ada: httpx.Client, files: Files) -> schemathesis.BaseSchema:
    ada.post("/process/srt_media/", files=files).raise_for_status()
    return schemathesis.openapi.from_url(f"{idle.url}/openapi.json")


schema = schemathesis.pytest.from_fixture("described")
