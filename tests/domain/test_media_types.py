"""What kind of medium bytes begin, told of files that FFmpeg's own writers made."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, strategies as st

from cueweave.domain.media_types import HEAD, UNKNOWN, media_type


def sound(path: Path, format_name: str, codec: str) -> bytes:
    """A tenth of a second of silence."""
    with av.open(str(path), "w", format=format_name) as container:
        stream = container.add_stream(codec, rate=48_000)
        assert isinstance(stream, av.AudioStream)
        layout = np.zeros((1, 4800), dtype=np.int16)
        frame = av.AudioFrame.from_ndarray(layout, format="s16", layout="mono")
        frame.sample_rate, frame.time_base = 48_000, Fraction(1, 48_000)
        resampler = av.AudioResampler(stream.format, "mono", 48_000, frame_size=stream.frame_size or None)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path.read_bytes()[:HEAD]


@pytest.mark.parametrize(
    ("format_name", "codec", "expected"),
    [
        ("wav", "pcm_s16le", "audio/wav"),
        ("mp4", "aac", "video/mp4"),
        ("ipod", "aac", "audio/mp4"),
        ("mov", "aac", "video/quicktime"),
        ("matroska", "pcm_s16le", "video/x-matroska"),
        ("webm", "opus", "video/webm"),
        ("ogg", "opus", "audio/ogg"),
        ("flac", "flac", "audio/flac"),
        ("adts", "aac", "audio/aac"),
        ("mpegts", "aac", "video/mp2t"),
        ("avi", "pcm_s16le", "video/x-msvideo"),
        ("aiff", "pcm_s16be", "audio/aiff"),
        ("caf", "pcm_s16le", "audio/x-caf"),
        ("flv", "aac", "video/x-flv"),
        ("asf", "pcm_s16le", "video/x-ms-asf"),
    ],
)
def test_a_format_is_told_by_its_bytes(tmp_path: Path, format_name: str, codec: str, expected: str) -> None:
    assert media_type(sound(tmp_path / "medium", format_name, codec)) == expected


@pytest.mark.parametrize("head", [b"ID3\x04", b"\xff\xfb\x90\x00"])
def test_mp3_is_told_with_and_without_a_tag(head: bytes) -> None:
    assert media_type(head) == "audio/mpeg"


@given(st.binary(max_size=512) | st.sampled_from([b"<html><script>", b"<svg ", b"%PDF-1.7", b"GIF89a", b"\x89PNG"]))
def test_nothing_is_called_what_a_browser_would_run(head: bytes) -> None:
    found = media_type(head)
    assert found == UNKNOWN or found.startswith(("audio/", "video/"))
