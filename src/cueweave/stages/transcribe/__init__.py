"""Transcribers: words from the sound itself, for recordings without subtitles.

To add one:
1. Write a file here with a function that follows `Transcriber`: sound and the speech of one chunk in, utterances out.
2. Say what it needs to be told as a value in `cueweave.domain.engines`; join the two in `cueweave.pipeline.engines`.
3. Say when it is chosen in `cueweave.cli.transcriber`, and what a fenced process needs for it in `cueweave.work.child`.
4. Test it on real speech in `tests/stages/transcribe`, and say in `docs/decisions` why it was taken, and what it costs.
"""

from cueweave.stages.transcribe.chunks import Chunk, plan_chunks
from cueweave.stages.transcribe.placing import in_order
from cueweave.stages.transcribe.transcriber import Transcriber

__all__ = ["Chunk", "Transcriber", "in_order", "plan_chunks"]
