"""How users are named in logs."""

import json
import logging

import pytest
from support.logs import restored_logging as restored_logging

from cueweave.telemetry import about, configure_logging, get_logger, request_context, task_context
from cueweave.telemetry.users import Naming, Users

pytestmark = pytest.mark.usefixtures("restored_logging")
UUID = "0b9c6e0e-2f6a-4a63-9d6c-6f1c9c6f7a11"
ADA = "ada@example.org"


def logged(capsys: pytest.CaptureFixture[str], naming: Naming, *, key: str = "") -> str:
    """All that is logged around one task and one request of Ada's."""
    configure_logging(format="json", users=Users(naming, key=key))
    log = get_logger("cueweave.x")
    with request_context("r1"):
        about(user=ADA)
        log.info("request", path=f"/tasks/ada%40example.org%3A{UUID}/status", route="/tasks/{task_id}/status")
    with task_context(f"{ADA}:{UUID}"):
        log.info("task started", reasons=[{"of": f"{ADA}:{UUID}"}])
        logging.getLogger("some.library").warning("the key %s:%s is odd", ADA, UUID.replace("-", ""))
        try:
            raise ValueError(f"no {ADA}:{UUID}")
        except ValueError:
            log.exception("it failed")
    return capsys.readouterr().err


def test_they_are_named_as_they_are_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.loads(line) for line in logged(capsys, "plain").splitlines()]
    assert [line["user"] for line in lines] == [ADA] * 4
    assert lines[0]["path"].startswith("/tasks/ada%40")


def test_a_hash_stands_for_the_user_wherever_the_name_would(capsys: pytest.CaptureFixture[str]) -> None:
    text = logged(capsys, "hashed")
    hashed = Users("hashed").hashed(ADA)
    assert "ada" not in text
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["user"] for line in lines] == [hashed] * 4
    assert lines[1]["task_id"] == lines[1]["reasons"][0]["of"] == f"{hashed}:{UUID}"
    assert "path" not in lines[0]


def test_nobody_is_named_where_the_operator_wants_none(capsys: pytest.CaptureFixture[str]) -> None:
    text = logged(capsys, "none")
    assert "ada" not in text
    lines = [json.loads(line) for line in text.splitlines()]
    assert not any("user" in line for line in lines)
    assert lines[1]["task_id"] == f"-:{UUID}"


def test_without_the_key_a_hash_can_not_be_made_from_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert Users("hashed").hashed(ADA) not in logged(capsys, "hashed", key="a-secret")
    assert Users("hashed", key="a").hashed(ADA) == Users("hashed", key="a").hashed(ADA)


@pytest.mark.parametrize("text", [f"/tasks/a%40b%3A{UUID}", f"cueweave:queue:runs:a.b:{UUID}", f"<a|b:{UUID}>"])
def test_a_task_is_found_again_by_its_uuid(text: str) -> None:
    named = Users("none").text(text)
    assert UUID in named
    assert not {"a%40b", "a.b", "a|b"} & set(named.replace("/", " ").replace(":", " ").replace("<", " ").split())


def test_what_is_no_task_stays() -> None:
    text = "redis://host:6379 took 12:30:45 and 3:0b9c"
    assert Users("none").text(text) == text


def test_facts_of_a_task_end_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(format="json")
    with task_context("ada:1"):
        about(attempt=2, stage="aligning")
        get_logger("cueweave.x").info("inside")
        about(attempt=3, stage=None)
        get_logger("cueweave.x").info("again")
    get_logger("cueweave.x").info("outside")
    inside, again, outside = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (inside["task_id"], inside["user"], inside["attempt"], inside["stage"]) == ("ada:1", "ada", 2, "aligning")
    assert (again["attempt"], "stage" in again) == (3, False)
    assert not {"task_id", "user", "attempt", "stage"} & set(outside)


def test_what_is_said_of_a_task_outside_of_its_context_stands_on_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(format="json")
    about(stage="aligning")
    with task_context("ada:1"):
        pass
    get_logger("cueweave.x").info("outside")
    assert "stage" not in json.loads(capsys.readouterr().err)
