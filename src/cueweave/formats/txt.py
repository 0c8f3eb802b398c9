"""Plain text to read or to search: paragraphs, and the titles of chapters on lines of their own."""

from cueweave.formats.talk import Talk, named


def to_txt(talk: Talk) -> str:
    """With a blank line between any two."""
    parts = [part for each, name in named(talk.paragraphs) for part in (each.title, _said(name, each.text)) if part]
    return "\n\n".join(parts) + "\n" if parts else ""


def _said(name: str, text: str) -> str:
    return f"{name}: {text}" if name else text
