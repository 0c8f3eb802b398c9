"""Function words of Polish."""

WORDS = frozenset(
    """
    ten ta to ci te tego tej temu tym tych tymi tę tą tamten tamta tamto taki taka takie takich takim takiego takiej
    ja mnie mną mi my nas nam nami ty ciebie cię tobie tobą wy was wam wami on ona ono oni one jego go jemu mu nim
    niego niej jej ją nią ich im nimi nich się siebie sobie sobą mój moja moje moich mojego mojej moim twój twoja
    twoje swój swoja swoje swoich swojego swojej swoim swoją nasz nasza nasze naszych naszego naszej wasz wasza
    wasze pan pani państwo ktoś coś nikt nic każdy każda każde każdego każdej wszyscy wszystko wszystkie wszystkich
    wszystkim wszystkiego cały cała całe żaden żadna żadne jakiś jakaś jakieś niektóre niektórzy kilka kilku wiele
    wielu dużo mało więcej mniej inny inna inne innych innego sam sama samo oba obie obu kto kogo komu kim co czego
    czemu czym który która które którzy którego której któremu którym których którą którymi jaki jaka jakie jakich
    gdzie kiedy dlaczego jak ile skąd dokąd czyj i oraz a albo lub ale lecz więc zatem dlatego że żeby aby by jeśli
    jeżeli gdy gdyby ponieważ bo choć chociaż czy ani ni niż zanim w we z ze na do od ode po pod nad przed za przez
    przy dla u o bez między wśród według podczas wobec oprócz mimo obok wokół ku poza zamiast dzięki być jestem
    jesteś jest jesteśmy jesteście są był była było byli były będę będziesz będzie będziemy będą byłby byłoby bądź
    mieć mam masz ma mamy macie mają miał miała mieli może mogę możesz możemy możecie mogą można móc musi musimy
    muszą muszę trzeba należy powinien powinna powinno powinny chcę chce chcemy warto został została zostało zostały
    zostać nie tak też także już jeszcze bardzo tylko nawet właśnie tu tutaj tam teraz dziś dzisiaj wczoraj jutro
    zawsze nigdy często czasem potem wtedy znowu prawie około chyba raczej dość całkiem razem niech oto no hmm eee
    yyy dwa dwie dwóch trzy cztery pięć sześć siedem osiem dziewięć dziesięć
    """.split()
)
