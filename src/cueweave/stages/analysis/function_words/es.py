"""Function words of Spanish."""

WORDS = frozenset(
    """
    el la los las lo un una unos unas al del este esta esto estos estas ese esa eso esos esas aquel aquella aquello
    aquellos aquellas yo me mí conmigo tú te ti contigo usted ustedes él ella ello ellos ellas nosotros nosotras nos
    vosotros vosotras os se sí consigo le les mi mis tu tus su sus mío mía míos mías tuyo tuya suyo suya suyos suyas
    nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras alguien algo nadie nada alguno alguna
    algunos algunas algún ninguno ninguna ningún todo toda todos todas cada cualquier cualquiera cualesquiera mucho
    mucha muchos muchas poco poca pocos pocas más menos tanto tanta tantos tantas tan demasiado varios varias
    bastante bastantes otro otra otros otras mismo misma mismos mismas ambos ambas tal tales demás que qué quien
    quién quienes quiénes cual cuál cuales cuáles cuyo cuya cuando cuándo donde dónde adonde como cómo cuanto cuánto
    cuánta cuántos cuántas porqué y e o u ni pero sino aunque porque pues si mientras así entonces luego de a en con
    sin por para desde hasta hacia sobre bajo ante contra entre según durante mediante tras excepto salvo vía ser
    soy eres es somos sois son era eras éramos eran fui fue fuimos fueron sido siendo sea sean seas será serán sería
    serían fuera fueran estar estoy estás está estamos estáis están estaba estaban estuvo estado esté estén estará
    estando haber he has ha hemos habéis han había habían hubo habido hay haya hayan habrá habrán habría habrían
    tener tengo tienes tiene tenemos tienen tenía tuvo tenga poder puedo puedes puede podemos pueden podía pudo
    pueda podrá podría podrían deber debo debes debe debemos deben debería deberían voy vas va vamos van iba ir vaya
    no también tampoco ya aún todavía muy casi solo sólo siempre nunca jamás ahora hoy ayer mañana aquí ahí allí acá
    allá antes después quizá quizás además incluso apenas mal bien cerca lejos dentro arriba abajo delante detrás
    encima debajo alrededor bueno eh ah vale dos tres cuatro cinco seis siete ocho nueve diez
    """.split()
)
