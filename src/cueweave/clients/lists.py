"""A server's list of models, which is asked for to see whether the way there is good: it costs nothing."""

from __future__ import annotations

import httpx

from cueweave.clients.bounded import get_bounded

SECONDS = 10.0
LONGEST_LIST = 4 * 1024**2


class OutOfOrder(Exception):
    """What is wrong with the way to the server, in words of ours."""


def list_of_models(url: str, headers: dict[str, str], *, proxy: str) -> httpx.Response:
    """The answer, which may say that there is no such list. Raises OutOfOrder."""
    try:
        answer = get_bounded(url, headers, proxy=proxy, seconds=SECONDS, most=LONGEST_LIST)
    except httpx.TimeoutException:
        raise OutOfOrder(f"no answer within {SECONDS:.0f} s") from None
    except httpx.HTTPError as error:
        raise OutOfOrder(f"not reachable ({type(error).__name__})") from None
    if answer.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise OutOfOrder("the key is refused")
    if answer.is_server_error:
        raise OutOfOrder(f"the server is in trouble (status {answer.status_code})")
    return answer
