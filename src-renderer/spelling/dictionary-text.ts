import type { DictionaryFiles } from './checker';

/*
 * The files of a Hunspell dictionary as text. Many are in an encoding of the nineties, which the first
 * lines of the .aff name; Hunspell is asked in UTF-8, so they are turned into it.
 */

const DECLARED = /^\uFEFF?[ \t]*SET[ \t]+(\S+)/mu;
const FLAGS = /^[ \t]*FLAG[ \t]/mu;
const BEYOND_ASCII = /[^\0-\x7f]/u;

/** Hunspell's names of encodings that browsers call otherwise. */
const LABELS: Record<string, string> = {
  'ISCII-DEVANAGARI': 'utf-8',
  'MICROSOFT-CP1251': 'windows-1251',
  'TIS620-2533': 'windows-874',
};

/** Both files in UTF-8. Throws a RangeError where they name an encoding that nobody knows. */
export function readDictionary({ aff, dic }: DictionaryFiles): { aff: string; dic: string } {
  // The names of encodings are ASCII, in whatever encoding the rest is.
  const named = DECLARED.exec(new TextDecoder('latin1').decode(aff))?.[1] ?? 'ISO8859-1';
  const encoding = labelOf(named);
  const decoder = new TextDecoder(encoding);
  const affText = decoder.decode(aff);
  const dicText = decoder.decode(dic);
  if (decoder.encoding === 'utf-8') return { aff: affText, dic: dicText };
  const rest = affText.replace(DECLARED, '');
  // A flag is one character. Beyond ASCII it is two bytes from now on, which has to be said.
  const flags = !FLAGS.test(affText) && BEYOND_ASCII.test(affText) ? 'FLAG UTF-8\n' : '';
  return { aff: `SET UTF-8\n${flags}${rest}`, dic: dicText };
}

function labelOf(name: string): string {
  const known = LABELS[name.toUpperCase()];
  if (known) return known;
  return name.replace(/^ISO-?8859-?(\d+)$/iu, 'iso-8859-$1').replace(/^cp(\d+)$/iu, 'windows-$1');
}
