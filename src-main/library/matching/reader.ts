import type { Database } from 'better-sqlite3';
import type { Medium } from '../../../src-shared/model/source';
import type { QueryFeature } from '../../../src-shared/quotation/candidates/features';
import { FreshChunks } from '../../../src-shared/quotation/candidates/fresh';
import { findInRow, type Postings, rowOf } from '../../../src-shared/quotation/candidates/rows';
import {
  type Candidate,
  countVotes,
  newBallot,
} from '../../../src-shared/quotation/candidates/vote';
import { isCurrentVersion } from '../current';
import type { SourceVersion } from '../sources';
import { prepare } from '../sqlite';
import { HOMES, type Home } from '../write';
import { visitFresh } from './fresh-features';
import { listSegments, readRowBytes, readState, type Segment } from './segments';

/** A source that may have the quotation. */
export interface CandidateSource {
  version: Omit<SourceVersion, 'length'>;
  title: string;
  fileName: string;
  medium: Medium;
  /** BCP 47 tag. */
  language: string | null;
  /** What the features that it has tell together, and as a share of what all of them would. */
  bits: number;
  share: number;
}

/** One of the two files, as it stands in this transaction. */
interface Shelf {
  home: Home;
  segments: Segment[];
  fresh: FreshChunks;
  /** Added to its chunk numbers, so that those of both files can be counted together. */
  offset: number;
}

/** Chunks that are looked at more closely: some of them belong to one source, or to none any more. */
const MOST_CHUNKS = 64;

/**
 * Looks features up in the matching index over any connection. Keeps the chunks that are in no
 * segment yet in memory, and brings them up to date by itself.
 */
export class MatchingReader {
  private readonly ballot = newBallot();
  private readonly fresh = { main: new FreshShelf(), private: new FreshShelf() };

  constructor(private readonly db: Database) {}

  /** Runs `work` on one state of the library, whatever is written meanwhile. */
  snapshot<T>(work: () => T): T {
    return this.db.transaction(work).deferred();
  }

  /**
   * The sources that have most of what these features tell, best first; none that was removed, and
   * none but its newest version. To be called within `snapshot`.
   */
  findCandidates(features: readonly QueryFeature[], limit: number): CandidateSource[] {
    const { shelves, chunkCount } = this.readShelves();
    const { candidates, possible } = countVotes(
      this.ballot,
      features,
      chunkCount,
      MOST_CHUNKS,
      (feature, found) => {
        return shelves.every((shelf) => lookUp(this.db, shelf, feature, found));
      },
    );
    const sources = new Map<string, CandidateSource>();
    const bitsOf = new Map(candidates.map(({ chunk, bits }) => [chunk, bits]));
    for (const candidate of candidates) {
      if (sources.size === limit) break;
      const shelf = shelves.findLast(({ offset }) => offset <= candidate.chunk)!;
      const found = findSource(this.db, shelf, candidate);
      if (!found) continue;
      const { endChunk, source } = found;
      // Words at the end of one chunk and the beginning of the next.
      const next =
        candidate.chunk + 1 - shelf.offset < endChunk ? bitsOf.get(candidate.chunk + 1) : 0;
      const bits = candidate.bits + (next ?? 0);
      const known = sources.get(source.version.id);
      if (!known) sources.set(source.version.id, { ...source, bits, share: bits / possible });
      else if (bits > known.bits) Object.assign(known, { bits, share: bits / possible });
    }
    return [...sources.values()].sort((one, other) => other.bits - one.bits);
  }

