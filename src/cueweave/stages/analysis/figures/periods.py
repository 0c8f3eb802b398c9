"""Names of months, weekdays and quarters, as keys that are the same for every way to say them."""

from __future__ import annotations

from collections.abc import Mapping

from cueweave.stages.analysis.figures.speech import Speech

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_SHORT_MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec", "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
}  # fmt: skip
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
_SHORT_WEEKDAYS = {"en": "mon tue wed thu fri sat sun"}
_SEASONS = {
    "en": "spring summer autumn winter", "de": "frühling sommer herbst winter", "es": "primavera verano otoño invierno",
    "fr": "printemps été automne hiver", "it": "primavera estate autunno inverno",
    "pt": "primavera verão outono inverno", "nl": "lente zomer herfst winter",
}  # fmt: skip
UNITS: Mapping[str, str] = dict(
    pair.split(":")
    for pair in """
    second:second seconds:second sekunde:second sekunden:second segundo:second segundos:second seconde:second
    secondes:second secondi:second minute:minute minutes:minute minuten:minute minuto:minute minutos:minute
    minuti:minute hour:hour hours:hour stunde:hour stunden:hour hora:hour horas:hour heure:hour heures:hour ora:hour
    ore:hour day:day days:day tag:day tage:day tagen:day día:day días:day jour:day jours:day giorno:day giorni:day
    dia:day dias:day week:week weeks:week woche:week wochen:week semana:week semanas:week semaine:week semaines:week
    settimana:week settimane:week month:month months:month monat:month monate:month monaten:month mes:month
    meses:month mois:month mese:month mesi:month mês:month quarter:quarter quartal:quarter trimestre:quarter
    year:year years:year jahr:year jahre:year jahren:year año:year años:year an:year ans:year année:year années:year
    anno:year anni:year ano:year anos:year decade:decade decades:decade
    """.split()
)
"""Words for stretches of time."""


def _keys() -> dict[str, dict[str, tuple[str, int]]]:
    found: dict[str, dict[str, tuple[str, int]]] = {}
    kinds = (
        ("month", _MONTHS),
        ("month", _SHORT_MONTHS),
        ("weekday", _WEEKDAYS),
        ("weekday", _SHORT_WEEKDAYS),
        ("season", _SEASONS),
    )
    for kind, table in kinds:
        for language, names in table.items():
            own = found.setdefault(language, {})
            own.update({name: (kind, at) for at, name in enumerate(names.split(), 1) if name not in own})
    found["de"]["sonnabend"] = ("weekday", 6)
    found["de"]["jänner"] = ("month", 1)
    found["en"]["fall"] = ("season", 3)
    found["en"]["sept"] = ("month", 9)
    return found


_KEYS = _keys()
_AMBIGUOUS = {"en": frozenset({"may", "march", "mar", "sun", "sat", "mon", "jan", "fall"})}
"""Also other words: names only with a capital."""
_LEADING = frozenset("in since by until during early late mid last".split())


def period(shown: str, language: str | None) -> tuple[str, int] | None:
    """What a word names: ("month", 1) for January, ("weekday", 7) for dimanche, ("quarter", 2) for Q2."""
    low = shown.lower()
    language = language or "en"
    if len(low) == 2 and low[0] in "qt" and low[1] in "1234":
        return ("quarter", int(low[1]))
    if low in _AMBIGUOUS.get(language, ()) and shown == low:
        return None
    return _KEYS.get(language, {}).get(
        low.removesuffix("s") if low.removesuffix("s") in _KEYS.get(language, {}) else low
    )


def period_at(speech: Speech, at: int, language: str | None) -> tuple[str, int] | None:
    """The same of a word in speech, where a preposition tells as much as a capital: in march."""
    shown = speech.shown[at]
    led = speech.joined(at) and speech.plain[at - 1] in _LEADING
    return period(shown.capitalize() if led else shown, language)
