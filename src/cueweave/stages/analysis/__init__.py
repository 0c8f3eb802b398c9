"""What language decides: paragraphs, chapters with titles, keywords, charts and tables; all by word index.

Start at `offline.py`. To add an engine:
1. Follow `Analyser`: a text in, an analysis out, nothing but word indices and what stands in the words.
2. Give it its way in here, and choose it in `pipeline/analysing.py` by what the operator configured.
3. Where it fails for a part of the text, take the offline analyser's answer for that part, and say so in `method`.
4. Test it for the promises in `tests/stages/analysis/test_offline.py`.
"""

from cueweave.stages.analysis.analyser import Analyser
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.offline import analyse_offline
from cueweave.stages.analysis.stems import stem

__all__ = ["Analyser", "analyse_offline", "is_function_word", "stem"]
