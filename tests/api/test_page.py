"""The page, its parts, and what they let a browser do."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from cueweave.api.page import router

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
)


def client(web: Path, *frame_ancestors: str) -> TestClient:
    app = FastAPI()
    app.include_router(router(frame_ancestors, web))
    return TestClient(app)


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A page as the build leaves it."""
    for name in ("index.html", "shared.html", "main-LO57BFZH.js", "page-66P4YXMN.css", "icon.svg"):
        (tmp_path / name).write_text(name)
        (tmp_path / f"{name}.br").write_text(f"brotli {name}")
    (tmp_path / "chunks").mkdir()
    return tmp_path


def test_the_page_is_checked_for_news_each_time(web: Path) -> None:
    with client(web) as browser:
        answer = browser.get("/", headers={"Accept-Encoding": "gzip"})
        assert (answer.status_code, answer.text) == (200, "index.html")
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["cache-control"] == "no-cache"
        asked = {"If-None-Match": answer.headers["etag"], "Accept-Encoding": "gzip"}
        again = browser.get("/", headers=asked)
    assert again.status_code == 304
    assert again.headers["content-security-policy"] == answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("name", "content_type", "kept"),
    [
        ("main-LO57BFZH.js", "text/javascript; charset=utf-8", True),
        ("page-66P4YXMN.css", "text/css; charset=utf-8", True),
        ("icon.svg", "image/svg+xml", False),
    ],
)
def test_a_part_whose_name_changes_with_it_is_kept_for_ever(
    web: Path,
    name: str,
    content_type: str,
    kept: bool,  # noqa: FBT001
) -> None:
    with client(web) as browser:
        answer = browser.get(f"/web/{name}", headers={"Accept-Encoding": "identity"})
    assert (answer.status_code, answer.text, answer.headers["content-type"]) == (200, name, content_type)
    assert ("immutable" in answer.headers["cache-control"]) == kept


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "shared.html",
        "main-LO57BFZH.js.br",
        "%2e%2e",
        "%2e%2e/page.py",
        "..%2f..%2fpage.py",
        "%2fetc%2fpasswd",
        "chunks",
        "",
    ],
)
def test_what_is_no_part_is_not_found(web: Path, name: str) -> None:
    with client(web) as browser:
        assert browser.get(f"/web/{name}").status_code == 404


def test_a_page_that_is_not_built_says_so(tmp_path: Path) -> None:
    with client(tmp_path / "none") as browser:
        answer = browser.get("/")
    assert answer.status_code == 200
    assert 'href="/docs"' in answer.text
    assert answer.headers["content-security-policy"] == f"{POLICY}'none'"


def test_the_page_runs_nothing_but_its_own_and_in_nobodys_frame(web: Path) -> None:
    with client(web) as browser:
        headers = browser.get("/").headers
    assert headers["content-security-policy"] == f"{POLICY}'none'"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_an_operator_may_let_pages_show_it_in_a_frame(web: Path) -> None:
    with client(web, "'self'", "https://lms.example.org") as browser:
        policy = browser.get("/").headers["content-security-policy"]
    assert policy == f"{POLICY}'self' https://lms.example.org"
