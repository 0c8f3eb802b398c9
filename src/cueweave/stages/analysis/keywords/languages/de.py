"""German: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order, pattern, words

DULL = words(
    """
    abend abende abschnitt absicht aufmerksamkeit achtung anfang angst anteil anzahl arbeit art arten aspekt
    aspekte augenblick ausnahme bedeutung beginn begriff beispiel beispiele bereich bereiche besonderheit bild
    bitte blick damen dank danke ding dinge dingen dollar ecke eindruck ende entscheidung ergebnis ergebnisse
    erklärung euro fall fälle fällen folge folie folien form formen frage fragen frau frauen freunde freund
    fragen gedanke gedanken gefahr gefühl gegensatz gegenteil geschichte gesicht glück grund gründe gründen
    gruppe gruppen guten hallo hälfte hand hände haus herr herren herrn herzlich hilfe hinweis idee ideen
    interesse jahr jahre jahren jahres jahrhundert jahrhunderts jahrzehnt junge kapitel kollege kollegen
    kolleginnen kopf kurs lage leben lebens lehrer leute leuten liste lösung mal male mann männer mensch
    menschen menge mengen meinung million millionen milliarde milliarden minute minuten mitte möglichkeit
    möglichkeiten moment momente monat monate monaten montag dienstag mittwoch donnerstag freitag samstag
    sonntag morgen mittag nachmittag nacht name namen nähe nummer ort orte paar person personen platz problem
    probleme prozent punkt punkte rahmen raum regel reihe rest richtung richtungen rolle sache sachen schluss
    schritt schritte seite seiten sekunde sekunden sinn situation sonst stelle stellen stück stücke stunde
    stunden tag tage tagen tages tausend teil teile teilen text thema themen tipp typ unterschied unterschiede
    ursache vergleich vergleiche verfügung verhältnis versuch video vorlesung vortrag vorsicht vorteil vorteile
    weg wege weile weise welt wert wichtigste wichtige willkommen wirklichkeit woche wochen wort worte wörter
    zahl zahlen zeit zeiten zeug ziel zuhörer zukunft zusammenhang zweck januar februar märz april mai juni juli
    august september oktober november dezember zuerst zunächst schließlich einfach gut sechzig zwanzig dreißig
    hundert gestern heute morgen zweimal dreimal später früher nächste nächsten letzte letzten erste ersten
    zweite zweiten dritte dritten vierte vierten alte alten altes alter neue neuen neuer neues große großen
    großer großes kleine kleinen kleiner kleines gute guten guter gutes lange langen langer langes kurze kurzen
    kurzer kurzes ganze ganzen ganzer ganzes hohe hohen hoher hohes eigene eigenen eigener eigenes richtige
    richtigen wichtige wichtigen wichtiger wichtiges weitere weiteren weiterer verschiedene verschiedenen
    bestimmte bestimmten einzelne einzelnen gleiche gleichen gleicher halbe halben besondere besonderen einfache
    einfachen einfacher einfaches gewisse gewissen meisten meiste beste besten junge jungen ungefähre nötige
    nötigen starke starken schwache schwachen schöne schönen typische typischen viele warme warmen kalte kalten
    heiße heißen wenige wenigen gesamte gesamten obere oberen untere unteren
    """
)
GRAMMAR = Grammar(
    order=Order.CAPITALS,
    determiners=words(
        """
        das den dem die ein eine einen einem kein keine keinen keinem keiner dieser diese dieses diesen diesem
        jener jene jenes jeder jede jedes jeden jedem mancher manche welche welcher welches solche solcher mein
        meine meinen meinem meiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere
        unseren unserem unserer euer eure alle allen aller einige einigen mehrere mehreren viele vielen beide
        beiden zwei drei vier fünf sechs sieben acht neun zehn
        """
    ),
    prepositions=words(
        """
        in im ins an am ans auf aus bei beim mit nach zu zum zur über unter vor hinter neben zwischen durch
        durchs für fürs gegen ohne um wegen trotz innerhalb außerhalb statt laut gemäß pro per und oder als wie
        seit bis ab
        """
    ),
    joins=words("der des eines einer von vom"),
    before_verbs=words(
        """
        ich du er sie es wir man wer ist sind war waren hat haben hatte hatten wird werden wurde wurden kann
        können konnte muss müssen soll sollen sollte will wollen darf dürfen mag möchte nicht
        """
    ),
    clitics=words("ich du er sie es wir ihr man sich mich mir uns euch ihnen"),
    dull=DULL,
    noun_ends=(
        "ung",
        "ungen",
        "heit",
        "heiten",
        "keit",
        "keiten",
        "schaft",
        "schaften",
        "tion",
        "tionen",
        "tät",
        "täten",
        "ismus",
        "nis",
        "nisse",
        "ologie",
        "graphie",
        "stoff",
        "stoffe",
    ),
    adjective_ends=("e", "en", "er", "es", "em"),
    numerals=words(
        """
        zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
        achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
        """
    ),
    scales=words("hundert tausend million millionen milliarde milliarden mio mrd"),
    units=words(
        """
        prozent volt watt ampere ohm hertz joule kelvin newton pascal bar meter metern kilometer kilometern
        zentimeter millimeter quadratmeter quadratkilometer kubikmeter meilen gramm kilogramm kilo tonne tonnen
        liter litern grad celsius euro euros dollar cent franken kilobyte megabyte gigabyte bytes bit kilowatt
        megawatt gigawatt kilowattstunden kilowattstunde wattstunden hektar kalorien km kg g cm mm kwh kw mw v w
        a hz
        """
    ),
    before_years=words("jahr jahre seit bis ab von um im vor nach sommer winter herbst frühling anfang ende mitte"),
    conjunction="und",
)
OPENERS = "und aber also denn sondern oder doch dann nun so ja deshalb außerdem bitte"
CUES = Cues(
    openers=words(OPENERS),
    warning=pattern(
        r"""
        ^(?:(?:und|aber|also) )?(?:vorsicht|achtung|warnung)
        (?:seien sie|sei|seid) (?:\w+ )?(?:vorsichtig|achtsam)
        (?:hüten sie sich|hüte dich|hütet euch)
        (?:passen sie|pass|passt)(?: \w+){0,4} auf
        (?:es )?besteht (?:\w+ ){0,4}gefahr
        lassen sie (?:\w+ ){0,4}(?:nie|niemals|nicht)\b.*
        lebensgefahr
        """
    ),
    warning_clause=pattern(
        r"""
        ^(?:(?:und|aber|also|bitte|dann) )?(?!haben|sind|werden|wollen|können|müssen|sollen|dürfen|möchten|kennen|\
          wissen|glauben|sehen|brauchen|vergessen)\w+en sie (?:\w+ ){0,5}(?:nie|niemals|nicht|keinesfalls|kein|\
          keine|keinen|unter keinen|auf keinen)\b.*
        ^(?:(?:und|aber|also|bitte|dann) )?(?!vergiss)(?!ich|er|sie|es|wir|man|das|die|der|habe|hatte|war|wäre|\
          würde|wurde|kann|könnte|konnte|geh|ist)\w+(?:e|t|b|f|ss) (?:(?!ich|er|sie|es|wir|man|mir|\
          uns)\w+ ){0,4}(?:nie|niemals|auf keinen fall)\b(?! (?:mehr|wieder|zuvor)).*
        ^(?:(?:und|aber|also|bitte|dann) )?(?:nie|niemals)(?! (?:hat|habe|haben|war|waren|wurde|zuvor|wieder|ist|\
          hätte))\b.*
        (?:darf|dürfen|sollte|sollten|soll|sollen) (?:\w+ ){0,5}(?:nie|niemals|nicht|keinesfalls|auf keinen fall|\
          kein|keine|keinen)\b.*
        auf keinen fall
        unter keinen umständen
        (?:lebens|hoch)?gefährlich
        (?:streng )?(?:verboten|untersagt|giftig)
        (?:ver)?meiden sie\b.*
        """
    ),
    callout=pattern(
        r"""
        (?:merken sie sich|merkt euch|merk dir|merke)
        (?:denken sie|denk|denkt) (?:bitte )?(?:immer )?daran
        (?:vergessen sie|vergiss|vergesst) (?:bitte )?(?:nie|nicht|niemals)
        (?:beachten sie|beachte|beachtet)
        (?:achten sie|achte|achtet) (?:bitte )?(?:darauf|auf)
        (?:kurz gesagt|kurz zusammengefasst|zusammengefasst|fazit|faustregel)
        (?:ein|mein|der) (?:\w+ )?tipp\b
        (?:der|die|das) (?:wichtigste|entscheidende|zentrale|wesentliche) (?:\w+ )?(?:ist|lautet)
        (?:entscheidend|wichtig|wesentlich) ist
        es ist (?:sehr |besonders |ganz |äußerst )?wichtig
        """
    ),
    callout_clause=pattern(
        r"""
        (?:ist|sind) (?:hier |dabei |also |deshalb )?(?:sehr |besonders |ganz |äußerst )?(?:wichtig|entscheidend)$
        """
    ),
    defined_before=pattern(
        r"""
        (?:ist|sind|war) (?:nichts anderes als |im grunde )?(?:ein|eine|der|die|das)
        (?:bedeutet|heißt|bezeichnet|beschreibt)(?! dass| das)
        versteht man
        nennt man
        steht für
        """
    ),
    defined_after=pattern(
        r"""
        (?:nennen wir|nennt man|bezeichnet man als|nennen wir das|nennt man das|nennt man auch|nennen (?:physiker|\
          biologen|ingenieure|forscher|mathematiker)|wir nennen das|wir nennen dies|wir nennen ihn|wir nennen sie|\
          das nennt man|man nennt das|man nennt sie)
        (?:nennt man dies|nennt sich|nennen sich)
        (?:auch )?bekannt als
        (?:sogenannte|sogenannten|sogenannter|sogenanntes|so genannte)
        (?:der begriff|den begriff|unter dem begriff|unter|das wort|die definition von|\
          mit dem begriff)(?= .{0,80}(?:versteh|begriff|wort|mein))
        (?:heißt|heißen)(?! das| es| dass)
        """
    ),
    topic=pattern(
        r"""
        (?:sprechen|reden) wir (?:\w+ ){0,3}?über
        (?:kommen|wenden|widmen) wir (?:uns )?(?:\w+ ){0,3}?(?:zu|zum|zur|dem|der|den)
        (?:schauen|sehen) wir uns(?: nun| jetzt| als nächstes| also| zuerst)*
        (?:betrachten|besprechen|untersuchen|vergleichen|behandeln) wir(?: nun| jetzt| also| als nächstes| heute|\
           zuerst)*
        (?:(?:erste|zweite|dritte|vierte|fünfte|nächste|letzte|heutige) )?thema (?:\w+ ){0,2}?(?:ist|sind|lautet)
        (?:vorlesung|vortrag|kurs|seminar|einführung|lektion|stunde|gespräch|video) (?:über|zu|zum|zur|in)
        (?:ich möchte|ich werde|ich will|wir wollen|wir werden) (?:\w+ ){0,3}?über
        (?:es geht|geht es) (?:\w+ ){0,3}?um
        (?:nun|jetzt|weiter|als nächstes) (?:zu|zum|zur)
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
