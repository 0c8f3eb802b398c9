"""Paragraphs as they are spoken, with the phrases that a reader would mark."""

from __future__ import annotations

from dataclasses import dataclass

MARKED = """
en
Plants take in carbon dioxide through tiny pores in their leaves. Inside the leaf, chlorophyll absorbs sunlight and
drives photosynthesis. Remember that no light means no sugar.
main: photosynthesis, leaf, leaves
terms: carbon dioxide, chlorophyll, sunlight, pores
callouts: Remember that no light means no sugar
warnings:

en
So, welcome back everybody. Today I actually want to talk about interest rates, because the European Central Bank
raised its key rate by 0.75 percent in July 2022.
main: interest rates
terms: European Central Bank, 0.75 percent, key rate, 2022
callouts:
warnings:

en
A capacitor is a device that stores electric charge. Never touch the terminals of a charged capacitor, even when the
power is off. I've never seen a student forget that twice.
main: electric charge, charge, terminals
terms: capacitor, terminals
callouts:
warnings: Never touch the terminals of a charged capacitor

en
Ada Lovelace wrote notes on the Analytical Engine in 1843. She described what we now call an algorithm. I don't know
if she ever met Charles Babbage's critics.
main: Analytical Engine, algorithm, Ada Lovelace, notes
terms: Ada Lovelace, Analytical Engine, algorithm, 1843, Charles Babbage's, Charles Babbage's critics
callouts:
warnings:

en
The key point is that compound interest grows exponentially. If you invest $1,000 at 5 percent, you have $1,629
after ten years. Don't forget to subtract inflation, and be careful with credit cards.
main: compound interest, inflation, credit cards
terms: $1,000, 5 percent, $1,629, ten years, inflation, credit cards
callouts: The key point is that compound interest grows exponentially, Don't forget to subtract inflation
warnings: be careful with credit cards

de
Eine Zelle ist die kleinste Einheit des Lebens. In jeder Zelle liegen Mitochondrien, die man Kraftwerke nennt. Sie
erzeugen etwa 90 Prozent der Energie.
main: Zelle, Energie
terms: Zelle, Mitochondrien, Kraftwerke, 90 Prozent
callouts:
warnings:

de
Guten Tag und herzlich willkommen. Wir sprechen heute über erneuerbare Energien. Windkraft und Solarenergie
lieferten in Deutschland im Jahr 2023 mehr als die Hälfte des Stroms.
main: erneuerbare Energien, Windkraft, Solarenergie, Stroms
terms: Windkraft, Solarenergie, Deutschland, 2023
callouts:
warnings:

de
Öffnen Sie niemals das Gehäuse, solange das Gerät am Netz hängt. Die Kondensatoren stehen unter einer Spannung von
400 Volt. Das weiß ich nicht aus Büchern.
main: Gehäuse, Kondensatoren, Spannung
terms: Kondensatoren, 400 Volt, Spannung, Gerät
callouts:
warnings: Öffnen Sie niemals das Gehäuse

de
Merken Sie sich diese Regel. Die Geschwindigkeit des Lichts ist eine Konstante, und Albert Einstein baute darauf
seine Relativitätstheorie.
main: Geschwindigkeit des Lichts, Relativitätstheorie, Geschwindigkeit
terms: Albert Einstein, Relativitätstheorie, Geschwindigkeit des Lichts, Konstante
callouts: Merken Sie sich diese Regel
warnings:

de
Vorsicht mit Säuren im Labor. Die Schutzbrille darf man nie abnehmen. Wichtig ist auch eine gute Lüftung.
main: Säuren, Labor, Schutzbrille, Lüftung
terms: Schutzbrille, Säuren
callouts: Wichtig ist auch eine gute Lüftung
warnings: Vorsicht mit Säuren im Labor, Die Schutzbrille darf man nie abnehmen

es
La fotosíntesis es el proceso por el que las plantas producen azúcar. Las hojas absorben dióxido de carbono, y la
clorofila captura la luz solar.
main: fotosíntesis, plantas, hojas, azúcar
terms: fotosíntesis, dióxido de carbono, clorofila, luz solar
callouts:
warnings:

es
Buenos días a todos. Hoy vamos a hablar de la inflación. En 2022 los precios subieron un 8 por ciento en España, y
el Banco Central Europeo reaccionó.
main: inflación, precios
terms: 8 por ciento, España, Banco Central Europeo, 2022
callouts:
warnings:

es
No toque nunca los cables con las manos mojadas. La corriente eléctrica pasa por el cuerpo y puede parar el corazón.
No sabemos cuánta corriente hace falta.
main: corriente eléctrica, cables, corriente
terms: corriente eléctrica, corazón, cables
callouts:
warnings: No toque nunca los cables con las manos mojadas

es
Recuerde que la masa no cambia. El peso, en cambio, depende de la gravedad. La fuerza que nos atrae se llama
gravedad.
main: gravedad, masa, peso
terms: gravedad, masa, peso
callouts: Recuerde que la masa no cambia
warnings:

es
Tengan cuidado con el aceite caliente. Lo más importante es la temperatura del horno, unos 180 grados. El pan sube
durante 40 minutos.
main: temperatura del horno, aceite caliente, pan, aceite
terms: 180 grados, 40 minutos
callouts: Lo más importante es la temperatura del horno
warnings: Tengan cuidado con el aceite caliente

fr
La photosynthèse est un processus chimique. Les feuilles absorbent le dioxyde de carbone, et la chlorophylle capte
l'énergie solaire.
main: photosynthèse, feuilles, énergie solaire
terms: photosynthèse, dioxyde de carbone, chlorophylle, l'énergie solaire, processus chimique
callouts:
warnings:

fr
Bonjour à tous. Aujourd'hui nous allons parler de la Révolution française. En 1789, les députés se réunissent à
Versailles, et le peuple de Paris prend la Bastille.
main: Révolution française
terms: 1789, Versailles, Paris, Bastille, députés, Révolution française
callouts:
warnings:

fr
N'ouvrez jamais le capot quand le moteur est chaud. Le liquide de refroidissement peut atteindre 110 degrés. Je n'ai
pas vu d'accident cette année.
main: moteur, capot, liquide de refroidissement
terms: liquide de refroidissement, 110 degrés
callouts:
warnings: N'ouvrez jamais le capot quand le moteur est chaud

fr
Retenez bien cette formule. La vitesse est le rapport entre la distance et le temps. On appelle accélération la
variation de la vitesse.
main: vitesse, accélération, formule
terms: vitesse, accélération, variation de la vitesse, distance
callouts: Retenez bien cette formule
warnings:

fr
Le taux de chômage a baissé de 2 pour cent. Attention à ne pas confondre corrélation et causalité. Il est important
de comparer les régions.
main: taux de chômage
terms: 2 pour cent, corrélation, causalité, régions, taux de chômage
callouts: Il est important de comparer les régions
warnings: Attention à ne pas confondre corrélation et causalité

it
La fotosintesi è un processo chimico. Le foglie assorbono l'anidride carbonica, e la clorofilla cattura la luce
solare.
main: fotosintesi, foglie
terms: fotosintesi, anidride carbonica, l'anidride carbonica, clorofilla, luce solare
callouts:
warnings:

it
Buongiorno a tutti e benvenuti. Oggi parliamo dell'Impero romano. Nel 476 cadde Romolo Augustolo, e l'esercito di
Odoacre entrò a Roma.
main: Impero romano, dell'Impero romano
terms: Romolo Augustolo, Odoacre, Roma, 476, Impero romano
callouts:
warnings:

it
Non toccate mai i fili scoperti. La corrente elettrica attraversa il corpo e può fermare il cuore. Non so quanti
incidenti succedono ogni anno.
main: corrente elettrica, fili scoperti
terms: corrente elettrica, incidenti, cuore
callouts:
warnings: Non toccate mai i fili scoperti

it
Ricordate che il sale rallenta il lievito. L'impasto deve riposare per 12 ore. La temperatura ideale è di 24 gradi.
main: impasto, lievito, temperatura, temperatura ideale, L'impasto
terms: 12 ore, 24 gradi, lievito, temperatura ideale
callouts: Ricordate che il sale rallenta il lievito
warnings:

it
Un algoritmo è una sequenza di istruzioni. Questa operazione si chiama ricorsione. È molto importante definire il
caso base.
main: algoritmo, sequenza di istruzioni, istruzioni
terms: algoritmo, ricorsione, sequenza di istruzioni
callouts: È molto importante definire il caso base
warnings:

pt
A fotossíntese é um processo químico. As folhas absorvem dióxido de carbono, e a clorofila captura a luz solar.
main: fotossíntese, folhas
terms: fotossíntese, dióxido de carbono, clorofila, luz solar
callouts:
warnings:

pt
Bom dia a todos. Hoje vamos falar sobre a inflação. Em 2022 os preços subiram 9 por cento em Portugal, e o Banco
Central Europeu reagiu.
main: inflação, preços
terms: 9 por cento, Portugal, Banco Central Europeu, 2022
callouts:
warnings:

pt
Nunca toque nos cabos com as mãos molhadas. A corrente elétrica atravessa o corpo e pode parar o coração. Não
sabemos quantos acidentes acontecem.
main: corrente elétrica, cabos
terms: corrente elétrica, coração, acidentes, cabos
callouts:
warnings: Nunca toque nos cabos com as mãos molhadas

pt
Lembre-se de que a massa não muda. O peso depende da gravidade. A força que nos atrai chama-se gravidade.
main: gravidade, massa, peso
terms: gravidade, massa, peso
callouts: Lembre-se de que a massa não muda
warnings:

pt
Cuidado com o óleo quente. O mais importante é a temperatura do forno, uns 180 graus. O pão cresce durante 40
minutos.
main: temperatura do forno, óleo quente, pão, óleo
terms: 180 graus, 40 minutos
callouts: O mais importante é a temperatura do forno
warnings: Cuidado com o óleo quente

en
Earthquakes happen when tectonic plates slip along a fault. The point on the surface above the focus is called the
epicenter. The San Andreas Fault in California moves about 35 millimeters per year.
main: earthquakes, tectonic plates
terms: tectonic plates, epicenter, San Andreas Fault, California, 35 millimeters per year, fault
callouts:
warnings:

en
If you work with bleach, never mix it with ammonia. The chlorine gas that forms is toxic. Always remember to open a
window, okay?
main: bleach, chlorine gas, ammonia
terms: ammonia, chlorine gas, bleach
callouts: Always remember to open a window
warnings: never mix it with ammonia, The chlorine gas that forms is toxic

en
Our revenue grew to 12 million euros in 2021, mostly because of the new subscription model. Customer churn fell
below three percent. I don't think we should change prices again.
main: revenue, subscription model, customer churn
terms: 12 million euros, 2021, subscription model, customer churn, three percent, churn
callouts:
warnings:

de
Der Blutdruck steigt, wenn sich die Gefäße verengen. Als Hypertonie bezeichnet man einen Wert über 140. Rauchen Sie
auf keinen Fall vor der Messung.
main: Blutdruck, Gefäße
terms: Hypertonie, Gefäße, Messung, Blutdruck
callouts:
warnings: Rauchen Sie auf keinen Fall vor der Messung

de
Johann Sebastian Bach schrieb in Leipzig jede Woche eine Kantate. Das Wichtigste ist hier der Kontrapunkt, also das
Spiel mehrerer Stimmen.
main: Kantate, Kontrapunkt, Johann Sebastian Bach, Stimmen, Bach
terms: Johann Sebastian Bach, Leipzig, Kantate, Kontrapunkt
callouts: Das Wichtigste ist hier der Kontrapunkt
warnings:

es
Los volcanes se forman cuando el magma sube a la superficie. La lava del volcán Etna alcanza 1100 grados. No se
acerque nunca al cráter.
main: volcanes, magma, lava
terms: magma, 1100 grados, volcán Etna, cráter, superficie, lava del volcán Etna
callouts:
warnings: No se acerque nunca al cráter

es
La memoria caché guarda los datos recientes. Cuando el procesador no encuentra el dato, se produce lo que llamamos
fallo de caché. Es importante medir el rendimiento.
main: memoria caché, procesador, fallo de caché
terms: memoria caché, fallo de caché, rendimiento, procesador
callouts: Es importante medir el rendimiento
warnings:

fr
Les abeilles communiquent par une danse. Karl von Frisch a décrit cette danse en 1927. N'approchez jamais la ruche
sans protection.
main: abeilles, danse
terms: Karl von Frisch, 1927, ruche, protection, abeilles
callouts:
warnings: N'approchez jamais la ruche sans protection

fr
Le budget de la ville augmente de 3 millions d'euros. La dette publique, c'est la somme des emprunts de l'État.
Notez que les taux d'intérêt montent.
main: budget de la ville, dette publique, budget
terms: 3 millions d'euros, dette publique, taux d'intérêt, emprunts, somme des emprunts
callouts: Notez que les taux d'intérêt montent
warnings:

it
Il vino fermenta in grandi botti di legno. I lieviti trasformano lo zucchero in alcol, e la temperatura non deve
superare 28 gradi. Non aprite la botte durante la fermentazione.
main: vino, botti di legno, lieviti, fermentazione
terms: 28 gradi, lieviti, alcol, zucchero, fermentazione, temperatura, botti di legno, botti
callouts:
warnings: Non aprite la botte durante la fermentazione, la temperatura non deve superare 28 gradi

pt
O coração bombeia o sangue pelas artérias. A pressão arterial normal é de 12 por 8. Evite o sal em excesso, e não
esqueça que o exercício ajuda.
main: coração, sangue, pressão arterial
terms: artérias, pressão arterial, exercício, coração
callouts: não esqueça que o exercício ajuda
warnings: Evite o sal em excesso

pt
Fernando Pessoa nasceu em Lisboa em 1888. O poeta criou personagens que chamamos de heterónimos, como Alberto
Caeiro.
main: poeta, heterónimos, Fernando Pessoa
terms: Fernando Pessoa, Lisboa, 1888, heterónimos, Alberto Caeiro, personagens
callouts:
warnings:
"""


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with the phrases of each type that a reader would accept."""

    language: str
    text: str
    phrases: dict[str, list[str]]


def marked_paragraphs() -> list[Marked]:
    """All of them."""
    return [_marked(block.splitlines()) for block in MARKED.strip().split("\n\n")]


def _marked(lines: list[str]) -> Marked:
    language, *spoken = lines[:-4]
    names = {"main": "main", "terms": "Key Terms", "callouts": "Callouts", "warnings": "Warnings"}
    split = (line.partition(":") for line in lines[-4:])
    phrases = {names[name]: [phrase for phrase in listed.strip().split(", ") if phrase] for name, _, listed in split}
    return Marked(language, " ".join(spoken), phrases)
