"""The pipeline's own steps on one case, in a process of its own: `python subject.py case.json` prints what came out."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from case_files import sound_of

from cueweave.domain.transcript import Alignment, Cue, Fit, Sound, Word
from cueweave.pipeline.fitting import Recording, fit
from cueweave.stages.align import aligner
from cueweave.stages.speech import find_speech
from cueweave.stages.spread import spread_words
from cueweave.stages.sync import apply_fit, settled


def silent(share: float) -> None:
    """Nobody watches the progress."""


def align_case(given: Sequence[Cue], sound: Sound, language: str) -> tuple[Fit, list[Cue], Alignment, float]:
    """The fit, settled by the words, the cues after it, the words, and the seconds that the aligner took.

    All that depends on the product.
    """
    speech = find_speech(sound, silent)
    found = fit(given, Recording(sound, speech, sound.duration, language), silent)
    cues = apply_fit(given, found, sound.duration)
    words = spread_words(cues, speech, sound.duration)
    start = time.perf_counter()
    aligned = aligner(language)(words, sound, speech, silent)
    took = time.perf_counter() - start
    final = settled(found, given, aligned.words)
    return final, apply_fit(given, final, sound.duration), aligned, took


def main() -> None:
    """Print one JSON object; see `run_case` in `case_runs.py` for its reader."""
    path = Path(sys.argv[1])
    content = json.loads(path.read_text("utf-8"))
    given = [Cue(**cue) for cue in content["given"]]
    sound = sound_of(path)
    found, cues, aligned, seconds = align_case(given, sound, content["language"])
    print(
        json.dumps(
            {
                "words": _listed(aligned.words),
                "spread": _listed(spread_words(given, [], sound.duration)),
                "cue_starts": [cue.start for cue in cues],
                "fit": f"{found.method} {found.offset:+.2f} s x {found.rate:.4f}, score {found.score:.2f}",
                "aligned": aligned.aligned,
                "seconds": seconds,
            }
        )
    )


def _listed(words: Sequence[Word]) -> list[tuple[float, float, float]]:
    return [(word.start, word.end, word.confidence) for word in words]


if __name__ == "__main__":
    main()
