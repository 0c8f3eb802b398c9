"""The analyser that needs no network and no download."""

from cueweave.domain.analysis import Analysis, Section, Text
from cueweave.domain.transcript import Report
from cueweave.stages.analysis.figures import find_figures
from cueweave.stages.analysis.keywords import find_keywords
from cueweave.stages.analysis.sections import outline
from cueweave.stages.analysis.titles import chapter_titles

METHOD = "offline"


def analyse_offline(text: Text, report: Report) -> Analysis:
    """Paragraphs and chapters by cohesion, keywords and titles by its phrases, figures by its numbers."""
    found = outline(text)
    report(0.4)
    keywords = find_keywords(text, found.paragraphs)
    report(0.7)
    titles = chapter_titles(text, found.chapter_spans())
    passages = find_figures(text, found.paragraphs)
    report(1.0)
    sections = (
        Section(first, stop, titles.get(first), own, passage)
        for (first, stop), own, passage in zip(found.paragraphs, keywords, passages, strict=True)
    )
    return Analysis(tuple(sections), METHOD)
