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

/** Phrases and labels that begin a credit, longest first where one begins another. */
export const ROLE_MARKERS: readonly RoleMarker[] = [
  label('text (?:and|&) (?:photos?|photographs?|pictures?|images?)', 'author', 'photo'),
  label('words (?:and|&) (?:photos?|photographs?|pictures?|images?)', 'author', 'photo'),
  label('text (?:und|&) (?:fotos?|bilder)', 'author', 'photo'),
  label('textes? et photos?', 'author', 'photo'),
  label('textos? y fotos?', 'author', 'photo'),
  label('testo e foto', 'author', 'photo'),
  label('text|words|story|texte|texto|testo|tekst', 'author'),
  label(
    'photos?|photographs?|photography|pictures?|images?|fotos?|bilder|bild|photographies?|fotograf(?:ie|ía)s?|foto',
    'photo',
  ),
  label('video|vidéo|vídeo', 'video'),
  label(
    'illustrations?|illustrationen|zeichnung(?:en)?|dessins?|ilustraci(?:ón|ones)',
    'illustration',
  ),
  label('graphics?|grafik(?:en)?|infographie|gráficos?', 'graphics'),
  label('translation|übersetzung|traduction|traducción', 'translation'),
  label('mitarbeit', 'additional-reporting'),
  label('editing|redaktion|edición', 'editing'),
  label('interview', 'interview'),
  marker('additional reporting by|additional reporting', 'additional-reporting'),
  marker('reporting by|reported by', 'reporting'),
  marker('writing by', 'writing'),
  marker('written by|words by|text by|story by', 'author'),
  marker(
    '(?:(?:guest|opinion)\\s)?(?:essay|opinion|analysis|review|comment|commentary|column|profile|report) by',
    'author',
  ),
  marker('editing by|edited by', 'editing'),
  marker('compiled by', 'compiled'),
  marker(
    'translated by|translation by|übersetzt von|aus dem [\\p{L}]+ von|traduit par|traducido por',
    'translation',
  ),
  marker(
    'photographs? by|photos? by|photography by|pictures? by|fotos von|photos de|fotos de',
    'photo',
  ),
  marker('video by|videos by|filmed by', 'video'),
  marker('illustrations? by|illustrated by', 'illustration'),
  marker('graphics? by', 'graphics'),
  marker('data by|data analysis by', 'data'),
  marker('fact-check(?:ed|ing)? by|fact check(?:ed|ing)? by', 'fact-check'),
  marker('interview by|interviewed by|propos recueillis par', 'interview'),
  marker('as told to', 'as-told-to'),
  marker('read by|narrated by', 'narration'),
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
];

/** The same as a note in brackets: "Jane Doe (text)". */
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
export const WITH = /^(?:with|avec|mit|con|med|met|com)\s+(?=\S)/iu;

/** Words before the first name, by language. "Par", "Von", "Por" are names elsewhere. */
export const PREFIXES: Readonly<Record<string, RegExp>> = {
  en: /^(?:by|posted by|written by|from)\s+(?=\S)/iu,
  de: /^von\s+(?=\S)/iu,
  fr: /^par\s+(?=\S)/iu,
  es: /^por\s+(?=\S)/iu,
  pt: /^por\s+(?=\S)/iu,
  it: /^di\s+(?=\S)/iu,
  nl: /^door\s+(?=\S)/iu,
  sv: /^av\s+(?=\S)/iu,
  da: /^af\s+(?=\S)/iu,
  no: /^av\s+(?=\S)/iu,
  ru: /^(?:автор(?:ы)?\s*:|автор(?:ы)?)\s+(?=\S)/iu,
};

/** Words between two names. Where a word is common inside names, only in its own language. */
export const JOINERS: readonly { word: string; languages?: readonly string[]; careful?: true }[] = [
  { word: 'and' },
  { word: '&' },
  { word: 'und' },
  { word: 'et' },
  { word: 'og' },
  { word: 'och' },
  { word: 'и' },
  { word: 'y', careful: true },
  { word: 'e', languages: ['it', 'pt', 'es'], careful: true },
  { word: 'en', languages: ['nl'], careful: true },
  { word: 'i', languages: ['pl'], careful: true },
  { word: 'a', languages: ['cs', 'sk'], careful: true },
];

