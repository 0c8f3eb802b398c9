"""Figures that the speech itself carries."""

import pytest
from figure_passages import SETS, Expected, figures_in, is_right, passages_of
from hypothesis import given, settings, strategies as st
from stages.words_of import words_of

from cueweave.domain.analysis import Passage, Text
from cueweave.domain.transcript import Sentence
from cueweave.domain.visuals import Chart, ChartType, Table
from cueweave.stages.analysis.figures import find_figures
from cueweave.stages.analysis.figures.grounding import ungrounded

ALL = [passage for name in SETS for passage in passages_of(name)]
FOUND_AT_LEAST = 29
MARGIN = 25


def figures(text: str, *paragraphs: tuple[int, int], language: str = "en") -> list[Passage | None]:
    """In one paragraph, or in these."""
    words = words_of(text)
    return find_figures(Text(words, (), language), paragraphs or ((0, len(words)),))


def only(text: str, language: str = "en") -> Chart | Table:
    """The one figure of a text."""
    (passage,) = figures(text, language=language)
    assert passage is not None
    return passage.figure


@pytest.mark.parametrize("name", SETS)
def test_passages_with_data_are_shown_right_and_those_without_not_at_all(name: str) -> None:
    right = [(bool(each.kind), is_right(each, figures_in(each.text, each.language))) for each in passages_of(name)]
    assert sum(ok for has_data, ok in right if has_data) >= FOUND_AT_LEAST
    assert all(ok for has_data, ok in right if not has_data)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In May we had 5 tons, in June 6 and in July 9 tons.", ChartType.LINE),
        ("Rent takes 50 percent, food takes 30 percent and fun takes 20 percent.", ChartType.PIE),
        ("Alice scored 31 points, Bob 27 points and Carol 19 points.", ChartType.BAR),
        ("It got 9 out of 10 for taste, 7 out of 10 for smell and 8 out of 10 for looks.", ChartType.RADAR),
    ],
)
def test_the_type_of_a_chart_is_what_its_numbers_are(text: str, kind: ChartType) -> None:
    found = only(text)
    assert isinstance(found, Chart)
    assert found.type is kind


def test_things_with_two_numbers_each_are_a_table() -> None:
    found = only(
        "The basic plan costs 10 euros and includes 5 users, the team plan costs 25 euros and includes 20 users."
    )
    assert isinstance(found, Table)
    assert found.headers == ("Plan", "Costs", "Includes")
    assert found.rows == (("Basic plan", "€10", "5"), ("Team plan", "€25", "20"))


def test_the_title_is_said_and_names_the_unit() -> None:
    assert only("Revenue was $3 million in 2019, $4 million in 2020 and $5 million in 2021.").title == "Revenue ($)"


def test_a_passage_belongs_to_the_paragraph_where_it_begins_and_may_go_on() -> None:
    text = "That was good news for us. In 2019 we sold ten million. In 2020 fifteen million. In 2021 twenty million."
    before, first, second = figures(text, (0, 6), (6, 12), (12, 20))
    assert before is None
    assert first is not None
    assert (first.first, first.stop) == (7, 20)
    assert second is None


def test_a_text_without_paragraphs_or_numbers_has_no_figure() -> None:
    assert find_figures(Text([], (), "en"), []) == []
    assert figures("Nothing to see here.") == [None]


def test_a_language_without_known_scales_has_no_figures() -> None:
    assert figures("2019 10 tona, 2020 15 tona, 2021 22 tona.", language="sq") == [None]


@settings(deadline=None)  # a figure in a long text takes a while on a busy machine
@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=4))
def test_what_is_shown_is_grounded_in_the_words_around_it(passages: list[Expected]) -> None:
    text = " ".join(passage.text for passage in passages)
    words = text.split()
    language = passages[0].language
    for passage in figures(text, language=language):
        if passage is not None:
            said = words[max(passage.first - MARGIN, 0) : passage.stop + MARGIN]
            assert ungrounded(passage.figure, said, language) == []


TOKENS = """
in 2019 we sold ten million, fifteen. coal 40 percent gas and wind, 3 the first model weighs two kilos costs $5 of a May
""".split()


@settings(deadline=None)  # a figure in a long text takes a while on a busy machine
@given(st.lists(st.sampled_from(TOKENS), max_size=80))
def test_no_order_of_words_breaks_it_and_all_is_grounded(tokens: list[str]) -> None:
    paragraphs = [(at, min(at + 7, len(tokens))) for at in range(0, len(tokens), 7)]
    found = find_figures(Text(words_of(" ".join(tokens)), (), "en"), paragraphs)
    assert len(found) == len(paragraphs)
    for (first, stop), passage in zip(paragraphs, found, strict=True):
        if passage is not None:
            assert first <= passage.first < stop
            assert passage.first < passage.stop <= len(tokens)
            assert (
                ungrounded(passage.figure, tokens[max(passage.first - MARGIN, 0) : passage.stop + MARGIN], "en") == []
            )


def test_a_chart_of_shares_is_named_after_what_they_are_shares_of() -> None:
    told = "The cars came. In 1950 eighty percent of all trips were made by bike, in 1970 thirty, in 1980 ten."
    assert only(told).title == "Trips (%)"


def test_a_sentence_without_its_mark_parts_names_from_figures_all_the_same() -> None:
    words = words_of(
        "good morning everyone in 1950 eighty percent of all trips were by bike in 1970 thirty in 1980 ten"
    )
    (passage,) = find_figures(Text(words, (Sentence(0, 3), Sentence(3, len(words))), "en"), [(0, len(words))])
    assert passage is not None
    assert passage.figure.title == "Trips (%)"


def test_money_and_things_share_no_chart() -> None:
    told = (
        "Die Miete beträgt 12.000 Euro im Monat, das sind 2.000 Euro mehr. Dafür haben wir 30 Arbeitsplätze statt 22."
    )
    assert figures(told, language="de") == [None]


def test_the_quarter_goes_on_from_one_ordinal_to_the_next() -> None:
    told = (
        "Revenue was 1.2 million dollars in the first quarter, 1.5 million in the second, 1.4 million in the third "
        "and 2.1 million in the fourth."
    )
    chart = only(told)
    assert isinstance(chart, Chart)
    assert (chart.type, chart.values) == (ChartType.LINE, (1.2e6, 1.5e6, 1.4e6, 2.1e6))
    assert chart.labels == ("First quarter", "Second", "Third", "Fourth")


def test_a_year_before_a_word_that_counts_nothing_is_a_year() -> None:
    told = "Wir hatten 2021 insgesamt 45 Unfälle, 2022 waren es 38 und 2023 nur noch 29."
    chart = only(told, "de")
    assert isinstance(chart, Chart)
    assert (chart.labels, chart.values) == (("2021", "2022", "2023"), (45.0, 38.0, 29.0))
