"""A case through the pipeline and its peers, as the figures of one row."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import child
import peer
from case_files import write_case
from measure import Distance, Trust, distance, starts, trust
from recording import Case

SUBJECT = Path(__file__).parent / "subject.py"
FOLDER = Path(__file__).parent / "out/cases"


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of a case; None where nothing could be measured."""

    sound: str
    subtitles: str
    words: int
    ours: Distance | None
    spread: Distance | None
    trust: Trust
    aligned: float
    """Share of the words whose time was heard, the rest fell back to spreading."""
    fit: Distance | None
    peer_fit: Distance | None
    fitted: str
    speed: float
    """Times real time, alignment alone, the model's loading included."""
    memory: int
    """Bytes."""


def run_case(case: Case, sound: str, subtitles: str, *, peers: bool = True, peer_options: Sequence[str] = ()) -> Result:
    """Ours in a process of its own; `peers` sets ffsubsync beside it, with these options of its command."""
    folder = case_folder(sound, subtitles)
    path = write_case(case, folder)
    printed, memory = child.run([sys.executable, str(SUBJECT), str(path)])
    found = json.loads(printed)
    truth = starts(case.truth)
    ours = [word[0] for word in found["words"]]
    return Result(
        sound=sound,
        subtitles=subtitles,
        words=sum(true is not None for true in truth),
        ours=distance(ours, truth),
        spread=distance([word[0] for word in found["spread"]], truth),
        trust=trust(ours, [word[2] for word in found["words"]], truth),
        aligned=found["aligned"],
        fit=distance(found["cue_starts"], case.cue_starts),
        peer_fit=_peer(case, folder, peer_options) if peers else None,
        fitted=found["fit"],
        speed=case.heard.duration / found["seconds"],
        memory=memory,
    )


def _peer(case: Case, folder: Path, options: Sequence[str]) -> Distance | None:
    if not peer.is_there():
        return None
    found = peer.fitted_starts(case.given, folder / "sound.raw", options)
    return distance(found, case.cue_starts) if found else None


def case_folder(sound: str, subtitles: str) -> Path:
    """Where a case stays after its run: `python subject.py FOLDER/case.json` runs it again."""
    return FOLDER / "".join(letter if letter.isalnum() else "-" for letter in f"{sound} {subtitles}")
