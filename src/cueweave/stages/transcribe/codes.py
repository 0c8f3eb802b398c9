"""Languages that Whisper, and whoever speaks its wire, knows by another code than ours (ISO 639-1)."""

from __future__ import annotations

ITS_CODES = {"nb": "no", "fil": "tl", "iw": "he", "jv": "jw", "in": "id"}
OUR_CODES = {"jw": "jv"}


def whispers_code(language: str | None) -> str | None:
    """As it calls the language."""
    return ITS_CODES.get(language, language) if language else None


def our_code(language: str | None) -> str | None:
    """As we call what it calls so."""
    return OUR_CODES.get(language, language) if language else None
