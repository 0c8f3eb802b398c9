"""What a caller gets of a model, on its good days and on its bad ones."""

from __future__ import annotations

import gzip
import json
import logging
import threading
from collections.abc import Callable, Sequence
from functools import reduce
from operator import add

import pytest
from pydantic import BaseModel
from support.model_server import Act, ModelServer, Script, Seen, fails, first as at_first

from cueweave.clients.llm.access import Access, Output
from cueweave.clients.llm.ask import TRIES, asker
from cueweave.clients.llm.question import Question, Reply
from cueweave.domain.usage import Usage
from cueweave.errors import Stopped

KEY = "sk-very-secret-1234"


class Sum(BaseModel):
    """An answer."""

    total: int


class Asked:
    """What came of asking: replies and cost."""

    def __init__(
        self,
        server: ModelServer,
        *,
        questions: int = 1,
        faults: Callable[[Sum], Sequence[str]] = lambda _: (),
        report: Callable[[float], None] = lambda _: None,
        **access: object,
    ) -> None:
        spent: list[Usage] = []
        settings = {"model": "tiny", "base_url": server.url, "api_key": KEY, "timeout": 5.0, **access}
        ask = asker(Access(**settings), spent.append)  # type: ignore[arg-type]
        question = Question("Add up.", "1 and 2", Sum, faults, 100)
        self.replies: list[Reply[Sum]] = ask([question] * questions, report)
        self.usage = reduce(add, spent, Usage())

    @property
    def reply(self) -> Reply[Sum]:
        return self.replies[0]


def three(_: Seen) -> Act:
    return Act(json.dumps({"total": 3}))


def test_a_typed_question_gets_a_typed_answer() -> None:
    with ModelServer(three) as server:
        asked = Asked(server)
    assert asked.reply == Reply(Sum(total=3))
    assert (asked.usage.tokens_in, asked.usage.tokens_out, dict(asked.usage.requests)) == (1000, 200, {"answered": 1})
    assert server.seen[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("output", [Output.TOOL, Output.JSON_SCHEMA, Output.PROMPT])
def test_a_shape_is_asked_for_in_the_way_that_is_set(output: Output) -> None:
    with ModelServer(three) as server:
        assert Asked(server, output=output).reply.answer == Sum(total=3)
    body = server.seen[0].body
    assert ("tools" in body, "response_format" in body) == (output is Output.TOOL, output is Output.JSON_SCHEMA)


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_server_that_knows_no_json_schema_is_asked_by_a_prompt(status: int) -> None:
    def old(seen: Seen) -> Act:
        knows = "response_format" not in seen.body
        return three(seen) if knows else Act(status=status, headers={"x-should-retry": "false"})

    with ModelServer(old) as server:
        asked = Asked(server, questions=3, in_flight=1)
    assert asked.replies == [Reply(Sum(total=3))] * 3
    assert len(server.seen) == 4


def test_a_way_of_asking_that_has_worked_is_kept() -> None:
    def ill_for_a_while(seen: Seen) -> Act:
        return Act(status=400) if seen.number == 1 else three(seen)

    with ModelServer(ill_for_a_while) as server:
        asked = Asked(server, questions=3, in_flight=1)
    assert [reply.answer is not None for reply in asked.replies] == [True, False, True]
    assert all("response_format" in seen.body for seen in server.seen)


def test_anthropic_is_asked_in_its_own_way() -> None:
    with ModelServer(three) as server:
        asked = Asked(server, model="anthropic:claude-tiny", base_url=server.url.removesuffix("/v1"))
    assert asked.reply.answer == Sum(total=3)
    assert server.seen[0].path == "/v1/messages"


def test_an_answer_with_faults_goes_back_once_with_what_is_wrong() -> None:
    def learns(seen: Seen) -> Act:
        return Act(json.dumps({"total": 3 if seen.is_correction else 4}))

    with ModelServer(learns) as server:
        asked = Asked(server, faults=lambda answer: () if answer.total == 3 else ["That is not the sum."])
    assert asked.reply.answer == Sum(total=3)
    assert "That is not the sum." in json.dumps(server.seen[1].messages[-1])


def test_an_answer_that_stays_wrong_is_given_as_it_is() -> None:
    with ModelServer(three) as server:
        asked = Asked(server, faults=lambda _: ["Wrong."])
    assert asked.reply.answer == Sum(total=3)
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("script", "trouble", "requests"),
    [
        (fails(content="I'd rather talk."), "unusable answer", 2),
        (fails(content=None), "unusable answer", 2),
        (fails(content=None, refusal="I can't help with that."), "refusal", 1),
        (fails(content=None, finish="content_filter"), "refusal", 1),
        (fails(content='{"total": ', finish="length"), "answer cut off", 1),
        (fails(raw=b'{"choices": []}'), "unusable answer", 1),
        (fails(raw=b'{"choices": [null]}'), "unusable answer", 1),
        (fails(raw=b"[]"), "unusable answer", 1),
        (fails(raw=b"<html>It works!</html>"), "server error", 2),
        (fails(raw=b"x" * 9 * 1024**2), "unreachable", TRIES),
        (fails(raw=gzip.compress(b" " * 9 * 1024**2), headers={"Content-Encoding": "gzip"}), "unreachable", TRIES),
        (fails(status=401), "key refused", 1),
        (fails(status=404), "no such model", 1),
        (fails(status=302, headers={"Location": "http://127.0.0.1:9/"}), "server error", 2),
        (fails(status=429, headers={"Retry-After": "0.01"}), "rate limit", TRIES),
        (fails(status=500, headers={"Retry-After": "0.01"}), "server error", 2 * TRIES),
        (fails(status=400), "request rejected", 2),
    ],
)
def test_trouble_is_named_after_a_bounded_number_of_requests(script: Script, trouble: str, requests: int) -> None:
    with ModelServer(script) as server:
        assert Asked(server).reply == Reply(None, trouble)
    assert len(server.seen) == requests


