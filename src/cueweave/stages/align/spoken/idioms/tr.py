"""How Turkish says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import LATIN, Idiom

IDIOM = Idiom(
    letters="a be ce de e fe ge he i je ke le me ne o pe kü re se te u ve çift_ve iks ye ze çe yumuşak_ge ı ö şe ü",
    alphabet=LATIN + "çğıöşü",
    signs="& ve, @ et, + artı, = eşittir, # numara, / bölü, . nokta, _ alt_çizgi, − eksi, × çarpı, ° derece",
    point="virgül",
    money="$ dolar, £ sterlin, ¥ yen, ₺ lira",
    million="milyon milyar",
    point_ordinal=True,
    ordinals="'inci 'ıncı 'uncu 'üncü inci ıncı uncu üncü nci ncı ncu ncü",
    abbreviations="""
    dr doktor, prof profesör, doç doçent, sn sayın, vb ve benzeri, vs vesaire, örn örneğin, yy yüzyıl, no numara
    tel telefon, cad cadde
    sok. sokak, mah mahalle, bkz bakınız, tl lira, av. avukat, m.ö milattan önce, m.s milattan sonra, hz hazreti
    yrd yardımcı
    """,
    notes="""
    gül kahkaha kıkır alkış müzik iç_çek inle öksür anlaşılm duyulm konuş şarkı sessiz fısıl bağır çığlık ağla
    hıçkır nefes bip çal vızıl telefon kapı gök seyirci ayak havla siren
    """,
)
