"""Words that tell what stands around a number: what people do with numbers, what they measure in, how they link."""

from __future__ import annotations

from cueweave.stages.analysis.figures.number_words import CURRENCIES

_VERBS = """
    accounts account accounted add added adds attract attracted attracts average averaged averages bring brings brought
    burn burned burns buy bought came cast caused chose choose come comes command commands consume consumed consumes
    contain contained contains contribute contributed contributes cost costs counted counts cover covered covers
    deliver delivered delivers draw drew drop dropped drove earn earned earns eat eats employ employed employs enjoy
    fell finished gave generate generated generates get gets getting give gives go goes got grew hit hits hold holds
    host hosted hosts include included includes jumped kept last lasted lasts lead like liked logged lose lost make
    makes made managed manages measure measured measures named need needed needs offer offered offers owned owns paid pay
    pays pick picked picked posted prefer preferred prefers produce produced produces provide provided provides pull
    pulled raised ran reach reached reaches reading received receives recorded registered replied report reported
    reports represent represents rose run runs said saw say says scored score scores sees sell sells sent serve
    served serves showed shows sit sits sold spend spends spent stand stands stayed stood store stores supplied supplies
    supply take takes takes answered told took totaled totalled use used uses visit visited voted want wanted wants weigh
    weighed weighs welcome welcomed welcomes went win wins won work worked works wrote amounts amounted followed rated
    hired installed opened planted built climbed rises falls climbs drops equals drank drink drinks read watched walked
    carry carries carried matter matters eat eats ate feed feeds fed move moves moved treat treats pull push earn burn
    book books booked grow grows lift lifts lifted export exports exported import imports imported mine mines issued
    collect collects collected donate donates donated publish publishes published deliver hire fill fills filled
    tell tells look looks show talk talks consider compare know mean means happen happened met mettent remaining
    ended started began reads selected believe believes think thinks called trust trusts travels travel rate rates ranked
    bekam bekamen bekommt beträgt betrug betragen braucht brachte bringt enthält ergab erhielt erreichte erreicht fiel
    fielen fliegt führt gab geben gehen geht gibt ging gingen hält kaufte kamen kam kommen kommt kostet kosten kostete
    lag lagen leben lebt liefert lieferte liegt liegen machen macht machte maß misst nutzen nutzt sagten sagte schaffte schafft
    sinkt stammen stammt steht stehen stieg stiegen trug umfasst verbraucht verdient verdiente verkaufte verkauften
    verkauft wählten wählte wiegt wog zahlt zählt zählte zählten wuchs fuhr fahren fährt entfallen entfällt wohnen besuchten
    produziert produzierte erzielte erzielten registrierte bewertet lernen lernt
    alcanzó alcanza aporta aportó consume cuesta cuestan costó compra da dio dice dijo eligió eligieron estudia estudian
    gasta gastamos gastó genera generó llega llegó llegaron mide midió pesa pesan pesó prefiere prefieren produce produjo
    recibe recibió representa subió bajó suma supone tenemos tenía tenían tiene tienen tuvo tuvimos usa vale va van vendió vende
    vendieron vendimos vende viene vienen vino vive viven vota votó votaron registró ganó ganamos hubo hay
    achète aiment atteint avait avaient avons ont compte comptait consomme coûte coûtait coûtent dépense dépensons donne
    fait gagne gagné génère mesure obtenu obtient occupe pèse pèsent préfèrent préfère produit provient provenait reçoit reçu représente vaut
    vend vendait vendu viennent vient va vont vote utilisent utilise disent enregistré passe étaient était
    abbiamo aveva avevano hanno arriva arrivano arrivò conta contava costa costano costava consuma contiene dice ha vale
    misura pesa pesano pesava preferisce preferiscono produce produsse proviene rappresenta riceve sceglie usa va vanno
    vende venduto vendette venduti viene vengono vive vivono vota spende spendiamo erano era
    alcançou atingiu chegou compra consome contém custa custam custava custou diz disse gasta gastamos gera gerou ganhou mede
    pesa pesam prefere preferem produz produziu recebeu representa subiu caiu tem tinha temos têm teve tivemos usa vai vão
    vale vem vêm vendeu vendemos veio vive vivem vota votaram foram eram era escolheram escolheu
    kost kosten weegt wegen verkocht verkochten telt heeft hebben komt kwam
    """
VERBS = frozenset(_VERBS.split())
"""What things and people do in sentences with numbers: between a label and its value, and part of neither."""

