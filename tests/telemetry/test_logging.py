"""Logs."""

import json
import logging
import os
import sys
from contextlib import suppress

import pytest
from support.logs import restored_logging as restored_logging

from cueweave.telemetry import configure_logging, get_logger, task_context

pytestmark = pytest.mark.usefixtures("restored_logging")


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_every_line_of_a_task_carries_its_id_those_of_libraries_too(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(format="json")
    with task_context("ada:1"):
        get_logger("cueweave.x").info("task started", attempt=1)
        logging.getLogger("some.library").warning("%s happened", "it")
    ours, theirs = lines(capsys)
    assert (ours["event"], ours["attempt"], ours["task_id"]) == ("task started", 1, "ada:1")
    assert (theirs["event"], theirs["level"], theirs["task_id"]) == ("it happened", "warning", "ada:1")


def test_an_exception_is_logged_whole_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(format="json")
    try:
        raise ValueError("broken")
    except ValueError:
        get_logger("cueweave.x").exception("it failed")
    (line,) = lines(capsys)
    assert "broken" in json.dumps(line["exception"])


def test_text_logs_are_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(format="text")
    get_logger("cueweave.x").info("task started", attempt=1)
    assert "task started" in capsys.readouterr().err


def test_a_log_that_nobody_can_read_any_more_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    with suppress(BrokenPipeError), os.fdopen(writer, "w") as stream:  # it is raised where the stream ends
        monkeypatch.setattr(sys, "stderr", stream)
        configure_logging(format="json")
        os.close(reader)
        get_logger("cueweave.x").info("to nobody")
    get_logger("cueweave.x").info("to nothing")


def test_a_logger_follows_when_logging_is_set_up_again(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(format="json")
    log = get_logger("cueweave.x")
    log.info("first, with tulips")
    configure_logging(format="json", secrets=["tulips"])
    log.info("second, with tulips")
    first, second = lines(capsys)
    assert (first["event"], second["event"]) == ("first, with tulips", "second, with ***")
