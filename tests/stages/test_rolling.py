"""Captions that roll lose what is shown again, and no word that is said; ordinary cues stay as they are."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.transcript import Cue
from cueweave.stages.rolling import unroll
from cueweave.stages.subtitles import read_subtitles

LINE_TIME, FLASH = 2.0, 0.01
WORD = st.sampled_from("no yes oh the sea a moon and pulls water again".split())
LINE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
LINES = st.lists(LINE, min_size=1, max_size=12)
LENGTH = st.floats(0.3, 5.0)
YOUTUBE = """WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.310 align:start position:0%
\x20
no<00:00:00.320><c> no</c><00:00:00.800><c> the</c><00:00:01.200><c> tide</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
no no the tide
\x20

00:00:02.320 --> 00:00:04.470 align:start position:0%
no no the tide
tide<00:00:02.560><c> comes</c><00:00:02.800><c> in</c>

00:00:04.470 --> 00:00:04.480 align:start position:0%
tide comes in
\x20

00:00:04.480 --> 00:00:09.000 align:start position:0%
tide comes in
\x20

00:00:09.000 --> 00:00:11.000 align:start position:0%
tide comes in
twice<00:00:09.560><c> a</c><00:00:09.800><c> day</c>
"""


def youtube(lines: list[str]) -> list[Cue]:
    """As YouTube rolls them: the line before above the new one, and between the cues a flash of the line alone."""
    cues: list[Cue] = []
    for at, (before, line) in enumerate(pairwise(["", *lines])):
        end = (at + 1) * LINE_TIME
        cues.append(Cue(at * LINE_TIME, end - FLASH, f"{before}\n{line}".strip()))
        cues.append(Cue(end - FLASH, end, line))
    return cues


def roll_up(lines: list[str], height: int) -> list[Cue]:
    """As television does: each cue shows the last lines."""
    return [
        Cue(at * LINE_TIME, (at + 1) * LINE_TIME, "\n".join(lines[max(at + 1 - height, 0) : at + 1]))
        for at in range(len(lines))
    ]


def build_up(words: list[str]) -> list[Cue]:
    """As live captions do: the cue grows by a word."""
    return [Cue(at * 0.5, (at + 1) * 0.5, " ".join(words[: at + 1])) for at in range(len(words))]


def flat(cues: list[Cue]) -> list[Cue]:
    """As converters leave them, without line breaks."""
    return [Cue(cue.start, cue.end, " ".join(cue.text.split())) for cue in cues]


def said(cues: list[Cue]) -> list[str]:
    return [word for cue in cues for word in cue.text.split()]


@given(LINES)
def test_captions_rolled_as_youtube_does_give_back_the_text(lines: list[str]) -> None:
    words = " ".join(lines).split()
    assert said(unroll(youtube(lines))) == words
    assert said(unroll(flat(youtube(lines)))) == words
    assert said(unroll(youtube(lines)[:-1])) == words


@given(LINES)
def test_each_line_keeps_the_time_at_which_it_came_up(lines: list[str]) -> None:
    assert [cue.start for cue in unroll(youtube(lines))] == [at * LINE_TIME for at in range(len(lines))]


@pytest.mark.parametrize("height", [2, 3])
@given(lines=st.lists(LINE, min_size=5, max_size=12, unique=True))
def test_captions_that_roll_up_line_by_line_give_back_the_text(height: int, lines: list[str]) -> None:
    assert said(unroll(roll_up(lines, height))) == " ".join(lines).split()


@given(st.lists(WORD, min_size=5, max_size=12))
def test_captions_that_grow_by_a_word_give_back_the_text(words: list[str]) -> None:
    assert said(unroll(build_up(words))) == words


def test_youtubes_own_file_is_read_as_it_is_said() -> None:
    assert read_subtitles(YOUTUBE.encode()) == [
        Cue(0.16, 2.31, "no no the tide"),
        Cue(2.32, 4.47, "tide comes in"),
        Cue(9.0, 11.0, "twice a day"),
    ]


@given(st.lists(st.tuples(LINES, LENGTH, st.floats(0.05, 3.0)), min_size=1, max_size=12))
def test_cues_that_do_not_touch_stay_whatever_they_say(made: list[tuple[list[str], float, float]]) -> None:
    cues: list[Cue] = []
    at = 0.0
    for lines, length, pause in made:
        cues.append(Cue(at, at + length, "\n".join(lines)))
        at += length + pause
    assert unroll(cues) == cues


@given(st.lists(st.tuples(st.integers(1, 6), LENGTH), min_size=1, max_size=12))
def test_cues_that_touch_stay_where_each_says_something_new(made: list[tuple[int, float]]) -> None:
    cues: list[Cue] = []
    for at, (size, length) in enumerate(made):
        start = cues[-1].end if cues else 0.0
        cues.append(Cue(start, start + length, " ".join(f"{at}.{word}" for word in range(size))))
    assert unroll(cues) == cues


@given(LINE, st.integers(2, 12))
def test_what_is_said_again_and_again_stays(text: str, times: int) -> None:
    cues = [Cue(at * LINE_TIME, (at + 1) * LINE_TIME, text) for at in range(times)]
    assert unroll(cues) == cues


def test_two_speakers_who_answer_alike_stay() -> None:
    cues = [
        Cue(0, 1, "Do you both agree?"),
        Cue(1, 1.5, "Yes."),
        Cue(1.5, 2, "Yes."),
        Cue(2, 3, "Yes. I do."),
        Cue(3, 4, "Good."),
    ]
    assert unroll(cues) == cues


@given(LINES, st.integers(2, 3))
def test_exact_duplicates_go_always(lines: list[str], times: int) -> None:
    cues = [Cue(at * 3.0, at * 3.0 + 2.0, line) for at, line in enumerate(lines)]
    assert unroll(sorted(cues * times, key=lambda cue: cue.start)) == cues


def test_cues_of_no_length_keep_their_words() -> None:
    cues = [Cue(1.0, 5.0, "I said no"), Cue(5.0, 5.0, "no"), Cue(6.0, 7.0, "and meant it")]
    assert unroll(cues) == cues


def test_nothing_becomes_nothing() -> None:
    assert unroll([]) == []
