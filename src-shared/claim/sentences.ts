import type { Span } from '../model/span';

/*
 * Where sentences begin and end, for English, German, French and Spanish: as far as it matters for
 * pointing at one. A sentence that is cut in two is a nuisance; two that are taken for one are as well.
 */

const ENDS = /[.!?…]+["'”’»“)\]]*(?=\s+["'“‘„«»¿¡([—–-]*[\p{Lu}\p{N}]|\s*$)|\n+/gu;

/** Words that a stop belongs to, without it, in lower case; single letters are meant anyway. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st sr jr gen col lt sgt capt rev hon gov sen rep adm maj no nos vol pp fig eq vs
   cf etc inc ltd corp co dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed
   thu fri sat sun ave blvd bzw ca vgl usw evtl ggf inkl zzgl str nr abs art bd hrsg mio mrd tsd sog
   geb dipl ing mag phil med jur hl frl rund av env mme mlle mm dir sra srta dña avda núm pág aprox
   pdte ee uu`
    .split(/\s+/)
    .filter(Boolean),
);

/** What begins a sentence, and no name. */
const STARTS =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|This|That|These|But|And|For|By|As|If|When|Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Le|La|Les|Un|Une|Il|Elle|Ils|El|Los|Las|Una)\s/;

const WORD_BEFORE = /([\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*)\.+$/u;

/** The sentences of one line of an article, without the spaces around them. */
export function findSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    const to = start + words.trimEnd().length;
    if (to > from) sentences.push({ start: from, end: to });
    start = end;
  };
  for (const { 0: mark, index } of text.matchAll(ENDS)) {
    const end = index + mark.length;
    if (mark.includes('\n') || !isAbbreviation(text, start, index, mark)) close(end);
  }
  close(text.length);
  return sentences;
}

/** True where a stop ends a word, or a German ordinal, and no sentence. */
function isAbbreviation(text: string, from: number, at: number, mark: string): boolean {
  if (mark !== '.') return false;
  const [, word = ''] = WORD_BEFORE.exec(text.slice(Math.max(from, at - 24), at + 1)) ?? [];
  if (word === '') return false;
  const after = text.slice(at + 1).trimStart();
  if (after === '') return false;
  // "z.B.", "U.S.", and the initial of a name; but "in Washington D.C. The team …".
  if (word.includes('.')) return !STARTS.test(after);
  if (/^\p{L}$/u.test(word)) return true;
  if (ABBREVIATIONS.has(word.toLowerCase())) return true;
  // "am 3. Mai", "der 2. Weltkrieg"
  return /^\d{1,2}$/.test(word) && /^\p{Lu}\p{Ll}/u.test(after);
}
