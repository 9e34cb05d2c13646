import type { CreditRole } from '../model/byline';

/** A phrase that says what the names after it did. */
export interface RoleMarker {
  /** Matches at the start of a stretch; `u` and `i` flags, no backtracking to speak of. */
  pattern: RegExp;
  roles: readonly CreditRole[];
  /** Where it may stand: at a break (start, `;`, `.`, `,`, "and") or after any space. */
  anywhere?: true;
}

const marker = (phrase: string, ...roles: CreditRole[]): RoleMarker => ({
  pattern: new RegExp(`^(?:${phrase})(?=[\\s:])\\s*:?\\s*`, 'iu'),
  roles,
});
const label = (phrase: string, ...roles: CreditRole[]): RoleMarker => ({
  pattern: new RegExp(`^(?:${phrase})\\s*:\\s*`, 'iu'),
  roles,
  anywhere: true,
});

/** A phrase that nobody's name holds: it may follow a name without a break. */
const anywhere = (phrase: string, ...roles: CreditRole[]): RoleMarker => ({
  ...marker(phrase, ...roles),
  anywhere: true,
});

/** Phrases and labels that begin a credit, longest first where one begins another. */
export const ROLE_MARKERS: readonly RoleMarker[] = [
  label('text (?:and|&) (?:photos?|photographs?|pictures?|images?)', 'author', 'photo'),
  label('words (?:and|&) (?:photos?|photographs?|pictures?|images?)', 'author', 'photo'),
  label('text (?:und|&) (?:fotos?|bilder)', 'author', 'photo'),
  label('textes? et photos?', 'author', 'photo'),
  label('textos? y fotos?', 'author', 'photo'),
  label('testo e foto', 'author', 'photo'),
  label(
    'text|words|story|authors?|byline|texte|texto|testo|testi|tekst|haber|yazı|autor(?:en|in|innen|es)?|auteurs?|autore|текст|авторы?',
    'author',
  ),
  label(
    "photos?|pics?|photographs?|photography|pictures?|images?|foto[’']?s?|bilder|bild|photographies?|fotograf(?:ie|ía|ia|ii)s?|foto|zdjęcia|fotoğraf|фото(?:граф(?:ии|ія)?)?|valokuvat?|kuvat?|φωτογραφίες",
    'photo',
  ),
  label('video|vidéo|vídeo|видео|відео|wideo', 'video'),
  label(
    'illustrations?|illustrationen|zeichnung(?:en)?|dessins?|ilustraci(?:ón|ones)',
    'illustration',
  ),
  label('graphics?|grafik(?:en)?|infographie|gráficos?', 'graphics'),
  label(
    'translation|übersetzung|traduction|traducción|tradução|traduzione|vertaling|översättning|tłumaczenie|перевод|переклад',
    'translation',
  ),
  label('mitarbeit|medarbetare|współpraca|при участии', 'additional-reporting'),
  label('protokoll', 'as-told-to'),
  label('moderation|sprecher(?:in)?|voix', 'narration'),
  label('recherche|reporting|reportage|reportagem|репортаж', 'reporting'),
  label('editing|edited|redaktion|edición|edição|redactie|редактор', 'editing'),
  label('data(?: analysis)?|daten', 'data'),
  label('camera|kamera|cámara', 'video'),
  label('edit|editors?|schnitt', 'editing'),
  label('trans\\.?|translators?', 'translation'),
  label('executive producers?', 'executive-producer'),
  label('(?:video |audio |series )?producers?|mixing', 'production'),
  label('presenters?|hosts?|narrators?', 'narration'),
  label('visuals|development', 'graphics'),
  label('(?:web )?design|gestaltung|layout|maps?|karten?', 'graphics'),
  label('sound|audio', 'production'),
  label('تصوير|عدسة|צילום|צילומים', 'photo'),
  label('מאת|כתבה|بقلم|نص', 'author'),
  label('ترجمة|תרגום', 'translation'),
  label('תחקיר', 'reporting'),
  label('עריכה|تحرير', 'editing'),
  label('איור(?:ים)?|رسوم', 'illustration'),
  label('וידאו|فيديو', 'video'),
  label('fact[- ]?check(?:ing|ed)?|faktencheck', 'fact-check'),
  label('additional reporting|research', 'additional-reporting'),
  label('kommentar|analyse|analysis|essay|commento|tribune', 'author'),
  label('interview|entretien|gespräch|entrevista|intervista|интервью', 'interview'),
  anywhere('(?:with )?additional reporting (?:by|from)', 'additional-reporting'),
  anywhere(
    'with (?:reporting|inputs?|contributions|research|material|files|help|assistance) (?:by|from)',
    'additional-reporting',
  ),
  marker('additional reporting|research by', 'additional-reporting'),
  anywhere(
    'mit (?:material|informationen)(?: von)?(?: der)?|con informaci[óo]n de|com informações de|con la colaboraci[óo]n de|avec la collaboration de|unter mitarbeit von|mitarbeit von|met medewerking van|ha collaborato|con la collaborazione di',
    'additional-reporting',
  ),
  marker('(?:this (?:story|article|report) was )?reported by|reporting by', 'reporting'),
  label('contribut(?:ing|ors?)', 'additional-reporting'),
  marker('reporting was contributed by', 'additional-reporting'),
  marker('(?:trans|transl|tr)\\.', 'translation'),
  marker('ed\\.', 'editing'),
  marker('writing by|adapted by', 'writing'),
  marker('written by|words by|text by|story by', 'author'),
  marker(
    '(?:(?:guest|opinion)\\s)?(?:exclusive|post|live (?:updates?|reporting|coverage)|essay|opinion|analysis|perspective|review|comment|commentary|column|obituary|profile|report|feature|article) by',
    'author',
  ),
  marker(
    '(?:eine? )?(?:(?:gast)?kommentar|analyse|reportage|bericht|gastbeitrag|kolumne|essay|glosse|rezension|text|porträt) von|(?:un )?(?:texte|récit|reportage|article|analyse|tribune|chronique) (?:de|par)|une (?:tribune|chronique|analyse|enquête) (?:de|par)|texto de|test[oi] di|tekst van|tekst (?:av|af)',
    'author',
  ),
  anywhere('editing by|edited by|redigiert von|a cura di', 'editing'),
  anywhere('compiled by|curated by|zusammengestellt von', 'compiled'),
  anywhere(
    "translated (?:from (?:the )?\\p{L}+ )?by|translation by|übersetz(?:t|ung) von|aus dem [\\p{L}]+ (?:übersetzt )?von|tradui(?:t|te) (?:(?:de l[’']|du |de )\\s?\\p{L}+ )?par|traduction (?:de|par)|traducid[oa] (?:del? \\p{L}+ )?por|traducción de|tradotto (?:dall[’']\\p{L}+ )?da|traduzione di|traduzid[oa] por|vertaald door",
    'translation',
  ),
  anywhere('(?:(?:cover|lead|header) )?(?:photographs?|photos?|photography|pictures?) by', 'photo'),
  label('(?:photos?|picture|image) (?:credits?|courtesy)', 'photo'),
  marker('(?:photos?|pictures?|images?) courtesy of', 'photo'),
  marker('fotos? von|photos? de|fotos? de|foto di|fotografi[ae] di|fotograf[íi]as? de', 'photo'),
  marker('video by|videos by|filmed by|directed by', 'video'),
  marker('illustrations? by|illustrated by|cartoons? by|drawings? by', 'illustration'),
  marker(
    '(?:data )?visuali[sz]ations? by|graphics? by|maps? by|charts? by|(?:web )?design(?:ed)? by',
    'graphics',
  ),
  marker('data by|data analysis by', 'data'),
  marker('fact-check(?:ed|ing)? by|fact check(?:ed|ing)? by', 'fact-check'),
  marker(
    'interview by|interviewed by|interview von|(?:propos )?recueillis? par|das gespräch führten?|die fragen stellten?|entrevista de|intervista di',
    'interview',
  ),
  anywhere('(?:as )?told to|aufgezeichnet von|protokolliert von|testo raccolto da', 'as-told-to'),
  marker('read by|narrated by|presented by|hosted by|gelesen von|lu par', 'narration'),
  marker(
    '(?:the )?executive producers? (?:was|were|is)|executive producers?|executive produced by',
    'executive-producer',
  ),
  marker('produced by|production by|(?:the )?producers? (?:was|were)', 'production'),
];

