"""Numbers that name something instead of counting it: page 12, version 3, at ten o'clock."""

from __future__ import annotations

from cueweave.stages.analysis.figures.number import Number
from cueweave.stages.analysis.figures.speech import Speech

BEFORE = frozenset(
    """
    page pages chapter chapters section sections figure slide slides room number numbers no nr num version versions step steps
    verse line lines level route highway interstate bus tram gate platform track episode season lesson lecture article
    paragraph exercise question problem phase part volume act scene grade floor apartment street building table
    equation appendix unit module box channel flight row seat extension code zip postcode pin port ip release build
    case point item rule law theorem lemma slide phone call dial area psalm layer windows python iphone covid war top
    seite seiten kapitel abschnitt abbildung folie raum zimmer nummer schritt zeile stufe linie gleis folge staffel lektion artikel
    absatz aufgabe frage phase teil band akt stock haus straße gleichung anhang kanal flug reihe platz version
    página capítulo sección sala número paso línea episodio temporada lección artículo ejercicio pregunta fase
    parte volumen piso calle versión diapositiva habitación
    chapitre pièce numéro étape ligne épisode saison leçon exercice diapositive étage rue chambre
    pagina capitolo sezione figura stanza numero passo passaggio linea episodio stagione lezione articolo esercizio
    domanda piano via versione diapositiva camera seção passo linha episódio lição artigo pergunta andar rua versão
    """.split()
)
CLOCK_AFTER = frozenset("o'clock oclock am pm a.m p.m uhr heures h horas".split())
CLOCK_BEFORE = frozenset("at um at a à alle às".split())


def names_by_number(number: Number, speech: Speech) -> bool:
    """Whether the word before the number, or one of the hour after it, makes it a name."""
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    return before in BEFORE or after in ("o'clock", "oclock", "am", "pm", "a.m", "p.m", "uhr")
