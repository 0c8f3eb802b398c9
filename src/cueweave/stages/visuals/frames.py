"""A video's key frames as thumbnails, and what the sizes of its packets say about the time between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import av
import av.error
import numpy as np

from cueweave.domain.media_formats import OPEN_OPTIONS
from cueweave.stages.admission import moving_picture
from cueweave.stages.visuals.thumbnails import HEIGHT, WIDTH, Thumbnail

CLOSEST = 0.9
"""Seconds between two key frames that are looked at; some videos have nothing else."""
THREADS = 4
USUAL = 0.75
"""Quantile of the sizes of packets: of B-frames there are up to three beside each P-frame."""
BURST_OF_USUAL, BURST_OF_KEY = 2.5, 0.02
"""A packet this many times larger than usual, and not small beside its key frame, brings something new."""
EARLIER = (0, 5, 60)
"""Seconds before a key frame from which to look for it."""
TORN = (av.error.InvalidDataError, av.error.EOFError, av.error.ArgumentError)
"""What a decoder or container ends in that has met nonsense, or a picture larger than it may be."""
BURST_GAP = 0.8
"""Seconds within which bursts are one: an animation takes a while."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A decoded frame as a thumbnail; `key` and `at` find it again, both in the stream's units."""

    time: float
    key: int
    at: int
    thumbnail: Thumbnail


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a video may ask for at most."""

    pixels: int
    packets: float


@dataclass(frozen=True, slots=True)
class Burst:
    """A run of large packets, with the sum of their bytes."""

    start: float
    end: float
    size: int


@dataclass(frozen=True, slots=True)
class Group:
    """A key frame, and (time, size) of the packets after it, up to the next key frame at `end`."""

    time: float
    at: int
    size: int
    packets: list[tuple[float, int]] = field(default_factory=list)
    end: float = 0.0

    def bursts(self) -> list[Burst]:
        """When something came between the key frames, in order; a moving picture that never rests has none."""
        if not self.packets:
            return []
        usual = float(np.quantile([size for _, size in self.packets], USUAL))
        least = max(usual * BURST_OF_USUAL, self.size * BURST_OF_KEY)
        found: list[Burst] = []
        for time, size in sorted(packet for packet in self.packets if packet[1] >= least):
            if found and time - found[-1].end < BURST_GAP:
                found[-1] = Burst(found[-1].start, time, found[-1].size + size)
            else:
                found.append(Burst(time, time, size))
        return found


class Video:
    """An open video, for one pass over it or for looks here and there."""

    def __init__(self, container: av.container.InputContainer, stream: av.VideoStream, bounds: Bounds) -> None:
        self._container, self._stream, self._most_packets = container, stream, bounds.packets
        stream.codec_context.options = {"max_pixels": str(bounds.pixels)}
        self._unit = stream.time_base or Fraction(1, av.time_base)
        self.pixel_aspect = float(stream.sample_aspect_ratio or 1)
        """Width of a pixel beside its height."""
        stream.thread_type, stream.codec_context.thread_count = "AUTO", THREADS

    def groups(self) -> Iterator[tuple[Group, Frame]]:
        """All groups whose key frame can be decoded, in order, at most about one a second."""
        pending: deque[Group] = deque()
        decoded: deque[av.VideoFrame] = deque()
        for group in self._closed_groups(decoded):
            pending.append(group)
            yield from self._matched(pending, decoded)
        yield from self._matched(pending, decoded)

    def frames(self, key: int, at: int | None = None) -> Iterator[av.VideoFrame]:
        """From that key frame on, those that others refer to; with `at` every frame up to that one."""
        self._stream.codec_context.skip_frame = "NONREF" if at is None else "DEFAULT"
        for earlier in EARLIER:
            first = True
            for place, frame in self._from(max(key - round(earlier / self._unit), 0)):
                if first and place > key:
                    break  # some containers seek by guess: once more, from earlier
                first = False
                if place >= key:
                    yield frame
                if at is not None and place >= at:
                    return
            if not first:
                return

    def _from(self, start: int) -> Iterator[tuple[int, av.VideoFrame]]:
        """Place and frame, from the key frame before `start`, as far as they can be decoded."""
        try:
            self._container.seek(start, stream=self._stream)
            for frame in self._container.decode(self._stream):
                if frame.pts is not None:
                    yield frame.pts, frame
        except (*TORN, av.error.PermissionError):
            return

    def seen(self, frame: av.VideoFrame, key: int) -> Frame:
        """The frame's thumbnail and place."""
        small = frame.reformat(width=WIDTH, height=HEIGHT, format="gray", interpolation="AREA")
        return Frame(self.time(frame), key, frame.pts or 0, np.asarray(small.to_ndarray(), np.uint8))

    def time(self, frame: av.VideoFrame) -> float:
        """Seconds in the medium; a frame that comes late out of the decoder doesn't know its unit."""
        return float((frame.pts or 0) * self._unit)

    def _closed_groups(self, decoded: deque[av.VideoFrame]) -> Iterator[Group]:
        """Groups with their ends, while their key frames arrive in `decoded`, later by the decoder's delay."""
        group: Group | None = None
        last = 0.0
        for packet in self._packets():
            if packet.pts is None or packet.time_base is None:
                continue
            time = float(packet.pts * packet.time_base)
            last = max(last, time)
            if group is not None and (not packet.is_keyframe or time - group.time < CLOSEST):
                group.packets.append((time, packet.size))
            elif packet.is_keyframe:
                decoded.extend(self._decoded(packet))
                if group is not None:
                    yield replace(group, end=time)
                group = Group(time, packet.pts, packet.size)
        decoded.extend(self._decoded(None))
        if group is not None:
            yield replace(group, end=last)

    def _decoded(self, packet: av.Packet[av.VideoStream] | None) -> list[av.VideoFrame]:
        """What the decoder gives for it; None: what it still holds."""
        try:
            return list(self._stream.codec_context.decode(packet))
        except TORN:
            return []

    def _packets(self) -> Iterator[av.Packet[av.VideoStream]]:
        """As far as they can be read, and as many as the length explains."""
        try:
            for number, packet in enumerate(self._container.demux(self._stream)):
                if number > self._most_packets:
                    return
                yield packet
        except TORN:
            return

    def _matched(self, pending: deque[Group], decoded: deque[av.VideoFrame]) -> Iterator[tuple[Group, Frame]]:
        while pending and decoded:
            if decoded[0].pts is None or decoded[0].pts < pending[0].at:
                decoded.popleft()
            elif decoded[0].pts > pending[0].at:
                pending.popleft()
            else:
                group = pending.popleft()
                yield group, self.seen(decoded.popleft(), group.at)


@contextmanager
def opened(path: Path, bounds: Bounds) -> Iterator[Video | None]:
    """The file's first stream of moving pictures; None where it has none: the cover of an album isn't one."""
    options = {**OPEN_OPTIONS, "max_pixels": str(bounds.pixels)}
    with av.open(str(path), options=options, metadata_errors="replace") as container:
        stream = moving_picture(container)
        yield None if stream is None else Video(container, stream, bounds)
