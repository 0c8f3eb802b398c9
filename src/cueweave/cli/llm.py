"""The language model that settings name, if they name one."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from cueweave.errors import SetupError

if TYPE_CHECKING:
    from cueweave.clients.llm.access import Access
    from cueweave.settings import Settings

FROM_ENVIRONMENT = "environment"


def language_model(settings: Settings) -> Access | None:
    """The model to ask; None where none is set. Raises SetupError with a sentence that names the setting."""
    from cueweave.clients.llm.access import Access, Output

    if not settings.llm:
        return None
    access = Access(
        model=settings.llm,
        base_url=_checked_url(settings.llm_base_url) if settings.llm_base_url else None,
        timeout=settings.llm_timeout,
        task_timeout=settings.llm_task_timeout,
        in_flight=settings.llm_concurrency,
        request_tokens=settings.llm_window_tokens,
        output=Output(settings.llm_output),
        api_key=_key(settings, settings.llm.partition(":")[0]),
    )
    access = replace(access, proxy=_proxy(settings, access.address))
    _check_name(access)
    if access.kind == "anthropic" and find_spec("anthropic") is None:
        raise SetupError("CUEWEAVE_LLM needs a library that is not there: pip install 'cueweave[anthropic]'.")
    if access.base_url is None and not access.api_key:
        raise SetupError(f"{access.kind.upper()}_API_KEY is not set, or CUEWEAVE_LLM_API_KEY: the model wants a key.")
    return access


def _check_name(access: Access) -> None:
    """A name without a provider is a server's own, whose address must be known."""
    if not access.name or not access.model.isprintable() or " " in access.model:
        raise SetupError("CUEWEAVE_LLM is no name of a model: write it like openai:NAME.")
    if access.base_url is None and access.name == access.model:
        raise SetupError(
            "CUEWEAVE_LLM says no provider: write openai:NAME or anthropic:NAME, "
            "or set CUEWEAVE_LLM_BASE_URL to the address of your server."
        )


def _checked_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise SetupError("CUEWEAVE_LLM_BASE_URL is no address: write it like http://localhost:11434/v1.")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise SetupError(
            "CUEWEAVE_LLM_BASE_URL must hold no name, password or query: CUEWEAVE_LLM_API_KEY is for keys."
        )
    return url.rstrip("/")


def _proxy(settings: Settings, address: str) -> str:
    """What is set; for `environment`, what the usual variables name for that address. Raises SetupError."""
    told = settings.llm_proxy.get_secret_value().strip() if settings.llm_proxy else ""
    if told != FROM_ENVIRONMENT:
        if told and urlsplit(told).scheme not in ("http", "https"):
            raise SetupError("CUEWEAVE_LLM_PROXY is no address: write it like http://proxy.example.org:3128.")
        return told
    parts = urlsplit(address)
    host, proxies = parts.hostname or "", getproxies()
    near = host in ("localhost", "127.0.0.1", "::1") or proxy_bypass(host)
    return "" if near else proxies.get(parts.scheme) or proxies.get("all") or ""


def _key(settings: Settings, kind: str) -> str:
    """The providers' own variables go to the providers' own servers only: another server has no claim to those keys."""
    own = {"openai": settings.openai_api_key, "anthropic": settings.anthropic_api_key}
    secret = settings.llm_api_key or (None if settings.llm_base_url else own.get(kind))
    key = secret.get_secret_value().strip() if secret else ""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise SetupError("The key of the language model holds characters that no key has.")
    return key
