"""Candidates for keywords: noun phrases, found as patterns over the roles of the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cueweave.domain.analysis import Text
from cueweave.domain.promises import bare
from cueweave.domain.transcript import is_unspaced
from cueweave.stages.analysis.keywords.languages import Language, Order, language_tables
from cueweave.stages.analysis.keywords.roles import ADJECTIVE, NAME, find_roles
from cueweave.stages.analysis.keywords.tokens import Token, read_tokens

MOST_WORDS = 4
SHORTEST = 3
"""Letters of a single word; acronyms may be shorter."""
PATTERNS = {
    Order.HEAD_LAST: re.compile(r"[anN]{0,3}[nN](?:jd?a?[nN]{1,2})?"),
    Order.HEAD_FIRST: re.compile(r"[nN](?:a{1,2}|N{1,3})?(?:jd?[nN](?:a|N{1,2})?)?"),
    Order.CAPITALS: re.compile(r"a?[nN]{1,3}(?:ja?[nN])?"),
    Order.FREE: re.compile(r"a?[nN]{1,3}"),
}
PARTS = re.compile(r"[anN]{1,4}")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` up to and without `stop` of the text."""

    first: int
    stop: int
    stems: tuple[str, ...]
    """Of its words that aren't function words."""
    is_name: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its phrases in order; no two of them overlap."""

    words: Sequence[str]
    tokens: list[Token]
    roles: str
    phrases: list[Phrase]
    language: Language

    def spoken(self, first: int, stop: int) -> str:
        """Words as displayed, without the punctuation around the whole."""
        return bare(" ".join(self.words[first:stop]))


def read_phrases(text: Text) -> Reading:
    """All noun phrases of a text."""
    tokens, language = read_tokens(text), language_tables(text.language)
    roles = find_roles(tokens, language.grammar)
    together = Counter(pairwise(token.stem for token in tokens))
    order = language.grammar.order
    phrases: list[Phrase] = []
    starts = [at for at, token in enumerate(tokens) if token.starts]
    for first, stop in pairwise([*starts, len(tokens)]):
        for match in PATTERNS[order].finditer(roles, first, stop):
            spans = [match.span()]
            if match.end() - match.start() > MOST_WORDS:
                spans = [part.span() for part in PARTS.finditer(roles, *match.span())]
            if order is Order.FREE:
                spans = _repeated(tokens, roles, match.span(), together)
            phrases += [_phrase(tokens, roles, *span) for span in spans if _has_substance(tokens, *span)]
    if order is Order.FREE:
        often = Counter(stem for phrase in phrases for stem in phrase.stems)
        phrases = [one for one in phrases if one.is_name or max(often[stem] for stem in one.stems) > 1]
    return Reading([word.text for word in text.words], tokens, roles, phrases, language)


def _repeated(
    tokens: Sequence[Token], roles: str, span: tuple[int, int], together: Counter[Pair]
) -> list[tuple[int, int]]:
    """Words that follow each other by chance come apart: without a grammar, only names and what is repeated hold."""
    spans: list[tuple[int, int]] = []
    begin = span[0]
    for at in range(span[0] + 1, span[1] + 1):
        is_end = at == span[1]
        if is_end or not (roles[at - 1 : at + 1] == NAME + NAME or together[tokens[at - 1].stem, tokens[at].stem] > 1):
            if roles[at - 1] != ADJECTIVE:
                spans.append((begin, at))
            begin = at
    return spans


def _has_substance(tokens: Sequence[Token], first: int, stop: int) -> bool:
    token = tokens[first]
    return stop - first > 1 or len(token.text) >= SHORTEST or token.is_acronym or is_unspaced(token.text[:1])


def _phrase(tokens: Sequence[Token], roles: str, first: int, stop: int) -> Phrase:
    stems = tuple(token.stem for token in tokens[first:stop] if not token.is_little)
    return Phrase(first, stop, stems, is_name=set(roles[first:stop]) == {NAME})
