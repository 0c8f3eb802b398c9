"""Verbs that stand between things and their numbers, by language (ISO 639-1): part of neither label nor value."""

from __future__ import annotations

_VERBS = {
    "en": """
        account accounted accounts add added adds allow allows amounted amounts answered ate attract attracted
        attracts average averaged averages be became become began begin begins being believe believes belong
        belongs boast boasts book booked books bought break breaks bring brings brought built burn burned burns
        buy call called calls came carried carries carry cast caused charge charges choose chooses chose claim
        claims climbed climbs close closes collect collected collects come comes command commands compare
        compete complain complete connect consider consume consumed consumes contain contained contains
        contribute contributed contributes cost costs counted counts cover covered covers create creates cross
        deliver delivered delivers dominate donate donated donates drank draw drew drink drinks drive drives
        drop dropped drops drove earn earned earns eat eats emit emits employ employed employs ended enjoy
        equals export exported exports falls fed feed feeds feel feels fell fill filled fills find finds
        finished follow followed follows found gain gained gains gather gave generate generated generates get
        gets getting give gives go goes got grew grow grows handle handles happen happened hear heard hire hired
        hit hits hold holds host hosted hosts houses import imported imports improve include included includes
        increase installed issued join joined jump jumped jumps keep keeps kept kill killed kills know last
        lasted lasts lay lead leads learn leave leaves left lift lifted lifts like liked live lives load logged
        look looks lose lost made make makes managed manages matter matters mean means measure measured measures
        meet mention mentioned mentions met mettent mine mines move moved moves named need needed needs offer
        offered offers open opened ordered orders owned owns paid pass passed pay pays perform performs pick
        picked planted played plays pointed posted pour prefer preferred prefers processes produce produced
        produces protect provide provided provides publish published publishes pull pulled pulls push put puts
        raised ran ranked rate rated rates reach reached reaches read reading reads received receives recorded
        reduced registered remain remained remaining remains replied report reported reports represent
        represents require required requires respond responded responds ride rides rises rode rose run runs said
        save saved saves saw say says score scored scores sees selected sell sells sent serve served serves set
        sets settle shared ship shipped ships show showed shows sit sits sleeps slept sold speak speaks spend
        spends spent spoke stand stands started starts stayed stood store stores studied studies supplied
        supplies supply sweep swim swims take takes talk talks taught teach tell tells think thinks throw throws
        told took totaled totalled transport travel travels treat treats trust trusts turn turned turns use used
        uses visit visited vote voted walked want wanted wants watch watched wear weigh weighed weighs welcome
        welcomed welcomes went win wins won work worked works write writes wrote yield yielded yields
    """,
    "de": """
        ausgeben bekam bekamen bekommen bekommt besitzen besitzt besuchten betragen betrug beträgt bevorzugen
        bevorzugt bewertet bieten bietet brachte braucht bringt dauern dauert entfallen entfällt enthält
        entspricht ergab erhielt erreicht erreichte erzielte erzielten essen fahren fand fanden fiel fielen
        finden fliegt fuhr fährt führt gab geben gehen geht gewann gewannen gewinnt gibt ging gingen hatten
        holte holten hält isst kam kamen kaufte kennt kommen kommt kosten kostet kostete lag lagen laufen leben
        lebt lernen lernt lieben lief liefen liefert lieferte liegen liegt läuft machen macht machte maß meldete
        meldeten misst mögen nahm nannten nehmen nimmt nutzen nutzt passen produziert produzierte registrierte
        reist sagen sagt sagte sagten sank schafft schaffte schlafen schläft sinkt spielen spielt stammen stammt
        stehen steht stieg stiegen trinken trinkt trug umfasst verbrauchen verbraucht verdienen verdient
        verdiente verkaufen verkauft verkaufte verkauften verlor verloren wiegen wiegt wog wohnen wollen wuchs
        wächst wählen wählte wählten zahlen zahlt zählt zählte zählten
    """,
    "es": """
        alcanza alcanzó aporta aportó bajó compra consume costó cuesta cuestan da dice dijo dio eligieron eligió
        estudia estudian ganamos ganó gasta gastamos gastó genera generó hay hubo llega llegaron llegó mide
        midió pesa pesan pesó prefiere prefieren produce produjo recibe recibió registró representa subió suma
        supone tenemos tenía tenían tiene tienen tuvimos tuvo usa va vale van vende vendieron vendimos vendió
        viene vienen vino vive viven vota votaron votó
    """,
    "fr": """
        achète aiment atteint avaient avait avons comptait compte consomme coûtait coûte coûtent disent donne
        dépense dépensons enregistré fait gagne gagné génère mesure met mettent obtenu obtient occupe ont passe
        produit provenait provient préfère préfèrent pèse pèsent représente reçoit reçu utilise utilisent va
        vaut vend vendait vendu viennent vient vont vote étaient était
    """,
    "it": """
        abbiamo arriva arrivano arrivò aveva avevano consuma conta contava contiene costa costano costava dice
        era erano ha hanno misura pesa pesano pesava preferisce preferiscono produce produsse proviene
        rappresenta riceve sceglie spende spendiamo usa va vale vanno vende vendette venduti venduto vengono
        viene vive vivono vota
    """,
    "pt": """
        alcançou atingiu caiu chegou compra consome contém custa custam custava custou disse diz era eram
        escolheram escolheu foram ganhou gasta gastamos gera gerou mede pesa pesam prefere preferem produz
        produziu recebeu representa subiu tem temos teve tinha tivemos têm usa vai vale veio vem vendemos vendeu
        vive vivem vota votaram vão vêm
    """,
    "nl": """
        hebben heeft komt kost kosten kwam telt verkocht verkochten weegt wegen
    """,
}

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


VERBS = {language: frozenset(words.split()) for language, words in _VERBS.items()}
"""What things and people do in sentences with numbers."""


def is_verb(low: str, language: str | None) -> bool:
    """Whether a word is rather what is done than a thing; by its ending where the list is silent."""
    language = language or "en"
    if low in VERBS.get(language, ()) or low in AUXILIARIES.get(language, ()):
        return True
    return len(low) > SHORT and low.endswith(_PAST.get(language, ("\0",)))
