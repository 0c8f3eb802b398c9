"""The voice knows when it says each word, however the words are written."""

from itertools import pairwise

import pytest
from voice import speak


@pytest.mark.parametrize(
    "text",
    [
        "Most of the energy could have been in the car.",
        "In 1991 it cost 1,250 dollars, or 3.5 percent of 42.",
        "Dr. Smith isn't here, e.g. at a well-known kilowatt-hour.",
        "Is it to be as big as this?",
    ],
)
def test_every_displayed_word_has_a_time_of_its_own(text: str) -> None:
    speech = speak(text)
    assert [word.text for word in speech.words] == text.split()
    assert all(word.start < word.end for word in speech.words)
    assert all(w.end <= n.start for w, n in pairwise(speech.words))
    assert speech.words[-1].end == pytest.approx(speech.duration)


def test_a_word_before_a_comma_ends_before_the_pause() -> None:
    words = speak("Fill the cell slowly, and never leave it alone.").words
    slowly, following = words[3], words[4]
    assert following.start - slowly.end > 0.1


def test_a_text_with_a_word_that_cannot_be_said_is_refused() -> None:
    with pytest.raises(ValueError, match="no time of their own: -"):
        speak("This one - fails.")