/** UK magazines set labels without a colon: "Words Jane Doe Photographs John Roe". */
export const BARE_LABELS: readonly RoleMarker[] = [
  { pattern: /^(?:Words|Text|Story)\s+(?=\p{Lu})/u, roles: ['author'] },
  { pattern: /^(?:Photographs?|Photography|Photos?|Pictures?)\s+(?=\p{Lu})/u, roles: ['photo'] },
  { pattern: /^(?:Illustrations?)\s+(?=\p{Lu})/u, roles: ['illustration'] },
  { pattern: /^(?:Video)\s+(?=\p{Lu})/u, roles: ['video'] },
  { pattern: /^(?:Fotos?|Bilder)\s+(?=\p{Lu})/u, roles: ['photo'] },
];

/** The same as a note in brackets, beside the words of `WORK`: "Jane Doe (text)". */
export const NOTE_ROLES: ReadonlyMap<string, CreditRole> = new Map<string, CreditRole>([
  ['text', 'author'],
  ['words', 'author'],
  ['texte', 'author'],
  ['texto', 'author'],
  ['photo', 'photo'],
  ['photos', 'photo'],
  ['pictures', 'photo'],
  ['fotos', 'photo'],
  ['foto', 'photo'],
  ['video', 'video'],
  ['graphics', 'graphics'],
  ['illustration', 'illustration'],
  ['illustrations', 'illustration'],
]);

