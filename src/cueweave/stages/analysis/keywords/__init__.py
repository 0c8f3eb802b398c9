"""Keywords of a paragraph: what it is about, its terms, its advice and its warnings; all spoken in it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from cueweave.domain.analysis import Text
from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.domain.promises import bare
from cueweave.stages.analysis.keywords.cues import CALLOUTS, WARNINGS
from cueweave.stages.analysis.keywords.phrases import LITTLE, SHORT, Vocabulary, main_phrases, terms

MOST = 6
MOST_OF_A_TYPE = 2
CLAUSE_WORDS = 6
CLAUSE_ENDS = ".,;:!?…"


def find_keywords(text: Text, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[Keyword, ...]]:
    """At most six for each paragraph (words `first` up to and without `stop`); every one is a run of its words."""
    spoken = [[word.text for word in text.words[first:stop]] for first, stop in paragraphs]
    vocabulary = Vocabulary.of(spoken)
    return [tuple(_choose(texts, vocabulary, text.language or "en")) for texts in spoken]


def _choose(texts: Sequence[str], vocabulary: Vocabulary, language: str) -> list[Keyword]:
    """The rarest first: a reader must not miss a warning, and a name is a term before it is a topic."""
    found: dict[str, Keyword] = {}
    for kind, phrases in (
        (KeywordType.WARNING, _clauses(texts, WARNINGS.get(language, ()))),
        (KeywordType.CALLOUT, _clauses(texts, CALLOUTS.get(language, ()))),
        (KeywordType.TERM, terms(texts, vocabulary, language)),
        (KeywordType.MAIN, main_phrases(texts, vocabulary)),
    ):
        fresh = (phrase for phrase in phrases if phrase and not _known(phrase, found))
        for phrase in islice(fresh, MOST_OF_A_TYPE):
            found.setdefault(phrase.lower(), Keyword(phrase, kind))
    return list(found.values())[:MOST]


def _known(phrase: str, found: dict[str, Keyword]) -> bool:
    """Whether it stands already, as it is or with another ending."""
    stem = phrase.lower().rstrip("s")
    return any(stem == other.rstrip("s") for other in found)


def _clauses(texts: Sequence[str], markers: Sequence[str]) -> Iterator[str]:
    """From a marker to the end of its clause, a few words at most."""
    low = [bare(text).lower() for text in texts]
    for at in range(len(texts)):
        if any(low[at : at + marker.count(" ") + 1] == marker.split() for marker in markers):
            yield bare(" ".join(_clause(texts[at : at + CLAUSE_WORDS])))


def _clause(texts: Sequence[str]) -> Sequence[str]:
    """Up to the first punctuation; where it is cut off before, without little words at its end."""
    for stop, text in enumerate(texts, 1):
        if text[-1] in CLAUSE_ENDS:
            return texts[:stop]
    stop = len(texts)
    while stop > 1 and (len(texts[stop - 1]) <= SHORT or texts[stop - 1].lower() in LITTLE):
        stop -= 1
    return texts[:stop]
