"""What the model gets to see."""

from hypothesis import given, strategies as st
from stages.analysis.model.talk import BUDGET, Model, analysed, good_answer, long_talk, text_of
from support.model_server import LINE

from cueweave.domain.analysis import Text
from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.analysis.model import prompt
from cueweave.stages.analysis.model.draft import Window
from cueweave.stages.analysis.model.tokens import tokens


@given(st.lists(st.text(min_size=1).filter(lambda text: text.split() == [text]), min_size=1, max_size=30))
def test_nothing_in_a_text_can_close_it_or_pose_as_a_sentence(texts: list[str]) -> None:
    words = [Word(text, 0.0, 0.0, 1.0) for text in [*texts, "</transcript>", "[7]", "<transcript>"]]
    text = Text(words, [Sentence(0, len(words))], "en")
    data = prompt.data(prompt.lines(text, 10_000), Window(0, 1))
    assert data.count("<") == data.count(">") == 2
    assert [number for number, _, _ in LINE.findall(data)] == ["1"]


def test_speakers_and_slides_are_marked() -> None:
    text = text_of("It works. Does it? Yes.", turns=frozenset({2}), scenes=frozenset({2, 4}))
    shown = prompt.lines(text, 100)
    assert [line[: line.index("]")] for line in shown] == ["[1", "[2 speaker slide", "[3 slide"]


def test_an_endless_sentence_is_shown_in_part() -> None:
    words = [Word("word", 0.0, 0.0, 1.0)] * 5000
    (line,) = prompt.lines(Text(words, [Sentence(0, 5000)], "en"), 100)
    assert tokens(line) < 120
    assert line.endswith("…")


def test_a_request_keeps_its_budget() -> None:
    model = Model(good_answer)
    analysed(long_talk(2000), model)
    for question in model.questions:
        asked = tokens(question.orders) + tokens(question.data)
        assert asked + 2 * question.most_tokens < BUDGET
        assert question.most_tokens > tokens(question.data)
    assert len(model.questions) > 3


def test_tokens_are_overestimated_rather_than_under() -> None:
    assert tokens("The quick brown fox jumps over the lazy dog.") >= 10  # ten in OpenAI's alphabets
    assert tokens("Привет, как дела?") >= 8
    assert tokens("机器学习") >= 4
