"""The page at /docs."""

from __future__ import annotations

import re

import pytest
from api.service import Service


def test_the_documentation_comes_from_this_server_alone(idle: Service) -> None:
    page = idle.get("/docs")
    assert page.status_code == 200
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert addresses
    for address in addresses:
        assert address.startswith("/docs/")
        assert idle.get(address).status_code == 200
    assert "<script>" not in page.text
    assert "script-src 'self';" in page.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["x", "%2e%2e", "%2e%2e%2fmain.py", "index.html"])
def test_nothing_else_is_there(idle: Service, name: str) -> None:
    assert idle.get(f"/docs/{name}").status_code == 404
