"""French letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyàâéèêëîïôûùüœæ",
    rules="""
    a AA, à AA, â AA, e AH, é EY, è EH, ê EH, ë EH, i IY, î IY, ï IY, o AO, ô OW, u UW, û UW, ù UW, ü UW, y IY
    y(V) Y
    œ ER, æ EY, ai EH, aî EH, ay EY, au OW, eau OW, eu ER, eû ER, œu ER, ei EH, ey EH, oi W AA, oî W AA, oy W AA Y
    ou UW
    où UW, oû UW, ou([aeiéèê]) W, u([iîï]) W, i(V) Y, e([lrstc][lrstc]) EH, e([rlcbp]C) EH, e(x) EH
    e(c$|l$|f$|r$) EH
    e($) -, es($) -, (V)e($) -, (^C)e($) AH, (^qu)e($) AH, (^C)es($) EY, (^)est($) EH, (^)et($) EY, (^)les($) L EY
    ent($) AA N, ment($) M AA N, (i|a|o|v|n)ent($) -, aient($) EH, er($) EY, ez($) EY, et($) EH, ets($) EH
    ers($) EY
    (^)cher($) SH EH R, (^)hiver($) IY V EH R, (^)mer($) M EH R, (^)elle EH L, (^)femme F AA M
    an(C|$) AA N, am([bp]) AA M, en(C|$) AA N, em([bp]) AA M, ean AA N, on(C|$) AO N, om([bp]) AO M, ons($) AO N
    in(C|$) AE N, im([bp]) AE M, ain(C|$) AE N, aim($) AE N, ein(C|$) AE N, un(C|$) AH N, um([bp]) AH M
    yn(C|$) AE N
    ien(C|$) Y AE N, éen($) EY AE N, oin W AE N, enn EH N, emm EH M, onn AO N, omm AO M, ann AA N, inn IY N
    imm IY M
    b B, c K, c([eiyéèêî]) S, ç S, cc([eiéè]) K S, ch SH, ck K, d D, d($) -, ds($) -, f F, g G, g([eiyéèêî]) ZH
    ge([aoâô]) ZH, gu([eiéèê]) G, gn N Y, g($) -, h -, ill IY, (V)ill Y, (V)il($) Y, (C)ille IY Y, (v|m|u)ill IY L
    j ZH, k K, l L, m M, n N, p P, p($) -, ph F, qu K, q K, r ER, s S, (V)s(V) Z, s($) -, ss S, sc([eiéè]) S
    t T, t($) -, ts($) -, th T, tion S Y AO N, tions($) S Y AO N, (s)tion T Y AO N, tien S Y AE N, v V, w W
    x K S, x($) -, ex(V) EH G Z, z Z, z($) -, (^)dix($) D IY S, (^)six($) S IY S
    """,
)
