"""What every outline keeps, whatever the text."""

from hypothesis import given, settings, strategies as st
from stages.analysis.sections.section_texts import HARBOUR, sizes, text_of

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.sections import outline

WORDS = st.sampled_from(
    "the and it harbour harbours Ships dough yeast? pilot. now Next, 1,000 — ... Бухта 港口 let's however !".split()
)
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), max_size=90)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    sentences = draw(SENTENCES)
    places = st.sets(st.integers(0, max(len(sentences) - 1, 0)), max_size=9 if sentences else 0)
    pauses = draw(st.dictionaries(st.integers(0, 90), st.floats(0, 9), max_size=9))
    language = draw(st.sampled_from(["en", "de", "zh", None]))
    return text_of(sentences, language=language, pauses=pauses, turns=draw(places), scenes=draw(places))


@given(texts())
@settings(deadline=None)
def test_paragraphs_cover_all_words_in_order_and_begin_and_end_with_sentences(text: Text) -> None:
    found = outline(text)
    assert [at for first, stop in found.paragraphs for at in range(first, stop)] == list(range(len(text.words)))
    assert {first for first, _ in found.paragraphs} <= {sentence.first for sentence in text.sentences}


@given(texts())
@settings(deadline=None)
def test_paragraphs_have_one_to_five_sentences(text: Text) -> None:
    assert set(sizes(text, outline(text))) <= {1, 2, 3, 4, 5}


@given(texts())
@settings(deadline=None)
def test_chapters_are_paragraphs_in_order_and_the_first_begins_the_text(text: Text) -> None:
    found = outline(text)
    assert list(found.chapters) == sorted(set(found.chapters))
    assert set(found.chapters) <= set(range(len(found.paragraphs)))
    assert found.chapters[:1] == ((0,) if text.words else ())


def test_no_sentences_make_no_paragraphs() -> None:
    assert outline(Text([], [], "en")).paragraphs == ()


def test_one_sentence_is_one_paragraph_and_one_chapter() -> None:
    found = outline(text_of(HARBOUR[:1]))
    assert (found.paragraphs, found.chapters) == (((0, 8),), (0,))
