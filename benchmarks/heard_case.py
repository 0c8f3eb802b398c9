"""The pipeline's own steps on one case without its subtitles: `python heard_case.py case.json ENGINE`.

`ENGINE` is one of `engine_names`: those of the product, and three that know the truth.
"""

from __future__ import annotations

import json
import logging
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from case_files import read_case, sound_of
from recording import Recording

from cueweave.cli.config import read_settings
from cueweave.cli.transcriber import chosen
from cueweave.domain.engines import AT_HAND, Engine
from cueweave.domain.transcript import Utterance, Word
from cueweave.pipeline import fitting
from cueweave.pipeline.engines import ear
from cueweave.pipeline.hearing import hear, put_in_order
from cueweave.pipeline.said import from_engine
from cueweave.stages.speech import find_speech

TRUE, OFF, MADE_UP = "truth", "truth, 0.3 s off", "truth and dreams"
OFF_BY = 0.3
KNOWING = (TRUE, OFF, MADE_UP)
DREAMS = 5
"""Every so many utterances one is made up: what is said elsewhere, in place of what is said there."""


def engine_names() -> list[str]:
    """The product's engines, as far as they are here, and those that know the truth."""
    return [*engines(), *KNOWING]


def engines() -> dict[str, Engine]:
    """What is here without further ado, and what the settings choose, by name."""
    return {each.name: each for each in (AT_HAND, chosen(read_settings()).engine)}


def silent(share: float) -> None:
    """Nobody watches the progress."""


def main() -> None:
    """Print one JSON object; see `heard_row` in `speech.py` for its reader."""
    path, engine = Path(sys.argv[1]), sys.argv[2]
    case, sound = read_case(path), sound_of(path)
    logging.basicConfig(stream=sys.stderr)
    speech = find_speech(sound, silent)
    start = time.perf_counter()
    if found := engines().get(engine):
        with tempfile.TemporaryDirectory() as kept:
            heard = hear(sound, speech, ear(found, case.heard.language), Path(kept), silent)
    else:
        heard = list(put_in_order(list(_knowing(case.heard, engine)), sound.duration))
    middle = time.perf_counter()
    recording = fitting.Recording(sound, speech, sound.duration, case.heard.language)
    said = from_engine(heard, recording, silent)
    print(
        json.dumps(
            {
                "heard": _listed([word for each in heard for word in each.words]),
                "words": _listed(said.words),
                "hearing": middle - start,
                "sifting": time.perf_counter() - middle,
            }
        )
    )


def _listed(words: Sequence[Word]) -> list[tuple[str, float]]:
    return [(word.text, word.start) for word in words]


def _knowing(recording: Recording, engine: str) -> Iterator[Utterance]:
    """The truth, a cue an utterance, with times that are right or off, or with every fifth made up."""
    texts = [cue.text.split() for cue in recording.cues]
    bounds = list(accumulate(map(len, texts), initial=0))
    chance = random.Random(7)  # noqa: S311 - the same each time
    for at, (first, stop) in enumerate(pairwise(bounds)):
        own = [(text, span) for text, span in zip(texts[at], recording.words[first:stop], strict=True) if span]
        if engine == MADE_UP and at % DREAMS == DREAMS - 1:
            yield _dream(texts[(at + 7) % len(texts)][: len(own)], own[0][1].start, own[-1][1].end)
            continue
        off = OFF_BY if engine == OFF else 0.0
        yield Utterance(
            tuple(
                Word(text, max(span.start + chance.uniform(-off, off), 0.0), span.end + chance.uniform(-off, off), 0.9)
                for text, span in own
            )
        )


def _dream(texts: Sequence[str], start: float, end: float) -> Utterance:
    """Words spread evenly."""
    length = (end - start) / len(texts)
    return Utterance(
        tuple(Word(text, start + length * at, start + length * (at + 1), 0.9) for at, text in enumerate(texts))
    )


if __name__ == "__main__":
    main()
