"""Windows cover all words; what can't be heard keeps its place; the work can be stopped."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, strategies as st
from stages.words_of import words_of

from cueweave.domain.transcript import Sound, Span, Word
from cueweave.errors import Stopped
from cueweave.stages.align import aligner
from cueweave.stages.align.forced import OTHER_WORDS
from cueweave.stages.align.heard import LONGEST as TOO_LONG
from cueweave.stages.align.windows import CONTEXT, LONGEST, PADDING, cut_windows


def silent(share: float) -> None:
    """Nobody watches."""


def noise(folder: Path, *, seconds: int, loudness: int) -> Sound:
    """Sound in which nobody speaks."""
    samples = np.random.default_rng(1).normal(0, loudness, 16000 * seconds)
    (folder / "raw").write_bytes(samples.astype("<i2").tobytes())
    return Sound(folder / "raw", 16000, len(samples))


@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0.05, 4)), min_size=1, max_size=150))
def test_windows_cover_all_words_and_stay_short(steps: list[tuple[float, float]]) -> None:
    words: list[Word] = []
    for pause, length in steps:
        start = (words[-1].end if words else 0.0) + pause
        words.append(Word("word", start, start + length, 0.3))
    windows = cut_windows(words, words[-1].end)
    assert [at for window in windows for at in range(window.first, window.stop)] == list(range(len(words)))
    assert all(window.start <= words[window.first].start for window in windows)
    room = 2 * (CONTEXT + 4 + PADDING)
    assert all(window.end - window.start <= LONGEST + 5 + room for window in windows)
    assert all(window.before <= window.first < window.stop <= window.after for window in windows)


def test_other_languages_and_media_without_sound_stay_spread(tmp_path: Path) -> None:
    (tmp_path / "raw").write_bytes(b"")
    words = words_of("Das ist ein Test.")
    for language in ("de", "en", None):
        alignment = aligner(language)(words, Sound(tmp_path / "raw", 16000, 0), [], silent)
        assert (alignment.words, alignment.method, alignment.aligned) == (tuple(words), "spread", 0.0)


@pytest.mark.parametrize("loudness", [0, 2000])
def test_words_said_by_nobody_keep_their_times_and_are_not_called_heard(tmp_path: Path, loudness: int) -> None:
    sound = noise(tmp_path, seconds=30, loudness=loudness)
    words = words_of("These words are said by nobody at all. " * 10)
    alignment = aligner("en")(words, sound, [Span(0.0, 30.0)], silent)
    assert (alignment.words, alignment.method, alignment.aligned) == (tuple(words), OTHER_WORDS, 0.0)


def test_where_nobody_speaks_words_stay_spread(tmp_path: Path) -> None:
    words = words_of("These words are said by nobody at all.")
    alignment = aligner("en")(words, noise(tmp_path, seconds=10, loudness=0), [], silent)
    assert (alignment.words, alignment.method, alignment.aligned) == (tuple(words), "spread", 0.0)


def test_more_words_than_anybody_can_say_keep_their_times(tmp_path: Path) -> None:
    words = [Word("hello", 1.0 + at * 0.001, 1.0 + at * 0.001, 0.3) for at in range(2000)]
    alignment = aligner("en")(words, noise(tmp_path, seconds=4, loudness=2000), [Span(0.0, 4.0)], silent)
    assert alignment.words == tuple(words)


def test_a_word_stretched_over_hours_does_not_fill_the_memory(tmp_path: Path) -> None:
    class Watched(Sound):
        def read(self, start: float, end: float) -> bytes:
            assert end - start <= TOO_LONG
            return super().read(start, end)

    words = [Word("hello", 0.0, 3600.0, 0.3), Word("there", 3600.0, 7200.0, 0.3)]
    alignment = aligner("en")(
        words, Watched(tmp_path / "never opened", 16000, 7200 * 16000), [Span(0.0, 7200.0)], silent
    )
    assert alignment.words == tuple(words)


def test_progress_grows_to_the_whole(tmp_path: Path) -> None:
    shares: list[float] = []
    words = words_of("These words are said by nobody at all. " * 20)
    aligner("en")(words, noise(tmp_path, seconds=60, loudness=0), [Span(0.0, 60.0)], shares.append)
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_alignment_stops_when_the_report_raises(tmp_path: Path) -> None:
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        raise Stopped("Somebody asked the work to stop.")

    words = words_of("These words are said by nobody at all. " * 20)
    with pytest.raises(Stopped):
        aligner("en")(words, noise(tmp_path, seconds=60, loudness=0), [Span(0.0, 60.0)], stop)
    assert len(told) == 1
    assert told[0] < 0.5
