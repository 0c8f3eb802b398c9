"""Looking whether a speech server is there, without sending it any sound."""

from __future__ import annotations

import httpx

from cueweave.clients.bounded import get_bounded
from cueweave.clients.speech.ask import key_of
from cueweave.domain.engines import SpeechServer

SECONDS = 10.0
LONGEST_LIST = 4 * 1024**2


def look(server: SpeechServer) -> str:
    """What is wrong with the way to it, in words of ours; empty where it answers and takes the key.

    Asks for the list of models. Not every such server keeps one, so a model that isn't in it is believed to be there.
    """
    url = f"{server.address}/models"
    try:
        answer = get_bounded(url, key_of(server), proxy=server.proxy, seconds=SECONDS, most=LONGEST_LIST)
    except httpx.TimeoutException:
        return f"no answer within {SECONDS:.0f} s"
    except httpx.HTTPError as error:
        return f"not reachable ({type(error).__name__})"
    if answer.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        return "the key is refused"
    return f"the server is in trouble (status {answer.status_code})" if answer.is_server_error else ""
