"""Answers of speech servers mean the same whoever gives them, and nonsense means nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from cueweave.clients.speech.reply import MOST_LETTERS, Nonsense, Part, Reply, read_reply

JSON = "application/json"
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["text", "words", "segments", "word", "start", "end", "language"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)


def read(answer: object) -> Reply:
    return read_reply(json.dumps(answer).encode(), JSON)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("english", "en"),
        ("German", "de"),
        ("pt", "pt"),
        ("yue", "yue"),
        ("haitian creole", "ht"),
        ("?", None),
        (7, None),
    ],
)
def test_languages_are_told_by_name_or_code(told: object, code: str | None) -> None:
    assert read({"text": "a", "language": told}).language == code


def test_how_sure_the_server_is_stands_in_either_way() -> None:
    reply = read(
        {
            "text": "a b",
            "words": [{"word": " a", "start": 0, "end": 1, "probability": 0.25}, {"word": "b", "start": 1, "end": 2}],
            "segments": [{"text": "a b", "start": 0.0, "end": 2.0, "avg_logprob": 0.0}],
        }
    )
    assert reply.words == (Part("a", 0.0, 1.0, 0.25), Part("b", 1.0, 2.0, None))
    assert reply.segments == (Part("a b", 0.0, 2.0, 1.0),)


@pytest.mark.parametrize(
    "times",
    [{"start": -1, "end": 1}, {"start": 2, "end": 1}, {"start": None, "end": 1}, {"end": 1}, {"start": True, "end": 2}],
)
def test_times_that_can_not_be_are_no_times(times: dict[str, Any]) -> None:
    assert read({"text": "a", "words": [{"word": "a", **times}]}).words == ()
    assert read_reply(b'{"text": "a", "words": [{"word": "a", "start": NaN, "end": Infinity}]}', JSON).words == ()


def test_segments_alone_are_a_text() -> None:
    assert (
        read({"segments": [{"text": " a", "start": 0, "end": 1}, {"text": "b ", "start": 1, "end": 2}]}).text == "a b"
    )


def test_nothing_said_needs_no_times() -> None:
    assert read({"text": ""}).has_times
    assert not read({"text": "a"}).has_times


def test_a_text_that_nobody_can_have_spoken_is_nonsense() -> None:
    with pytest.raises(Nonsense):
        read({"text": "a" * (MOST_LETTERS + 1)})


@given(ANYTHING)
def test_whatever_comes_is_a_reply_or_nonsense(answer: object) -> None:
    try:
        reply = read(answer)
    except Nonsense:
        return
    assert all(0 <= part.start <= part.end for part in (*reply.words, *reply.segments))


@given(st.binary(max_size=50), st.sampled_from([JSON, "text/plain", "text/html", ""]))
def test_whatever_bytes_come_are_a_reply_or_nonsense(body: bytes, kind: str) -> None:
    try:
        read_reply(body, kind)
    except Nonsense:
        return
