"""Polish: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, pattern, words

GRAMMAR = Grammar(
    prepositions=words("w we z ze na do od po pod nad przed za przez przy dla u o bez między wśród według podczas"),
    before_verbs=words("nie się ja ty on ona ono my wy oni może można trzeba musi należy będzie"),
    dull=words(
        """
        cześć część części chwila chwili czas czasu czasem dzień dni dnia dobry dobra dobre dobrze doktor druga
        drugi drugie duży duża duże dziennie dziękuję dzisiejszy dziś godzina godziny ilość inny jeden jedna
        jedno kilka koniec kurs kursie ludzi ludzie mały mała małe miejsce miejsca nowy nowa nowe osoba osoby
        pierwszy pierwsza pierwsze powód początek problem procent proszę przykład przykłady pytanie pytania
        pytań raz razem razy rok roku rzecz rzeczy sposób sposoby stary strona strony sprawa temat tematu trzeci
        trzecia tydzień tygodnie typ typy uwagę uwaga ważne wszystkim wykład wykładzie witam witamy zwykle życie
        świat świecie
        """
    ),
    noun_ends=("acja", "acji", "ość", "ości", "anie", "enie", "ania", "enia", "izm", "logia"),
    other_ends=(
        "ć",
        "ają",
        "ują",
        "uje",
        "eją",
        "ał",
        "ała",
        "ało",
        "ali",
        "ały",
        "ił",
        "iła",
        "iło",
        "ili",
        "iły",
        "ył",
        "yła",
        "uję",
        "amy",
        "emy",
        "imy",
        "ymy",
        "ówi",
        "idzi",
        "oczy",
        "rosi",
        "rosił",
        "ąc",
        "ąca",
        "łby",
    ),
    units=words(
        """
        procent wolt wolta woltów wat watów metr metry metrów kilometr kilometry kilometrów gram gramów kilogram
        kilogramów litr litrów stopień stopni złotych euro dolarów kilobajty kilobajtów km kg g cm mm kwh kw
        """
    ),
    scales=words("sto tysiąc tysiące tysięcy milion miliony milionów miliard miliardy miliardów"),
    before_years=words("w od do roku rok"),
    conjunction="i",
)
CUES = Cues(
    openers=words("i a ale więc"),
    warning=pattern(
        r"""
        ^(?:i |a |ale |więc )?(?:uwaga|ostrożnie|uważaj|uważajcie|unikaj|unikajcie|strzeżcie się)
        ^(?:i |a |ale |więc )?nigdy nie (?!był|ma|mia|wi|słysz)\w+
        nie wolno
        pod żadnym pozorem
        """
    ),
    warning_clause=pattern(
        r"""
        (?:jest|są|bardzo) (?:bardzo )?(?:niebezpieczn\w+|zabronion\w+|trując\w+)
        """
    ),
    callout=pattern(
        r"""
        ^(?:i |a |ale |więc )?(?:pamiętaj|pamiętajcie|pamiętajmy|zapamiętaj|zapamiętajcie|nie zapomnij|\
          nie zapominajmy)
        (?:krótko mówiąc|podsumowując)
        najważniejsze jest
        """
    ),
    topic=pattern(
        r"""
        (?:porozmawiajmy|mówimy|mówić|opowiem|pomówmy) (?:\w+ )?o
        tematem (?:\w+ ){0,3}?jest
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
