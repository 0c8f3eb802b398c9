"""What letters are, and runs of them as words."""

from __future__ import annotations

import re
import unicodedata

MARKS = "".join(chr(code) for code in range(0x300, 0x3100) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
"""Marks that belong to the letter before them, as in Hindi and Thai; Python's `\\w` leaves them out."""
LETTER = f"(?:[^\\W\\d_][{MARKS}]*)"
WORD = f"{LETTER}+(?:'{LETTER}+)*"
LONGEST = 40
"""Letters; a longer run is nothing that anybody says as one word."""
APOSTROPHES = str.maketrans("’‘ʼʻ`´＇", "'''''''")
DOTTED = str.maketrans("Iİ", "ıi")
"""Turkish and Azerbaijani have an i with and one without a dot, in both cases."""


def lower(text: str, language: str) -> str:
    """The text in lower case, composed."""
    if language in ("tr", "az"):
        text = text.translate(DOTTED)
    # a lower-case dotted capital comes apart into two characters in other languages
    return unicodedata.normalize("NFC", text.lower().replace("i̇", "i"))


def words_of(text: str, language: str) -> list[str]:
    """Lower-case words of letters and apostrophes in a text."""
    text = lower(text.translate(APOSTROPHES), language)
    # what Python takes for letters holds numbers too
    return [word[:LONGEST] for word in re.findall(WORD, text) if not any(map(str.isnumeric, word)) or word.isalpha()]
