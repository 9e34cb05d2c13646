/** The quotation marks of a language, with the space that stands inside them where there is one. */
export interface LocaleMarks {
  open: string;
  close: string;
  /** For a quotation inside a quotation. */
  innerOpen: string;
  innerClose: string;
}

/** CLDR's narrow no-break space, which French puts inside its marks. */
const NARROW = '\u202f';

const marks = (open: string, close: string, innerOpen: string, innerClose: string) => ({
  open,
  close,
  innerOpen,
  innerClose,
});

const ENGLISH: LocaleMarks = marks('“', '”', '‘', '’');
const GUILLEMETS: LocaleMarks = marks('«', '»', '„', '“');
const CORNERS: LocaleMarks = marks('「', '」', '『', '』');

/** STANDARDS section 5.3, from CLDR 48; the inner marks that it leaves out are the usual ones. */
const MARKS: Record<string, LocaleMarks> = {
  en: ENGLISH,
  fr: marks(`«${NARROW}`, `${NARROW}»`, `«${NARROW}`, `${NARROW}»`),
  'fr-CH': marks('«', '»', '‹', '›'),
  de: marks('„', '“', '‚', '‘'),
  'de-CH': marks('«', '»', '‹', '›'),
  es: ENGLISH,
  it: marks('«', '»', '“', '”'),
  pt: ENGLISH,
  'pt-PT': marks('«', '»', '“', '”'),
  nl: marks('‘', '’', '“', '”'),
  sv: marks('”', '”', '’', '’'),
  fi: marks('”', '”', '’', '’'),
  da: marks('”', '”', '’', '’'),
  nb: marks('«', '»', '‘', '’'),
  no: marks('«', '»', '‘', '’'),
  pl: marks('„', '”', '«', '»'),
  cs: marks('„', '“', '‚', '‘'),
  hu: marks('„', '”', '»', '«'),
  ru: GUILLEMETS,
  uk: GUILLEMETS,
  el: marks('«', '»', '“', '”'),
  ja: CORNERS,
  zh: ENGLISH,
  'zh-Hant': CORNERS,
  ko: ENGLISH,
  ar: marks('”', '“', '’', '‘'),
  he: marks('”', '”', '’', '’'),
};

/**
 * The quotation marks of a language, by its BCP 47 tag; English where the language is not known.
 * A tag falls back to its beginning: `de-CH` has an entry of its own, `de-AT` is `de`.
 */
export function marksOf(language: string): LocaleMarks {
  const parts = language.split('-');
  for (let length = parts.length; length > 0; length--) {
    const known = MARKS[parts.slice(0, length).join('-')];
    if (known) return known;
  }
  return ENGLISH;
}

/** Double quotation marks and what stands between them; single ones are too often apostrophes. */
const MARKED = /(["“”„«»])([^"“”„«»]*)(["“”«»])/gu;

/**
 * Words in the quotation marks of a language. Double marks within the words become the marks of a
 * quotation inside a quotation.
 */
export function inQuotationMarks(words: string, language: string): string {
  const { open, close, innerOpen, innerClose } = marksOf(language);
  const inner = words.replace(
    MARKED,
    (_marked, _open, inside: string) => `${innerOpen}${inside.trim()}${innerClose}`,
  );
  return `${open}${inner}${close}`;
}
