"""What a keyword is."""

from dataclasses import dataclass
from enum import StrEnum


class KeywordType(StrEnum):
    """The four types of the contract."""

    MAIN = "main"
    TERM = "Key Terms"
    CALLOUT = "Callouts"
    WARNING = "Warnings"


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word or phrase that is spoken in its paragraph."""

    word: str
    type: KeywordType
