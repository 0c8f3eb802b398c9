"""Subtitles of any size that are made to take long: each is one thing, again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

Made = Callable[[int], bytes]
"""Subtitles of about so many bytes."""

LONG = 600.0
"""Seconds of a cue that holds all."""
SHORT = 0.8
"""Seconds of each of many."""


def one_cue(again: str, *, begin: str = "", end: str = "") -> Made:
    """The same again and again in one cue."""

    def made(size: int) -> bytes:
        left = size - len(begin.encode()) - len(end.encode())
        return _cue(0.0, LONG, begin + again * max(left // len(again.encode()), 1) + end)

    return made


def counted(text: Callable[[int], str]) -> Made:
    """Text that differs from one to the next, in one cue."""
    return lambda size: _cue(0.0, LONG, " ".join(part.decode() for part in _until(size, lambda at: text(at).encode())))


def cues(*texts: str) -> Made:
    """A cue for each of the texts, over and over."""
    return counted_cues(lambda number: texts[number % len(texts)])


def counted_cues(text: Callable[[int], str]) -> Made:
    """A cue for each of the texts."""
    made: Callable[[int], bytes] = lambda at: _cue(at * SHORT, (at + 1) * SHORT, text(at))  # noqa: E731
    return lambda size: b"".join(_until(size, made))


def _until(size: int, part: Callable[[int], bytes]) -> Iterator[bytes]:
    """Parts of so many bytes together, with a blank between."""
    for at in count():
        made = part(at)
        size -= len(made) + 1
        yield made
        if size <= 0:
            return


def _cue(start: float, end: float, text: str) -> bytes:
    return f"1\n{_time(start)} --> {_time(end)}\n{text}\n\n".encode()


def _time(seconds: float) -> str:
    whole, part = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{part:03}"


def _roman(number: int) -> str:
    return "".join("IVXLCDM"[int(digit) % 7] for digit in str(number * 7919))


def _name(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number * 7919))


KINDS: dict[str, Made] = {
    # words of one kind in one sentence
    "numbers": one_cue("1 "),
    "numbers that grow": counted(str),
    "numbers and one word": counted(lambda number: f"{number} apples"),
    "numbers and many words": counted(lambda number: f"{number} {_name(number)}"),
    "percentages": counted(lambda number: f"{number % 100}%"),
    "shares of something": counted(lambda number: f"{number % 100}% of {_name(number)},"),
    "number words": one_cue("twenty one thousand million "),
    "number words joined": one_cue("one-hundred-and-"),
    "years": counted(lambda number: f"in {1900 + number % 200}"),
    "years and values": counted(lambda number: f"in {1900 + number % 200} it was {number}"),
    "groups of thousands": one_cue("100 000 "),
    "groups with commas": one_cue("1,000,000 "),
    "money": counted(lambda number: f"${number}"),
    "money of many kinds": one_cue("$1 €2 £3 ¥4 5€ "),
    "units": one_cue("1 km 2 kg 3 °C 4 km/h "),
    "dates": one_cue("2020-01-02 1/2/2020 "),
    "times of day": one_cue("10:30 11:45 "),
    "ranges": one_cue("1-2 3–4 "),
    "fractions": one_cue("1/2 ½ 3/4 "),
    "ordinals": one_cue("1st 2nd 3rd 4th "),
    "roman numerals": counted(_roman),
    "series that ends nowhere": one_cue("1, 2, 3, "),
    "values by turns": counted(lambda number: f"{_name(number)} is {number} and"),
    "from to": one_cue("from 10 to 20 percent "),
    "comparisons": counted(lambda number: f"{_name(number)} has {number} more than"),
    "one word": one_cue("word "),
    "one letter": one_cue("a "),
    "letters that name": one_cue("plan A B C 1 "),
    "one thing after another": one_cue("other "),
    "so many out of ten": one_cue("9 out of "),
    "different words": counted(_name),
    "two words": one_cue("alpha beta "),
    "function words": one_cue("the of and to in is that it "),
    "definitions": counted(lambda number: f"{_name(number)} is called {_name(number + 1)} which means"),
    "advice": one_cue("you must never forget this important thing "),
    "conjunctions": one_cue("and or but so because "),
    "capitals": one_cue("SHOUTED WORDS ARE HERE "),
    "capitalised": one_cue("Ada Lovelace Charles Babbage "),
    "acronyms": one_cue("NATO UNO WHO "),
    "abbreviations": one_cue("Dr. Mr. e.g. i.e. U.S. "),
    "abbreviations to share": one_cue("z. B. i. d. R. "),
    "initials": one_cue("J. R. R. "),
    "full stops apart": one_cue(". "),
    "short sentences": one_cue("No. "),
    "questions": one_cue("Why? "),
    "commas": one_cue("a, "),
    "semicolons": one_cue("word; "),
    "ellipses": one_cue("... "),
    "dashes apart": one_cue("- "),
    "brackets": one_cue("[ ( "),
    "brackets closed": one_cue("[noise] (laughs) "),
    "brackets in brackets": lambda size: one_cue("(", end=")" * (size // 2))(size),
    "brackets that close": one_cue(") ] "),
    "quotes": one_cue('" '),
    "quotes within": one_cue('"word '),
    "quotes that nothing closes": one_cue("«word "),
    "pairs of apostrophes": one_cue("'' "),
    "notes": one_cue("♪ la "),
    "notes alone": one_cue("♪ "),
    "entities": one_cue("&amp; &lt;b&gt; "),
    "entities of entities": one_cue("&amp;amp;amp; "),
    "labels in one cue": one_cue("JOHN: yes. "),
    "labels of many": counted(lambda number: f"{_name(number).upper()}: yes."),
    "arrows for speakers": one_cue(">> yes. "),
    "addresses": one_cue("https://example.com/a/b?c=d "),
    "mail addresses": one_cue("ada@example.com "),
    "emoji": one_cue("😀 👩‍👩‍👧‍👦 "),
    "mixed scripts": one_cue("word слово 词语 คำ λέξη كلمة שם "),
    "Chinese": one_cue("我们在这里说话"),
    "Chinese numbers": one_cue("三百二十一"),
    "Japanese": one_cue("これはことばです"),
    "Thai": one_cue("ภาษาไทย"),
    "Khmer": one_cue("ភាសាខ្មែរ"),
    "Arabic": one_cue("كلمة "),
    "Russian": one_cue("слово и дело "),
    "German": one_cue("das Wort ist ein Wort und "),
    "German numbers": one_cue("einundzwanzig Prozent der Leute und "),
    "French": one_cue("le mot est un mot et "),
    "French numbers": one_cue("quatre-vingt-dix pour cent des gens et "),
    "Spanish": one_cue("la palabra es una palabra y "),
    # one token
    "token: a letter": one_cue("a"),
    "token: a capital": one_cue("A"),
    "token: letters": one_cue("abcdefghij"),
    "token: vowels": one_cue("aeiou"),
    "token: capitals with dots": one_cue("A."),
    "token: letters with dots": one_cue("a."),
    "token: words with dots": one_cue("www.example."),
    "token: hyphens": one_cue("-"),
    "token: letters and hyphens": one_cue("a-"),
    "token: words and hyphens": one_cue("word-"),
    "token: numbers and hyphens": one_cue("1-"),
    "token: number words and hyphens": one_cue("twenty-"),
    "token: apostrophes": one_cue("'"),
    "token: letters and apostrophes": one_cue("a'"),
    "token: quotes": one_cue("‘"),
    "token: elisions": one_cue("l'"),
    "token: zeros": one_cue("0"),
    "token: digits": one_cue("1"),
    "token: digits and dots": one_cue("1."),
    "token: digits and commas": one_cue("1,"),
    "token: groups of digits": one_cue("000,", begin="1,"),
    "token: digits and letters": one_cue("1a"),
    "token: digits and slashes": one_cue("1/"),
    "token: digits and colons": one_cue("1:"),
    "token: digits and signs": one_cue("1%"),
    "token: slashes": one_cue("a/"),
    "token: underscores": one_cue("a_"),
    "token: at signs": one_cue("a@"),
    "token: camel case": one_cue("aB"),
    "token: an address": one_cue("a/", begin="https://example.com/"),
    "token: an address of dots": one_cue("a.", begin="https://"),
    "token: a query": one_cue("a=b&", begin="https://example.com/?"),
    "token: roman": one_cue("X"),
    "token: dots": one_cue("."),
    "token: question marks": one_cue("?"),
    "token: ellipses": one_cue("…"),
    "token: open brackets": one_cue("("),
    "token: square brackets": one_cue("["),
    "token: marks on one letter": one_cue("\u0301", begin="a"),
    "token: marked letters": one_cue("a\u0301"),
    "token: accents": one_cue("é"),
    "token: emoji": one_cue("😀"),
    "token: joined emoji": one_cue("👩\u200d"),
    "token: Greek": one_cue("λ"),
    "token: Cyrillic": one_cue("щ"),
    "token: soft hyphens": one_cue("a\u00ad"),
    "token: full width": one_cue("１"),
    "token: superscripts": one_cue("x²"),
    "token: ligatures": one_cue("ﷺ"),
    "token: money": one_cue("$1"),
    "token: Chinese numbers": one_cue("一"),
    "token: Japanese kana": one_cue("あ"),
    "token: Thai letters": one_cue("ก"),
    "token: Khmer letters": one_cue("ក្"),
    "token: Burmese letters": one_cue("က်"),
    "token: Korean": one_cue("말"),
    "token: percent words": one_cue("percent"),
    "token: German compound": one_cue("wort"),
    # cues
    "cues of a word": cues("a"),
    "cues of a number": counted_cues(str),
    "cues of a sentence": cues("This is a sentence of some words."),
    "cues without a full stop": cues("this is a line of some words"),
    "cues of different words": counted_cues(lambda number: " ".join(map(_name, range(3 * number, 3 * number + 3)))),
    "cues of different sentences": counted_cues(lambda number: f"{_name(number)} is {_name(number + 1)}."),
    "cues of speakers": cues("JOHN: Yes.", "MARY: No."),
    "cues of new speakers": counted_cues(lambda number: f"{_name(number).upper()}: Yes."),
    "cues of voices": counted_cues(lambda number: f"<v {_name(number)}>Yes."),
    "voices in one cue": counted(lambda number: f"<v {_name(number)}>Yes."),
    "cues of dashes": cues("- Yes.\n- No."),
    "cues that roll": cues("one two three", "one two three\nfour five six", "four five six"),
    "cues that all touch": cues("same words here"),
    "cues of shares": counted_cues(lambda number: f"{number % 100}% are {_name(number)}."),
    "cues of brackets": cues("[noise]", "(laughs)"),
    "cues of capitals": cues("ALL OF THIS IS SHOUTED."),
    "lines in one cue": one_cue("word\n"),
    "lines of dashes in one cue": one_cue("- Yes.\n"),
}
