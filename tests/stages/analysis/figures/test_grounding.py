"""A figure shows only what was said, of what it was said."""

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.visuals import Chart, ChartType, Table
from cueweave.stages.analysis.figures.grounding import ungrounded

SALES = "In 2019 we sold ten million, in 2020 fifteen, in 2021 twenty-two."
POWER = "Coal provides forty percent, gas thirty and wind twenty percent, the rest is solar."
MODELS = "The basic model weighs 2 kilos and costs 300 dollars, the pro model weighs 3 kilos and costs 400 dollars."
YEARS = ("2019", "2020", "2021")


def chart(labels: tuple[str, ...], values: tuple[float, ...], title: str = "") -> Chart:
    """A bar chart."""
    return Chart(title, ChartType.BAR, labels, values)


def models(*rows: tuple[str, ...]) -> Table:
    """What the two models weigh and cost."""
    return Table("", None, ("Model", "Weighs", "Costs"), rows)


def test_a_scale_that_was_said_once_holds_for_the_numbers_after_it() -> None:
    assert ungrounded(chart(YEARS, (10e6, 15e6, 22e6)), SALES.split(), "en") == []


def test_fifteen_stands_for_millions_only_where_a_title_says_so() -> None:
    assert ungrounded(chart(YEARS, (10, 15, 22)), SALES.split(), "en")
    assert ungrounded(chart(YEARS, (10, 15, 22), "Sales in millions"), SALES.split(), "en") == []


@pytest.mark.parametrize(
    "values",
    [
        (10e6, 15e6, 47e6),  # their sum
        (10e6, 15e6, 20e6),  # rounded
        (10e6, 15, 22e6),  # another scale
        (15e6, 10e6, 22e6),  # swapped
        (22e6, 10e6, 15e6),  # turned round
    ],
)
def test_what_was_derived_or_swapped_is_refused(values: tuple[float, ...]) -> None:
    assert ungrounded(chart(YEARS, values), SALES.split(), "en")


@pytest.mark.parametrize("text", [SALES, SALES.replace(",", "").replace(".", "")])
def test_values_moved_on_by_one_label_are_refused_with_and_without_punctuation(text: str) -> None:
    assert ungrounded(chart(YEARS[1:], (10e6, 15e6)), text.split(), "en")


def test_what_nobody_gave_a_number_has_none() -> None:
    assert ungrounded(chart(("Coal", "Gas", "Wind", "Solar"), (40, 30, 20, 10)), POWER.split(), "en") == ["10"]


def test_a_label_must_be_said() -> None:
    assert ungrounded(chart(("Coal", "Oil", "Wind"), (40, 30, 20)), POWER.split(), "en") == ["Oil"]


def test_labels_are_found_by_stem_period_and_value() -> None:
    said = "In january coals gave 5 tons, in the second quarter of twenty nineteen woods gave 6 tons".split()
    assert ungrounded(chart(("Jan", "Q2 2019"), (5, 6)), said, "en") == []


def test_values_may_stand_before_their_labels() -> None:
    said = "Forty percent comes from coal, thirty percent from gas, and twenty from wind.".split()
    assert ungrounded(chart(("Coal", "Gas", "Wind"), (40, 30, 20)), said, "en") == []
    assert ungrounded(chart(("Coal", "Gas"), (30, 20)), said, "en")


def test_a_list_of_labels_takes_a_list_of_values_in_its_order() -> None:
    said = "Sales in Paris, Rome and Berlin were 12, 15 and 20.".split()
    assert ungrounded(chart(("Paris", "Rome", "Berlin"), (12, 15, 20)), said, "en") == []
    assert ungrounded(chart(("Paris", "Rome", "Berlin"), (15, 12, 20)), said, "en")


def test_a_third_may_be_written_as_percent() -> None:
    said = "Die Hälfte geht an Miete, ein Drittel an Essen, ein Sechstel an Freizeit.".split()
    assert ungrounded(chart(("Miete", "Essen", "Freizeit"), (50, 33.3, 16.7)), said, "de") == []


def test_a_number_in_the_title_must_be_said() -> None:
    assert ungrounded(chart(YEARS, (10e6, 15e6, 22e6), "Sales of 50 shops"), SALES.split(), "en")


def test_cells_are_grounded_in_their_own_row() -> None:
    right = models(("Basic model", "2 kilos", "$300"), ("Pro model", "3 kilos", "$400"))
    assert ungrounded(right, MODELS.split(), "en") == []


@pytest.mark.parametrize(
    "rows",
    [
        (("Basic model", "2 kilos", "$400"), ("Pro model", "3 kilos", "$300")),  # between rows
        (("Basic model", "300 dollars", "2 kilos"), ("Pro model", "$400", "3 kilos")),  # between columns
        (("Basic model", "2 kilos", "€300"), ("Pro model", "3 kilos", "€400")),  # another currency
        (("Basic model", "2 tons", "$300"), ("Pro model", "3 tons", "$400")),  # another measure
        (("Basic model", "2 kilos", "$300"), ("Max model", "3 kilos", "$400")),  # another name
    ],
)
def test_cells_that_were_swapped_or_changed_are_refused(rows: tuple[tuple[str, ...], ...]) -> None:
    assert ungrounded(models(*rows), MODELS.split(), "en")


@given(st.permutations([12, 25, 31, 47]), st.sampled_from(["{name} gave {value}", "{value} from {name}"]))
def test_no_order_of_the_values_but_the_one_said_is_grounded(values: list[int], phrase: str) -> None:
    names = ("Coal", "Gas", "Wind", "Solar")
    spoken = [phrase.format(name=name, value=value) for name, value in zip(names, (12, 25, 31, 47), strict=True)]
    said = (", ".join(spoken) + ".").split()
    grounded = ungrounded(chart(names, tuple(values)), said, "en") == []
    assert grounded == (values == [12, 25, 31, 47])


@given(st.permutations([12, 25, 31, 47]), st.integers(0, 3), st.integers(0, 3))
def test_without_punctuation_no_value_is_grounded_under_another_label(values: list[int], one: int, other: int) -> None:
    names = ("Coal", "Gas", "Wind", "Solar")
    said = "we asked and Coal gave 12 Gas gave 25 Wind gave 31 Solar gave 47 that year".split()
    chosen = sorted({one, other})
    figure = chart(tuple(names[at] for at in chosen), tuple(values[at] for at in chosen))
    if ungrounded(figure, said, "en") == []:
        assert all(values[at] == (12, 25, 31, 47)[at] for at in chosen)


def test_words_in_cells_belong_to_their_row_too() -> None:
    said = "Alice lives in Paris and is 31 years old, Bob lives in Rome and is 27 years old.".split()
    right = Table("", None, ("", "Lives", "Years"), (("Alice", "Paris", "31"), ("Bob", "Rome", "27")))
    wrong = Table("", None, ("", "Lives", "Years"), (("Alice", "Rome", "31"), ("Bob", "Paris", "27")))
    assert ungrounded(right, said, "en") == []
    assert ungrounded(wrong, said, "en")


def test_a_chart_of_nothing_is_not_grounded() -> None:
    assert ungrounded(chart((), ()), SALES.split(), "en")


@given(st.lists(st.floats(0, 1e9, allow_nan=False), min_size=3, max_size=3))
def test_a_value_that_is_no_number_of_the_speech_is_never_grounded(values: list[float]) -> None:
    problems = ungrounded(chart(YEARS, tuple(values)), SALES.split(), "en")
    assert not problems or set(values) - {10e6, 15e6, 22e6} or values != [10e6, 15e6, 22e6]
    assert problems or values == [10e6, 15e6, 22e6]
