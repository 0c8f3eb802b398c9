"""Spanish: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order, pattern, words

DULL = words(
    """
    amigo amigos cambio queda quedan año años aspecto aspectos atención ayuda base bienvenida bienvenido
    bienvenidos bienvenidas buenas buenos cabeza calle camino cantidad cantidades capítulo cara caso casos causa
    ciudad clase clases compañeros conferencia cosa cosas cuenta cuerpo curso dato datos detalle detalles día
    días diferencia diferencias dirección duda efecto ejemplo ejemplos época error estado fin final fondo forma
    formas frente frente fuerza gana ganas gente gracias grado grupo grupos hecho hechos historia hola hombre
    hombres hora horas idea ideas importancia interés joven lado lados lección libro línea lugar lugares manera
    maneras mano manos mañana mayoría media medio mes meses mientras millón millones minuto minutos mitad modo
    modos momento momentos montón muchacho mujer mujeres mundo nivel noche noches nombre nombres nota número
    números objetivo objeto ocasión ojo ojos orden página palabra palabras par parte partes paso pasos pena
    persona personas pieza placer plan plazo posibilidad pregunta preguntas presencia principio problema
    problemas proceso pueblo punto puntos razón razones realidad relación respecto respuesta resto resultado
    resultados rato sección segundo segundos semana semanas señor señora señoras señores sentido serie siglo
    siglos situación solución suerte sitio tarde tardes tema temas tiempo tiempos tipo tipos título trabajo
    trata uso valor vez veces verdad vídeo video vida vista voz vuelta lunes martes miércoles jueves viernes
    sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gran
    grande grandes buen buena bueno mal mala malo mejor mejores peor nuevo nueva nuevos nuevas viejo vieja
    viejos primer primero primera primeros último última últimos tercer tercero tercera segunda próximo próxima
    pequeño pequeña pequeños pequeñas largo larga corto corta alto alta altos bajo baja importante importantes
    posible imposible necesario necesaria diferente diferentes distinto distintos fácil difícil cierto cierta
    ciertos solo sola único única propio propia principal principales simple sencillo caliente calientes frío
    fría fuerte débil entero entera pleno claro clara rápido lento seguro segura favor doble cien ciento cientos
    mil veinte treinta cuarenta cincuenta sesenta cero listo lista libre capaz feliz
    """
)
GRAMMAR = Grammar(
    order=Order.HEAD_FIRST,
    determiners=words(
        """
        el la los las un una unos unas del al este esta estos estas ese esa esos esas aquel aquella mi mis tu
        tus su sus nuestro nuestra nuestros nuestras cada varios varias algún alguna algunos algunas ningún
        ninguna todo toda todos todas otro otra otros otras muchos muchas mucha mucho pocos pocas mismo misma
        qué dos tres cuatro cinco seis siete ocho nueve diez ambos ambas cuyo cuya más
        """
    ),
    prepositions=words("en con sin por sobre bajo ante contra entre según durante mediante tras desde hasta hacia"),
    joins=words("de del"),
    before_verbs=words(
        """
        que yo tú él ella nosotros ellos ellas usted ustedes se me te nos os no lo le les quien puede pueden
        podemos debe deben debemos para al a va van vamos es son era eran está están fue ha han hay he hemos
        había ya
        """
    ),
    clitics=words("la los las"),
    before_clitics=words("no se me te nos yo él ella usted nunca jamás"),
    dull=DULL,
    preposed=words(
        """
        gran buen buena buenos buenas nuevo nueva nuevos nuevas primer primera primeros segundo tercer última
        último mejor mejores mayor pequeño pequeña propio propia único única principal principales
        """
    ),
    nouns=words(
        """
        dióxido monóxido óxido oxígeno hidrógeno nitrógeno carbono ácido mar lugar hogar azúcar pulgar collar
        par bar placer poder deber mujer alquiler taller alfiler papel nivel señal metal animal canal hospital
        capital cristal material materiales general vapor calor color motor sector factor dolor valor electrodo
        día sistema problema programa idioma clima mapa planeta energía batería célula agua luz sol luna tierra
        aire fuego sal pan leche sangre llave nave torre puente puerta planta hoja raíz semilla red ley rey
        """
    ),
    noun_ends=(
        "ción",
        "ciones",
        "sión",
        "siones",
        "dad",
        "dades",
        "tad",
        "miento",
        "mientos",
        "ismo",
        "aje",
        "ajes",
        "eza",
        "tud",
        "logía",
        "grafía",
        "ncia",
        "ncias",
        "dor",
        "dores",
        "tor",
        "tores",
        "ura",
        "uras",
    ),
    adjective_ends=(
        "ico",
        "ica",
        "icos",
        "icas",
        "al",
        "ales",
        "ar",
        "ares",
        "ivo",
        "iva",
        "ivos",
        "ivas",
        "oso",
        "osa",
        "osos",
        "osas",
        "ario",
        "aria",
        "arios",
        "arias",
        "ble",
        "bles",
        "ante",
        "antes",
        "ente",
        "entes",
        "iente",
        "ado",
        "ada",
        "ados",
        "adas",
        "ido",
        "ida",
        "idos",
        "idas",
        "ano",
        "ana",
        "anos",
        "anas",
        "ino",
        "ina",
        "inos",
        "inas",
        "il",
        "iles",
        "és",
        "esa",
        "ior",
        "dor",
        "dora",
        "eo",
        "ea",
        "blanco",
        "blanca",
        "negro",
        "negra",
        "rojo",
        "roja",
        "verde",
        "verdes",
        "puro",
        "pura",
    ),
    other_ends=(
        "ar",
        "er",
        "ir",
        "arse",
        "erse",
        "irse",
        "arlo",
        "arla",
        "erlo",
        "irlo",
        "ando",
        "iendo",
        "mos",
        "mente",
        "ó",
        "rá",
        "rán",
        "ría",
    ),
    verb_ends=("aron", "ieron", "aban", "ían", "ar", "er", "ir"),
    numerals=words(
        """
        dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta
        cincuenta sesenta setenta ochenta noventa
        """
    ),
    scales=words("cien ciento cientos mil millón millones"),
    units=words(
        """
        ciento voltio voltios vatio vatios amperio amperios ohmios hercios julios kelvin metro metros kilómetro
        kilómetros centímetro centímetros milímetro milímetros gramo gramos kilogramo kilogramos kilo kilos
        tonelada toneladas litro litros grado grados celsius euro euros dólar dólares pesos céntimos bytes
        megabytes kilobytes kilobits gigabytes bits kilovatios kilovatio megavatios hectáreas calorías millas km
        kg g cm mm kwh kw v w a hz
        """
    ),
    before_years=words("en desde hasta de año hacia del"),
    conjunction="y",
)
OPENERS = "y pero entonces así pues o luego bueno también porque por favor además"
START = rf"^(?:(?:{OPENERS.replace(' ', '|')}|nunca|jamás) )*"
ORDERS = "|".join(
    """
    toques? toquen abras? abran cargues? carguen dejes? dejen uses? usen utilices? utilicen pongas? pongan
    mezcles? mezclen intentes? intenten hagas? hagan conectes? conecten desconectes? confundas? confundan
    calientes? calienten apagues? apaguen enciendas? bebas? beban comas? coman cojas? mires? miren muevas?
    muevan pises? entres? entren metas? metan quites? quiten tires? tiren cortes? corten acerques? acerquen
    expongas? expongan cruces? crucen permitas? permitan guardes? guarden añadas? añadan mojes? cierres? cierren
    subas? suban salgas? salgan corras? corran compartas? compartan copies? copien pierdas? pierdan golpees?
    golpeen perfores? sobrecargues? supongas? supongan firmes? firmen envíes? envíen almacenes? almacenen
    """.split()
)
"""Orders not to do something: any other form of a verb would be a mere denial."""
CUES = Cues(
    openers=words(OPENERS),
    warning=pattern(
        rf"""
        {START}no (?:l[aeo]s? |se |me )?(?:{ORDERS})
        {START}(?:nunca|jamás) (?:l[aeo]s? |se )?(?:{ORDERS}|debes?|deben|hay que|\w+[^v]es?(?= (?:el|la|los|las|\
          un|una)))
        (?:nunca|no) (?:se )?(?:debes?|deben|debemos|debería|deberías) (?:nunca )?\w+
        no hay que \w+
        (?:mucho |ten |tenga |tengan |tened )?(?:mucho )?(?<!con )(?<!sin )cuidado(?: con)?
        (?:advertencia|peligro|ojo con|atención con)
        {START}(?:evite|evita|eviten|evitad|evitar)
        (?:bajo ningún concepto|en ningún caso|bajo ninguna circunstancia)
        """
    ),
    warning_clause=pattern(
        r"""
        (?:es|son|muy|ser|resulta) (?:muy |extremadamente |realmente )?(?:peligros[oa]s?|tóxic[oa]s?|mortal|\
          mortales|venenos[oa]s?)
        (?:está|están|queda) (?:totalmente |terminantemente |estrictamente )?prohibid[oa]s?
        (?:puede|pueden|podría) (?:\w+ )?(?:explotar|matar|herir|incendiarse|arder)
        """
    ),
    callout=pattern(
        rf"""
        (?:recuerden?|recuerda|recordad|recordemos)(?! cuando)
        {START}no (?:olvides?|olviden|olvidemos|se olviden?|te olvides)
        (?:tenga|ten|tengan|tengamos|hay que tener) (?:siempre )?(?:en cuenta|presente)
        (?:fíjense|fíjate|fíjese|nótese|noten|asegúrese|asegúrate|asegúrense)
        (?:el|la|lo) (?:\w+ )?(?:clave|punto clave|idea clave|idea principal|punto principal|más importante|\
          importante|fundamental|esencial)(?: \w+){{0,3}}? es
        (?:en resumen|en resumidas cuentas|resumiendo|para resumir|en pocas palabras|regla de oro)
        (?:un|mi|el) (?:\w+ )?(?:consejo|truco)
        es (?:muy |realmente )?(?:importante|fundamental|esencial|crucial) (?:que|\w+r)
        """
    ),
    callout_clause=pattern(
        r"""
        (?:es|son) (?:muy |realmente |especialmente )?(?:importantes?|fundamental|fundamentales|esencial|\
          esenciales|crucial)$
        """
    ),
    defined_before=pattern(
        r"""
        (?:es|son|era) (?:un|una|el|la|los|las|simplemente un|simplemente una|unos|unas)
        (?:significa|designa|se refiere a|se define|consiste en)
        quiere decir
        """
    ),
    defined_after=pattern(
        r"""
        (?:se llama|se llaman|llamad[oa]s?|denominad[oa]s?|se denomina|se denominan|se conoce como|\
          conocid[oa]s? como|llamamos|lo llamamos|la llamamos|denominamos|llaman|a esto se le llama|\
          a esto lo llamamos|se le llama)
        (?:el término|el concepto|la noción|la palabra|la definición)(?: de| del)?
        (?:definimos|entendemos por|se entiende por)
        """
    ),
    topic=pattern(
        r"""
        (?:hablemos|hablaremos|hablar|hablamos)(?: \w+){0,2}? (?:de|del|sobre|acerca de)
        (?:pasemos|pasamos|vamos|pasar)(?: \w+){0,2}? (?:a|al)
        (?:veamos|analicemos|estudiemos|examinemos|comparemos|consideremos|veremos|estudiaremos|\
          analizaremos)(?: ahora| luego| primero| hoy| entonces)*
        (?:el|nuestro|mi) (?:\w+ )?tema(?: \w+){0,3}? (?:es|son)
        (?:curso|clase|conferencia|charla|lección|introducción|presentación|vídeo|video) (?:sobre|de|del|a|acerca de)
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
