"""What a medium is, and its sound as a stream onto disk; never more than a frame of it in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import BinaryIO

import av
import av.error

from cueweave.domain.media_formats import MOST_PIXELS, OPEN_OPTIONS, most_packets
from cueweave.domain.transcript import Medium, Report, Sound
from cueweave.errors import BrokenMedium, EmptyFile, NotAMedium, TooLong
from cueweave.stages.admission import check_streams, first_sound, moving_picture

RATE = 16000
"""Hz: what the speech model was trained on."""
BYTES_PER_SAMPLE = 2
ROOM_TO_SAY_SO = 8
"""A picture so many times larger than the limit is still looked at, so that it can be refused with its size."""
SLACK = 0.05
"""Seconds by which a frame's time may differ from the sound so far before silence is put in."""

NOT_A_MEDIUM = "This is not an audio or video file that can be read: send for example MP4, WebM, MKV, MP3, WAV or FLAC."
LEAST_MISSED, LEAST_SHARE = 2.0, 0.05
"""Seconds, and share of the sound that the header promises: where more than both is missing, the file was cut off."""
BROKEN = "The medium is damaged or cut off: export or upload it again."


TANGLED = "The medium holds far more packets than its length explains: export it again."


def probe(path: Path, *, max_pixels: int = MOST_PIXELS) -> Medium:
    """Read the header. Raises a BadInput that says what to do."""
    if path.stat().st_size == 0:
        raise EmptyFile("The medium is empty: send the recording itself.")
    with _opened(path, max_pixels) as container:
        check_streams(container, max_pixels)
        has_sound = first_sound(container) is not None
        has_picture = moving_picture(container) is not None
        if not has_sound and not has_picture:
            raise NotAMedium("The medium holds neither sound nor pictures: send an audio or video file.")
        duration = _duration(container)
    if duration <= 0:
        raise BrokenMedium(BROKEN)
    return Medium(duration, has_sound=has_sound, has_picture=has_picture)


def decode_sound(path: Path, into: Path, report: Report, *, max_seconds: float = inf) -> Sound:
    """Write the first audio stream as raw 16 kHz mono; holes are filled with silence, so that times agree.

    A medium without sound gives an empty file. Raises BrokenMedium where nothing can be decoded, and TooLong as soon as
    there is more than `max_seconds` of it, whatever the header says.
    """
    written = 0
    with _opened(path, MOST_PIXELS) as container, into.open("wb") as file:
        stream = first_sound(container)
        if stream is not None:
            total = _duration(container) * RATE
            for at, data in _blocks(container, stream, most_packets(max_seconds)):
                if max(at, written) > max_seconds * RATE:
                    raise TooLong(f"The sound goes on beyond the {max_seconds:.0f} s accepted. Send it in parts.")
                written = _place(file, written, at, data)
                report(min(written / total, 1.0) if total else 1.0)
            if written == 0:
                raise BrokenMedium(BROKEN)
            _check_whole(stream, written / RATE)
    report(1.0)
    return Sound(into, RATE, written)


def _check_whole(stream: av.AudioStream, heard: float) -> None:
    """Raises BrokenMedium where the sound ends long before the header says: half an upload, its index in front."""
    if stream.duration is None or stream.time_base is None:
        return
    promised = float(stream.duration * stream.time_base)
    if promised - heard > max(LEAST_MISSED, LEAST_SHARE * promised):
        raise BrokenMedium(
            f"The medium is cut off: its sound ends after {heard:.0f} s of {promised:.0f} s. Upload it again."
        )


@contextmanager
def _opened(path: Path, max_pixels: int) -> Iterator[av.container.InputContainer]:
    options = {**OPEN_OPTIONS, "max_pixels": str(min(max_pixels * ROOM_TO_SAY_SO, 2**31 - 1))}
    try:
        with av.open(str(path), options=options, metadata_errors="replace") as container:
            yield container
    except (av.error.InvalidDataError, av.error.EOFError) as error:
        raise (BrokenMedium(BROKEN) if _looks_like_a_medium(path) else NotAMedium(NOT_A_MEDIUM)) from error
    except (av.error.FFmpegError, ValueError) as error:
        raise NotAMedium(NOT_A_MEDIUM) from error


def _looks_like_a_medium(path: Path) -> bool:
    """Whether the first bytes are those of a well-known container."""
    with path.open("rb") as file:
        head = file.read(12)
    return head[4:8] in (b"ftyp", b"moov", b"mdat", b"free", b"wide") or head.startswith(
        (b"\x1aE\xdf\xa3", b"RIFF", b"OggS", b"fLaC", b"ID3", b"FLV")
    )


def _duration(container: av.container.InputContainer) -> float:
    """Seconds, by the container, else by its streams, else by reading through it."""
    if container.duration:
        return float(container.duration / av.time_base)
    known = [float(s.duration * s.time_base) for s in container.streams if s.duration and s.time_base]
    if known:
        return max(known)
    ends = (float((p.pts + (p.duration or 0)) * p.time_base) for p in container.demux() if p.pts is not None)
    longest = max(ends, default=0.0)
    container.seek(0)
    return longest


def _blocks(container: av.container.InputContainer, stream: av.AudioStream, most: float) -> Iterator[tuple[int, bytes]]:
    """Where each block belongs (in samples; -1: right after the one before) and its bytes, of so many packets."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    for number, packet in enumerate(container.demux(stream)):
        if number > most:
            raise BrokenMedium(TANGLED)
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue  # one torn packet: its hole becomes silence
        for frame in frames:
            at = round(frame.time * RATE) if frame.time is not None else -1
            frame.pts = None
            for block in resampler.resample(frame):
                yield at, block.to_ndarray().tobytes()
    for block in resampler.resample(None):
        yield -1, block.to_ndarray().tobytes()


def _place(file: BinaryIO, written: int, at: int, data: bytes) -> int:
    """Write a block where it belongs; returns how many samples the file has then."""
    if at > written + SLACK * RATE:
        hole = at - written
        file.truncate((written + hole) * BYTES_PER_SAMPLE)
        file.seek(0, 2)
        written += hole
    elif at >= 0 and at < written - SLACK * RATE:
        skip = min((written - at) * BYTES_PER_SAMPLE, len(data))
        data = data[skip:]  # said already: an edit list or overlapping frames
    file.write(data)
    return written + len(data) // BYTES_PER_SAMPLE
