"""Slide changes on a synthetic lecture with builds, fades and an inset: F1, error of the times, speed, memory."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from child import run
from row import Row, print_machine, print_table
from slide_video import ARRIVAL_SECONDS, Look, Shown, frames, lecture, write

from cueweave.stages.media import probe
from cueweave.stages.visuals import find_slides

SLIDES = 20
TOLERANCE = 2.0
"""Seconds from a change within which it counts as found."""
CUT = 3.0
"""Mean change of brightness, of 255, for the simplest way: every frame decoded, a threshold."""
KINDS = {
    "encoder's defaults": (Look(), {}),
    "a key frame every 2 s": (Look(seed=8), {"g": "30"}),
    "dark, inset of a quarter": (Look(seed=12, paper="#14181f", ink="#e8e8e8", inset=0.5), {"g": "60"}),
    "low bit rate": (Look(seed=13), {"g": "75", "crf": "38"}),
}


def slide_rows() -> list[Row]:
    """Each kind of video beside a threshold over all frames, and an hour of 1080p."""
    with tempfile.TemporaryDirectory() as name:
        return [*(_kind_row(kind, Path(name)) for kind in KINDS), *_hour_rows(Path(name))]


def _kind_row(kind: str, folder: Path) -> Row:
    look, options = KINDS[kind]
    shown = lecture(SLIDES, look)
    path = folder / "lecture.mp4"
    write(path, frames(shown, look), look.rate, options)
    true = [_seen_from(slide) for slide in shown[:-1]]
    begun = time.perf_counter()
    found = find_slides(path, probe(path), folder / "assets", silent)
    took = time.perf_counter() - begun
    ours = f"{_score([visual.start for visual in found], true)}, {shown[-1].start / took:.0f} x real time"
    begun = time.perf_counter()
    cuts = _cuts(path)
    took = time.perf_counter() - begun
    return Row(f"slide changes, {kind}", ours, f"{_score(cuts, true)}, {shown[-1].start / took:.0f} x (every frame)")


def silent(_: float) -> None:
    """Nobody watches."""


def _seen_from(slide: Shown) -> float:
    """A slide after a black gap can be seen once that is over."""
    return slide.start + (ARRIVAL_SECONDS["black"] if slide.arrival == "black" else 0.0)


def _score(found: Sequence[float], true: Sequence[float]) -> str:
    """Precision, recall, F1 and mean error of the times; each change is found once at most."""
    left, errors = list(found), []
    for start in true:
        nearest = min(left, key=lambda one: abs(one - start), default=None)
        if nearest is not None and abs(nearest - start) <= TOLERANCE:
            left.remove(nearest)
            errors.append(abs(nearest - start))
    precision, recall = len(errors) / max(len(found), 1), len(errors) / len(true)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.2f} R {recall:.2f} F1 {f1:.2f}, {np.mean(errors or [0.0]):.2f} s off"


def _cuts(path: Path) -> list[float]:
    """Where a decoded frame differs from the one before by more than a threshold, as scene detectors do."""
    found, before = [0.0], None
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            small = frame.reformat(width=160, height=90, format="gray").to_ndarray().astype(np.int16)
            if before is not None and np.abs(small - before).mean() > CUT and (frame.time or 0) - found[-1] > 1:
                found.append(frame.time or 0.0)
            before = small
    return found


def _hour_rows(folder: Path) -> list[Row]:
    look = Look(size=(1920, 1080), rate=25, seed=3)
    shown = lecture(5, look)
    write(folder / "round.mp4", frames(shown, look), look.rate)
    seconds = _repeat(folder / "round.mp4", folder / "hour.mp4", round(3600 / shown[-1].start))
    begun = time.perf_counter()
    _, peak = run([sys.executable, __file__, str(folder / "hour.mp4"), str(folder / "assets")])
    took = time.perf_counter() - begun
    what = f"slides of {seconds / 60:.0f} min of 1080p, {len(shown) - 1} in {shown[-1].start:.0f} s over and over"
    return [
        Row(what, f"{took:.0f} s, {seconds / took:.0f} x real time", "100 x"),
        Row("its peak memory", f"{peak / 1024**2:.0f} MB", ""),
    ]


def _repeat(path: Path, into: Path, times: int) -> float:
    """The video so many times after itself, its packets copied; returns seconds."""
    with av.open(str(into), "w") as target:
        stream = None
        for number in range(times):
            with av.open(str(path)) as source:
                length = Fraction(source.duration or 0, av.time_base) + Fraction(1, 25)
                stream = stream or target.add_stream_from_template(source.streams.video[0])
                for packet in source.demux(video=0):
                    if packet.dts is not None and packet.pts is not None:
                        shift = int(length * number / packet.time_base)
                        packet.dts, packet.pts, packet.stream = packet.dts + shift, packet.pts + shift, stream
                        target.mux(packet)
    return float(length * times)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        medium = Path(sys.argv[1])
        find_slides(medium, probe(medium), Path(sys.argv[2]), silent)
    else:
        print_machine()
        print_table(slide_rows())
