"""An hour of video through `cueweave process`: seconds and peak resident memory."""

import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

import av
from child import run
from row import Row

from cueweave.domain.transcript import Cue
from cueweave.stages.subtitles import read_subtitles

SAMPLE = Path(__file__).parents[1] / "samples/out"
MEMORY_LIMIT = 500 * 1024**2
GAP = Fraction(1, 4)
"""Seconds between rounds: the codecs' first packets lie before their beginning."""


def repeat_medium(times: int, into: Path) -> float:
    """The sample so many times after itself, its packets copied; returns the seconds of one round."""
    with av.open(str(into), "w") as target:
        streams: dict[int, av.stream.Stream] = {}
        for round_number in range(times):
            with av.open(str(SAMPLE / "lecture.mp4")) as source:
                length = Fraction(source.duration or 0, av.time_base) + GAP
                for stream in source.streams:
                    if stream.index not in streams:
                        streams[stream.index] = target.add_stream_from_template(stream)
                for packet in source.demux():
                    if packet.dts is None or packet.pts is None:
                        continue
                    shift = int(length * round_number / packet.time_base)
                    packet.dts, packet.pts = packet.dts + shift, packet.pts + shift
                    packet.stream = streams[packet.stream.index]
                    target.mux(packet)
    return float(length)


def repeat_subtitles(times: int, length: float, into: Path) -> None:
    """The sample's subtitles to go with it."""
    cues = [
        Cue(cue.start + length * turn, cue.end + length * turn, cue.text)
        for turn in range(times)
        for cue in read_subtitles((SAMPLE / "lecture.srt").read_bytes())
    ]
    into.write_text("\n".join(f"{n}\n{clock(c.start)} --> {clock(c.end)}\n{c.text}\n" for n, c in enumerate(cues, 1)))


def clock(seconds: float) -> str:
    """As SRT writes a time."""
    whole, milli = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{milli:03}"


def long_medium_rows() -> list[Row]:
    """One hour; the limit is that of the product's promise."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with av.open(str(SAMPLE / "lecture.mp4")) as source:
            times = round(3600 / ((source.duration or 0) / av.time_base))
        length = repeat_medium(times, folder / "hour.mp4")
        repeat_subtitles(times, length, folder / "hour.srt")
        start = time.perf_counter()
        command = [sys.executable, "-m", "cueweave", "process", str(folder / "hour.mp4")]
        _, peak = run([*command, "--srt", str(folder / "hour.srt"), "-o", str(folder / "out")])
        took = time.perf_counter() - start
    seconds = times * length
    return [
        Row(f"process {seconds / 60:.0f} min of 720p", f"{took:.0f} s, {seconds / took:.0f} x real time", "1 x"),
        Row("its peak memory", f"{peak / 1024**2:.0f} MB", f"limit: {MEMORY_LIMIT / 1024**2:.0f} MB"),
    ]
