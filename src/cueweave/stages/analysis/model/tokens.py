"""How many tokens a text has at most: estimated, since every model counts its own way."""

from __future__ import annotations

ASCII_PER_TOKEN = 3
"""Characters; English has four or more in the models' alphabets."""
BYTES_PER_TOKEN = 2
"""Of letters beyond ASCII, which have two to four bytes each and often a token of their own."""


def tokens(text: str) -> int:
    """More than a usual tokenizer finds."""
    plain = sum(letter.isascii() for letter in text)
    return -(-plain // ASCII_PER_TOKEN) + -(-(len(text.encode(errors="replace")) - plain) // BYTES_PER_TOKEN)
