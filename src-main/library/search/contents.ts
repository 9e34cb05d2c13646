import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { plainText } from '../../../src-shared/document/plain-text';
import { StetError } from '../../../src-shared/errors';
import { readArticle } from '../articles';
import { collectionsOf } from '../collections';
import { listCredits } from '../credits';
import { isCurrentVersion } from '../current';
import { openDocument, readWorkingCopy } from '../documents';
import { sha256 } from '../files';
import { readJson } from '../json';
import { namesOf, readPerson } from '../people';
import { readSpeakers } from '../speakers';
import { prepare } from '../sqlite';
import type { BehindItem } from './behind';
import type { SearchDocument } from './documents';
import { yearFacts } from './years';

/** What the index is to hold of a thing; null where it is in the bin, or not in this file (any more). */
export function contentsOf(db: Database, item: BehindItem): SearchDocument | null {
  try {
    if (item.kind === 'article') return articleContents(db, item.itemId);
    if (item.kind === 'person') return personContents(db, item.itemId);
    if (item.kind === 'source-note') return noteContents(db, item);
    return sourceContents(db, item);
  } catch (error) {
    // A damaged text is said where it is opened; the others are to be found all the same.
    if (error instanceof StetError && (error.code === 'not-found' || isDamage(error))) return null;
    throw error;
  }
}

const isDamage = ({ code }: StetError) => code === 'library-damaged';

function articleContents(db: Database, articleId: string): SearchDocument | null {
  const article = readArticle(db, articleId);
  if (article.shelf === 'bin') return null;
  const { text } = plainText(openDocument(readWorkingCopy(db, articleId)));
  const names = new Set([
    ...listCredits(db, articleId).map(({ name }) => name),
    ...[...readSpeakers(db, articleId).values()].map(({ name }) => name),
  ]);
  return {
    title: article.headline,
    names: [...names],
    tags: article.tags,
    facts: [article.status],
    text,
    textSha256: null,
  };
}

interface SourceRow {
  title: string;
  kind: string;
  terms: string;
  creator: string | null;
  description: string | null;
  date: string | null;
  tags: string;
  sha256: string;
  text: string;
  locators: string;
}

/** One query: thousands of sources come in at once. */
function sourceContents(db: Database, { home, itemId }: BehindItem): SearchDocument | null {
  const row = prepare<SourceRow>(
    db,
    `SELECT source.title, source.kind, source.terms, source.creator, source.description, source.date,
       source.tags,
       words.sha256, words.text, version.locators
     FROM ${home}.source
     JOIN ${home}.source_version AS version ON version.source_id = source.id
     JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256
     WHERE source.id = ? AND source.deleted_at IS NULL AND ${isCurrentVersion(home)}`,
  ).get(itemId);
  if (!row) return null;
  if (sha256(row.text) !== row.sha256) throw new StetError('library-damaged', { sourceId: itemId });
  const locators = readJson(v.array(SpeakerSchema), row.locators);
  const speakers = new Set(locators.flatMap(({ speaker }) => speaker ?? []));
  return {
    title: row.title,
    names: [row.creator, row.description, ...speakers].filter((name) => name !== null),
    tags: readJson(v.array(v.string()), row.tags),
    facts: [row.kind, row.terms, ...yearFacts(row.date), ...collectionsOf(db, home, itemId)],
    text: row.text,
    textSha256: row.sha256,
  };
}

const SpeakerSchema = v.object({ speaker: v.exactOptional(v.string()) });

/** A note's words are its name: it is short, and it is found by nothing else. */
function noteContents(db: Database, { home, itemId }: BehindItem): SearchDocument | null {
  const text = prepare<string>(
    db,
    `SELECT note.text FROM ${home}.source_note AS note JOIN ${home}.source ON source.id = note.source_id
     WHERE note.id = ? AND note.deleted_at IS NULL AND source.deleted_at IS NULL`,
  )
    .pluck()
    .get(itemId);
  if (text === undefined) return null;
  return { title: text, names: [], tags: [], facts: [], text: null, textSha256: null };
}

function personContents(db: Database, personId: string): SearchDocument | null {
  const person = readPerson(db, personId);
  // One that was merged into another is found as that one, by its names.
  if (person.isDeleted || person.standsAs !== null) return null;
  const [, ...otherNames] = namesOf(db, personId);
  return {
    title: person.name,
    names: [person.role, person.affiliation, ...otherNames].filter((name) => name !== null),
    tags: [],
    facts: [],
    text: null,
    textSha256: null,
  };
}
