"""A slide that comes is noticed at the next word."""

from stages.words_of import words_of

from cueweave.domain.visuals import Image, Visual
from cueweave.stages.visuals import scenes

SLIDE = Image("Slide", None, "slide.jpg")


def test_a_scene_begins_with_the_first_word_after_a_new_slide() -> None:
    words = words_of("one two three four")  # at 0.0, 0.3, 0.6, 0.9
    slides = [Visual(start, 9.0, SLIDE) for start in (0.0, 0.5, 0.8, 5.0)]
    assert scenes(words, slides) == {2, 3}


def test_the_first_slide_changes_nothing() -> None:
    assert scenes(words_of("one two"), [Visual(0.2, 9.0, SLIDE)]) == frozenset()
