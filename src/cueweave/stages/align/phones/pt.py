"""Portuguese letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouáâãàéêíóôõúü",
    rules="""
    a AA, á AA, à AA, â AH, ã AE N, e EH, é EH, ê EY, i IY, í IY, o AO, ó AO, ô OW, õ OW N, u UW, ú UW, ü W, y IY
    a($) AH, as($) AH S, e($) IY, es($) IY S, o($) UW, os($) UW S, (^)e($) IY, (^)o($) UW, (^)os($) UW S
    (^)a($) AH
    ai AY, au AW, ei EY, eu EH UW, oi OY, ou OW, ia Y AH, ão AW N, ãos AW N S, ãe AY N, ães AY N S, õe OY N
    ões OY N S
    ua W AA, ue W EH, io($) Y UW, ios($) Y UW S, iu IY UW, ui UW IY
    am($) AW N, em($) EY N, ém($) EY N, ens($) EY N S, im($) IY N, om($) OW N, um($) UW N, uma UW M AH
    an(C) AH N, en(C) EY N, in(C) IY N, on(C) OW N, un(C) UW N, am([bp]) AH M, em([bp]) EY M, im([bp]) IY M
    om([bp]) OW M
    b B, c K, c([eiéêí]) S, ç S, ch SH, d D, de($) D IY, f F, g G, g([eiéêí]) ZH, gu([eiéê]) G, h -
    j ZH, k K, l L, l($) W, l(C) W, lh L Y, m M, n N, nh N Y, p P, qu([eiéêí]) K, qu K W, q K, r R, (^)r HH, rr HH
    s S, (V)s(V) Z, ss S, sc([ei]) S, t T, v V, w W, x SH, (^e)x(V) Z, z Z, z($) S
    """,
)
