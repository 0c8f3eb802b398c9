"""What the start of a sentence tells."""

import pytest

from cueweave.stages.analysis.sections.markers import PHRASES, Marker, marker_of


@pytest.mark.parametrize(
    ("said", "language", "marker"),
    [
        ("let's move on to the tide", "en", Marker.TOPIC),
        ("okay so let us turn to bread", "en", Marker.TOPIC),
        ("now the pump is running", "en", Marker.STEP),
        ("so the pump is running", "en", Marker.LINK),
        ("for example the pump", "en", Marker.LINK),
        ("it runs", "en", Marker.BACK),
        ("italy is a country", "en", None),
        ("nun zu den gezeiten", "de", Marker.TOPIC),
        ("das ist alles", "de", Marker.BACK),
        ("cela suffit", "fr", Marker.BACK),
        ("por ejemplo la marea", "es", Marker.LINK),
        ("passiamo alla marea", "it", Marker.TOPIC),
        ("vamos agora falar", "pt", Marker.TOPIC),
        ("let's move on", "xx", None),
        ("let's move on", None, None),
        ("", "en", None),
    ],
)
def test_starts_of_sentences(said: str, language: str | None, marker: Marker | None) -> None:
    assert marker_of(said.split(), language) is marker


@pytest.mark.parametrize("language", PHRASES)
def test_phrases_are_written_as_they_are_looked_up(language: str) -> None:
    known = PHRASES[language]
    for phrase in known.topic | known.step | known.link | known.back | known.leads:
        assert phrase == phrase.lower() == " ".join(phrase.split())
        assert "’" not in phrase
    assert all(" " not in lead for lead in known.leads)
