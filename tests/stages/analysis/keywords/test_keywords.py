"""Keywords are spoken in their paragraph, few, and of the right type."""

from hypothesis import given
from hypothesis import strategies as st
from stages.words_of import words_of

from cueweave.domain.analysis import Text
from cueweave.domain.keywords import KeywordType
from cueweave.domain.promises import bare
from cueweave.domain.transcript import Sentence
from cueweave.stages.analysis.keywords import find_keywords


def found(text: str, language: str | None = "en") -> dict[KeywordType, list[str]]:
    words = words_of(text)
    [keywords] = find_keywords(Text(words, [Sentence(0, len(words))], language), [(0, len(words))])
    kinds = {keyword.type for keyword in keywords}
    return {kind: [keyword.word for keyword in keywords if keyword.type == kind] for kind in kinds}


def test_warnings_and_advice_are_found() -> None:
    keywords = found("Never open the furnace while it runs. Remember to close the valve.")
    assert keywords[KeywordType.WARNING] == ["Never open the furnace"]
    assert keywords[KeywordType.CALLOUT] == ["Remember to close the valve"]


def test_a_german_warning_is_found() -> None:
    assert found("Vorsicht, heiß. Der Ofen brennt.", "de")[KeywordType.WARNING] == ["Vorsicht"]


def test_defined_terms_names_and_numbers_are_terms() -> None:
    assert found("A transistor is a small switch. Switches made the switch board.")[KeywordType.TERM] == ["transistor"]
    assert found("Small rooms in Paris, small rooms at night, small rooms again.")[KeywordType.TERM] == ["Paris"]
    assert found("Output rose by 45% that year.")[KeywordType.TERM] == ["45%"]


def test_the_main_phrase_is_what_is_repeated() -> None:
    assert found("Solar panels are cheap. Solar panels are light.")[KeywordType.MAIN][0] == "Solar panels"


@given(
    st.lists(
        st.sampled_from(
            [
                "Never",
                "open,",
                "the",
                "Valve",
                "valves.",
                "is",
                "a",
                "12%",
                "—",
                "don't",
                "tip;",
                "(remember)",
                "...",
                "é",
            ]
        ),
        min_size=1,
    )
)
def test_every_keyword_is_spoken_and_there_are_six_at_most(tokens: list[str]) -> None:
    words = words_of(" ".join(tokens))
    [keywords] = find_keywords(Text(words, [Sentence(0, len(words))], "en"), [(0, len(words))])
    assert len(keywords) <= 6
    assert len({keyword.word.lower() for keyword in keywords}) == len(keywords)
    texts = [bare(word.text) for word in words]
    for keyword in keywords:
        span = [bare(part) for part in keyword.word.split()]
        assert any(texts[at : at + len(span)] == span for at in range(len(texts)))
