"""Phones for words that the dictionary lacks: letters to the model's phones by the commonest English rules."""

RULES = (
    ("tion", "SH AH N"), ("sion", "ZH AH N"), ("ough", "AO"), ("augh", "AO"), ("eigh", "EY"), ("igh", "AY"),
    ("tch", "CH"),
    ("sch", "SH"), ("dge", "JH"), ("eau", "OW"), ("ch", "CH"), ("sh", "SH"), ("th", "TH"), ("ph", "F"), ("wh", "W"),
    ("ck", "K"), ("ng", "NG"), ("qu", "K W"), ("gh", "G"), ("kn", "N"), ("wr", "R"), ("ee", "IY"), ("ea", "IY"),
    ("oo", "UW"), ("ou", "AW"), ("ow", "OW"), ("oi", "OY"), ("oy", "OY"), ("ai", "EY"), ("ay", "EY"), ("au", "AO"),
    ("aw", "AO"), ("ie", "IY"), ("ei", "AY"), ("ey", "IY"), ("eu", "Y UW"), ("ew", "Y UW"), ("er", "ER"), ("ir", "ER"),
    ("ur", "ER"), ("ar", "AA R"), ("or", "AO R"), ("ce", "S"), ("ci", "S IH"), ("cy", "S IY"), ("ge", "JH"),
    ("a", "AE"), ("b", "B"), ("c", "K"), ("d", "D"), ("e", "EH"), ("f", "F"), ("g", "G"), ("h", "HH"), ("i", "IH"),
    ("j", "JH"), ("k", "K"), ("l", "L"), ("m", "M"), ("n", "N"), ("o", "AA"), ("p", "P"), ("q", "K"), ("r", "R"),
    ("s", "S"), ("t", "T"), ("u", "AH"), ("v", "V"), ("w", "W"), ("x", "K S"), ("y", "IY"), ("z", "Z"),
)  # fmt: skip
"""Letters and their phones (ARPAbet, as in the model), longest first."""

NAMES = {
    "a": "EY", "b": "B IY", "c": "S IY", "d": "D IY", "e": "IY", "f": "EH F", "g": "JH IY", "h": "EY CH", "i": "AY",
    "j": "JH EY", "k": "K EY", "l": "EH L", "m": "EH M", "n": "EH N", "o": "OW", "p": "P IY", "q": "K Y UW",
    "r": "AA R", "s": "EH S", "t": "T IY", "u": "Y UW", "v": "V IY", "w": "D AH B AH L Y UW", "x": "EH K S",
    "y": "W AY", "z": "Z IY",
}  # fmt: skip
"""How letters are called: for words without a vowel, which are spelled out."""


def pronounce(word: str) -> str:
    """Phones for a lower-case word of letters and apostrophes, apart by blanks; never empty."""
    letters = word.replace("'", "")
    if not set(letters) & set("aeiouy"):
        return " ".join(NAMES[letter] for letter in letters if letter in NAMES) or "AH"
    if len(letters) > 3 and letters.endswith("e") and letters[-2] not in "aeiou":
        letters = letters[:-1]
    return " ".join(_phones(letters))


def _phones(letters: str) -> list[str]:
    phones: list[str] = []
    at = 0
    while at < len(letters):
        size, sound = next(((len(text), sound) for text, sound in RULES if letters.startswith(text, at)), (1, ""))
        double = at > 0 and letters[at] == letters[at - 1] and size == 1
        if sound and not double:
            phones.append(sound)
        at += size
    return phones
