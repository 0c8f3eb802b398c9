"""Function words of Turkish."""

WORDS = frozenset(
    """
    bir bu şu o bunlar şunlar onlar bunu şunu onu bunun şunun onun buna şuna ona bunda şunda onda bundan şundan
    ondan böyle şöyle öyle ben beni bana bende benden benim sen seni sana sende senden senin biz bizi bize bizde
    bizden bizim siz sizi size sizde sizden sizin onları onlara onların kendi kendisi kendini kendine birisi biri
    bazı bazıları herkes hiç hiçbir hiçbiri kimse her hepsi bütün tüm çok az daha fazla pek en birçok birkaç diğer
    başka aynı kim kimi ne neyi neden niçin niye nasıl nerede nereye nereden hangi hangisi kaç zaman ve veya ya da
    ama fakat ancak lakin çünkü eğer ise ki hem gerek yani oysa halbuki de ile mi mı mu mü için gibi kadar göre
    doğru karşı rağmen beri önce sonra üzere dolayı hakkında içinde üzerinde altında arasında tarafından boyunca var
    yok değil olan olarak olur oldu olmak olması olduğu olduğunu olacak olsa idi imiş ediyor eden etmek etti eder
    edilir yapmak evet hayır şimdi bugün dün yarın burada şurada orada artık hâlâ hala hep bazen sadece yalnız bile
    zaten belki yine tekrar biraz oldukça şey ıı hani işte iki üç dört beş altı yedi sekiz dokuz on
    """.split()
)
