"""Minutes and hours of video through `cueweave process`: seconds and peak memory, and how they grow."""

import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

import av
from child import run
from row import Row, growing, limited

from cueweave.domain.transcript import Cue
from cueweave.stages.subtitles import read_subtitles

SAMPLE = Path(__file__).parents[1] / "samples/out"
LENGTHS = (600, 3600, 6 * 3600)
"""Seconds."""
LEAST = 60
"""Times real time."""
MIB = 1024**2
MEMORY_LIMIT = 600 * MIB
GAP = Fraction(1, 4)
"""Seconds between rounds: the codecs' first packets lie before their beginning."""


def repeat_medium(times: int, into: Path, *, source: Path = SAMPLE / "lecture.mp4") -> float:
    """The sample so many times after itself, its packets copied; returns the seconds of one round."""
    with av.open(str(into), "w") as target:
        streams: dict[int, av.stream.Stream] = {}
        for round_number in range(times):
            with av.open(str(source)) as given:
                length = Fraction(given.duration or 0, av.time_base) + GAP
                for stream in given.streams:
                    if stream.index not in streams:
                        streams[stream.index] = target.add_stream_from_template(stream)
                for packet in given.demux():
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
    """Ten minutes, an hour and six; the limits are those of the product's promise."""
    done = {seconds: _processed(seconds) for seconds in LENGTHS}
    rows = []
    for seconds, (took, peak) in done.items():
        what = f"process {seconds / 60:.0f} min of 720p"
        rows += [
            Row(what, f"{took:.0f} s, {seconds / took:.0f} x real time", f"limit: {LEAST} x", seconds / took / LEAST),
            limited("its peak memory", [peak / MIB], MEMORY_LIMIT / MIB, "MiB"),
        ]
    by_words = [took for took, _ in done.values()]
    return [*rows, growing("a medium of so many seconds, and its words", LENGTHS, by_words, "s")]


def _processed(wanted: int) -> tuple[float, int]:
    """Seconds and bytes that about so many seconds of medium took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with av.open(str(SAMPLE / "lecture.mp4")) as source:
            times = round(wanted / ((source.duration or 0) / av.time_base + GAP))
        length = repeat_medium(times, folder / "long.mp4")
        repeat_subtitles(times, length, folder / "long.srt")
        start = time.perf_counter()
        command = [sys.executable, "-m", "cueweave", "process", str(folder / "long.mp4")]
        _, peak = run([*command, "--srt", str(folder / "long.srt"), "-o", str(folder / "out")])
        return (time.perf_counter() - start) * wanted / (times * length), peak
