"""Function words of Hungarian."""

WORDS = frozenset(
    """
    a az egy ez ezek azok ezt azt ennek annak ebben abban erre arra ezen azon ezzel azzal ilyen olyan én engem nekem
    te téged neked ő őt neki mi minket nekünk ti titeket nektek ők őket nekik ön önök maga magát saját enyém tied
    övé valaki valami senki semmi mindenki minden mindent mind összes néhány sok kevés több kevesebb legtöbb más
    másik többi ugyanaz bármely bármi egyik ki kit kinek mit minek mely melyik milyen hol hova honnan mikor miért
    hogyan hogy mennyi hány aki akit amely amelyek amelyet ami amit ahol amikor ahogy és s vagy de hanem azonban
    tehát ezért mert mivel ha bár noha míg mint sem se is pedig így akkor ugyanis alatt felett fölött mellett előtt
    után között által miatt szerint nélkül ellen felé óta helyett iránt körül keresztül át túl belül kívül során
    vagyok van vagyunk vagytok vannak volt voltam voltak lesz lesznek legyen lenne lehet lehetett kell kellett tud
    tudja tudunk tudjuk fog fogja fogunk fognak akar nincs nincsenek nem ne igen már még nagyon csak éppen itt ott
    most ma tegnap holnap mindig soha gyakran néha aztán majd újra megint szinte majdnem körülbelül talán inkább
    együtt fel le be el meg vissza ide oda kettő két három négy öt hat hét nyolc kilenc tíz
    """.split()
)
