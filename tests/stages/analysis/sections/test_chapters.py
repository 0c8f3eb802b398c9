"""Chapters begin where the talk turns to something else."""

from stages.analysis.sections.section_texts import BREAD, HARBOUR, PLAIN, chapter_begins, text_of

from cueweave.stages.analysis.sections import outline

FILLERS = ("think", "going", "really", "want", "thing", "kind")


def test_a_chapter_begins_where_the_vocabulary_changes() -> None:
    text = text_of([*HARBOUR, *BREAD])
    assert chapter_begins(text, outline(text)) == [0, len(HARBOUR)]


def test_the_number_of_chapters_is_found_in_the_text() -> None:
    text = text_of(HARBOUR)
    assert chapter_begins(text, outline(text)) == [0]


def test_words_that_come_all_over_the_text_hold_no_chapters_together() -> None:
    filled = [f"{sentence[:-1]} {' '.join(FILLERS)}." for sentence in (*HARBOUR, *BREAD)]
    text = text_of(filled)
    assert chapter_begins(text, outline(text)) == [0, len(HARBOUR)]


def test_a_slide_decides_where_between_two_topics_a_chapter_begins() -> None:
    between = ("Many people in town know both.", "Visitors often ask about either.")
    for place in (6, 7, 8):
        text = text_of([*HARBOUR, *between, *BREAD], scenes=[place])
        assert chapter_begins(text, outline(text)) == [0, place]


def test_a_slide_that_changes_within_a_sentence_counts_for_the_nearest_start() -> None:
    sentences = [*HARBOUR, "Many people in town know both.", *BREAD]
    text = text_of(sentences)
    late = text.sentences[6].first + 1
    text = type(text)(text.words, text.sentences, "en", scenes=frozenset({late}))
    assert chapter_begins(text, outline(text)) == [0, 6]


def test_a_long_pause_decides_where_between_two_topics_a_chapter_begins() -> None:
    between = ("Many people in town know both.", "Visitors often ask about either.")
    for place in (6, 7, 8):
        text = text_of([*HARBOUR, *between, *BREAD], pauses={place: 3.0})
        assert chapter_begins(text, outline(text)) == [0, place]


def test_a_word_that_opens_a_topic_begins_the_chapter_in_each_language() -> None:
    openings = {
        "en": "Let's move on to something else.",
        "de": "Nun kommen wir zu etwas anderem.",
        "es": "Pasemos a otra cosa.",
        "fr": "Passons à autre chose.",
        "it": "Passiamo a qualcos'altro.",
        "pt": "Passemos a outra coisa.",
    }
    for language, opening in openings.items():
        text = text_of([*HARBOUR, opening, *BREAD], language=language)
        assert chapter_begins(text, outline(text)) == [0, len(HARBOUR)]


def test_signs_alone_make_no_chapters_of_a_few_sentences() -> None:
    text = text_of(PLAIN[:4], scenes=[1, 2, 3])
    assert chapter_begins(text, outline(text)) == [0]


def test_the_thirtieth_repetition_makes_chapters_as_long_as_the_first() -> None:
    """What costs are measured by must not grow with the recording."""
    once = chapter_begins(text := text_of([*HARBOUR, *BREAD]), outline(text))
    often = chapter_begins(text := text_of([*HARBOUR, *BREAD] * 30), outline(text))
    assert len(often) >= 30 * len(once) - 2
