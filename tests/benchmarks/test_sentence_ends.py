"""Sentence ends are found in the benchmarks' texts, with their marks and without."""

import pytest
import sentence_ends
from sentence_ends import TEXTS, measure


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "pt"])
@pytest.mark.parametrize(
    ("condition", "least"),
    [("written, lines", 0.97), ("capitals", 0.97), ("no marks, subtitles", 0.78), ("no marks, lines", 0.55)],
)
def test_most_ends_are_found(language: str, condition: str, least: float) -> None:
    found = [measure(TEXTS / f"{language}.txt", condition, seed) for seed in range(3)]
    assert sum(found) / len(found) >= least


def test_the_table_has_a_row_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    sentence_ends.main([TEXTS / "en.txt"])
    assert [line.split(" |")[0] for line in capsys.readouterr().out.splitlines()] == [
        "| text",
        "| ---",
        "| en",
        "| mean",
    ]
