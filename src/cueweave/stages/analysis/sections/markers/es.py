"""Starts of sentences in Spanish."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        esto nos lleva a, esto me lleva a, eso nos lleva a, empezaré, comenzaré, quisiera ahora, el primer tema
        el segundo tema, el tercer tema, el cuarto tema, el último tema, nuestro segundo tema, nuestro próximo tema
        déjenme, dejadme, permítanme, terminemos, acabemos, pasemos, pasamos, vamos a pasar, ahora pasamos
        ahora vamos, ahora veamos, ahora hablemos, ahora quiero, ahora necesitamos, veamos, hablemos, vamos a ver
        vamos a hablar, empecemos, comencemos, volvamos, sigamos con, continuemos con, a continuación, lo siguiente
        el siguiente, la siguiente, el próximo, la próxima, otro tema, otra cuestión, otro punto, otra pregunta
        el segundo punto, el tercer punto, el último punto, la segunda parte, la tercera parte, la última parte
        en segundo lugar, en tercer lugar, en primer lugar, primero, segundo, tercero, capítulo, lección, por último
        finalmente, para terminar, para acabar, para concluir, para resumir, en resumen, resumiendo, en conclusión
        en cuanto a, respecto a, con respecto a, por otra parte, por otro lado, qué pasa con, bienvenidos
        bienvenidas, buenos días, buenas tardes
    """,
    step="""
        aquí está, aquí tienen, comparemos, ahora, ahora bien, hoy, bien, bueno, vale, imaginen, imaginemos
        supongamos, gracias, muchas gracias
    """,
    link="""
        y, e, pero, o, u, ni, sino, porque, por ejemplo, es decir, o sea, por eso, por lo tanto, por tanto, así que
        así, además, también, sin embargo, no obstante, entonces, luego, después, en cambio, de hecho, en realidad
        en efecto, en otras palabras, en particular, sobre todo, incluso, como resultado, por consiguiente, tampoco
        aunque, pues, por supuesto, de lo contrario, del mismo modo, solo, sólo, de esta manera, de este modo
    """,
    back="""
        esto, eso, ello, este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, él, ella, ellos, ellas, su
        sus, lo, la cual, lo cual, el cual, ambos, ambas, tal, tales, allí, ahí, lo mismo, la, le, les, se, es, son
        era, fue, entre ellos, alrededor
    """,
    leads="y, pero, bueno, bien, vale, pues, entonces, así, que, ahora, sí, eh",
)
