"""What the decoder is given for words as they are displayed."""

from cueweave.stages.align.readings import to_hear


def ways(token: str, language: str = "en") -> tuple[str, ...]:
    (word,) = to_hear([token], language)[0]
    return word.phones


def test_words_of_the_english_dictionary_go_by_their_name() -> None:
    assert [[word.key for word in words] for words in to_hear(["Hello,", "world!"], "en")] == [["hello"], ["world"]]


def test_other_words_go_by_their_phones() -> None:
    assert len(ways("Flimborg")) == 1
    assert len(ways("hello", "de")) == 1


def test_english_words_that_the_dictionary_lacks_are_made_of_words_that_it_has() -> None:
    assert ways("café") == ("K AH F EY",)
    assert ways("touchscreens,") == ("T AH CH S K R IY N Z",)
    assert ways("rebooted") == ("R IY B UW T IH D",)


def test_capitals_may_be_a_word_or_be_spelled() -> None:
    assert {"N AA T", "EH N OW T IY"} <= set(ways("NOT"))


def test_what_is_not_spoken_has_nothing_to_be_heard() -> None:
    assert to_hear(["—", "[applause]", "Yes."], "en")[:2] == [(), ()]
