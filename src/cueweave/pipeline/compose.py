"""Puts together what the steps found."""

from collections.abc import Sequence

from cueweave.domain.analysis import Analysis, Passage
from cueweave.domain.transcript import Alignment, Fit, Medium, Paragraph, Span, Transcript, Word
from cueweave.domain.visuals import Visual
from cueweave.stages.visuals import assign_images


def compose(
    found: tuple[Medium, str | None, Fit],
    aligned: Alignment,
    analysis: Analysis,
    slides: Sequence[Visual],
    speakers: Sequence[str | None] = (),
) -> Transcript:
    """Paragraphs with exact times from sections by word index; slides where they are seen.

    `speakers` says who speaks each word; a paragraph has a speaker where all its words have the same.
    """
    medium, language, fit = found
    texts = [aligned.words[section.first : section.stop] for section in analysis.sections]
    spans = [Span(words[0].start, words[-1].end) for words in texts]
    figures = [
        _figure(aligned.words, section.passage, span.end)
        for section, span in zip(analysis.sections, spans, strict=True)
    ]
    paragraphs = tuple(
        Paragraph(words, section.title, section.keywords, visual, _only(speakers[section.first : section.stop]))
        for words, section, visual in zip(texts, analysis.sections, assign_images(spans, figures, slides), strict=True)
    )
    return Transcript(paragraphs, medium, language, fit, aligned.method, aligned.aligned, analysis.method)


def _only(speakers: Sequence[str | None]) -> str | None:
    return speakers[0] if len(set(speakers)) == 1 else None


def _figure(words: Sequence[Word], passage: Passage | None, until: float) -> Visual | None:
    """Shown from the first word of its passage until its paragraph and the passage are over."""
    if passage is None:
        return None
    return Visual(words[passage.first].start, max(words[passage.stop - 1].end, until), passage.figure)
