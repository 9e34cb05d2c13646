import type { LeftUnlinked } from '../../src-shared/contract/articles';
import { plainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import type { Span } from '../../src-shared/model/span';
import { Findable } from '../../src-shared/sidecar/find-parts';
import type { Sidecar, SidecarQuotation } from '../../src-shared/sidecar/sidecar';
import { clip } from '../../src-shared/words/quoted';
import { addLink } from '../library/links';
import { updateQuotation } from '../library/quotations';
import { addSpeaker } from '../library/speakers';
import { newId, type Write } from '../library/write';
import type { Context } from './context';
import { currentTarget } from './corrections';
import { describeTarget } from './passage-targets';
import type { PeopleRecogniser } from './recognise-people';
import { PassageFinder } from './sidecar-links';

const LONGEST_WORDS = 120;

/** A quotation of a sidecar, and where its words stand in the article that came in. */
export interface PlacedQuotation {
  id: string;
  parts: Span[];
  said: string[];
  from: SidecarQuotation;
}

export interface PlacedQuotations {
  placed: PlacedQuotation[];
  /** Those whose words the article has no more. */
  lost: SidecarQuotation[];
}

/** Finds the quotations of a sidecar in the text of its article. */
export function placeQuotations(document: Document, { quotations }: Sidecar): PlacedQuotations {
  const { text } = plainText(document);
  const findable = new Findable(text);
  const placed: PlacedQuotation[] = [];
  const lost: SidecarQuotation[] = [];
  for (const from of quotations) {
    const parts = findable.findAll(from.parts);
    const isTaken = placed.some((one) => JSON.stringify(one.parts) === JSON.stringify(parts));
    if (!parts || isTaken) lost.push(from);
    else {
      const said = parts.map(({ start, end }) => text.slice(start, end));
      placed.push({ id: newId(), parts, said, from });
    }
  }
  return { placed, lost };
}

/**
 * Links the quotations to their passages again and names their speakers; what was said to be none is
 * none again. Says what was left.
 */
export function bringBack(
  context: Context,
  transaction: Write,
  articleId: string,
  { placed, lost }: PlacedQuotations,
  people: PeopleRecogniser,
): { isUsed: true; linked: number; left: LeftUnlinked[] } {
  const finder = new PassageFinder(context);
  const left = lost
    .filter(({ isDismissed }) => !isDismissed)
    .map((from) => leftUnlinked('quotation', from));
  let linked = 0;
  for (const { id, said, from } of placed) {
    if (from.isDismissed) {
      updateQuotation(transaction, { id, articleId }, { dismissed: true });
      continue;
    }
    if (from.speaker) {
      const personId = people.speaking(from.speaker);
      if (personId !== null) addSpeaker(transaction, articleId, id, personId);
    }
    const found = finder.find(from, said);
    if ('because' in found) left.push(leftUnlinked(found.because, from));
    else {
      const target = describeTarget(context, currentTarget(context, found.target));
      addLink(transaction, articleId, id, target);
      linked += 1;
    }
  }
  return { isUsed: true, linked, left };
}

function leftUnlinked(because: LeftUnlinked['because'], from: SidecarQuotation): LeftUnlinked {
  const words = clip(from.parts.map(({ exact }) => exact).join(' '), LONGEST_WORDS);
  return { because, words, title: from.source?.title ?? null };
}
