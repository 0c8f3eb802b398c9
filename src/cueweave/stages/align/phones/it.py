"""Italian letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouàèéìòù",
    rules="""
    a AA, à AA, e EY, è EY, é EY, i IY, ì IY, o OW, ò OW, u UW, ù UW, y IY, j Y
    ai AY, au AW, ei EY, oi OY, ia Y AA, ie Y EH, io Y OW, iu Y UW, ua W AA, ue W EH, ui W IY, uo W OW
    ia($) IY AA
    b B, c K, c([eièéì]) CH, ci([aouàòù]) CH, cc([eièéì]) CH, cci([aouò]) CH, ch K, cch K, d D, f F
    g G, g([eièéì]) JH, gi([aouàòù]) JH, gg([eièéì]) JH, ggi([aouò]) JH, gh G, gli L Y IY, gli([aeou]) L Y, gn N Y
    h -, k K, pp P P, tt T T, cc K K, zz T T S, l L, m M, n N, p P, qu K W, cqu K W, q K, r ER, s S, (V)s(V) Z
    s([bdglmnrv]) Z
    sc S K, sc([eièé]) SH, sci SH IY, sci([aou]) SH, sch S K, t T, v V, w V, x K S, z T S, zz T S, (^)z D Z
    """,
)
