"""Titles of chapters, drawn from the text's own phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from cueweave.domain.analysis import Text
from cueweave.domain.casing import true_cased
from cueweave.domain.promises import bare
from cueweave.domain.transcript import join_words
from cueweave.stages.analysis.keywords.clauses import find_clauses
from cueweave.stages.analysis.keywords.definitions import phrases_in, term_at
from cueweave.stages.analysis.keywords.languages import Order
from cueweave.stages.analysis.keywords.phrases import Phrase, Reading, read_phrases
from cueweave.stages.analysis.keywords.roles import ADJECTIVE, NUMBER, OTHER
from cueweave.stages.analysis.keywords.weights import Weights
from cueweave.stages.analysis.stems import PARTICLES, elided, stem

MOST_WORDS = 6
ANNOUNCED_WITHIN = 60
"""Words at the beginning of a chapter in which a speaker says what comes."""
SECOND_BEST = 0.45
"""A title names a second topic that has at least this share of the weight of the first."""
REPEATED = 2
ONCE = 0.7
"""How much a phrase weighs of which a word comes but once in its chapter."""
EARLY = 1.25
"""How much more a phrase weighs that comes in the first third of its chapter."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A phrase of a chapter, and whether the speaker said that it is its topic."""

    phrase: Phrase
    weight: float
    often: int
    """How often its rarest word comes in the chapter."""
    is_announced: bool


def chapter_titles(text: Text, chapters: Iterable[tuple[int, int]]) -> dict[int, str]:
    """For each chapter (words `first` up to and without `stop`) its title, by its first word.

    Never empty, of six words at most, and none twice.
    """
    spans = list(chapters)
    reading = read_phrases(_as_running_text(text))
    weights = Weights.of(reading.tokens, reading.phrases, spans)
    forms = _forms(reading)
    titles: dict[int, str] = {}
    used: set[str] = set()
    for first, stop in spans:
        topics = _topics(reading, weights, first, stop)
        pairs = ([_in_form(topic, forms) for topic in choice] for choice in _choices(reading, topics))
        drawn = (_title(reading, text.language, phrases) for phrases in pairs)
        candidates = chain(drawn, _openings(reading, first, stop))
        fresh = (title for title in candidates if title and _sense(title, text.language) not in used)
        titles[first] = next(fresh, "") or _numbered(reading.words[first], len(titles))
        used.add(_sense(titles[first], text.language))
    return titles


def _as_running_text(text: Text) -> Text:
    """With capitals where running text has them: a title isn't shouted because its subtitles are."""
    texts = true_cased(text.words, text.sentences, text.language)
    return replace(text, words=[replace(word, text=each) for word, each in zip(text.words, texts, strict=True)])


def _sense(title: str, language: str | None) -> str:
    """The same for titles that differ by endings and order: "Battery" and "Batteries"."""
    return " ".join(sorted(stem(word, language) for word in title.split()))


def _choices(reading: Reading, topics: Sequence[Topic]) -> Iterator[list[Topic]]:
    """What titles may name, best first: the best topic with the next one, then each alone."""
    if topics:
        yield _together(reading, topics)
    for topic in topics:
        yield [topic]


def _in_form(topic: Topic, forms: dict[tuple[str, ...], Phrase]) -> Phrase:
    """As it was announced, or in its plainest form."""
    return topic.phrase if topic.is_announced else forms.get(topic.phrase.stems, topic.phrase)


def _topics(reading: Reading, weights: Weights, first: int, stop: int) -> list[Topic]:
    """One for each set of stems, best first; announced ones before all others."""
    phrases = phrases_in(reading, first, stop)
    here = Counter(stem for phrase in phrases for stem in phrase.stems)
    announced = list(_announced(reading, first, min(stop, first + ANNOUNCED_WITHIN)))
    stems = {phrase.stems for phrase in announced}
    early = first + (stop - first) / 3
    best: dict[tuple[str, ...], Topic] = {}
    for phrase in dict.fromkeys((*announced, *phrases)):
        often = min((here[stem] for stem in phrase.stems), default=0)
        weight = weights.phrase(phrase, here) * (EARLY if phrase.first < early else 1.0)
        weight *= 1.0 if often >= REPEATED else ONCE
        known = best.get(phrase.stems)
        if known is None or weight > known.weight:
            best[phrase.stems] = Topic(known.phrase if known else phrase, weight, often, phrase.stems in stems)
    return sorted(best.values(), key=lambda topic: (not topic.is_announced, -topic.weight))


