import type { PassageTarget } from '../../src-shared/model/quotation';
import type { Span } from '../../src-shared/model/span';
import type { DiffSegment } from '../../src-shared/model/verdict';
import { type Correction, isOfRecord, type NotCarried } from '../../src-shared/model/version';
import { findPassages } from '../../src-shared/quotation/align/align';
import { carryPassage } from '../../src-shared/quotation/carry-passage';
import { placeInVersion } from '../../src-shared/quotation/place-in-version';
import { diffTexts } from '../../src-shared/text/diff-texts';
import type { StoredCheck } from '../library/checks';
import { sha256 } from '../library/files';
import { readLinkedPassage, type StoredLink } from '../library/links';
import { readCurrentVersion, readVersion, type SourceVersion } from '../library/sources';
import { readVersionFacts, type VersionFacts } from '../library/versions';
import type { Context } from './context';
import { type JudgedQuotation, judge } from './verdicts';
import { storedPair } from './version-pairs';

/** What became of a passage in the current version: depends on the two texts alone. */
interface Fate {
  because: NotCarried;
  wording: (Span & { text: string; changes: DiffSegment[] }) | null;
}

const KEPT = 2_000;
const fates = new WeakMap<Context['texts'], Map<string, Fate>>();

/** The current versions of sources, by source: read once for all quotations of an article. */
export type CurrentVersions = Map<string, { current: SourceVersion; facts: VersionFacts }>;

/**
 * What a correction means for a quotation that stayed with the version before, and since when (by the
 * logical clock) it is so: a check from before says nothing about it.
 */
export function correctionOf(
  context: Context,
  quotation: JudgedQuotation,
  link: StoredLink,
  known: CurrentVersions,
): { correction: Correction; since: string } {
  const { current, facts } = known.get(link.sourceId) ?? readCurrent(context, link.sourceId);
  known.set(link.sourceId, { current, facts });
  const { clock, kind, reason, at } = facts;
  const { because, wording } = fateOf(context, link, current);
  const judgement =
    wording &&
    judge(context, quotation, {
      sourceVersionId: current.id,
      medium: link.medium,
      language: link.language,
      start: wording.start,
      end: wording.end,
    });
  return {
    correction: {
      versionId: current.id,
      kind,
      reason,
      at,
      because,
      wording:
        wording && judgement
          ? { ...wording, verdict: judgement.verdict, diff: judgement.diff }
          : null,
    },
    since: clock,
  };
}

function readCurrent({ library }: Context, sourceId: string) {
  const current = readCurrentVersion(library.db, sourceId);
  return { current, facts: readVersionFacts(library.db, current) };
}

/**
 * Where a passage is in the current version, if it is there in the same words at the same place; else
 * where it was. Undo names the version of then, and whoever reads an older one may quote from it.
 */
export function currentTarget(context: Context, target: PassageTarget): PassageTarget {
  const { db } = context.library;
  const version = readVersion(db, target.sourceVersionId);
  const current = readCurrentVersion(db, version.sourceId);
  if (current.id === version.id) return target;
  const { kind, isWithdrawn } = readVersionFacts(db, version);
  if (!isWithdrawn && !isOfRecord(kind)) return target;
  const carried = carryPassage(storedPair(context, version, current), target);
  return 'span' in carried ? { sourceVersionId: current.id, ...carried.span } : target;
}

/**
 * True where a check was signed for the words of an older version that this link carries over: they
 * are the same, set in another way at most.
 */
export function isSignedBefore(
  { library }: Context,
  link: StoredLink,
  check: Pick<StoredCheck, 'passageSha256'>,
): boolean {
  let before = link.carriedFrom;
  while (before !== null) {
    const passage = readLinkedPassage(library.db, link.home, before);
    if (passage && sha256(passage.exact) === check.passageSha256) return true;
    before = passage?.carriedFrom ?? null;
  }
  return false;
}

function fateOf(context: Context, link: StoredLink, current: SourceVersion): Fate {
  const known = fates.get(context.texts) ?? new Map<string, Fate>();
  fates.set(context.texts, known);
  const key = `${link.sourceVersionId} ${link.start} ${link.end} ${current.id}`;
  let fate = known.get(key);
  if (!fate) {
    fate = readFate(context, link, current);
    known.set(key, fate);
    const oldest = known.keys().next().value;
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  }
  return fate;
}

/** A version whose words are damaged on disk tells nothing. */
function readFate(context: Context, link: StoredLink, current: SourceVersion): Fate {
  const from = { id: link.sourceVersionId, sourceId: link.sourceId, home: link.home };
  try {
    const pair = storedPair(context, from, current);
    const carried = carryPassage(pair, link);
    const span = 'span' in carried ? carried.span : nearest(context, pair, link, current);
    const text = span && pair.to.text.slice(span.start, span.end);
    return {
      because: 'span' in carried ? 'changed' : carried.because,
      wording: span && text ? { ...span, text, changes: diffTexts(link.exact, text) } : null,
    };
  } catch (error) {
    console.error('A source cannot be read:', error);
    return { because: 'changed', wording: null };
  }
}

/** What stands in its place; else what resembles it most, wherever that is. */
function nearest(
  context: Context,
  pair: ReturnType<typeof storedPair>,
  link: StoredLink,
  current: SourceVersion,
): Span | null {
  const place = placeInVersion(pair, link);
  if (place) return place;
  const [found] = findPassages(context.texts.get(current).index, link.exact, { limit: 1 });
  return found ? { start: found.start, end: found.end } : null;
}
