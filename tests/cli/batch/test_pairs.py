"""Which subtitles belong to which recording, by names alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cueweave.cli.batch.pairs import Pair, find_pairs, language_of
from cueweave.errors import SetupError


def pairs(folder: Path, *names: str, language: str | None = None, recursive: bool = False) -> list[Pair]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return find_pairs(folder, language=language, recursive=recursive)


def named(found: list[Pair]) -> list[tuple[str, str | None, str | None]]:
    return [(each.media.name, each.subtitles.name if each.subtitles else None, each.language) for each in found]


@pytest.mark.parametrize(
    ("subtitles", "language"),
    [
        ("talk.srt", None),
        ("talk.vtt", None),
        ("talk.ASS", None),
        ("talk.en.srt", "en"),
        ("talk.pt-BR.vtt", "pt-BR"),
        ("talk.eng.srt", "en"),
    ],
)
def test_subtitles_are_called_as_their_recording(tmp_path: Path, subtitles: str, language: str | None) -> None:
    assert named(pairs(tmp_path, "talk.mp4", subtitles)) == [("talk.mp4", subtitles, language)]


@pytest.mark.parametrize(
    "other", ["talk2.srt", "talk.final.srt", "talk.en.forced.srt", "tal.srt", "talk.txt", "talk.qq.srt"]
)
def test_others_are_not_taken(tmp_path: Path, other: str) -> None:
    assert named(pairs(tmp_path, "talk.mp4", other)) == [("talk.mp4", None, None)]


def test_of_several_one_is_taken_and_a_sentence_says_which(tmp_path: Path) -> None:
    (found,) = pairs(tmp_path, "talk.mp4", "talk.en.srt", "talk.srt", "talk.vtt")
    assert named([found]) == [("talk.mp4", "talk.srt", None)]
    assert found.note == "talk.mp4: talk.srt taken, not talk.en.srt and talk.vtt."


def test_a_told_language_chooses(tmp_path: Path) -> None:
    (found,) = pairs(tmp_path, "talk.mp4", "talk.de.srt", "talk.en.srt", language="en")
    assert named([found]) == [("talk.mp4", "talk.en.srt", "en")]


def test_subtitles_in_another_language_than_is_told_are_left(tmp_path: Path) -> None:
    (found,) = pairs(tmp_path, "talk.mp4", "talk.de.srt", language="en")
    assert named([found]) == [("talk.mp4", None, None)]
    assert found.note == "talk.mp4: talk.de.srt left out, since --language is en."


def test_the_subtitles_of_a_recording_with_a_longer_name_are_its_own(tmp_path: Path) -> None:
    assert named(pairs(tmp_path, "talk.mp4", "talk.de.mp4", "talk.de.srt")) == [
        ("talk.de.mp4", "talk.de.srt", None),
        ("talk.mp4", None, None),
    ]


def test_recordings_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    found = pairs(tmp_path, "talk.mp4", "talk.mp3", "other.wav", "talk.srt")
    assert [each.is_alone for each in found] == [True, False, False]
    assert {each.subtitles for each in found} == {None, tmp_path / "talk.srt"}


def test_folders_below_are_looked_into_when_asked(tmp_path: Path) -> None:
    names = (
        "a.mp4",
        "week 1/b.mp4",
        "week 1/b.srt",
        "week 1/more/c.wav",
        ".hidden/d.mp4",
        "a.cueweave/e.mp4",
        ".f.mp4",
    )
    assert named(pairs(tmp_path, *names)) == [("a.mp4", None, None)]
    assert named(find_pairs(tmp_path, language=None, recursive=True)) == [
        ("a.mp4", None, None),
        ("b.mp4", "b.srt", None),
        ("c.wav", None, None),
    ]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"Can't read .*nowhere: No such file"):
        find_pairs(tmp_path / "nowhere", language=None, recursive=False)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de", "de"), ("DE", "de"), ("zh-Hans", "zh-Hans"), ("ger", "de"), ("final", None), ("v2", None), ("", None)],
)
def test_a_language_is_known_by_its_code(tag: str, language: str | None) -> None:
    assert language_of(tag) == language
