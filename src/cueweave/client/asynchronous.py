"""The client for an event loop: the same questions, awaited."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from types import TracebackType
from typing import Any, TypeVar

import httpx

from cueweave.client import answers, conversation, edge, questions
from cueweave.client.answers import Limits, Receipt, TaskPage, TaskState
from cueweave.client.conversation import PATIENCE, Answer, Conversation, Pause
from cueweave.client.edge import PathLike, tell_nobody
from cueweave.client.identity import checked_address, identity
from cueweave.client.questions import Question, TellPercent, request_of
from cueweave.domain.transcript import Transcript

T = TypeVar("T")


class AsyncClient:
    """A running server, asked as one user; to be closed, or used in an `async with` block."""

    def __init__(
        self,
        address: str,
        *,
        user: str | None = None,
        token: str | None = None,
        patience: float = PATIENCE,
        token_over_http: bool = False,
    ) -> None:
        """As `Client`."""
        self._address = checked_address(address)
        headers = identity(self._address, user, token, token_over_http=token_over_http)
        self._http = httpx.AsyncClient(base_url=self._address, headers=headers, limits=edge.CONNECTIONS)
        self._patience = patience
        self._met = False

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """End its connections."""
        await self._http.aclose()

    async def submit(  # noqa: PLR0913 - as in `Client`
        self,
        media: PathLike | None = None,
        subtitles: PathLike | None = None,
        *,
        media_url: str | None = None,
        slides: PathLike | None = None,
        language: str | None = None,
        callback_url: str | None = None,
        reuse_result: bool | None = None,
        idempotency_key: str | None = None,
        on_progress: TellPercent = tell_nobody,
    ) -> Receipt:
        """As `Client.submit`; files are read in a thread, and `on_progress` is called on the event loop."""
        upload = edge.upload_of(
            (media, media_url), (subtitles, slides), (language, callback_url, reuse_result), on_progress
        )
        return await self._hold(edge.hand_in(upload, idempotency_key, self._patience))

    async def status(self, task_id: str) -> TaskState:
        """Where the task stands."""
        return await self._hold(conversation.ask(questions.status(task_id), answers.task_state, self._patience))

    async def wait(
        self,
        task_id: str,
        *,
        on_progress: Callable[[TaskState], None] = tell_nobody,
        timeout: float | None = None,  # noqa: ASYNC109 - as in `Client`; it is no bare cancellation
    ) -> TaskState:
        """As `Client.wait`."""
        return await self._hold(conversation.wait(task_id, on_progress, timeout, self._patience))

    async def result(self, task_id: str) -> Transcript:
        """What came out. Raises WrongMoment where the task is not completed."""
        return await self._hold(conversation.ask(questions.result(task_id), edge.read_transcript, self._patience))

    async def document(self, task_id: str) -> dict[str, Any]:
        """The same as the JSON document that docs/http.md describes."""
        return await self._hold(conversation.ask(questions.result(task_id), edge.document_of, self._patience))

    async def export(self, task_id: str, format_name: str, *, media: str | None = None) -> bytes:
        """The result in a format of docs/formats.md; `media` says how `html` and `h5p` refer to the recording."""
        question = questions.export(task_id, format_name, media)
        return (await self._hold(conversation.ask_bare(question, self._patience))).content

    async def asset(self, task_id: str, name: str) -> bytes:
        """A picture of the result, by its file's name."""
        return (await self._hold(conversation.ask_bare(questions.asset(task_id, name), self._patience))).content

    async def cancel(self, task_id: str) -> Receipt:
        """Stop the task; its files go. A second time does no harm."""
        return await self._hold(conversation.ask(questions.cancel(task_id), answers.receipt, self._patience))

    async def tasks(self) -> AsyncIterator[TaskState]:
        """All of the user's tasks, page by page: the active ones, then the others; newest first."""
        page = await self.page()
        for state in (*page.active_tasks, *page.completed_tasks):
            yield state
        while page.next_cursor:
            page = await self.page(page.next_cursor)
            for state in page.completed_tasks:
                yield state

    async def page(self, cursor: str | None = None) -> TaskPage:
        """One page of them; the next is at its `next_cursor`."""
        return await self._hold(conversation.ask(questions.page(cursor), answers.task_page, self._patience))

    async def limits(self) -> Limits:
        """What a hand-in may be; needs no user."""
        return await self._hold(conversation.ask(questions.limits(), answers.limits, self._patience))

    async def _hold(self, talk: Conversation[T]) -> T:
        """Carry it out."""
        answer: Answer | None = None
        while True:
            try:
                step = talk.send(answer)
            except StopIteration as end:
                result: T = end.value
                return result
            answer = None
            if isinstance(step, Pause):
                await asyncio.sleep(step.seconds)
            else:
                answer = await self._send(step)

    async def _send(self, question: Question) -> Answer:
        try:
            with request_of(self._http, question) as request:
                answer = await self._http.send(request)
        except httpx.HTTPError as error:
            trouble = edge.lost(error, self._address, met=self._met)
            self._met = self._met or trouble.may_come_back
            return trouble
        self._met = True
        return answer
