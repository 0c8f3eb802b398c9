"""What is dropped is told with how much and where, and without the words."""

import pytest
from stages.heard.utterances import utterance

from cueweave.stages.heard import Drop, Why, places


def drops(*starts: float) -> list[Drop]:
    return [Drop(utterance("one two", start, start + 1.0).words, Why.SILENCE) for start in starts]


@pytest.mark.parametrize(
    ("starts", "told"),
    [
        ((70.9,), "2 words at 0:01:10"),
        ((1.0, 3700.0), "2 words at 0:00:01 and 2 words at 1:01:40"),
        ((1.0, 2.0, 3.0, 4.0, 5.0, 6.0), "2 words at 0:00:05 and 1 more place"),
    ],
)
def test_places_are_named_up_to_five(starts: tuple[float, ...], told: str) -> None:
    assert places(drops(*starts)).endswith(told)


def test_one_word_is_one() -> None:
    assert places([Drop(utterance("one", 5.0, 6.0).words, Why.LOOP)]) == "1 word at 0:00:05"
