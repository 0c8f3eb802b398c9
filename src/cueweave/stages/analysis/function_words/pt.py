"""Function words of Portuguese."""

WORDS = frozenset(
    """
    o a os as um uma uns umas ao à aos às do da dos das no na nos nas dum duma num numa pelo pela pelos pelas este
    esta isto estes estas esse essa isso esses essas aquele aquela aquilo aqueles aquelas deste desta disto desses
    destes destas desse dessa disso neste nesta nisto nesse nessa nisso daquele daquela naquele naquela àquele eu me
    mim comigo tu te ti contigo você vocês ele ela eles elas nós conosco connosco vós vos se si consigo lhe lhes lo
    la los las dele dela deles delas nele nela meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa
    nossos nossas vosso vossa alguém algo ninguém nada algum alguma alguns algumas nenhum nenhuma todo toda todos
    todas tudo cada qualquer quaisquer muito muita muitos muitas pouco pouca poucos poucas mais menos tanto tanta
    tantos tantas tão demais vários várias bastante outro outra outros outras mesmo mesma mesmos mesmas ambos ambas
    tal tais próprio própria que quê quem qual quais cujo cuja quando onde aonde como quanto quanta quantos quantas
    porquê e ou nem mas porém contudo todavia embora porque pois enquanto portanto então logo assim de em com sem
    por para desde até sobre sob ante contra entre segundo durante mediante após perante conforme exceto salvo via
    ser sou és é somos são era eras éramos eram fui foi fomos foram sido sendo seja sejam será serão seria seriam
    fosse fossem estar estou estás está estamos estão estava estavam esteve estado esteja estejam estará estando
    haver há havia houve haja haverá ter tenho tens tem temos têm tinha tinham teve tido tenha tenham terá teria
    tendo poder posso podes pode podemos podem podia pôde possa poderá poderia poderiam dever devo deve devemos
    devem devia deveria deveriam vou vais vai vamos vão ia ir não também já ainda quase só somente apenas sempre
    nunca jamais agora hoje ontem amanhã aqui aí ali lá cá antes depois talvez além inclusive bem mal perto longe
    dentro fora acima abaixo atrás sim né hum ah pronto dois duas três quatro cinco seis sete oito nove dez
    """.split()
)
