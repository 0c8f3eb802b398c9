"""English: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.english_words import DOUBTFUL, DULL, VERBS
from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order, pattern, words

GRAMMAR = Grammar(
    order=Order.HEAD_LAST,
    determiners=words(
        """
        a an the this that these those my your his her its our their every each no any some all both many most
        few several another other such which whose own
        """
    ),
    prepositions=words(
        """
        of in on at by for from with without within into onto upon about above below under over between among
        through across along around against before after during behind beside beyond inside outside near off via
        like per and or than as
        """
    ),
    joins=words("of"),
    before_verbs=words(
        """
        to i you he she it we they who will would shall should can could may might must cannot do does did don't
        doesn't didn't won't wouldn't shouldn't can't couldn't mustn't let let's lets us i'll you'll he'll
        she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd never also just only even still often always
        not there gonna wanna gotta is are was were be been being am isn't aren't wasn't weren't has have had
        i'm you're he's she's it's we're they're i've you've we've they've that's there's
        """
    ),
    clitics=words("that which"),
    dull=DULL,
    preposed=DULL,
    verbs=VERBS
    - words(
        """
        lies lead leads like likes love heat store stores supply supplies offer building buildings meeting
        meetings covers measure measures reading writing painting
        """
    ),
    doubtful=DOUBTFUL
    | words("lead leads heat store stores supply supplies offer offers measure measures love reading writing painting"),
    nouns=words(
        """
        animal animals arrival capital canal cannibal cathedral cereal chemical chemicals coal coral crystal
        crystals deal festival funeral goal hospital hospitals interval intervals journal journals manual
        material materials meal metal metals mineral minerals oval petal pedal potential proposal rival sandal
        scandal seal signal signals survival terminal terminals total trial tribunal vocal withdrawal fabric
        fabrics logic magic mechanic mosaic music picnic plastic plastics public rhetoric ceramic ceramics
        statistic traffic tropic arithmetic critic critics clinic clinics antibiotic antibiotics archive
        archives drive drives executive hive motive native objective perspective detective derivative
        derivatives alternative alternatives adjective incentive initiative olive locomotive cable cables table
        tables vegetable vegetables variable variables syllable syllables ratable seed seeds speed speeds need
        bed beds feed reed weed weeds breed shed sled hundred embed ring rings string strings spring springs
        wing wings king kings thing ceiling building buildings meeting meetings evening lightning engineering
        training learning processing painting reading writing wedding clothing fly family families ally allies
        supply assembly anomaly monopoly butterfly belly jelly lily bully rally reply summary summaries library
        libraries dictionary boundary boundaries diary salary secretary territory glossary vocabulary
        anniversary january diameter contest forest forests harvest interest guest guests test tests nest
        request chest rest west priest gas lens glass bus virus campus compass focus bonus process canvas
        beliefs radish dish fish varnish rubbish brush
        """
    ),
    noun_ends=(
        "tion",
        "tions",
        "sion",
        "ment",
        "ments",
        "ness",
        "ity",
        "ities",
        "ism",
        "ship",
        "ology",
        "graphy",
        "ance",
        "ence",
        "ics",
        "hood",
        "sis",
    ),
    adjective_ends=("ous", "ful", "less", "able", "ible", "ive", "al", "ic", "ish", "ary", "ical", "est", "ed"),
    other_ends=("ly", "'ll", "'ve", "n't", "'re", "'d"),
    numerals=words(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        """
    ),
    scales=words("hundred thousand million billion trillion m bn k"),
    units=words(
        """
        percent cent percentage volt volts watt watts ampere amperes amp amps ohm ohms hertz joule joules kelvin
        newton newtons pascal bar meter meters metre metres kilometer kilometers kilometre kilometres centimeter
        centimeters millimeter millimeters mile miles inch inches foot feet yard yards gram grams kilogram
        kilograms kilo kilos ton tons tonne tonnes pound pounds ounce ounces liter liters litre litres gallon
        gallons degree degrees celsius fahrenheit dollar dollars euro euros cents yen second seconds minute
        minutes hour hours day days week weeks month months year years decade decades century centuries times
        kilobyte kilobytes kilobits megabyte megabytes gigabyte gigabytes bit bits byte bytes kilowatt kilowatts
        megawatt megawatts gigawatt gigawatts acres hectares people calories km kg g cm mm mg kwh kw mw gw v w a
        hz mhz ghz
        """
    ),
    before_years=words("in since until from by of after before around about year to"),
    conjunction="and",
)
OPENERS = "and but so then also now or okay ok well first finally instead therefore again because"
START = rf"^(?:(?:{OPENERS.replace(' ', '|')}|please|always) )*"
CUES = Cues(
    openers=words(OPENERS),
    warning=pattern(
        rf"""
        {START}(?:don't|do not)(?: ever)? (?!(?:know|worry|mind|think|get|hesitate|believe|care|you|we|they|i|\
          be afraid|be shy|see|have|forget|miss|want|like|need|feel|understand|remember|agree|say|ask|let me|\
          go away)\b)\w+
        {START}never,? (?:ever )?(?!(?:have|has|had|been|did|was|were|is|in|before|again|mind|i|he|she|we|they|\
          you|the|a|an|once|fear|forget|really|quite|to|came|went|saw|got|made|took|gave|knew|thought|found|told|\
          said|left|felt|\w+ed)\b)\w+
        you (?:must not|mustn't|must never|should never|should not|shouldn't|may not|cannot ever|can never|\
          need to be careful|have to be careful|want to avoid)
        (?:must|should) (?:never|not) be
        (?:must never|mustn't)
        (?:please )?be (?:very |extremely |really )?careful
        (?:please )?be (?:very )?cautious
        beware
        watch out
        look out for
        {START}avoid
        (?:always )?take care not to
        make sure (?:that )?(?:you|it|they) (?:don't|do not|never)
        under no circumstances
        there is a (?:real |serious |high |great )?(?:danger|risk)
        the (?:real |main |biggest )?danger (?:is|here|of|lies)
        at your own risk
        {START}stay away from
        {START}keep away from
        """
    ),
    warning_clause=pattern(
        r"""
        (?:is|are|be|very|extremely|highly|really) (?:very |extremely |highly )?(?:dangerous|hazardous|toxic|\
          poisonous|lethal|fatal)(?! (?:than|as))
        (?:is|are) (?:strictly )?(?:forbidden|prohibited|not allowed)
        (?:can|could|may|might|will) (?:\w+ )?(?:kill|explode|injure|electrocute|poison|catch fire)
        """
    ),
    callout=pattern(
        rf"""
        {START}(?:always |please )?remember(?! when| how i| me| him| her| them| us| as| from last)
        {START}(?:don't|do not|never) forget
        {START}(?:please )?(?:keep|bear) in mind
        {START}(?:please )?note (?:that|how|the)
        {START}notice (?:that|how)
        {START}make sure(?! you don't| it doesn't)
        the (?:\w+ )?(?:key|crucial|important|essential|main|central) (?:point|idea|thing|message|insight|\
          takeaway|lesson|question|fact)\b.{{0,25}}? is
        the takeaway
        (?:the )?(?:golden )?rule of thumb
        (?:here's|here is) (?:a|one|my|the) (?:\w+ )?(?:tip|trick|secret)
        (?:a|one|my) (?:good |useful |quick |little |simple |practical )?(?:tip|trick) (?:is|here|for)
        {START}(?:in short|to sum up|in summary|to summarise|to summarize|in a nutshell|bottom line)(?! (?:is|let))
        what matters (?:most |here )?is
        it(?:'s| is) (?:very |really |extremely |so )?(?:important|crucial|essential|vital)
        """
    ),
    callout_clause=pattern(
        r"""
        (?:is|are) (?:very |really |extremely |especially |the most )?(?:important|crucial|essential)$
        """
    ),
    defined_before=pattern(
        r"""
        (?:is|are|was) (?:an?|the|any|one of the|simply an?|basically an?|just an?|nothing but|essentially an?)
        means(?! that you)
        (?:is|are) defined as
        refers to
        stands for
        """
    ),
    defined_after=pattern(
        r"""
        (?:is|are|was|were|be|commonly|usually|often|sometimes|also|what's|so|what is) (?:called|termed|named|\
          known as|referred to as)
        (?:what )?(?:we|i|you|people|scientists|engineers|economists|physicists|biologists|doctors|they|\
          programmers|mathematicians) (?:also |usually |often )?call(?: (?:this|it|that|them|these))?
        (?:also |better |commonly )?known as
        (?:the|this) (?:word|term|concept|notion)(?: of)?
        (?:what )?(?:do )?(?:we|i|you) mean by
        (?:the )?definition of
        (?:let me|let us|let's|we|we'll|i'll) define
        so-called
        """
    ),
    topic=pattern(
        r"""
        (?:let us|let's|let me|we will|we'll|we are going to|we're going to|i will|i'll|i want to|i'd like to|\
          i would like to|today we|going to)(?: now| then| next| also| all| just| briefly)* (?:talk|speak|\
          think)(?: \w+)? about
        (?:let us|let's|let me|we will|we'll|we are going to|we're going to|i will|i'll|i want to|i'd like to|\
          now we|next we)(?: now| then| next| also)* (?:look at|turn to|move on to|discuss|explore|consider|\
          examine|study|start with|begin with|focus on|come to|compare|learn about|introduce|define|\
          take a (?:closer )?look at)
        (?:the |our |my )?(?:\w+ )?(?:topic|subject|theme)(?: of \w+(?: \w+)?| today| here| now)? (?:is|will be)
        (?:the )?next (?:topic|up|point|step|stop|question|part)(?: is)?
        (?:lecture|talk|course|lesson|class|session|chapter|episode|webinar|presentation|workshop|introduction|\
          video)(?: is)? (?:about|on|to)
        (?:a|one) (?:few )?words? about
        what about
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
