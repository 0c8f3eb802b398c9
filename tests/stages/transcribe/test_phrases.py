"""What was heard is cut like subtitles."""

from cueweave.domain.transcript import Word
from cueweave.stages.transcribe.phrases import phrases


def heard(*words: tuple[str, float, float]) -> list[str]:
    said = phrases([Word(text, start, end, 0.5) for text, start, end in words], "en")
    return [" ".join(word.text for word in utterance.words) for utterance in said]


def test_a_sentence_ends_an_utterance() -> None:
    assert heard(("Well.", 0, 1), ("“Go!”", 1, 2), ("I", 2, 3), ("went", 3, 4)) == ["Well.", "“Go!”", "I went"]


def test_a_pause_ends_an_utterance() -> None:
    assert heard(("one", 0, 1), ("two", 1.9, 2), ("three", 3.1, 4)) == ["one two", "three"]


def test_nothing_heard_makes_none() -> None:
    assert heard() == []
