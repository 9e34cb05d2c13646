import type { Agreement } from '../../src-shared/model/note';
import type { QuotationView } from '../../src-shared/model/quotation';
import { listAgreements, putAgreement, removeAgreement } from '../library/agreements';
import { readSource } from '../library/sources';
import { write } from '../library/write';
import type { Handlers } from './context';
import { endsInWordsOf, isNoName } from './passage-speaker';

export const agreements = {
  'agreements.list': ({ library }, { sourceId }) =>
    listAgreements(library.db, readSource(library.db, sourceId)),

  'agreements.set': ({ library }, { sourceId, agreements: wanted }) => {
    const source = readSource(library.db, sourceId);
    const previous = listAgreements(library.db, source);
    const before = new Map(previous.map((one) => [one.id, JSON.stringify(one)]));
    const kept = new Set(wanted.map(({ id }) => id));
    write(library, (transaction) => {
      for (const agreement of wanted) {
        if (before.get(agreement.id) !== JSON.stringify(agreement)) {
          putAgreement(transaction, source, agreement);
        }
      }
      for (const { id } of previous) {
        if (!kept.has(id)) removeAgreement(transaction, source.home, id);
      }
    });
    return { previous };
  },
} satisfies Partial<Handlers>;

/**
 * Whether an agreement is about the words of a quotation: about its speaker, as the passage, an editor
 * or the article name them. Where none of them names anybody it may be about anyone.
 */
export function concerns(
  { speaker }: Pick<Agreement, 'speaker'>,
  { link, speaker: named, attribution }: Pick<QuotationView, 'link' | 'speaker' | 'attribution'>,
  /** Every name of the speaker that an editor named. */
  namesOfSpeaker: readonly string[],
): boolean {
  const names = [link?.place.speaker, named?.name, attribution?.name, ...namesOfSpeaker].flatMap(
    (name) => (name && !isNoName(name) ? [name] : []),
  );
  return names.length === 0 || names.some((name) => isSameSpeaker(name, speaker));
}

/** "ALDOUS" and "Maren Aldous" are the same. */
export function isSameSpeaker(a: string, b: string): boolean {
  return endsInWordsOf(a, b) || endsInWordsOf(b, a);
}
