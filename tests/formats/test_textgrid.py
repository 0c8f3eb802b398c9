"""Praat's TextGrid as another reader reads it."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from formats.talks import full_talk, said, spoken, talk, talks
from hypothesis import given, settings
from praatio import textgrid

from cueweave.formats import Talk
from cueweave.formats.textgrid import to_textgrid


def read(one: Talk, folder: Path) -> Any:
    path = folder / "talk.TextGrid"
    path.write_text(to_textgrid(one), encoding="utf-8")
    return textgrid.openTextgrid(str(path), includeEmptyIntervals=True, reportingMode="error")


def test_another_reader_finds_words_and_paragraphs_at_their_times(tmp_path: Path) -> None:
    one = full_talk()
    found = read(one, tmp_path)
    assert found.tierNames == ("word", "paragraph")
    words = [each for each in found.getTier("word").entries if each.label]
    assert [each.label for each in words] == [word.replace('""', '"') for word in said(one)]
    assert (words[0].start, words[0].end) == (0.5, 0.9)
    assert [each.label for each in found.getTier("paragraph").entries if each.label] == [
        each.text for each in one.paragraphs
    ]
    assert found.maxTimestamp == 150


@given(one=talks())
@settings(deadline=None, max_examples=40)
def test_intervals_have_lengths_and_no_gaps_and_lose_no_word(tmp_path_factory: Any, one: Talk) -> None:
    for tier in read(one, tmp_path_factory.getbasetemp()).tiers:
        assert all(each.start < each.end for each in tier.entries)
        assert all(before.end == after.start for before, after in pairwise(tier.entries))
        assert "".join("".join(each.label.split()) for each in tier.entries) == "".join(said(one))


def test_quotes_are_doubled() -> None:
    assert 'text = "say ""no"""' in to_textgrid(talk(spoken('say "no"')))


def test_nothing_spoken_is_a_silent_file(tmp_path: Path) -> None:
    assert [len(tier.entries) for tier in read(talk(), tmp_path).tiers] == [1, 1]
