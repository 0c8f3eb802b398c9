"""A result that breaks a promise is found out."""

from dataclasses import replace

import pytest

from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.domain.promises import check_promises
from cueweave.domain.transcript import Fit, Medium, Paragraph, Transcript, Word
from cueweave.domain.visuals import Image, Visual
from cueweave.errors import BrokenPromise

WORDS = (Word("Never", 0.0, 0.5, 0.9), Word("touch", 0.5, 0.9, 0.9), Word("it.", 0.9, 1.2, 0.9))
SPOKEN = ["Never", "touch", "it."]
SLIDE = Image("Slide 1", None, "slide-001.jpg")
FIT = Fit(0.0, 1.0, 1.0, "as given")


def transcript(*words: Word, **changes: object) -> Transcript:
    paragraph = replace(Paragraph(words or WORDS, None, (), None), **changes)  # type: ignore[arg-type]
    return Transcript((paragraph,), Medium(2.0, has_sound=True, has_picture=True), "en", FIT, "spread", 0.0, "offline")


def test_a_true_result_passes() -> None:
    keywords = (Keyword("touch it", KeywordType.WARNING),)
    check_promises(transcript(keywords=keywords, visual=Visual(0.0, 2.0, SLIDE)), SPOKEN)


@pytest.mark.parametrize(
    "broken",
    [
        transcript(*WORDS[:2]),
        transcript(*WORDS, Word("more", 1.2, 1.3, 0.9)),
        transcript(WORDS[1], WORDS[0], WORDS[2]),
        transcript(WORDS[0], replace(WORDS[1], start=0.95, end=0.95), replace(WORDS[2], start=0.9)),
        transcript(*WORDS[:2], replace(WORDS[2], end=2.5)),
        transcript(*WORDS[:2], replace(WORDS[2], start=1.3)),
        transcript(replace(WORDS[0], start=-0.1), *WORDS[1:]),
        transcript(replace(WORDS[0], confidence=1.5), *WORDS[1:]),
        transcript(keywords=(Keyword("touch me", KeywordType.MAIN),)),
        transcript(visual=Visual(1.0, 3.0, SLIDE)),
        replace(transcript(), paragraphs=()),
    ],
    ids=[
        "a word is lost",
        "a word is invented",
        "words are moved",
        "times run backwards",
        "a word outlasts the medium",
        "a word ends before it starts",
        "a word starts before the medium",
        "a confidence is no share",
        "a keyword is not spoken",
        "a visual outlasts the medium",
        "nothing is left",
    ],
)
def test_a_broken_result_is_refused(broken: Transcript) -> None:
    with pytest.raises(BrokenPromise):
        check_promises(broken, SPOKEN)
