"""What an engine says it heard, sifted: words that nobody can have said there are dropped, and it is said which.

Speech recognisers write words where there are none: over silence, noise and music, and the same phrase again and again.
`plausible` judges by time and by where somebody speaks, before the words are aligned; `said` by what the aligner heard.
All are plain functions: utterances in, those that stay and what was dropped out.
"""

from cueweave.stages.heard.drops import Drop, Sifted, Why, places
from cueweave.stages.heard.plausible import plausible
from cueweave.stages.heard.said import UNHEARD, said, to_judge
from cueweave.stages.heard.tidy import tidied
from cueweave.stages.heard.written import written

__all__ = ["UNHEARD", "Drop", "Sifted", "Why", "places", "plausible", "said", "tidied", "to_judge", "written"]
