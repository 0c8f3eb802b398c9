"""Vietnamese letters and their phones; tone marks are left out."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aăâeêioôơuưy",
    rules="""
    a AA, ă AA, â AH, e EH, ê EY, i IY, o AO, ô OW, ơ AH, u UW, ư UH, y IY
    ai AY, ay AY, ây AH IY, ao AW, au AW, âu AH UW, eo EH W, êu EY UW, ia IY AH, iê IY EH, iêu IY UW, yê IY EH
    oa W AA, oă W AA
    oe W EH, oai W AY, oay W AY, oi AO IY, ôi OW IY, ơi AH IY, ua UW AH, uâ W AH, uê W EY, ui UW IY, uô UW AH
    uôi UW IY
    ach EH K, anh EH N Y, uy W IY, uyê W IY EH, ưa UH AH, ươ UH AH, ươi UH AH IY, ươu UH UW, ưi UH IY, ưu UH UW
    iu IY UW
    b B, c K, ch CH, ch($) K, d Z, đ D, f F, g G, gh G, gi Z IY, gi(V) Z, h HH, j Z, k K, kh HH, l L, m M, n N
    ng NG, ngh NG
    nh N Y, nh($) N, p P, ph F, qu K W, q K, r Z, s S, t T, th T, tr CH, v V, w W, x S, z Z
    """,
)
