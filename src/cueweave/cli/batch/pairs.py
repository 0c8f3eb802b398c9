"""Which recordings lie in a folder, and which subtitles belong to each, by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cueweave.cli.export import OWN_ENDING
from cueweave.errors import BadLanguage, SetupError

MEDIA = frozenset(
    """.3g2 .3gp .aac .aif .aiff .asf .avi .caf .flac .flv .m2ts .m4a .m4b .m4v .mka .mkv .mov .mp3 .mp4 .mpeg .mpg .mts
    .oga .ogg .ogv .opus .ts .wav .webm .wma .wmv""".split()
)
"""Endings of the formats that are accepted; what is in a file is looked at later."""
SUBTITLES = (".srt", ".vtt", ".ass", ".ssa")
"""In this order where a recording has several."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A recording and what belongs to it."""

    media: Path
    subtitles: Path | None
    language: str | None
    """As the subtitles' name tells it."""
    note: str
    """Which of several subtitles were taken; empty where there was no choice."""
    is_alone: bool
    """Whether no other recording beside it has the same name but for the ending."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    path: Path
    language: str | None


def find_pairs(folder: Path, *, language: str | None, recursive: bool) -> list[Pair]:
    """In order of their names; with `recursive` in the folders below, too. Raises SetupError.

    Hidden files and what `process` made are passed over. `language` (BCP 47) chooses among subtitles.
    """
    pairs: list[Pair] = []
    for files in _folders(folder, recursive=recursive):
        media = [path for path in files if path.suffix.lower() in MEDIA]
        stems = Counter(path.stem for path in media)
        subtitles = [path for path in files if path.suffix.lower() in SUBTITLES]
        for path in media:
            found = _candidates(path.stem, subtitles, set(stems))
            pairs.append(_pair(path, found, language, is_alone=stems[path.stem] == 1))
    return pairs


def _folders(folder: Path, *, recursive: bool) -> Iterator[list[Path]]:
    """The files of the folder, then those of each below it."""
    try:
        entries = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        yield [path for path in entries if path.is_file()]
        below = [path for path in entries if path.is_dir() and not path.is_symlink() and path.suffix != OWN_ENDING]
    except OSError as error:
        raise SetupError(f"Can't read {error.filename or folder}: {error.strerror}.") from None
    for path in below if recursive else ():
        yield from _folders(path, recursive=True)


def _candidates(stem: str, subtitles: Sequence[Path], stems: set[str]) -> list[_Candidate]:
    """`stem.srt`, and `stem.en.srt` unless that is the subtitles of a recording `stem.en`."""
    found = []
    for path in subtitles:
        if path.stem == stem:
            found.append(_Candidate(path, None))
        elif path.stem.startswith(f"{stem}.") and path.stem not in stems:
            tag = language_of(path.stem.removeprefix(f"{stem}."))
            if tag:
                found.append(_Candidate(path, tag))
    return found


def _pair(media: Path, found: list[_Candidate], language: str | None, *, is_alone: bool) -> Pair:
    fitting = [each for each in found if _fits(each, language)]
    fitting.sort(key=lambda each: (_rank(each, language), SUBTITLES.index(each.path.suffix.lower()), each.path.name))
    if not fitting:
        left = f"{media.name}: {_names(found)} left out, since --language is {language}." if found else ""
        return Pair(media, None, None, left, is_alone)
    taken, *others = fitting[0], *(each for each in found if each is not fitting[0])
    note = f"{media.name}: {taken.path.name} taken, not {_names(others)}." if others else ""
    return Pair(media, taken.path, taken.language, note, is_alone)


def _fits(candidate: _Candidate, language: str | None) -> bool:
    """Subtitles in another language than is spoken can't be put in time."""
    from cueweave.domain.languages import primary_language

    if language is None or candidate.language is None:
        return True
    return primary_language(candidate.language) == primary_language(language)


def _rank(candidate: _Candidate, language: str | None) -> int:
    """Those in the very language that is told, then those that name none, then the others."""
    if language is not None and candidate.language == language:
        return 0
    return 1 if candidate.language is None else 2


def _names(candidates: Sequence[_Candidate]) -> str:
    return " and ".join(each.path.name for each in candidates)


def language_of(tag: str) -> str | None:
    """A part of a file's name as a tag of BCP 47: `de`, `pt-BR`, `eng` (as `en`); None where it is no language's."""
    from babel import Locale
    from babel.core import get_global

    from cueweave.domain.languages import check_language

    try:
        told = check_language(tag)
    except BadLanguage:
        return None
    primary, dash, rest = (told or "").partition("-")
    primary = get_global("language_aliases").get(primary.lower(), primary.lower())
    return primary + dash + rest if primary in Locale("en").languages else None
