import type { CslItem } from './csl-item';
import { dateOf, namesOf, textOf } from './values';

/** Entry types of BibLaTeX; what is none of these is a misc. */
const TYPES: Record<string, string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  dataset: 'dataset',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  post: 'online',
  'post-weblog': 'online',
  report: 'report',
  software: 'software',
  standard: 'standard',
  thesis: 'thesis',
  webpage: 'online',
};

/** How a thing came to be known that no entry type stands for. */
const HOW_PUBLISHED: Record<string, string> = {
  broadcast: 'Broadcast',
  hearing: 'Hearing',
  interview: 'Interview',
  personal_communication: 'Personal communication',
  speech: 'Speech',
};

const FIELDS: readonly (readonly [name: string, field: string])[] = [
  ['title', 'title'],
  ['series', 'collection-title'],
  ['edition', 'edition'],
  ['volume', 'volume'],
  ['number', 'issue'],
  ['publisher', 'publisher'],
  ['location', 'publisher-place'],
  ['doi', 'DOI'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['langid', 'language'],
];

/** Records as BibTeX in the fields of BibLaTeX, each with a note (what of it is quoted). */
export function writeBibtex(
  records: readonly { item: CslItem; notes: readonly string[] }[],
): string {
  return records.map(({ item, notes }) => entry(item, notes)).join('\n');
}

function entry(item: CslItem, notes: readonly string[]): string {
  const type = TYPES[item.type] ?? 'misc';
  const fields: [string, string][] = [];
  const put = (name: string, value: string) => {
    if (value.trim() !== '') fields.push([name, value]);
  };
  for (const field of ['author', 'editor', 'translator'] as const) {
    put(field, namesOf(item[field]).map(printedName).join(' and '));
  }
  for (const [name, field] of FIELDS) put(name, inTex(textOf(item[field])));
  const container = inTex(textOf(item['container-title']));
  put(
    type === 'article' ? 'journaltitle' : type === 'online' ? 'organization' : 'booktitle',
    container,
  );
  put('howpublished', type === 'misc' ? (HOW_PUBLISHED[item.type] ?? '') : '');
  put('pages', inTex(textOf(item.page)).replace(/(\d)[-–](\d)/g, '$1--$2'));
  put('date', dateOf(item.issued) ?? '');
  // An address is printed as it is: its signs are not TeX's.
  put('url', textOf(item.URL).replace(/[{}\\]/g, encodeURIComponent));
  put('urldate', dateOf(item.accessed) ?? '');
  put('note', notes.map(inTex).join('; '));
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

function printedName({
  family,
  given,
  literal,
  suffix,
}: ReturnType<typeof namesOf>[number]): string {
  // Braces keep a name whole that has no parts: "Port Authority and Sons" is one.
  if (literal !== undefined) return `{${inTex(literal)}}`;
  return [family, suffix, given]
    .filter(Boolean)
    .map((part) => inTex(part ?? ''))
    .join(', ');
}

const SIGNS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Words as TeX prints them: its own signs are written out, all other characters are UTF-8. */
function inTex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\~^#$%&_{}]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}
