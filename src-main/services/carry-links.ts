import type { Span } from '../../src-shared/model/span';
import { carryPassage } from '../../src-shared/quotation/carry-passage';
import { describePassage } from '../../src-shared/quotation/passage';
import { addLink, type LinkOfSource, listLinksOfSource, readLinkedPassage } from '../library/links';
import { readSource, readVersion, type SourceText, type SourceVersion } from '../library/sources';
import type { Write } from '../library/write';
import { Breather } from './breather';
import type { Context } from './context';
import { placeOf } from './passages';
import { pairWith } from './version-pairs';

/** Where each link goes, by its id; one that is not here stays. */
export type CarryPlan = Map<string, { link: LinkOfSource; span: Span }>;

/**
 * Finds out, for the links to some versions of a source, where their passages are in another text.
 * Takes a moment for long texts, so it comes before the transaction that writes it.
 */
export async function planCarrying(
  context: Context,
  sourceId: string,
  versionIds: ReadonlySet<string>,
  to: SourceText,
): Promise<CarryPlan> {
  const { db } = context.library;
  const source = readSource(db, sourceId);
  const plan: CarryPlan = new Map();
  const pairs = new Map<string, ReturnType<typeof pairWith>>();
  const breather = new Breather();
  for (const link of listLinksOfSource(db, source)) {
    if (!versionIds.has(link.versionId)) continue;
    let pair = pairs.get(link.versionId);
    if (!pair) {
      pair = pairWith(context, { id: link.versionId, sourceId, home: source.home }, to);
      pairs.set(link.versionId, pair);
    }
    const carried = carryPassage(pair, link);
    if ('span' in carried) plan.set(link.id, { link, span: carried.span });
    await breather.breathe();
  }
  return plan;
}

/** Writes the links that a plan carries over, unless one was changed meanwhile. */
export function carryLinks(
  write: Write,
  version: Pick<SourceVersion, 'id' | 'sourceId' | 'home'>,
  { text, locators }: SourceText,
  plan: CarryPlan,
): void {
  const { sourceId: id, home } = version;
  const live = new Set(listLinksOfSource(write.db, { id, home }).map((link) => link.id));
  for (const { link, span } of plan.values()) {
    if (!live.has(link.id)) continue;
    const passage = {
      ...describePassage(text, span.start, span.end),
      place: placeOf(locators, span),
    };
    addLink(write, link.articleId, link.quotationId, { version, passage }, link.id);
  }
}

/**
 * Gives links that were carried over to a version back to where they came from. Those that an editor
 * made to it stay.
 */
export function takeLinksBack(write: Write, versionId: string): void {
  const { sourceId: id, home } = readVersion(write.db, versionId);
  for (const link of listLinksOfSource(write.db, { id, home })) {
    if (link.versionId !== versionId || link.carriedFrom === null) continue;
    const before = readLinkedPassage(write.db, home, link.carriedFrom);
    if (!before) continue;
    const { versionId: sourceVersionId, carriedFrom, ...passage } = before;
    const version = { id: sourceVersionId, home };
    addLink(write, link.articleId, link.quotationId, { version, passage }, carriedFrom);
  }
}
