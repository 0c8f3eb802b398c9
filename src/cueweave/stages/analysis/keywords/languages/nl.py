"""Dutch: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order, pattern, words

DULL = words(
    """
    aandacht aantal aard afgelopen allemaal antwoord avond beetje begin beide belang bent beste bijvoorbeeld bij
    bladzijde boek collega's cursus dag dagen dames dank dankjewel dankuwel deel delen dienst ding dingen doel
    eind einde enkel feit fout gebied gedachte gedachten geluk geval gevallen gevolg goed goede goedemorgen
    goedemiddag goedenavond graag grond groep groepen haast hallo hand handen helft heren hoofdstuk hoi hoor
    hulp idee ideeën jaar jaren jongen kant kanten keer keren kwestie land leven les leuk lezing lijst maal
    maand maanden maandag dinsdag woensdag donderdag vrijdag zaterdag zondag manier manieren man mannen meisje
    mens mensen middag middel miljoen miljard minuut minuten moment momenten morgen naam namen nacht nadeel
    nummer ogenblik ochtend onderdeel onderwerp onderwerpen oog ogen orde paar pagina persoon plaats plaatsen
    plek plezier probleem problemen punt punten reden redenen reeks rest resultaat richting rol seconde seconden
    situatie soort soorten stap stappen stuk stukken tal tijd tijden tijdje toekomst tweede type uur uren
    verhaal verschil verschillen vorm vormen voorbeeld voorbeelden voordeel vraag vragen vrienden vrouw vrouwen
    waarde wereld werk weg wegen week weken welkom wijze woord woorden zaak zaken zicht zin zijde januari
    februari maart april mei juni juli augustus september oktober november december alle ander andere anders
    belangrijk belangrijke beter bekend breed dezelfde dicht diep duidelijk duidelijke echt echte eenvoudig
    eenvoudige eerste eigen enige gelijk gemakkelijk gewoon gewone groot grote grootste grotere half halve hard
    heel hele helder hoog hoge hoger juist juiste kapot klaar klein kleine kleinste kleinere kort korte koud
    koude laag lage laat laatste lang lange langzaam later leeg licht lichte lekker lief makkelijk meeste
    mogelijk mogelijke moeilijk mooi mooie nieuw nieuwe nodig normaal nuttig open oud oude prachtig precies
    recht rijk rond rustig samen schoon slecht slechte slim snel snelle speciaal speciale sterk sterke strak
    stil tevreden typisch vast verschillende ver verder vers vol volgende volledig voorzichtig vorige vrij vroeg
    vreemd waar ware warm warme heet hete welk wijd zacht zachte zeker zekere zeldzaam zichtbaar zuiver zwaar
    zware zwak derde vierde honderd duizend twintig dertig veertig vijftig zestig zeventig tachtig negentig
    daarvoor eromheen tegelijk tweemaal meestal toevallig intussen ondertussen overal ergens nergens beneden
    omhoog omlaag vooruit achteruit natuurlijk trouwens eindelijk
    """
)
GRAMMAR = Grammar(
    order=Order.HEAD_LAST,
    determiners=words(
        """
        de het een deze dit die dat mijn jouw uw zijn haar hun ons onze jullie elke elk ieder iedere geen
        sommige veel vele weinig enkele alle andere beide dezelfde hetzelfde welke welk twee drie vier vijf zes
        zeven acht negen tien
        """
    ),
    prepositions=words(
        """
        in op aan bij met naar uit voor door over onder tussen tegen tot achter naast boven binnen buiten zonder
        volgens tijdens sinds vanaf langs rond per via wegens en of als dan
        """
    ),
    joins=words("van"),
    before_verbs=words(
        """
        te ik je jij u hij ze zij we wij men er niet ook nog al maar zal zullen zou kan kunnen kon moet moeten
        mag mogen wil willen laat laten ga gaat gaan is zijn was waren wordt worden werd werden heeft heb hebben
        had hadden zich
        """
    ),
    dull=DULL,
    preposed=DULL,
    verbs=words(
        """
        beginnen begint begon bekijken bekijk bekijkt betekent betekenen bestaat bestaan blijft blijven bleef
        brengt brengen bracht denk denkt denken dacht draait draaien draaide eet eten geeft geven gaf gebruikt
        gebruiken geloof groeit groeien hangt hebben helpt helpen hoort horen houdt houden komt komen kwam
        krijgt krijgen kreeg kijkt kijken leert leren leest ligt liggen loopt lopen liep maakt maken maakte meet
        meten gemeten neemt nemen nam noemt noemen praat praten schrijft schrijven slaat spreekt spreken sprak
        staat staan stond stuurt sturen stuur trekt trekken valt vallen verliest verliezen verloren vindt vinden
        vond volgt volgen vraagt vragen vroeg weet weten wist werkt werken woont vult vullen vulde lijkt lijken
        leek buigt buigen zegt zeggen zei zet zetten ziet zien zag zit zitten zoekt zoeken geeft toont tonen
        bereikt bereiken levert leveren bewaart tekent zendt verkocht vertelde vertelt gestuurd geschreven
        gezien gebroken vertrouwden weegt stelt stellen gebeurt
        """
    ),
    noun_ends=("ing", "ingen", "heid", "heden", "schap", "teit", "tie", "ties", "isme", "logie", "stof", "stoffen"),
    adjective_ends=("ische", "isch", "lijke", "lijk", "ige", "baar", "bare", "loze", "zame"),
    other_ends=("te", "den", "dde", "ten"),
    numerals=words(
        """
        twee drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig dertig veertig vijftig zestig
        zeventig tachtig negentig
        """
    ),
    scales=words("honderd duizend miljoen miljard"),
    units=words(
        """
        procent volt watt ampère ohm hertz meter meters kilometer kilometers centimeter millimeter gram kilogram
        kilo ton liter graden graad euro dollar cent kilobyte kilobytes megabyte gigabyte kilowattuur megawatt
        hectare mijl km kg g cm mm kwh kw v w a hz jaar uur minuten weken dagen
        """
    ),
    before_years=words("in sinds tot jaar van rond na voor winter zomer"),
    conjunction="en",
)
OPENERS = "en maar dus want nu ook of"
CUES = Cues(
    openers=words(OPENERS),
    warning=pattern(
        r"""
        (?:pas op|let op|kijk uit|wees voorzichtig|weest voorzichtig|waarschuwing)
        ^(?:en |maar |dus )?(?:vermijd|raak nooit|raak niet|open nooit|gebruik nooit|laad nooit|doe nooit|\
          zet nooit|laat nooit)
        ^(?:en |maar |dus )?(?!ik|hij|ze|zij|we|wij|er|dat|dit|het|is|heb|heeft|was|kan|had)\w+ (?:\w+ ){0,3}nooit\b
        """
    ),
    warning_clause=pattern(
        r"""
        (?:mag|mogen|moet|moeten) (?:\w+ ){0,4}(?:nooit|niet)\b.*
        (?:is|zijn|zeer|heel|erg) (?:zeer |heel |erg )?(?:gevaarlijk|giftig|verboden|dodelijk)
        """
    ),
    callout=pattern(
        r"""
        ^(?:en |maar |dus )?(?:onthoud|vergeet niet|denk eraan|bedenk)
        (?:kortom|samengevat|vuistregel)
        het (?:belangrijkste|is (?:heel |erg |zeer )?belangrijk)
        """
    ),
    defined_before=pattern(
        r"""
        (?:is|zijn|was) (?:een|het|de)
        betekent
        """
    ),
    defined_after=pattern(
        r"""
        (?:heet|heten|noemen we|noemt men|wordt (?:ook )?genoemd|ook wel|genaamd|bekend als|zogenaamde|zogeheten)
        (?:het begrip|de term|het woord)
        """
    ),
    topic=pattern(
        r"""
        (?:praten|spreken|hebben) we (?:het )?(?:\w+ ){0,2}?over
        (?:kijken|gaan) we (?:\w+ ){0,2}?naar
        onderwerp (?:\w+ ){0,3}?is
        (?:cursus|lezing|college|les|inleiding|presentatie) over
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
