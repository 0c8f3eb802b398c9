"""Spread words stay in their cue's speech and never run backwards."""

from itertools import pairwise

from hypothesis import given, strategies as st

from cueweave.domain.transcript import Cue, Span
from cueweave.stages.spread import spread_words

TIMES = st.floats(0, 120, allow_nan=False)


def test_words_take_time_by_their_letters() -> None:
    one, two = spread_words([Cue(0.0, 3.0, "a fourfour")], [], 3.0)
    assert (one.start, round(one.end, 2), round(two.start, 2), two.end) == (0.0, 0.55, 0.55, 3.0)


def test_no_word_stands_in_a_pause() -> None:
    words = spread_words([Cue(0.0, 10.0, "one two")], [Span(1.0, 3.0), Span(7.0, 9.0)], 10.0)
    assert [(word.start, word.end) for word in words] == [(1.0, 3.0), (7.0, 9.0)]


def test_a_cue_without_speech_keeps_its_time() -> None:
    [word] = spread_words([Cue(4.0, 5.0, "hello")], [Span(0.0, 1.0)], 10.0)
    assert (word.start, word.end) == (4.0, 5.0)


def test_little_speech_in_a_long_cue_still_bounds_its_words() -> None:
    words = spread_words([Cue(0.0, 10.0, "one two")], [Span(6.0, 7.0)], 10.0)
    assert (words[0].start, words[-1].end) == (6.0, 7.0)


def test_words_are_not_crammed_into_speech_that_is_too_short_for_them() -> None:
    words = spread_words([Cue(0.0, 4.0, "many words that nobody says at once")], [Span(3.9, 5.0)], 10.0)
    assert (words[0].start, words[-1].end) == (0.0, 4.0)


def test_a_cue_without_speech_borrows_the_nearest_within_a_second() -> None:
    [word] = spread_words([Cue(4.0, 5.0, "hello")], [Span(0.0, 1.0), Span(5.4, 6.4)], 10.0)
    assert (word.start, word.end) == (5.4, 6.0)


def test_speech_of_another_cue_is_not_borrowed() -> None:
    first, second = spread_words([Cue(4.0, 5.0, "hello"), Cue(5.3, 6.4, "you")], [Span(5.4, 6.4)], 10.0)
    assert (first.start, first.end) == (4.0, 5.0)
    assert (second.start, second.end) == (5.4, 6.4)


@given(
    st.lists(st.builds(lambda s, length: Cue(s, s + length, "some words here"), TIMES, st.floats(0, 9)), max_size=20),
    st.lists(st.tuples(TIMES, st.floats(0.1, 5)), max_size=20),
    st.floats(0.5, 100),
)
def test_times_never_run_backwards_and_stay_in_the_medium(
    cues: list[Cue], spans: list[tuple[float, float]], duration: float
) -> None:
    cues = sorted(cues, key=lambda cue: cue.start)
    speech: list[Span] = []
    for start, length in sorted(spans):
        if not speech or start > speech[-1].end:
            speech.append(Span(start, start + length))
    words = spread_words(cues, speech, duration)
    assert len(words) == 3 * len(cues)
    assert all(0 <= word.start <= word.end <= duration for word in words)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(words))
