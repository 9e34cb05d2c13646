/*
 * What makes a sentence look as if it needed a source, by language. Each pattern is looked for in one
 * sentence, outside quotation marks; the stretch that it finds is shown as the reason.
 */

export interface ClaimWords {
  /** Amounts that are written without a numeral: "dozens of", "doubled", "two thirds". */
  amounts: RegExp;
  /** A numeral behind these words is a name or a number of something, not a claim: "Article 5". */
  numbered: RegExp;
  /** Months, as in a date. */
  dates: RegExp;
  superlatives: RegExp;
  /** What a superlative looks like and is not. */
  notSuperlatives: RegExp;
  /** Who said something, where nobody is quoted. */
  attributions: RegExp;
}

const words = (text: string) => text.trim().split(/\s+/).join('|');
const phrase = (source: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');

const MONTHS_EN = words(
  'January February March April May June July August September October November December',
);
const MONTHS_DE = words(
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember',
);
const MONTHS_FR = words(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
);
const MONTHS_ES = words(
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
);

const ENGLISH: ClaimWords = {
  amounts: phrase(
    `(?:dozens|hundreds|thousands|millions|billions|trillions|scores) of|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|half a) (?:dozen|hundred|thousand|million|billion|trillion)|(?:nearly |about |almost |more than |over |around )?(?:half|a third|a quarter|one third|one quarter|one-third|one-quarter|two thirds|two-thirds|three quarters|three-quarters) (?:of|as)|(?:has |have |had )?(?:doubled|tripled|trebled|quadrupled|halved)|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:three|four|five|six|seven|eight|nine|ten)|(?:twice|three times|four times|five times|ten times) (?:as|more|the|a|per)|(?:a|the) (?:vast |overwhelming |large |clear )?majority of|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:two|three|four|five|six|seven|eight|nine|ten) (?:\\p{L}+ ){0,2}(?:people|men|women|children|civilians|soldiers|dead|injured|wounded|killed|years|months|weeks|days|hours|percent|per cent|countries|states|members|workers|employees|students|patients|cases|deaths|homes|houses|schools|points|goals|votes|seats|miles|kilometres|kilometers|metres|meters|boats|ships|witnesses|pupils|jobs)|(?:six|seven|eight|nine|ten) \\p{L}+s`,
  ),
  numbered:
    /(?:article|articles|section|chapter|room|page|pages|figure|table|part|step|no\.?|number|route|highway|flight|boeing|airbus|windows|version|apollo|formula|channel|group|g|level|phase|grade|type|channel|line|day|question|act|rule|paragraph|amendment|bus|tram|pier|platform|gate)\s*$/iu,
  dates: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS_EN})|(?:${MONTHS_EN}|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.) \\d{1,2}(?:st|nd|rd|th)?|(?:since|in|until|by|from|of) (?:early |mid-|late )?(?:${MONTHS_EN})|in the (?:early |mid-|late )?(?:1[0-9]|20)\\d0s|(?:1[89]|20|21)(?:st|th) century)(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  superlatives: phrase(
    `(?:the|its|his|her|their|our|my|\\p{L}+[’']s|\\p{L}+s[’']) (?:(?:second|third|fourth|fifth|single|very|world[’']s)[ -])?(?:\\p{L}{2,}(?<!er)(?:est)|most \\p{L}{4,}|least \\p{L}{4,}|best|worst)(?:-\\p{L}+)?|one of the (?:\\p{L}+est|most|best|worst|few|only)|(?:first|worst|best|largest|biggest|highest|lowest|oldest|youngest)-ever|the (?:very )?first (?:ever|time|woman|man|person|people|country|city|state|president|black|female|openly|european|american|african|nation|team|company|\\p{L}+ (?:to|ever|in history|since))|for the first time|the only (?:\\p{L}+)|the (?:very )?first (?!few|two|three|four|place|day|days|half|step|steps|part|quarter|round|week|weeks|thing|game|case|question|line|floor|row|page|paragraph|person|of|to|and|was|is)\\p{L}+|all-time|unprecedented|unparalleled|unrivalled|record(?:-breaking|-high|-low| high| low| number| numbers| profit| profits| year| levels| heat| temperatures| breaking)|never before|ever (?:recorded|made|built|seen|held|measured|published)|in (?:history|the world|living memory|the country|europe|the region)(?= *[.,;]|$)|more than any other|no other \\p{L}+|(?:most|least) (?:\\p{L}+ly )?(?:\\p{L}{5,}(?:ed|ous|ful|ive|ble|ant|ent|ing|al|ic))`,
  ),
  notSuperlatives:
    /^(?:(?:the|its|his|her|their|our|my|\p{L}+[’']s) (?:very |single )?(?:rest|west|midwest|northwest|southwest|forest|rainforest|guest|guests|interest|best(?:-\p{L}+)?|test|tests|latest|earliest|request|protest|contest|arrest|harvest|quest|conquest|priest|chest|nest|crest|vest|pest|inquest|manifest|honest|modest|bequest|unrest|digest|everest|budapest|bucharest|wildest|nearest))$/iu,
  attributions: phrase(
    `according to|in the (?:words|view|opinion) of|citing|(?<!(?:^|[ ,;])(?:that|which|being|be|is|was|easier|been|having|enough|than) )(?<=[\\p{L}\\p{N}’')]+,? )(?:has |have |had |also |later |then |once )?(?:said|says|say|claimed|claims?|alleged?|alleges|announced|announces|reported|stated|states that|confirmed|confirms|denied|denies|insisted|insists|acknowledged|admitted|argued|argues?|warned|warns?|estimated?|estimates|predicted|predicts|predict|believed|believes|believe|maintains|maintained that|suggested|suggests|concluded|concludes|found that|shows that|showed that|testified|revealed|told (?:reporters|the|a|an|us|me|him|her|them|journalists|\\p{Lu}\\p{L}+)|expects?|expected to|promised|pledged|vowed|complained|accused|criticised|criticized|blamed|described)(?= |[.,;:]|$)`,
  ),
};

const GERMAN: ClaimWords = {
  amounts: phrase(
    `(?:dutzende|hunderte|tausende|zehntausende|hunderttausende|millionen|milliarden)(?: von)?|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fast eine|rund eine|über eine|eine|einer) (?:dutzend|hundert|tausend|million|millionen|milliarde|milliarden)|(?:fast |rund |mehr als |gut |knapp )?(?:die hälfte|ein drittel|ein viertel|zwei drittel|drei viertel)(?: der| des| aller)?|(?:verdoppelt|verdreifacht|vervierfacht|halbiert)(?:e|en)?|(?:jeder|jede|jedes) (?:zweite|dritte|vierte|fünfte|zehnte)|(?:doppelt|dreimal|viermal|zehnmal|halb) so|(?:die|der) (?:große |überwiegende )?mehrheit der|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn) (?:\\p{L}+ )?(?:menschen|tote|verletzte|personen|männer|frauen|kinder|soldaten|jahre|jahren|monate|monaten|wochen|tage|tagen|stunden|prozent|länder|ländern|mitglieder|fälle|schulen|häuser)|(?:sechs|sieben|acht|neun|zehn) \\p{L}+(?:e|er|en|s)`,
  ),
  numbered:
    /(?:artikel|art\.|paragraf|paragraph|§|abschnitt|kapitel|raum|zimmer|seite|seiten|tabelle|abbildung|teil|nummer|nr\.|flug|gleis|linie|bus|boeing|airbus|version|phase|stufe|gruppe|klasse|straße|autobahn|a|b)\s*$/iu,
  dates: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:\\d{1,2}\\.? (?:${MONTHS_DE})|(?:seit|im|bis|ab|anfang|mitte|ende) (?:${MONTHS_DE})|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?|in den \\p{L}+zigerjahren|(?:1[89]|20|21)\\. Jahrhundert)(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  superlatives: phrase(
    `(?:der|die|das|den|dem|des|ihre[mnrs]?|seine[mnrs]?|deutschlands|europas|österreichs|\\p{L}+s) (?:(?:mit abstand|bislang|bisher|wohl) )?(?:zweit|dritt|welt)?(?:größt|kleinst|höchst|niedrigst|ältest|längst|kürzest|schnellst|schlimmst|best|schlechtest|stärkst|schwächst|wichtigst|teuerst|billigst|reichst|ärmst|meist|wenigst|beliebtest|bekanntest|erfolgreichst|bedeutendst|gefährlichst|tiefst|schwerst|heißest|kältest|modernst|mächtigst|bevölkerungsreichst|häufigst|meistgelesen|meistverkauft)e[nrsm]?|am \\p{L}{3,}sten|(?:der|die|das|den|dem) (?:erste|ersten|erster|erstes) (?:\\p{Lu}\\p{L}+ (?:seit|der|überhaupt|in der geschichte)|frau|mann|mensch|land|stadt|schwarze)|zum ersten mal|erstmals|erstmalig|(?:der|die|das) einzige(?:n)? \\p{L}+|rekord\\p{L}*|beispiellos\\p{L}*|noch nie(?: zuvor)?|nie zuvor|so \\p{L}+ wie nie|aller zeiten|weltweit (?:größte|führend)\\p{L}*|in der geschichte`,
  ),
  notSuperlatives:
    /^(?:(?:der|die|das|den|dem|des|ihr|ihre|ihrem|ihren|sein|seine|seinem|seinen|seiner|ihrer) (?:erste|ersten|letzte|letzten|nächste|nächsten|selbste|dienste|gäste|künste|küste|liste|geiste|verluste|meiste|jüngste|jüngsten)(?: \p{Lu}\p{L}+)?|am (?:ersten|letzten|nächsten|besten|ehesten|meisten|wenigsten|gestrigen|samstag|osten|westen|posten|kosten))$/iu,
  attributions: phrase(
    `laut|zufolge|nach (?:eigenen )?angaben|nach (?:auffassung|einschätzung|ansicht|meinung|darstellung|informationen|aussage|worten)|den angaben (?:nach|zufolge)|unter berufung auf|(?:sagt|sagte|sagten|erklärt|erklärte|erklärten|betonte|betonten|berichtete|berichteten|berichtet|behauptet|behauptete|behaupteten|versicherte|warnte|warnten|warnt|kündigte|kündigten|kündigt|teilte|teilten|bestätigte|bestätigten|dementierte|bestritt|bestreitet|forderte|forderten|fordert|kritisierte|kritisierten|kritisiert|schätzt|schätzen|schätzte|rechnet mit|rechnen mit|geht davon aus|gehen davon aus|vermutet|vermuten|meldete|meldet|gab an|gaben an|räumte|räumt|hieß es|heißt es|vorwerfen|wirft|warf|warfen|zeigte sich|verlangt|verlangte|prognostiziert|erwartet|(?<!zu )erwarten|(?:er|sie|es|man|dies|das) (?:habe|sei|seien|werde|könne|müsse|dürfe|wolle)|(?:sei|seien|könne|müsse|dürfe)(?! (?:denn|dank))|habe (?:er|sie|es|der|die|das|man)|bekomme man|argumentiert|argumentierte|versprach)`,
  ),
};

const FRENCH: ClaimWords = {
  amounts: phrase(
    `(?:des |une |plusieurs |quelques )?(?:dizaine|dizaines|douzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|centaines|millier|milliers|million|millions|milliard|milliards) d(?:e|[’']\\p{L}+)|la moitié (?:de|des|du)|(?:un|le|deux) (?:tiers|quart|quarts) (?:de|des|du)|trois quarts (?:de|des|du)|(?:a|ont|avait|avaient) (?:doublé|triplé|quadruplé|diminué de moitié)|(?:deux|trois|quatre|cinq|dix) fois (?:plus|moins)|un \\p{L}+ sur (?:deux|trois|quatre|cinq|dix)|une \\p{L}+ sur (?:deux|trois|quatre|cinq|dix)|la (?:grande )?majorité (?:de|des|du)|onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingt(?:-\\p{L}+)?|trente(?:-\\p{L}+)?|quarante(?:-\\p{L}+)?|cinquante(?:-\\p{L}+)?|soixante(?:-\\p{L}+)*|quatre-vingts?(?:-\\p{L}+)*|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:personnes|morts|blessés|hommes|femmes|enfants|soldats|ans|années|mois|semaines|jours|heures|pays|membres|cas|écoles|maisons|civils)|(?:six|sept|huit|neuf|dix) \\p{L}+s`,
  ),
  numbered:
    /(?:article|articles|chapitre|page|pages|salle|figure|tableau|partie|numéro|n°|vol|boeing|airbus|version|phase|groupe|route|ligne|bus|quai|paragraphe|alinéa|étape|niveau)\s*$/iu,
  dates: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:1er|\\d{1,2}) (?:${MONTHS_FR})|(?:depuis|en|jusqu[’']en|dès|fin|début|mi-) ?(?:${MONTHS_FR})|les années (?:\\d{2}|\\d{4}|\\p{L}+)|(?:XVII|XVIII|XIX|XX|XXI)e siècle)(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  superlatives: phrase(
    `(?:le|la|les|l[’']un des|l[’']une des|leur|son|sa|ses) (?:\\p{L}+ )?(?:plus|moins) \\p{L}{3,}|(?:l[’']un|l[’']une) des (?:plus|rares|meilleurs|meilleures|pires|seuls|seules|premiers|premières)|(?:le|la|les) (?:meilleur|meilleure|meilleurs|pire|pires|seul|seule|seuls|seules) \\p{L}+|pour la première fois|(?:le|la) (?:tout[e]? )?(?:premier|première) (?:\\p{L}+ )?(?:à|femme|homme|pays|ville|au monde|de l[’']histoire|depuis)|record(?:s)?|sans précédent|inédit(?:e|es|s)?|jamais (?:auparavant|vu|atteint|enregistré)|au monde|de tous les temps|de l[’']histoire`,
  ),
  notSuperlatives:
    /^(?:(?:le|la|les|leur|son|sa|ses) (?:\p{L}+ )?(?:plus|moins) (?:souvent|possible|tard|tôt|vite|jeune|bref)|(?:le|la) meilleure? (?:ami|amie|façon|manière))$/iu,
  attributions: phrase(
    `selon|d[’']après|aux yeux de|de l[’']avis de|citant|à en croire|de source \\p{L}+|(?:a|ont|avait|avaient|aurait|auraient) (?:déclaré|affirmé|annoncé|indiqué|estimé|assuré|expliqué|confirmé|démenti|reconnu|averti|rapporté|précisé|ajouté|souligné|promis|dénoncé|accusé|admis|nié|révélé|dit|jugé|fait savoir|prévenu)|(?:déclare|affirme|annonce|indique|estime|assure|explique|confirme|dément|reconnaît|avertit|rapporte|précise|souligne|dénonce|accuse|révèle|prévoit|juge|dit|soutient|considère)(?:nt)?(?= (?:que|qu[’']|avoir|être|ne|le|la|les|un|une))|affirmait|expliquait|estimait|soutenait`,
  ),
};

const SPANISH: ClaimWords = {
  amounts: phrase(
    `(?:una |varias |unas |decenas|docenas|varios |unos )?(?:decena|decenas|docena|docenas|veintena|treintena|centenar|centenares|cientos|miles|millar|millares|millón|millones) de|la mitad (?:de|del)|(?:un|dos|el) (?:tercio|tercios|cuarto) (?:de|del)|una cuarta parte|una tercera parte|tres cuartas partes|(?:se )?(?:ha |han |había )?(?:duplicado|triplicado|duplicó|triplicó|cuadruplicado|duplicaron|triplicaron)|(?:dos|tres|cuatro|cinco|diez) veces (?:más|menos)|(?:uno|una|dos|tres) de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)|la (?:gran |inmensa )?mayoría de|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veinti\\p{L}+|treinta(?: y \\p{L}+)?|cuarenta(?: y \\p{L}+)?|cincuenta(?: y \\p{L}+)?|sesenta(?: y \\p{L}+)?|setenta(?: y \\p{L}+)?|ochenta(?: y \\p{L}+)?|noventa(?: y \\p{L}+)?|(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:personas|muertos|heridos|hombres|mujeres|niños|soldados|años|meses|semanas|días|horas|países|miembros|casos|escuelas|casas|civiles)|(?:seis|siete|ocho|nueve|diez) \\p{L}+s`,
  ),
  numbered:
    /(?:artículo|artículos|capítulo|página|páginas|sala|figura|tabla|cuadro|parte|número|n\.º|núm\.|vuelo|boeing|airbus|versión|fase|grupo|ruta|carretera|línea|autobús|andén|párrafo|apartado|nivel|calle)\s*$/iu,
  dates: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:1\\.º|\\d{1,2}) de (?:${MONTHS_ES})|(?:desde|en|hasta|a finales de|a principios de|a mediados de) (?:${MONTHS_ES})|los años (?:\\d{2}|\\d{4}|\\p{L}+)|siglo (?:XVII|XVIII|XIX|XX|XXI))(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  superlatives: phrase(
    `(?:el|la|los|las|su|sus) (?:\\p{L}+ )?(?:más|menos) \\p{L}{4,}|(?:uno|una) de (?:los|las) (?:\\p{L}+ )?(?:más|pocos|pocas|mejores|peores|mayores|únicos|únicas)|(?:el|la|los|las) (?:mejor|peor|mejores|peores|mayor|mayores|único|única|únicos|únicas) \\p{L}+|por primera vez|(?:el|la) (?:primer|primera|primero) (?:\\p{L}+ )?(?:en|mujer|hombre|país|ciudad|del mundo|de la historia|desde)|récords?|sin precedentes|inédit[oa]s?|nunca antes|jamás (?:visto|registrado)|del mundo|de la historia|de todos los tiempos`,
  ),
  notSuperlatives:
    /^(?:(?:el|la|los|las|su|sus) (?:\p{L}+ )?(?:más|menos) (?:tarde|bien|allá|cerca|pronto)|(?:la|el) mejor (?:amigo|amiga|manera|forma)|la mayor parte)$/iu,
  attributions: phrase(
    `según|de acuerdo con|a juicio de|en opinión de|en palabras de|citando|(?:dijo|dijeron|afirmó|afirmaron|afirma|afirman|aseguró|aseguraron|asegura|aseguran|anunció|anunciaron|anuncia|declaró|declararon|indicó|indicaron|señaló|señalaron|señala|informó|informaron|informa|explicó|explicaron|explica|advirtió|advirtieron|advierte|estimó|estimaron|estima|estiman|confirmó|confirmaron|confirma|negó|negaron|niega|denunció|denunciaron|denuncia|reconoció|reconocieron|admitió|reveló|revelaron|sostiene|sostienen|prometió|calcula|calculan|prevé|prevén|acusó|acusaron|criticó|criticaron|apuntó|subrayó|insistió|ha dicho|ha anunciado|ha asegurado|ha confirmado|ha afirmado|han denunciado|han confirmado)`,
  ),
};

const BY_LANGUAGE: Readonly<Record<string, ClaimWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};

/** The words of a BCP 47 language; null where Stet knows none: figures alone are found there. */
export function claimWords(language: string): ClaimWords | null {
  return BY_LANGUAGE[language.toLowerCase().split('-')[0] ?? ''] ?? null;
}
