"""Scale words and percent in languages whose number words aren't read: 10 миллионов must not pass for 10."""

from __future__ import annotations

THOUSAND, MILLION, BILLION = 1e3, 1e6, 1e9

_WORDS = {
    "cs": ("tisíc tisíce", "milion miliony milionů mil", "miliarda miliardy miliard"),
    "da": ("tusind", "million millioner mio", "milliard milliarder mia"),
    "el": ("χίλια χιλιάδες", "εκατομμύριο εκατομμύρια", "δισεκατομμύριο δισεκατομμύρια"),
    "fi": ("tuhat tuhatta", "miljoona miljoonaa", "miljardi miljardia"),
    "hu": ("ezer", "millió", "milliárd"),
    "id": ("ribu", "juta", "miliar"),
    "no": ("tusen", "million millioner", "milliard milliarder"),
    "pl": ("tysiąc tysiące tysięcy tys", "milion miliony milionów mln", "miliard miliardy miliardów mld"),
    "ro": ("mie mii", "milion milioane", "miliard miliarde"),
    "ru": ("тысяча тысячи тысяч тыс", "миллион миллиона миллионов млн", "миллиард миллиарда миллиардов млрд"),
    "sv": ("tusen", "miljon miljoner", "miljard miljarder"),
    "tr": ("bin", "milyon", "milyar"),
    "uk": ("тисяча тисячі тисяч тис", "мільйон мільйони мільйонів млн", "мільярд мільярди мільярдів млрд"),
}
SCALES = {
    language: {
        word: scale for words, scale in zip(rows, (THOUSAND, MILLION, BILLION), strict=True) for word in words.split()
    }
    for language, rows in _WORDS.items()
}
SCALES |= dict.fromkeys(("nb", "nn"), SCALES["no"])
"""By language (ISO 639-1), lower case."""
PERCENTS = {
    "cs": ("procent", "procenta", "procento"),
    "da": ("procent",),
    "el": ("τοις εκατό",),
    "fi": ("prosenttia", "prosentti"),
    "hu": ("százalék",),
    "id": ("persen",),
    "no": ("prosent",),
    "pl": ("procent", "procenta"),
    "ro": ("la sută",),
    "ru": ("процент", "процента", "процентов"),
    "sv": ("procent",),
    "uk": ("відсоток", "відсотки", "відсотків"),
}
"""After the number, by language."""
