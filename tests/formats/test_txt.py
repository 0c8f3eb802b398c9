"""Plain text."""

from formats.talks import LECTURE, full_talk, said, spoken, talk, talks
from hypothesis import given, settings

from cueweave.formats import Talk
from cueweave.formats.txt import to_txt


@given(talks())
@settings(deadline=None, max_examples=40)
def test_no_word_is_lost_or_doubled(one: Talk) -> None:
    assert "".join(to_txt(one).split()) == "".join(said(one))


def test_paragraphs_and_titles_stand_apart() -> None:
    assert to_txt(talk(spoken(LECTURE), spoken("The end."))) == f"{LECTURE}\n\nThe end.\n"
    assert "\n\nValleys & <towns>\n\nGood morning" in to_txt(full_talk())


def test_nothing_spoken_is_an_empty_file() -> None:
    assert to_txt(talk()) == ""
