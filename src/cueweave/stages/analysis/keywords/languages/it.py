"""Italian: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order, pattern, words

DULL = words(
    """
    amici amico breve cambio dimentica anno anni aspetto aspetti attenzione atto base bambino benvenuti
    benvenuto benvenute buongiorno buonasera caso casi causa capitolo capo casa ciao città classe colleghi colpo
    conferenza confronto conto corpo corso cosa cose dato dati dettaglio dettagli differenza differenze
    direzione domanda domande donna donne dubbio effetto esempio esempi esame età fatto fatti fine fianco fondo
    forma forme forza fronte gente genere giorni giorno giornata gruppo gruppi grado grazie idea idee importanza
    inizio interesse interno istante lato lati lavoro lezione libro linea livello luogo luoghi mano mani maniera
    mattina mattino mese mesi metà mezzo milione milioni miliardo miliardi minuto minuti modi modo momento
    momenti mondo motivo motivi nome nomi notte numero numeri oggetto occhi occhio ora ore ordine pagina paio
    parola parole parte parti passo passi pausa pena persona persone peso pezzo piacere piano posto posti
    possibilità problema problemi processo proposito punto punti quantità quesito questione ragazza ragazzo
    ragazzi ragione ragioni rapporto resto risposta risultato risultati ruolo scopo secolo secoli secondo
    secondi senso serata serie settimana settimane signora signore signori sera sezione situazione soluzione
    sorta specie stato storia strada tema temi tempo tempi tipo tipi titolo uomo uomini uso valore verità via
    video vista vita volta volte voce lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio
    marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre grande grandi gran buon buono
    buona buoni buone bel bella bello belle brutto cattivo migliore migliori peggiore nuovo nuova nuovi nuove
    vecchio vecchia vecchi primo prima primi prime ultimo ultima ultimi terzo terza seconda prossimo prossima
    piccolo piccola piccoli piccole lungo lunga lunghi corto corta alto alta alti basso bassa importante
    importanti possibile impossibile necessario necessaria diverso diversa diversi diverse differente differenti
    facile facili difficile difficili certo certa certi solo sola unico unica proprio propria principale
    principali semplice semplici caldo calda calde freddo fredda forte forti debole intero intera pieno piena
    chiaro chiara veloce lento sicuro sicura pronto pronta libero capace favore doppio cento mille mila venti
    trenta quaranta cinquanta sessanta zero giovane giovani attento attenti
    """
)
GRAMMAR = Grammar(
    order=Order.HEAD_FIRST,
    determiners=words(
        """
        il lo la i gli le l un uno una del dello della dei degli delle al allo alla ai agli alle dal dallo dalla
        dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col questo questa questi
        queste quello quella quelli quelle quel quei quegli mio mia miei mie tuo tua suo sua suoi sue nostro
        nostra nostri nostre vostro vostra vostri loro ogni qualche alcuni alcune nessun nessuna tutto tutta
        tutti tutte altro altra altri altre molti molte molta molto pochi stesso stessa stessi vari varie due
        tre quattro cinque sei sette otto nove dieci quale quali più
        """
    ),
    prepositions=words(
        """
        in con su tra fra sotto sopra senza verso contro durante dopo prima presso oltre attraverso fino entro
        da a
        """
    ),
    joins=words("di del della dello dei degli delle dell"),
    before_verbs=words(
        """
        che io tu lui lei noi voi essi non si mi ti ci vi ne può possono possiamo deve devono dobbiamo per è
        sono era erano ha hanno abbiamo ho sta stanno va vanno viene sarà saranno già
        """
    ),
    clitics=words("la lo le li gli"),
    before_clitics=words("non mi ti ci vi io tu lui lei si mai"),
    dull=DULL,
    preposed=words(
        """
        grande grandi gran buon buona buoni nuovo nuova nuovi nuove primo prima primi prime secondo terzo ultimo
        ultima bel bella bello piccolo piccola piccoli vecchio vecchia migliore migliori proprio propria unico
        unica principale principali
        """
    ),
    nouns=words(
        """
        anidride biossido ossido ossigeno idrogeno azoto carbonio acido mare cuore amore colore calore motore
        vapore fiore valore errore mestiere quartiere cantiere bicchiere carattere cratere etere genere cenere
        polvere carcere opere celle cella stelle stella ruote onde porto molare animale animali canale canali
        segnale segnali giornale metallo metalli cristallo ospedale materiale materiali capitale energia
        batteria acqua luce sole luna terra aria fuoco sale pane latte sangue chiave nave ponte porta pianta
        foglia radice seme rete legge
        """
    ),
    noun_ends=(
        "zione",
        "zioni",
        "sione",
        "sioni",
        "tà",
        "tù",
        "mento",
        "menti",
        "ismo",
        "aggio",
        "aggi",
        "ezza",
        "ezze",
        "tudine",
        "logia",
        "grafia",
        "nza",
        "nze",
        "tore",
        "tori",
        "trice",
        "ura",
        "ure",
    ),
    adjective_ends=(
        "ico",
        "ica",
        "ici",
        "iche",
        "ale",
        "ali",
        "are",
        "ari",
        "ivo",
        "iva",
        "ivi",
        "ive",
        "oso",
        "osa",
        "osi",
        "ose",
        "ario",
        "aria",
        "arie",
        "bile",
        "bili",
        "ante",
        "anti",
        "ente",
        "enti",
        "ato",
        "ata",
        "ati",
        "ate",
        "uti",
        "ute",
        "ito",
        "ita",
        "iti",
        "ite",
        "iano",
        "romano",
        "umano",
        "icano",
        "rbano",
        "ana",
        "ani",
        "ane",
        "ino",
        "ina",
        "ini",
        "ine",
        "ese",
        "esi",
        "ore",
        "ori",
        "bianco",
        "bianca",
        "nero",
        "nera",
        "rosso",
        "rossa",
        "verde",
        "verdi",
        "puro",
        "pura",
        "eo",
        "ea",
    ),
    other_ends=(
        "are",
        "ere",
        "ire",
        "arsi",
        "ersi",
        "irsi",
        "arlo",
        "arla",
        "erlo",
        "erla",
        "ando",
        "endo",
        "iamo",
        "ate",
        "ete",
        "ite",
        "ano",
        "ono",
        "ava",
        "eva",
        "mente",
        "rà",
        "ranno",
        "rebbe",
        "ò",
    ),
    verb_ends=("arono", "irono", "erono", "avano", "evano", "ivano", "iamo", "are", "ere", "ire"),
    numerals=words(
        """
        due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici venti trenta
        quaranta cinquanta sessanta settanta ottanta novanta
        """
    ),
    scales=words("cento mille mila milione milioni miliardo miliardi"),
    units=words(
        """
        cento percento volt watt ampere ohm hertz joule kelvin newton metro metri chilometro chilometri
        centimetro centimetri millimetri grammo grammi chilogrammo chilogrammi chilo chili tonnellata tonnellate
        litro litri grado gradi celsius euro dollaro dollari centesimi byte kilobyte kilobit megabyte gigabyte
        bit kilowatt chilowatt chilowattora wattora megawatt ettari calorie miglia km kg g cm mm kwh kw v w a hz
        """
    ),
    before_years=words("nel dal al del anno fino verso il l'anno"),
    conjunction="e",
)
OPENERS = "e ed ma quindi allora dunque poi oppure però bene anche perché"
START = rf"^(?:(?:{OPENERS.replace(' ', '|')}) )*"
CUES = Cues(
    openers=words(OPENERS),
    warning=pattern(
        rf"""
        {START}non (?!dimentic|preoccup|essere|avere|capire|sapere|vedere|per|scorda)(?:\w+ )?\w+(?:are|ere|ire|\
          arlo|arla|arli|arle|erlo|erla|irlo|irla|rre)\b(?! (?:è|sarebbe|significa|vuol))
        {START}non (?!avete|siete|sapete|potete|dovete|volete|vedete|dimentic|preoccup|fate caso)\w+(?:ate|ete|\
          ite|atela|atelo|iamo mai)
        {START}non (?:\w+ )?(?:tocchi|apra|usi|lasci|metta|provi|carichi)\b
        {START}mai \w+(?:are|ere|ire|arla|arlo)
        non (?:dovete|devi|deve|devono|si deve|si devono|bisogna|va|vanno) (?:mai )?\w+
        {START}(?:attenzione|prudenza)(?: a[gi]?l?i?| alla| alle| allo)?
        (?:attenti|attento|attenta)(?: a[gi]?l?i?| alla| alle)?
        (?:state|stai|fate|fai|faccia|facciate|prestate) (?:molta |bene |molto )?(?:attenzione|attenti|attento)
        {START}(?:evitate|evita|evitare|eviti)
        (?:in nessun caso|per nessun motivo|guai a)
        (?:c'è|esiste) (?:un |il )?(?:\w+ )?pericolo
        """
    ),
    warning_clause=pattern(
        r"""
        (?:è|sono|molto|essere) (?:molto |estremamente |davvero )?(?:pericolos[oaie]|tossic[oa]|tossiche|tossici|\
          mortale|mortali|velenos[oaie])
        (?:è|sono) (?:severamente |assolutamente )?vietat[oaie]
        (?:può|possono|potrebbe) (?:\w+ )?(?:esplodere|uccidere|ferire|incendiarsi|prendere fuoco)
        """
    ),
    callout=pattern(
        rf"""
        (?:ricordate|ricorda|ricordatevi|ricordati|ricordi|ricordiamo|ricordiamoci)
        {START}non (?:dimenticate|dimenticare|dimentichi|dimentichiamo|dimenticatevi|scordate)
        (?:tenete|tieni|tenga|teniamo) (?:sempre |ben )?(?:presente|a mente|conto)
        (?:notate|nota bene|assicuratevi|assicurati)
        (?:il|la|l')(?: ?\w+)? ?(?:punto|idea|concetto|cosa|messaggio|aspetto) (?:chiave|principale|fondamentale|\
          importante|essenziale|centrale|più importante)(?: \w+){{0,3}}? è
        (?:la cosa più importante|l'importante|l'essenziale|il più importante) è
        (?:in breve|in sintesi|in sostanza|riassumendo|per riassumere|in poche parole|regola d'oro)
        (?:un|il mio|ecco un) (?:\w+ )?(?:consiglio|trucco)
        è (?:molto |davvero )?(?:importante|fondamentale|essenziale|cruciale) (?:che|\w+re)
        """
    ),
    callout_clause=pattern(
        r"""
        (?:è|sono) (?:molto |davvero |particolarmente )?(?:importanti?|fondamentali?|essenziali?|crucial[ei])$
        """
    ),
    defined_before=pattern(
        r"""
        (?:è|sono|era) (?:un|uno|una|il|lo|la|le|i|gli|un'\w+|l'\w+|semplicemente un|semplicemente una)
        (?:significa|indica|si definisce|si riferisce a|consiste in)
        vuol dire
        """
    ),
    defined_after=pattern(
        r"""
        (?:si chiama|si chiamano|è chiamat[oa]|sono chiamat[ie]|chiamat[oaie]|dett[oaie]|è detto|è detta|\
          chiamiamo|lo chiamiamo|la chiamiamo|questo lo chiamiamo|viene chiamat[oa]|prende il nome di|\
          not[oaie] come|conosciut[oaie] come)
        (?:il termine|il concetto|la nozione|la parola|la definizione)(?: di)?
        (?:definiamo|intendiamo per|si intende per)
        """
    ),
    topic=pattern(
        r"""
        (?:parliamo|parleremo|parlare|parlarvi)(?: \w+){0,2}? (?:di|del|della|dello|dei|degli|delle|dell(?='))
        (?:passiamo|veniamo|passare)(?: \w+){0,2}? (?:a|al|alla|allo|ai|agli|alle)
        (?:vediamo|guardiamo|analizziamo|studiamo|esaminiamo|confrontiamo|consideriamo|affrontiamo|vedremo|\
          studieremo)(?: ora| adesso| poi| oggi| dunque| prima)*
        (?:il|nostro|mio) (?:\w+ )?(?:tema|argomento)(?: \w+){0,3}? è
        (?:corso|lezione|conferenza|discorso|introduzione|presentazione|video) (?:su|sul|sulla|sullo|sui|sugli|\
          sulle|di|del|della|dedicat[oa] a)
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
