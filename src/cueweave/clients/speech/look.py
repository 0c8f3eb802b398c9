"""Looking whether a speech server is there, without sending it any sound."""

from __future__ import annotations

from cueweave.clients.lists import OutOfOrder, list_of_models
from cueweave.clients.speech.ask import key_of
from cueweave.domain.engines import SpeechServer


def look(server: SpeechServer) -> str:
    """What is wrong with the way to it, in words of ours; empty where it answers and takes the key.

    Asks for the list of models. Not every such server keeps one, so a model that isn't in it is believed to be there.
    """
    try:
        list_of_models(f"{server.address}/models", key_of(server), proxy=server.proxy)
    except OutOfOrder as trouble:
        return str(trouble)
    return ""
