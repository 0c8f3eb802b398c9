"""Capitals, addresses and names of several parts: what is spelled out and what is said as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cueweave.stages.align.spoken.idioms import idiom
from cueweave.stages.align.spoken.letters import LETTER, lower, words_of
from cueweave.stages.align.spoken.numbers import cardinal

WORDS = frozenset(
    """NASA NATO UNESCO UNICEF OPEC FIFA UEFA AIDS COVID SARS MERS RADAR LASER SCUBA RAM ROM SIM PIN GIF ZIP LAN WAN
    WIFI POSIX ASCII UNIX LINUX BASIC COBOL FORTRAN LISP RISC CISC CUDA LIDAR SONAR NASDAQ OSHA FEMA DARPA CAPTCHA JPEG
    MIDI
    ACID REST SOAP CRUD AJAX YAML TOML BIOS CMOS SCADA ECMA BERT SWAT POTUS SCOTUS FOMO YOLO""".split()
)
"""Said as words, whatever they look like."""
LETTERS = frozenset("UCLA IEEE OECD ASAP AOL UFO UAE EEOC ACLU MOOC USA".split())
"""Spelled, though they could be said."""
OWN = {
    "JSON": "jason",
    "GUI": "gooey",
    "SQL": "sequel",
    "JPEG": "jay peg",
    "MPEG": "em peg",
    "ASCII": "asky",
    "IEEE": "i triple e",
}
"""English speakers' own ways."""
CLUSTERS = frozenset(
    """bl br ch cl cr dr fl fr gl gr kr ph pl pr sc sh sk sl sm sn sp st sw th tr tw wh ck ft ld lf lk ll lm lt mp nd ng
    nk ns nt pt rd rk rm rn rp rs rt ss tt""".split()
)
LONGEST = 6
"""Letters; more capitals than that are a word in capitals."""
ENDINGS = frozenset(
    """com org net edu gov io ai co uk de fr es it nl pl eu tv me us ru cz se dk ro ua gr hu fi id vn app dev info py js
    ts md txt html css json xml csv pdf exe zip png jpg gif mp3 mp4 sh cpp ini yml yaml toml""".split()
)
"""What an address or the name of a file ends in, so that a missing blank after a full stop isn't taken for one."""
VOWELS = frozenset("aeiouy")
PIECES = re.compile(rf"{LETTER}+|\d+|[.@/_+#~&=-]")
CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")


def is_address(token: str) -> bool:
    """Whether it is a web or mail address or the name of a file."""
    text = re.sub(r"^https?://", "", token)
    if text != token or text.startswith("www."):
        return True
    host, _, _ = text.partition("/")
    name, dot, ending = host.rpartition(".")
    return bool(dot and name and name[-1].isalnum() and (ending.lower() in ENDINGS or "@" in name))


def address(token: str, language: str) -> Iterator[str]:
    """`name@example.com` is said as name at example dot com; nobody says https."""
    signs = idiom(language).said
    before = ""
    for piece in PIECES.findall(re.sub(r"^https?://|/$", "", token)):
        if piece.isdecimal():
            yield from cardinal(piece, language)
        elif piece[0].isalpha():
            yield from spell(piece, language) if _is_code(piece, before) else words_of(piece, language)
        elif piece != "-":
            yield from signs.get(piece, [])
        before = piece


def capitals(word: str, language: str) -> list[str]:
    """An acronym: NASA is a word, HTTP is spelled."""
    if word == "OK":
        return ["okay"]
    if language == "en" and word in OWN:
        return OWN[word].split()
    return words_of(word, language) if is_said(word) else spell(word, language)


def is_said(word: str) -> bool:
    """Whether capitals are said as a word: the known ones, and such as anybody can pronounce."""
    if word in WORDS or len(word) > LONGEST:
        return True
    if word in LETTERS or len(word) < 4 or not word.isascii():
        return False
    runs = re.findall("[AEIOUY]+|[^AEIOUY]+", word)
    if any(run[0] in "AEIOUY" and len(run) > 2 for run in runs) or len(runs) < 2:
        return False
    return all(len(run) == 1 or run[0] in "AEIOUY" or run.lower() in CLUSTERS for run in runs)


def spell(word: str, language: str) -> list[str]:
    """The names of its letters."""
    names = idiom(language).names
    return [name for letter in lower(word, language) for name in names.get(letter, words_of(letter, language))]


def split_camel(word: str) -> list[str]:
    """YouTube is said as you tube; McDonald stays whole."""
    parts = CAMEL.split(word)
    return [word] if re.match(r"(Mc|Mac|O'|De|Di|Le|La|Van)[A-Z]", word) or len(parts[-1]) == 1 else parts


def is_mixed_acronym(word: str) -> bool:
    """GmbH, PhD: capitals within and nothing to say it by."""
    return sum(map(str.isupper, word)) > 1 and word.isascii() and not set(word.lower()) & VOWELS


def _is_code(piece: str, before: str) -> bool:
    """`uk`, `www`, `html`: a country's two letters after a full stop, or no vowel to say it by."""
    is_country = len(piece) == 2 and before == "."
    return piece.isascii() and (is_country or (len(piece) <= 4 and not set(piece.lower()) & VOWELS))
