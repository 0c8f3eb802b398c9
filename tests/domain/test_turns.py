"""Whoever hears alone gets all that is not heard yet, in order."""

from cueweave.domain.turns import Alone, Turn


def test_what_is_known_is_left_out_and_counts_by_its_seconds() -> None:
    turns = Alone()
    turns.begin([30.0, 10.0, 60.0], [False, True, False])
    assert turns.ask(idle=True) == Turn(0, 0.1, over=False)
    assert turns.ask(idle=False) == Turn(None, 0.1, over=False)
    turns.heard(0)
    assert turns.ask(idle=True) == Turn(2, 0.4, over=False)
    turns.heard(2)
    assert turns.ask(idle=True) == Turn(None, 1.0, over=True)


def test_of_no_speech_nothing_is_left() -> None:
    turns = Alone()
    turns.begin([], [])
    assert turns.ask(idle=True) == Turn(None, 1.0, over=True)
