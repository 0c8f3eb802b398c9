"""Recordings with marked words are read where there are any."""

import wave
from pathlib import Path

import numpy as np
import pytest
import real_voices
from recording import RATE

from cueweave.domain.transcript import Span


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(real_voices, "FOLDER", tmp_path / "voices")
    return tmp_path / "voices"


def write_voice(folder: Path, name: str) -> None:
    folder.mkdir(exist_ok=True)
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(2 * RATE)
        file.writeframes(np.zeros(4 * RATE, np.int16).tobytes())


GRID = """File type = "ooTextFile"
Object class = "TextGrid"

0
2
<exists>
2
"IntervalTier"
"phone"
0
2
1
0
2
"h"
"IntervalTier"
"word"
0
2
4
0
0.5
""
0.5
1.0
"hello"
1.0
1.2
""
1.2
1.5
"Ann"
"""


def test_marked_words_are_read(folder: Path) -> None:
    write_voice(folder, "ann")
    (folder / "ann_words.TextGrid").write_text(GRID)
    [made] = real_voices.marked_voices()
    assert made.words == (Span(0.5, 1.0), Span(1.2, 1.5))
    assert [cue.text for cue in made.cues] == ["hello Ann"]
    assert made.duration == pytest.approx(2.0, abs=0.01)
    joined = real_voices.joined("all", [made])
    assert len(joined.words) == len(made.words) * real_voices.ROUNDS


def test_a_text_alone_gives_words_without_times(folder: Path) -> None:
    write_voice(folder, "book-1")
    (folder / "texts.txt").write_text("once upon a time (book-1)\n")
    [made] = real_voices.unmarked_voices()
    assert made.words == (None,) * 4
    assert real_voices.marked_voices() == []


def test_without_recordings_there_are_none(folder: Path) -> None:
    assert not folder.exists()
    assert real_voices.marked_voices() == real_voices.unmarked_voices() == []
