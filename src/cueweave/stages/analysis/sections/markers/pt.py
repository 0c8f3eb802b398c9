"""Starts of sentences in Portuguese."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        isto leva-nos a, isso nos leva a, isto leva-me a, isso me leva a, começo por, começarei, o primeiro tema
        o segundo tema, o terceiro tema, o último tema, o primeiro assunto, o segundo assunto, o terceiro assunto
        o nosso próximo tema, deixem-me, permitam-me, terminemos, vamos terminar, passemos, passamos, vamos passar
        vamos agora, agora vamos, agora passamos, agora quero, agora precisamos, agora falemos, agora vejamos
        falemos, vamos falar, vamos ver, vejamos, vamos começar, comecemos, voltemos, continuemos com
        vamos continuar, a seguir, em seguida vamos, o próximo, a próxima, o ponto seguinte, outro tema
        outro assunto, outro ponto, outra questão, outra pergunta, o segundo ponto, o terceiro ponto, o último ponto
        a segunda parte, a terceira parte, a última parte, capítulo, lição, em primeiro lugar, em segundo lugar
        em terceiro lugar, primeiro, segundo, terceiro, antes de mais, por último, por fim, finalmente
        para terminar, para acabar, para concluir, para resumir, em resumo, resumindo, em conclusão, quanto a
        quanto ao, quanto à, em relação a, no que diz respeito, e agora, bem-vindos, bom dia, boa tarde, boa noite
    """,
    step="""
        aqui está, comparemos, agora, hoje, bem, bom, pronto, certo, imaginem, imaginemos, suponhamos, obrigado
        obrigada
    """,
    link="""
        e, mas, ou, nem, porém, porque, pois, por exemplo, isto é, ou seja, por isso, portanto, assim, além disso
        também, contudo, no entanto, todavia, então, depois, em vez disso, de facto, de fato, na verdade, com efeito
        por outras palavras, em outras palavras, em particular, sobretudo, até, mesmo, como resultado
        consequentemente, caso contrário, da mesma forma, só, apenas, claro, desta forma, desse modo
    """,
    back="""
        isto, isso, aquilo, este, esta, estes, estas, esse, essa, esses, essas, aquele, aquela, ele, ela, eles, elas
        seu, sua, seus, suas, o qual, a qual, o que, ambos, ambas, tal, tais, ali, lá, aí, é, são, era, foi, nele
        nela, entre eles, entre elas, o mesmo
    """,
    leads="e, mas, bem, bom, então, ok, pronto, certo, portanto, pois, sim, agora",
)
