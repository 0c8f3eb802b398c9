"""Where another speaker begins: by voices, chevrons, labels and dashes of dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from cueweave.domain.transcript import Cue
from cueweave.stages.sentences.punctuated import ends_with_stop

CHEVRONS = re.compile(r">{2,3}(?=[^\W\d_]|[-–—\"'“¿¡\[(])")
DASH = re.compile(r"[-–—‐―]+")
LABEL_WORDS = 4
"""`Prof. Anna Maria Huber:`"""
LABEL_WORD = re.compile(r"[\[(]?[^\W\d_][^\W_]*([.'’-][^\W\d_]*)*\.?[\])]?|#?\d{1,3}")
SMALL_PARTS = frozenset("de da di del della la le van von der den ten y e of bin al el dos das du zu".split())
"""Of names."""
NO_SPEAKERS = frozenset(
    "note notes figure table slide example examples remember warning tip tips hint caution important attention "
    "question remark summary definition theorem lemma proof "
    "conclusion first second third finally also because so but and today step chapter part section result results "
    "abbildung tabelle folie beispiel hinweis achtung wichtig merke frage tipp warnung fazit zusammenfassung kapitel "
    "teil schritt ergebnis also "
    "ejemplo nota atención importante consejo pregunta resumen conclusión capítulo parte paso resultado recuerda ojo "
    "exemple remarque attention important conseil résumé chapitre partie étape résultat rappel "
    "esempio attenzione consiglio domanda riassunto conclusione capitolo passo risultato ricorda "
    "exemplo atenção conselho dica pergunta resumo conclusão passo lembre cuidado "
    "voorbeeld let opgelet vraag belangrijk przykład uwaga ważne pytanie пример внимание важно вопрос вывод".split()
)
"""Words that stand before a colon as labels do, in the languages of `clauses.py`."""


def find_turns(cues: Sequence[Cue]) -> frozenset[int]:
    """Indices, among the words of all cues, of those with which another speaker begins; never 0.

    A label that names who spoke before is no turn, nor is a voice that goes on.
    """
    return frozenset(_begins(cues)) - {0}


def find_speakers(cues: Sequence[Cue]) -> list[str | None]:
    """Who says each word of all cues, as voices and labels name them; None where nobody is named."""
    count = sum(len(cue.text.split()) for cue in cues)
    begins = sorted(_begins(cues).items())
    speakers: list[str | None] = [None] * count
    for (first, speaker), (stop, _) in pairwise([*begins, (count, None)]):
        speakers[first:stop] = [speaker] * (stop - first)
    return speakers


def _begins(cues: Sequence[Cue]) -> dict[int, str | None]:
    """Where a speaker begins, by index of the word, and the name if it is told; the first one's only then."""
    texts = [text for cue in cues for text in cue.text.split()]
    counts = [len(cue.text.split()) for cue in cues]
    starts = set(accumulate(counts[:-1], initial=0))
    places = [at for at in range(len(texts)) if at in starts or (at > 0 and ends_with_stop(texts[at - 1]))]
    nameless = {at for at in range(len(texts)) if _is_marked(texts, at)}
    nameless.update(at for at in places if _is_dialogue(texts, at))
    return dict.fromkeys(nameless) | dict(_voices(cues)) | dict(_labels(texts, places))


def _voices(cues: Sequence[Cue]) -> Iterator[tuple[int, str | None]]:
    """Where the voice that stands beside the text changes, and that of the first cue."""
    firsts = accumulate((len(cue.text.split()) for cue in cues), initial=0)
    before = None
    for cue, first in zip(cues, firsts, strict=False):
        if before != cue.speaker:
            yield first, cue.speaker
        before = cue.speaker


def _is_marked(texts: Sequence[str], at: int) -> bool:
    """Two or three chevrons before a word; before a number they shift bits."""
    return (
        CHEVRONS.match(texts[at] if texts[at].strip(">") else texts[at] + "".join(texts[at + 1 : at + 2])) is not None
    )


def _is_dialogue(texts: Sequence[str], at: int) -> bool:
    """A dash with a word that begins with a capital, or has none in its script; not a list's, not a minus."""
    dash = DASH.match(texts[at])
    if not dash:
        return False
    rest = texts[at][dash.end() :] or (texts[at + 1] if at + 1 < len(texts) else "")
    first = next((letter for letter in rest if letter.isalnum()), "")
    return first.isalpha() and not first.islower()


def _labels(texts: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Where a label names another speaker than the one before, and the name without brackets."""
    found: dict[int, str] = {}
    until = 0
    for at in places:
        label = _label(texts, at) if at >= until else None
        if label:
            found[at] = label
            until = at + len(label.split())  # in "Prof. Huber:" the label doesn't begin again
    count = Counter(found.values())
    is_custom = len(count) > 1 and max(count.values()) > 1
    common = {text.strip(",.") for text in texts if text.islower()}
    shouted = sum(text.isupper() for text in texts) * 2 > len(texts)
    speaker = None
    for at, label in found.items():
        is_name = is_custom or _is_marked(texts, at) or (not shouted and _is_surely_a_name(label, common))
        if label.casefold() != speaker and is_name:
            yield at, label.strip("[]()")
            speaker = label.casefold()


def _is_surely_a_name(label: str, common: Collection[str]) -> bool:
    """In capitals where else there are none, or of two words that are written small nowhere (unlike `Das Problem:`)."""
    words = label.lower().split()
    return (label.isupper() and len(label) > 1) or (len(words) > 1 and words[0] not in common)


def _label(texts: Sequence[str], at: int) -> str | None:
    """`JOHN:`, `John Smith:`, `Speaker 2:`, `[Ann]:` as they stand there, without the colon."""
    words: list[str] = []
    for text in texts[at : at + LABEL_WORDS]:
        word = text.removeprefix(">>") if not words else text
        part = word.removesuffix(":")
        if not LABEL_WORD.fullmatch(part) or not (_is_name(part) or (words and part.lower() in SMALL_PARTS)):
            return None
        words.append(part)
        if part != word:
            return " ".join(words) if words[0].lower() not in NO_SPEAKERS else None
    return None


def _is_name(part: str) -> bool:
    first = next((letter for letter in part if letter.isalnum()), "")
    return not first.islower()