def test_a_way_that_the_library_knows_the_model_lacks_is_trouble_with_a_name() -> None:
    with ModelServer(three) as server:
        base_url = server.url.removesuffix("/v1")
        asked = Asked(server, model="anthropic:claude-3-haiku", base_url=base_url, output=Output.JSON_SCHEMA)
    assert asked.reply == Reply(None, "request rejected")


def test_a_proxy_is_used_where_one_is_named() -> None:
    with ModelServer(three) as proxy:
        asked = Asked(proxy, base_url="http://model.example.org/v1", proxy=proxy.url.removesuffix("/v1"))
    assert asked.reply.answer == Sum(total=3)
    assert proxy.seen[0].path == "http://model.example.org/v1/chat/completions"


def test_a_server_that_asks_for_patience_gets_it_and_answers() -> None:
    def busy_at_first(seen: Seen) -> Act:
        return three(seen) if seen.number else Act(status=429, headers={"Retry-After": "1"})

    with ModelServer(busy_at_first) as server:
        asked = Asked(server)
    assert asked.reply.answer == Sum(total=3)
    assert dict(asked.usage.requests) == {"rate_limited": 1, "answered": 1}


def test_a_server_that_says_nothing_is_given_up() -> None:
    with ModelServer(fails(hang=True)) as server:
        asked = Asked(server, timeout=0.1)
    assert asked.reply == Reply(None, "time limit")
    assert dict(asked.usage.requests) == {"timed_out": TRIES}


def test_a_server_that_is_not_there_is_given_up() -> None:
    with ModelServer() as server:
        pass
    assert Asked(server).reply == Reply(None, "unreachable")


def test_after_some_failures_in_a_row_nothing_more_is_asked() -> None:
    with ModelServer(fails(status=503, headers={"Retry-After": "0.01"})) as server:
        asked = Asked(server, questions=50, in_flight=1)
    assert [reply.trouble for reply in asked.replies] == ["server error"] * 50
    assert len(server.seen) == (3 + 1) * TRIES  # once in another way


def test_a_refused_key_is_not_tried_again() -> None:
    with ModelServer(fails(status=401)) as server:
        asked = Asked(server, questions=50, in_flight=1)
    assert {reply.trouble for reply in asked.replies} == {"key refused"}
    assert len(server.seen) == 1


def test_a_model_that_is_not_up_to_the_questions_is_given_up() -> None:
    with ModelServer(fails(content="I'd rather talk.")) as server:
        asked = Asked(server, questions=50, in_flight=1)
    assert {reply.trouble for reply in asked.replies} == {"unusable answer"}
    assert len(server.seen) == 5 * 2


def test_failures_between_answers_are_no_reason_to_stop() -> None:
    def moody(seen: Seen) -> Act:
        return three(seen) if seen.number % 2 else Act(content="no")

    with ModelServer(moody) as server:
        asked = Asked(server, questions=20, in_flight=1)
    assert all(reply.answer for reply in asked.replies)


def test_all_requests_of_a_task_together_have_a_time_limit() -> None:
    def slow_in_the_end(seen: Seen) -> Act:
        return three(seen) if seen.number < 2 else Act(hang=True)

    with ModelServer(slow_in_the_end) as server:
        asked = Asked(server, questions=6, in_flight=1, task_timeout=1.0)
    assert [reply.answer is not None for reply in asked.replies] == [True, True, False, False, False, False]
    assert asked.replies[-1].trouble == "time limit"


def test_no_more_than_so_many_requests_are_in_flight() -> None:
    together = threading.Barrier(3)

    def meets(seen: Seen) -> Act:
        together.wait(5)
        return three(seen)

    with ModelServer(meets) as server:
        assert all(reply.answer for reply in Asked(server, questions=9, in_flight=3).replies)
    assert server.most_at_once == 3


def test_to_be_stopped_closes_the_requests_in_flight() -> None:
    with ModelServer(fails(hang=True)) as server:

        def report(_: float) -> None:
            if len(server.seen) == 3:
                raise Stopped("enough")

        with pytest.raises(Stopped):
            Asked(server, questions=5, in_flight=3, timeout=60, report=report)
        server.wait_for(gone=3)
    assert len(server.seen) == 3


def test_no_thread_is_left_behind() -> None:
    with ModelServer(three) as server:
        before = {thread.name for thread in threading.enumerate()}
        Asked(server, questions=4, base_url=server.url.replace("127.0.0.1", "localhost"))
        after = {thread.name for thread in threading.enumerate()}
    assert {name for name in after - before if "process_request" not in name} == set()


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_a_key_is_in_no_reply_and_in_no_log(
    status: int, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    with ModelServer(fails(status=status, headers={"Retry-After": "0.01"})) as server:  # it tells the key back
        asked = Asked(server)
    told = caplog.text + repr(asked.replies) + "".join(capfd.readouterr()) + repr(Access("tiny", api_key=KEY))
    assert KEY not in told


def test_questions_after_trouble_may_be_answered() -> None:
    with ModelServer(at_first(fails(content="no"), 2)) as server:
        server.script = lambda seen: Act("no") if seen.number < 2 else three(seen)
        asked = Asked(server, questions=2, in_flight=1)
    assert [reply.answer is not None for reply in asked.replies] == [False, True]
