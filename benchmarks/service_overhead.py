"""What the service adds to the work: a recording through `cueweave process`, and through an upload and a task."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parent))

from long_medium import repeat_medium, repeat_subtitles
from row import Row, compared, print_machine, print_table
from small_service import HOST, SmallService

TIMES, ROUNDS = 10, 3
"""How many times the sample follows itself: some ten minutes."""


def overhead_rows() -> list[Row]:
    """They take turns; the service's time goes from the first byte of the upload to the result's last."""
    with SmallService() as service:
        medium, subtitles = service.folder / "long.mp4", service.folder / "long.srt"
        length = repeat_medium(TIMES, medium)
        repeat_subtitles(TIMES, length, subtitles)
        port = service.api(CUEWEAVE_RATE_LIMITS="off")
        service.worker()
        served, alone = [], []
        _through(port, medium, subtitles)  # once, so that both find all in the disk's cache
        for number in range(ROUNDS):
            served.append(_through(port, medium, subtitles))
            alone.append(_alone(medium, subtitles, service.folder / f"out-{number}"))
    minutes = TIMES * length / 60
    return [compared(f"{minutes:.0f} min of 720p through the service", served, alone, "s", peer="cueweave process")]


def _alone(medium: Path, subtitles: Path, out: Path) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "cueweave", "process", str(medium), "--srt", str(subtitles), "-o", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def _through(port: int, medium: Path, subtitles: Path) -> float:
    with httpx.Client(base_url=f"http://{HOST}:{port}", headers={"X-User-ID": "ada"}, timeout=120) as client:
        began = time.perf_counter()
        with medium.open("rb") as media_file, subtitles.open("rb") as srt_file:
            files = {"media_file": media_file, "srt_file": srt_file}
            task_id = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        while client.get(f"/tasks/{task_id}/status").json()["status"] != "completed":
            time.sleep(0.1)
        client.get(f"/tasks/{task_id}/result").raise_for_status()
        return time.perf_counter() - began


if __name__ == "__main__":
    print_machine()
    print_table(overhead_rows())
