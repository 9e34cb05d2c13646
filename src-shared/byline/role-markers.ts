import type { CreditRole } from '../model/byline';
import { WORK } from './parse-words';

/** The phrases of a byline that say what those named after them did. */

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

/** "photos d’Anne Petit" */
const elided = (phrase: string, ...roles: CreditRole[]): RoleMarker => ({
  pattern: new RegExp(`^(?:${phrase})\\s+d[’'](?=\\p{Lu})`, 'iu'),
  roles,
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
  label(
    '(?:(?:copy|photo|picture|senior|managing|series|story|news|deputy|web|digital|visuals?|commissioning|sub)[- ])(?:editing|edited|editors?)',
    'editing',
  ),
  label('writers?|gastbeitrag|gastautor(?:in)?|kolumne|columns?|opinie|írta', 'author'),
  label('beeld|fotó|fotografering', 'photo'),
  label('illustraties?|illustrazioni?|ilustraç(?:ão|ões)|teckning(?:ar)?|artwork', 'illustration'),
  label('infografik(?:en)?|infografi[ae]s?', 'graphics'),
  label('حوار|حاوره|حاورها|أجرى الحوار|أجرت الحوار|ראיון|wywiad|intervju', 'interview'),
  elided('textes?', 'author'),
  elided('photos?|photographies', 'photo'),
  elided('illustrations?|dessins?', 'illustration'),
  marker('(?:copy|photo)[- ]edit(?:ing|ed) by', 'editing'),
  marker('art(?:work)? by', 'illustration'),
  marker('(?:audio|sound)(?: (?:produced|design(?:ed)?))? by', 'production'),
  marker('edi(?:ção|ción) de|a cura del(?:la)?', 'editing'),
  marker('tradução de', 'translation'),
  marker('infografi[ae] (?:de|di)|infographie de|grafica di', 'graphics'),
  marker(
    'ilustraç(?:ão|ões) de|ilustraci(?:ón|ones) de|illustrazioni? di|illustrations? de|dessins? de|illustraties? van|illustration(?:en)? von',
    'illustration',
  ),
  marker('v[íi]deo de|video (?:di|von|van)|vidéo de', 'video'),
  marker(
    "(?:reportagem|an[áa]lise|opinião|cr[óô]nica|coluna|columna|opinión|análisis|reportaje|(?:la )?chronique) de|(?:l[’']?)?(?:commento|analisi|articolo) di|(?:een )?column van",
    'author',
  ),
  marker(
    'una entrevista de|(?:entretien|interview) réalisée? par|interview door|беседовал[аи]?|rozmawiała?|ראיינה?|حوار|حاورها?|مقابلة',
    'interview',
  ),
  marker('opgetekend door|записал[аи]?', 'as-told-to'),
  anywhere('m\\.m\\.v\\.|met bijdragen van', 'additional-reporting'),
  marker('перев[её]л[аи]?|ترجمة|תרגום(?: מ\\p{L}+)?|תרגמה', 'translation'),
  marker('تصوير|عدسة|צילומ(?:ים)|צילום|צילמה?', 'photo'),
  marker('رسوم|איורים?', 'illustration'),
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
  { pattern: /^(?:Tekst|Textes?|Texto|Testo)\s+(?=\p{Lu})/u, roles: ['author'] },
  {
    pattern: /^(?:Fotos?|Foto[’']s|Bilder|Beeld|Fotografie|Fotografías?|Fotografia)\s+(?=\p{Lu})/u,
    roles: ['photo'],
  },
  { pattern: /^(?:Illustraties?|Illustrationen)\s+(?=\p{Lu})/u, roles: ['illustration'] },
  { pattern: /^(?:Interview|Entretien)\s+(?=\p{Lu})/u, roles: ['interview'] },
  {
    pattern: /^(?:Vertaling|Traduction|Tradução|Übersetzung)\s+(?=\p{Lu})/u,
    roles: ['translation'],
  },
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

const COMBINED =
  /^([\p{L}’']+)(?:,\s+([\p{L}’']+))?\s*(?:\s(?:and|und|et|y|e|en|och|og|i|и)\s|&|\+|\/)\s*([\p{L}’']+)(?:\s*:\s*|\s+(?:by|von|de|di|van|av|af)\s+)/iu;

/** "Words and pictures by", "Text, video & photos:": what one did, by the words for each. */
function combinedAt(text: string): { length: number; roles: readonly CreditRole[] } | null {
  const match = COMBINED.exec(text);
  if (!match) return null;
  const roles = match
    .slice(1)
    .filter((word) => word !== undefined)
    .map((word) => WORK.get(word.toLowerCase()));
  const known = roles.filter((role) => role !== undefined);
  return known.length === roles.length ? { length: match[0].length, roles: known } : null;
}

/** The phrase or label that a text begins with. */
export function markerAt(text: string): { length: number; roles: readonly CreditRole[] } | null {
  const combined = combinedAt(text);
  if (combined) return combined;
  for (const marker of ROLE_MARKERS) {
    const match = marker.pattern.exec(text);
    if (match) return { length: match[0].length, roles: marker.roles };
  }
  return null;
}

/** The same of some of them. */
export function anyMarker(
  text: string,
  markers: readonly RoleMarker[],
): { length: number; roles: readonly CreditRole[] } | null {
  for (const marker of markers) {
    const match = marker.pattern.exec(text);
    if (match) return { length: match[0].length, roles: marker.roles };
  }
  return null;
}
