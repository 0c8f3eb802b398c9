"""Asking a model several questions at once, whatever its day is like."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import httpx2
from pydantic_ai import Agent, ModelRetry, RunContext
from pydantic_ai.models import Model
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RunUsage

from cueweave.clients.llm import trouble
from cueweave.clients.llm.access import Access, Output
from cueweave.clients.llm.question import Ask, Question, Reply
from cueweave.clients.llm.reach import outputs, reach, spec
from cueweave.clients.llm.traffic import Traffic, network
from cueweave.domain.usage import Usage

A = TypeVar("A")
TRIES = 3
"""Of a request that meets an outage; the waits between are the server's `Retry-After`, or double from 0.5 s."""
CONNECT_SECONDS = 10.0
LOOK_SECONDS = 0.2
"""Between two looks at whether somebody wants us to stop."""
MOST_WAIT = 30.0
"""Seconds that a server may add between tries, on the average, before a request is given up."""
MOST_FAULTS = 12
"""So many are told to the model; more would not fit its budget."""


def asker(access: Access, spent: Callable[[Usage], None]) -> Ask:
    """What asks this model; `spent` hears what it costs, as it comes.

    Each call runs an event loop of its own in this thread and leaves no thread and no connection behind: who calls may
    fork afterwards.
    """

    def ask(questions: Sequence[Question[A]], report: Callable[[float], None]) -> list[Reply[A]]:
        return asyncio.run(_ask_all(access, spent, questions, report))

    return ask


async def _ask_all(
    access: Access,
    spent: Callable[[Usage], None],
    questions: Sequence[Question[A]],
    report: Callable[[float], None],
) -> list[Reply[A]]:
    transport = Traffic(lambda outcome: spent(Usage(requests={outcome: 1})), network(access.proxy))
    timeout = httpx2.Timeout(access.timeout, connect=min(access.timeout, CONNECT_SECONDS))
    # a redirect would take the text, and the key with it, to a place that the operator didn't name
    async with httpx2.AsyncClient(
        transport=transport, timeout=timeout, follow_redirects=False, trust_env=False
    ) as client:
        asking = _Asking(access, reach(access, client), spent)
        tasks = [asyncio.create_task(asking.ask(question)) for question in questions]
        try:
            await _watch(tasks, report, until=time.monotonic() + access.task_timeout)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    late: Reply[A] = Reply(None, trouble.TIME_LIMIT)
    return [late if task.cancelled() else task.result() for task in tasks]


async def _watch(tasks: Sequence[asyncio.Task[Reply[A]]], report: Callable[[float], None], *, until: float) -> None:
    """Until all are done or the time is over; raises what `report` raises."""
    pending = set(tasks)
    while pending and time.monotonic() < until:
        done, pending = await asyncio.wait(pending, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()  # what nobody foresaw is raised at once
        report(1 - len(pending) / len(tasks))


class _Asking:
    """The questions of one call: what they share."""

    def __init__(self, access: Access, model: Model, spent: Callable[[Usage], None]) -> None:
        self._access = access
        self._model = model
        self._spent = spent
        self._outputs = list(outputs(access))
        self._worked: set[Output] = set()
        self._room = asyncio.Semaphore(access.in_flight)
        self._patience = trouble.Patience()

    async def ask(self, question: Question[A]) -> Reply[A]:
        """The reply, when there is room for the question."""
        async with self._room:
            while not self._patience.over:
                output = self._outputs[0]
                try:
                    answer = await self._run(question, output)
                except trouble.ANY as error:
                    what = trouble.name(error)
                    if what in trouble.MAYBE_THE_SHAPE and self._knows_another(output):
                        continue
                    self._patience.met(what)
                    return Reply(None, what)
                self._patience.answered()
                self._worked.add(output)
                return Reply(answer)
            return Reply(None, self._patience.over)

    def _knows_another(self, refused: Output) -> bool:
        """Whether there is another way to ask for a shape than the one that the server refused; then it is the next.

        A way that has worked is not given up.
        """
        if self._outputs[0] is refused and len(self._outputs) > 1 and refused not in self._worked:
            self._outputs.pop(0)
        return self._outputs[0] is not refused

    async def _run(self, question: Question[A], output: Output) -> A:
        agent: Agent[object, A] = Agent(
            self._model, output_type=spec(question.shape, output), instructions=question.orders, retries={"output": 1}
        )

        @agent.output_validator
        async def check(context: RunContext[object], answer: A) -> A:
            faults = question.faults(answer)
            if faults and not context.last_attempt:
                raise ModelRetry("\n".join(["Correct this, and answer anew, whole:", *faults[:MOST_FAULTS]]))
            return answer

        usage = RunUsage()
        settings = ModelSettings(
            max_tokens=question.most_tokens,
            max_retries=TRIES - 1,
            request_timeout=TRIES * (self._access.timeout + MOST_WAIT),
        )
        try:
            return (await agent.run(question.data, usage=usage, model_settings=settings)).output
        finally:
            self._spent(Usage(tokens_in=usage.input_tokens, tokens_out=usage.output_tokens))
