"""The language model that settings name, if they name one."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cueweave.cli.servers import checked_key, checked_url, proxy_to
from cueweave.errors import SetupError

if TYPE_CHECKING:
    from cueweave.clients.llm.access import Access
    from cueweave.settings import Settings


def language_model(settings: Settings) -> Access | None:
    """The model to ask; None where none is set. Raises SetupError with a sentence that names the setting."""
    from cueweave.clients.llm.access import Access, Output

    if not settings.llm:
        return None
    access = Access(
        model=settings.llm,
        base_url=checked_url("CUEWEAVE_LLM", settings.llm_base_url) if settings.llm_base_url else None,
        timeout=settings.llm_timeout,
        task_timeout=settings.llm_task_timeout,
        in_flight=settings.llm_concurrency,
        request_tokens=settings.llm_window_tokens,
        output=Output(settings.llm_output),
        api_key=_key(settings, settings.llm.partition(":")[0]),
    )
    access = replace(access, proxy=proxy_to(access.address, settings.llm_proxy, "CUEWEAVE_LLM_PROXY"))
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


def _key(settings: Settings, kind: str) -> str:
    """The providers' own variables go to the providers' own servers only: another server has no claim to those keys."""
    own = {"openai": settings.openai_api_key, "anthropic": settings.anthropic_api_key}
    secret = settings.llm_api_key or (None if settings.llm_base_url else own.get(kind))
    return checked_key(secret, of="the language model")
