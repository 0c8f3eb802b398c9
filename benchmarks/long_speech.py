"""How fast hours of dense speech are aligned, and in how much memory."""

from __future__ import annotations

import shutil

from case_runs import case_folder, run_case
from conditions import AS_MADE, as_made
from corpus import dense_speech
from recording import repeat
from row import Row

HOUR = 3600.0
"""Seconds."""


def long_speech_rows(hours: int) -> list[Row]:
    """English, subtitles as made; several hours are one hour's sound repeated."""
    case = as_made(repeat(dense_speech("en", HOUR), hours))
    name = f"{hours} h of dense English"
    result = run_case(case, name, AS_MADE, peers=False)
    shutil.rmtree(case_folder(name, AS_MADE))  # up to 700 MB
    ours = result.ours
    words = f"median {1000 * ours.median:.0f} ms, 95% {1000 * ours.percentile_95:.0f} ms" if ours else "no words"
    return [
        Row(f"align {hours} h of dense speech", f"{result.speed:.0f} x real time; {words}", "limit: 60 x"),
        Row("its peak memory", f"{result.memory / 1024**2:.0f} MB", "limit: 600 MB"),
    ]
