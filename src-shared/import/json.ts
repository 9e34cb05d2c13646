import { StetError } from '../errors';
import type { Extraction, Metadata } from '../model/source';
import { recordSource, uniqueParts } from './record';
import { readSpeech } from './speech-json';

/** Reads JSON: a transcript as Whisper and its kin write it, or records in CSL-JSON. */
export function extractJson(text: string, name: string): Extraction[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new StetError('file-unreadable', { name }, { cause: error });
  }
  const speech = readSpeech(data);
  if (speech) return [speech];
  const items = recordsOf(data);
  if (items.length === 0) throw new StetError('format-unsupported', { name, extension: 'json' });
  const unique = uniqueParts();
  return items.map((item, index) => {
    const id = item['citation-key'] ?? item.id;
    const isNamed = typeof id === 'string' || typeof id === 'number';
    return recordSource(item, unique(isNamed ? String(id) : `${index + 1}`));
  });
}

/** CSL-JSON is a list of items, or an object that has them. An item has a type and is about something. */
function recordsOf(data: unknown): Metadata[] {
  const isObject = typeof data === 'object' && data !== null;
  const list = Array.isArray(data)
    ? data
    : isObject && 'items' in data && Array.isArray(data.items)
      ? data.items
      : [data];
  return list.filter(
    (item): item is Metadata =>
      typeof item === 'object' &&
      item !== null &&
      typeof item.type === 'string' &&
      ['title', 'author', 'issued', 'URL', 'DOI', 'container-title'].some((key) => key in item),
  );
}
