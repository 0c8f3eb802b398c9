"""Speech recognised by a server that speaks as OpenAI's does."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from cueweave.domain.engines import SpeechServer
from cueweave.domain.transcript import Report, Sound, Span, Utterance, Word
from cueweave.stages.transcribe.codes import our_code, whispers_code
from cueweave.stages.transcribe.phrases import phrases
from cueweave.stages.transcribe.placing import UNSURE, Cut, placed
from cueweave.stages.transcribe.windows import widened, windows

if TYPE_CHECKING:
    from cueweave.clients.speech.ask import Hearing
    from cueweave.clients.speech.reply import Part, Reply

LONGEST, JOIN = 120.0, 5.0
"""Seconds of a request, 3.8 MB as WAV, and of a silence in it."""
LONGEST_UNTIMED, JOIN_UNTIMED = 20.0, 1.0
"""The same where the server gives no times: then all that is known of a word is which request it came with."""
MARGIN = 0.3
LATE = 1.0
"""Seconds by which times may lie beyond the sound that was sent, as rounding makes them; else they mean nothing."""


def transcribe_by_server(
    server: SpeechServer, cut: Cut, sound: Sound, speech: Sequence[Span], language: str | None, report: Report
) -> list[Utterance]:
    """What is said, as the server writes it; words that it doesn't time are placed where somebody speaks.

    Raises EngineFailed.
    """
    hearing = _hearing(server)
    timed = hearing.gives_times
    longest, join = (LONGEST, JOIN) if timed else (LONGEST_UNTIMED, JOIN_UNTIMED)
    cuts = widened(windows(speech, longest=longest, join=join), MARGIN, sound.duration)
    heard: list[Utterance] = []
    for at, window in enumerate(cuts):
        reply = hearing.hear(wave_file(sound, window), whispers_code(language), partial(report, at / len(cuts)))
        if timed and not hearing.gives_times and window.end - window.start > LONGEST_UNTIMED:
            left = [Span(max(span.start, window.start), span.end) for span in speech if span.end > window.start]
            later = partial(_report_rest, report, at / len(cuts))
            return heard + transcribe_by_server(server, cut, sound, left, language, later)
        spoken = language or our_code(reply.language)
        heard += phrases(_words(reply, window, speech, partial(cut, language=spoken)), spoken)
        report((at + 1) / len(cuts))
    return heard


def _report_rest(report: Report, done: float, share: float) -> None:
    report(done + (1 - done) * share)


@cache
def _hearing(server: SpeechServer) -> Hearing:
    """One a process: it learns what the server knows."""
    from cueweave.clients.speech.ask import Hearing

    return Hearing(server)


def wave_file(sound: Sound, span: Span) -> bytes:
    """The sound of a span as a WAV file."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(sound.read(span.start, span.end))
    return data.getvalue()


def _words(reply: Reply, window: Span, speech: Sequence[Span], cut: Callable[[str], list[str]]) -> list[Word]:
    """The words of a reply: the text's, with the words' times, where there are none inside their segments."""
    timed = _in_medium(reply.words, window)
    segments = _in_medium(reply.segments, window)
    if timed or not segments:
        text = " ".join(segment.text for segment in segments) or reply.text or " ".join(word.text for word in timed)
        return placed(" ".join(cut(text)).split(), timed, window, speech)
    words: list[Word] = []
    for segment in segments:
        start = max(segment.start, words[-1].end if words else window.start)
        within = Span(start, max(start, segment.end))
        words += placed(" ".join(cut(segment.text)).split(), (), within, speech)
    return words


def _in_medium(parts: Sequence[Part], window: Span) -> list[Word]:
    """With times in the medium; without those that lie beyond what was sent."""
    length = window.end - window.start
    return [
        Word(
            part.text,
            window.start + min(part.start, length),
            window.start + min(part.end, length),
            UNSURE if part.confidence is None else part.confidence,
        )
        for part in parts
        if part.end <= length + LATE
    ]
