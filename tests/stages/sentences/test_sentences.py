"""Sentences cover all words and end where people end them."""

import pytest
from hypothesis import given, strategies as st
from stages.words_of import words_of

from cueweave.domain.transcript import Cue, Word
from cueweave.stages.sentences import MOST_WORDS, WRITTEN_MOST, cue_starts, find_turns, split_sentences


def texts(text: str, language: str | None = "en") -> list[str]:
    words = words_of(text)
    return [" ".join(w.text for w in words[s.first : s.stop]) for s in split_sentences(words, language)]


def test_text_without_punctuation_is_cut_at_its_longest_pause() -> None:
    words = words_of("word " * 30)
    late = [Word(w.text, w.start + 1.0, w.end + 1.0, w.confidence) for w in words[14:]]
    assert [s.stop for s in split_sentences(words[:14] + late, "en")] == [14, 30]


def test_a_pause_that_lies_inside_a_word_counts_beside_it() -> None:
    said = "the boat came in late and the crew was tired then the captain called us all back to the deck"
    tokens = said.split()
    across = tokens.index("tired")
    times = [0.1 * (len(token) + 1) + 1.2 * (at == across) for at, token in enumerate(tokens)]
    words = [Word(token, sum(times[:at]), sum(times[: at + 1]), 0.3) for at, token in enumerate(tokens)]
    assert split_sentences(words, "en", [0])[0].stop == across + 1


def test_nothing_ends_between_an_article_and_its_noun() -> None:
    words = words_of("we walked down to see the")
    late = [
        Word(w.text, w.start + 3.0, w.end + 3.0, 0.3) for w in words_of("harbour where the old boats lie on the sand")
    ]
    assert len(words) not in {s.stop for s in split_sentences(words + late, "en")}


def test_a_clauses_first_words_tell_where_pauses_do_not() -> None:
    said = "the tide comes in twice a day and then it goes out again so now we look at the moon which pulls the water"
    cut = texts(said)
    assert all(piece.split()[0] in ("the", "and", "so", "now") for piece in cut)
    assert len(cut) > 1


def test_capitals_tell_where_only_the_full_stops_are_lost() -> None:
    sentences = ["The boats lie here on the sand", "They wait for the water", "Here they wait for the boats"]
    assert texts(" ".join(sentences * 4)) == sentences * 4


def test_one_half_without_punctuation_leaves_the_other_half_alone() -> None:
    written = ["The boats lie on the sand.", "When will they leave?", "Nobody knows it."] * 3
    cut = texts("and then we saw the boats come in so we went down to the harbour " * 5 + " ".join(written))
    assert cut[-8:] == written[1:]
    assert all(len(piece.split()) <= MOST_WORDS for piece in cut)


def test_a_long_sentence_with_its_commas_stays_whole() -> None:
    text = "We saw the boats, " + "the old ones on the sand, " * 9 + "and left."
    assert texts(text) == [text]


def test_a_speaker_who_begins_in_the_middle_ends_the_sentence() -> None:
    words = words_of("I think that we no we do not")
    assert [s.stop for s in split_sentences(words, "en", [0], frozenset({4}))] == [4, 8]


def test_cues_begin_after_the_words_of_those_before() -> None:
    assert cue_starts([Cue(0, 1, "a b"), Cue(1, 2, "c"), Cue(2, 3, "d e")]) == [0, 2, 3]
    assert cue_starts([]) == []


TOKENS = st.one_of(
    st.sampled_from(
        ["Dr.", "3.", "-", ">>", "ANN:", "the", "so", "…", "”", "(Yes.)", "¿Qué?", "好。", "a,", "?", "No", "5"]
    ),
    st.text(min_size=1).filter(lambda text: text.split() == [text]),
)


@given(
    st.lists(st.lists(TOKENS, min_size=1, max_size=30), max_size=12),
    st.sampled_from(["en", "de", "zh", "ja", "el", "xx", None]),
    st.floats(0.0, 0.5),
)
def test_every_word_is_in_exactly_one_sentence_and_every_turn_begins_one(
    tokens: list[list[str]], language: str | None, pause: float
) -> None:
    cues = [Cue(float(at), float(at + 1), " ".join(cue)) for at, cue in enumerate(tokens)]
    said = [text for cue in cues for text in cue.text.split()]
    words = [Word(text, at * 0.3, at * 0.3 + 0.3 - pause / 2, 0.3) for at, text in enumerate(said)]
    turns = find_turns(cues)
    sentences = split_sentences(words, language, cue_starts(cues), turns)
    assert [at for s in sentences for at in range(s.first, s.stop)] == list(range(len(words)))
    assert all(0 < s.stop - s.first <= WRITTEN_MOST for s in sentences)
    assert turns <= {s.first for s in sentences}


@pytest.mark.parametrize("starts", [[], [0]])
def test_no_words_make_no_sentences(starts: list[int]) -> None:
    assert split_sentences([], "en", starts[:0]) == []
    assert len(split_sentences(words_of("word"), "en", starts)) == 1
