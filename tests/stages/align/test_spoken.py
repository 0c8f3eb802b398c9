"""Tokens as they are written become the words that are spoken for them."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from cueweave.stages.align.spoken import spoken_texts
from cueweave.stages.align.spoken.idioms import IDIOMS, idiom

LANGUAGES = sorted({*IDIOMS, "ca", "hi", "xx"})

WRITTEN = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=12),
        st.text("0123456789.,:/-%$€°'h", min_size=1, max_size=9),
        st.sampled_from("JOHN: [a (b) c] ♪ - -- $3.5 million 10 000 z. B. Dr. XIV EE. >> *sighs* @ # % 5 €".split()),
    ),
    max_size=12,
)


def said(text: str, language: str) -> str:
    """All that is spoken for a text, tokens apart by bars."""
    return " | ".join(" ".join(words) for words in spoken_texts(text.split(), language))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Hello, world — don’t well-known", "hello | world |  | don't | well known"),
        ("42% 2,500", "forty two percent | two thousand five hundred"),
        ("3.14 1,000.5", "three point one four | one thousand point five"),
        ("1987, in 2024", "nineteen eighty seven | in | twenty twenty four"),
        ("the 1990s", "the | nineteen nineties"),
        ("21st 2nd 103rd", "twenty first | second | one hundred third"),
        ("$5 $1 $5.50 5 €", "five dollars | one dollar | five dollars fifty | five | euros"),
        ("$3.5 million for 2 million", "three point five | million dollars | for | two | million"),
        ("5 km/h at 20°C, 3 GHz", "five | kilometers per hour | at | twenty degrees celsius | three | gigahertz"),
        ("5 in all", "five | in | all"),
        ("10:30 10:05 9am", "ten thirty | ten oh five | nine ay m"),
        ("on 12/24/2024", "on | december twenty fourth twenty twenty four"),
        ("5-10 and/or 24/7 1/2 -5", "five to ten | and or | twenty four seven | one half | minus five"),
        ("Dr. No. No. 7", "doctor | no | number | seven"),
        ("e.g. Mr Smith vs. Mrs Jones", "for example | mister | smith | versus | missus | jones"),
        ("HTTP from NASA’s CEOs on BBC1", "h t t p | from | nasa's | c e o's | on | b b c one"),
        ("C++ C# R2-D2 AT&T #1 MP3", "c plus plus | c sharp | r two d two | ay t and t | number one | m p three"),
        ("YouTube McDonald PhD", "you tube | mcdonald | p h d"),
        ("https://example.com/docs me@example.org", "example dot com slash docs | me at example dot org"),
        ("Henry VIII after World War II", "henry | the eighth | after | world | war | two"),
        ("um, uh w-what? 🙂 ♪", "um | uh | what |  | "),
        ("THIS IS ALL IN CAPITALS", "this | is | all | in | capitals"),
        ("007", "zero zero seven"),
        ("1st-class 20-year-old 4K uh-huh", "first class | twenty year old | four k | uh huh"),
    ],
)  # fmt: skip
def test_english_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert said(written, "en") == spoken


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("de", "1.000,50 €. 3,5 Mio.", "eintausend | euro fünfzig | drei komma fünf | millionen"),
        ("de", "3,5 Mio. Menschen 20 %", "drei komma fünf | millionen | menschen | zwanzig | prozent"),
        ("de", "am 3. Oktober um 10.30 Uhr", "am | dritten | oktober | um | zehn uhr dreißig | "),
        ("de", "waren 3. Dann", "waren | drei | dann"),
        ("de", "z. B. d.h. die GmbH", "zum | beispiel | das heißt | die | ge em be ha"),
        ("es", "1.500 el 3º, p. ej. siglo XX", "mil quinientos | el | tercero | por | ejemplo | siglo | veinte"),
        ("fr", "10 000 l’eau à 10h30 le 1er", "dix | mille | l'eau | à | dix heures trente | le | premier"),
        ("it", "il 3° dott. 5 km", "il | terzo | dottor | cinque | chilometri"),
        ("pt", "o 3º dia 25 %", "o | terceiro | dia | vinte e cinco | por cento"),
        ("nl", "de 3e in 1987 bijv. 5%", "de | derde | in | negentienzevenentachtig | bijvoorbeeld | vijf procent"),
        ("pl", "np. 5 zł i 10 000", "na przykład | pięć | złotych | i | dziesięć | tysięcy"),
        ("cs", "např. 5 Kč č. 7", "například | pět | korun | číslo | sedm"),
        ("sv", "t.ex. 1987 den 3:e", "till exempel | nittonhundraåttiosju | den | tredje"),
        ("da", "f.eks. den 3. maj", "for eksempel | den | tredje | maj"),
        ("ro", "nr. 5 dl. Pop", "numărul | cinci | domnul | pop"),
        ("tr", "İzmir ISPARTA %20 3. gün", "izmir | ısparta | yüzde yirmi | üçüncü | gün"),
        ("ru", "в 1999 г.,", "в | одна тысяча девятьсот девяносто девять | года"),
        ("ru", "5 км т. е. США", "пять | километров | то | есть | эс ша а"),
        ("uk", "п’ять і 95 грн", "п'ять | і | дев'яносто п'ять | гривень"),
        ("el", "π.χ. 5 χλμ ΝΑΤΟ", "για παράδειγμα | πέντε | χιλιόμετρα | νι άλφα ταυ όμικρον"),
        ("hu", "pl. 3. nap 5%", "például | harmadik | nap | öt százalék"),
        ("fi", "klo 3. päivä 1 000,5", "kello | kolmas | päivä | tuhat | pilkku viisi"),
        ("id", "dll. 5 km", "dan lain lain | lima | kilometer"),
        ("vi", "25 % và 5 km", "hai mươi lăm | phần trăm | và | năm | kilômét"),
        ("hi", "नमस्ते 5", "नमस्ते | पाँच"),
    ],
)  # fmt: skip
def test_each_language_has_its_own_ways(language: str, written: str, spoken: str) -> None:
    assert said(written, language) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("[upbeat music playing] Hello there", " |  |  | hello | there"),
        ("[Applause] Thank [laughs softly] you", " | thank |  |  | you"),
        ("in [1] we", "in |  | we"),
        ("(laughs) So (which is nice) we", " | so | which | is | nice | we"),
        ("(APPLAUSE CONTINUES) Yes", " |  | yes"),
        ("JOHN: Hi. MAN ON TV: Yes. Dr. Smith: No", " | hi |  |  |  | yes |  |  | no"),
        (">> JOHN: Hi", " |  | hi"),
        ("Question: why", "question | why"),
        ("♪ upbeat music ♪ and ♪ la la ♪", " |  |  |  | and |  | la | la | "),
        ("*sighs* all *right*", " | all | right"),
        ("- Hello. - Hi.", " | hello |  | hi"),
    ],
)
def test_what_nobody_says_is_not_spoken(written: str, spoken: str) -> None:
    assert said(written, "en") == spoken


def test_a_bracket_that_is_never_closed_silences_nothing() -> None:
    assert all(spoken_texts(["[so", *["word"] * 40, "end]"], "en"))


def test_a_token_that_is_longer_than_anybody_speaks_is_not_spoken() -> None:
    longest, longer, said = spoken_texts(["word-" * 100, "word-" * 101, "so"], "en")
    assert (longest, longer, said) == (["word"] * 100, [], ["so"])


@given(WRITTEN, st.sampled_from(LANGUAGES))
def test_every_token_gets_words_of_letters_only(tokens: list[str], language: str) -> None:
    texts = spoken_texts(tokens, language)
    assert len(texts) == len(tokens)
    for word in (word for words in texts for word in words):
        assert word == unicodedata.normalize("NFC", word)
        assert all(letter == "'" or unicodedata.category(letter)[0] in "LM" for letter in word)
        assert any(letter.isalpha() for letter in word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_has_a_name_and_each_table_is_whole(language: str) -> None:
    own = idiom(language)
    assert all(own.names.values())
    assert all(own.short.values())
    assert all(own.coins.values())
    assert "z" in own.names


@pytest.mark.parametrize("language", ["fr", "sv", "ru"])
def test_a_list_of_numbers_is_not_read_as_one_number_without_end(language: str) -> None:
    longest = max(len(words) for words in spoken_texts(["1"] + ["000"] * 500, language))
    assert longest < 10
