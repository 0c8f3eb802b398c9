"""Uploads that can't be used: each gets its status and a sentence, and nothing of it stays."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from fractions import Fraction

import av
import httpx
import numpy as np
import pytest
from api.raw import exchange, head
from api.service import CLEAN, Files, Service
from PIL import Image

FORM = "multipart/form-data; boundary=x"
START = b'--x\r\nContent-Disposition: form-data; name="media_file"; filename="a.wav"\r\n\r\n'


@pytest.fixture(autouse=True)
def _nothing_stays(idle: Service) -> Iterator[None]:
    yield
    assert idle.leftovers() == CLEAN
    assert idle.get("/readyz").status_code == 200


def mp4() -> bytes:
    """A second of sound with its index at the end, as most cameras write it."""
    out = io.BytesIO()
    noise = np.random.default_rng(1).integers(-8000, 8000, (16, 1, 1000), np.int16)
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=16000, layout="mono")
        for number, samples in enumerate(noise):
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
            frame.rate, frame.pts, frame.time_base = 16000, number * 1000, Fraction(1, 16000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(out, "PNG")
    return out.getvalue()


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def without_tracks() -> bytes:
    movie = struct.pack(">IIIII", 0, 0, 0, 1000, 1000) + bytes(76) + struct.pack(">I", 1)
    return box(b"ftyp", b"isom\0\0\0\0isomiso2") + box(b"moov", box(b"mvhd", movie))


MEDIA = {
    "text named .mp4": (b"This is no film. " * 100, 415),
    "a PNG": (png(), 415),
    "a script that names another file": (b"ffconcat version 1.0\nfile '/etc/passwd'\n", 415),
    "a playlist": (b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:1/a.ts\n", 415),
    "a medium with neither sound nor picture": (without_tracks(), 415),
    "a truncated mp4": (mp4()[: len(mp4()) // 2], 422),
    "an empty file": (b"", 422),
    "zeros": (bytes(100_000), 415),
}
SUBTITLES = {
    "no cue": (b"WEBVTT\n\n", 422),
    "only white space": (b" \n\n \t\n", 422),
    "an empty file": (b"", 422),
    "cues without text": (b"1\n00:00:01,000 --> 00:00:02,000\n \n\n", 422),
    "no subtitles at all": (bytes(range(256)) * 50, 415),
    "a PNG": (png(), 415),
}


@pytest.mark.parametrize("case", MEDIA)
def test_a_bad_medium_is_refused(ada: httpx.Client, files: Files, case: str) -> None:
    data, status = MEDIA[case]
    answer = ada.post("/process/srt_media/", files={**files, "media_file": ("talk.mp4", data)})
    assert answer.status_code == status, answer.text
    assert answer.json()["detail"].startswith("media_file: ")


@pytest.mark.parametrize("case", SUBTITLES)
def test_bad_subtitles_are_refused(ada: httpx.Client, files: Files, case: str) -> None:
    data, status = SUBTITLES[case]
    answer = ada.post("/process/srt_media/", files={**files, "srt_file": ("talk.srt", data)})
    assert answer.status_code == status, answer.text
    assert answer.json()["detail"].startswith("srt_file: ")


def test_eleven_mebibytes_of_subtitles_are_too_large(ada: httpx.Client, files: Files) -> None:
    large = files["srt_file"][1] * (11 * 1024**2 // len(files["srt_file"][1]) + 1)
    answer = ada.post("/process/srt_media/", files={**files, "srt_file": ("talk.srt", large)})
    assert (answer.status_code, answer.json()) == (
        413,
        {"detail": "srt_file: the file is larger than the limit of 10 MiB."},
    )


def test_an_upload_that_says_it_is_too_large_is_refused_before_it_travels(idle: Service) -> None:
    answer = exchange(idle.url, head("/process/srt_media/", "ada", length=5 * 1024**3))
    assert (answer.status, answer.headers["connection"]) == (413, "close")
    assert "4 GiB" in answer.json["detail"]


def test_a_client_that_asks_first_is_not_told_to_continue(idle: Service) -> None:
    ask = head("/process/srt_media/", "ada", length=5 * 1024**3, more="Expect: 100-continue\r\n")
    assert exchange(idle.url, ask).status == 413


def test_a_medium_without_sound_needs_subtitles(ada: httpx.Client) -> None:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        for _ in range(10):
            container.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(stream.encode(None))
    answer = ada.post("/process/srt_media/", files={"media_file": ("silent.mp4", out.getvalue())})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("media_file: ")


@pytest.mark.parametrize("present", ["srt_file", "something"])
def test_a_form_without_the_medium_is_refused(ada: httpx.Client, files: Files, present: str) -> None:
    answer = ada.post("/process/srt_media/", files={present: files["srt_file"]})
    assert answer.status_code == 422
    assert "media_file" in answer.json()["detail"]


MALFORMED = {
    "no content type": (None, b"hello"),
    "JSON": ("application/json", b"{}"),
    "a form of the other kind": ("application/x-www-form-urlencoded", b"media_file=a"),
    "no boundary": ("multipart/form-data", START + b"a\r\n--x--\r\n"),
    "an endless boundary": ("multipart/form-data; boundary=" + "b" * 5000, b"--" + b"b" * 5000 + b"--\r\n"),
    "nothing": (FORM, b""),
    "garbage": (FORM, bytes(range(256)) * 10),
    "another boundary": (FORM, START.replace(b"--x", b"--y") + b"a\r\n--y--\r\n"),
    "no end": (FORM, START + b"RIFF and so on"),
    "an end in the middle of a part's head": (FORM, START[:40]),
    "an end after the medium": (FORM, START + b"a\r\n--x\r\n"),
    "the medium twice": (FORM, START + b"a\r\n" + START + b"b\r\n--x--\r\n"),
    "a head of a megabyte": (FORM, START[:-4] + b"; z=" + b"z" * 1024**2 + b"\r\n\r\na\r\n--x--\r\n"),
    "a megabyte of something else": (FORM, START.replace(b"media_file", b"other") + bytes(1024**2) + b"\r\n--x--\r\n"),
    "a megabyte after the end": (FORM, START + b"a\r\n--x--\r\n" + bytes(1024**2)),
    "a head that is no UTF-8": (FORM, START.replace(b"a.wav", b"\xff\xfe") + b"a\r\n--x--\r\n"),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_form_is_refused(ada: httpx.Client, case: str) -> None:
    content_type, body = MALFORMED[case]
    headers = {"Content-Type": content_type} if content_type else {}
    answer = ada.post("/process/srt_media/", content=body, headers=headers)
    assert answer.status_code == 400, answer.text
    assert answer.json()["detail"]


def test_a_medium_larger_than_the_limit_is_refused_while_it_is_still_coming(narrow: Service) -> None:
    def body() -> Iterator[bytes]:
        yield START
        for _ in range(10_000):
            sent.append(1)
            yield bytes(65536)

    sent: list[int] = []
    with narrow.client() as client:
        answer = client.post("/process/srt_media/", content=body(), headers={"Content-Type": FORM})
    assert answer.status_code == 413
    assert answer.json() == {"detail": "media_file: the file is larger than the limit of 1 MiB."}


def test_a_medium_longer_than_the_limit_is_refused(narrow: Service, files: Files) -> None:
    quiet = files["media_file"][1][:44] + bytes(11 * 32_000)
    quiet = (
        quiet[:4] + struct.pack("<I", len(quiet) - 8) + quiet[8:40] + struct.pack("<I", len(quiet) - 44) + quiet[44:]
    )
    with narrow.client() as client:
        answer = client.post("/process/srt_media/", files={**files, "media_file": ("long.wav", quiet)})
    assert answer.status_code == 413
    assert "at most 10 s" in answer.json()["detail"]
    assert narrow.leftovers() == CLEAN
