"""A shorter way to an answer, for what each client asks every few seconds."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.types import Receive, Scope, Send

from cueweave.api.context import context_of
from cueweave.api.identity import user_of


class _Straight(APIRoute):
    """GETs without a query go to the endpoint past all that FastAPI does for parameters, and what it answers out."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["query_string"] or scope["method"] != "GET":
            await super().handle(scope, receive, send)
            return
        request = Request(scope)
        answer = await self.endpoint(request.path_params["task_id"], await user_of(request), context_of(request))
        await answer(scope, receive, send)


def polled_router() -> APIRouter:
    """For endpoints that take the task's id, the user and the context, and answer with a response.

    Its routes are the app's own: an included router would be looked through once more for each request.
    """
    return APIRouter(tags=["tasks"], route_class=_Straight, generate_unique_id_function=lambda route: route.name)
