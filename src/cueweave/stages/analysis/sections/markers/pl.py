"""Starts of sentences in Polish."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        pierwszy temat, drugi temat, trzeci temat, ostatni temat, nasz następny temat, pozwólcie, przejdźmy
        przechodzimy, porozmawiajmy, zobaczmy, spójrzmy, zacznijmy, wróćmy, teraz przejdziemy, teraz przejdźmy
        teraz porozmawiajmy, teraz zobaczmy, teraz chciałbym, teraz potrzebujemy, następny, następna, następne
        kolejny, kolejna, kolejne, inny temat, inna sprawa, drugi punkt, trzeci punkt, ostatni punkt, druga część
        trzecia część, rozdział, lekcja, po pierwsze, po drugie, po trzecie, najpierw, na koniec, wreszcie
        podsumowując, podsumujmy, w podsumowaniu, jeśli chodzi o, co się tyczy, a teraz, witam, witajcie
        dzień dobry
    """,
    step="oto, porównajmy, teraz, dzisiaj, dziś, dobrze, okej, wyobraźmy, wyobraźcie, załóżmy, dziękuję",
    link="""
        i, a, ale, lecz, albo, lub, ani, bo, ponieważ, dlatego, więc, zatem, na przykład, to znaczy, czyli, ponadto
        poza tym, także, również, też, jednak, mimo to, potem, następnie, wtedy, zamiast tego, w rzeczywistości
        innymi słowy, szczególnie, nawet, tylko, oczywiście, inaczej
    """,
    back="""
        to, ten, ta, te, ci, tego, tej, tych, tym, on, ona, ono, oni, one, jego, jej, ich, tam, tu, oba, obie, taki
        taka, takie, między nimi, wokół
    """,
    leads="i, a, ale, więc, dobrze, okej, no, tak, teraz, dobra",
)
