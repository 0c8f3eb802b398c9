"""Numbers that matter: with their unit, in percent, as money, as a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cueweave.stages.analysis.keywords.languages import Order
from cueweave.stages.analysis.keywords.phrases import Reading
from cueweave.stages.analysis.keywords.roles import ADJECTIVE, JOIN, NOUN, YEAR
from cueweave.stages.analysis.keywords.tokens import Token

WHOLE = re.compile(
    r"[$€£¥]\d[\d.,]*\w{0,3}|\d[\d.,]*\s?(?:%|‰|°|[$€£¥])\w?|\d[\d.,]*(?:[kmcµ]?[glmstvwja]|[kmgt]?hz|k?wh|[kmgt]b)"
)
"""A number that says its unit itself, in lower case."""
MOST_UNIT_WORDS = 2
THOUSAND = 3
"""Digits of a group."""
IN_HUNDRED = re.compile("(?:per|por|pour|pro) (?:cent|ciento|cento)")
PER = frozenset("per pro par por al na".split())
PLURAL = ("s", "en")


def find_quantities(reading: Reading, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Spans of words, in the order in which they are spoken."""
    at = first
    while at < stop:
        is_year = _is_year(reading, at)
        end = at + 1 if is_year else _amount_end(reading, at, stop)
        if end > at:
            unit = end if is_year else _unit_end(reading, end, stop)
            if unit > end or is_year or WHOLE.fullmatch(reading.tokens[at].low):
                yield at, max(unit, end)
            at = max(unit, end)
        else:
            at += 1


def _amount_end(reading: Reading, at: int, stop: int) -> int:
    """Where the number ends that begins here; here where none does."""
    grammar, tokens = reading.language.grammar, reading.tokens
    end = at
    while end < stop and (end == at or not tokens[end].starts):
        low = tokens[end].low
        is_part = tokens[end].is_number if end == at else low in grammar.scales or _is_group(tokens[end - 1].low, low)
        if not is_part and low not in grammar.numerals:
            break
        end += 1
    return end


def _is_group(before: str, low: str) -> bool:
    """Whether the number before goes on here, as "100 000" does."""
    return before.isdigit() and len(before) <= THOUSAND and low.isdigit() and len(low) == THOUSAND


def _unit_end(reading: Reading, end: int, stop: int) -> int:
    """Where the unit ends that begins here: "percent", "watt hours per kilogram"; here where there is none."""
    grammar, tokens, roles = reading.language.grammar, reading.tokens, reading.roles
    if end >= stop or tokens[end].starts:
        return end
    if IN_HUNDRED.fullmatch(" ".join(token.low for token in tokens[end : min(end + 2, stop)])):
        return end + 2
    is_written = tokens[end - 1].is_number
    is_scaled = tokens[end - 1].low in grammar.scales
    if is_scaled and end < stop and roles[end] == JOIN:
        end += 1
    unit = end
    while unit < stop and unit - end < MOST_UNIT_WORDS and not (unit > end and tokens[unit].starts):
        is_unit = tokens[unit].core in grammar.units or (unit == end and tokens[unit].low[:1] in "%°")
        counts = (is_written or is_scaled) and roles[unit] in NOUN + ADJECTIVE and _may_count(reading, unit)
        if tokens[unit].starts or not (is_unit or counts):
            break
        unit += 1
    while unit > end and roles[unit - 1] == ADJECTIVE:
        unit -= 1
    return _per(reading, unit, stop) if unit > end else (end if not is_scaled else _scaled_end(reading, end))


def _may_count(reading: Reading, at: int) -> bool:
    """Whether a noun can be what is counted: several of something, where the language lets one tell."""
    order = reading.language.grammar.order
    nouns = reading.tokens[at : at + MOST_UNIT_WORDS]
    return order is not Order.FREE and (
        order is not Order.HEAD_LAST or any(token.low.endswith(PLURAL) for token in nouns)
    )


def _scaled_end(reading: Reading, end: int) -> int:
    return end - 1 if reading.roles[end - 1] == JOIN else end


def _per(reading: Reading, unit: int, stop: int) -> int:
    tokens = reading.tokens
    joined = unit + 1 < stop and tokens[unit].low in PER and not tokens[unit].starts
    return unit + 2 if joined and tokens[unit + 1].low in reading.language.grammar.units else unit


def _is_year(reading: Reading, at: int) -> bool:
    """Four digits after a word with which years stand."""
    before: list[Token] = reading.tokens[max(at - 1, 0) : at]
    is_year = YEAR.fullmatch(reading.tokens[at].low) is not None
    return is_year and any(token.low in reading.language.grammar.before_years for token in before)
