"""Keywords are spoken in their paragraph, few, of the right type, and none that a reader would find silly."""

import pytest
from hypothesis import given, strategies as st
from stages.analysis.keywords.marked import Marked, marked_paragraphs
from stages.words_of import words_of

from cueweave.domain.analysis import Text
from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.domain.promises import bare
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.keywords import find_keywords
from cueweave.stages.analysis.stems import stem
from cueweave.stages.sentences import split_sentences

LANGUAGES = [None, "en", "de", "es", "fr", "it", "pt", "nl", "pl", "ru", "tr", "ja", "xx"]
TOKENS = """
    Never open, the Valve valves. is a 12% — don't tip; (remember) ... é $3 million in 1923 Ada Lovelace of Theorie
    der l'énergie d'eau de la taza 光合成は 40 percent 'quoted' NASA danger: Remember called X. qu'il dell'acqua two! to
""".split()


def keywords_of(text: str, language: str | None = "en") -> tuple[Keyword, ...]:
    words = words_of(text)
    [keywords] = find_keywords(Text(words, split_sentences(words, language), language), [(0, len(words))])
    return keywords


def found(text: str, kind: KeywordType, language: str | None = "en") -> list[str]:
    return [keyword.word for keyword in keywords_of(text, language) if keyword.type is kind]


def test_the_main_phrase_is_what_is_repeated() -> None:
    assert found("Solar panels are cheap. Solar panels are light.", KeywordType.MAIN) == ["Solar panels"]


def test_a_warning_an_advice_a_term_and_a_topic_stand_side_by_side() -> None:
    text = "A valve is a door for steam. Never open the furnace while it runs. Remember to close the valve."
    assert keywords_of(text) == (
        Keyword("door", KeywordType.MAIN),
        Keyword("valve", KeywordType.TERM),
        Keyword("Remember to close the valve", KeywordType.CALLOUT),
        Keyword("Never open the furnace while it runs", KeywordType.WARNING),
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Welcome to this lecture, everybody. Actually, there are two things today, 40 of them in March."),
        ("en", "Um, so that is the kind of thing you know a lot of people get wrong in some way."),
        ("de", "Herzlich willkommen zu dieser Vorlesung. Eigentlich gibt es heute zwei Dinge im März."),
        ("es", "Bienvenidos a esta clase. Hoy tenemos dos cosas, por ejemplo en marzo."),
        ("fr", "Bienvenue à tous dans ce cours. Il y a deux choses en mars, par exemple."),
        ("it", "Benvenuti a questa lezione. Ci sono due cose oggi, per esempio a marzo."),
        ("pt", "Bem-vindos a esta aula. Há duas coisas hoje, por exemplo em março."),
    ],
)
def test_greetings_fillers_months_and_bare_numbers_are_no_keywords(language: str, text: str) -> None:
    assert keywords_of(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("en", "It shows the rate of change. The rate of change is what counts.", "rate of change"),
        ("en", "We met Ada Lovelace at the European Central Bank.", "European Central Bank"),
        ("de", "Man braucht eine Theorie der Felder. Diese Theorie der Felder fehlt.", "Theorie der Felder"),
        ("es", "La luz solar calienta la casa. La luz solar es gratis.", "luz solar"),
        ("fr", "Il boit une tasse de café. La tasse de café fume.", "tasse de café"),
        ("it", "La luce solare scalda la casa. La luce solare è gratis.", "luce solare"),
        ("pt", "A luz solar aquece a casa. A luz solar é de graça.", "luz solar"),
        ("nl", "De zonnepanelen leveren stroom. Deze zonnepanelen zijn licht.", "zonnepanelen"),
    ],
)
def test_phrases_hold_together_by_the_grammar_of_their_language(language: str, text: str, phrase: str) -> None:
    assert phrase in [keyword.word for keyword in keywords_of(text, language)]


def test_one_word_with_two_endings_is_one_keyword() -> None:
    words = [keyword.word.lower() for keyword in keywords_of("The panel is dark. Panels like this panel need light.")]
    assert [word for word in words if word.startswith("panel")] in (["panel"], ["panels"])


def test_a_phrase_never_crosses_the_end_of_a_clause() -> None:
    words = [
        keyword.word for keyword in keywords_of("We cooled the anode, cathode plates and the anode, cathode plates.")
    ]
    assert not any("anode" in word and "cathode" in word for word in words)


def test_shouted_text_has_topics_but_no_names() -> None:
    words = [keyword.word for keyword in keywords_of("SOLAR PANELS ARE CHEAP. SOLAR PANELS ARE LIGHT AND EASY.")]
    assert words == ["SOLAR PANELS"]


def test_japanese_topics_are_told_by_their_particles() -> None:
    text = "葉の 中には 葉緑体が あります。 葉緑体は 光を 吸収します。"
    assert found(text, KeywordType.MAIN, "ja") == ["葉緑体が"]


@pytest.mark.parametrize("kind", KeywordType)
def test_nine_of_ten_keywords_are_what_a_reader_would_mark(kind: KeywordType) -> None:
    fits = [fit for marked in marked_paragraphs() for fit in _fits(marked, kind)]
    assert sum(fits) >= 0.9 * len(fits)


def _fits(marked: Marked, kind: KeywordType) -> list[bool]:
    """For each keyword of the type whether a reader marked the same words; a topic may be marked as a term."""
    is_clause = kind in (KeywordType.CALLOUT, KeywordType.WARNING)
    kinds = [kind] if is_clause else [KeywordType.MAIN, KeywordType.TERM]
    accepted = [_stems(phrase, marked.language) for each in kinds for phrase in marked.phrases[each]]
    least = 0.6 if is_clause else 1.0
    chosen = [_stems(word, marked.language) for word in found(marked.text, kind, marked.language)]
    return [any(len(one & other) >= least * len(one | other) for other in accepted) for one in chosen]


def _stems(phrase: str, language: str) -> set[str]:
    return {stem(word, language) for word in phrase.split()}


@pytest.mark.parametrize("kind", [KeywordType.CALLOUT, KeywordType.WARNING])
def test_every_advice_and_every_warning_that_a_reader_marked_is_found(kind: KeywordType) -> None:
    for marked in marked_paragraphs():
        assert len(found(marked.text, kind, marked.language)) == len(marked.phrases[kind])


@given(
    st.lists(st.sampled_from(TOKENS) | st.text(st.characters(exclude_categories=("Z", "C")), min_size=1), min_size=1),
    st.sampled_from(LANGUAGES),
)
def test_every_keyword_is_spoken_and_there_are_six_at_most(tokens: list[str], language: str | None) -> None:
    words = words_of(" ".join(tokens))
    [keywords] = find_keywords(Text(words, split_sentences(words, language), language), [(0, len(words))])
    assert len(keywords) <= 6
    texts = [bare(word.text) for word in words]
    for keyword in keywords:
        span = [bare(part) for part in keyword.word.split()]
        assert any(texts[at : at + len(span)] == span for at in range(len(texts)))


@given(st.lists(st.sampled_from(TOKENS), min_size=1), st.sampled_from(LANGUAGES))
def test_no_keyword_stands_in_another_one_of_its_kind(tokens: list[str], language: str | None) -> None:
    phrases = [
        {stem(part, language or "en") for part in keyword.word.split() if not is_function_word(part, language or "en")}
        for keyword in keywords_of(" ".join(tokens), language)
        if keyword.type in (KeywordType.MAIN, KeywordType.TERM)
    ]
    assert not any(one <= other for at, one in enumerate(phrases) for other in phrases[:at])
