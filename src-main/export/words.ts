import type { CorrectionKind } from '../../src-shared/model/article-correction';

/** The few words an export adds to an article, in the article's language. */
export interface ExportWords {
  language: string;
  sources: string;
  source: (number: number) => string;
  passage: string;
  /** Where one source note leads to several passages. */
  passages: string;
  passageNumber: (number: number) => string;
  sourceLink: string;
  back: string;
  backNumber: (number: number) => string;
  at: string;
  page: (number: number) => string;
  paragraph: (number: number) => string;
  published: string;
  updated: string;
  corrections: Readonly<Record<CorrectionKind, string>>;
  /** The article's own footnotes. */
  notes: string;
  note: (mark: string) => string;
  /** What a page is called whose article has no headline. */
  untitled: string;
}

const EN: ExportWords = {
  language: 'en',
  sources: 'Sources',
  source: (number) => `Source ${number}`,
  passage: 'Go to the passage',
  passages: 'Go to the passages',
  passageNumber: (number) => `Passage ${number}`,
  sourceLink: 'Go to the source',
  back: 'Back to the text',
  backNumber: (number) => `Back to reference ${number}`,
  at: 'at',
  page: (number) => `p. ${number}`,
  paragraph: (number) => `paragraph ${number}`,
  published: 'Published',
  updated: 'Updated',
  corrections: { correction: 'Correction', clarification: 'Clarification', update: 'Update' },
  notes: 'Notes',
  note: (mark) => `Note ${mark}`,
  untitled: 'Untitled',
};

const DE: ExportWords = {
  language: 'de',
  sources: 'Quellen',
  source: (number) => `Quelle ${number}`,
  passage: 'Zur Stelle',
  passages: 'Zu den Stellen',
  passageNumber: (number) => `Stelle ${number}`,
  sourceLink: 'Zur Quelle',
  back: 'Zurück zum Text',
  backNumber: (number) => `Zurück zu Verweis ${number}`,
  at: 'bei',
  page: (number) => `S. ${number}`,
  paragraph: (number) => `Absatz ${number}`,
  published: 'Veröffentlicht am',
  updated: 'Aktualisiert am',
  corrections: { correction: 'Korrektur', clarification: 'Klarstellung', update: 'Aktualisierung' },
  notes: 'Anmerkungen',
  note: (mark) => `Anmerkung ${mark}`,
  untitled: 'Ohne Titel',
};

const FR: ExportWords = {
  language: 'fr',
  sources: 'Sources',
  source: (number) => `Source ${number}`,
  passage: 'Voir le passage',
  passages: 'Voir les passages',
  passageNumber: (number) => `Passage ${number}`,
  sourceLink: 'Voir la source',
  back: 'Retour au texte',
  backNumber: (number) => `Retour à l’appel ${number}`,
  at: 'à',
  page: (number) => `p. ${number}`,
  paragraph: (number) => `paragraphe ${number}`,
  published: 'Publié le',
  updated: 'Mis à jour le',
  corrections: { correction: 'Rectificatif', clarification: 'Précision', update: 'Mise à jour' },
  notes: 'Notes',
  note: (mark) => `Note ${mark}`,
  untitled: 'Sans titre',
};

const ES: ExportWords = {
  language: 'es',
  sources: 'Fuentes',
  source: (number) => `Fuente ${number}`,
  passage: 'Ir al pasaje',
  passages: 'Ir a los pasajes',
  passageNumber: (number) => `Pasaje ${number}`,
  sourceLink: 'Ir a la fuente',
  back: 'Volver al texto',
  backNumber: (number) => `Volver a la referencia ${number}`,
  at: 'en',
  page: (number) => `p. ${number}`,
  paragraph: (number) => `párrafo ${number}`,
  published: 'Publicado el',
  updated: 'Actualizado el',
  corrections: { correction: 'Corrección', clarification: 'Aclaración', update: 'Actualización' },
  notes: 'Notas',
  note: (mark) => `Nota ${mark}`,
  untitled: 'Sin título',
};

const BY_LANGUAGE: Readonly<Record<string, ExportWords>> = { en: EN, de: DE, fr: FR, es: ES };

/** The words for a language tag; English where there are none of its own. */
export function exportWords(language: string): ExportWords {
  return BY_LANGUAGE[language.slice(0, 2).toLowerCase()] ?? EN;
}

/**
 * A `YYYY-MM-DD`, `YYYY-MM` or `YYYY` date as it is written in a language. English of no country
 * puts the day first, which reads well in all of them.
 */
export function longDate(date: string, language: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  // A date stands among the words; where a language has none here, both are English.
  const { language: spoken } = exportWords(language);
  const isSpoken = language.toLowerCase().startsWith(spoken) && language !== 'en';
  const format = dateFormat(
    isSpoken ? language : spoken === 'en' ? 'en-GB' : spoken,
    day !== undefined,
  );
  return format.format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`));
}

/** Making one takes longer than all of the writing with it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasDay}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    ...(hasDay ? { day: 'numeric' as const } : {}),
    timeZone: 'UTC',
  });
  dateFormats.set(key, format);
  return format;
}

/** Seconds as `7:52` or `1:07:52`, the way Stet shows a timecode: `07:52`. */
export function timecode(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
