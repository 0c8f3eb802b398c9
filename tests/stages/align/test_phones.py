"""Words of any language become phones of the English model."""

import re

import pytest
from hypothesis import given, strategies as st

from cueweave.stages.align.phones import PHONES, TABLES, inflected, phones
from cueweave.stages.align.phones.table import Table

LANGUAGES = sorted({*TABLES, "ca", "hi", "xx"})
DICTIONARY = {
    "cat": "K AE T", "dog": "D AO G", "box": "B AA K S", "hope": "HH OW P", "stop": "S T AA P", "back": "B AE K",
    "wait": "W EY T", "try": "T R AY", "slow": "S L OW", "live": "L AY V", "stream": "S T R IY M",
}  # fmt: skip

READ = """
en brick B R IH K
en nation N EY SH AH N
en phone F OW N
en xml EH K S EH M EH L
en hmm HH AH M
en café K AE F EY
de straße SH T R AA S AH
de herbst HH EH R P S T
de sohn Z OW N
es queso K EH S OW
es año AA N Y OW
fr beaucoup B OW K UW
fr moment M AO M AA N
it chiesa K Y EH Z AA
it gnocchi N Y OW K IY
pt coração K AO R AA S AW N
nl huis HH AW S
pl szczęście SH CH EH N SH CH IY EH
pl łódź W UW JH
cs řeka ZH EH K AA
sv stjärna SH EH R N AA
da hvad V AE DH
da hvordan V AO D AE N
da der D EH R
da sprog S B R AO W
da regn R AY N
ro cinci CH IY N CH
tr çocuk CH OW JH UW K
ru что SH T AO
ru год G AO T
uk їжак Y IY ZH AA K
el ευχαριστώ EH F HH AA R IY S T AO
el πάρκο P AA R K AO
el σημασία S IY M AA S IY AA
el παιδιά P EH DH Y AA
hu nagy N AO JH
fi yö UW ER
id nyanyi N Y AA N Y IY
vi nghệ NG EY
vi không HH OW NG
vi sách S EH K
ru google G OW G L EH
xx žena Z EH N AA
"""

FORMS = """
cats K AE T S
dogs D AO G Z
boxes B AA K S IH Z
hoped HH OW P T
stopped S T AA P T
waited W EY T IH D
tried T R AY D
hoping HH OW P IH NG
slowly S L OW L IY
cat's K AE T S
livestream L AY V S T R IY M
livestreams L AY V S T R IY M Z
"""


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_each_language_is_read_by_its_own_rules(line: str) -> None:
    language, word, sounds = line.split(maxsplit=2)
    assert phones(word, language) == sounds


@pytest.mark.parametrize("language", sorted(TABLES))
def test_each_letter_of_a_table_is_read_wherever_it_stands(language: str) -> None:
    plain = {rule.split()[0] for rule in re.split(r"[,\n]", TABLES[language].rules) if rule.strip()}
    assert TABLES[language].alphabet <= plain


@pytest.mark.parametrize("language", sorted(TABLES))
def test_a_table_holds_phones_of_the_model_only(language: str) -> None:
    table = TABLES[language]
    for letter in table.alphabet:
        assert set(phones(letter, language).split()) <= PHONES
    assert set(table.vowels) - table.alphabet <= set("äľĺŕáàâêôúóíüéýěùï")


@given(st.text(min_size=1, max_size=20), st.sampled_from(LANGUAGES))
def test_any_word_has_phones_of_the_model(word: str, language: str) -> None:
    sounds = phones(word, language).split()
    assert sounds
    assert set(sounds) <= PHONES


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_forms_of_known_words_are_made_from_them(line: str) -> None:
    word, sounds = line.split(maxsplit=1)
    assert inflected(word, DICTIONARY.get) == sounds


def test_nothing_is_made_from_unknown_words() -> None:
    assert inflected("qwrts", DICTIONARY.get) is None


def test_the_longest_letters_win_then_the_most_conditions() -> None:
    table = Table(vowels="ae", rules="a AA, a($) AH, (^)a($) EY, s S, sh SH, (V)s(V) Z, b B")
    assert list(table.read("a")) == ["EY"]
    assert list(table.read("asha")) == ["AA", "SH", "AH"]
    assert list(table.read("asa")) == ["AA", "Z", "AH"]
    assert list(table.read("abba")) == ["AA", "B", "AH"]


def test_a_line_that_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="no rule"):
        list(Table(vowels="a", rules="a").read("a"))
