"""What an interrupted attempt did is not done again; what it did by half is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from pydantic import BaseModel, TypeAdapter
from stages.media_files import recording

from cueweave.clients.llm.question import Question, Reply
from cueweave.errors import Stopped
from cueweave.pipeline.keeping import kept_sound
from cueweave.pipeline.remembering import Remembering

A = TypeVar("A")


class Topic(BaseModel):
    name: str


class Model:
    """Answers with the data, in capitals; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, questions: Sequence[Question[A]], report: Callable[[float], None]) -> list[Reply[A]]:
        replies = []
        for question in questions:
            self.asked.append(question.data)
            answer = TypeAdapter(question.shape).validate_python({"name": question.data.upper()})
            question.faults(answer)
            replies.append(Reply(answer))
            report(len(replies) / len(questions))
        return replies


def question(data: str, faults: Sequence[str] = ()) -> Question[Topic]:
    return Question("Name the topic.", data, Topic, lambda _: faults, 100)


def silent(_: float) -> None:
    """Nobody watches."""


def answers(folder: Path, model: Model, *questions: Question[Topic], name: str = "m") -> list[str]:
    replies = Remembering(model, name, folder / "answers")(questions, silent)
    return [reply.answer.name for reply in replies if reply.answer]


def test_sound_is_decoded_once(tmp_path: Path) -> None:
    media = recording(tmp_path / "a.mp4")
    first = kept_sound(media, tmp_path / "kept", silent)
    media.unlink()
    assert kept_sound(media, tmp_path / "kept", silent) == first
    assert first.samples > 0


def test_sound_that_was_decoded_by_half_is_decoded_anew(tmp_path: Path) -> None:
    media = recording(tmp_path / "a.mp4")

    def stop(_: float) -> None:
        raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        kept_sound(media, tmp_path / "kept", stop)
    assert not (tmp_path / "kept" / "sound.raw").exists()
    whole = kept_sound(media, tmp_path / "kept", silent)
    assert whole.duration == pytest.approx(2.0, abs=0.1)


def test_a_model_is_asked_only_what_it_has_not_answered(tmp_path: Path) -> None:
    model = Model()
    assert answers(tmp_path, model, question("ions"), question("cells")) == ["IONS", "CELLS"]
    assert answers(tmp_path, model, question("heat"), question("ions"), question("cells")) == ["HEAT", "IONS", "CELLS"]
    assert model.asked == ["ions", "cells", "heat"]


def test_another_model_is_asked_anew(tmp_path: Path) -> None:
    model = Model()
    for name in ("m", "other", "m"):
        assert answers(tmp_path, model, question("ions"), name=name) == ["IONS"]
    assert model.asked == ["ions", "ions"]


def test_an_answer_with_faults_is_not_kept(tmp_path: Path) -> None:
    model = Model()
    for _ in range(2):
        answers(tmp_path, model, question("ions", faults=["no such sentence"]))
    assert model.asked == ["ions", "ions"]


def test_a_kept_answer_that_is_damaged_is_asked_for_again(tmp_path: Path) -> None:
    model = Model()
    answers(tmp_path, model, question("ions"))
    (kept,) = (tmp_path / "answers").iterdir()
    kept.write_bytes(b'{"name": ')
    assert answers(tmp_path, model, question("ions")) == ["IONS"]
    assert model.asked == ["ions", "ions"]
