"""Comma-separated values (RFC 4180): a row for each word, for spreadsheets and data frames."""

import csv
import io

from cueweave.formats.talk import Talk


def to_csv(talk: Talk) -> str:
    """Seconds with three decimals. Words stand as they are: who opens this in a spreadsheet imports them as text."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(("paragraph", "word", "start", "end", "confidence"))
    rows.writerows(
        (number, word.text, f"{word.start:.3f}", f"{word.end:.3f}", f"{word.confidence:.2f}")
        for number, paragraph in enumerate(talk.paragraphs, 1)
        for word in paragraph.words
    )
    return file.getvalue()
