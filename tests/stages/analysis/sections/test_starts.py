"""What speaks for and against starting anew at a sentence."""

from stages.words_of import words_of

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.sections.starts import find_starts
from cueweave.stages.sentences import split_sentences


def answers(told: str) -> list[bool]:
    words = words_of(told)
    return [bool(flag) for flag in find_starts(Text(words, split_sentences(words, "en"), "en")).answer]


def test_a_sentence_after_a_question_is_its_answer() -> None:
    assert answers("Who pays for it? The city pays.") == [False, True]


def test_another_topic_is_no_answer() -> None:
    assert answers("Who wants to wait in the rain? Let me now turn to trains.") == [False, False]


def topics(told: str) -> list[bool]:
    words = words_of(told)
    return [bool(flag) for flag in find_starts(Text(words, split_sentences(words, "en"), "en")).topic]


def test_a_word_that_leads_in_begins_the_topic() -> None:
    assert topics("The rent is due. Okay. Let's move on to heating.") == [False, True, False]
    assert topics("The rent is due on Monday. Let's move on to heating.") == [False, True]
