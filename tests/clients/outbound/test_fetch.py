"""Fetching a file from an address."""

from __future__ import annotations

import tracemalloc
from ipaddress import ip_network

import pytest
from support.media_host import MediaHost

from cueweave.clients.outbound.addresses import Allowed
from cueweave.clients.outbound.fetch import fetch
from cueweave.clients.outbound.pool import open_pool
from cueweave.clients.outbound.urls import check_url
from cueweave.errors import TooLarge

LOOPBACK = Allowed(networks=(ip_network("127.0.0.0/8"),), http=True)
MIB = 1024**2


async def test_a_large_file_is_never_whole_in_memory() -> None:
    came = 0

    def take(data: bytes, _: float) -> None:
        nonlocal came
        came += len(data)

    with MediaHost(headers={"Content-Length": ""}, endless=True) as host:
        tracemalloc.start()
        try:
            async with open_pool(LOOPBACK) as pool:
                with pytest.raises(TooLarge):
                    await fetch(
                        pool,
                        host.url,
                        lambda url: check_url(url, LOOPBACK, name="media_url"),
                        take,
                        most=64 * MIB,
                        seconds=60,
                    )
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert 63 * MIB < came <= 64 * MIB
    assert peak < 8 * MIB


async def test_what_has_come_is_told_as_a_share_of_what_is_announced() -> None:
    shares: list[float] = []
    with MediaHost(bytes(MIB)) as host:
        async with open_pool(LOOPBACK) as pool:
            await fetch(
                pool,
                host.url,
                lambda url: check_url(url, LOOPBACK, name="media_url"),
                lambda _, share: shares.append(share),
                most=MIB,
                seconds=60,
            )
    assert shares == sorted(shares)
    assert (0 < shares[0] < 1, shares[-1]) == (True, 1.0)
