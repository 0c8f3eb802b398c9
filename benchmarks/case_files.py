"""Cases on disk: the sound as the pipeline keeps it, the rest as JSON beside it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
from recording import RATE, Case, Recording

from cueweave.domain.transcript import Cue, Sound, Span


def write_case(case: Case, folder: Path) -> Path:
    """Write `sound.raw` and `case.json` into the folder, over what was there; returns the latter."""
    folder.mkdir(parents=True, exist_ok=True)
    case.heard.samples.astype("<i2").tofile(folder / "sound.raw")
    content = {
        "name": case.heard.name,
        "language": case.heard.language,
        "cues": [asdict(cue) for cue in case.heard.cues],
        "words": _listed(case.heard.words),
        "given": [asdict(cue) for cue in case.given],
        "truth": _listed(case.truth),
        "cue_starts": case.cue_starts,
    }
    path = folder / "case.json"
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def read_case(path: Path) -> Case:
    """What `write_case` wrote."""
    content = json.loads(path.read_text("utf-8"))
    heard = Recording(
        content["name"],
        content["language"],
        np.fromfile(path.with_name("sound.raw"), "<i2").astype(np.int16),
        tuple(Cue(**cue) for cue in content["cues"]),
        _spans(content["words"]),
    )
    given = tuple(Cue(**cue) for cue in content["given"])
    return Case(heard, given, _spans(content["truth"]), tuple(content["cue_starts"]))


def sound_of(path: Path) -> Sound:
    """The sound beside a `case.json`, as the pipeline takes it."""
    raw = path.with_name("sound.raw")
    return Sound(raw, RATE, raw.stat().st_size // 2)


def _listed(spans: tuple[Span | None, ...]) -> list[list[float] | None]:
    return [[span.start, span.end] if span else None for span in spans]


def _spans(listed: list[list[float] | None]) -> tuple[Span | None, ...]:
    return tuple(Span(*pair) if pair else None for pair in listed)
