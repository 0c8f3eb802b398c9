from collections.abc import AsyncIterator

import pytest
from support.keys import orderly_redis as orderly_redis
from support.s3 import s3, s3_server  # noqa: F401
from support.valkey import own_valkey, valkey_server, valkey_url  # noqa: F401

from cueweave.store.tasks import TaskStore, open_tasks


@pytest.fixture
async def store(valkey_url: str) -> AsyncIterator[TaskStore]:  # noqa: F811
    async with open_tasks(valkey_url, result_ttl=60) as opened:
        yield opened
