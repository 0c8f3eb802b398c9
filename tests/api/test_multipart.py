"""Forms cut into pieces at any place, and forms that are no forms."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st

from cueweave.api.multipart import MOST_PARTS, FilePart, Form, TextPart
from cueweave.errors import MalformedRequest, TooLarge
from cueweave.store.incoming import Incoming

FORM = "multipart/form-data; boundary=xyz"
TRICKY = st.lists(
    st.sampled_from([b"\r", b"\n", b"-", b"--", b"\r\n--", b"\r\n--xy", b"\r\n--xy!", b"a", bytes(3000)]), max_size=12
).map(b"".join)


def part(name: str, data: bytes) -> bytes:
    return f'--xyz\r\nContent-Disposition: form-data; name="{name}"; filename="f"\r\n\r\n'.encode() + data + b"\r\n"


def parsed(pieces: list[bytes], *, limit: int = 10**6) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        incoming = Incoming(Path(folder) / "in")
        files = [
            FilePart("media_file", limit, lambda: incoming.open("media")),
            FilePart("srt_file", limit, lambda: incoming.open("subtitles")),
        ]
        try:
            form = Form(FORM, files)
            for piece in pieces:
                form.feed(piece)
            form.end()
        finally:
            incoming.close()
        return {path.name: path.read_bytes() for path in incoming.folder.iterdir()}


def cut(data: bytes, places: list[int]) -> list[bytes]:
    ends = sorted({place % len(data) for place in places} | {0, len(data)})
    return [data[start:end] for start, end in pairwise(ends)]


@settings(max_examples=50, deadline=None)
@given(TRICKY, TRICKY, st.lists(st.integers(0, 10**6), max_size=20))
def test_files_arrive_whole_however_the_body_is_cut(media: bytes, subtitles: bytes, places: list[int]) -> None:
    body = part("srt_file", subtitles) + part("other", b"z") + part("media_file", media) + b"--xyz--\r\n"
    expected = {"media": media, "subtitles": subtitles}
    assert parsed(cut(body, places)) == {name: data for name, data in expected.items() if data}


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"--xyz",
                b"--xyz--",
                b"\r\n",
                b'Content-Disposition: form-data; name="media_file"',
                b'Content-Disposition: form-data; name="media_file"; filename*=x',
                b"Content-Disposition: ;;=",
                b"Content-Type: /",
                b"Content-Disposition: form-data; name=",
                b": ",
                b"\xff",
                b"\0",
                b"=?utf-8?q?",
                b'"',
            ]
        ),
        max_size=15,
    ).map(b"".join)
    | st.binary(max_size=200),
    st.lists(st.integers(0, 500), max_size=5),
)
def test_whatever_comes_is_read_or_refused(body: bytes, places: list[int]) -> None:
    with suppress(MalformedRequest, TooLarge):
        parsed(cut(body, places) if body else [])


@pytest.mark.parametrize(
    "head",
    [
        b"(" * 10_000,
        b'"' * 10_000,
        b";" * 10_000,
        b'filename="' + b"\\" * 10_000,
        b"; a=" * 2500,
        b"=?utf-8?q?a?=" * 900,
        b"".join(b'filename*%d="a"; ' % number for number in range(600)),
        b"filename*=punycode''" + b"a" * 10_000,
    ],
    ids=lambda head: head[:12].decode(),
)
def test_a_part_with_a_head_made_to_be_hard_is_read_or_refused(head: bytes) -> None:
    body = part("media_file", b"hi").replace(b'filename="f"', head) + b"--xyz--\r\n"
    with suppress(MalformedRequest):
        assert parsed([body]) == {"media": b"hi"}
    with suppress(MalformedRequest):
        Form(f"{FORM}; {head.decode()}", [])


def test_a_part_with_two_names_is_refused() -> None:
    second = b'Content-Disposition: form-data; name="srt_file"\r\n\r\n'
    body = part("media_file", b"hi").replace(b"\r\n\r\n", b"\r\n" + second, 1) + b"--xyz--\r\n"
    with pytest.raises(MalformedRequest, match="two names"):
        parsed([body])


@pytest.mark.parametrize("count", [MOST_PARTS - 1, MOST_PARTS])
def test_no_more_than_a_few_parts_are_read(count: int) -> None:
    body = part("media_file", b"hi") + part("other", b"") * count + b"--xyz--\r\n"
    if count < MOST_PARTS:
        assert parsed([body]) == {"media": b"hi"}
    else:
        with pytest.raises(MalformedRequest):
            parsed([body])


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.lists(st.integers(0, 10**6), max_size=20))
def test_of_a_text_no_more_is_kept_than_tells_that_it_is_too_long(text: str, places: list[int]) -> None:
    language = TextPart("language", 35)
    form = Form(FORM, [language])
    data = text.encode()
    for piece in cut(part("language", data) + b"--xyz--\r\n", places):
        form.feed(piece)
    form.end()
    assert language.text == data[:36].decode("utf-8", "replace").strip()
