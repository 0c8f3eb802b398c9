"""When a message is tried again."""

from cueweave.domain.deliveries import LONGEST_PAUSE, PATIENCE, pause_after


def test_pauses_grow_to_four_hours() -> None:
    assert [pause_after(tries, 0) for tries in (1, 2, 3, 4)] == [5, 15, 45, 135]
    assert pause_after(10, 0) == pause_after(10_000, 0) == LONGEST_PAUSE


def test_chance_shortens_a_pause_by_up_to_half() -> None:
    assert pause_after(2, 1) == 7.5


def test_a_receiver_that_asks_for_more_gets_it_up_to_four_hours() -> None:
    assert pause_after(1, 0, told=60) == 60
    assert pause_after(1, 1, told=60) == 65  # those who were told the same don't come back together
    assert pause_after(4, 0, told=60) == 135
    assert pause_after(1, 0, told=10**9) == LONGEST_PAUSE


def test_a_day_has_room_for_a_dozen_tries() -> None:
    at, tries = 0.0, 0
    while at <= PATIENCE:
        tries += 1
        at += pause_after(tries, 0)
    assert 10 <= tries <= 16
