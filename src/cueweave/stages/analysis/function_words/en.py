"""Function words of English."""

WORDS = frozenset(
    """
    a an the this that these those it its itself i me my mine myself you your yours yourself yourselves he him his
    himself she her hers herself we us our ours ourselves they them their theirs themselves one ones oneself someone
    somebody something anyone anybody anything everyone everybody everything nobody nothing none each every either
    neither both all any some no not few fewer many much more most less least several enough such same other others
    another own who whom whose which what whatever whichever whoever when whenever where wherever why how however
    and or but nor so yet if unless because since although though while whereas whether than as until till of to in
    on at by for from with without within into onto upon about above below under over between among amongst through
    throughout across along around against before after during behind beside besides beyond despite except inside
    outside near off out up down toward towards per via like unlike be am is are was were been being do does did
    doing done have has had having will would shall should can could may might must ought cannot let lets need dare
    used gonna wanna gotta going isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't
    wouldn't shan't shouldn't can't couldn't mustn't mightn't needn't ain't i'm i've i'll i'd you're you've you'll
    you'd he's he'll he'd she's she'll she'd it's it'll it'd we're we've we'll we'd they're they've they'll they'd
    that's that'll there's there're there'll here's what's where's who's how's why's when's let's who'd who'll y'all
    c'mon there here then thus hence therefore too also very just only even still again ever never always often
    sometimes already soon now once twice quite rather almost nearly perhaps maybe indeed else instead together away
    back apart ago yes yeah okay ok oh well um uh er erm hmm ah two three four five six seven eight nine ten
    """.split()
)
