"""How long each format takes to write, and how much memory, for six hours of speech with 200 slides.

.venv/bin/python benchmarks/exports.py
"""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import time
from functools import cache
from zlib import crc32

import numpy as np
from long_transcript import long_result
from PIL import Image

from cueweave.formats import FORMATS, read_result, talk_of

WORDS = 60_000
EACH = 6
"""Every so many paragraphs have a picture."""


@cache
def picture(name: str) -> bytes:
    """Noise, which no compression makes small; another for each name."""
    chance = np.random.default_rng(crc32(name.encode()))
    file = io.BytesIO()
    Image.fromarray(chance.integers(0, 255, (360, 640, 3), dtype=np.uint8)).save(file, "JPEG", quality=75)
    return file.getvalue()


def document() -> bytes:
    """A result with pictures."""
    found = long_result(WORDS)
    for number, each in enumerate(found["paragraphs"][::EACH]):
        content = {"type": "image", "title": "Slide", "alt_text": None, "url": f"assets/slide-{number:03}.jpg"}
        times = {"start_time": each["start_time"], "end_time": each["end_time"]}
        each["visuals"] = {"type": "image", "title": "Slide", **times, "content": content}
    return json.dumps(found).encode()


def peak() -> float:
    """MB of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str) -> None:
    """One format, in this process: a row of the table."""
    data, before, start = document(), peak(), time.process_time()
    written = FORMATS[name].write(talk_of(read_result(data), title="Talk", medium="talk.mp4", asset=picture))
    seconds = time.process_time() - start
    print(f"| `{name}` | {seconds:.1f} | {len(written) / 1e6:.1f} | {peak() - before:.0f} |")


def main() -> None:
    """Each in a process of its own, so that none is charged for another's memory."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    print("| format | processor seconds | MB written | MB of memory more |\n| --- | --- | --- | --- |", flush=True)
    for name in FORMATS:
        subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    main()
