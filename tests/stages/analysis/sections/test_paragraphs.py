"""Paragraphs have two or three sentences and cut no thought in two."""

import pytest
from hypothesis import given, strategies as st
from stages.analysis.sections.section_texts import PLAIN, begins, sizes, text_of

from cueweave.stages.analysis.sections import outline


@given(st.integers(2, 60))
def test_where_nothing_tells_paragraphs_have_two_or_three_sentences(count: int) -> None:
    text = text_of([f"{sentence[:-1]} with all of the other people from there." for sentence in (PLAIN * 8)[:count]])
    assert set(sizes(text, outline(text))) <= {2, 3, 4}


@pytest.mark.parametrize("place", range(2, 7))
def test_a_long_pause_parts_paragraphs(place: int) -> None:
    text = text_of(PLAIN, pauses={place: 4.0})
    assert place in begins(text, outline(text))


@pytest.mark.parametrize("place", range(2, 7))
def test_another_slide_parts_paragraphs(place: int) -> None:
    text = text_of(PLAIN, scenes=[place])
    assert place in begins(text, outline(text))


@pytest.mark.parametrize("place", range(1, 8))
def test_another_speaker_begins_a_paragraph(place: int) -> None:
    text = text_of([f"{sentence[:-1]} with all of the other people from there." for sentence in PLAIN], turns=[place])
    assert place in begins(text, outline(text))


def test_quick_turns_share_paragraphs() -> None:
    talk = ["Why is that?", "Nobody knows.", "Really?", "Really.", "And then?", "Then we left.", "Where to?", "Home."]
    text = text_of(talk, turns=range(1, 8))
    assert min(sizes(text, outline(text))) > 1


@pytest.mark.parametrize("place", range(1, 7))
def test_a_question_stands_with_its_answer(place: int) -> None:
    sentences = list(PLAIN)
    sentences[place] = "Why did all of those people walk home quietly?"
    text = text_of(sentences)
    assert place + 1 not in begins(text, outline(text))


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("en", "For example, one"),
        ("en", "It"),
        ("en", "This"),
        ("en", "But they"),
        ("de", "Das"),
        ("de", "Zum Beispiel"),
        ("es", "Por ejemplo"),
        ("fr", "Cela"),
        ("it", "Questo"),
        ("pt", "Isso"),
    ],
)
@pytest.mark.parametrize("place", range(1, 8))
def test_a_start_that_points_back_stays_with_what_it_points_to(language: str, start: str, place: int) -> None:
    sentences = list(PLAIN)
    sentences[place] = f"{start} walked along Walnut road carrying nothing home."
    text = text_of(sentences, language=language)
    assert place not in begins(text, outline(text))


def test_a_very_long_sentence_may_stand_alone() -> None:
    long = " ".join(f"{word}{number}" for number in range(14) for word in ("alpha", "beta", "gamma", "delta")) + "."
    text = text_of([long] * 6)
    assert set(sizes(text, outline(text))) <= {1, 2}


def test_short_sentences_make_paragraphs_of_more() -> None:
    text = text_of([f"{name} left early." for name in "Anna Bert Carl Dora Emil Fred Gina Hans Ines Jack".split()])
    assert set(sizes(text, outline(text))) <= {3, 4, 5}
