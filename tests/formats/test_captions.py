"""Captions that a person can read in time."""

from itertools import pairwise

from formats.talks import LECTURE, said, spoken, talk, talks
from hypothesis import given, settings

from cueweave.formats import Talk
from cueweave.formats.captions import LINE, captions, columns, text
from cueweave.formats.result import TimedWord


def lines(*paragraphs: list[TimedWord]) -> list[list[str]]:
    return [[text(line) for line in each.lines] for each in captions(talk(*paragraphs).paragraphs)]


@given(talks())
@settings(deadline=None, max_examples=60)
def test_no_word_is_lost_doubled_or_moved(one: Talk) -> None:
    assert [word.text for each in captions(one.paragraphs) for word in each.words] == said(one)


@given(talks())
@settings(deadline=None, max_examples=60)
def test_captions_are_in_order_have_a_length_and_never_overlap(one: Talk) -> None:
    found = captions(one.paragraphs)
    assert all(each.start < each.end for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(talks())
@settings(deadline=None, max_examples=60)
def test_captions_have_two_lines_of_42_columns_but_for_single_long_words(one: Talk) -> None:
    for caption in captions(one.paragraphs):
        assert 1 <= len(caption.lines) <= 2
        assert all(columns(text(line)) <= LINE or len(caption.words) == 1 for line in caption.lines)


def test_captions_stand_7_seconds_at_most() -> None:
    assert all(each.end - each.start <= 7 for each in captions(talk(spoken(LECTURE, each=0.9)).paragraphs))


def test_captions_end_where_sentences_end() -> None:
    first, *_ = lines(spoken("Good morning, everybody. " + "And so on " * 20))
    assert first == ["Good morning, everybody."]


def test_a_sentence_that_is_too_long_is_cut_in_half() -> None:
    found = captions(talk(spoken("word " * 19)).paragraphs)
    assert [len(each.words) for each in found] == [10, 9]


def test_lines_break_after_a_clause_where_that_is_near_the_middle() -> None:
    assert lines(spoken("The anode gives them away, and the cathode then takes them up.")) == [
        ["The anode gives them away,", "and the cathode then takes them up."]
    ]


def test_a_pause_ends_a_caption() -> None:
    found = captions(talk([*spoken("We wait"), *spoken("and then go on.", start=5.0)]).paragraphs)
    assert [text(each.words) for each in found] == ["We wait", "and then go on."]
    assert found[1].start == 5


def test_a_caption_never_holds_words_of_two_paragraphs() -> None:
    assert lines(spoken("One."), spoken("Two.", start=0.5)) == [["One."], ["Two."]]


def test_a_short_caption_stands_a_second_if_the_next_lets_it() -> None:
    (alone,) = captions(talk(spoken("Yes.", each=0.1)).paragraphs)
    crowded, _ = captions(talk(spoken("Yes.", each=0.1), spoken("No.", start=0.3, each=0.1)).paragraphs)
    assert (alone.end, crowded.end) == (1.0, 0.3)


def test_a_caption_that_was_spoken_fast_stands_until_it_can_be_read() -> None:
    (caption,) = captions(talk(spoken("Thirty four letters take two seconds", each=0.1)).paragraphs)
    assert round(36 / (caption.end - caption.start), 1) == 17.0


def test_characters_that_are_read_slowly_take_two_columns_and_marks_none() -> None:
    assert (columns("abc"), columns("中文"), columns("e\u0301"), columns("ที่")) == (3, 4, 1, 1)


def test_scripts_without_spaces_break_between_words_and_gain_no_blanks() -> None:
    (only,) = lines(spoken("今天我们 来看一看 河流怎样 在很长的 时间里面 形成山谷", each=0.3))
    assert "".join(only) == "今天我们来看一看河流怎样在很长的时间里面形成山谷"
    assert [columns(line) for line in only] == [24, 24]


def test_a_word_longer_than_a_line_is_kept_whole() -> None:
    assert lines(spoken("x" * 200)) == [["x" * 200]]
