"""Punctuation ends sentences, except where it belongs to a word, a number or a quote."""

import itertools

import pytest

from cueweave.stages.sentences.punctuated import punctuated_ends

MARKED = {
    "en": [
        "Dr. Huber spoke. / Was it long? / Yes, about 3.5 hours.",
        "He said e.g. this. / It is No. 5 on the list. / J. K. Rowling wrote it.",
        'He said "Stop!" / Then he left. / "Is it true?" she asked. / Nobody knew.',
        "(It was late.) / Then he went. / Well... maybe not. / And then... / Nothing.",
        "See www.example.com/a.b for it. / Go to example.com. / Then stop. / The file server.py runs.",
        "We saw Vol. 3 of it. / It was approx. five. / Apples, pears, etc. / The rest came at 5 p.m. / They left.",
        "hello there. / this is good. / is it? / yes. / and mr. smith came.",
        "MR. SMITH CAME. / E.G. THIS. / IT IS NO. 5. / WHY? / BECAUSE.",
        "He said no. / I think so. / No. 5 is here. / So do I. / You know it. / How many? / 5. / That is all.",
        "he said no. / i think so. / so do i. / they know that. / it is so.",
        "1. First comes this. / 2. Then comes that. / We have 3. / That is all.",
    ],
    "de": [
        "Das ist z. B. gut. / Und dann ging er. / Am 3. Mai kam er. / Der 2. Weltkrieg begann 1939. / Dann kam er.",
        "Hr. Müller sah Abb. 3 und Kap. 4. / „Kommst du?“ fragte sie. / Er wurde 20. / Sie nicht. / Usw. usf.",
    ],
    "es": ["¿Qué tal? / ¡Muy bien! / La Sra. López vino. / Y tú, ¿qué haces? / Ud. vio la pág. 5 en EE. UU. y ganó."],
    "fr": [
        "M. Dupont est là. / Mme. Durand aussi. / C'est vrai ! / Ah bon ? / « Viens ! » dit-il. / L'art. 5 le dit.",
        "Dr. Petit est là. / « Viens. » / Il partit. / St. Pierre. / Et puis... rien.",
    ],
    "it": [
        "Il sig. Rossi è qui. / L'art. 5 dice questo. / Vedi pag. 3. / Pane, vino, ecc. / Poi andò.",
        "Lo passa al GPS. / Il resto no.",
    ],
    "pt": ["O Dr. Silva veio. / V. Exa. sabe. / A pág. 5 diz tudo. / Av. Paulista. / Foi."],
    "nl": ["Dhr. Jansen zag mevr. de Vries. / Dat is o.a. goed."],
    "pl": ["To jest np. dobre. / Dr. Kowalski przyszedł. / Koniec 3. maja."],
    "ru": ["Это т. е. так. / Он жил в г. Москва. / «Иди!» — сказал он. / Им. Пушкина."],
    "el": ["Τι κάνεις; / Είμαι καλά."],
    "hi": ["यह अच्छा है। / वह गया। / क्या?"],
    "ar": ["ما هذا؟ / هذا كتاب. / نعم!"],
    "zh": ["今天 我们 谈 电池。 / 是 吗？ / “是 吗？” 她 问。 / 好！"],
    "ja": ["「行こう。」 と 彼は 言った。 / はい。 / いい ですね！"],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, all_ in MARKED.items() for text in all_])
def test_sentences_end_where_they_are_marked(language: str, text: str) -> None:
    sentences = [sentence.split() for sentence in text.split(" / ")]
    words = [word for sentence in sentences for word in sentence]
    cuts = [0, *punctuated_ends(words, language, ()), len(words)]
    assert [words[a:b] for a, b in itertools.pairwise(cuts)] == sentences


def test_an_unknown_language_is_told_by_its_script() -> None:
    assert punctuated_ends("Τι κάνεις; Είμαι καλά.".split(), None, ()) == [2]


def test_marks_alone_are_no_sentence() -> None:
    assert punctuated_ends("♪ ♪ ! Hello. - Bye. ♪".split(), "en", ()) == [4]


def test_a_turn_ends_a_sentence_and_hides_no_other_end() -> None:
    assert punctuated_ends("No. 5 came. Yes - I. See".split(), "en", {1}) == [1, 3, 6]


@pytest.mark.parametrize(("quote", "count"), [("«", 1100), ("“", 1100), ("„", 1100), ("`", 1100), ("''", 10_100)])
def test_many_quotes_that_nothing_closes_hide_no_end(quote: str, count: int) -> None:
    ends = punctuated_ends(f"{quote}Yes it is.".split() * count, "en", ())
    assert ends == list(range(3, 3 * count, 3))
