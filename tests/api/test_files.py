"""Files for browsers."""

from pathlib import Path

import pytest
from starlette.datastructures import Headers

from cueweave.api.files import File

SCRIPT = File.of(b"plain", "main.js", compressed={"br": b"brotli", "gzip": b"zipped"})


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("gzip, deflate, br", b"brotli"),
        ("gzip", b"zipped"),
        ("br;q=0, gzip;q=0.5", b"zipped"),
        ("GZIP ; q=1.0", b"zipped"),
        ("br;q=0.000", b"plain"),
        ("identity", b"plain"),
        ("", b"plain"),
    ],
)
def test_a_browser_gets_the_encoding_that_it_takes(asked: str, form: bytes) -> None:
    answer = SCRIPT.answer(Headers({"Accept-Encoding": asked}), {})
    assert answer.body == form
    expected = {b"brotli": "br", b"zipped": "gzip"}.get(form)
    assert answer.headers.get("content-encoding") == expected
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


def test_each_encoding_has_a_tag_of_its_own_and_is_not_sent_again() -> None:
    asked = [{"Accept-Encoding": each} for each in ("br", "gzip", "")]
    tags = [SCRIPT.answer(Headers(each), {}).headers["etag"] for each in asked]
    assert len(set(tags)) == 3
    again = SCRIPT.answer(Headers({"Accept-Encoding": "br", "If-None-Match": tags[0]}), {"Cache-Control": "no-cache"})
    assert (again.status_code, again.body, again.headers["cache-control"]) == (304, b"", "no-cache")
    assert SCRIPT.answer(Headers({"Accept-Encoding": "gzip", "If-None-Match": tags[0]}), {}).status_code == 200


def test_compressed_forms_are_found_beside_a_file(tmp_path: Path) -> None:
    for name in ("page.css", "page.css.br"):
        (tmp_path / name).write_text(name)
    file = File.read(tmp_path / "page.css")
    assert dict(file.forms) == {"identity": b"page.css", "br": b"page.css.br"}
    assert file.content_type == "text/css"
