"""Under which address others reach this server."""

from __future__ import annotations

from starlette.requests import Request

from cueweave.api.client_address import comes_by_proxy
from cueweave.api.config import ApiConfig


def public_address(request: Request, config: ApiConfig) -> str:
    """Scheme and host with no slash at the end: the operator's word, else what the request names.

    A request may name any host, so this goes into nothing that others than its sender get.
    """
    if config.public_url:
        return config.public_url
    scheme, host = request.url.scheme, request.headers.get("host", "")
    if comes_by_proxy(request.scope, config.trusted_proxies):
        scheme = _nearest(request, "x-forwarded-proto") or scheme
        host = _nearest(request, "x-forwarded-host") or host
    return f"{scheme}://{host}"


def _nearest(request: Request, name: str) -> str:
    """What the proxy in front of us has added, behind what came to it."""
    return ",".join(request.headers.getlist(name)).rpartition(",")[2].strip()
