"""The analyser that asks a language model. The model decides where things are; every word stays ours.

Start at `analyse.py`: windows of numbered sentences go out (`windows.py`, `prompt.py`), answers in a shape come back
(`shape.py`), each is held against the text (`read.py`), and what stands is put together (`stitch.py`, `finish.py`).
"""

from cueweave.stages.analysis.model.analyse import model_analyser

__all__ = ["model_analyser"]
