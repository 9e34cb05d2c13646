import type { CreditRole } from '../model/byline';

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
  ar: /^(?:بقلم|كتبت?|إعداد|تقرير)(?:\s*:\s*|\s+)(?=\S)/u,
  fa: /^(?:نویسنده|به قلم|گزارش)\s*:?\s*(?=\S)/u,
  he: /^(?:מאת|כתבה?)(?:\s*:\s*|\s+)(?=\S)/u,
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
  photographe vidéaste 기자 記者 собкор спецкор репортёр репортер фотограф редактор колумнист
  كاتب كاتبة صحفي صحفية صحافي صحافية محرر محررة مراسل مراسلة باحث باحثة محلل محللة
  כתב כתבת עיתונאי עיתונאית פרשן פרשנית עורך עורכת סופר סופרת חוקר חוקרת`.split(/\s+/u),
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
  collective project initiative studio studios productions alliance coalition federation academy lab labs
  bank hospital planet courant review quarterly union party trust museum library`.split(/\s+/u),
);

/** Several people without names. */
export const COLLECTIVE =
  /^(?:.*\s)?(?:staff|agencies|others|wires|wire reports|wire services|team|unit|desk|newsdesk|colleagues|kollegen|colegas|collègues|colleghi|et al\.?|correspondents|reporters|writers|readers|columnists|critics|(?:staff|combined|compiled|agency) reports|dispatches|news desk|newsroom|news services|staff reports|editors|redaktion|redaktionen|redazione|redactie|redação|redakcja|agenturen|agences|agencias|agências|agenzie|la rédaction|redacción|nachrichtenredaktion|editorial team|editorial board|редакция|редакція|(?:ال)?وكالات|haber merkezi)$/iu;
/** Parts of a house after a comma: where somebody works, not somebody. */
export const GROUP = /\s(?:team|unit|desk|newsroom|Staff)$/u;
export const COLLECTIVE_ALONE =
  /^(?:(?:the\s+)?(?:\p{L}+\s+)?(?:editorial|view|leader)|(?:our|the) (?:\p{L}+\s)?bureau|le service \p{L}+|das team \p{L}+|team investigativ|leading article|kommentar der redaktion|(?:редакция|отдел|служба)\s.+|(?:هيئة|أسرة|فريق)\s(?:ال)?تحرير|(?:هيئة|أسرة|فريق)\sالتحرير|قسم\s.+|غرفة الأخبار|סוכנויות(?:\sהידיעות)?|ה?מערכת(?:\s.+)?|(?:redazione|redação|redactie|redacción|rédaction|redaktion)\s\p{Lu}\p{L}+)$/iu;
export const ANONYMOUS =
  /^(?:(?:a|an|our|special|staff|from our)\s+(?:own\s+)?(?:\p{L}+\s+)?(?:correspondent|reporter|writer|contributor|editor|critic|columnist)|guest (?:contributor|writer|columnist)|anon\.?|anonymous|name (?:withheld|supplied|changed)|staff (?:reporter|writer)|a reader|a former \p{L}+ \p{L}+|anonym|anonyme|anónimo|(?:наш|собственный|специальный)\s(?:\p{L}+\s)?корреспондент|(?:כתבנו|כתבתנו|סופרנו)(?:\s\p{L}+)?|مراسلنا|مراسلتنا)$/iu;
/** Accounts of publishing systems; "editor" and the like stand for nobody. */
export const SYSTEM_USER =
  /^(?:admin|administrator|editor|webmaster|root|user|guest|wpadmin|test|superuser|webteam)$/iu;
export const NO_BYLINE =
  /^(?:no byline|no by-line|none|n\/a|ohne autor|sans signature|sin firma|-+|—+)$/iu;

export const HONORIFIC_PREFIX =
  /^(?:(?:the\s+)?(?:most|rt\.?|right|very)\s+rev(?:erend|d)?\.?|sen\.|rep\.|gov\.|amb\.|adm\.|sgt\.?|cmdr\.?|msgr\.?|dr\.-ing\.|dipl\.-ing\.|prof\.?\s+em\.(?:\s+dr\.)?|professor\s+emerit(?:us|a)|(?:the\s+)?rt\.?\s+hon\.?(?:\s+sir|\s+dame)?|(?:maj|lt|brig)\.?\s+gen\.?(?:\s\(ret\.?\))?|lt\.?\s+col\.?|the\s+rev\.?|dr\.?|prof\.?(?:\s+dr\.?)?|professor|sir|dame|lord|lady|baroness|rev\.?|reverend|fr\.|mr\.?|mrs\.?|ms\.?|mx\.?|hon\.?|rabbi|imam|د\.|أ\.د\.|(?:ال)?دكتورة?|ד["״]ר|פרופ['׳]?|עו["״]ד|dott\.(?:ssa)?|gen\.?|col\.?|capt\.?|maj\.?|lt\.?)\s+(?=\S)/iu;
export const NAME_SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv|2nd|3rd)$/iu;
export const HONORIFIC_SUFFIX =
  /^(?:m\.?d\.?|ph\.?\s?d\.?|d\.?phil\.?|m\.?a\.?|m\.?sc\.?|b\.?a\.?|j\.?d\.?|esq\.?|frcp|faap|esq|llm|mba|rn|obe|mbe|cbe|kbe|dbe|mp|msp|rn|frs|kc|qc|dds|mph|b\.?sc\.?|m\.?sc\.?|m\.?s\.?|b\.?s\.?|ll\.?b|ed\.?d|psy\.?d|pharm\.?d|dvm|r\.?d\.?|cpa|mfa|m\.?phil|bsn|msn|lcsw|cfa|gbe|kcb|cb|qpm)$/iu;

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
        "beeld foto's foto’s fotografia photo photos photograph photographs photography photographed picture pictures image images foto fotos bild bilder fotografía fotografías fotografie фото zdjęcia",
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