  /** About how many words the library has, to be called within `snapshot`. */
  countWords(): number {
    const { shelves } = this.readShelves();
    const sizes = shelves.map(({ segments, fresh }) =>
      segments.reduce((sum, { postings }) => sum + postings, fresh.size),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** The sources added last, of so many UTF-16 code units together, to be called within `snapshot`. */
  listNewest(limit: number, length: number): CandidateSource[] {
    let left = length;
    const sources = HOMES.flatMap((home) =>
      prepare<SourceRow & { length: number }>(
        this.db,
        `SELECT ${SOURCE_COLUMNS}, length(words.text) AS length
         FROM (SELECT * FROM ${home}.source WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?) AS source
         JOIN ${home}.source_version AS version ON version.source_id = source.id
         JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256
         WHERE ${isCurrentVersion(home)} ORDER BY source.id DESC`,
      )
        .all(limit)
        .map((row) => ({ row, home })),
    ).sort((one, other) => (one.row.sourceId < other.row.sourceId ? 1 : -1));
    return sources
      .filter(({ row }) => {
        left -= row.length;
        return left >= 0;
      })
      .map(({ row: { length: _, ...row }, home }) => ({
        ...toSource(row, home),
        bits: 0,
        share: 0,
      }));
  }

  private readShelves(): { shelves: Shelf[]; chunkCount: number } {
    let offset = 0;
    const shelves = HOMES.map((home) => {
      const shelf = {
        home,
        segments: listSegments(this.db, home),
        fresh: this.fresh[home].upToDate(this.db, home),
        offset,
      };
      offset += readState(this.db, home, 'nextChunk');
      return shelf;
    });
    return { shelves, chunkCount: offset };
  }
}

function lookUp(
  db: Database,
  { home, segments, fresh, offset }: Shelf,
  feature: number,
  found: Postings,
): boolean {
  for (const segment of segments) {
    const bytes = readRowBytes(db, home, segment.id, rowOf(segment, feature));
    const base = segment.firstChunk + offset;
    if (bytes && !findInRow(bytes, segment, base, feature, found)) return false;
  }
  fresh.find(feature, found, offset);
  return true;
}

interface SourceRow {
  id: string;
  sourceId: string;
  number: number;
  title: string;
  fileName: string;
  medium: Medium;
  language: string | null;
}

const SOURCE_COLUMNS = `version.id, version.source_id AS sourceId, version.number, source.title,
  source.file_name AS fileName, source.medium, source.language`;

function toSource({ id, sourceId, number, ...rest }: SourceRow, home: Home) {
  return { version: { id, sourceId, home, number }, ...rest };
}

/** The source that a chunk belongs to, and where its chunks end. */
function findSource(db: Database, { home, offset }: Shelf, { chunk }: Candidate) {
  const row = prepare<SourceRow & { endChunk: number }>(
    db,
    `SELECT ${SOURCE_COLUMNS}, document.first_chunk + document.chunk_count AS endChunk
     FROM (SELECT * FROM ${home}.matching_document WHERE first_chunk <= ?
       ORDER BY first_chunk DESC LIMIT 1) AS document
     JOIN ${home}.source_version AS version ON version.id = document.version_id
     JOIN ${home}.source ON source.id = version.source_id AND source.deleted_at IS NULL
     WHERE ${isCurrentVersion(home)}`,
  ).get(chunk - offset);
  if (!row || chunk - offset >= row.endChunk) return null;
  const { endChunk, ...source } = row;
  return { endChunk, source: toSource(source, home) };
}

/** The fresh chunks of one file, as far as they were read. */
class FreshShelf {
  private readonly chunks = new FreshChunks();
  private flushedTo = -1;
  private readTo = 0;

  upToDate(db: Database, home: Home): FreshChunks {
    const flushedTo = readState(db, home, 'flushedTo');
    if (flushedTo !== this.flushedTo) {
      this.chunks.clear();
      this.flushedTo = flushedTo;
      this.readTo = flushedTo;
    }
    const nextChunk = readState(db, home, 'nextChunk');
    if (this.readTo < nextChunk) {
      visitFresh(db, home, this.readTo, nextChunk, (feature, chunk) =>
        this.chunks.add(feature, chunk),
      );
      this.readTo = nextChunk;
    }
    return this.chunks;
  }
}
