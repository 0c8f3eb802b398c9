"""Words that begin clauses, and words that can't end or begin one, by language: what tells without punctuation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Clauses:
    """Each set holds words in lower case; `pairs` holds two words with a blank between them."""

    openers: frozenset[str] = frozenset()
    """They mostly begin a sentence, or often do."""
    likely: frozenset[str] = frozenset()
    """They begin clauses, of which some are sentences."""
    pairs: frozenset[str] = frozenset()
    """Together they begin one, as `and then`."""
    never_last: frozenset[str] = frozenset()
    """Articles, prepositions, conjunctions and the like: what they belong to follows."""
    never_first: frozenset[str] = frozenset()
    """What they belong to comes before."""


@cache
def clauses_of(language: str | None) -> Clauses:
    """Those of a language (ISO 639-1); empty ones where none are known."""
    parts = TABLE.get(language or "")
    if parts is None:
        return Clauses()
    openers, likely, pairs, last, first = (part.strip() for part in parts.split("|"))
    return Clauses(
        frozenset(openers.split()),
        frozenset(likely.split()),
        frozenset(" ".join(pair.split()) for pair in pairs.split(",")),
        frozenset(last.split()),
        frozenset(first.split()),
    )


TABLE = {
    "en": """
    so now but okay ok well then however therefore first firstly secondly finally next let's let's today yes anyway
    meanwhile otherwise alright imagine remember notice suppose please why welcome hello there's
    | i we he she they this that's it's these those there here what what's how when if who where because although
    while after before once as let i'm we're you're he's they're i've we've you've i'll we'll you'll don't do does
    did is are can never always see look by under around my our your his her their its all another nobody
    everybody later sometimes usually and
    | and then, and so, and now, and that's, and this, and i, and we, and you, and it, and they, and if, and what, but
    the, so the, so what, now the, now we, let us, let me, of course, for example, for instance, in fact, thank you,
    on the, in the, at the,
    by the, right now, as you, as we, in this, in that, that is, that was, one of, a few, this is,
    good morning, good evening, all right, at first, at last, after that, before that, in other
    | the a an of to in into at by for from with without on onto upon about between through during against among toward
    towards than and or but nor if because while whether although though unless until as my your our their its his
    very every each is are was were am be been being has had having will would can could shall should may might must
    i we they he she who which whose whom that's it's there's i'm we're you're they're i've we've you've don't doesn't
    didn't isn't aren't wasn't let's mr mrs dr not no more most such what's how's per via these those when where
    | of than is are was were be been has had have will would could should may might must to into and or too also either
    ago enough itself themselves himself herself 's us them him me per am not of's""",
    "de": """
    also nun jetzt aber dann denn doch okay gut deshalb deswegen daher darum trotzdem außerdem zuerst zunächst erstens
    zweitens schließlich heute ja nein übrigens danach davor vorher zusammen warum wieso bitte willkommen hallo merken
    denken stellen
    | ich wir sie er es du ihr das dies dieser diese dieses hier da der die ein eine was wie wer wo wenn weil obwohl
    nachdem bevor während im in am an auf bei für mit nach vor um unter jeder jede jedes viele manche alle man mein
    unser niemand jemand damit dafür dabei so ist sind kann und zweimal nie immer später manchmal einmal nur
    | und dann, und so, und jetzt, und nun, und das, und wir, und ich, und wenn, und da, aber das, zum beispiel, zum
    schluss, guten morgen, guten tag, guten abend, herzlich willkommen, vielen dank, das heißt, das ist, es gibt, im
    jahr,
    in der, auf der, lassen sie, auf diese, in diesem, am ende, am anfang
    | der die das den dem des ein eine einen einem einer eines in im an am auf bei beim für mit nach von vom vor zu zum
    zur über unter zwischen durch gegen ohne um bis seit aus und oder aber sondern als wie dass weil wenn ob obwohl
    während damit mein meine dein sein seine ihr ihre unser unsere euer kein keine keinen jeder jede jedes dieser diese
    dieses diesen diesem sehr zu ins ans ich wir er man nicht ist wird wurde werden kann muss soll will hat haben sich
    deren dessen welche welcher welches nachdem bevor viele alle im jahr herr frau dr
    | und oder als dass sondern sich nicht auch zu sein haben wird worden gewesen ab aus ihm ihn uns mir mich dir
    dich euch selbst zurück""",
    "es": """
    entonces ahora pero bueno bien luego después así además finalmente primero segundo hoy sí hola bienvenidos
    también sin_embargo imaginen recuerden fíjense gracias vamos
    | yo nosotros él ella ellos esto esta este estas estos eso ese hay aquí allí el la los las un una qué cómo cuándo
    quién
    por dónde si porque aunque cuando mientras antes en cada muchos todos nadie alguien nunca siempre nuestro mi
    su al con para de lo no se me nos les es son está ese esa más tarde juntos dos debajo alrededor y
    | y entonces, y luego, y ahora, y así, y esto, y si, y nosotros, y yo, pero el, pero la, por ejemplo, por eso, por
    lo, por qué, sin embargo, es decir, en este, en el, en la, buenos días, muchas gracias, lo que, de hecho, hay que,
    al
    final, al principio, antes de, después de, a veces, o sea
    | el la los las un una unos unas de del a al en con por para sin sobre entre hasta desde hacia según contra y e o
    u ni
    que si porque aunque cuando como mi mis tu tus su sus nuestro nuestra este esta estos estas ese esa cada muy más tan
    se me te nos les le lo es son era fue está están ha han había no sr sra dr cuyo cuya donde mientras tras durante
    todo toda todos todas
    | de del que y e ni mismo misma mismos también tampoco atrás""",
    "fr": """
    alors donc maintenant mais bon bien ensuite puis ainsi enfin d'abord premièrement aujourd'hui oui voilà voici
    bonjour bienvenue cependant pourtant parfois imaginez rappelez n'oubliez souvenez merci pourquoi ensemble
    | je nous vous il elle ils elles on c'est c'était ce cela ça cette ces cet celui le la les l' un une des qu'est-ce
    comment quand qui où si parce puisque quoique lorsque pendant avant après en au aux dans chaque beaucoup tous tout
    personne quelqu'un jamais toujours notre mon votre leur j'ai j' n' d' sur pour par avec deux autour sous plus c' et
    y
    | et puis, et alors, et donc, et maintenant, et si, et nous, et je, et on, et là, mais la, mais le, par exemple, en
    fait, c'est pourquoi, il y, il faut, en effet, tout d'abord, de plus, au début, à la, à ce, plus tard, deux fois,
    est-ce que, pour cela, à présent
    | le la les un une des du de d'un d'une à au aux en dans par pour sur sous avec sans chez vers entre contre depuis
    pendant et ou ni mais que qu' si parce quand comme lorsque mon ma mes ton ta tes son sa ses notre nos votre vos leur
    leurs ce cet cette ces chaque très plus trop je tu il elle nous vous ils elles on se ne est sont était a ont avait
    avons avez qui dont où c'est mme m dr quelque quelques tout toute tous
    | de que et ou ni même aussi pas du dont à""",
    "it": """
    allora ora adesso ma però poi quindi dunque infine innanzitutto oggi sì ecco buongiorno benvenuti inoltre tuttavia
    così bene perciò ricordate immaginate grazie perché insieme
    | io noi voi lui lei loro questo questa questi queste quello c'è ci qui il lo la i gli le l' un una un' che cosa
    come
    quando chi dove se perché anche mentre prima dopo in nel nella ogni molti tutti nessuno qualcuno mai sempre nostro
    mio per con da al alla a è sono non si due sotto attorno intorno nei nelle più e
    | e poi, e allora, e quindi, e adesso, e ora, e questo, e noi, e se, ma la, ma il, per esempio, ad esempio, per
    questo, di solito, in realtà, in questo, cioè, a volte, più tardi, all'inizio, alla fine, prima di, c'è un, due
    volte
    | il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli
    alle
    dal dalla dai dalle nel nella nei nelle sul sulla sui sulle e ed o né ma che se perché come quando mentre mio mia
    tuo suo sua suoi nostro nostra vostro loro questo questa questi queste quel quella ogni molto più così si mi ti ci
    vi
    ne è sono era ha hanno aveva non sig dott dr cui dove senza verso contro durante
    | di che e ed né stesso stessa anche neppure del della""",
    "pt": """
    então agora mas bom bem depois assim portanto finalmente primeiro hoje sim olá porém contudo além
    também lembrem imaginem obrigado obrigada vamos juntos
    | eu nós você vocês ele ela eles isto isso este esta esse essa há aqui ali o a os as um uma que como quando quem
    onde
    por se porque embora enquanto antes em no na cada muitos todos ninguém alguém nunca sempre nosso minha para com de
    ao não é são duas mais quem à sob e
    | e então, e depois, e agora, e assim, e isso, e nós, e se, mas a, mas o, por exemplo, por isso, por que, ou seja,
    na
    verdade, neste caso, bom dia, muito obrigado, às vezes, mais tarde, no início, no fim, é preciso, ao redor, antes
    disso, em volta
    | o a os as um uma uns umas de do da dos das a ao à aos às em no na nos nas com por pelo pela para sem sobre entre
    até
    desde contra e ou nem mas que se porque como quando enquanto meu minha teu seu sua seus suas nosso nossa este esta
    estes estas esse essa cada muito mais tão se me te nos lhe é são era foi está estão tem têm não sr sra dr cujo cuja
    onde durante todo toda todos todas
    | de do da que e nem mesmo mesma também tampouco""",
    "nl": """
    dus nu maar oké goed dan daarom eerst ten vandaag ja nee hallo welkom samen waarom daarna onthoud
    | ik wij we je jij u hij zij ze het dit dat deze er hier daar de een wat hoe wie waar als omdat hoewel terwijl nadat
    voordat in op bij voor met na om onder elke ieder veel sommige alle men mijn ons onze niemand zo is zijn kan en
    tweemaal nooit altijd later soms
    | en dan, en toen, en nu, en zo, en dat, en we, en als, maar de, maar het, bijvoorbeeld, op die, in het, er is, er
    zijn, goedemorgen, dat is, hartelijk welkom, aan het
    | de het een in op aan bij voor met na van naar te over onder tussen door tegen zonder om tot sinds uit en of maar
    als
    dan dat omdat hoewel mijn jouw zijn haar ons onze hun geen elke iedere deze dit die zeer is wordt werd kan moet zal
    wil heeft ik wij we hij er men niet
    | en of dan dat niet ook te worden zich""",
    "pl": """
    więc teraz ale potem dobrze zatem następnie najpierw dzisiaj dziś tak nie dlatego witam dlaczego razem jednak
    | ja my on ona oni to ten ta te tu tam co jak kiedy kto gdzie jeśli gdy ponieważ chociaż podczas przed po w na
    każdy wiele nikt ktoś nigdy zawsze nasz mój dla z od do jest są dwa później czasem pod wokół i
    | i wtedy, i potem, i teraz, i tak, a potem, na przykład, dzień dobry, to jest, w tym, po pierwsze
    | w we z ze do od na po dla przez przy nad pod przed za o u bez między i a oraz lub albo ale że jeśli gdy
    ponieważ który która które których mój moja nasz jego ten ta to każdy każda bardzo jest są był była nie się
    | i oraz że się też także""",
    "ru": """
    итак теперь но потом хорошо значит затем сначала сегодня да поэтому здравствуйте добро почему вместе однако
    | я мы вы он она они это этот эта здесь там что как когда кто где если потому хотя пока перед после в на у
    каждый многие никто всегда никогда наш мой для с от до два позже иногда под вокруг и
    | и тогда, и потом, и теперь, и вот, а потом, а теперь, например, доброе утро, то есть, в этом, во-первых
    | в во с со к ко на по для из от до при над под перед за о об у без между через и а или но что если когда
    потому который которая которое которые мой наш его этот эта это каждый каждая очень был была не
    | и или же ли бы тоже также""",
}
"""A language: openers | likely | pairs | never last | never first."""
