import { dateFrom } from '../document/date';
import { languageTag, oneLine } from '../document/imported';
import type { Extraction, Metadata } from '../model/source';
import { guessLanguage } from '../quotation/detect/language';
import { type CslName, cslMetadata } from './csl';
import { layOutLines } from './layout';

/**
 * The source that a record of a reference library makes: its abstract and its notes. Of a record
 * that has neither, the reference itself is the text, so that it can be found.
 */
export function recordSource(item: Metadata, part: string): Extraction {
  const title = oneLine(plainText(item.title));
  const creators = creatorNames(item);
  const date = isoDate(item.issued);
  const words = [plainText(item.abstract), plainText(item.note)].flatMap((text) =>
    text.split(/\n\s*\n|\n/).map((line) => line.trim()),
  );
  const lines = words.filter((line) => line !== '');
  const laidOut = layOutLines(lines.length > 0 ? lines : [referenceLine(item, creators, title)]);
  const type = typeof item.type === 'string' ? item.type : 'document';
  const url = typeof item.URL === 'string' && /^https?:/i.test(item.URL) ? item.URL : null;
  const metadata = cslMetadata({ ...item, type });
  return {
    part: oneLine(part) ?? part,
    title,
    kind: 'document',
    medium: 'written',
    language: languageTag(text(item.language)) ?? guessLanguage(laidOut.text),
    date,
    url,
    creator: oneLine(creators.join(', ')),
    ...(metadata ? { metadata } : {}),
    ...laidOut,
  };
}

/** A part's name that nobody of the file has yet. */
export function uniqueParts(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
}

function creatorNames(item: Metadata): string[] {
  const people = [item.author, item.interviewer, item.director, item.editor].find(
    (one) => Array.isArray(one) && one.length > 0,
  ) as CslName[] | undefined;
  return (people ?? []).flatMap((name) => {
    const full =
      name.literal ??
      [name.given, name['non-dropping-particle'], name.family, name.suffix]
        .filter((one) => typeof one === 'string' && one !== '')
        .join(' ');
    return typeof full === 'string' && full.trim() !== '' ? [full.trim()] : [];
  });
}

/** "Mara Lind: The Saltmere Harbour. Journal of Ports 4 (2), 2026, 12–19. https://…" */
function referenceLine(item: Metadata, creators: readonly string[], title: string | null): string {
  const container = text(item['container-title']);
  const volume = [text(item.volume), text(item.issue) && `(${text(item.issue)})`]
    .filter(Boolean)
    .join(' ');
  const place = [text(item['publisher-place']), text(item.publisher)].filter(Boolean).join(': ');
  const details = [
    [container, volume].filter(Boolean).join(' '),
    place,
    isoDate(item.issued)?.slice(0, 4) ?? '',
    text(item.page),
  ].filter((one) => one !== '');
  const start = [creators.join(', '), title ?? ''].filter((one) => one !== '').join(': ');
  const end = text(item.DOI) ? `https://doi.org/${text(item.DOI)}` : text(item.URL);
  return [start, details.join(', '), end]
    .filter((one) => one !== '')
    .map((one) => (/[.!?…]$|^https?:/.test(one) ? one : `${one}.`))
    .join(' ');
}

function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** Titles and abstracts may have tags for italics and such, and entities. */
function plainText(value: unknown): string {
  return text(value)
    .replace(/<\/?(?:p|div|li|h\d)\b[^<>]*>|<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:i|b|em|strong|sup|sub|sc|span|u|nc|ul|ol|jats:[a-z]+)\b[^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39|apos);/g, (_, name: string) => ENTITY[name] ?? '');
}

const ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  '#39': "'",
  apos: "'",
};

/** The date of CSL's `date-parts`, as far as it goes; a season or a range is its first date. */
function isoDate(issued: unknown): string | null {
  if (typeof issued !== 'object' || issued === null) return null;
  const { 'date-parts': parts, raw } = issued as { 'date-parts'?: unknown; raw?: unknown };
  const first = Array.isArray(parts) ? (parts[0] as unknown) : null;
  if (!Array.isArray(first)) return dateText(text(raw));
  return dateText(first.map((one) => String(one).padStart(2, '0')).join('-'));
}

function dateText(date: string): string | null {
  const year = /^(\d{4})(?!\d)/.exec(date)?.[1];
  return year === undefined ? null : (dateFrom(date) ?? dateFrom(date.slice(0, 7)) ?? year);
}
