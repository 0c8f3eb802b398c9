"""Portuguese: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order, pattern, words

DULL = words(
    """
    ajuda fica ficam troca ano anos amigo amigos aspecto aspectos atenção aula base beira bem-vindo bem-vindos
    bem-vindas boa boas bom bons caso casos causa cabeça capítulo caminho casa cidade classe coisa coisas
    colegas conta corpo curso dado dados detalhe detalhes dia dias diferença diferenças direção dúvida efeito
    exemplo exemplos época estado facto fato fatos fim final forma formas força frente fundo gente género gênero
    grau grupo grupos hora horas história homem homens ideia ideias importância início interesse lado lados
    lição linha livro lugar lugares maioria maneira maneiras manhã mão mãos menino meio mês meses metade milhão
    milhões mil minuto minutos modo modos momento momentos monte mulher mulheres mundo nível noite noites nome
    nomes nota número números obrigado obrigada objetivo objeto ocasião olá olho olhos ordem página palavra
    palavras par parte partes passo passos pena pessoa pessoas peça plano ponto pontos possibilidade pergunta
    perguntas palestra problema problemas processo prazer princípio quantidade questão questões razão razões
    realidade relação respeito resposta resto resultado resultados sala século séculos secção seção segundo
    segundos semana semanas senhor senhora senhoras senhores sentido série situação solução sorte sítio tarde
    tardes tema temas tempo tempos tipo tipos título trabalho uso valor verdade vez vezes vídeo vida vista volta
    voz segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março
    abril maio junho julho agosto setembro outubro novembro dezembro grande grandes novo nova novos novas velho
    velha velhos melhor melhores pior primeiro primeira primeiros último última últimos terceiro terceira
    segunda próximo próxima pequeno pequena pequenos pequenas longo longa curto curta alto alta altos baixo
    baixa mau má importante importantes possível impossível necessário necessária diferente diferentes fácil
    difícil certo certa certos só único única principal principais simples quente quentes frio fria forte fraco
    inteiro inteira cheio cheia claro clara rápido lento seguro segura favor dobro cem cento centos vinte trinta
    quarenta cinquenta sessenta zero pronto pronta livre capaz feliz jovem jovens
    """
)
GRAMMAR = Grammar(
    order=Order.HEAD_FIRST,
    determiners=words(
        """
        o a os as um uma uns umas ao à aos às do da dos das no na nos nas num numa pelo pela pelos pelas este
        esta estes estas esse essa esses essas aquele aquela deste desta neste nesta nesse nessa meu minha meus
        minhas teu tua seu sua seus suas nosso nossa nossos nossas cada vários várias algum alguma alguns
        algumas nenhum nenhuma todo toda todos todas outro outra outros outras muitos muitas muita muito poucos
        poucas mesmo mesma qual dois duas três quatro cinco seis sete oito nove dez ambos ambas mais
        """
    ),
    prepositions=words("em com sem por sobre sob ante contra entre segundo durante mediante após desde até"),
    joins=words("de do da dos das"),
    before_verbs=words(
        """
        que eu tu ele ela nós eles elas você vocês se me te lhe lhes não quem pode podem podemos deve devem
        devemos para vai vão vamos é são era eram está estão foi tem têm há já sempre
        """
    ),
    clitics=words("o a os as"),
    before_clitics=words("não se me eu ele ela você nunca"),
    dull=DULL,
    preposed=words(
        """
        grande grandes bom boa bons boas novo nova novos novas primeiro primeira primeiros segundo terceiro
        último última melhor melhores pequeno pequena próprio própria único única principal principais velho
        velha
        """
    ),
    nouns=words(
        """
        dióxido monóxido óxido oxigénio oxigênio hidrogénio hidrogênio carbono ácido mar lugar lar ar açúcar
        colar par bar prazer poder dever mulher colher papel nível sinal sinais metal metais animal animais
        canal hospital capital cristal material materiais vapor calor motor setor fator dor dia sistema programa
        idioma clima mapa planeta energia bateria célula água luz sol lua terra fogo sal pão leite sangue chave
        navio ponte porta planta folha raiz semente rede lei rei elétrodo eletrodo ião iões íons íon eletrão
        elétrons elétron
        """
    ),
    noun_ends=(
        "ção",
        "ções",
        "são",
        "sões",
        "dade",
        "dades",
        "mento",
        "mentos",
        "ismo",
        "agem",
        "agens",
        "eza",
        "tude",
        "logia",
        "grafia",
        "ncia",
        "ncias",
        "ância",
        "ência",
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
        "ais",
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
        "ário",
        "ária",
        "ários",
        "árias",
        "vel",
        "veis",
        "ante",
        "antes",
        "ente",
        "entes",
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
        "ês",
        "esa",
        "ior",
        "dor",
        "dora",
        "eo",
        "ea",
        "branco",
        "branca",
        "preto",
        "preta",
        "vermelho",
        "vermelha",
        "verde",
        "verdes",
        "puro",
        "pura",
    ),
    other_ends=(
        "ar",
        "er",
        "ir",
        "ando",
        "endo",
        "indo",
        "amos",
        "emos",
        "imos",
        "mente",
        "ou",
        "eu",
        "iu",
        "rá",
        "rão",
        "ria",
        "-se",
        "-lo",
        "-la",
        "-los",
        "-las",
        "-o",
        "-a",
    ),
    verb_ends=("aram", "eram", "iram", "avam", "iam", "ssem", "ar", "er", "ir"),
    numerals=words(
        """
        dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze vinte trinta
        quarenta cinquenta sessenta setenta oitenta noventa
        """
    ),
    scales=words("cem cento centos mil milhão milhões bilhão bilhões"),
    units=words(
        """
        cento volt volts watt watts ampere amperes ohms hertz joules kelvin metro metros quilómetro quilómetros
        quilômetro quilômetros centímetro centímetros milímetros grama gramas quilograma quilogramas quilo
        quilos tonelada toneladas litro litros grau graus celsius euro euros dólar dólares reais real centavos
        bytes kilobytes kilobits megabytes gigabytes bits quilowatts quilowatt megawatts hectares calorias
        milhas km kg g cm mm kwh kw v w a hz
        """
    ),
    before_years=words("em desde até de ano no por"),
    conjunction="e",
)
OPENERS = "e mas então assim pois ou depois bem também porque portanto além disso"
START = rf"^(?:(?:{OPENERS.replace(' ', '|')}|nunca|jamais|por favor) )*"
ORDERS = "|".join(
    """
    toques? toquem abras? abram carregues? carreguem deixes? deixem uses? usem utilizes? utilizem ponhas? ponham
    coloques? coloquem mistures? misturem tentes? tentem faças? façam ligues? liguem desligues? confundas?
    confundam aqueças? aqueçam bebas? bebam comas? comam mexas? mexam movas? pises? entres? entrem metas? metam
    tires? tirem cortes? cortem aproximes? aproximem exponhas? exponham cruzes? permitas? permitam guardes?
    guardem adiciones? adicionem molhes? feches? fechem subas? saias? saiam corras? corram partilhes?
    compartilhem? copies? percas? percam perfures? perfurem jogues? joguem envies? enviem armazenes? armazenem
    assines?
    """.split()
)
"""Orders not to do something: any other form of a verb would be a mere denial."""
CUES = Cues(
    openers=words(OPENERS),
    warning=pattern(
        rf"""
        {START}não (?:[oa]s? |se |me )?(?:{ORDERS})
        {START}(?:nunca|jamais) (?:[oa]s? |se )?(?:{ORDERS}|deves?|devem|\w+e(?= (?:o|a|os|as|um|uma)))
        (?:nunca|não) (?:se )?(?:deves?|devem|devemos|deveria) (?:nunca )?\w+
        (?:muito |tenha |tenham |tem )?(?:muito )?(?<!com )(?<!sem )cuidado(?: com| ao)?
        {START}(?:advertência|aviso|perigo|atenção)(?! a todos)
        {START}(?:evite|evita|evitem|evitar)
        (?:em hipótese alguma|em nenhum caso|de forma alguma|em circunstância alguma)
        """
    ),
    warning_clause=pattern(
        r"""
        (?:é|são|muito|ser) (?:muito |extremamente |realmente )?(?:perigos[oa]s?|tóxic[oa]s?|mortal|mortais|\
          venenos[oa]s?)
        (?:é|são|está|estão) (?:totalmente |estritamente |expressamente )?proibid[oa]s?
        (?:pode|podem|poderia) (?:\w+ )?(?:explodir|matar|ferir|pegar fogo|incendiar)
        """
    ),
    callout=pattern(
        rf"""
        (?:lembrem?-se|lembra-te|lembre|lembremos|recordem?|recorda)
        {START}não (?:se )?(?:esqueças?|esqueçam|esqueçamos|te esqueças)
        (?:tenha|tenham|tem|tenhamos) (?:sempre )?em (?:mente|conta|atenção)
        (?:notem?|reparem?|observem?|certifique-se|certifiquem-se)\b
        (?:o|a) (?:\w+ )?(?:chave|ponto-chave|ponto principal|ponto essencial|ideia principal|ideia central|\
          mais importante|importante|fundamental|essencial)(?: \w+){{0,3}}? é
        (?:em resumo|resumindo|para resumir|em suma|em poucas palavras|regra de ouro)
        (?:um|uma|o meu|minha) (?:\w+ )?(?:conselho|dica|truque)
        é (?:muito |realmente )?(?:importante|fundamental|essencial|crucial) (?:que|\w+r)
        """
    ),
    callout_clause=pattern(
        r"""
        (?:é|são) (?:muito |realmente |especialmente )?(?:importantes?|fundamental|fundamentais|essencial|\
          essenciais|crucial)$
        """
    ),
    defined_before=pattern(
        r"""
        (?:é|são|era) (?:um|uma|o|a|os|as|simplesmente um|simplesmente uma)
        (?:significa|designa|refere-se a|se refere a|define-se|consiste em)
        quer dizer
        """
    ),
    defined_after=pattern(
        r"""
        (?:chama-se|chamam-se|se chama|se chamam|é chamad[oa]|são chamad[oa]s|chamad[oa]s?|denominad[oa]s?|\
          conhecid[oa]s? como|chamamos(?: de)?|chamamos a isto|denominamos|chamam)
        (?:o termo|o conceito|a noção|a palavra|a definição)(?: de)?
        (?:definimos|entendemos por|entende-se por)
        """
    ),
    topic=pattern(
        r"""
        (?:falemos|falaremos|falar|falamos)(?: \w+){0,2}? (?:de|do|da|dos|das|sobre|acerca de)
        (?:passemos|passamos|vamos|passar)(?: \w+){0,2}? (?:a|ao|à|aos|às)
        (?:vejamos|analisemos|estudemos|examinemos|comparemos|consideremos|veremos|estudaremos|ver)(?: agora|\
           depois| primeiro| hoje| então)*
        (?:o|nosso|meu) (?:\w+ )?(?:tema|assunto|tópico)(?: \w+){0,3}? é
        (?:curso|aula|palestra|lição|introdução|apresentação|vídeo) (?:sobre|de|do|da|à|ao|acerca de)
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
