"""The target of a request: a path, or a whole address, which RFC 9112, 3.2.2 has every server take."""

from __future__ import annotations

import re
from urllib.parse import unquote

from starlette.types import Scope

ADDRESS = re.compile(rb"(https?)://([^/@]+)(/.*)?", re.IGNORECASE | re.DOTALL)
"""With no user in it (RFC 9110, 4.2.4), and without the query, which ASGI keeps apart."""
PORTS = {b"http": b":80", b"https": b":443"}


def take_path(scope: Scope) -> bool:
    """Where the target is a whole address, let its path be the request's; whether the request names one host only.

    A target and a Host header that differ are how a request is shown to a proxy as another one than to the server
    behind it, so that isn't answered, though the RFC has the target win.
    """
    address = ADDRESS.fullmatch(scope["raw_path"])
    if address is None:
        return True
    scheme, authority, path = address[1].lower(), address[2], address[3] or b"/"
    scope["raw_path"], scope["path"] = path, unquote(path.decode("ascii"))
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    return all(_plain(host, scheme) == _plain(authority, scheme) for host in hosts)


def _plain(host: bytes, scheme: bytes) -> bytes:
    """As two spellings of one host are alike: in small letters, without the scheme's own port."""
    return host.lower().removesuffix(PORTS[scheme]).removesuffix(b":")
