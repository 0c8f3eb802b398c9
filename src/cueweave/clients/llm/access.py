"""How a language model is reached, and what it may take."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

OWN_ADDRESS = {"openai": "https://api.openai.com/v1", "anthropic": "https://api.anthropic.com"}
"""Of the kinds of servers that are known."""


class Output(StrEnum):
    """How a model is made to answer in a shape."""

    AUTO = "auto"
    """What most servers of its kind know, and `prompt` where a server refuses that."""
    TOOL = "tool"
    JSON_SCHEMA = "json_schema"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class Access:
    """One model on one server."""

    model: str
    """As the operator wrote it: `openai:NAME`, `anthropic:NAME`, or any NAME together with `base_url`."""
    base_url: str | None = None
    """None: the provider's own."""
    api_key: str = field(default="", repr=False)
    """Empty where the server wants none."""
    timeout: float = 120.0
    """Seconds for one try of one request."""
    task_timeout: float = 1800.0
    """Seconds for all requests of one task together."""
    in_flight: int = 4
    """Requests at once."""
    request_tokens: int = 16_000
    """What a request may take, its answer included."""
    output: Output = Output.AUTO
    proxy: str = field(default="", repr=False)
    """The proxy on the way there, which may hold a password; empty: none, whatever the environment says."""

    @property
    def kind(self) -> str:
        """Whose way of speaking the server has."""
        kind, colon, _ = self.model.partition(":")
        return kind if colon and kind in OWN_ADDRESS else "openai"

    @property
    def name(self) -> str:
        """The model's name as its server knows it; it may hold colons."""
        kind, colon, name = self.model.partition(":")
        return name if colon and kind in OWN_ADDRESS else self.model

    @property
    def address(self) -> str:
        """Where its server is."""
        return self.base_url or OWN_ADDRESS[self.kind]
