"""Words that tell what stands around a number: what people do with numbers, what they measure in, how they link."""

from __future__ import annotations

from cueweave.stages.analysis.figures.number_words import CURRENCIES

MEASURES = frozenset(
    """
    second seconds minute minutes hour hours day days week weeks month months year years decade decades meter
    meters metre metres kilometer kilometers kilometre kilometres mile miles foot feet inch inches yard yards
    centimeter centimeters centimetres millimeter millimeters gram grams grammes kilo kilos kilogram kilograms
    pound pounds ton tons tonne tonnes ounce ounces liter liters litre litres gallon gallons cup cups degree
    degrees watt watts kilowatt kilowatts megawatt megawatts gigawatts kilowatt-hours volt volts calorie
    calories byte bytes kilobytes megabytes gigabytes terabytes mph kph km kg cm mm square cubic point points
    star stars vote votes seat seats cent cents pence time times people percent per celsius fahrenheit teaspoon
    teaspoons tablespoon tablespoons tsp tbsp pinch slices slice acre acres hectare hectares newton newtons
    joules knots units unit sekunde sekunden minuten stunde stunden tag tage tagen woche wochen monat monate
    monaten jahr jahre jahren metern kilometern zentimeter gramm kilogramm tonnen grad stück einwohner teelöffel
    esslöffel prise tassen quadratmeter hektar kalorien stimmen punkte menschen leute segundo segundos
    minuto minutos hora horas día días semana semanas mes meses año años metro metros kilómetro kilómetros gramo
    gramos tonelada toneladas litro litros grado grados hectáreas calorías votos puntos personas habitantes
    céntimos taza tazas cucharada cucharadas cucharadita seconde secondes heure heures jour jours semaine
    semaines mois an ans année années mètre mètres kilomètre kilomètres gramme degré degrés voix habitants
    personnes centimes cuillère cuillères secondo secondi minuti ora ore giorno giorni settimana
    settimane mese mesi anno anni metri chilometro chilometri grammo grammi chilo chili tonnellata tonnellate
    litri gradi ettari voti punti persone abitanti centesimi cucchiaio cucchiai tazza tazze dia dias mês
    quilômetro quilômetros quilómetros grama gramas quilo quilos graus calorias pessoas cêntimos centavos pontos
    xícara xícaras colher colheres
    """.split()
) | frozenset(CURRENCIES)
"""What is measured in: said with a number, never a label on its own."""

LINKS = frozenset("of de del di du des da do dos das d' the la le el".split())
"""May stand inside a name: population of the village, Río de Janeiro."""

OTHERS = frozenset(
    "others rest else everything übrige andere otros otras resto demás reste autres altro altri outros".split()
)
"""What is left of a whole: a name for a share though a word of the closed classes."""

OTHER = frozenset("other andere anderen otros otras autres altri altre outros outras".split())
"""Part of a name that follows."""

COORDINATORS = frozenset(
    """
    and while whereas but then und während aber dann sowie y e mientras pero luego et tandis mais puis mentre ma
    poi enquanto mas depois
    """.split()
)
"""Where one item ends and the next one begins, if no punctuation says so."""

ARITHMETIC = frozenset(
    """
    plus minus equals equal divided multiplied squared cubed root sum equation gleich geteilt ergibt
    wurzel igual iguala dividido multiplicado raíz égale égal divisé multiplié racine uguale diviso moltiplicato
    radice
    """.split()
)

OUT_OF = ("out of", "von", "sobre", "de", "sur", "su", "em", "von")
"""Between a score and the most that could be had."""

DETERMINERS = frozenset(
    """
    the a an of for on from by with in our their its his her my your der die das den dem ein eine einen für aus
    von mit im am unser unsere el la los las un una de del por para con su sus le les du des pour par avec une
    il lo gli di da per o os as um uma do dos em au aux al alla
    """.split()
)
"""After them even a word that could be a verb is a thing: nine hours of work."""

CLOCK = frozenset("at um à alle às".split())
"""Before a bare number up to 24: a time of the day."""

APPROXIMATE = frozenset(
    """
    about around roughly nearly almost over under only just exactly approximately some already even another up
    to etwa rund ungefähr knapp fast über nur schon sogar genau circa unos unas casi apenas alrededor solo sólo
    cerca ya environ presque seulement déjà plus près quasi già appena oltre quase já an well little remaining
    further additional straight directly mainly mostly
    respectively each altogether total insgesamt zusammen restliche restlichen weitere jeweils restante
    restantes restant restants rimanente rimanenti demás
    """.split()
)
