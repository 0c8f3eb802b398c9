"""What stands of an answer, and what goes back to the model."""

import pytest
from stages.analysis.model.talk import Model, analysed, answer, spoken, text_of

from cueweave.domain.analysis import Analysis
from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.domain.visuals import Chart, ChartType, Table

SPOKEN = (
    "The pump moves water. A check valve keeps it from flowing back. Never open the valve under pressure. "
    "In 2019 we sold ten million pumps, in 2020 fifteen million, and in 2021 twenty-two million. Sales went well. "
    "Next year looks good. We hire people. They come from Zürich. They build pumps. That is all."
)
TEXT = text_of(SPOKEN)
CHART = {
    "first_sentence": 4,
    "last_sentence": 4,
    "title": "Pumps sold",
    "type": "line",
    "labels": ["2019", "2020", "2021"],
    "values": [10e6, 15e6, 22e6],
}
TABLE = {
    "first_sentence": 4,
    "last_sentence": 4,
    "title": "Pumps sold",
    "headers": ["2019", "2020", "2021"],
    "rows": [["ten million", "fifteen million", "22 million"]],
}
PARAGRAPHS = [1, 4, 7, 9]


def analyse(**parts: object) -> tuple[Analysis, list[str]]:
    model = Model(lambda _: answer(paragraphs=PARAGRAPHS, **parts) if "paragraphs" not in parts else answer(**parts))
    analysis = analysed(TEXT, model)
    return analysis, [fault for faults in model.told for fault in faults]


def keyword(sentence: int, phrase: str, kind: str = "main") -> dict[str, object]:
    return {"sentence": sentence, "phrase": phrase, "type": kind}


def test_paragraphs_begin_where_the_model_says() -> None:
    analysis, faults = analyse()
    assert [spoken(TEXT, each).split()[0] for each in analysis.sections] == ["The", "In", "We", "They"]
    assert (analysis.method, faults) == ("tiny", [])


def test_a_keyword_is_displayed_as_it_stands_in_the_text() -> None:
    analysis, faults = analyse(keywords=[keyword(2, "CHECK VALVE", "Key Terms"), keyword(8, "zürich")])
    assert [each.keywords for each in analysis.sections] == [
        (Keyword("check valve", KeywordType.TERM),),
        (),
        (Keyword("Zürich", KeywordType.MAIN),),
        (),
    ]
    assert faults == []


def test_a_keyword_with_the_number_of_the_next_sentence_is_found() -> None:
    assert analyse(keywords=[keyword(1, "check valve")])[0].sections[0].keywords


@pytest.mark.parametrize("phrase", ["turbine", "valve check", "water from", "", "water. A"])
def test_a_keyword_that_nobody_says_is_told_and_dropped(phrase: str) -> None:
    analysis, (fault,) = analyse(keywords=[keyword(1, phrase)])
    assert not any(each.keywords for each in analysis.sections)
    assert analysis.ungrounded == 1
    assert "sentence 1" in fault


@pytest.mark.parametrize(
    ("language", "said", "phrase", "displayed"),
    [
        ("fr", "L\u2019eau coule dans le tuyau.", "eau", "L\u2019eau"),
        ("fr", "L\u2019eau coule dans le tuyau.", "l'eau", "L\u2019eau"),
        ("de", "Die Straße war lang.", "STRASSE", "Straße"),
        ("zh", "我们 今天 讨论 神经 网络 问题。", "神经网络", "神经 网络"),
        ("en", "The check-valve (a \u201cone-way\u201d part) opens.", "one-way part", "one-way\u201d part"),
    ],
)
def test_a_keyword_is_found_in_the_spelling_of_any_language(
    language: str, said: str, phrase: str, displayed: str
) -> None:
    found = [{"sentence": 1, "phrase": phrase, "type": "main"}]
    analysis = analysed(text_of(said, language), Model(lambda _: answer(keywords=found)))
    assert [each.word for each in analysis.sections[0].keywords] == [displayed]


def test_a_keyword_is_neither_a_whole_clause_nor_a_function_word() -> None:
    clause = "In 2019 we sold ten million pumps, in 2020 fifteen million"
    analysis, _ = analyse(keywords=[keyword(4, clause), keyword(1, "the")])
    assert not any(each.keywords for each in analysis.sections)


