"""Every word of a text gets a time, as near to the truth as what the engine timed allows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.transcript import Span, Word
from cueweave.stages.transcribe.placing import UNSURE, placed, spread

WITHIN = Span(10.0, 20.0)


def timed(*words: tuple[str, float, float]) -> list[Word]:
    return [Word(text, start, end, 0.9) for text, start, end in words]


def test_punctuation_of_the_text_and_times_of_the_words_come_together() -> None:
    words = placed(["Hello,", "World!"], timed(("hello", 11.0, 11.4), ("world", 12.0, 12.5)), WITHIN, [])
    assert words == [Word("Hello,", 11.0, 11.4, 0.9), Word("World!", 12.0, 12.5, 0.9)]


def test_pieces_of_a_word_make_its_time() -> None:
    words = placed(["你好", "世界"], timed(("你", 11.0, 11.2), ("好世", 11.2, 11.6), ("界", 11.6, 12.0)), WITHIN, [])
    assert [(word.text, word.start, word.end) for word in words] == [
        ("你好", 11.0, pytest.approx(11.4)),
        ("世界", pytest.approx(11.4), 12.0),
    ]


def test_words_that_were_not_timed_share_the_speech_between_their_neighbours() -> None:
    known = timed(("one", 10.0, 11.0), ("four", 18.0, 19.0))
    words = placed(["one", "two", "six", "four"], known, WITHIN, [Span(10.0, 11.0), Span(14.0, 15.0), Span(17.0, 19.0)])
    assert [(word.start, word.end) for word in words[1:3]] == [(14.0, 15.0), (17.0, 18.0)]
    assert words[1].confidence == UNSURE


def test_an_engine_that_repeats_itself_is_placed_at_once() -> None:
    texts = ["la"] * 5000
    known = [Word("la", 10.0 + at / 1000, 10.0 + (at + 1) / 1000, 0.9) for at in range(5000)]
    assert placed(texts, known, WITHIN, []) == known
    assert len(placed(["start", *texts, "end"], [known[0], *known, *timed(("b", 15.0, 16.0))], WITHIN, [])) == 5002


def test_without_any_times_words_lie_in_the_speech_by_their_letters() -> None:
    words = placed(["a", "bbb"], [], WITHIN, [Span(12.0, 14.0), Span(15.0, 17.0)])
    assert [(word.start, word.end) for word in words] == [(12.0, 13.0), (13.0, 17.0)]


def test_where_nobody_speaks_words_share_the_window() -> None:
    assert [(word.start, word.end) for word in spread(["ab", "cd"], WITHIN, [])] == [(10.0, 15.0), (15.0, 20.0)]


TEXTS = st.lists(st.text("ab c.,é你", min_size=1, max_size=4).filter(lambda text: not text.isspace()), max_size=8)
TIMES = st.lists(st.tuples(st.text("abcé你", max_size=4), st.floats(0, 40), st.floats(0, 40)), max_size=8)


SPEECH = st.lists(st.floats(0, 30), max_size=8).map(
    lambda edges: [Span(start, end) for start, end in zip(*[iter(sorted(edges))] * 2, strict=False)]
)


@given(TEXTS, TIMES, SPEECH)
def test_no_word_is_lost_and_times_never_run_backwards(
    texts: list[str], times: list[tuple[str, float, float]], speech: list[Span]
) -> None:
    known = [Word(text, min(edges), max(edges), 0.5) for text, *edges in times]
    words = placed(texts, known, WITHIN, speech)
    assert [word.text for word in words] == texts
    assert all(WITHIN.start <= word.start <= word.end <= WITHIN.end for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
