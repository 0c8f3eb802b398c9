"""Pages of the slides that were handed in, in the place of what the video shows of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cueweave.domain.progress import part
from cueweave.domain.transcript import Report, Span
from cueweave.domain.visuals import Image, Table, Visual
from cueweave.pipeline.said import Said
from cueweave.stages.analysis import is_function_word, stem
from cueweave.stages.pages import Page, Showing, Speech, Wording, read_pages, seen_pages, spoken_pages
from cueweave.stages.visuals import is_drawn_picture
from cueweave.stages.words import cut_words

TOGETHER = 3.0
"""Seconds between two sights of one page up to which they are one."""
MOSTLY = 0.5
"""Share of a page's text in tables from which the table says more than the picture."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What was read of the PDF, and the folder with the pages' pictures."""

    pages: Sequence[Page]
    folder: Path

    @classmethod
    def of(cls, slides: Path, into: Path, report: Report) -> Pages:
        """Read a PDF, with pictures in `into`. Raises NotSlides, BrokenSlides or TooManyPages."""
        return cls(read_pages(slides, into, report), into)


def with_pages(given: Pages, slides: Sequence[Visual], assets: Path, said: Said, report: Report) -> list[Visual]:
    """The video's slides, those that are pages replaced by them; without any of them, pages by what is said.

    The pictures that the result shows are in `assets` afterwards, of the others none.
    """
    speech = Speech(said.words, said.sentences, _meanings([word.text for word in said.words], said.language))
    written = [_meanings(cut_words(page.text, said.language), said.language) for page in given.pages]
    wording = Wording(written, speech.stems)
    spans = [Span(slide.start, slide.end) for slide in slides]
    files = [assets / slide.content.file for slide in slides if isinstance(slide.content, Image)]
    seen = seen_pages(spans, files, given.pages, wording, speech, part(report, 0.0, 0.9))
    if any(seen):
        showings = _joined(slides, seen)
        others = [slide for slide, page in zip(slides, seen, strict=True) if page is None]
    else:
        showings, others = _unseen(spoken_pages(given.pages, wording, speech), slides, files)
    starts = [said.words[sentence.first].start for sentence in said.sentences]
    shown = [visual for showing in showings for visual in _visuals(showing, starts)]
    visuals = sorted([*shown, *others], key=lambda visual: visual.start)
    _keep(visuals, given, assets, files)
    report(1.0)
    return visuals


def _meanings(words: Sequence[str], language: str | None) -> list[str]:
    """Stems; empty for words that any text has."""
    return ["" if is_function_word(word, language) else stem(word, language) for word in words]


def _joined(slides: Sequence[Visual], seen: Sequence[Page | None]) -> list[Showing]:
    """A page that grows line by line may be several slides of the video."""
    showings: list[Showing] = []
    for slide, page in zip(slides, seen, strict=True):
        if page is None:
            continue
        last = showings[-1] if showings else None
        if last and last.page is page and slide.start - last.end <= TOGETHER:
            showings[-1] = Showing(page, last.start, slide.end)
        else:
            showings.append(Showing(page, slide.start, slide.end))
    return showings


def _unseen(
    spoken: Sequence[Showing], slides: Sequence[Visual], files: Sequence[Path]
) -> tuple[list[Showing], list[Visual]]:
    """Pages that are spoken about where the video shows no slide of its own, and what it shows where they aren't."""
    own = [slide for slide, file in zip(slides, files, strict=True) if is_drawn_picture(file)]
    showings = [showing for showing in spoken if not any(_overlap(showing, slide) for slide in own)]
    others = [slide for slide in slides if slide in own or not any(_overlap(showing, slide) for showing in showings)]
    return showings, others


def _overlap(showing: Showing, slide: Visual) -> bool:
    return showing.start < slide.end and slide.start < showing.end


def _visuals(showing: Showing, starts: Sequence[float]) -> list[Visual]:
    """The page as a picture, and its tables, one after the other from sentence to sentence.

    A page that is mostly a table begins with it: a table can be read, searched and copied.
    """
    page = showing.page
    picture = Image(page.title, page.text or None, page.file)
    contents: list[Image | Table] = [*page.tables, picture] if page.tabular >= MOSTLY else [picture, *page.tables]
    visuals: list[Visual] = []
    start = showing.start
    for content in contents:
        visuals.append(Visual(start, showing.end, content))
        later = bisect_right(starts, start)
        if later == len(starts) or starts[later] >= showing.end:
            break
        start = starts[later]
    return visuals


def _keep(visuals: Sequence[Visual], given: Pages, assets: Path, files: Sequence[Path]) -> None:
    """Pictures of pages that are shown come to the others; those of the video that aren't shown any more go."""
    shown = {visual.content.file for visual in visuals if isinstance(visual.content, Image)}
    for file in set(files):
        if file.name not in shown:
            file.unlink(missing_ok=True)
    for page in given.pages:
        if page.file in shown:
            assets.mkdir(parents=True, exist_ok=True)
            (given.folder / page.file).rename(assets / page.file)
