"""The language is told where there is text enough."""

import pytest

from cueweave.stages.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The quick brown fox jumps over the lazy dog and then goes home to sleep.", "en"),
        ("Der schnelle braune Fuchs springt über den faulen Hund und geht dann nach Hause.", "de"),
        ("El zorro marrón salta sobre el perro perezoso y luego se va a su casa.", "es"),
        ("Быстрая лиса прыгает через ленивую собаку и потом идёт домой спать.", "ru"),
        ("Yes.", None),
        ("12 34 56 — 78", None),
    ],
)
def test_the_language_is_told(text: str, language: str | None) -> None:
    assert detect_language([text]) == language
