"""An hour of 1080p with subtitles through `cueweave process`, beside decoding it and aligning it, and nothing else."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av import VideoFrame

sys.path.insert(0, str(Path(__file__).parent))

from long_medium import SAMPLE, repeat_medium, repeat_subtitles
from row import Row, compared, figure, print_machine, print_table

HOUR = 3600
WIDTH, HEIGHT, RATE = 1920, 1080, 25
BARE = Path(__file__).parent / "bare_hour.py"
LIMIT = 60


def full_hd_rows(minutes: int = 60, rounds: int = 1) -> list[Row]:
    """The sample, larger and at more pictures a second, again and again; each in a process of its own, in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        once, medium, subtitles = (folder / each for each in ("once.mp4", "long.mp4", "long.srt"))
        times = round(60 * minutes / enlarge(SAMPLE / "lecture.mp4", once))
        length = repeat_medium(times, medium, source=once)
        repeat_subtitles(times, length, subtitles)
        whole: list[float] = []
        parts: list[float] = []
        for number in range(rounds):
            began = time.perf_counter()
            command = [sys.executable, "-m", "cueweave", "process", str(medium), "--srt", str(subtitles)]
            _run([*command, "-o", str(folder / f"out-{number}")])
            whole.append(time.perf_counter() - began)
            parts.append(_bare("decode", medium) + _bare("align", medium, subtitles))
    seconds = times * length
    speeds = [seconds / each for each in whole]
    what = f"process {seconds / 60:.0f} min of 1080p at {RATE} pictures a second"
    return [
        Row(what, f"{figure(min(speeds))} x real time", f"limit: {LIMIT} x", min(speeds) / LIMIT),
        compared("the same", whole, parts, "s", peer="bare decoding of all frames, then bare alignment"),
    ]


def _bare(what: str, *files: Path) -> float:
    return float(_run([sys.executable, str(BARE), what, *map(str, files)]))


def _run(command: list[str]) -> str:
    """What it prints. Nobody looks at its memory meanwhile, which takes a tenth of the time."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def enlarge(source: Path, into: Path) -> float:
    """The medium as 1080p, its sound copied; its seconds."""
    with av.open(str(source)) as given, av.open(str(into), "w") as target:
        sound = target.add_stream_from_template(given.streams.audio[0])
        pictures = target.add_stream("libx264", rate=RATE, options={"preset": "veryfast"})
        pictures.width, pictures.height, pictures.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        shown = 0
        for packet in given.demux():
            if packet.dts is None:
                continue
            if packet.stream.type == "audio":
                packet.stream = sound
                target.mux(packet)
                continue
            for frame in cast("list[VideoFrame]", packet.decode()):
                larger = frame.reformat(WIDTH, HEIGHT, "yuv420p")
                while frame.time is not None and shown / RATE <= frame.time:
                    larger.pts, larger.time_base = shown, Fraction(1, RATE)
                    shown += 1
                    target.mux(pictures.encode(larger))
        target.mux(pictures.encode())
        return (given.duration or 0) / av.time_base


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    print_machine()
    print_table(full_hd_rows(asked.minutes, asked.rounds))
