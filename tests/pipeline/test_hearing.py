"""What was heard is kept, in order, and never heard twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from cueweave.domain.transcript import Report, Sound, Span, Utterance, Word
from cueweave.errors import NoSound
from cueweave.pipeline.hearing import Ear, hear

SOUND = Sound(Path("nowhere"), 16_000, 16_000 * 1000)
SPEECH = [Span(start, start + 90.0) for start in range(0, 900, 100)]


@dataclass
class Engine:
    """Hears one word a span, which reaches into the next; dies at a given chunk."""

    dies_at: int = 1000
    asked: list[float] = field(default_factory=list)

    def __call__(self, _sound: Sound, speech: Sequence[Span], _language: str | None, report: Report) -> list[Utterance]:
        self.asked.append(speech[0].start)
        if len(self.asked) == self.dies_at:
            raise KeyboardInterrupt
        report(0.5)
        return [Utterance((Word("word", span.start, span.end + 20.0, 0.5),)) for span in speech]


def test_a_second_attempt_hears_only_what_the_first_did_not(tmp_path: Path) -> None:
    dying, whole = Engine(dies_at=4), Engine()
    with pytest.raises(KeyboardInterrupt):
        hear(SOUND, SPEECH, Ear("engine", dying, None), tmp_path, lambda _: None)
    heard = hear(SOUND, SPEECH, Ear("engine", whole, None), tmp_path, lambda _: None)
    assert len(heard) == len(SPEECH)
    assert len(whole.asked) == len(SPEECH) - 3


def test_what_another_engine_heard_is_not_taken(tmp_path: Path) -> None:
    one, two = Engine(), Engine()
    hear(SOUND, SPEECH, Ear("one", one, None), tmp_path, lambda _: None)
    hear(SOUND, SPEECH, Ear("two", two, None), tmp_path, lambda _: None)
    assert two.asked == one.asked


def test_words_never_run_backwards_and_stay_inside(tmp_path: Path) -> None:
    heard = hear(SOUND, [*SPEECH, Span(990.0, 999.0)], Ear("engine", Engine(), None), tmp_path, lambda _: None)
    words = [word for utterance in heard for word in utterance.words]
    assert all(earlier.end <= later.start for earlier, later in pairwise(words))
    assert words[-1].end <= SOUND.duration


def test_progress_goes_by_seconds_heard(tmp_path: Path) -> None:
    told: list[float] = []
    hear(SOUND, SPEECH, Ear("engine", Engine(), None), tmp_path, told.append)
    assert told == sorted(told)
    assert told[0] == pytest.approx(0.5 / 9)
    assert told[-1] == pytest.approx(1.0)


def test_silence_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoSound, match="send its subtitles"):
        hear(SOUND, [], Ear("engine", Engine(), None), tmp_path, lambda _: None)
