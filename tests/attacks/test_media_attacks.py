"""Media that refer, claim or unfold: each gets its status and a sentence; nothing is reached, kept or left running."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import av
import httpx
import pytest
from api.conftest import serving
from api.service import CLEAN, Service
from api.test_flow import over
from attacks import long_silence, media_made, references
from attacks.conftest import leaders
from attacks.references import CANARY, Bait
from support.eventually import eventually_sync
from support.keys import stray_keys
from support.media import subtitles

from cueweave.domain.media_formats import MOST_STREAMS
from cueweave.domain.transcript import Medium
from cueweave.errors import BadInput
from cueweave.stages.media import decode_sound, probe
from cueweave.stages.visuals import find_slides

MOST_SECONDS = 60
REFERENCES = references.names()
NAMES = ("talk.mp4", "talk.mkv", "talk.mp3")
pytestmark = pytest.mark.xdist_group("attacks-media")


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with serving(workers=1, CUEWEAVE_MAX_MEDIA_SECONDS=str(MOST_SECONDS)) as running:
        yield running


@pytest.fixture
def attacked(service: Service) -> Iterator[Service]:
    """After the attack no file, key or process of it is left, and others are served."""
    eventually_sync(lambda: leaders(service) > 0)  # one process waits for the next upload
    before = leaders(service)
    yield service
    eventually_sync(lambda: service.leftovers() == CLEAN and leaders(service) <= before, within=30)
    assert stray_keys(service.store.url) == []
    assert service.get("/readyz").status_code == 200
    assert CANARY.decode() not in service.log.read_text()


@pytest.fixture
def laid(tmp_path: Path) -> Iterator[Bait]:
    with references.bait(tmp_path) as bait:
        yield bait


def sent(service: Service, data: bytes, name: str = "talk.mp4") -> httpx.Response:
    """The answer to this medium, with good subtitles beside it."""
    files = {"srt_file": ("talk.srt", subtitles(6)), "media_file": (name, data)}
    with service.client() as client:
        return client.post("/process/srt_media/", files=files)


def failed(service: Service, answer: httpx.Response) -> str:
    """Why the task that was accepted failed."""
    assert answer.status_code == 202, answer.text
    with service.client() as client:
        told = over(client, answer.json()["task_id"])
    assert told["status"] == "failed"
    return str(told["error_message"])


def is_a_sentence(answer: httpx.Response) -> bool:
    """For a person, about the medium, with no path or class in it."""
    detail = answer.json()["detail"]
    return detail.startswith("media_file: ") and detail.endswith(".") and "/" not in detail and "Error" not in detail


@pytest.mark.parametrize("kind", [kind for kind in REFERENCES if "movie" not in kind])
def test_a_file_that_refers_to_others_is_no_medium_and_nobody_follows_it(
    attacked: Service, laid: Bait, kind: str
) -> None:
    data = references.files(laid)[kind]
    for name in NAMES:
        answer = sent(attacked, data, name)
        status = 422 if "tag of MP3" in kind else 415  # that one begins like a medium
        assert (answer.status_code, is_a_sentence(answer)) == (status, True), answer.text
        assert CANARY.decode() not in answer.text
    assert laid.touched() == []


def test_a_movie_whose_sound_is_in_another_file_has_none(attacked: Service, laid: Bait) -> None:
    reason = failed(attacked, sent(attacked, references.files(laid)["a movie of another file's sound"], "talk.mov"))
    assert "damaged or cut off" in reason
    assert laid.touched() == []


@pytest.mark.parametrize("kind", REFERENCES)
def test_the_reader_follows_no_reference_even_where_no_fence_holds(laid: Bait, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "talk.mp4"
    path.write_bytes(references.files(laid)[kind])
    with pytest.raises(BadInput):
        probe(path)
        decode_sound(path, tmp_path / "sound", lambda _: None)
    assert laid.touched() == []


@pytest.mark.parametrize(
    ("kind", "form", "options"),
    [
        ("HLS of an address", "hls", {"extension_picky": "0", "allowed_extensions": "ALL"}),
        ("HLS of a file", "hls", {"extension_picky": "0", "allowed_extensions": "ALL"}),
        ("concat of a part of a file", "concat", {"safe": "0"}),
        ("concat of a file by its scheme", "concat", {"safe": "0"}),
        ("concat of a socket", "concat", {"safe": "0"}),
        ("a movie of another file's sound", "mov", {"enable_drefs": "1", "use_absolute_path": "1"}),
    ],
)
def test_the_references_are_such_as_a_trusting_reader_follows(
    laid: Bait, tmp_path: Path, kind: str, form: str, options: dict[str, str]
) -> None:
    path = tmp_path / "talk.mp4"
    path.write_bytes(references.files(laid)[kind])
    everything = {"protocol_whitelist": "file,http,tcp,subfile,concat"}
    with suppress(av.error.FFmpegError):
        av.open(str(path), format=form, options={**everything, **options}, timeout=1.0).close()
    assert laid.touched() != []


@dataclass(frozen=True, slots=True)
class Refused:
    """A medium with what it must be answered."""

    data: bytes
    status: int
    says: str


def claiming(codec: str, side: int, *pictures: bytes) -> bytes:
    tracks = media_made.video_track(1, codec, side, side) + media_made.sound_track(2)
    return media_made.matroska(tracks, [*((1, picture) for picture in pictures), (2, bytes(8000))])


def streams(count: int, *, more: bytes = b"") -> bytes:
    tracks = b"".join(media_made.sound_track(place) for place in range(1, count + 1))
    return media_made.matroska(tracks, [(1, bytes(8000))], more=more)


SHAPES = {
    "a zip": Refused(media_made.zipped("bomb"), 415, "not an audio or video file"),
    "a program": Refused(b"\x7fELF\x02\x01\x01" + bytes(5000), 415, "not an audio or video file"),
    "a page": Refused(b"<!doctype html><video src=x><script>alert(1)</script>" * 99, 415, "not an audio or video file"),
    "a picture": Refused(media_made.png(64, 64), 415, "not an audio or video file"),
    "an endless GIF": Refused(media_made.encoded("gif", "gif"), 415, "not an audio or video file"),
    "PNG pictures in a movie": Refused(media_made.encoded("mov", "png"), 415, "codec png"),
    "JPEG 2000 pictures in a movie": Refused(media_made.encoded("mov", "jpeg2000"), 415, "codec jpeg2000"),
    "FFV1 in Matroska": Refused(media_made.encoded("matroska", "ffv1"), 415, "codec ffv1"),
    "12,000 pixels a side": Refused(claiming("V_MPEG4/ISO/AVC", 12_000), 413, "12000 x 12000"),
    "30,000 pixels a side of H.264": Refused(claiming("V_MPEG4/ISO/AVC", media_made.HUGE), 413, "size"),
    "30,000 pixels a side of VP8": Refused(claiming("V_VP8", media_made.HUGE), 413, "size"),
    "a PNG of 30,000 pixels a side as MJPEG": Refused(
        claiming("V_MJPEG", media_made.HUGE, media_made.png(media_made.HUGE, media_made.HUGE)), 413, "size"
    ),
    "one stream too many": Refused(streams(MOST_STREAMS + 1), 413, "streams"),
    "as many streams as go into 10 MB": Refused(streams(90_000), 413, "streams"),
    "ten hours of FLAC": Refused(long_silence.flac(36_000, claimed=36_000), 413, "36000 s"),
    "ten hours of FLAC that don't say so": Refused(long_silence.flac(36_000, claimed=0), 413, "s long"),
    "ten hours of Opus": Refused(long_silence.opus(36_000), 413, "36000 s"),
    "ten hours of AAC": Refused(long_silence.aac(36_000, claimed=36_001), 413, "s long"),
}


@pytest.mark.parametrize("case", SHAPES)
def test_a_medium_beyond_the_limits_is_refused_with_what_to_do(attacked: Service, case: str) -> None:
    shape = SHAPES[case]
    answer = sent(attacked, shape.data)
    assert (answer.status_code, is_a_sentence(answer)) == (shape.status, True), answer.text
    assert shape.says in answer.json()["detail"]
    assert json.loads(answer.text).keys() == {"detail"}


@pytest.mark.parametrize("kind", ["flac", "aac"])
def test_ten_hours_of_silence_under_a_header_of_two_seconds_are_not_decoded(attacked: Service, kind: str) -> None:
    made = getattr(long_silence, kind)(36_000, claimed=2)
    assert len(made) < 20_000
    assert failed(attacked, sent(attacked, made)) == "The sound goes on beyond the 60 s accepted. Send it in parts."


@pytest.mark.parametrize("side", [12_000, media_made.HUGE])
@pytest.mark.parametrize("container", ["avi", "matroska"])
def test_a_picture_that_grows_behind_its_header_is_never_decoded(tmp_path: Path, side: int, container: str) -> None:
    path = tmp_path / "talk.avi"
    path.write_bytes(media_made.jpeg_claiming(media_made.encoded(container, "mjpeg"), side))
    assert probe(path).has_picture
    assert find_slides(path, Medium(1.0, has_sound=False, has_picture=True), tmp_path, lambda _: None) == []


def test_a_good_picture_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "talk.avi"
    path.write_bytes(media_made.encoded("avi", "mjpeg", size=256, seconds=6))
    medium = Medium(6.0, has_sound=False, has_picture=True)
    assert len(find_slides(path, medium, tmp_path, lambda _: None)) == 1
    assert find_slides(path, medium, tmp_path, lambda _: None, max_pixels=256 * 256 - 1) == []


def test_the_cover_of_an_album_is_never_decoded(tmp_path: Path) -> None:
    path = tmp_path / "talk.flac"
    path.write_bytes(long_silence.flac(60, claimed=60, cover=media_made.png(media_made.HUGE, media_made.HUGE)))
    with av.open(str(path)) as container:
        assert [stream.type for stream in container.streams] == ["audio", "video"]
    assert probe(path) == Medium(60.0, has_sound=True, has_picture=False)


def test_attachments_are_left_alone(tmp_path: Path) -> None:
    name, kind, data = b"../../evil.sh", b"application/x-sh", b"#!/bin/sh\n" * 1000
    file = media_made.element(0x466E, name) + media_made.element(0x4660, kind) + media_made.element(0x465C, data)
    attached = media_made.element(0x1941A469, media_made.element(0x61A7, file + media_made.number(0x46AE, 7)))
    path = tmp_path / "talk.mkv"
    path.write_bytes(streams(1, more=attached))
    assert probe(path).has_sound
    assert decode_sound(path, tmp_path / "sound", lambda _: None).samples > 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["sound", "talk.mkv"]
