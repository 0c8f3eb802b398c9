"""How Vietnamese says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import LATIN, Idiom

IDIOM = Idiom(
    letters="a bê xê dê e ép gờ hát i gi ca lờ mờ nờ o pê quy rờ ét tê u vê vê_kép ích i zét đê",
    alphabet=LATIN + "đ",
    signs="& và, @ a_còng, + cộng, = bằng, # số, / xuyệt, . chấm, _ gạch_dưới, - đến, − trừ, × nhân, ° độ, % phần_trăm",
    point="phẩy",
    money="$ đô_la, £ bảng, ¥ yên, ₫ đồng",
    million="triệu tỷ",
    abbreviations="""
    ts. tiến sĩ, gs. giáo sư, bs. bác sĩ, tp. thành phố, q. quận, vd ví dụ, v.v vân vân, tr. trang, đ. đường
    sđt số điện thoại, vnd đồng
    """,
    notes="cười tiếng vỗ nhạc thở ho hát im thì hét khóc chuông điện cửa gõ sấm khán bước sủa còi nói không_nghe",
)
