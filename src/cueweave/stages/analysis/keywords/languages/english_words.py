"""English words that are seldom or never what a text is about: verbs, and what stands in every talk."""

from cueweave.stages.analysis.keywords.languages.language import words


def _inflected(bases: str) -> frozenset[str]:
    """Regular forms of verbs, rules of spelling kept."""
    forms: set[str] = set()
    for base in bases.split():
        root = base[:-1] if base.endswith("e") else base
        third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else base + "s"
        if base[-1] == "y" and base[-2] not in "aeiou":
            third, past = base[:-1] + "ies", base[:-1] + "ied"
        else:
            past = root + "ed"
        forms |= {base, third, past, root + "ing", base + base[-1] + "ed", base + base[-1] + "ing"}
    return frozenset(forms)


VERBS = _inflected(
    """
    absorb accelerate activate adapt adjust adopt advise announce approximate assemble assign borrow calculate
    capture cease circulate classify collapse compile compete compose compute condense confirm conquer consume
    convince cooperate correspond defeat defend define delete demonstrate deserve destroy differentiate digest
    discard dissolve distinguish distribute dominate download elect eliminate employ encrypt entail establish
    evaluate evaporate exceed exclude explode expose express extend extract facilitate generalize govern hire
    illustrate implement imply inherit inhibit install integrate interact interpret introduce invade invent
    invest investigate iterate justify maintain migrate modify motivate mutate negotiate neglect orbit organize
    originate owe oxidize penetrate persuade pollute possess preserve pretend publish pursue quote radiate react
    rebuild recall replicate represent reproduce restore reveal rotate satisfy secrete simplify simulate
    stimulate subtract succeed summarize supervise sustain swallow transform translate transmit trigger
    underline update upload vanish verify vibrate violate withdraw accept achieve add admit affect agree allow
    appear apply argue arrive ask assume attach attract avoid become begin behave believe belong bend bring
    build buy carry catch choose clean climb collect combine come compare complain complete connect consider
    consist contain continue convert cook cover create deal decide decrease deliver depend describe destroy
    detect determine develop die differ disappear discover discuss divide draw drop earn eat emit enable
    encourage enjoy ensure enter escape evolve exist expand expect explain explore fall feel fill find finish
    fit fix follow forget forgive gain gather generate get give go grow happen hate hear heat help hide hold
    identify imagine improve include increase inform insert involve join keep kill know lead learn leave lend
    let lie like listen lose love make manage mean measure meet mention move multiply need notice observe obtain
    occur offer open operate participate pass pay perform pick pierce prefer prepare prevent produce protect
    prove provide pull push put raise reach read realise realize receive recognise recognize recommend reduce
    refer reflect reject relate release remain remember remind remove repeat replace require resist respond rise
    run save say see seek seem sell send separate serve settle shine show shrink sing sink sit sleep solve speak
    spend spread stand start stay steal stick stop store strike struggle suffer suggest supply suppose surprise
    surround survive swim take talk teach tell tend thank think throw travel treat trust try turn understand use
    vary visit wait walk want warn wash watch wear welcome win wish wonder worry write
    """
) | words(
    """
    ate beaten became become began begun bent blew blown bore born bought bound bred brought built burnt came
    caught chose chosen crept drawn dealt drank drew driven drove drunk eaten fallen fed fell felt flew flown
    forgot forgotten fought found frozen froze gave given goes gone got gotten grew grown heard held hid hidden
    hung kept knew known laid lain lay led left lent lies lying lit lost made meant met paid put ran rang risen
    rode rose said sang sank sat saw seen sent shaken shone shook shot shown shrank slept slid sold spent spoke
    spoken spread spun stood stole stuck struck swam swung taken taught thought threw thrown told took tore torn
    understood went woke won wore worn written wrote
    """
)
DOUBTFUL = _inflected(
    """
    act aim answer attack balance blow boil break breathe burn call cause change charge check claim close
    control cost count cross cut cycle damage dance design dream drive end estimate experience express face fail
    fight fire flow fly focus force form freeze function guess guide handle hit hope influence kick land laugh
    link load lock look map mark matter mix model name note order pack paint plan plant play point post pour
    power press print process project promise question rain rate report rest result return review ride roll rule
    scale score search sense set shape share shift ship sign smile sound state step stress stretch struggle
    study support surprise switch tear test touch trace track trade train transfer transport trap trick trip
    trouble slope twist view vote wave weigh work
    """
)
DULL = words(
    """
    actual actually afternoon afterwards age amount amounts anyway area areas article attention aspect aspects
    basically bit bits boy bottom bunch case cases certain certainly chapter clearly colleague colleagues course
    definition credit day days detail details difference differences direction everyday earth's evening everyday
    example examples extent eye fact facts favour fellow finally first folks friend friends front gentlemen girl
    goal goals goodbye good greetings group groups guy guys half hand hands head hello hey hi hour hours hundred
    hundreds idea ideas important importantly instance interesting issue issues item items kind kinds ladies
    lady last lecture lesson life little lot lots luckily luck man men matter matters middle minute minutes
    moment moments month months morning mr mrs ms name names news next night number numbers obvious obviously
    page pages pair part parts people person piece pieces place places please plenty point points possibility
    probably problem problems purpose question questions really reason reasons rest rid role room row second
    seconds section session share side sides simply slide slides something somewhere sort sorts speaker start
    step steps stuff sum summary talk talks team thanks thing things third thirty thousand thousands time times
    today tomorrow tonight top topic topics total twenty type types use usually video view way ways week weeks
    welcome whole woman women word words work world year years yesterday zero dozen dozens million millions
    billion billions hear monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december able aware bad best better big bigger biggest broad
    careful cheap clean clear clever close cold common complete complex constant cool correct current dark dear
    deep different difficult dry due eager early easier easiest easy empty enormous entire equal exact expensive
    extra false familiar famous far fast faster fastest fine free frequent fresh full funny general gentle glad
    great greater greatest happy hard harder heavier heavy helpful high higher highest honest hot huge
    impossible incredible interested kind large larger largest late later latest lazy left less lighter likely
    long longer longest lovely low lower lowest lucky main major many mere modern narrow nasty natural near
    necessary new newer nice normal obvious odd old older oldest opposite ordinary original particular perfect
    plain pleased poor popular possible previous private proper proud public quick quicker quiet rapid rare
    ready real recent regular relevant rich right rough round sad safe same serious several shallow sharp short
    shorter sick significant similar simple simpler single slight slow slower small smaller smallest smart
    smooth soft sorry special specific stable steady steep straight strange strict strong stronger successful
    sudden sure surprised suitable sweet tall terrible thick thin thumb tight tiny tired total tough true
    typical ugly unable unique unlikely upper used useful usual valuable various vast warm warmer weak wet wide
    wild wise wonderful wrong young younger downward upward outward inward answer answers ahead alike alone
    already altogether away backwards bear bye cetera course deal downstairs downwards elsewhere enough etc
    fairly far forward forwards halfway hardly home indoors inwards kinda later maybe meanwhile mostly nowadays
    outdoors outwards overnight partly pretty rather sideways somehow sorta soon straightaway then though twice
    underneath upstairs upwards worth yet dr st vs
    """
)
