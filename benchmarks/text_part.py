"""All that a job does with the text of its subtitles, without the sound and the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cueweave.domain.analysis import Text
from cueweave.domain.promises import check_promises
from cueweave.domain.transcript import Alignment, Medium, Span
from cueweave.formats import FORMATS, read_result, talk_of
from cueweave.pipeline.compose import compose
from cueweave.pipeline.document import to_document
from cueweave.pipeline.inspect import check_words
from cueweave.stages.align.holes import hole_windows
from cueweave.stages.align.order import in_order
from cueweave.stages.align.readings import to_hear
from cueweave.stages.align.windows import cut_windows
from cueweave.stages.analysis import analyse_offline
from cueweave.stages.language import detect_language
from cueweave.stages.sentences import cue_starts, find_turns, split_sentences
from cueweave.stages.spread import spread_words
from cueweave.stages.subtitles import read_subtitles
from cueweave.stages.sync import anchor_cues, apply_fit, fit_subtitles, search_fits
from cueweave.stages.words import cut_words

LONGEST = 6 * 3600.0
"""Seconds that a medium may last."""
DURATION = 21_600.0
"""Seconds of the medium."""
SPEECH = [Span(float(start), start + 2.0) for start in range(0, int(DURATION), 3)]


def text_part(data: bytes) -> Iterator[str]:
    """The name of each step when it is done. Raises BadInput where the door would refuse."""
    read = read_subtitles(data)
    check_words(read, LONGEST)
    yield "read"
    given = [replace(cue, text=" ".join(cut_words(cue.text, None))) for cue in read]
    language = detect_language(cue.text for cue in given)
    yield "cut"
    where = fit_subtitles(search_fits(given, SPEECH, DURATION, _ignore))
    anchor_cues(given, 12)
    cues = apply_fit(given, where, DURATION)
    yield "fit"
    words = spread_words(cues, SPEECH, DURATION)
    yield "spread"
    turns = find_turns(cues)
    sentences = split_sentences(words, language, cue_starts(cues), turns)
    yield "sentences"
    analysis = analyse_offline(Text(words, sentences, language, turns), _ignore)
    yield "analysis"
    spoken = [bool(each) for each in to_hear([word.text for word in words], language or "en")]
    cut_windows(words, DURATION)
    hole_windows(words, spoken, {}, DURATION)
    in_order(words, spoken, {}, DURATION)
    yield "align"
    aligned = Alignment(tuple(words), "spread", 0.0)
    transcript = compose((Medium(DURATION, has_sound=True, has_picture=False), language, where), aligned, analysis, [])
    check_promises(transcript, [word for cue in cues for word in cue.text.split()])
    document = to_document(transcript, asset_url=str)
    yield "compose"
    del read, given, cues, words, sentences, spoken, analysis, aligned, transcript  # another process writes the rest
    FORMATS["vtt"].write(talk_of(read_result(document)))
    yield "captions"


def _ignore(_share: float) -> None:
    """Progress interests nobody here."""
