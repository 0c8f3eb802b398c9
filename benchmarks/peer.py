"""ffsubsync beside us, from an environment of its own: it brings GPL code, so it is no dependency of the project."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pysubs2

from cueweave.domain.transcript import Cue

PYTHON = Path(__file__).parent / "out/peers/bin/python"
"""`make peers` sets it up."""
SCRIPT = Path(__file__).parent / "peer_script.py"


def is_there() -> bool:
    """Whether it was set up."""
    return PYTHON.exists()


def fitted_starts(given: Sequence[Cue], sound: Path, options: Sequence[str] = ()) -> list[float] | None:
    """The starts of the cues after its fit with these `options` of its command.

    None where it found nothing, as it does on single sentences.
    """
    with tempfile.TemporaryDirectory() as name:
        before, after = Path(name) / "before.srt", Path(name) / "after.srt"
        file = pysubs2.SSAFile()
        file.events = [pysubs2.SSAEvent(round(cue.start * 1000), round(cue.end * 1000), cue.text) for cue in given]
        file.save(str(before))
        command = [str(PYTHON), str(SCRIPT), str(sound), str(before), str(after), *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not after.exists() or after.stat().st_size == 0:
            return None
        found = [event.start / 1000 for event in pysubs2.SSAFile.load(str(after)).events]
        return found if len(found) == len(given) else None
