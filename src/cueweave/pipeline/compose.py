"""Puts together what the steps found."""

from collections.abc import Sequence

from cueweave.domain.transcript import Alignment, Fit, Medium, Paragraph, Section, Span, Transcript
from cueweave.domain.visuals import Image
from cueweave.stages.visuals import assign_images


def compose(
    found: tuple[Medium, str | None, Fit],
    aligned: Alignment,
    sections: Sequence[Section],
    slides: Sequence[Image],
) -> Transcript:
    """Paragraphs with exact times from sections by word index; slides where they are seen."""
    medium, language, fit = found
    texts = [aligned.words[section.first : section.stop] for section in sections]
    images = assign_images([Span(words[0].start, words[-1].end) for words in texts], slides)
    paragraphs = tuple(
        Paragraph(words=words, title=section.title, keywords=section.keywords, visual=image)
        for words, section, image in zip(texts, sections, images, strict=True)
    )
    return Transcript(paragraphs, medium, language, fit, aligned.method, aligned.aligned)