def _forms(reading: Reading) -> dict[tuple[str, ...], Phrase]:
    """For each phrase how it is said with the fewest letters: mostly the form without an ending."""
    forms: dict[tuple[str, ...], tuple[int, Phrase]] = {}
    for phrase in reading.phrases:
        length = sum(len(token.text) for token in reading.tokens[phrase.first : phrase.stop])
        if phrase.stems not in forms or length < forms[phrase.stems][0]:
            forms[phrase.stems] = length, phrase
    return {stems: phrase for stems, (_, phrase) in forms.items()}


def _announced(reading: Reading, first: int, stop: int) -> Iterator[Phrase]:
    """What stands right after "let's talk about" and its like."""
    for clause in find_clauses(reading, first, stop):
        for match in reading.language.cues.topic.finditer(clause.text):
            at = clause.word_at(match.end() - 1) + 1
            phrase = term_at(reading, at, stop)
            if phrase and _is_next(reading, at, phrase.first):
                yield phrase


def _is_next(reading: Reading, at: int, first: int) -> bool:
    """Whether but little and plain words stand between the marker and the phrase, in the same sentence."""
    between = range(at, first + 1)
    plain = all(reading.tokens[word].is_little or reading.roles[word] in OTHER + NUMBER for word in between[:-1])
    return len(between) <= 4 and plain and not any(reading.tokens[word].opens for word in between)


def _together(reading: Reading, topics: Sequence[Topic]) -> list[Topic]:
    """The best topic with the next one that says something else, if that weighs nearly as much."""
    best, *others = topics
    if not reading.language.grammar.conjunction:
        return [best]
    for other in others:
        if other.is_announced is not best.is_announced or other.weight < SECOND_BEST * best.weight:
            continue
        if other.often < REPEATED and not other.is_announced:
            continue
        length = best.phrase.stop - best.phrase.first + other.phrase.stop - other.phrase.first
        if length < MOST_WORDS and not set(best.phrase.stems) & set(other.phrase.stems):
            return sorted((best, other), key=lambda topic: topic.phrase.first)
    return [best]


def _title(reading: Reading, language: str | None, phrases: Sequence[Phrase]) -> str:
    parts = [_written(reading, language, phrase.first, phrase.stop) for phrase in phrases]
    return _capital(f" {reading.language.grammar.conjunction} ".join(parts))


def _written(reading: Reading, language: str | None, first: int, stop: int) -> str:
    """The words of a phrase as they stand inside a sentence, without an article that is elided."""
    if reading.language.grammar.order is Order.CAPITALS and reading.roles[first] == ADJECTIVE:
        first += not reading.tokens[first].low.endswith("e")  # of the other endings, most are no nominative's
    texts = [bare(text) for text in reading.words[first:stop]]
    low = texts[0].lower().replace("’", "'")
    texts[0] = texts[0][len(low) - len(elided(low, language)) :] if len(low) == len(texts[0]) else texts[0]
    if language == "ja":
        texts = [PARTICLES.sub("", text) for text in texts]
    lowered = [
        text if token.keeps_capital or not text[:1].isupper() else text.lower()
        for text, token in zip(texts, reading.tokens[first:stop], strict=True)
    ]
    return join_words(lowered)


def _openings(reading: Reading, first: int, stop: int) -> Iterator[str]:
    """Where no phrase is left: words that carry something, then the first words."""
    tokens = reading.tokens
    full = [at for at in range(first, min(stop, first + ANNOUNCED_WITHIN)) if not tokens[at].is_little]
    for at in full[:MOST_WORDS]:
        yield _capital(tokens[at].text)
    yield _capital(bare(join_words([text for text in reading.words[first : min(stop, first + MOST_WORDS)] if text])))


def _numbered(word: str, before: int) -> str:
    """For a chapter that has nothing of its own, not even a first word: that word and the number of the chapter."""
    return f"{word} {before + 1}"


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
