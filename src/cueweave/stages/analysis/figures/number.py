"""What a number in the speech is."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a number says, as far as its own words tell."""

    COUNT = "count"
    YEAR = "year"
    """Could be a count as well, unless more tells: 2019."""
    PERCENT = "percent"
    MONEY = "money"
    PART = "part"
    """Of a whole: a third is 0.333…"""
    ORDINAL = "ordinal"
    TIMES = "times"
    """Twice, double."""


@dataclass(frozen=True, slots=True)
class Number:
    """The words `first` up to and without `stop` say `value`: fifteen million is 15,000,000, a third 1/3."""

    first: int
    stop: int
    value: float
    unit: str | None = None
    """`%`, a currency's sign, or a measure written with the digits (`kg`)."""
    kind: Kind = Kind.COUNT
    scale: float = 1.0
    """What its scale word multiplied it by: fifteen million 1e6, 15,000,000 1."""
    ranges: bool = False
    """One end of a range."""
