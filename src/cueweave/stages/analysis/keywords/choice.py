"""Which of a paragraph's phrases become its keywords."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from cueweave.domain.keywords import Keyword, KeywordType
from cueweave.stages.analysis.keywords.clauses import find_clauses, find_marked
from cueweave.stages.analysis.keywords.definitions import find_defined, phrases_in
from cueweave.stages.analysis.keywords.phrases import Phrase, Reading
from cueweave.stages.analysis.keywords.quantities import find_quantities
from cueweave.stages.analysis.keywords.weights import Weights

MOST = 6
MOST_OF_A_TYPE = {KeywordType.WARNING: 2, KeywordType.CALLOUT: 2, KeywordType.TERM: 4, KeywordType.MAIN: 2}
SHOWN = (KeywordType.MAIN, KeywordType.TERM, KeywordType.CALLOUT, KeywordType.WARNING)
NAMED, MEASURED = 2.5, 2.0
"""How much more a name and an amount weigh as terms than a mere phrase."""
MOST_DEFINED = 2
MOST_MERE = 3
"""So many terms are enough if they are neither defined nor names nor amounts."""
SECOND_BEST = 0.5
"""A second topic has at least this share of the weight of the first."""
LONG = 8
"""Letters of a word that is rather a term than everyday language."""
WORDS_FOR_A_SECOND_TOPIC = 12

Span = tuple[int, int]


class Chosen:
    """The keywords of one paragraph as they are taken in."""

    __slots__ = ("kinds", "reading", "spans", "stems")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.kinds: list[tuple[KeywordType, Span]] = []
        self.stems: list[set[str]] = []

    def take(self, kind: KeywordType, spans: Iterable[Span], most: int) -> None:
        """The first few that don't repeat what was taken, as far as there is room."""
        fresh = (span for span in spans if not self._repeats(kind, span))
        for span in islice(fresh, max(most, 0)):
            if len(self.kinds) < MOST:
                self.kinds.append((kind, span))
                self.stems.append(self._stems(span))

    def _stems(self, span: Span) -> set[str]:
        return {token.stem for token in self.reading.tokens[slice(*span)] if not token.is_little or token.is_number}

    def _repeats(self, kind: KeywordType, span: Span) -> bool:
        """Whether it stands in another one, or another one in it, with whatever endings; clauses hold terms."""
        own = self._stems(span)
        if not own:
            return True
        for (other_kind, other), stems in zip(self.kinds, self.stems, strict=True):
            is_clause = other_kind in (KeywordType.WARNING, KeywordType.CALLOUT) and kind not in (
                KeywordType.WARNING,
                KeywordType.CALLOUT,
            )
            if not is_clause and span[0] < other[1] and other[0] < span[1]:
                return True
            if own == stems or (not is_clause and (own <= stems or stems <= own)):
                return True
        return False

    def count(self, kind: KeywordType) -> int:
        """How many of a type were taken."""
        return sum(other is kind for other, _ in self.kinds)

    def keywords(self) -> tuple[Keyword, ...]:
        """In the order of their types, each type as it is spoken."""
        ranked = sorted(self.kinds, key=lambda entry: (SHOWN.index(entry[0]), entry[1]))
        return tuple(Keyword(self.reading.spoken(*span), kind) for kind, span in ranked)


def choose(reading: Reading, weights: Weights, first: int, stop: int) -> tuple[Keyword, ...]:
    """The keywords of the paragraph of these words; a reader must not miss a warning, so that these come first."""
    chosen = Chosen(reading)
    cues = reading.language.cues
    clauses = find_clauses(reading, first, stop)
    marked = (
        (KeywordType.WARNING, find_marked(reading, clauses, cues.warning, cues.warning_clause)),
        (KeywordType.CALLOUT, find_marked(reading, clauses, cues.callout, cues.callout_clause)),
    )
    for kind, spans in marked:
        chosen.take(kind, spans, MOST_OF_A_TYPE[kind])
    phrases = phrases_in(reading, first, stop)
    here = Counter(stem for phrase in phrases for stem in phrase.stems)
    defined = [(phrase.first, phrase.stop) for phrase in find_defined(reading, clauses)]
    chosen.take(KeywordType.TERM, defined, MOST_DEFINED)
    amounts = list(find_quantities(reading, first, stop))
    counted = {at for amount in amounts for at in range(*amount)}
    phrases = [phrase for phrase in phrases if counted.isdisjoint(range(phrase.first, phrase.stop))]
    ranked = {phrase: _topic_weight(phrase, weights, here, (first, stop)) for phrase in phrases}
    topics = sorted(ranked, key=lambda phrase: -ranked[phrase])
    # The best one tells what the paragraph is about; terms come before the second best.
    chosen.take(KeywordType.MAIN, ((phrase.first, phrase.stop) for phrase in topics), 1)
    scores = _term_scores(reading, weights, phrases, here) | dict.fromkeys(amounts, MEASURED)
    terms = sorted((place for place in scores if scores[place]), key=lambda place: -scores[place])
    strong = [place for place in terms if scores[place] >= MEASURED]
    chosen.take(KeywordType.TERM, strong, MOST_OF_A_TYPE[KeywordType.TERM] - chosen.count(KeywordType.TERM))
    chosen.take(KeywordType.TERM, terms, MOST_MERE - chosen.count(KeywordType.TERM))
    if stop - first >= WORDS_FOR_A_SECOND_TOPIC:
        good = (phrase for phrase in topics if ranked[phrase] >= SECOND_BEST * ranked[topics[0]])
        chosen.take(KeywordType.MAIN, ((phrase.first, phrase.stop) for phrase in good), 1)
    return chosen.keywords()


def _topic_weight(phrase: Phrase, weights: Weights, here: Counter[str], span: Span) -> float:
    """What comes early in a paragraph is rather its topic."""
    first, stop = span
    place = (phrase.first - first) / max(stop - first, 1)
    return weights.phrase(phrase, here) * (1.3 - 0.6 * place)


def _term_scores(reading: Reading, weights: Weights, phrases: list[Phrase], here: Counter[str]) -> dict[Span, float]:
    """Names and phrases that sound like terms, by how much they do."""
    scores = {
        (phrase.first, phrase.stop): _term_weight(phrase, reading, here) * weights.phrase(phrase, here)
        for phrase in phrases
    }
    top = max(scores.values(), default=1.0) or 1.0
    scores = {place: score / top for place, score in scores.items()}
    for phrase in phrases:
        if phrase.is_name or reading.tokens[phrase.first].is_acronym:
            scores[phrase.first, phrase.stop] += NAMED
    return scores


def _term_weight(phrase: Phrase, reading: Reading, here: Counter[str]) -> float:
    """0 for everyday words: a term has several words or is a long one, and no verb."""
    if len(phrase.stems) > 1:
        return 1.0
    core = reading.tokens[phrase.first].core
    is_verbal = core in reading.language.grammar.doubtful and here[phrase.stems[0]] == 1
    return 1.0 if len(core) >= LONG and not is_verbal else 0.0