/** "with" in the languages whose bylines use it. */
export const WITH =
  /^(?:(?:(?:[Tt]ogether|[Aa]long)\s)?[Ww]ith|[Aa]vec|[Ee]n collaboration avec|mit|in [Zz]usammenarbeit mit|con|junto (?:a|con)|insieme (?:a|con)|med|tillsammans med|met|samen met|com)\s+(?=\S)/u;

/** The same at the start of a line below the article; "Con" and "Met" are names elsewhere. */
export const WITH_FIRST: Readonly<Record<string, RegExp>> = {
  ...{ en: /^with\s+/iu, fr: /^avec\s+/iu, de: /^mit\s+/iu, es: /^con\s+/iu, it: /^con\s+/iu },
  ...{ pt: /^com\s+/iu, nl: /^met\s+/iu, sv: /^med\s+/iu, da: /^med\s+/iu, no: /^med\s+/iu },
};

/** Words before the first name, by language. "Par", "Von", "Por" are names elsewhere. */
export const PREFIXES: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:by\s+)?by|byline|posted by|(?:this (?:article|story|report|piece) was )?written by|from)(?:\s*:\s*|\s+)(?=\S)/iu,
  de: /^von(?:\s*:\s*|\s+)(?=\S)/iu,
  fr: /^(?:par|de(?=\s+(?:notre|nos)\s))\s+(?=\S)/iu,
  es: /^(?:por|de(?=\s+nuestr[oa]s?\s))\s+(?=\S)/iu,
  pt: /^(?:por\s+(?=\S)|da\s+(?=redação))/iu,
  it: /^di\s+(?=\S)/iu,
  nl: /^(?:door|van(?=\s+onze\s))\s+(?=\S)/iu,
  sv: /^av\s+(?=\S)/iu,
  da: /^af\s+(?=\S)/iu,
  no: /^av\s+(?=\S)/iu,
  ru: /^(?:автор(?:ы)?\s*:|автор(?:ы)?)\s+(?=\S)/iu,
  ar: /^(?:بقلم|كتب(?:ت)?|إعداد|تقرير|تحرير)\s*:?\s*(?=\S)/u,
  fa: /^(?:نویسنده|به قلم|گزارش)\s*:?\s*(?=\S)/u,
  he: /^(?:מאת|כתב(?:ה)?)\s*:?\s*(?=\S)/u,
  id: /^oleh(?:\s*:\s*|\s+)(?=\S)/iu,
};

