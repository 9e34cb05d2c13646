import type { ReadBack } from '../../src-shared/model/read-back';
import { readArticle } from '../library/articles';
import { readEditorName } from '../library/editors';
import { readLinks } from '../library/links';
import { listQuotations, readQuotation } from '../library/quotations';
import { addReadBack, listReadBacks, takeReadBackBack } from '../library/read-backs';
import { readSource } from '../library/sources';
import { write } from '../library/write';
import type { Context, Handlers } from './context';
import { checkedTexts } from './quotation-views';

export const readBacks = {
  'readBacks.list': (context, { articleId }) => viewReadBacks(context, articleId),

  'readBacks.add': ({ library }, { articleId, quotationIds, readBack }) =>
    write(library, (transaction) => {
      const { db } = transaction;
      const links = readLinks(db, articleId, quotationIds);
      const ids = quotationIds.map((quotationId) => {
        const quotation = readQuotation(db, articleId, quotationId);
        const link = links.get(quotationId) ?? null;
        const { quotationSha256 } = checkedTexts(quotation, null);
        const about = { articleId, quotationId, quotationSha256, editorName: readEditorName(db) };
        return addReadBack(transaction, about, readBack, {
          sourceId: link?.sourceId ?? null,
          home: link ? readSource(db, link.sourceId).home : 'main',
        });
      });
      return { ids };
    }),

  'readBacks.takeBack': ({ library }, { articleId, ids }) => {
    write(library, (transaction) => {
      for (const id of ids) takeReadBackBack(transaction, articleId, id);
    });
    return {};
  },
} satisfies Partial<Handlers>;

/** The read-backs of an article's quotations, in the order in which they were written down. */
export function viewReadBacks({ library }: Context, articleId: string): ReadBack[] {
  readArticle(library.db, articleId);
  const entries = listReadBacks(library.db, articleId);
  if (entries.length === 0) return [];
  const words = new Map(
    listQuotations(library.db, articleId).map((quotation) => [
      quotation.id,
      checkedTexts(quotation, null).quotationSha256,
    ]),
  );
  return entries.map(({ quotationSha256, ...entry }) => ({
    ...entry,
    isOfTheseWords: words.get(entry.quotationId) === quotationSha256,
  }));
}
