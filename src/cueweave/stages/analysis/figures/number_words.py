"""Words that make, scale or measure numbers in the languages whose numbers we read; lower case."""

from collections.abc import Mapping

LANGUAGES = frozenset({"en", "de", "es", "fr", "it", "pt", "nl"})
"""Those whose number words are read; in others only digits are."""

_SCALES = {
    "en": {"hundred": 1e2, "thousand": 1e3, "grand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "millions": 1e6,
           "crore": 1e7, "crores": 1e7, "billion": 1e9, "billions": 1e9, "trillion": 1e12, "trillions": 1e12,
           "dozen": 12.0},
    "de": {"hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
           "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "dutzend": 12.0},
    "es": {"mil": 1e3, "millón": 1e6, "millon": 1e6, "millones": 1e6, "millardo": 1e9, "millardos": 1e9,
           "billón": 1e12, "billones": 1e12, "docena": 12.0, "docenas": 12.0},
    "fr": {"cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
           "billion": 1e12, "billions": 1e12, "douzaine": 12.0, "douzaines": 12.0},
    "it": {"mila": 1e3, "mille": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9, "miliardi": 1e9,
           "mld": 1e9, "dozzina": 12.0, "dozzine": 12.0},
    "pt": {"mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9, "trilhão": 1e12,
           "trilhões": 1e12, "dúzia": 12.0, "dúzias": 12.0},
    "nl": {"honderd": 1e2, "duizend": 1e3, "miljoen": 1e6, "miljard": 1e9, "biljoen": 1e12, "dozijn": 12.0},
}  # fmt: skip

_HALVES = {
    "en": ("and a half",), "de": ("einhalb", "und ein halb"), "es": ("y medio", "y media"),
    "fr": ("et demi", "et demie"), "it": ("e mezzo", "e mezza"), "pt": ("e meio", "e meia"), "nl": ("en een half",),
}  # fmt: skip

_QUARTERS = {
    "en": {"and a quarter": 0.25, "and three quarters": 0.75}, "de": {"und ein viertel": 0.25},
    "es": {"y cuarto": 0.25},
    "fr": {"et quart": 0.25}, "it": {"e un quarto": 0.25}, "pt": {"e um quarto": 0.25}, "nl": {},
}  # fmt: skip

_PARTS = {
    "en": {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fifth": 5,
           "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10},
    "de": {"hälfte": 2, "halbe": 2, "halben": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6,
    "achtel": 8, "zehntel": 10},
    "es": {"mitad": 2, "medio": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5,
    "sexto": 6,
           "décimo": 10, "décimos": 10},
    "fr": {"moitié": 2, "demi": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6,
           "dixième": 10, "dixièmes": 10},
    "it": {"metà": 2, "mezzo": 2, "terzo": 3, "terzi": 3, "quarto": 4, "quarti": 4, "quinto": 5, "quinti": 5,
    "sesto": 6,
           "decimo": 10, "decimi": 10},
    "pt": {"metade": 2, "meio": 2, "terço": 3, "terços": 3, "quarto": 4, "quartos": 4, "quinto": 5, "quintos": 5,
    "sexto": 6,
           "décimo": 10, "décimos": 10},
    "nl": {"helft": 2, "derde": 3, "kwart": 4, "vijfde": 5, "tiende": 10},
}  # fmt: skip

ALONE = frozenset({"half", "hälfte", "mitad", "moitié", "metà", "metade", "helft"})
"""A part that needs no count before it."""

HALF_OF_SCALE = frozenset({"halbe", "halben", "halber", "medio", "media", "demi", "mezzo", "mezza", "meio", "meia"})
"""A half only before a scale: eine halbe Million."""

ARTICLES: Mapping[str, frozenset[str]] = {
    "en": frozenset({"a", "an"}),
    "de": frozenset({"ein", "eine", "einen", "einem", "einer", "eines"}),
    "es": frozenset({"un", "una"}),
    "fr": frozenset({"un", "une"}),
    "it": frozenset({"un", "uno", "una"}),
    "pt": frozenset({"um", "uma"}),
    "nl": frozenset({"een"}),
}
"""They say one only before a measure, a scale or a part."""

_PERCENT = {
    "en": ("percent", "per cent", "percents", "percentage points"), "de": ("prozent", "prozentpunkte"),
    "es": ("por ciento",), "fr": ("pour cent", "pourcent"), "it": ("per cento", "percento"),
    "pt": ("por cento", "porcento"), "nl": ("procent",),
}  # fmt: skip

_MINUS = {
    "en": ("minus", "negative"), "de": ("minus",), "es": ("menos",), "fr": ("moins",), "it": ("meno",),
    "pt": ("menos",), "nl": ("min", "minus"),
}  # fmt: skip

BELOW_ZERO: Mapping[str, tuple[str, ...]] = {
    "en": ("below zero", "below freezing"), "de": ("unter null", "unter dem gefrierpunkt"), "es": ("bajo cero",),
    "fr": ("sous zéro", "en dessous de zéro"), "it": ("sotto zero", "sotto lo zero"), "pt": ("abaixo de zero",),
    "nl": ("onder nul",),
}  # fmt: skip

DEGREES = frozenset(
    {"degree", "degrees", "grad", "grados", "degrés", "gradi", "graus", "graden", "celsius", "fahrenheit"}
)

_POINT = {
    "en": ("point",), "de": ("komma",), "es": ("coma", "punto"), "fr": ("virgule",), "it": ("virgola",),
    "pt": ("vírgula", "ponto"), "nl": ("komma",),
}  # fmt: skip

_TO = {
    "en": ("to", "or"), "de": ("bis", "oder"), "es": ("a", "o"), "fr": ("à", "ou"), "it": ("a", "o"), "pt": ("a", "ou"),
    "nl": ("tot", "of"),
}  # fmt: skip

_BETWEEN = {
    "en": ("between", "and"), "de": ("zwischen", "und"), "es": ("entre", "y"), "fr": ("entre", "et"), "it": ("tra",
    "e"),
    "pt": ("entre", "e"), "nl": ("tussen", "en"),
}  # fmt: skip

TIMES: Mapping[str, Mapping[str, float]] = {
    "en": {"twice": 2.0, "double": 2.0, "doubled": 2.0, "triple": 3.0, "tripled": 3.0, "thrice": 3.0},
    "de": {"doppelt": 2.0, "zweimal": 2.0, "dreimal": 3.0, "verdoppelt": 2.0, "dreifach": 3.0},
    "es": {"doble": 2.0, "triple": 3.0}, "fr": {"double": 2.0, "triple": 3.0},
    "it": {"doppio": 2.0, "triplo": 3.0}, "pt": {"dobro": 2.0, "triplo": 3.0}, "nl": {"dubbel": 2.0},
}  # fmt: skip

CURRENCIES: Mapping[str, str] = {
    "dollar": "$", "dollars": "$", "bucks": "$", "usd": "$", "dólar": "$", "dólares": "$", "dollari": "$", "euro": "€",
    "euros": "€", "eur": "€", "quid": "£", "gbp": "£", "yen": "¥", "rupees": "₹", "rupee": "₹", "rupien": "₹",
    "franken": "CHF",
    "francs": "CHF", "chf": "CHF", "franchi": "CHF", "reais": "R$", "pesos": "peso", "kronor": "kr",
}  # fmt: skip
"""Pounds are left out: they are money and weights."""

CENTS = frozenset("cent cents pence céntimo céntimos centime centimes centesimi cêntimos centavos".split())

YEAR_SIGNS = frozenset(
    """
    in since by until year during from around about before after circa and to jahr seit año en desde année
    anno dal ano
    """.split()
)
"""Before two numbers of two digits: sixteen sixty-six is a year then."""


def scales(language: str) -> Mapping[str, float]:
    """Words that multiply the number before them."""
    return _SCALES.get(language, {})


def parts(language: str) -> Mapping[str, int]:
    """Words for one of so many equal parts."""
    return _PARTS.get(language, {})


def additions(language: str) -> Mapping[str, float]:
    """Phrases that add a part to the number before them."""
    return dict.fromkeys(_HALVES.get(language, ()), 0.5) | _QUARTERS.get(language, {})


def of_a(language: str) -> tuple[str, ...]:
    """What may stand between a part and a scale: half a million, a quarter of a million."""
    return ("a", "of a") if language == "en" else ("de", "di", "einer")


def percents(language: str) -> tuple[str, ...]:
    """Phrases for the per cent sign."""
    return _PERCENT.get(language, ())


def minus_words(language: str) -> tuple[str, ...]:
    """Words that make the number after them negative, unless another number stands before them."""
    return _MINUS.get(language, ())


def points(language: str) -> tuple[str, ...]:
    """Words for the decimal point."""
    return _POINT.get(language, ())


def ranges(language: str) -> tuple[tuple[str, ...], tuple[str, str]]:
    """Words between the ends of a range; and the pair that encloses its first number."""
    return _TO.get(language, ()), _BETWEEN.get(language, ("", ""))
