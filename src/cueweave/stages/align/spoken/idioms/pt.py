"""How Portuguese says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="a bê cê dê e efe gê agá i jota cá ele eme ene o pê quê erre esse tê u vê dáblio xis ípsilon zê",
    signs="& e, @ arroba, + mais, = igual, # número, / barra, . ponto, _ sublinhado, - a, − menos, × vezes, ° graus",
    point="vírgula",
    money="$ dólares dólar, £ libras libra, ¥ ienes iene",
    million="milhões bilhões",
    ordinals="º ° .º o / ª .ª a",
    abbreviations="""
    sr senhor, sra senhora, srta senhorita, dr doutor, dra doutora, prof professor, profa professora
    p._ex por exemplo
    p.ex por exemplo, etc etcetera, n.º número, pág página, av. avenida, r. rua, tel telefone, cap. capítulo
    aprox aproximadamente
    a._c antes de cristo, d._c depois de cristo, eua estados unidos, ex. exemplo, vc você
    """,
    notes="""
    ris ri aplaus músic palmas suspir gem tos inaudível ininteligível fala cant silêncio pausa sussurr grit chor
    respir bipe zumb telefone porta trovão público passos lat sirene pigarr
    """,
)
