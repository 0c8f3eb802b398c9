"""What the offline analyser says of a window, for where the model says nothing that can be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cueweave.domain.analysis import Section, Text
from cueweave.stages.analysis.model.draft import Draft, Place, Window
from cueweave.stages.analysis.model.said import find


def spare_draft(sections: Sequence[Section], window: Window, text: Text) -> Draft:
    """The part of an offline analysis (its sections) that lies in the window."""
    first, stop = text.sentences[window.first].first, text.sentences[window.stop - 1].stop
    number = {sentence.first: at for at, sentence in enumerate(text.sentences)}
    own = [section for section in sections if section.first < stop and section.stop > first]
    inner = [section for section in own if first <= section.first]
    return Draft(
        window,
        tuple(sorted({window.first, *(number[section.first] for section in inner)})),
        {number[section.first]: section.title for section in inner if section.title},
        tuple(
            place for section in own for place in _places(section, text) if first <= place.first < place.stop <= stop
        ),
        tuple(section.passage for section in inner if section.passage),
    )


def _places(section: Section, text: Text) -> Iterator[Place]:
    for keyword in section.keywords:
        span = find(keyword.word, text, section.first, section.stop)
        if span:
            yield Place(*span, keyword)