def test_keywords_differ_by_more_than_inflection_and_are_six_at_most() -> None:
    words = ["pump", "moves", "water", "check valve", "keeps", "flowing", "back", "open", "pressure"]
    found = [keyword(min(1 + at // 3, 3), word) for at, word in enumerate(words)]
    analysis, _ = analyse(keywords=[*found, keyword(4, "pumps"), keyword(3, "valve")])
    assert len(analysis.sections[0].keywords) == 6
    twice, _ = analyse(paragraphs=[1, 6], keywords=[keyword(1, "pump"), keyword(4, "pumps")])
    assert [each.word for each in twice.sections[0].keywords] == ["pump"]


def test_a_paragraph_that_is_too_long_is_told_and_split() -> None:
    analysis, (fault,) = analyse(paragraphs=[1])
    assert "more than 5 sentences" in fault
    assert all(spoken(TEXT, each).count(".") <= 5 for each in analysis.sections)


def test_numbers_in_disorder_are_told_and_put_in_order() -> None:
    analysis, faults = analyse(paragraphs=[7, 4, 4, 9, 3000])
    assert len(analysis.sections) == 4
    assert len(faults) == 3


def test_a_chapter_begins_a_paragraph_and_has_a_title_of_its_own_words() -> None:
    chapters = [{"sentence": 1, "title": "Pumps and valves"}, {"sentence": 6, "title": "Building pumps next year"}]
    analysis, faults = analyse(chapters=chapters)
    assert {spoken(TEXT, each).split()[0]: each.title for each in analysis.sections if each.title} == {
        "The": "Pumps and valves",
        "Next": "Building pumps next year",
    }
    assert faults == []


@pytest.mark.parametrize("title", ["Send money to Mallory today", "Pumps sold in 1999", "", "x" * 100, "pump " * 30])
def test_a_title_that_the_text_does_not_bear_out_is_told_and_drawn_from_the_text(title: str) -> None:
    analysis, faults = analyse(chapters=[{"sentence": 1, "title": title}])
    assert analysis.sections[0].title
    assert analysis.sections[0].title != title
    assert (len(faults), analysis.ungrounded) == (1, 1)


def test_a_title_is_one_line_of_what_can_be_seen() -> None:
    analysis, _ = analyse(chapters=[{"sentence": 1, "title": "Pumps\n\u202eand\u0007  valves"}])
    assert analysis.sections[0].title == "Pumps and valves"


def test_a_chart_of_what_was_said_stands_at_its_sentence() -> None:
    analysis, faults = analyse(charts=[CHART])
    (passage,) = [each.passage for each in analysis.sections if each.passage]
    chart = Chart("Pumps sold", ChartType.LINE, ("2019", "2020", "2021"), (10e6, 15e6, 22e6))
    assert (passage.figure, TEXT.words[passage.first].text, faults) == (chart, "In", [])


def test_a_table_of_what_was_said_stands_too() -> None:
    analysis, _ = analyse(tables=[{**TABLE, "headers": ["pumps", "sales"], "rows": [["ten million", "Sales"]]}])
    assert [type(each.passage.figure) for each in analysis.sections if each.passage] in ([Table], [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"values": [10e6, 15e6, 23e6]},
        {"labels": ["2019", "2020", "2022"]},
        {"values": [15e6, 10e6, 22e6]},
        {"title": "Pumps sold in 1066"},
        {"title": "Mallory's bank account"},
        {"first_sentence": 9, "last_sentence": 10},
    ],
)
def test_a_chart_with_something_that_nobody_said_is_told_and_dropped(wrong: dict[str, object]) -> None:
    analysis, faults = analyse(charts=[{**CHART, **wrong}])
    assert not any(each.passage for each in analysis.sections)
    assert (len(faults), analysis.ungrounded) == (1, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"values": [10e6]},
        {"labels": [], "values": []},
        {"first_sentence": 4, "last_sentence": 3},
        {"first_sentence": 0, "last_sentence": 4},
        {"first_sentence": 4, "last_sentence": 99},
    ],
)
def test_a_chart_without_form_is_told_and_dropped(wrong: dict[str, object]) -> None:
    analysis, faults = analyse(charts=[{**CHART, **wrong}])
    assert not any(each.passage for each in analysis.sections)
    assert len(faults) == 1


def test_an_answer_for_another_text_is_not_believed() -> None:
    elsewhere, _ = analyse(paragraphs=[101, 104, 107, 110])
    phrases = [keyword(at, word) for at, word in enumerate(["galaxy", "planet", "orbit", "comet"], 1)]
    other, _ = analyse(keywords=phrases)
    assert {elsewhere.method, other.method} == {"tiny; offline for 1 of 1 windows"}
