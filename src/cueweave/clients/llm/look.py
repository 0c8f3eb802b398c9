"""Looking whether a model is there, without asking it anything."""

from __future__ import annotations

import httpx

from cueweave.clients.lists import OutOfOrder, list_of_models
from cueweave.clients.llm.access import Access

ANTHROPIC_VERSION = "2023-06-01"


def look(access: Access) -> str:
    """What is wrong with the way to the model, in words of ours; empty where its server answers and takes the key.

    Asks for the list of models, which costs nothing and tells nobody's text.
    """
    url, headers = _address_and_key(access)
    try:
        answer = list_of_models(url, headers, proxy=access.proxy)
    except OutOfOrder as trouble:
        return str(trouble)
    return "" if _lists(answer, access.name) else f"the server knows no model {access.name}"


def _address_and_key(access: Access) -> tuple[str, dict[str, str]]:
    if access.kind == "anthropic":
        headers = {"x-api-key": access.api_key, "anthropic-version": ANTHROPIC_VERSION}
        return f"{access.address}/v1/models?limit=1000", headers
    headers = {"authorization": f"Bearer {access.api_key}"} if access.api_key else {}
    return f"{access.address}/models", headers


def _lists(answer: httpx.Response, name: str) -> bool:
    """Whether the model is in the list; a server that keeps no such list is believed."""
    try:
        known = {each["id"] for each in answer.json()["data"]}
    except (ValueError, KeyError, TypeError):
        return True
    return not known or name in known or f"{name}:latest" in known
