"""What each word can be in a phrase, without a tagger: by the words around it, its ending and short lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from cueweave.stages.analysis.keywords.languages import Grammar, Order
from cueweave.stages.analysis.keywords.tokens import SHORT, Token

DETERMINER, PREPOSITION, JOIN, BEFORE_VERB, LITTLE = "d", "p", "j", "v", "f"
NOUN, NAME, ADJECTIVE, NUMBER, OTHER = "n", "N", "a", "#", "x"
BEFORE_NOUNS = frozenset("dpj#")
NOMINAL = frozenset("nN")
OBJECT_AFTER = frozenset("nNa")
"""What looks like an article right after a noun is an object: "un receptor la pasa"."""

YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
JAPANESE = re.compile("[\u3040-\u30ff]")
JAPANESE_NOUN = re.compile(
    "[\u30a1-\u30ff\u3005\u4e00-\u9fffA-Za-z]{2,}(?:とは|には|では|から|まで|[はがをにのでともへや])?$"
)
IN_NAMES = frozenset("von van ten der den af bin ibn al".split())
SINGULAR = frozenset("a an this that which each every another".split())
SINGULAR_ENDS = ("ss", "us", "is", "ics")
ARTICLES = ("l'", "un'", "dell'", "all'", "dall'", "nell'", "sull'", "quell'", "quest'")
"""Elided before a noun; other words are elided before verbs."""
OF = ("d'", "dell'")

Judge = Callable[["Reader", int, str, str], str]


class Reader:
    """A text's words with the roles found so far, from left to right."""

    __slots__ = ("capitals", "grammar", "initial", "lowered", "nouns", "tokens", "verbs")

    def __init__(self, tokens: Sequence[Token], grammar: Grammar) -> None:
        self.tokens = tokens
        self.grammar = grammar
        inner = [token for token in tokens if not token.opens and not token.is_little]
        self.capitals = frozenset(token.low for token in inner if token.has_capital)
        self.lowered = frozenset(token.low for token in tokens if not token.text[:1].isupper())
        self.nouns: Counter[str] = Counter()
        self.verbs: Counter[str] = Counter()
        self._take_votes()

    def _take_votes(self) -> None:
        """How often a word stands where a noun must stand, and where a verb must."""
        grammar = self.grammar
        before, earlier = "", ""
        for token in self.tokens:
            if not token.starts and not token.is_little:
                if before in grammar.before_verbs or (before in grammar.clitics and earlier in grammar.before_clitics):
                    self.verbs[token.stem] += 1
                elif before in grammar.determiners or before in grammar.prepositions:
                    self.nouns[token.stem] += 1
            earlier, before = ("", token.low) if token.starts else (before, token.low)

    def is_noun_elsewhere(self, token: Token) -> bool:
        """Whether the text has it rather as a noun."""
        return self.nouns[token.stem] > self.verbs[token.stem]


def find_roles(tokens: Sequence[Token], grammar: Grammar) -> str:
    """A letter for each word."""
    reader = Reader(tokens, grammar)
    judge = JUDGES[grammar.order]
    roles: list[str] = []
    before = ""
    for at, token in enumerate(tokens):
        if token.starts:
            before = ""
        role = _plain_role(reader, at, before) or judge(reader, at, before, _little_after(reader, at + 1))
        roles.append(role)
        is_transparent = role == OTHER and before in BEFORE_NOUNS and token.core in grammar.preposed
        before = before if before and is_transparent else role
    for at in range(1, len(roles) - 1):
        if tokens[at].low in IN_NAMES and roles[at - 1] == roles[at + 1] == NAME and not tokens[at].starts:
            roles[at] = NAME
    return "".join(roles)


def _little_after(reader: Reader, at: int) -> str:
    """The role of a function word or a verb in the same clause; `end` at its end; nothing for other words."""
    tokens = reader.tokens
    if at >= len(tokens) or tokens[at].starts:
        return "end"
    if tokens[at].is_little:
        return _little(reader, at)
    return OTHER if tokens[at].low in reader.grammar.verbs else ""


def _little(reader: Reader, at: int, before: str = "") -> str:
    token, grammar = reader.tokens[at], reader.grammar
    low = token.low
    if low in grammar.joins:
        return JOIN
    if low in grammar.clitics and not token.starts and (before in OBJECT_AFTER or _follows_verbal(reader, at)):
        return BEFORE_VERB
    if low in grammar.determiners:
        return DETERMINER
    if low in grammar.before_verbs:
        return BEFORE_VERB
    return PREPOSITION if low in grammar.prepositions else LITTLE


