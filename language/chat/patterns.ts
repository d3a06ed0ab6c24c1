import { digits, plain } from '../normalize.ts';

/** Lower case, no accents, numbers as digits, without signs at both ends. */
export const plainWords = (text: string): string =>
  digits(plain(text))
    .replace(/[¿¡"“”*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const MANNERS =
  "(?:ok|okay|vale|bien|great|good|nice|cool|perfect|perfecto|genial|yes|yeah|si|hey|hi|hello|hola|buenas|please|por favor|porfa|can you|could you|would you|will you|can we|can i|could i|i want you to|i'd like you to|puedes|podrias|me puedes|quiero que|just|solo|also|tambien|so|well|bueno|thanks|gracias|actually|en realidad|hmm|wait|espera|no,|bioql)";

/** The words without what is said for politeness ahead of them. */
export const bareWords = (words: string): string =>
  words.replace(new RegExp(`^(?:${MANNERS}[\\s,.!?;:]+)+(?=\\S)`), '');

export const GREETING =
  /^(?:(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|hola|holi|buenas|buenos dias|buenas (?:tardes|noches)|saludos|que tal(?: estas)?|como (?:estas|va|vas|te va)|how are you|how is it going|how's it going|what's up|bioql|there|all|assistant|everyone|today|hoy)[\s,.!?:)]*)+$/;

export const THANKS =
  /^(?:(?:ok|okay|great|perfect|cool|nice|wonderful|awesome|vale|genial|perfecto|muy bien|estupendo|bien|got it|entendido|that works|it works|funciona)[\s,.!]*)*(?:thanks?|thank you|thx|ty|cheers|much appreciated|muchas gracias|mil gracias|gracias|te lo agradezco|bye|goodbye|see you|adios|hasta (?:luego|pronto|manana)|chao)(?:[\s,.!]+(?:a lot|so much|very much|again|for (?:the|your) .{1,30}|por .{1,30}|that (?:helped|worked)|bioql|you|de nuevo|bye|adios))*[\s.!:)]*$/;