/** Words between two names. Where a word is common inside names, only in its own language. */
export const JOINERS: readonly { word: string; languages?: readonly string[]; careful?: true }[] = [
  { word: 'and' },
  { word: '&' },
  { word: 'und' },
  { word: 'et' },
  { word: '+' },
  { word: 'og' },
  { word: 'och' },
  { word: 'и' },
  { word: 'și' },
  { word: 'oraz' },
  { word: 'plus' },
  { word: 'sowie' },
  { word: 'u.', languages: ['de'] },
  { word: 'και' },
  { word: 'és', languages: ['hu'] },
  { word: 'và', languages: ['vi'] },
  { word: 've', languages: ['tr'] },
  { word: 'ja', languages: ['fi', 'et'] },
  { word: 'dan', languages: ['id', 'ms'] },
  { word: 'та', languages: ['uk'] },
  { word: 'й', languages: ['uk'] },
  { word: 'і', languages: ['uk', 'be'] },
  { word: 'و' },
  { word: 'y', careful: true },
  { word: 'e', languages: ['it', 'pt', 'es'], careful: true },
  { word: 'en', languages: ['nl'], careful: true },
  { word: 'i', languages: ['pl', 'hr', 'sr', 'bs', 'sl', 'ca'], careful: true },
  { word: 'a', languages: ['cs', 'sk'], careful: true },
];

/** Nouns that end a job title. */
export const JOB_NOUNS: ReadonlySet<string> = new Set(
  `editor reporter correspondent writer columnist critic journalist producer photographer director
  chief analyst commentator presenter anchor intern fellow contributor secretary professor lecturer
  historian author novelist economist adviser redakteur redakteurin korrespondent korrespondentin
  reporterin chefredakteur chefredakteurin rédacteur rédactrice journaliste envoyé envoyée
  correspondante redactor redactora corresponsal periodista inviato inviata giornalista corrispondente
  redacteur redactrice verslaggever reporterka korespondent korespondentka correspondente enviado enviada
  jornalista корреспондент корреспондентка обозреватель журналист кореспондент redaktör journalist
  chroniqueur chroniqueuse éditorialiste columnista muhabir muhabiri correspondant correspondants
  korrespondenten repórter repórteres journalista colunista redator redatora freelancer freelance
  ceo president officer manager founder coordinator strategist specialist researcher scientist
  activist filmmaker poet lawyer newsletter-writer medewerker fotografo fotógrafo fotógrafa
  photographe vidéaste 기자 記者`.split(/\s+/u),
);

/** Offices only before "of", "for" or "at": people are called Head. */
export const HEADS: ReadonlySet<string> = new Set(
  `head lead chair dean mp member candidate ambassador student editor-at-large leiter leiterin mitglied
  responsable directeur directrice jefe jefa director directora responsabile hoofd`.split(/\s+/u),
);

/** Words that make a name that of an organisation. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  `press news times post herald tribune gazette chronicle journal telegraph guardian observer courier
  agency magazine radio television tv broadcasting media network wire university institute college
  school council foundation association society centre center group company corporation ltd inc plc
  llc gmbh agentur zeitung presse verlag rundfunk agence agencia agenzia ministry department office
  bureau service services newswires newswire beacon examiner inquirer
  enquirer sentinel dispatch bulletin newspapers publishing online ledger mail express standard echo argus mirror advertiser mercury statesman
  bank hospital planet courant review quarterly union party trust museum library`.split(/\s+/u),
);

/** Several people without names. */
export const COLLECTIVE =
  /^(?:.*\s)?(?:staff|agencies|others|wires|wire reports|wire services|team|unit|desk|newsdesk|colleagues|kollegen|colegas|collègues|colleghi|et al\.?|correspondents|reporters|writers|readers|columnists|critics|(?:staff|combined|compiled|agency) reports|dispatches|news desk|newsroom|news services|staff reports|editors|redaktion|redaktionen|redazione|redactie|redação|redakcja|agenturen|agences|agencias|agências|agenzie|la rédaction|redacción|nachrichtenredaktion|editorial team|editorial board|редакция|редакція)$/iu;
