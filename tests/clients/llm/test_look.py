"""Looking for a model without asking it anything."""

import pytest
from support.model_server import ModelServer

from cueweave.clients.llm.access import Access
from cueweave.clients.llm.look import look


def access(server: ModelServer, model: str = "tiny") -> Access:
    return Access(model, server.url.removesuffix("/v1") if model.startswith("anthropic:") else server.url, "sk-1")


@pytest.mark.parametrize("models", [[], ["tiny", "other"], ["tiny:latest"]])
def test_a_model_that_its_server_lists_is_there(models: list[str]) -> None:
    with ModelServer() as server:
        server.models = models
        assert look(access(server)) == ""
    assert server.seen == []
    assert server.looks[0]["authorization"] == "Bearer sk-1"


def test_anthropic_is_looked_at_in_its_own_way() -> None:
    with ModelServer() as server:
        server.models = ["claude-x"]
        assert look(access(server, "anthropic:claude-x")) == ""
    assert server.looks[0]["x-api-key"] == "sk-1"


@pytest.mark.parametrize(
    ("status", "says"), [(401, "the key is refused"), (403, "the key is refused"), (503, "the server is in trouble")]
)
def test_a_server_that_refuses_is_told_apart_from_one_in_trouble(status: int, says: str) -> None:
    with ModelServer() as server:
        server.looked_at = status
        assert look(access(server)).startswith(says)


def test_a_model_that_its_server_does_not_know_is_named() -> None:
    with ModelServer() as server:
        server.models = ["other"]
        assert look(access(server)) == "the server knows no model tiny"


def test_a_server_that_is_not_there_is_not_reachable() -> None:
    with ModelServer() as server:
        pass
    assert look(access(server)).startswith("not reachable")
