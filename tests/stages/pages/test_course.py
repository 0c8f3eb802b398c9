"""The likeliest order of pages."""

import numpy as np

from cueweave.stages.pages.course import Habits, likeliest

HABITS = Habits(stays=0.3, goes_on=0.4, jumps=0.1, pauses=0.2, resumes=0.25)


def course(*stretches: dict[int, float], pages: int = 5) -> list[int | None]:
    """Of stretches with evidence for some pages, and against the others."""
    evidence = np.full((len(stretches), pages), -6.0, np.float32)
    for at, stretch in enumerate(stretches):
        for page, value in stretch.items():
            evidence[at, page] = value
    return likeliest(evidence, HABITS)


def test_of_two_pages_that_look_alike_the_next_one_is_taken() -> None:
    assert course({0: 5}, {1: 5, 4: 5.5}, {2: 5}) == [0, 1, 2]


def test_a_speaker_may_skip_a_page_and_go_back_to_one() -> None:
    assert course({0: 9}, {3: 9}, {1: 9}, {2: 9}) == [0, 3, 1, 2]


def test_what_nothing_speaks_for_shows_no_page_and_the_place_is_kept() -> None:
    assert course({0: 5}, {}, {}, {1: 2}) == [0, None, None, 1]


def test_without_evidence_nothing_is_shown() -> None:
    assert course({}, {}) == [None, None]


def test_nothing_at_all_is_no_course() -> None:
    assert likeliest(np.zeros((0, 3), np.float32), HABITS) == []
