import type { SourceDetails } from '../../src-shared/model/source';
import type { NewSource } from '../library/sources';

/** What is said of a source that nobody described. */
export const PLAIN_DETAILS: SourceDetails = {
  title: 'Note',
  kind: 'note',
  medium: 'written',
  terms: 'on-the-record',
  embargoUntil: null,
  disclosure: 'public',
  description: null,
  date: null,
  url: null,
  creator: null,
};

/** A source that nobody described, but for what is given. */
export function plainSource(details: Partial<NewSource> = {}): NewSource {
  return { ...PLAIN_DETAILS, fileName: 'note.txt', language: 'en', ...details };
}
