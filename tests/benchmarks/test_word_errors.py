"""What was heard is held beside what was said, word by spoken word."""

import pytest
from word_errors import Timed, compare


def timed(text: str) -> list[Timed]:
    """A word a second."""
    return [Timed(word, float(at)) for at, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("heard", "rate"),
    [
        ("it began in nineteen twenty three", 0.0),
        ("It began, in 1923!", 0.0),
        ("it began in nineteen twenty", 1 / 6),
        ("so it began in nineteen twenty three", 1 / 6),
        ("it begun in nineteen twenty three", 1 / 6),
        ("", 1.0),
    ],
)
def test_words_wrong_missing_and_too_many_are_counted(heard: str, rate: float) -> None:
    assert compare(timed(heard), timed("It began in 1923."), "en").rate == pytest.approx(rate)


def test_words_heard_right_come_with_both_times() -> None:
    found = compare(
        [Timed("so", 0.1), Timed("it", 1.2), Timed("begun", 2.2)], [Timed("It", 1.0), Timed("began", None)], "en"
    )
    assert found.right == ((1.2, 1.0),)
