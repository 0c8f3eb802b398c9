"""Abbreviations with which a sentence goes on, where the library ends it: in lower case, without the last full stop."""

TITLES = frozenset("mr mrs ms mx dr prof st jr ing dipl".split())
"""Before names in most languages."""

BEFORE_NAMES = {
    "da": "hr fr f.eks bl.a",
    "de": "hr fr frl med mag rer nat jur phil u.a",
    "en": "messrs rev hon gen col capt lt sgt maj mt gov sen rep pres",
    "es": "sr sra srta srs sras dra d dña ud uds gral lic avda",
    "fr": "m mm mme mmes mlle mlles mgr me ste av",
    "it": "sig sig.ra sig.na sigg dott dott.ssa avv geom rag arch on s p.zza v.le",
    "nl": "dhr mevr mw drs ir o.a",
    "no": "hr fr f.eks bl.a",
    "pl": "p pp inż mgr hab ks płk gen ul al im św os pl np tzn tzw m.in",
    "pt": "sr sra srta dra exa exmo exma sta sto av eng v prof.ª profa d r",
    "ro": "dl dna dra str bd",
    "ru": "г гг ул им проф акад доц тов гр пр пл обл р оз св напр",
    "sv": "hr fr t.ex bl.a s.k",
    "tr": "sn bay doç yrd av",
    "uk": "м вул ім проф акад св напр",
}
"""What stands before a name, by language: `M. Dupont`, `ul. Długa`, `им. Пушкина`."""

BEFORE_NUMBERS = frozenset(
    "no nos nr nrs num núm n p pp pg pag pág págs pags s str vol vols fig figs abb tab kap cap caps cp ch chap art "
    "arts sec sect par §  bd bl blz blad lk rys rozdz ust poz tel ca approx op eq ex "
    "стр ст рис гл табл п пп кн т см".split()
)
"""`Nr. 5`, `Fig. 2`, `pág. 3`."""

MAYBE_LAST = frozenset(
    "etc usw usf ecc enz itd itp osv m.m o.s.v д т.д т.п st rd ave blvd inc ltd co corp a.m p.m no i".split()
)
"""These end a sentence where the next word opens one: `… apples etc. Then`, `on Baker St. They`, `so do I. And`."""

NEVER_LAST = frozenset("e.g i.e z.b d.h u.a p.ex p.ej o.a t.ex".split())
"""What they announce follows, also when they are shouted and look like acronyms."""

ORDINAL_LANGUAGES = frozenset("bs cs da de et fi fo hr hu is lb lv nb nn no pl sk sl sr tr".split())
"""They write `3.` for `third`."""

BEFORE_ORDINALS = frozenset(
    "der die das dem den des am im vom zum zur beim ins ein eine einem einen einer eines jeder jede jedes jedem jeden "
    "ab bis seit mein meine sein seine ihr ihre unser unsere dieser diese dieses "  # German
    "den det de en et til fra på i "  # Danish, Norwegian
    "w we z ze do od na po dnia o ".split()  # Polish, Czech
)
"""After these a number with a full stop is an ordinal: `der 2. Weltkrieg`, `am 3. Oktober`."""
