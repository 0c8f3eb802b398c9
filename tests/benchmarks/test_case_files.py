"""A case on disk is the case."""

from pathlib import Path

import numpy as np
from case_files import read_case, sound_of, write_case
from conditions import CONDITIONS
from support.made_recording import made_recording


def test_a_case_is_read_as_it_was_written(tmp_path: Path) -> None:
    case = CONDITIONS["part out"](made_recording())
    path = write_case(case, tmp_path / "case")
    back = read_case(path)
    assert (back.given, back.truth, back.cue_starts) == (case.given, case.truth, case.cue_starts)
    assert (back.heard.cues, back.heard.words) == (case.heard.cues, case.heard.words)
    assert np.array_equal(back.heard.samples, case.heard.samples)
    assert sound_of(path).duration == case.heard.duration