/** Parts of a house after a comma: where somebody works, not somebody. */
export const GROUP = /\s(?:team|unit|desk|newsroom|Staff)$/u;
export const COLLECTIVE_ALONE =
  /^(?:(?:the\s+)?(?:\p{L}+\s+)?(?:editorial|view|leader)|our (?:\p{L}+\s)?bureau|le service \p{L}+|das team \p{L}+|team investigativ|leading article|kommentar der redaktion)$/iu;
export const ANONYMOUS =
  /^(?:(?:a|an|our|special|staff|from our)\s+(?:own\s+)?(?:\p{L}+\s+)?(?:correspondent|reporter|writer|contributor|editor|critic|columnist)|guest (?:contributor|writer|columnist)|anon\.?|anonymous|name (?:withheld|supplied|changed)|staff (?:reporter|writer)|a reader|a former \p{L}+ \p{L}+|anonym|anonyme|anónimo)$/iu;
/** Accounts of publishing systems; "editor" and the like stand for nobody. */
export const SYSTEM_USER =
  /^(?:admin|administrator|editor|webmaster|root|user|guest|wpadmin|test|superuser|webteam)$/iu;
export const NO_BYLINE =
  /^(?:no byline|no by-line|none|n\/a|ohne autor|sans signature|sin firma|-+|—+)$/iu;

export const HONORIFIC_PREFIX =
  /^(?:(?:the\s+)?(?:most|rt\.?|right|very)\s+rev(?:erend|d)?\.?|sen\.|rep\.|gov\.|amb\.|adm\.|sgt\.?|cmdr\.?|msgr\.?|dr\.-ing\.|dipl\.-ing\.|prof\.?\s+em\.(?:\s+dr\.)?|professor\s+emerit(?:us|a)|(?:the\s+)?rt\.?\s+hon\.?(?:\s+sir|\s+dame)?|(?:maj|lt|brig)\.?\s+gen\.?(?:\s\(ret\.?\))?|lt\.?\s+col\.?|the\s+rev\.?|dr\.?|prof\.?(?:\s+dr\.?)?|professor|sir|dame|lord|lady|baroness|rev\.?|reverend|fr\.|mr\.?|mrs\.?|ms\.?|mx\.?|hon\.?|rabbi|imam|gen\.?|col\.?|capt\.?|maj\.?|lt\.?)\s+(?=\S)/iu;
export const NAME_SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv|2nd|3rd)$/iu;
export const HONORIFIC_SUFFIX =
  /^(?:m\.?d\.?|ph\.?\s?d\.?|d\.?phil\.?|m\.?a\.?|m\.?sc\.?|b\.?a\.?|j\.?d\.?|esq\.?|frcp|faap|esq|llm|mba|rn|obe|mbe|cbe|kbe|dbe|mp|msp|rn|frs|kc|qc|dds|mph)$/iu;

/** "Von unserer Korrespondentin Anna Beck", "dal nostro inviato Mario Rossi". */
export const OUR =
  /^(?:(?:dal?|from|de)\s+)?(?:nostr[oa]|dalla\s+nostra|unser(?:e[mnr]?|e)?|onze|nuestr[oa]|notre|noss[oa]|vår|our)\s+/iu;

/** What kinds of work are called in a byline, for labels and phrases that name two. */
export const WORK: ReadonlyMap<string, CreditRole> = new Map(
  (
    [
      ['author', 'text texts words story texte textes texto textos testo testi tekst текст'],
      ['reporting', 'reporting research recherche reportage'],
      ['author', 'written'],
      ['translation', 'translated'],
      ['illustration', 'illustrated'],
      ['reporting', 'reported'],
      ['writing', 'writing'],
      ['narration', 'read narrated presented hosted'],
      [
        'photo',
        'photo photos photograph photographs photography photographed picture pictures image images foto fotos bild bilder fotografía fotografías fotografie фото zdjęcia',
      ],
      ['video', 'video videos film vidéo vídeo видео wideo'],
      ['illustration', 'illustration illustrations illustrationen drawings'],
      ['graphics', 'graphic graphics grafik grafiken'],
      ['data', 'data daten'],
      ['editing', 'editing edited redaktion'],
      ['production', 'production produced produktion'],
      ['compiled', 'compiled'],
    ] as const
  ).flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
);
