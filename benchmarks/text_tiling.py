"""TextTiling beside us, NLTK's (Apache-2.0), from the peers' environment."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from marked_texts import Marked

from cueweave.stages.analysis.function_words import en

PYTHON = Path(__file__).parent / "out/peers/bin/python"
"""`make peers` sets it up."""
SCRIPT = Path(__file__).parent / "text_tiling_script.py"


def is_there() -> bool:
    """Whether NLTK was set up."""
    return any(PYTHON.parents[1].glob("lib/*/site-packages/nltk"))


def tiled(texts: Sequence[Marked]) -> list[list[int]]:
    """The boundaries that it finds in each text, told that each sentence may end a paragraph."""
    asked = json.dumps({"texts": [text.sentences for text in texts], "stopwords": sorted(en.WORDS)})
    done = subprocess.run([str(PYTHON), str(SCRIPT)], input=asked, capture_output=True, text=True, check=True)
    found: list[list[int]] = json.loads(done.stdout)
    return found
