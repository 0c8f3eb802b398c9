"""A multipart form, read as it arrives: what belongs to a file is written, nothing is kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from multipart import MultipartError, MultipartSegment, PushMultipartParser, parse_options_header

from cueweave.errors import MalformedRequest, TooLarge
from cueweave.work.desk import Writer

MOST_BESIDE = 16 * 1024
"""Bytes for all that is not one of the files."""
MOST_PARTS = 16
"""Eight are known; a page's form may hold a few more, which are read over."""
MOST_HEADERS = 8
LONGEST_HEADER = 12 * 1024
"""Bytes of a header of a part; the names of files are cut only when they are shown."""
LONGEST_BOUNDARY = 200
LONGEST_TYPE = 1024


class Part:
    """One field of the form, which may come once."""

    def __init__(self, field: str) -> None:
        self.field = field
        self.size = 0
        self.times = 0

    def start(self, _file_name: str | None) -> None:
        """Its first byte may come now. Raises MalformedRequest where it came before."""
        self.times += 1
        if self.times > 1:
            raise MalformedRequest(f"The form has the field {self.field} more than once; send it once.")

    def take(self, data: bytes) -> None:
        """Some of its bytes."""
        self.size += len(data)


class FilePart(Part):
    """A file, which goes where a writer puts it."""

    def __init__(self, field: str, limit: int, open_writer: Callable[[], Writer]) -> None:
        super().__init__(field)
        self.file_name: str | None = None
        """What the sender calls the file."""
        self._limit = limit
        self._open_writer = open_writer
        self._writer: Writer | None = None

    def start(self, file_name: str | None) -> None:
        """As above."""
        super().start(file_name)
        self.file_name = file_name

    def take(self, data: bytes) -> None:
        """Raises TooLarge, StoreUnavailable."""
        super().take(data)
        if self.size > self._limit:
            raise TooLarge(f"{self.field}: the file is larger than the limit of {in_words(self._limit)}.")
        self._writer = self._writer or self._open_writer()
        self._writer.write(data)


class TextPart(Part):
    """A short text. Of a longer one, a byte more than `longest` is kept, so that it can be seen to be too long."""

    def __init__(self, field: str, longest: int) -> None:
        super().__init__(field)
        self._longest = longest
        self._kept = b""

    @property
    def text(self) -> str:
        """Without white space around it; what is no UTF-8 is replaced."""
        return self._kept.decode("utf-8", "replace").strip()

    def take(self, data: bytes) -> None:
        """As above."""
        super().take(data)
        self._kept += data[: self._longest + 1 - len(self._kept)]


class Form:
    """The form of one request."""

    def __init__(self, content_type: str, parts: Sequence[Part]) -> None:
        self._parts = {part.field: part for part in parts}
        self._others = Part("")
        self._now: Part = self._others
        self._received = 0
        self._parser = PushMultipartParser(
            _boundary(content_type),
            max_header_size=LONGEST_HEADER,
            max_header_count=MOST_HEADERS,
            max_segment_count=MOST_PARTS,
        )

    def feed(self, data: bytes) -> None:
        """The next bytes of the body. Raises MalformedRequest, TooLarge, StoreUnavailable."""
        self._received += len(data)
        try:
            for event in self._parser.parse(data):
                if isinstance(event, MultipartSegment):
                    self._start(event)
                elif event:
                    self._now.take(event)
        except MultipartError:
            raise MalformedRequest("The multipart form can't be read; build it with a library for forms.") from None
        if self._received - sum(part.size for part in self._parts.values() if isinstance(part, FilePart)) > MOST_BESIDE:
            raise MalformedRequest(f"The form holds too much besides the files; send only {', '.join(self._parts)}.")

    def _start(self, segment: MultipartSegment) -> None:
        """Two dispositions are two names, of which another reader might take the other one."""
        if [name for name, _ in segment.headerlist].count("Content-Disposition") > 1:
            raise MalformedRequest("A part of the form has two names; build it with a library for forms.")
        self._now = self._parts.get(segment.name or "", self._others)
        if self._now is not self._others:
            self._now.start(segment.filename)

    def end(self) -> None:
        """The body is over. Raises MalformedRequest where the form isn't."""
        try:
            self._parser.close()
        except MultipartError:
            raise MalformedRequest("The multipart form breaks off before its end; send it again.") from None


def _boundary(content_type: str) -> str:
    """Raises MalformedRequest where it is no form, or has no boundary that RFC 2046 allows in length and letters."""
    kind, options = parse_options_header(content_type[:LONGEST_TYPE])
    boundary = options.get("boundary", "")
    is_sound = 0 < len(boundary) <= LONGEST_BOUNDARY and boundary.isascii() and boundary.isprintable()
    if len(content_type) > LONGEST_TYPE or kind != "multipart/form-data" or not is_sound:
        raise MalformedRequest("Send the files as multipart/form-data, with a boundary in the Content-Type header.")
    return str(boundary)


def in_words(size: int) -> str:
    """A number of bytes as people say it."""
    for power, unit in ((3, "GiB"), (2, "MiB"), (1, "KiB")):
        if size >= 1024**power:
            return f"{size / 1024**power:.4g} {unit}"
    return f"{size} bytes"
