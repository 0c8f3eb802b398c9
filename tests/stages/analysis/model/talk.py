"""Talks, and models that answer about them without a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from stages.words_of import words_of
from support.model_server import LINE, Json, good_answer

from cueweave.clients.llm.question import A, Question, Reply
from cueweave.domain.analysis import Analysis, Section, Text
from cueweave.stages.analysis.model import model_analyser
from cueweave.stages.analysis.model.shape import Answer
from cueweave.stages.sentences import split_sentences

TOPICS = (
    "The pump moves water through the pipe. A valve keeps the water from flowing back. Pressure rises behind it.",
    "Birds sing in the morning. Their songs tell others where they live. A blackbird sings from the roof.",
    "The market sold ten apples. Prices rose in the autumn. Farmers store apples in the cellar.",
)
BUDGET = 16_000


def text_of(spoken: str, language: str = "en", **more: Any) -> Text:
    """A text with these words."""
    words = words_of(spoken)
    return Text(words, split_sentences(words, language), language, **more)


def long_talk(sentences: int) -> Text:
    """So many sentences, numbered in words that differ."""
    topics = [topic.split(". ") for topic in TOPICS]
    parts = [topics[at // 15 % 3][at % 3].rstrip(".") for at in range(sentences)]
    return text_of(" ".join(f"{part} item{at:05d}." for at, part in enumerate(parts)))


class Model:
    """Answers each question by a function of the sentences that it shows; what has faults is asked for once more."""

    def __init__(self, answer: Callable[[dict[int, str]], Json | str], corrected: Json | None = None) -> None:
        self._answer = answer
        self._corrected = corrected
        self.questions: list[Question[Any]] = []
        self.told: list[Sequence[str]] = []
        """The faults of each answer that had some."""

    def __call__(self, questions: Sequence[Question[A]], report: Callable[[float], None]) -> list[Reply[A]]:
        self.questions.extend(questions)
        report(1.0)
        return [self._reply(question) for question in questions]

    def _reply(self, question: Question[A]) -> Reply[A]:
        found = self._answer({int(number): text for number, _, text in LINE.findall(question.data)})
        if isinstance(found, str):
            return Reply(None, found)
        answer = Answer.model_validate(found)
        faults = question.faults(cast(A, answer))
        if faults:
            self.told.append(faults)
            answer = Answer.model_validate(self._corrected) if self._corrected else answer
        return Reply(cast(A, answer))


def analysed(text: Text, model: Model, budget: int = BUDGET) -> Analysis:
    """What the model analyser makes of it."""
    return model_analyser(model, "tiny", budget)(text, lambda _: None)


def spoken(text: Text, section: Section) -> str:
    """A section's words."""
    return " ".join(word.text for word in text.words[section.first : section.stop])


def answer(**parts: Any) -> Json:
    """An answer with nothing but these parts."""
    return {"paragraphs": [1], "chapters": [], "keywords": [], "charts": [], "tables": [], **parts}


__all__ = ["Json", "Model", "analysed", "answer", "good_answer", "long_talk", "spoken", "text_of"]
