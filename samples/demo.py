"""The main job for real, on the sample: start everything, upload, watch, read the result.

Run `python samples/make_sample.py` first; `make demo` does both.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OUT = Path(__file__).resolve().parent / "out"
MEDIA, SUBTITLES = OUT / "lecture.mp4", OUT / "lecture.srt"
RESULT, CAPTIONS, LOG = OUT / "lecture.result.json", OUT / "lecture.vtt", OUT / "demo.log"
CUEWEAVE = (sys.executable, "-m", "cueweave")


@contextmanager
def running_server() -> Iterator[str]:
    """`cueweave up` on a free port with a data directory of its own; gives its URL."""
    with tempfile.TemporaryDirectory(prefix="cueweave-demo-") as data_dir, LOG.open("w") as log:
        command = [*CUEWEAVE, "up", "--port", "0", "--data-dir", data_dir]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as server:  # noqa: S603
            try:
                ready = server.stdout.readline() if server.stdout else ""
                if " http://" not in ready:
                    raise SystemExit(f"The server did not start:\n{LOG.read_text()}")
                print(ready, end="", flush=True)
                yield next(word for word in ready.split() if word.startswith("http://"))
            finally:
                server.terminate()
                server.wait()


def cueweave(*arguments: str | Path) -> str:
    """Run a command, its progress going to the terminal; gives what it printed."""
    command = [*CUEWEAVE, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout.strip()


def main() -> None:
    """Upload, wait, print, write."""
    print(f"Uploading {MEDIA.name} and {SUBTITLES.name} ...", flush=True)
    with running_server() as url:
        task = cueweave("submit", MEDIA, "--srt", SUBTITLES, "--wait", "--server", url, "--user", "demo")
        print(f"Task {task} is done.\n")
        print(cueweave("result", task, "--server", url, "--user", "demo"))
        cueweave("result", task, "-o", RESULT, "--server", url, "--user", "demo")
    cueweave("export", RESULT, "--format", "vtt", "-o", CAPTIONS)
    print(f"\nWritten:\n  {RESULT}\n  {CAPTIONS}")


if __name__ == "__main__":
    main()
