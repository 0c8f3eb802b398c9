"""Numbers that name something instead of counting it: page 12, version 3, at ten o'clock."""

from __future__ import annotations

from collections.abc import Mapping

from cueweave.stages.analysis.figures.number import Number
from cueweave.stages.analysis.figures.speech import Speech

BEFORE: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        """
        type types fig figs
        page pages chapter chapters section sections figure slide slides room number numbers no nr num version versions
        step steps verse line lines level route highway interstate bus tram gate platform track episode season lesson
        lecture article paragraph exercise question problem phase part volume act scene grade floor apartment street
        building table equation appendix unit module box channel flight row seat extension code zip pin port ip release
        build case point item rule law theorem lemma phone call dial area psalm layer windows iphone covid war top
        """.split()
    ),
    "de": frozenset(
        """
        seite seiten kapitel abschnitt abbildung folie raum zimmer nummer schritt zeile stufe linie gleis folge staffel
        lektion artikel absatz aufgabe frage phase teil band akt stock straße gleichung anhang kanal flug reihe platz
        version punkt
        """.split()
    ),
    "es": frozenset(
        """
        página páginas capítulo sección sala número paso línea episodio temporada lección artículo ejercicio pregunta
        fase parte volumen piso calle versión diapositiva habitación problema tomo
        """.split()
    ),
    "fr": frozenset(
        """
        page pages chapitre section salle numéro étape ligne épisode saison leçon article exercice question phase partie
        tome étage rue version diapositive chambre problème
        """.split()
    ),
    "it": frozenset(
        """
        pagina pagine capitolo sezione figura stanza numero passo passaggio linea episodio stagione lezione articolo
        esercizio domanda fase parte volume piano via versione diapositiva camera problema
        """.split()
    ),
    "pt": frozenset(
        """
        página páginas capítulo seção secção sala número passo linha episódio temporada lição artigo exercício pergunta
        fase parte volume andar rua versão slide quarto problema
        """.split()
    ),
}
HOURS = frozenset({"o'clock", "oclock", "am", "pm", "a.m", "p.m", "uhr"})


def names_by_number(number: Number, speech: Speech, language: str | None) -> bool:
    """Whether the word before the number, or one of the hour after it, makes it a name."""
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    return before in BEFORE.get(language or "en", ()) or after in HOURS
