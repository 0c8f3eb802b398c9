"""Titles are drawn from the text, readable, and none comes twice."""

import pytest
from hypothesis import given, strategies as st
from stages.words_of import words_of

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.titles import chapter_titles
from cueweave.stages.sentences import split_sentences

TOKENS = (
    "We sold the Valve. valves, and l'énergie — 光合成は is 12% ... Ada Lovelace of a der Theorie d'eau! IN ist".split()
)


def titles_of(*chapters: str, language: str | None = "en") -> list[str]:
    words = words_of(" ".join(chapters))
    spans, first = [], 0
    for chapter in chapters:
        spans.append((first, first + len(chapter.split())))
        first = spans[-1][1]
    titles = chapter_titles(Text(words, split_sentences(words, language), language), spans)
    assert list(titles) == [first for first, _ in spans]
    return list(titles.values())


def test_a_title_is_drawn_from_the_text() -> None:
    assert titles_of("The harbour bridge was built late. The harbour bridge is long.") == ["Harbour bridge"]


def test_two_topics_that_weigh_alike_make_one_title() -> None:
    assert titles_of(
        "The dough needs yeast. Good dough rests. The yeast makes a gas, and the dough waits for yeast."
    ) == ["Dough and yeast"]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Good morning. Let us now speak about the tide. The moon and the moon pull water, much water.", "Tide"),
        ("en", "The topic of today is bread. Every harbour had a baker, and the harbour a mill.", "Bread"),
        ("en", "Next, let's look at gradient descent. The loss falls, and the loss stays.", "Gradient descent"),
        ("de", "Sprechen wir nun über die Gezeiten. Der Mond zieht am Wasser, der Mond hebt das Wasser.", "Gezeiten"),
        ("es", "Hablemos ahora de la marea. La luna tira del agua, y la luna mueve el agua.", "Marea"),
        ("fr", "Parlons maintenant de l'énergie. La lune attire la mer, et la lune tourne.", "Énergie"),
        ("it", "Parliamo ora della marea. La luna attira il mare, e la luna gira.", "Marea"),
        ("pt", "Falemos agora da maré. A lua puxa a água, e a lua gira.", "Maré"),
    ],
)
def test_what_a_speaker_announces_is_the_title(language: str, text: str, title: str) -> None:
    assert titles_of(text, language=language) == [title]


def test_a_title_says_what_other_chapters_do_not() -> None:
    titles = titles_of(
        "The battery has an anode. The anode of a battery gives electrons.",
        "The battery has a cathode. The cathode of a battery takes electrons.",
    )
    assert "node" in titles[0]
    assert "athode" in titles[1]


def test_chapters_about_the_same_have_titles_of_their_own() -> None:
    titles = titles_of("The battery is full. A battery lasts.", "Batteries age. The battery and the charger get warm.")
    assert titles[0] == "Battery"
    assert titles[1] != "Batteries"


def test_names_keep_their_capitals_and_shouted_words_lose_them() -> None:
    assert titles_of("We met Ada Lovelace. People say that Ada Lovelace wrote notes.") == ["Ada Lovelace"]
    assert titles_of("THE SOLAR PANELS ARE CHEAP. THE SOLAR PANELS ARE LIGHT.") == ["Solar panels"]


def test_words_of_scripts_without_spaces_are_joined() -> None:
    assert titles_of("葉の 中には 葉緑体が あります。 葉緑体は 光を 吸収します。", language="ja") == ["葉緑体"]


@given(
    st.lists(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6),
    st.sampled_from([None, "en", "de", "fr", "ja", "ru", "xx"]),
)
def test_every_chapter_has_a_short_title_of_its_own(chapters: list[str], language: str | None) -> None:
    titles = titles_of(*chapters, language=language)
    assert all(title.strip() for title in titles)
    assert all(len(title.split()) <= 6 for title in titles)
    assert len({title.lower() for title in titles}) == len(titles)


@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=40).map(" ".join))
def test_a_title_begins_and_ends_with_a_word_that_carries_something(chapter: str) -> None:
    [title] = titles_of(chapter)
    if not all(is_function_word(token, "en") or not any(map(str.isalnum, token)) for token in chapter.split()):
        assert not is_function_word(title.split()[0], "en")
        assert not is_function_word(title.split()[-1], "en")
