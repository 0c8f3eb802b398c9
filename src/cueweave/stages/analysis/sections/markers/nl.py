"""Starts of sentences in Dutch."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        het eerste onderwerp, het tweede onderwerp, het derde onderwerp, het laatste onderwerp
        ons volgende onderwerp, laat mij, laat me, laten we, laat ons, we gaan nu, nu gaan we, nu komen we
        we komen nu, dan komen we bij, nu wil ik, ik wil nu, nu hebben we, vervolgens gaan we, het volgende
        de volgende, een ander onderwerp, een ander punt, een andere vraag, een tweede punt, het tweede punt
        het derde punt, het laatste punt, het tweede deel, het derde deel, hoofdstuk, les, ten eerste, ten tweede
        ten derde, allereerst, eerst, tot slot, ten slotte, tenslotte, samenvattend, samengevat, kortom
        om af te sluiten, wat betreft, en nu, welkom, goedemorgen, goedemiddag, goedenavond
    """,
    step="hier is, hier komt, nu, vandaag, goed, oké, stel, stel je, dank u, bedankt",
    link="""
        en, maar, of, want, dus, omdat, daarom, daardoor, bijvoorbeeld, dat wil zeggen, bovendien, ook, echter, toch
        dan, daarna, vervolgens, in plaats daarvan, anders, namelijk, zo, vooral, met andere woorden, natuurlijk
        zelfs, alleen
    """,
    back="""
        dit, dat, deze, die, het, hij, zij, ze, zijn, haar, hun, daar, daarbij, daarmee, daarvoor, daarvan, daarop
        daarin, ertussen, eromheen, beide, er, zulke
    """,
    leads="en, maar, dus, goed, oké, ja, nou, nu, dan",
)