def _follows_verbal(reader: Reader, at: int) -> bool:
    return reader.tokens[at - 1].low in reader.grammar.before_clitics


def _plain_role(reader: Reader, at: int, before: str) -> str:
    """What doesn't depend on the words around it; nothing where it does."""
    token, grammar = reader.tokens[at], reader.grammar
    if token.is_little:
        return NUMBER if token.low in grammar.numerals else _little(reader, at, before)
    if YEAR.fullmatch(token.low):
        return OTHER
    if token.is_number or token.low in grammar.numerals or token.low in grammar.scales:
        return NUMBER
    goes_on = before == NAME and token.has_capital
    if not goes_on and (token.core in grammar.dull or token.core in grammar.units):
        return OTHER
    return NAME if goes_on or (grammar.order is not Order.CAPITALS and _is_name(reader, at)) else ""


def _is_name(reader: Reader, at: int) -> bool:
    """A capital inside a sentence; at its beginning, where the text has it inside too, or a second one follows."""
    token = reader.tokens[at]
    if not token.has_capital or token.low in reader.lowered:
        return token.is_acronym
    if not token.opens or token.low in reader.capitals:
        return len(token.text) > 1
    return _capital_follows(reader, at)


def _head_last(reader: Reader, at: int, before: str, after: str) -> str:
    return _by_form(reader, at, before) or _by_place(reader, at, before, after)


def _by_form(reader: Reader, at: int, before: str) -> str:
    """What a word's own form says; nothing where it says nothing."""
    low, grammar = reader.tokens[at].low, reader.grammar
    if low in grammar.nouns or low.endswith(grammar.noun_ends):
        return ""
    if low in grammar.verbs or low.endswith(grammar.other_ends):
        return OTHER
    if low.endswith(grammar.adjective_ends):
        return ADJECTIVE
    is_third_person = low.endswith("s") and not low.endswith(SINGULAR_ENDS)
    return OTHER if is_third_person and before == DETERMINER and reader.tokens[at - 1].low in SINGULAR else ""


def _by_place(reader: Reader, at: int, before: str, after: str) -> str:
    token = reader.tokens[at]
    if before in BEFORE_NOUNS:
        return NOUN
    if before == BEFORE_VERB:
        return NOUN if reader.is_noun_elsewhere(token) and token.low not in reader.grammar.doubtful else OTHER
    if token.low in reader.grammar.doubtful:
        return _doubtful(reader, at, before, after)
    if before in NOMINAL or not before:
        return _after_noun(reader, at, before, after)
    return NOUN if not reader.verbs[token.stem] or reader.is_noun_elsewhere(token) else OTHER


def _doubtful(reader: Reader, at: int, before: str, after: str) -> str:
    """A verb as often as a noun, without a word before it that tells."""
    if not before and reader.tokens[at].low.endswith("ing") and after in (BEFORE_VERB, OTHER):
        return NOUN
    if before == ADJECTIVE or after == BEFORE_VERB:
        return NOUN
    return NOUN if before in NOMINAL and not _agrees_as_verb(reader, at, after) else OTHER


def _agrees_as_verb(reader: Reader, at: int, after: str) -> bool:
    """Whether a word can be the verb of the noun before it: "metal grows", "ions pass"; not at the end of a clause."""
    verb, noun = reader.tokens[at].low, reader.tokens[at - 1].low
    if verb.endswith("s") and at > 1 and reader.tokens[at - 2].low in SINGULAR and not noun.endswith("s"):
        return True  # "when a price changes": after "a" the plural can't be a noun
    if after == DETERMINER:
        return True
    return after not in ("end", JOIN, BEFORE_VERB) and verb.endswith("s") is not noun.endswith("s")


def _after_noun(reader: Reader, at: int, before: str, after: str) -> str:
    """A noun after a noun or at the beginning of a clause, unless it looks like its verb."""
    token = reader.tokens[at]
    if reader.is_noun_elsewhere(token) or token.low in reader.grammar.nouns:
        return NOUN
    if before and after and _agrees_as_verb(reader, at, after):
        return OTHER
    is_order = not before and after in (DETERMINER, PREPOSITION) and not token.low.endswith("s")
    return OTHER if reader.verbs[token.stem] or is_order else NOUN


