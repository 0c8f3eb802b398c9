"""The table of words as another reader reads it."""

import csv
import io

from formats.talks import full_talk, said, talk, talks
from hypothesis import given, settings

from cueweave.formats import Talk
from cueweave.formats.csv import to_csv
from cueweave.formats.result import TimedWord


def read(one: Talk) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(one), newline="")))


@given(talks())
@settings(deadline=None, max_examples=40)
def test_each_word_has_a_row_with_its_paragraph_and_times(one: Talk) -> None:
    rows = read(one)
    assert [row["word"] for row in rows] == said(one)
    assert [row["paragraph"] for row in rows] == [
        str(number) for number, each in enumerate(one.paragraphs, 1) for _ in each.words
    ]
    times = [float(row["start"]) for row in rows]
    assert times == sorted(times)


def test_quotes_and_commas_stay_in_their_cell() -> None:
    (row,) = read(talk([TimedWord(word='say,"no"', start=1, end=1.5, confidence=0.25)]))
    assert row == {"paragraph": "1", "word": 'say,"no"', "start": "1.000", "end": "1.500", "confidence": "0.25"}


def test_lines_end_as_the_standard_has_it() -> None:
    assert to_csv(full_talk()).startswith("paragraph,word,start,end,confidence\r\n")
