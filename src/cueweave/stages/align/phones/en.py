"""English letters and their phones, for words that the model's dictionary lacks: names and technical terms."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouy",
    rules="""
    a AE, a(Ce$) EY, a(Ces$) EY, a(C[ei]C) EY, a(Cy$) EY, a($) AH, ai EY, air EH R, ay EY, au AO, aw AO, ar AA R
    (C)are($) EH R
    al(l$|l[^aeiouy]|k|t) AO L, aigh EY, augh AO, ae IY, a(tion) EY, able AH B AH L, age($) IH JH, al($) AH L
    an($) AH N
    ance($) AH N S, ant($) AH N T, (^)a(C) AE, ah AA, wa W AA
    b B, mb($) M, c K, c([eiy]) S, ch CH, (^)chr K R, sch SH, ck K, cc([ei]) K S, ci(a|o) SH, cqu K W, cy S IY
    d D, dge JH, dg JH
    é EY, è EH, ê EH, e EH, e($) -, (C)es($) S, ([szx]|ch|sh)es($) IH Z, (^C)e($) IY, ee IY, ea IY, ear IH R
    eau OW, ei AY, eigh EY
    eu Y UW
    ew UW, ey IY, er ER, ere($) IH R, eer IH R, ed($) D, ([td])ed($) IH D, ([pkfscxh])ed($) T, en($) AH N
    el($) AH L
    ence($) AH N S, ent($) AH N T, e(C[ei]C) IY, e(Ce$) IY, ess($) AH S
    f F, g G, g([eiy]) JH, (^)g([ei]) G, gg G, gh G, (V)gh -, ght T, gn($) N, (^)gn N, gu([ei]) G, ge($) JH
    gue($) G
    h HH, i IH, i(Ce$) AY, i(Ces$) AY, ia IY AH, ie IY, (^C)ie($) AY, ied($) AY D, ier IY ER, igh AY, ign($) AY N
    io IY OW
    ir ER, ing($) IH NG, ings($) IH NG Z, ism($) IH Z AH M, i($) IY, ize AY Z, izer($) AY Z ER, ise AY Z
    ine($) IY N, ious IY AH S
    ity($) AH T IY
    ive($) IH V, ice($) AH S, (^)i(C[aeou]) AY, ind($) AY N D, j JH, k K, (^)kn N, l L, (C)le($) AH L
    (C)les($) AH L Z
    m M, n N, ng NG, ng(V|l|r) NG G, nk NG K, nx NG K S, nc(h) N, o AA, o(Ce$) OW, o(Ces$) OW, o($) OW, oa OW
    oe OW, oi OY
    oy OY, oo UW, ook UH K, ood UH D, or AO R, ore AO R, ou AW, ough AO, ould UH D, our AO R, ous($) AH S, ow OW
    ow(n|l) AW
    on($) AH N, or($) ER, ol(d|t|l$|k) OW L, o(C[aeiouy]) OW, os($) OW S
    p P, ph F, (^)ps S, (^)pn N, q K, qu K W, que($) K, r R, rh R, rr R, s S, (V)s(V) Z, (V)se($) Z, ss S
    (V)s($) Z
    ([bdgmnlrvw])s($) Z, ([aou])s($) S, sh SH, sc([eiy]) S, sm($) Z AH M, sion ZH AH N, ssion SH AH N, sure ZH ER
    t T, tch CH, th TH, (^)th(e|i|o) DH, ti(al|an|ous) SH, tion SH AH N, tions SH AH N Z, ture CH ER, tz T S
    u AH, u(Ce$) UW, u(Ces$) UW, u(C[aeio]) UW, u($) UW, ue UW, ui UW, ur ER, ure Y ER, uy AY, uu UW
    (^)u(Ci) Y UW
    v V, w W, wh W, wr R, x K S, (^)x Z, y IY, (^)y Y, (C)y(C) IH, y(Ce$) AY, (^C)y($) AY, y(V) Y, yth IH TH
    (^)hy HH AY
    (^)cy(b|c|p) S AY, (^)psy S AY, z Z, zz Z, tz T S
    """,
    words="""
    hm HH AH M, hmm HH AH M, hmmm HH AH M, mm M, mmm M, mhm M HH M, sh SH, shh SH, shhh SH, psst P S T, pfft P F T
    tsk T IH S K
    brr B ER, grr G ER, zzz Z, nth EH N TH, vs V ER S AH S
    """,
    names="""
    EY, B IY, S IY, D IY, IY, EH F, JH IY, EY CH, AY, JH EY, K EY, EH L, EH M, EH N, OW, P IY, K Y UW, AA R, EH S
    T IY, Y UW, V IY
    D AH B AH L Y UW, EH K S, W AY, Z IY
    """,
)