def _head_first(reader: Reader, at: int, before: str, _after: str) -> str:
    token, grammar = reader.tokens[at], reader.grammar
    low = token.core
    if low != token.low:
        if token.low.startswith(OF) and before in NOMINAL:
            return ADJECTIVE
        before = DETERMINER if token.low.startswith(ARTICLES) else BEFORE_VERB
    if low in grammar.verbs:
        return OTHER
    if low in grammar.nouns or low.endswith(grammar.noun_ends):
        return NOUN
    if before in OBJECT_AFTER and low.endswith(grammar.adjective_ends) and _agree(reader.tokens[at - 1].core, low):
        return ADJECTIVE
    return _before_others(reader, token, before)


def _agree(noun: str, adjective: str) -> bool:
    """Whether the endings don't forbid that they go together, as "lieviti trasformano" do."""
    if adjective.endswith("s"):
        return noun.endswith(("s", "x", "z"))
    is_plural = noun.endswith("i") or (noun.endswith("s") and not noun.endswith(SINGULAR_ENDS))
    return not (is_plural and adjective.endswith(("o", "a")))


def _before_others(reader: Reader, token: Token, before: str) -> str:
    low, grammar = token.core, reader.grammar
    if low.endswith(grammar.verb_ends):
        return OTHER
    if before == DETERMINER:
        return NOUN
    if low.endswith(grammar.other_ends) or before == BEFORE_VERB:
        return OTHER
    return NOUN if before in (PREPOSITION, JOIN, NUMBER) or reader.is_noun_elsewhere(token) else OTHER


def _capitals(reader: Reader, at: int, before: str, after: str) -> str:
    token, grammar = reader.tokens[at], reader.grammar
    low = token.low
    if not reader.capitals:
        return _without_capitals(reader, token, before)
    if token.has_capital:
        if not token.opens or low in reader.capitals or low.endswith(grammar.noun_ends):
            return NOUN
        if at + 1 < len(reader.tokens) and reader.tokens[at + 1].low in grammar.clitics:
            return OTHER
        if low in reader.lowered or low.endswith(grammar.adjective_ends):
            return NOUN if after in (BEFORE_VERB, DETERMINER) and low not in reader.lowered else OTHER
        return NOUN if after in (BEFORE_VERB, DETERMINER, PREPOSITION) or _capital_follows(reader, at) else OTHER
    if low in grammar.verbs or not low.endswith(grammar.adjective_ends):
        return OTHER
    return ADJECTIVE if before in (DETERMINER, PREPOSITION, JOIN, ADJECTIVE, NUMBER) else OTHER


def _capital_follows(reader: Reader, at: int) -> bool:
    """Whether another name goes on here: "Ada Lovelace", "Karl von Frisch"."""
    following = reader.tokens[at + 1 : at + 3]
    if following and following[0].low in IN_NAMES:
        following = following[1:]
    return any(token.has_capital and not token.starts and not token.is_little for token in following[:1])


def _without_capitals(reader: Reader, token: Token, before: str) -> str:
    grammar = reader.grammar
    if token.low in grammar.verbs or before == BEFORE_VERB:
        return OTHER
    if token.low.endswith(grammar.noun_ends) or reader.is_noun_elsewhere(token):
        return NOUN
    return OTHER


def _free(reader: Reader, at: int, before: str, _after: str) -> str:
    token, grammar = reader.tokens[at], reader.grammar
    if JAPANESE.search(token.text):
        return NOUN if JAPANESE_NOUN.match(token.text) else OTHER
    if token.low in grammar.nouns or (grammar.noun_ends and token.low.endswith(grammar.noun_ends)):
        return NOUN
    if token.low in grammar.verbs or (grammar.other_ends and token.low.endswith(grammar.other_ends)):
        return OTHER
    if grammar.adjective_ends and token.low.endswith(grammar.adjective_ends):
        return ADJECTIVE
    if before == BEFORE_VERB and not reader.is_noun_elsewhere(token):
        return OTHER
    return NOUN if len(token.text) > SHORT or not token.text.isascii() else OTHER


JUDGES: dict[Order, Judge] = {
    Order.HEAD_LAST: _head_last,
    Order.HEAD_FIRST: _head_first,
    Order.CAPITALS: _capitals,
    Order.FREE: _free,
}
