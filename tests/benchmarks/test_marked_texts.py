"""Texts with marked boundaries are read and made as they are told."""

from pathlib import Path

import pytest
from made_text import made_text
from marked_texts import choi_folders, rejoined, strung_texts


def test_a_text_in_choi_s_form_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "3-5").mkdir()
    (tmp_path / "3-5/0.ref").write_text("==========\nOne . \nTwo . \n==========\nThree . \n==========\n")
    monkeypatch.setenv("BENCH_SEGMENTATION", str(tmp_path))
    (text,) = choi_folders()["3-5"]
    assert (text.sentences, text.boundaries) == (("One.", "Two.", "Three."), (2,))


def test_without_a_folder_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BENCH_SEGMENTATION", raising=False)
    assert choi_folders() == {}


def test_tokens_are_joined_as_they_are_printed() -> None:
    assert rejoined("`` He ca n't ( yet ) come , '' said John 's son .") == "\"He can't (yet) come,\" said John's son."


def test_passages_are_strung_in_other_orders_the_same_each_time() -> None:
    texts = strung_texts("en")
    assert texts == strung_texts("en")
    assert len({text.sentences for text in texts}) == len(texts)
    assert all(0 < at < len(text.sentences) for text in texts for at in text.boundaries)


def test_a_made_text_has_as_many_words_as_told_in_sentences_that_cover_them() -> None:
    text = made_text(1000)
    assert len(text.words) == 1000
    assert [at for each in text.sentences for at in range(each.first, each.stop)] == list(range(1000))
