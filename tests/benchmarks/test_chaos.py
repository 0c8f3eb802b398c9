"""A short storm: one fault of each kind but a full disk, of which a task may fail, on real processes."""

import pytest
from chaos import run


@pytest.mark.timeout(400)
def test_nothing_is_lost_leaked_or_done_twice_while_things_break() -> None:
    rows, broken = run(tasks=16, faults=7, seed=7)
    assert broken == [], rows
    found = {row.what: row.ours for row in rows}
    assert (found["tasks accepted"], found["faults"], found["failed"]) == ("16", "7", "0")
    assert found["slots, work folders, uploads left"] == "0, 0, 0"
