"""A multipart form, read as it arrives: what belongs to a file is written, nothing is kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from email.errors import MessageError

from streaming_form_data.parser import ParseFailedException, StreamingFormDataParser, parse_content_boundary
from streaming_form_data.targets import BaseTarget

from cueweave.errors import MalformedRequest, TooLarge
from cueweave.work.desk import Writer

MOST_BESIDE = 16 * 1024
"""Bytes for all that is not one of the files: the parser keeps a part's headers in memory until they end."""
LONGEST_BOUNDARY = 200
LONGEST_EPILOGUE = 1024
UNREADABLE = (ParseFailedException, MessageError, ValueError, LookupError, AttributeError, TypeError)
"""What the parser and the standard library's header parser raise on what they don't understand."""


class Part(BaseTarget):
    """One field of the form, which may come once. It counts at once; `flush` does what may fail."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field
        self.size = 0
        self.times = 0
        self.ended = False

    def on_start(self) -> None:
        """Its first byte may come now."""
        self.times += 1
        self.ended = False

    def on_data_received(self, chunk: bytes) -> None:
        """Some of its bytes."""
        self.size += len(chunk)

    def on_finish(self) -> None:
        """No more bytes."""
        self.ended = True

    def flush(self) -> None:
        """Raises MalformedRequest where it came twice."""
        if self.times > 1:
            raise MalformedRequest(f"The form has the field {self.field} more than once; send it once.")


class FilePart(Part):
    """A file, which goes where a writer puts it."""

    def __init__(self, field: str, limit: int, open_writer: Callable[[], Writer]) -> None:
        super().__init__(field)
        self._limit = limit
        self._open_writer = open_writer
        self._writer: Writer | None = None
        self._pending: list[bytes] = []

    @property
    def file_name(self) -> str:
        """What the sender calls the file."""
        return self.multipart_filename or ""

    def on_data_received(self, chunk: bytes) -> None:
        """Some of its bytes."""
        super().on_data_received(chunk)
        if chunk:
            self._pending.append(chunk)

    def flush(self) -> None:
        """Raises TooLarge, MalformedRequest, StoreUnavailable."""
        super().flush()
        if self.size > self._limit:
            raise TooLarge(f"{self.field}: the file is larger than the limit of {in_words(self._limit)}.")
        for chunk in self._pending:
            self._writer = self._writer or self._open_writer()
            self._writer.write(chunk)
        self._pending.clear()


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

    def on_data_received(self, chunk: bytes) -> None:
        """Some of its bytes."""
        super().on_data_received(chunk)
        self._kept += chunk[: self._longest + 1 - len(self._kept)]


class Form:
    """The form of one request."""

    def __init__(self, headers: Mapping[str, str], parts: Sequence[Part]) -> None:
        self._parts = parts
        self._received = 0
        self._tail = b""
        try:
            boundary = parse_content_boundary(headers)
            self._parser = StreamingFormDataParser(headers)
        except UNREADABLE:
            boundary = b""
        if not 0 < len(boundary) <= LONGEST_BOUNDARY:
            raise MalformedRequest("Send the files as multipart/form-data, with a boundary in the Content-Type header.")
        self._end = b"--" + boundary + b"--"
        for part in parts:
            self._parser.register(part.field, part)

    def feed(self, data: bytes) -> None:
        """The next bytes of the body. Raises MalformedRequest, TooLarge, StoreUnavailable."""
        self._received += len(data)
        keep = len(self._end) + LONGEST_EPILOGUE
        self._tail = (self._tail + data[-keep:])[-keep:]
        try:
            self._parser.data_received(data)
        except UNREADABLE:
            raise MalformedRequest("The multipart form can't be read; build it with a library for forms.") from None
        for part in self._parts:
            part.flush()
        if self._received - sum(part.size for part in self._parts if isinstance(part, FilePart)) > MOST_BESIDE:
            fields = ", ".join(part.field for part in self._parts)
            raise MalformedRequest(f"The form holds too much besides the files; send only {fields}.")

    def end(self) -> None:
        """The body is over. Raises MalformedRequest where the form isn't."""
        if self._end not in self._tail or any(part.times and not part.ended for part in self._parts):
            raise MalformedRequest("The multipart form breaks off before its end; send it again.")


def in_words(size: int) -> str:
    """A number of bytes as people say it."""
    for power, unit in ((3, "GiB"), (2, "MiB"), (1, "KiB")):
        if size >= 1024**power:
            return f"{size / 1024**power:.4g} {unit}"
    return f"{size} bytes"
