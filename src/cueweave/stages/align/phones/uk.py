"""Ukrainian letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="аеєиіїоуюя",
    rules="""
    а AA, е EH, є Y EH, и IH, і IY, ї Y IY, о AO, у UW, ю Y UW, (C)ю UW, я Y AA, (C)я AA, ай AY, ей EY, ой OY
    ий IH, ій IY
    б B, в W, (^)в($) V, г HH, ґ G, д D, дз D Z, дж JH, ж ZH, з Z, й Y, к K, л L
    м M, н N, п P
    р ER, с S, т T, ф F, х HH, ц T S, ч CH, ш SH, щ SH CH, ь -, ьо Y AO, ё Y AO, ы IH, э EH, ъ -
    """,
)
