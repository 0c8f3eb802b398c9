"""What was heard is kept, in order, and never heard twice."""

import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pytest

from cueweave.domain.transcript import Report, Sound, Span, Utterance, Word
from cueweave.domain.turns import Alone
from cueweave.errors import NoSound, Stopped
from cueweave.pipeline.hearing import Ear, hear, help_hear

SOUND = Sound(Path("nowhere"), 16_000, 16_000 * 1000)
SPEECH = [Span(start, start + 90.0) for start in range(0, 900, 100)]


def silent(_share: float) -> None:
    """Nobody watches."""


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


def test_later_attempts_go_by_the_first_ones_plan(tmp_path: Path) -> None:
    dying, whole = Engine(dies_at=4), Engine()
    with pytest.raises(KeyboardInterrupt):
        hear(SOUND, SPEECH, Ear("engine", dying, None), tmp_path, silent)
    hear(SOUND, SPEECH, Ear("engine", whole, None), tmp_path, silent, Alone(chunk_seconds=500.0))
    assert whole.asked == [span.start for span in SPEECH[3:]]


def test_a_helpers_words_are_the_ones_that_the_helped_would_have_heard(tmp_path: Path) -> None:
    helped, helper, ear = Engine(dies_at=1), Engine(), Ear("engine", Engine(), None)
    kept, folder = tmp_path / "kept", tmp_path / "folder"
    with pytest.raises(KeyboardInterrupt):
        hear(SOUND, SPEECH, replace(ear, transcribe=helped), kept, silent)
    (kept / "sound.raw").touch()
    turns = Alone()
    turns.begin([90.0] * 9, [True, True, False, True, False, True, True, True, True])
    help_hear(kept, folder, replace(ear, transcribe=helper), turns)
    assert helper.asked == [200.0, 400.0]
    for file in folder.glob("heard/*"):
        file.rename(kept / "heard" / file.name)
    whole = Engine()
    hear(SOUND, SPEECH, replace(ear, transcribe=whole), kept, silent)
    assert len(whole.asked) == 7


@pytest.mark.parametrize("ear", [Ear("another", Engine(), None), Ear("engine", Engine(), "de")])
def test_whoever_hears_otherwise_does_not_help(tmp_path: Path, ear: Ear) -> None:
    hear(SOUND, SPEECH, Ear("engine", Engine(), None), tmp_path, silent)
    help_hear(tmp_path, tmp_path / "folder", ear, Alone())
    assert not (tmp_path / "folder").exists()


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


@pytest.mark.usefixtures("two_cores")
def test_an_engine_of_one_core_hears_in_as_many_processes_as_there_are(tmp_path: Path) -> None:
    told: list[float] = []
    heard = hear(SOUND, SPEECH, Ear("engine", hear_in_process, None, single_core=True), tmp_path, told.append)
    by = {utterance.words[0].text for utterance in heard}
    assert len(by) == 2
    assert str(os.getpid()) not in by
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


@pytest.mark.usefixtures("two_cores")
def test_a_process_that_is_killed_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenProcessPool):
        hear(SOUND, SPEECH, Ear("engine", die, None, single_core=True), tmp_path, silent)


@pytest.mark.usefixtures("two_cores")
def test_whoever_stops_waits_for_no_chunk(tmp_path: Path) -> None:
    def stop(_share: float) -> None:
        if multiprocessing.active_children():
            raise Stopped("Stopped.")

    began = time.monotonic()
    with pytest.raises(Stopped):
        hear(SOUND, SPEECH, Ear("engine", hear_for_ever, None, single_core=True), tmp_path, stop)
    assert time.monotonic() < began + 60
    assert not multiprocessing.active_children()


def hear_in_process(_sound: Sound, speech: Sequence[Span], _language: str | None, _report: Report) -> list[Utterance]:
    """Hears who it is; slow enough that one alone can't hear all before the other has begun."""
    time.sleep(0.2)
    return [Utterance((Word(str(os.getpid()), span.start, span.end, 0.5),)) for span in speech]


def die(_sound: Sound, _speech: Sequence[Span], _language: str | None, _report: Report) -> list[Utterance]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def hear_for_ever(_sound: Sound, _speech: Sequence[Span], _language: str | None, _report: Report) -> list[Utterance]:
    time.sleep(600)
    return []


def test_silence_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoSound, match="send its subtitles"):
        hear(SOUND, [], Ear("engine", Engine(), None), tmp_path, lambda _: None)