/** Prepositions before the place of a contributor. */
export const PLACE_WORDS = /^(?:in|at|from|à|au|en|aus|desde|dans|depuis)$/iu;

/** Nouns that end a job title. */
export const JOB_NOUNS: ReadonlySet<string> = new Set(
  `editor reporter correspondent writer columnist critic journalist producer photographer director
  chief analyst commentator presenter anchor intern fellow contributor secretary professor lecturer
  historian author novelist economist adviser redakteur redakteurin korrespondent korrespondentin
  reporterin chefredakteur chefredakteurin rédacteur rédactrice journaliste envoyé envoyée
  correspondante redactor redactora corresponsal periodista 기자 記者`.split(/\s+/u),
);

/** Words that make a name that of an organisation. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  `press news times post herald tribune gazette chronicle journal telegraph guardian observer
  agency magazine radio television tv broadcasting media network wire university institute college
  school council foundation association society centre center group company corporation ltd inc plc
  llc gmbh agentur zeitung presse verlag rundfunk agence agencia agenzia ministry department office
  bureau team service services planet courant review quarterly union party trust museum library`.split(
    /\s+/u,
  ),
);

/** Agencies and broadcasters known by a name that does not say what they are. */
export const ORGANISATIONS: ReadonlySet<string> = new Set(
  `reuters|ap|afp|dpa|apa|sda|efe|ansa|tass|xinhua|bbc|bbc news|cnn|pa|pa media|upi|ntb|tt|anp|čtk|
  ctk|pap|lusa|kyodo|yonhap|ria|interfax|bloomberg|agence france-presse|associated press|
  the associated press|deutsche presse-agentur|press association|belga|keystone-sda|the economist|
  the guardian|politico|propublica|the conversation|al jazeera`
    .split('|')
    .map((name) => name.trim()),
);

/** Several people without names. */
export const COLLECTIVE =
  /^(?:.*\s)?(?:staff|agencies|others|wire reports|wire services|correspondents|reporters|staff writers|news desk|newsroom|editors|redaktion|agenturen|agences|agencias|la rédaction|redacción|editorial team|editorial board)$/iu;
export const COLLECTIVE_ALONE = /^(?:editorial|leader|leading article|kommentar der redaktion)$/iu;
export const ANONYMOUS =
  /^(?:(?:a|an|our|special|staff|from our)\s+(?:\p{L}+\s+)?(?:correspondent|reporter|writer|contributor)|anonymous|name withheld|staff (?:reporter|writer)|anonym|anonyme|anónimo)$/iu;
/** Accounts of publishing systems; "editor" and the like stand for nobody. */
export const SYSTEM_USER =
  /^(?:admin|administrator|editor|webmaster|root|user|guest|wpadmin|test|superuser|webteam)$/iu;
export const NO_BYLINE =
  /^(?:no byline|no by-line|none|n\/a|ohne autor|sans signature|sin firma|-+|—+)$/iu;

export const HONORIFIC_PREFIX =
  /^(?:dr\.?|prof\.?(?:\s+dr\.?)?|professor|sir|dame|lord|lady|baroness|rev\.?|reverend|fr\.|mr\.?|mrs\.?|ms\.?|mx\.?|hon\.?|rabbi|imam|gen\.?|col\.?|capt\.?|maj\.?|lt\.?)\s+(?=\S)/iu;
export const NAME_SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/iu;
export const HONORIFIC_SUFFIX =
  /^(?:m\.?d\.?|ph\.?\s?d\.?|d\.?phil\.?|m\.?a\.?|m\.?sc\.?|b\.?a\.?|j\.?d\.?|esq\.?|obe|mbe|cbe|kbe|dbe|mp|msp|rn|frs|kc|qc|dds|mph)$/iu;
