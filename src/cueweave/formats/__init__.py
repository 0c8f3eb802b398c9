"""Results in the formats that others read: a file with a function from the talk to text or bytes, a row here.

The next format:

1. A file in this folder, named after the format, with `to_NAME(talk: Talk) -> str | bytes`. `talk` has words, chapters
   (`chapters.py`), captions (`captions.py`) and pictures (`pictures.py`); heavy libraries are imported in the function.
   What can't be written raises NotExportable with a sentence that says what to do.
2. A row in `FORMATS`: its name on the command line and in addresses, its media type, the ending of its files, which no
   other row has, and whether `Accept` may ask for it: only one row of a media type may say so.
3. A test in `tests/formats` that reads it back with somebody else's reader; the tests of `test_every_format.py` take it
   up by themselves.
4. A row in the table of `docs/formats.md`, which a test compares.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cueweave.errors import BadInput
from cueweave.formats.ass import to_ass
from cueweave.formats.chapters_ffmetadata import to_chapters_ffmetadata
from cueweave.formats.chapters_vtt import to_chapters_vtt
from cueweave.formats.chapters_youtube import to_chapters_youtube
from cueweave.formats.csv import to_csv
from cueweave.formats.docx import to_docx
from cueweave.formats.h5p import to_h5p
from cueweave.formats.html import to_html
from cueweave.formats.md import to_md
from cueweave.formats.podcast_chapters import to_podcast_chapters
from cueweave.formats.podcast_transcript import to_podcast_transcript
from cueweave.formats.result import Result, read_result
from cueweave.formats.srt import to_srt
from cueweave.formats.talk import Asset, Talk, talk_of
from cueweave.formats.textgrid import to_textgrid
from cueweave.formats.ttml import to_ttml
from cueweave.formats.txt import to_txt
from cueweave.formats.vtt import to_vtt, to_vtt_words

__all__ = ["FORMATS", "Asset", "Format", "Result", "Talk", "format_named", "read_result", "talk_of", "to_json"]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a talk."""

    name: str
    media_type: str
    ending: str
    """Of a file's name, without the first dot."""
    writer: Callable[[Talk], str | bytes]
    by_accept: bool = False
    """Whether a request may ask for it by the media type alone; the others share theirs, or browsers send it always."""

    def write(self, talk: Talk) -> bytes:
        """The whole file. Raises NotExportable, PlayerNotBuilt."""
        written = self.writer(talk)
        return written.encode() if isinstance(written, str) else written


def to_json(result: Result) -> str:
    """The document itself, laid out for a reader."""
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("json", "application/json", "json", lambda talk: to_json(talk.document)),
        Format("vtt", "text/vtt", "vtt", to_vtt, by_accept=True),
        Format("vtt-words", "text/vtt", "words.vtt", to_vtt_words),
        Format("srt", "application/x-subrip", "srt", to_srt, by_accept=True),
        Format("ttml", "application/ttml+xml", "ttml", to_ttml, by_accept=True),
        Format("ass", "text/x-ssa", "ass", to_ass, by_accept=True),
        Format("chapters-vtt", "text/vtt", "chapters.vtt", to_chapters_vtt),
        Format("chapters-youtube", "text/plain", "youtube.txt", to_chapters_youtube),
        Format("chapters-ffmetadata", "text/plain", "ffmetadata", to_chapters_ffmetadata),
        Format("podcast-transcript", "application/json", "transcript.json", to_podcast_transcript),
        Format("podcast-chapters", "application/json+chapters", "chapters.json", to_podcast_chapters, by_accept=True),
        Format("txt", "text/plain", "txt", to_txt, by_accept=True),
        Format("md", "text/markdown", "md", to_md, by_accept=True),
        Format("html", "text/html", "html", to_html),
        Format("docx", DOCX, "docx", to_docx, by_accept=True),
        Format("csv", "text/csv", "csv", to_csv, by_accept=True),
        Format("textgrid", "text/x-praat-textgrid", "TextGrid", to_textgrid, by_accept=True),
        Format("h5p", "application/zip", "h5p", to_h5p),
    )
}


def format_named(name: str) -> Format:
    """The row of that name. Raises BadInput with the names that there are."""
    if name not in FORMATS:
        raise BadInput(f"Unknown format {name or 'of no name'}: use one of {', '.join(FORMATS)}.")
    return FORMATS[name]
