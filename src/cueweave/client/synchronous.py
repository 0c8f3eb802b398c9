"""The client that blocks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
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


class Client:
    """A running server, asked as one user; to be closed, or used in a `with` block. Threads may share it."""

    def __init__(
        self,
        address: str,
        *,
        user: str | None = None,
        token: str | None = None,
        patience: float = PATIENCE,
        token_over_http: bool = False,
    ) -> None:
        """`token` goes before `user`. Raises BadAddress, BadIdentity.

        `patience`: for so many seconds a question is asked again after a lost connection, and after 429, 502, 503 and
        504 (then when `Retry-After` says); 0: never. `token_over_http` lets others on the way read the token.
        """
        self._address = checked_address(address)
        headers = identity(self._address, user, token, token_over_http=token_over_http)
        self._http = httpx.Client(base_url=self._address, headers=headers, limits=edge.CONNECTIONS)
        self._patience = patience
        self._met = False

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End its connections."""
        self._http.close()

    def submit(  # noqa: PLR0913 - one for each field of the form
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
        """Hand in a recording, and its subtitles and slides (PDF) if there are any; no file is ever whole in memory.

        In place of `media`, `media_url` says where the server fetches it, from hosts that its operator lists.
        However often it has to be sent, it makes one task: the key, by default a fresh one for each call, stands for
        it. `on_progress` takes percent of the upload; `callback_url` is told when the task is over;
        with `reuse_result` the task that the same content made before will do, where the server offers that.
        """
        upload = edge.upload_of(
            (media, media_url), (subtitles, slides), (language, callback_url, reuse_result), on_progress
        )
        return self._hold(edge.hand_in(upload, idempotency_key, self._patience))

    def status(self, task_id: str) -> TaskState:
        """Where the task stands."""
        return self._hold(conversation.ask(questions.status(task_id), answers.task_state, self._patience))

    def wait(
        self,
        task_id: str,
        *,
        on_progress: Callable[[TaskState], None] = tell_nobody,
        timeout: float | None = None,  # seconds
    ) -> TaskState:
        """Return when the task is completed; connections may break meanwhile, and the server start anew.

        `on_progress` hears where it stands, and of each change. Raises WorkFailed where it failed or was cancelled, and
        TaskTimedOut after `timeout` seconds.
        """
        return self._hold(conversation.wait(task_id, on_progress, timeout, self._patience))

    def result(self, task_id: str) -> Transcript:
        """What came out. Raises WrongMoment where the task is not completed."""
        return self._hold(conversation.ask(questions.result(task_id), edge.read_transcript, self._patience))

    def document(self, task_id: str) -> dict[str, Any]:
        """The same as the JSON document that docs/http.md describes."""
        return self._hold(conversation.ask(questions.result(task_id), edge.document_of, self._patience))

    def export(self, task_id: str, format_name: str, *, media: str | None = None) -> bytes:
        """The result in a format of docs/formats.md; `media` says how `html` and `h5p` refer to the recording."""
        question = questions.export(task_id, format_name, media)
        return self._hold(conversation.ask_bare(question, self._patience)).content

    def asset(self, task_id: str, name: str) -> bytes:
        """A picture of the result, by its file's name."""
        return self._hold(conversation.ask_bare(questions.asset(task_id, name), self._patience)).content

    def cancel(self, task_id: str) -> Receipt:
        """Stop the task; its files go. A second time does no harm."""
        return self._hold(conversation.ask(questions.cancel(task_id), answers.receipt, self._patience))

    def tasks(self) -> Iterator[TaskState]:
        """All of the user's tasks, page by page: the active ones, then the others; newest first."""
        page = self.page()
        yield from page.active_tasks
        yield from page.completed_tasks
        while page.next_cursor:
            page = self.page(page.next_cursor)
            yield from page.completed_tasks

    def page(self, cursor: str | None = None) -> TaskPage:
        """One page of them; the next is at its `next_cursor`."""
        return self._hold(conversation.ask(questions.page(cursor), answers.task_page, self._patience))

    def limits(self) -> Limits:
        """What a hand-in may be; needs no user."""
        return self._hold(conversation.ask(questions.limits(), answers.limits, self._patience))

    def _hold(self, talk: Conversation[T]) -> T:
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
                time.sleep(step.seconds)
            else:
                answer = self._send(step)

    def _send(self, question: Question) -> Answer:
        try:
            with request_of(self._http, question) as request:
                answer = self._http.send(request)
        except httpx.HTTPError as error:
            trouble = edge.lost(error, self._address, met=self._met)
            self._met = self._met or trouble.may_come_back
            return trouble
        self._met = True
        return answer