MEASURES = frozenset(
    """
    second seconds minute minutes hour hours day days week weeks month months year years decade decades meter meters
    metre metres kilometer kilometers kilometre kilometres mile miles foot feet inch inches yard yards centimeter
    centimeters centimetres millimeter millimeters gram grams grammes kilo kilos kilogram kilograms pound pounds ton tons
    tonne tonnes ounce ounces liter liters litre litres gallon gallons cup cups degree degrees watt watts kilowatt
    kilowatts megawatt megawatts gigawatts kilowatt-hours volt volts calorie calories byte bytes kilobytes megabytes
    gigabytes terabytes mph kph km kg cm mm square cubic point points star stars vote votes seat seats cent cents pence
    time times people percent per celsius fahrenheit teaspoon teaspoons tablespoon tablespoons tsp tbsp pinch slices slice acre acres hectare hectares newton newtons joules knots units unit
    sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren
    meter metern kilometer kilometern zentimeter gramm kilogramm tonne tonnen liter grad watt stück stunden einwohner
    teelöffel esslöffel prise tasse tassen quadratmeter hektar kalorien stimmen punkte menschen leute
    segundo segundos minuto minutos hora horas día días semana semanas mes meses año años metro metros kilómetro
    kilómetros gramo gramos kilo tonelada toneladas litro litros grado grados hectáreas calorías votos puntos personas
    habitantes céntimos taza tazas cucharada cucharadas cucharadita
    seconde secondes heure heures jour jours semaine semaines mois an ans année années mètre mètres kilomètre kilomètres
    gramme litres degré degrés hectares voix habitants personnes points calories centimes cuillère cuillères tasse tasses
    secondo secondi minuti ora ore giorno giorni settimana settimane mese mesi anno anni metri chilometro chilometri
    grammo grammi chilo chili tonnellata tonnellate litri grado gradi ettari calorie voti punti persone abitanti centesimi cucchiaio cucchiai tazza tazze
    dia dias mês quilômetro quilômetros quilômetro quilómetros grama gramas quilo quilos graus hectares calorias pessoas
    cêntimos centavos pontos xícara xícaras colher colheres
    """.split()
) | frozenset(CURRENCIES)
"""What is measured in: said with a number, never a label on its own."""

LINKS = frozenset("of de del di du des da do dos das d' the la le el".split())
"""May stand inside a name: population of the village, Río de Janeiro."""

OTHERS = frozenset("others rest else everything übrige andere otros otras resto demás reste autres altro altri outros".split())
"""What is left of a whole: a name for a share though a word of the closed classes."""

COORDINATORS = frozenset(
    """
    and while whereas but then und während aber dann sowie y e mientras pero luego et tandis mais puis mentre ma poi
    enquanto mas depois
    """.split()
)
"""Where one item ends and the next one begins, if no punctuation says so."""

ARITHMETIC = frozenset(
    """
    plus minus equals equal times divided multiplied squared cubed root sum equation gleich geteilt ergibt wurzel
    igual iguala dividido multiplicado raíz égale égal divisé multiplié racine uguale diviso moltiplicato radice
    """.split()
)

OUT_OF = ("out of", "von", "sobre", "de", "sur", "su", "em", "von")
"""Between a score and the most that could be had."""

DETERMINERS = frozenset(
    """
    the a an of for on from by with in our their its his her my your der die das den dem ein eine einen für aus von mit
    im am unser unsere el la los las un una de del por para con su sus le les du des pour par avec une il lo gli di da per
    o os as um uma do dos das em au aux al alla
    """.split()
)
"""After them even a word that could be a verb is a thing: nine hours of work."""

CLOCK = frozenset("at um à alle às".split())
"""Before a bare number up to 24: a time of the day."""

APPROXIMATE = frozenset(
    """
    about around roughly nearly almost over under only just exactly approximately some already even another up to
    etwa rund ungefähr knapp fast über nur schon sogar genau circa unos unas casi apenas alrededor solo sólo cerca ya
    environ presque seulement déjà plus près quasi circa solo già appena oltre quase apenas cerca já only roughly
    an well little remaining further additional respectively each altogether total restliche restlichen weitere jeweils
    restante restantes restant restants rimanente rimanenti demás
    """.split()
)


_AUXILIARIES = {
    "en": "is are was were be been has have had does did do",
    "de": "ist sind war waren hat haben hatte hatten wird werden wurde wurden",
    "es": "es son era eran fue fueron está están ha han había", "fr": "est sont était étaient a ont avait avaient fut",
    "it": "è sono era erano ha hanno aveva avevano", "pt": "é são era eram foi foram está estão há",
    "nl": "is zijn was waren heeft hebben had hadden",
}  # fmt: skip
AUXILIARIES = {language: frozenset(words.split()) for language, words in _AUXILIARIES.items()}
"""Verbs of the closed classes: the subject stands before them."""

_PAST = {
    "en": ("ed",), "es": ("ó", "aron", "ieron", "aba", "aban", "imos", "amos"), "it": ("ò", "arono", "irono", "avano"),
    "pt": ("ou", "aram", "eram", "iram", "iu", "avam", "amos"), "fr": ("aient", "èrent"),
}  # fmt: skip
SHORT = 4
"""Letters: shorter words are too few to tell by their ending."""


def is_verb(low: str, language: str | None) -> bool:
    """Whether a word is rather what is done than a thing; by its ending where the list is silent."""
    language = language or "en"
    if low in VERBS or low in AUXILIARIES.get(language, ()):
        return True
    return len(low) > SHORT and low.endswith(_PAST.get(language, ("\0",)))
