"""Words where nobody speaks: over music, noise and silence."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.domain.transcript import Span, Utterance
from cueweave.stages.heard.drops import Sifted, Why, sift
from cueweave.stages.heard.pace import BRISK, seconds_to_say
from cueweave.stages.heard.voices import REACH, Voices


def drop_unvoiced(heard: Sequence[Utterance], speech: Sequence[Span]) -> Sifted:
    """Without words that lie farther from speech than an engine's times are off.

    An utterance whose words all fit into the speech that it does have keeps them: an engine that tells the time of
    utterances only may have spread them over a pause.
    """
    voices = Voices(speech)
    far = [_far(utterance, voices) for utterance in heard]
    return sift(heard, lambda at, number: number in far[at], Why.SILENCE)


def _far(utterance: Utterance, voices: Voices) -> frozenset[int]:
    """Which of its words are said by nobody."""
    words = utterance.words
    far = frozenset(at for at, word in enumerate(words) if not voices.near(word.start, word.end))
    if not far or len(far) == len(words):
        return far
    spoken = voices.seconds(words[0].start - REACH, words[-1].end + REACH)
    return frozenset() if seconds_to_say(words, BRISK) <= spoken else far
