"""An edited document is kept as a result only if it is one; a fault is named with its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st

from cueweave.api.edits import edited
from cueweave.api.result_schema import Result
from cueweave.errors import BadResult

Document = dict[str, Any]
TASK = "ada:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b"
PICTURE = f"/tasks/{TASK}/assets/slide-001.jpg"
ASSETS = frozenset({"slide-001.jpg"})
DURATION = 60.0
FACTS: Document = {
    "media": {"duration": DURATION, "kind": "video", "language": "en"},
    "alignment": {
        "subtitle_offset": 0.0,
        "subtitle_rate": 1.0,
        "subtitle_score": 1.0,
        "pieces": [],
        "method": "as given",
        "words_aligned": 1.0,
    },
    "analysis": {"method": "offline"},
}
CHART: Document = {
    "type": "chart",
    "chart_type": "bar",
    "title": "T",
    "data": {"labels": ["a", "b"], "datasets": [1.0, 2.5]},
}
TABLE: Document = {"type": "table", "title": "T", "caption": None, "headers": ["a", "b"], "data": [["1", "2"]]}
IMAGE: Document = {"type": "image", "title": "T", "alt_text": None, "url": PICTURE}


def paragraph(number: int, texts: list[str], start: float = 0.0, step: float = 0.5, **more: object) -> Document:
    words = [
        {"word": text, "start": start + at * step, "end": start + (at + 1) * step, "confidence": 0.9}
        for at, text in enumerate(texts)
    ]
    return {
        "paragraph_id": number,
        "paragraph_text": " ".join(texts),
        "start_time": words[0]["start"],
        "end_time": words[-1]["end"],
        "title": None,
        "keywords": [],
        "words": words,
        "visuals": None,
        **more,
    }


def visuals(content: Document) -> Document:
    return {"type": content["type"], "title": content["title"], "start_time": 1.0, "end_time": 4.0, "content": content}


ORIGINAL: Document = {
    "paragraphs": [
        paragraph(1, ["Never", "touch", "it."], keywords=[{"word": "touch it", "type": "Warnings"}], title="Safety"),
        paragraph(2, ["Half", "of", "them", "do."], start=10.0, visuals=visuals(CHART)),
        paragraph(3, ["Look", "here."], start=20.0, visuals=visuals(IMAGE)),
        paragraph(4, ["And", "here."], start=30.0, visuals=visuals(TABLE)),
    ],
    **FACTS,
}


def check(document: object) -> Document:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    found: Document = json.loads(edited(body, json.dumps(ORIGINAL).encode(), TASK, ASSETS))
    return found


def test_a_result_that_nobody_changed_is_kept_as_it_is() -> None:
    assert check(ORIGINAL) == ORIGINAL


def test_paragraphs_alone_are_enough() -> None:
    assert check({"paragraphs": ORIGINAL["paragraphs"]}) == ORIGINAL


@pytest.mark.parametrize("name", FACTS)
def test_what_the_server_knows_itself_is_kept_whatever_is_sent(name: str) -> None:
    assert check({**ORIGINAL, name: {"duration": 1e9, "method": "my own"}}) == ORIGINAL


def test_words_may_be_changed_added_and_removed() -> None:
    paragraphs = [paragraph(1, ["Always", "hold", "on", "tight."]), paragraph(2, ["Bye."], start=59.0)]
    assert check({"paragraphs": paragraphs})["paragraphs"] == paragraphs


def test_white_space_and_times_of_a_paragraph_are_set_from_its_words() -> None:
    sent = copy.deepcopy(ORIGINAL)
    sent["paragraphs"][0]["paragraph_text"] = "Never  touch\nit."
    sent["paragraphs"][0]["end_time"] += 0.001
    assert check(sent) == ORIGINAL


def test_scripts_without_blanks_stay_without_blanks() -> None:
    kept = check({"paragraphs": [paragraph(1, ["今日", "は。"])]})
    assert kept["paragraphs"][0]["paragraph_text"] == "今日は。"


Change = Callable[[Document], object]
FAULTS: dict[str, tuple[Change, str]] = {
    "no paragraphs": (lambda d: d.update(paragraphs=[]), "paragraphs: "),
    "paragraphs are no list": (lambda d: d.update(paragraphs={}), "paragraphs: "),
    "a field that is none": (lambda d: d.update(extra=1), "extra: "),
    "a number out of order": (lambda d: d["paragraphs"][1].update(paragraph_id=1), "paragraphs.1.paragraph_id: "),
    "a fraction as number": (lambda d: d["paragraphs"][1].update(paragraph_id=1.5), "paragraphs.1.paragraph_id: "),
    "no words": (lambda d: d["paragraphs"][1].update(words=[]), "paragraphs.1.words: "),
    "no title": (lambda d: d["paragraphs"][1].pop("title"), "paragraphs.1.title: "),
    "text and words differ": (
        lambda d: d["paragraphs"][1].update(paragraph_text="Half of us do."),
        "paragraphs.1.paragraph_text: ",
    ),
    "a paragraph's start": (lambda d: d["paragraphs"][1].update(start_time=9.0), "paragraphs.1.start_time, "),
    "a field too many": (lambda d: d["paragraphs"][0]["words"][1].update(more=1), "paragraphs.0.words.1: "),
    "a field in place of another": (
        lambda d: d["paragraphs"][0]["words"][1].update(more=d["paragraphs"][0]["words"][1].pop("confidence")),
        "paragraphs.0.words.1.confidence: ",
    ),
    "two words in one": (
        lambda d: d["paragraphs"][0]["words"][1].update(word="touch it"),
        "paragraphs.0.words.1.word: ",
    ),
    "an empty word": (lambda d: d["paragraphs"][0]["words"][1].update(word=""), "paragraphs.0.words.1.word: "),
    "a time as text": (lambda d: d["paragraphs"][0]["words"][1].update(start="0.5"), "paragraphs.0.words.1.start: "),
    "a time that is huge": (
        lambda d: d["paragraphs"][0]["words"][1].update(end=10**400),
        "paragraphs.0.words.1.end: ",
    ),
    "a time below zero": (lambda d: d["paragraphs"][0]["words"][0].update(start=-1), "paragraphs.0.words.0.start: "),
    "an end before its start": (lambda d: d["paragraphs"][3]["words"][1].update(end=30.1), "paragraphs.3.words.1: "),
    "after the medium": (lambda d: d["paragraphs"][3]["words"][1].update(end=60.1), "paragraphs.3.words.1: "),
    "backwards": (lambda d: d["paragraphs"][0]["words"][2].update(start=0.4), "paragraphs.0.words.2: "),
    "backwards over paragraphs": (lambda d: d["paragraphs"][1]["words"][0].update(start=0.9), "paragraphs.1.words.0: "),
    "a confidence": (
        lambda d: d["paragraphs"][0]["words"][2].update(confidence=1.1),
        "paragraphs.0.words.2.confidence: ",
    ),
    "a keyword that nobody says": (
        lambda d: d["paragraphs"][0].update(keywords=[{"word": "touch me", "type": "main"}]),
        "paragraphs.0.keywords.0.word: ",
    ),
    "an empty keyword": (
        lambda d: d["paragraphs"][0].update(keywords=[{"word": " ", "type": "main"}]),
        "paragraphs.0.keywords.0.word: ",
    ),
    "a type of keyword": (
        lambda d: d["paragraphs"][0].update(keywords=[{"word": "it", "type": "Main"}]),
        "paragraphs.0.keywords.0.type: ",
    ),
    "a keyword too many": (
        lambda d: d["paragraphs"][0].update(keywords=[{"word": "it", "type": "main"}] * 201),
        "paragraphs.0.keywords: ",
    ),
    "a visual's end": (lambda d: d["paragraphs"][1]["visuals"].update(end_time=0.5), "paragraphs.1.visuals: "),
    "a visual after the medium": (
        lambda d: d["paragraphs"][1]["visuals"].update(end_time=61.0),
        "paragraphs.1.visuals: ",
    ),
    "two types": (lambda d: d["paragraphs"][1]["visuals"].update(type="image"), "paragraphs.1.visuals: "),
    "two titles": (lambda d: d["paragraphs"][1]["visuals"].update(title="other"), "paragraphs.1.visuals: "),
    "a label too few": (
        lambda d: d["paragraphs"][1]["visuals"]["content"]["data"].update(labels=["a"]),
        "paragraphs.1.visuals.content.data: ",
    ),
    "a cell too few": (
        lambda d: d["paragraphs"][3]["visuals"]["content"].update(data=[["1"]]),
        "paragraphs.3.visuals.content.data: ",
    ),
    "a picture of somebody else": (
        lambda d: d["paragraphs"][2]["visuals"]["content"].update(url="https://example.org/slide-001.jpg"),
        "paragraphs.2.visuals.content.url: ",
    ),
    "a script for a picture": (
        lambda d: d["paragraphs"][2]["visuals"]["content"].update(url="javascript:alert(1)"),
        "paragraphs.2.visuals.content.url: ",
    ),
    "a picture that is not there": (
        lambda d: d["paragraphs"][2]["visuals"]["content"].update(url=PICTURE.replace("001", "002")),
        "paragraphs.2.visuals.content.url: ",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_place(name: str) -> None:
    change, place = FAULTS[name]
    sent = copy.deepcopy(ORIGINAL)
    change(sent)
    with pytest.raises(BadResult) as refused:
        check(sent)
    assert str(refused.value).startswith(place), refused.value
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no JSON",
        b"[]",
        b"null",
        b'{"paragraphs": NaN}',
        b'{"paragraphs": [',
        b'{"paragraphs": ["\\ud800"]}',
        b'{"a": ' + b"[" * 100_000,
        b"\xff\xfe",
        b'{"%s": 1}' % (b"long" * 10_000),
    ],
    ids=lambda body: repr(body[:16]),
)
def test_what_is_no_document_is_refused(body: bytes) -> None:
    with pytest.raises(BadResult) as refused:
        check(body)
    assert len(str(refused.value)) < 250


def test_a_number_that_json_makes_infinite_is_refused() -> None:
    body = json.dumps(ORIGINAL).replace("2.5", "1e999").encode()
    with pytest.raises(BadResult, match=r"paragraphs\.1\.visuals\.content\.chart\.data\.datasets\.1: "):
        check(body)


words = st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=8)


@given(st.lists(st.lists(words, min_size=1, max_size=6), min_size=1, max_size=5), st.floats(0.0, 1.9))
def test_whatever_words_people_write_the_document_stays_a_result(texts: list[list[str]], step: float) -> None:
    starts = [sum(map(len, texts[:at])) * step for at in range(len(texts))]
    paragraphs = [
        paragraph(at + 1, each, start=start, step=step)
        for at, (each, start) in enumerate(zip(texts, starts, strict=True))
    ]
    for each, following in pairwise(paragraphs):  # sums of floats must not run backwards
        following["words"][0]["start"] = max(following["words"][0]["start"], each["words"][-1]["start"])
    kept = check({"paragraphs": paragraphs})
    Result.model_validate(kept)
    assert [word["word"] for each in kept["paragraphs"] for word in each["words"]] == [
        word for each in texts for word in each
    ]
    assert check(kept) == kept


def test_a_speaker_stays_and_nobody_gets_one_who_had_none() -> None:
    document = copy.deepcopy(ORIGINAL)
    document["paragraphs"][1]["speaker"] = "Ann"
    kept = json.loads(edited(json.dumps(document).encode(), json.dumps(ORIGINAL).encode(), TASK, ASSETS))
    assert [each.get("speaker", "nobody") for each in kept["paragraphs"]] == ["nobody", "Ann", "nobody", "nobody"]
    assert kept["paragraphs"][0]["visuals"] is None
