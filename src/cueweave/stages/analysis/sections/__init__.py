"""Paragraphs and chapters: where a reader would begin a new one.

`vocabulary.py` numbers the words, `cohesion.py` says how well any run of sentences belongs together, `starts.py` what
else speaks for or against a start (pauses, turns, slides, `markers`), `chapters.py` and `paragraphs.py` weigh it, and
`program.py` finds the cheapest way to cut. `outline.py` puts them together.
"""

from cueweave.stages.analysis.sections.outline import Outline, outline

__all__ = ["Outline", "outline"]
