"""Addresses, proxies and keys of servers that Cueweave asks, as an operator writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cueweave.errors import SetupError

if TYPE_CHECKING:
    from pydantic import SecretStr

FROM_ENVIRONMENT = "environment"


def checked_url(prefix: str, url: str) -> str:
    """The address without a slash at its end. Raises SetupError that names the setting, `prefix` and `_BASE_URL`."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise SetupError(f"{prefix}_BASE_URL is no address: write it like http://localhost:11434/v1.")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise SetupError(f"{prefix}_BASE_URL must hold no name, password or query: {prefix}_API_KEY is for keys.")
    return url.rstrip("/")


def proxy_to(address: str, secret: SecretStr | None, setting: str) -> str:
    """What is set; for `environment`, what the usual variables name for that address. Raises SetupError."""
    told = text_of(secret)
    if told != FROM_ENVIRONMENT:
        if told and urlsplit(told).scheme not in ("http", "https"):
            raise SetupError(f"{setting} is no address: write it like http://proxy.example.org:3128.")
        return told
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(address)
    host, proxies = parts.hostname or "", getproxies()
    near = host in ("localhost", "127.0.0.1", "::1") or proxy_bypass(host)
    return "" if near else proxies.get(parts.scheme) or proxies.get("all") or ""


def checked_key(secret: SecretStr | None, *, of: str) -> str:
    """The key, empty where there is none. Raises SetupError where it can't stand in a header."""
    key = text_of(secret)
    if not key.isascii() or not key.isprintable() or " " in key:
        raise SetupError(f"The key of {of} holds characters that no key has.")
    return key


def text_of(secret: SecretStr | None) -> str:
    """A secret setting without blanks around it; empty where there is none."""
    return secret.get_secret_value().strip() if secret else ""


def texts_of(secret: SecretStr | None) -> list[str]:
    """Several in one setting, with blanks or commas between."""
    return text_of(secret).replace(",", " ").split()
