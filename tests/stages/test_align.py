"""Windows cover all words; tokens become what is spoken; what can't be aligned keeps its place."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stages.words_of import words_of

from cueweave.domain.transcript import Sound, Word
from cueweave.stages.align import aligner
from cueweave.stages.align.pronunciations import pronounce
from cueweave.stages.align.spoken import spoken
from cueweave.stages.align.windows import LONGEST, PADDING, cut_windows


def silent(share: float) -> None:
    """Nobody watches."""


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("Hello,", "hello"),
        ("don’t", "don't"),
        ("well-known", "well known"),
        ("42%", "forty two percent"),
        ("1987", "nineteen eighty seven"),
        ("2,500", "two thousand five hundred"),
        ("3.14", "three point one four"),
        ("21st", "twenty first"),
        ("$5", "five dollars"),
        ("Dr.", "doctor"),
        ("e.g.", "for example"),
        ("naïve", "naive"),
        ("—", ""),
        ("♪", ""),
        ("[applause]", ""),
    ],
)
def test_a_token_becomes_what_is_spoken(token: str, words: str) -> None:
    assert spoken(token) == words.split()


@given(st.text(max_size=60))
def test_whatever_is_displayed_becomes_letters_that_can_be_pronounced(token: str) -> None:
    for word in spoken(token):
        assert word.isascii()
        assert pronounce(word)


@pytest.mark.parametrize(
    ("word", "phones"), [("brick", "B R IH K"), ("xml", "EH K S EH M EH L"), ("nation", "N AE SH AH N")]
)
def test_unknown_words_are_pronounced_by_rule(word: str, phones: str) -> None:
    assert pronounce(word) == phones


@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0.05, 4)), min_size=1, max_size=150))
def test_windows_cover_all_words_and_stay_short(steps: list[tuple[float, float]]) -> None:
    words: list[Word] = []
    for pause, length in steps:
        start = (words[-1].end if words else 0.0) + pause
        words.append(Word("word", start, start + length, 0.3))
    windows = cut_windows(words, words[-1].end)
    assert [at for window in windows for at in range(window.first, window.stop)] == list(range(len(words)))
    assert all(window.start <= words[window.first].start for window in windows)
    assert all(window.end - window.start <= LONGEST + 7 + 2 * PADDING for window in windows)
    assert all(earlier.end <= later.start + 1e-9 for earlier, later in pairwise(windows))


def test_other_languages_and_media_without_sound_stay_spread(tmp_path: Path) -> None:
    (tmp_path / "raw").write_bytes(b"")
    words = words_of("Das ist ein Test.")
    for language in ("de", "en", None):
        alignment = aligner(language)(words, Sound(tmp_path / "raw", 16000, 0), [], silent)
        assert (alignment.words, alignment.method, alignment.aligned) == (tuple(words), "spread", 0.0)


def test_words_said_by_nobody_keep_times_in_order(tmp_path: Path) -> None:
    (tmp_path / "raw").write_bytes(bytes(2 * 16000 * 6))
    words = words_of("These words are said by nobody at all. " * 2)
    alignment = aligner("en")(words, Sound(tmp_path / "raw", 16000, 16000 * 6), [], silent)
    assert [word.text for word in alignment.words] == [word.text for word in words]
    assert all(0 <= word.start <= word.end <= 6.0 for word in alignment.words)
    assert all(a.end <= b.start for a, b in pairwise(alignment.words))
