"""Russian letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="аеёиоуыэюя",
    rules="""
    а AA, е EH, (^)е Y EH, (V)е Y EH, (ь)е Y EH, (ъ)е Y EH, е($) EH, ё Y AO, (C)ё AO, и IY, о AO, у UW, ы IH, э EH
    ю Y UW, (C)ю UW, я Y AA, (C)я AA, о($) AH, а($) AH, ой($) OY, ай AY, ей EY, ой OY, эй EY, ый IH, ий IY
    б B, б($) P, в V, в($) F, в([птксчшф]) F, г G, г($) K, ого($) AH V AH, его($) Y IH V AO
    (^)сегодня S IH V OW D N Y AH
    д D, д($) T, ж ZH, ж($) SH, з Z, з($) S, з([птк]) S, й Y, к K, л L, м M, н N, п P, р ER, с S, т T
    тся($) T S AH, ться($) T S AH
    ф F, х HH, ц T S, ч CH, (^)что SH T AO, ш SH, щ SH, ь -, ъ -, стн S N
    """,
)
