"""How English says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    # the dictionary holds the names of all letters as words of one letter, but "a" is the article there
    letters="ay b c d e f g h i j k l m n o p q r s t u v w x y z",
    signs="""
    & and, @ at, + plus, = equals, # number, / slash, . dot, _ underscore, - to, − minus, × times, § section
    ° degrees
    """,
    point="point",
    spells_decimals=True,
    has_century_years=True,
    money="$ dollars dollar, £ pounds pound, € euros euro, ¥ yen yen, ₹ rupees rupee, ₽ rubles ruble",
    million="million billion",
    ordinals="st nd rd th",
    regnal="the",
    abbreviations="""
    mr mister, mrs missus, ms miz, dr doctor, prof professor, st. saint, jr junior, sr senior, vs versus
    etc et cetera
    e.g for example, i.e that is, approx approximately, no. number, vol. volume, fig. figure, dept department
    inc. incorporated
    ltd limited, co. company, corp corporation, gen. general, gov. governor, sen. senator, rep. representative
    capt captain
    sgt sergeant, lt lieutenant, col. colonel, ave avenue, blvd boulevard, mt. mount, min. minutes, max. maximum
    w/ with
    w/o without, a.m ay m, p.m p m, u.s u s, u.k u k, u.n u n, d.c d c, jan. january, feb. february, mar. march
    apr. april
    aug. august, sept. september, oct. october, nov. november, dec. december, phd p h d, ok okay, o'clock o'clock
    b/c because
    """,
    notes="""
    laugh chuckl giggl snicker applau music clap sigh gasp cheer cough groan moan grunt inaudible indistinct
    unintelligible crosstalk speaking sings singing silence pause whisper scream shout sob cries crying yell snort
    sniff sneez breath exhal inhal beep buzz rings ringing phone door knock thunder crowd audience footstep bark
    siren hum whistl static bell clears foreign
    """,
)
