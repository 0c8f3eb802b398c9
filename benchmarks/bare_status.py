"""The least that answers for a status: a Starlette app that reads the same field of the same hash."""

from __future__ import annotations

import json
import os

from redis.asyncio import Redis
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

FIELDS = ("task_id", "status", "stage", "progress", "created_at", "updated_at")
redis = Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)


async def status(request: Request) -> JSONResponse:
    """No identity, no owner, no rates, no log."""
    data = json.loads(await redis.hget("task:" + request.path_params["task_id"], "data") or "{}")
    return JSONResponse({name: data[name] for name in FIELDS})


app = Starlette(routes=[Route("/tasks/{task_id}/status", status)])
