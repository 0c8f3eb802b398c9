"""Starts of sentences in Turkish."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        şimdi gelelim, gelelim, geçelim, şimdi geçelim, şimdi de, şimdi bakalım, bakalım, konuşalım, başlayalım
        şimdi bir, sıradaki, bir sonraki, bir başka, başka bir konu, ikinci konu, üçüncü konu, dördüncü konu
        son konu, bugünün üçüncü, bugünün ikinci, ikinci olarak, üçüncü olarak, ilk olarak, birincisi, ikincisi
        üçüncüsü, öncelikle, ilk önce, son olarak, özetle, özetlersek, özetleyelim, sonuç olarak, bölüm, ders
        izin verin, bitirirken, bitirmeden, konusuna gelince, hoş geldiniz, merhaba, günaydın, iyi günler
        iyi akşamlar
    """,
    step="şimdi, bugün, peki, tamam, evet, düşünün, diyelim ki, varsayalım, teşekkürler, teşekkür ederim",
    link="""
        ve, ama, fakat, ancak, veya, ya da, çünkü, bu yüzden, bu nedenle, dolayısıyla, örneğin, mesela, yani, ayrıca
        üstelik, hem de, sonra, daha sonra, ardından, o zaman, bunun yerine, aslında, başka bir deyişle, özellikle
        hatta, sadece, yalnızca, elbette, tabii, yoksa, aksi halde, oysa, yine de, böylece, bundan önce, buna rağmen
        zira
    """,
    back="""
        bu, şu, o, bunlar, şunlar, onlar, bunu, onu, onları, buna, ona, onun, onların, bunun, burada, orada, ikisi
        her ikisi, öyle, böyle, hepsi, çevresinde, birlikte, onlardan, bunlardan
    """,
    leads="ve, ama, peki, tamam, evet, şimdi, işte, o, zaman",
)
