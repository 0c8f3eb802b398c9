"""What a client asks of a running server."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, cast

import httpx

from cueweave.errors import ServerRefused, SetupError

Answer = dict[str, Any]
OVER_HTTP = "CUEWEAVE_TOKEN_OVER_HTTP"
TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*", re.ASCII)
"""RFC 6750, 2.1."""


class CountedFile:
    """A file that tells how much of it has been read; httpx reads it piece by piece."""

    def __init__(self, file: IO[bytes], tell_read: Callable[[int], None]) -> None:
        self._file = file
        self._tell_read = tell_read

    def read(self, size: int = -1) -> bytes:
        """The next piece."""
        data = self._file.read(size)
        self._tell_read(self._file.tell())
        return data

    def fileno(self) -> int:
        """Of the file itself; httpx asks it for the length."""
        return self._file.fileno()

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go somewhere else in the file."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Where the next read starts."""
        return self._file.tell()


class Server:
    """A running server, asked as one user."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def submit(
        self,
        media: Path,
        subtitles: Path | None,
        language: str | None,
        tell_percent: Callable[[float], None],
        *,
        slides: Path | None = None,
    ) -> Answer:
        """Upload a job; no file is ever whole in memory."""
        size = max(media.stat().st_size, 1)
        with ExitStack() as stack:
            files: dict[str, Any] = {}
            if subtitles:
                files["srt_file"] = (subtitles.name, stack.enter_context(subtitles.open("rb")))
            if slides:
                files["slides_file"] = (slides.name, stack.enter_context(slides.open("rb")))
            counted = CountedFile(stack.enter_context(media.open("rb")), lambda read: tell_percent(100 * read / size))
            files["media_file"] = (media.name, cast("IO[bytes]", counted))
            return self._ask("POST", "/process/srt_media/", files=files, data={"language": language or ""})

    def status(self, task_id: str) -> Answer:
        """Where the task stands."""
        return self._ask("GET", f"/tasks/{_quoted(task_id)}/status")

    def result(self, task_id: str) -> Answer:
        """The result document."""
        return cast("Answer", self._ask("GET", f"/tasks/{_quoted(task_id)}/result")["result"])

    def cancel(self, task_id: str) -> Answer:
        """Stop the task."""
        return self._ask("DELETE", f"/tasks/{_quoted(task_id)}")

    def tasks(self) -> Answer:
        """The user's tasks: the active ones, and the newest of the finished ones."""
        return self._ask("GET", "/users/me/tasks")

    def _ask(self, method: str, path: str, **more: Any) -> Answer:
        try:
            response = self._client.request(method, path, **more)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            raise SetupError("--server is no address: write it like http://127.0.0.1:8000.") from None
        except httpx.ConnectError:
            raise ServerRefused(
                f"No server answers at {self._client.base_url}: start one with `cueweave up`, "
                "or name another with --server.",
                status=0,
            ) from None
        except httpx.HTTPError as error:
            raise ServerRefused(
                f"The connection to {self._client.base_url} broke ({type(error).__name__}): try again.",
                status=0,
            ) from None
        return _checked(response)


def _checked(response: httpx.Response) -> Answer:
    try:
        body = response.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        body = None
    if not isinstance(body, dict):
        raise ServerRefused(f"What answers at {response.url} is not Cueweave.", status=0)
    if response.is_error:
        raise ServerRefused(str(body.get("detail", f"status {response.status_code}")), status=response.status_code)
    return body


def _quoted(task_id: str) -> str:
    """As one part of a path."""
    from urllib.parse import quote

    return quote(task_id, safe=":@")


def identity(url: str, user: str, token: str | None) -> dict[str, str]:
    """The header that says who asks. Raises SetupError, never with the token in it, where it can't be sent safely."""
    if not token:
        return {"X-User-ID": user}
    if not TOKEN.fullmatch(token):
        raise SetupError("--token is no token: give it as the server's issuer gave it, in one line, without `Bearer`.")
    if not _is_private(url) and os.environ.get(OVER_HTTP, "") not in ("1", "true"):
        raise SetupError(
            "The token is not sent over http to another machine, where anybody on the way can read it: use an https "
            f"address, or set {OVER_HTTP}=1."
        )
    return {"Authorization": f"Bearer {token}"}


def _is_private(url: str) -> bool:
    """Whether nobody else can read what is sent there."""
    from cueweave.clients.jwks import is_loopback

    try:
        address = httpx.URL(url)
    except httpx.InvalidURL:
        return True  # nothing will be sent
    return address.scheme != "http" or is_loopback(address.host)


@contextmanager
def connect(url: str, headers: dict[str, str]) -> Iterator[Server]:
    """A connection to the server, with the headers that say who asks."""
    try:
        # an upload's answer waits until the medium has been looked at
        client = httpx.Client(base_url=url, headers=headers, timeout=httpx.Timeout(120, connect=10))
    except (httpx.InvalidURL, UnicodeEncodeError):
        raise SetupError("--server or --user is wrong: use an http:// address and plain letters.") from None
    with client:
        yield Server(client)
