"""A row has a cell under each heading, whatever could be measured."""

from case_runs import Result
from measure import Distance, Trust
from table import head, line, summary

NEAR, FAR = Distance(0.01, 0.05, (0.9, 1.0, 1.0)), Distance(0.2, 0.9, (0.1, 0.2, 0.5))


def result(sound: str, ours: Distance | None, peer: Distance | None) -> Result:
    return Result(sound, "as made", 100, ours, FAR, Trust(0.5, 0.9), 0.9, NEAR, peer, "", 50.0, 2**27)


def test_rows_fit_the_head() -> None:
    columns = head().split("\n")[0].count("|")
    assert line(result("en", NEAR, FAR)).count("|") == line(result("de", None, None)).count("|") == columns
    assert head().split("\n")[1].count("|") == columns


def test_the_summary_names_the_worst() -> None:
    text = summary([result("en", NEAR, NEAR), result("de", FAR, None)])
    assert "clean: worst median 200 ms (de, as made)" in text
    assert "fell back to spreading: 10.0%" in text
    assert "within 100 ms: 90.0% of 100" in text
    assert "ffsubsync's: nowhere" in text


def test_a_fit_worse_than_the_peers_is_named() -> None:
    worse = Result("pl", "advert in", 1, NEAR, None, Trust(0, None), 1.0, FAR, NEAR, "", 1.0, 1)
    assert "ffsubsync's: pl, advert in" in summary([worse])


def test_no_results_are_no_summary() -> None:
    assert summary([]) == "Nothing was measured."
