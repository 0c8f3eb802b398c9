"""What nobody can have said goes; what somebody may have said stays."""

from itertools import chain

import pytest
from hypothesis import given, strategies as st
from stages.heard.utterances import texts_of, utterance

from cueweave.domain.transcript import Span, Utterance, Word
from cueweave.stages.heard import Why, plausible
from cueweave.stages.heard.loops import Loop, find_loops
from cueweave.stages.heard.silence import drop_unvoiced

TALK = [Span(0.0, 60.0)]


def dropped(heard: list[Utterance], speech: list[Span]) -> list[tuple[str, Why]]:
    return [(" ".join(word.text for word in drop.words), drop.why) for drop in plausible(heard, speech)[1]]


def test_words_far_from_any_voice_go() -> None:
    heard = [utterance("Here we are.", 1.0, 2.0), utterance("Thanks for watching!", 20.0, 22.0)]
    assert dropped(heard, [Span(0.9, 2.1)]) == [("Thanks for watching!", Why.SILENCE)]


@pytest.mark.parametrize("off", [-0.45, 0.45])
def test_a_word_that_stands_a_little_off_stays(off: float) -> None:
    heard = [utterance("Yes.", 1.0 + off, 1.3 + off)]
    assert dropped(heard, [Span(1.05, 1.25)]) == []


def test_only_the_end_of_an_utterance_that_runs_on_into_music_goes() -> None:
    heard = [utterance("this is all that we have said today thank you for watching and see you soon", 0.0, 12.0)]
    kept, drops = plausible(heard, [Span(0.0, 2.0)])
    assert texts_of(kept) == ["this is all that"]
    assert [drop.why for drop in drops] == [Why.SILENCE]


def test_words_that_an_engine_spread_over_a_pause_stay() -> None:
    heard = [utterance("we wait here for a while and then we go on", 0.0, 10.0)]
    assert dropped(heard, [Span(0.0, 2.5), Span(7.5, 10.0)]) == []


def test_a_phrase_repeated_over_silence_goes_as_a_loop_but_for_once() -> None:
    heard = [utterance("Thank you.", 2.0 * at, 2.0 * at + 1.8) for at in range(8)]
    assert dropped(heard, [Span(0.1, 1.5)]) == [("Thank you.", Why.LOOP)] * 7


def test_a_phrase_that_comes_like_clockwork_goes_though_somebody_speaks() -> None:
    heard = [utterance("I will show you how.", 2.0 * at, 2.0 * at + 2.0) for at in range(10)]
    assert dropped(heard, TALK) == [("I will show you how.", Why.LOOP)] * 9


def test_a_phrase_repeated_faster_than_a_mouth_goes_inside_an_utterance_too() -> None:
    heard = [utterance("so it begins", 1.0, 2.0), utterance("and the other side " * 30, 2.0, 8.0)]
    assert texts_of(plausible(heard, TALK)[0]) == ["so it begins", "and the other side"]


@pytest.mark.parametrize(
    "heard",
    [
        [utterance("no no no no no no", 1.0, 3.0)],
        [utterance("Thank you.", at, at + 0.7) for at in (1.0, 1.9, 3.1, 4.0, 5.4, 6.1)],
        [utterance("Row, row, row your boat", 1.0, 3.0), utterance("row, row, row your boat", 3.4, 5.0)],
        [utterance("very very big", 1.0, 2.0)],
    ],
    ids=["no", "thanks to applause", "a song", "twice"],
)
def test_people_repeat_themselves(heard: list[Utterance]) -> None:
    assert dropped(heard, TALK) == []


def test_more_words_than_a_mouth_can_say_go() -> None:
    crammed = "nobody says a sentence of this length between two others that leave it less than a second of time at all"
    heard = [utterance("Good morning.", 1.0, 2.0), utterance(crammed, 2.0, 2.1), utterance("We begin.", 2.2, 3.0)]
    assert [why for _, why in dropped(heard, TALK)] == [Why.HASTE]


def test_a_word_drawn_out_by_the_engine_leaves_the_next_ones_their_time() -> None:
    drawn = Utterance((Word("so", 1.0, 1.3, 0.9), Word("then", 1.3, 9.0, 0.9)))
    heard = [drawn, utterance("this is a sentence of quite some length that was said before", 9.0, 9.0)]
    assert dropped(heard, TALK) == []


def test_characters_that_are_syllables_take_their_time() -> None:
    heard = [utterance("今 天 我 们 来 谈 谈 电 池 和 它 们 的 历 史 以 及 未 来 的 发 展 方 向", 1.0, 1.1)]
    assert [why for _, why in dropped(heard, TALK)] == [Why.HASTE]


WORDS = st.lists(st.sampled_from("a b thank you you. — no".split()), min_size=1, max_size=8)
UTTERANCES = st.lists(st.tuples(WORDS, st.floats(0.0, 5.0), st.floats(0.0, 5.0)), max_size=12)


def in_order(parts: list[tuple[list[str], float, float]]) -> list[Utterance]:
    """A pause, then words."""
    found, at = [], 0.0
    for words, pause, length in parts:
        found.append(utterance(" ".join(words), at + pause, at + pause + length))
        at += pause + length
    return found


@given(UTTERANCES.map(in_order), st.lists(st.floats(0.1, 20.0), max_size=6))
def test_each_word_either_stays_or_is_told_of_and_none_moves(heard: list[Utterance], lengths: list[float]) -> None:
    speech = [Span(20.0 * at, 20.0 * at + length) for at, length in enumerate(lengths)]
    kept, drops = plausible(heard, speech)
    left = [word for utterance in kept for word in utterance.words]
    gone = list(chain.from_iterable(drop.words for drop in drops))
    assert sorted([*left, *gone], key=repr) == sorted((w for each in heard for w in each.words), key=repr)
    assert left == sorted(left, key=lambda word: word.start)
    assert all(each.words for each in kept)


@given(UTTERANCES.map(in_order), st.lists(st.floats(0.1, 20.0), max_size=6))
def test_what_was_left_where_somebody_speaks_stays_for_good(heard: list[Utterance], lengths: list[float]) -> None:
    speech = [Span(20.0 * at, 20.0 * at + length) for at, length in enumerate(lengths)]
    kept, _ = drop_unvoiced(heard, speech)
    assert drop_unvoiced(kept, speech) == (kept, [])


@given(st.lists(st.sampled_from(["a", "b", ""]), max_size=40))
def test_loops_are_copies_side_by_side_and_share_no_word(texts: list[str]) -> None:
    loops = find_loops(texts)
    taken: list[int] = []
    for loop in loops:
        copies = [texts[at : at + loop.length] for at in loop.starts]
        assert all(copy == copies[0] for copy in copies)
        assert "" not in copies[0]
        taken += range(loop.first, loop.first + loop.length * loop.count)
    assert len(taken) == len(set(taken))


@given(st.integers(1, 6), st.integers(3, 9), st.integers(0, 5))
def test_a_phrase_in_a_row_is_found_wherever_it_stands(length: int, count: int, before: int) -> None:
    phrase = [f"word{at}" for at in range(length)]
    texts = [f"other{at}" for at in range(before)] + phrase * count + ["end"]
    assert find_loops(texts) == [Loop(before, length, count)]
