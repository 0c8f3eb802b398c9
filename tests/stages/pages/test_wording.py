"""Which page words speak for."""

from cueweave.stages.pages import Wording

SPOKEN = "the tide comes in and the moon pulls on the water bread needs yeast and flour and the dough grows".split()
PAGES = ["the tide the moon and water".split(), "bread yeast flour dough".split(), ["and", "the"]]


def test_words_of_a_page_speak_for_it_and_others_against() -> None:
    tide, bread, empty = Wording(PAGES, SPOKEN).evidence(0, 11)
    assert tide > 0 > bread
    assert empty < 0


def test_what_is_said_everywhere_speaks_for_nobody() -> None:
    said = ["the", "lecture"] * 50
    assert max(Wording([["the", "lecture"]], said).evidence(0, 100)) < 0.5


def test_the_words_that_a_page_shares_are_known() -> None:
    wording = Wording(PAGES, SPOKEN)
    assert {"bread", "yeast", "flour", "dough"} <= wording.shared(1, 11, len(SPOKEN))
    assert wording.shared(0, 11, len(SPOKEN)) <= {"the", "and"}


def test_characters_that_are_words_count_and_single_letters_do_not() -> None:
    wording = Wording([["水", "a"]], ["水", "a", *["火"] * 50])
    assert wording.shared(0, 0, 2) == {"水"}
