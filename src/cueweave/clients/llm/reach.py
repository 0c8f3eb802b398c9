"""The model behind an access, as pydantic-ai sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import httpx2
from openai import AsyncOpenAI
from pydantic_ai import NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.output import OutputSpec
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers import Provider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

from cueweave.clients.llm.access import Access, Output

A = TypeVar("A")
NO_KEY = "none"
"""What a server is sent that wants no key: the libraries refuse an empty one."""
COMPATIBLE = OpenAIModelProfile(
    supports_json_schema_output=True,
    supports_json_object_output=False,  # asked for by a prompt means: with nothing that a server might not know
    openai_chat_supports_max_completion_tokens=False,  # `max_tokens` is the name that all know
)


def reach(access: Access, client: httpx2.AsyncClient) -> Model:
    """The model. Nothing is sent yet. Raises ImportError without its library."""
    if access.kind == "anthropic":
        return _anthropic(access, client)
    key = access.api_key or NO_KEY
    if access.base_url is None:
        provider: Provider[AsyncOpenAI] = OpenAIProvider(base_url=access.address, api_key=key, http_client=client)
        return OpenAIChatModel(access.name, provider=provider)
    provider = OpenAICompatibleProvider("server", base_url=access.base_url, api_key=key, http_client=client)
    return OpenAIChatModel(access.name, provider=provider, profile=COMPATIBLE)


def _anthropic(access: Access, client: httpx2.AsyncClient) -> Model:
    from anthropic import AsyncAnthropic
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    speaker = AsyncAnthropic(api_key=access.api_key or NO_KEY, base_url=access.address, http_client=client)
    return AnthropicModel(access.name, provider=AnthropicProvider(anthropic_client=speaker))


def outputs(access: Access) -> Sequence[Output]:
    """The ways to have an answer in a shape, the first that works being the best.

    Servers that run open models (vLLM, Ollama, llama.cpp) force a JSON schema on any model, but tools only on some.
    """
    if access.output is not Output.AUTO:
        return (access.output,)
    first = Output.TOOL if access.kind == "anthropic" else Output.JSON_SCHEMA
    return (first, Output.PROMPT)


def spec(shape: type[A], output: Output) -> OutputSpec[A]:
    """The shape, asked for in that way."""
    match output:
        case Output.TOOL:
            return ToolOutput(shape, name="answer")
        case Output.PROMPT:
            return PromptedOutput(shape, name="answer")
        case _:
            return NativeOutput(shape, name="answer")
