"""Plain text to read or to search: paragraphs, and the titles of chapters on lines of their own."""

from cueweave.formats.talk import Talk


def to_txt(talk: Talk) -> str:
    """With a blank line between any two."""
    parts = [part for each in talk.paragraphs for part in (each.title, each.text) if part]
    return "\n\n".join(parts) + "\n" if parts else ""