export const HELP =
  /^(?:help|ayuda|help me|ayudame|\?+)[.!?]*$|\bwhat (?:can|do|could) (?:you|bioql|this (?:assistant|extension|tool)|i) (?:do|know|help|ask|write|generate|offer)\b|\bwhat else can you\b|\bwho are you\b|\bwhat are you\b|\bwhat(?: is|'s) (?:your (?:job|purpose|name)|bioql(?: assistant)?[?.!]*$)|\bhow (?:do|can|should) (?:i|we) (?:use|work with|talk to|start with|get started)(?: with)? ?(?:you|it|this(?: assistant| extension| chat)?|bioql|the assistant)?[?.!]*$|\b(?:which|what|list)(?: of)?(?: all)?(?: the)? (?:algorithms?|programs|commands|things)\b|\bhow can you help\b|\bque (?:puedes|sabes|podrias) (?:hacer|escribir|generar)\b|\bque (?:eres|es bioql|es esto de bioql)\b|\bquien eres\b|\bcomo (?:te uso|te utilizo|se usa (?:bioql|esto)|funcionas|empiezo|uso bioql)\b|\b(?:en que|como) (?:me )?puedes ayudar\w*\b|\bpara que sirves\b|\b(?:que|cuales|lista)(?: son)?(?: de)?(?: los)? (?:algoritmos|programas|comandos)\b/;

export const COST =
  /\bhow much\b.*\b(?:cost|costs|charge|charged|pay|paid|spend|spent|money|left|is it|was (?:it|that))\b|\bwhat (?:does|did|do|will|would|has|have) .{0,40}\bcost\b|\b(?:price|prices|pricing|tariff|billing|billed|invoice|my balance|the balance|balance left|budget|credit left|is (?:it|this) free)\b|\bcuanto (?:cuesta|cuestan|costo|vale|valen|cobra\w*|me cuesta|me ha costado|ha costado|he gastado|llevo|pago|queda|me queda|dinero)\b|\b(?:precios?|tarifas?|mi saldo|el saldo|saldo|facturacion|factura|presupuesto|es gratis|es gratuito)\b/;

/** Costs that are those of a problem, and not of a request. */
export const COST_OF_A_PROBLEM =
  /\bcost (?:function|hamiltonian|layer|operator)|\bfuncion de cost|\b(?:minimi[sz]|lowest|cheapest|optimi)|\bportfolio\b|\bcartera\b|\bcities\b|\bciudades\b/;

export const FIX =
  /\b(?:fix|repair|mend|debug|broken|traceback|doesn'?t (?:work|run|compile)|does not (?:work|run|compile)|isn'?t working|not working|won'?t (?:run|work)|(?:it|this|that|code|call|program) (?:fails|crashes|breaks)|(?:an|the|this|that|following|get|getting|got|gives?(?: me)?|throws?|raises?|with) (?:an? |this |the |following )?errors?\b|what'?s wrong|what is wrong|wrong with|correct (?:it|this|that|the|my)|convert (?:it|this|that|the|my)|arregla\w*|corrig\w+|corregir\w*|repara\w*|depura\w*|no (?:me )?(?:funciona|corre|va|anda|compila)|(?:da|sale|tengo|este|un|el) error|falla|fallo|que (?:esta|hay de|tiene de) mal|esta (?:mal|roto|rota)|roto|rota|convierte\w*)\b/;

export const TRACEBACK = /Traceback \(most recent call last\)|^\s*\w*(?:Error|Exception): /m;

export const COMPARE =
  /\b(?:compar(?:e|es|ing|ison|isons|a|as|ar|arlo|alo|alos|acion|ativa)|versus|vs|difference|differences|differs?|contrast|diferencias?|diferencian?|difieren?|which (?:one )?is (?:better|faster|cheaper|larger|deeper|smaller)|cual es (?:mejor|mas \w+|menor|mayor)|frente a|better than|mejor que)\b/;

const RUN_VERB = '(?:re-?run|run|execute|simulate|launch|try)';
const RUN_VERB_ES = '(?:corre|ejecuta|simula|lanza|prueba|correr|ejecutar|simular|lanzar|probar)';
const THIS =
  '(?:it|this|that|them|these|those|again|now|(?:the|my|this|that|your|last|previous)(?: last| previous| selected| attached| whole)? (?:program|programs|code|circuit|call|calls|selection|file|one|example|snippet|answer)|the above)';
const THIS_ES =
  '(?:esto|eso|este|ese|otra vez|de nuevo|ahora|(?:el|la|mi|este|ese|esta|esa)(?: ultimo| ultima)? (?:programa|codigo|circuito|llamada|seleccion|archivo|fichero|ejemplo|anterior|ultimo|respuesta))';
export const RUN = new RegExp(
  `^(?:${RUN_VERB}|${RUN_VERB_ES})[.!?]*$|\\b${RUN_VERB} (?:all of |both of )?${THIS}\\b|\\b(?:corre|ejecuta|simula|lanza|prueba|correr|ejecutar|simular|lanzar|probar|corra|ejecute|simule)(?:me)?l[oa]s?\\b|\\b${RUN_VERB_ES} (?:todo )?${THIS_ES}\\b|\\bwhat (?:does|do|will|would|is|are) (?:it|this|that|the (?:program|code|circuit)|they) (?:give|print|output|return|produce|yield)|\\bwhat (?:is|are|'s)? ?(?:the|its) (?:results?|outcomes?|output|counts|histogram|probabilities)\\b|\\b(?:show|see|give|plot|draw)(?: me)? (?:the |its )?(?:results?|histogram|counts|outcomes?|probabilities)\\b|\\bque (?:da|sale|saldra|resultados? (?:da|sale|tiene)|imprime|devuelve)\\b|\\bcual(?:es)? (?:es|son) (?:el|los|las|sus?) (?:resultados?|histograma|conteos|probabilidades)\\b|\\b(?:muestra\\w*|ensena\\w*|dame|quiero ver|ver|dibuja\\w*) (?:el|los|las|su|sus) (?:resultados?|histograma|conteos|probabilidades)\\b`,
);

export const EXPLAIN =
  /\b(?:explain\w*|explanation|describe|walk me through|step by step|what (?:does|do|did|is|are|happens)|what's|how (?:does|do|did|is|are)|why|tell me (?:more )?about|more about|teach|understand|meaning|clarify|when (?:should|would|do|can|is)|(?:used|useful|good) for|summari[sz]e|explic\w+|expliqu\w+|describe\w*|describir|que (?:hace|hacen|es|son|significa|mide|pasa|quiere decir|mas)|como (?:funciona|funcionan|trabaja|se)|por que|para que|cuando|hablame|cuentame|dime (?:que|como|mas)|ensename|entender|entiendo|aclara\w*|paso a paso|en que consiste|resume\w*)\b/;

/** What a person wants made. */
export const CREATE =
  /\b(?:create|make|generate|build|prepare|write|construct|give me|i (?:want|need)|i would like|i'd like|run|simulate|execute|set up|implement|produce|code|program|show me|get me|entangle|search|factor|crea\w*|genera\w*|haz|hazme|hacer|hace falta|prepara\w*|escrib\w*|construy\w*|construir|dame|quiero|necesito|quisiera|ejecuta\w*|simula\w*|monta\w*|implementa\w*|codifica\w*|programa\w*|entrelaza\w*|busca\w*|factoriza\w*)\b/;

export const CREATE_ASKED =
  /^(?:(?:can|could|would|will) (?:you|we|i)|puedes|podrias|podemos|me (?:das|haces|creas|generas|preparas|escribes))\b/;

/** Words that lean on the program before. */
export const SAME =
  /\b(?:same|instead|again|that one|this one|lo mismo|el mismo|la misma|igual|en vez|en lugar|otra vez|de nuevo|de antes|anterior|previous|last one)\b|\b(?:make|run|put|send|do|try) (?:it|that|this)\b|\b(?:haz|pon|cambia|ejecuta|manda|envia|pasa|prueba)(?:me)?l[oa]\b/;

export const FOLLOW_UP =
  /^(?:now|and|but|then|with|on|using|use|change|set|increase|decrease|raise|lower|double|triple|halve|twice|more|fewer|less|switch|move|only|add|remove|replace|drop|without|what about|what if|how about|ahora|y|pero|luego|con|en|usa\w*|usando|cambia\w*|pon\w*|aumenta\w*|sube\w*|baja\w*|reduce\w*|duplica\w*|triplica\w*|el doble|la mitad|mas|menos|pasa\w*|anade\w*|agrega\w*|quita\w*|sin|que tal|y si|mejor)\b/;

export const QUESTION =
  /^(?:who|what|what's|where|when|why|which|whose|how|is|are|am|do|does|did|can|could|should|would|will|was|were|has|have|quien|que|donde|cuando|por que|cual|cuales|como|cuanto|cuantos|cuantas|es|son|hay|tiene|tienes|puedo|debo|deberia)\b|\?\s*$/;

/** Words of our trade, in either language. */
export const QUANTUM =
  /\b(?:qu?bits?|cubits?|quantum|cuantic\w*|circuits?|circuitos?|gates?|puertas?|compuertas?|hadamard|cnot|cx|toffoli|swap|pauli|bell|epr|ghz|w state|estado w|entangl\w*|entrelaz\w*|superpos\w*|interferenc\w*|grover\w*|shor\w*|factor(?:i[sz])?\w*|fourier|i?qft|teleport\w*|teletransport\w*|phase estimation|estimacion de fase|qpe|deutsch|jozsa|bernstein|vazirani|oracle|oraculo|vqe|eigensolver|ansatz|qaoa|max-?cut|shots?|disparos|mediciones|backends?|ionq\w*|ibm\w*|qpu|simulator|simulador|simulat\w*|molecul\w*|dock\w*|acoplamiento|protein\w*|dna|adn|crispr|guide rna|drug|farmacos?|hydrogen|hidrogeno|h2|lih|ground state|estado fundamental|bioql|qiskit|openqasm|qasm|bit ?strings?|random bits?|measure\w*|amplitud\w*|probabilit\w*|probabilidad\w*|decoherence|decoherencia|bloch|statevector)\b/;

/** What assistants are asked for that has nothing to do with us. */
export const ELSEWHERE =
  /\b(?:weather|forecast|poem|haiku|story|song|lyrics|essay|novel|joke|recipe|cook|translate|translation|e-?mail|letter|cv|resume|homework|capital of|president|football|soccer|movie|film|music|news|stock price|bitcoin|horoscope|dating|vacation|travel|hotel|flight|restaurant|javascript|typescript|java|html|css|react|website|web page|webpage|regex|sql|docker|kubernetes|excel|powerpoint|quicksort|bubble sort|sort(?:s|ing)? (?:a|the|an|this|my)|reverses? a string|fibonacci|calculator|todo list|game|tiempo (?:hara|hace|va a hacer)|clima|pronostico|poema|cuento|cancion|ensayo|novela|chiste|receta|cocina\w*|traduc\w*|correo|carta|deberes|capital de|presidente|futbol|pelicula|musica|noticias|acciones|horoscopo|vacaciones|viaje|vuelo|restaurante|pagina web|ordena (?:una|la|esta)|ordenar (?:una|la)|calculadora|juego)\b/;

/** Words that mean the program at hand. */
export const POINTED =
  /\b(?:this|it|that|these|them|esto|eso|este|esta|codigo|code|(?:explica(?:me)?|describe|arregla|corrige|repara|resume|entender)l[oa]s?)\b/;

/** What is offered rather than asked, although it may end with a question mark. */
export const OFFER = /^(?:what about|what if|how about|que tal|y)\b/;

/** Words that mean the selection or the file rather than what was said before. */
export const ATTACHED =
  /\b(?:selection|selected|file|attached|attachment|editor|seleccion|seleccionad\w+|archivo|fichero|adjunt\w+)\b/;
