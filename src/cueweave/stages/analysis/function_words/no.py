"""Function words of Norwegian."""

WORDS = frozenset(
    """
    en et ei den det de dem denne dette disse slik slike jeg meg min mitt mine du deg din ditt dine han ham hans hun
    henne hennes vi oss vår vårt våre dere deres sin sitt sine seg selv man noen noe ingen ingenting alt alle all
    hver hvert mange mye få litt flere mer mest mindre annen annet andre begge samme hvem hva hvilken hvilket hvilke
    når hvor hvorfor hvordan som der da ikkje eg og eller men for så at om derfor fordi mens innen enn samt både
    enten verken i på av til fra med over under mellom gjennom mot hos uten etter før ved bak innenfor utenfor rundt
    langs ifølge siden tross per er var vært være blir ble bli blitt har hadde hatt ha skal skulle kan kunne må
    måtte får fikk vil ville bør burde la lar gjør gjøre gjorde går gå ikke aldri nei ja også allerede ennå veldig
    bare kun nettopp her nå idag alltid ofte igjen kanskje nesten omtrent ganske sammen bort tilbake dog altså jo
    vel nok eh to tre fire fem seks sju åtte ni ti
    """.split()
)
