"""How French says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="a bé cé dé e effe gé hache i ji ka elle emme enne o pé ku erre esse té u vé double_vé ixe i_grec zède",
    signs="& et, @ arobase, + plus, = égale, # numéro, / barre, . point, _ souligné, - à, − moins, × fois, ° degrés",
    point="virgule",
    money="$ dollars dollar, £ livres livre, ¥ yens yen",
    million="millions milliards",
    ordinals="er e ème ième eme nd / re ère ere nde",
    clock="heures",
    abbreviations="""
    m. monsieur, mr monsieur, mme madame, mlle mademoiselle, mm. messieurs, dr docteur, pr professeur
    etc et cetera, p._ex par exemple
    p.ex par exemple, c.-à-d c'est à dire, n° numéro, env. environ, av. avenue, st saint, ste sainte
    tél téléphone, chap. chapitre
    av._j.-c avant jésus christ, max. maximum, min. minutes, vol. volume, fig. figure
    """,
    notes="""
    rire rit rient ricane applaud musique soupir gémi tousse inaudible indistinct parle chante silence pause chuchot
    cri hurle pleur sanglot respir bip sonnerie bourdonn téléphone porte tonnerre public pas aboie sirène
    """,
)
