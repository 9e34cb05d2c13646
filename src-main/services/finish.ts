import { type GatePoint, isAcceptable, openPoints } from '../../src-shared/contract/finish';
import { StetError } from '../../src-shared/errors';
import { addAcceptance, readAcceptances } from '../library/acceptances';
import { readArticle } from '../library/articles';
import { readSource } from '../library/sources';
import { type Home, write } from '../library/write';
import { viewArticle } from './article-view';
import { viewClaims } from './claim-views';
import type { Context, Handlers } from './context';
import { finishArticle } from './finishing';
import { viewGate } from './gate';

export const finish = {
  'finish.gate': (context, { articleId }) => viewGate(context, articleId),

  'finish.accept': (context, { articleId, code, about, reason }) => {
    const found = viewGate(context, articleId).find((one) => one.code === code);
    if (!found || !isAcceptable(found)) throw new StetError('not-found', { code });
    if (found.about !== about) throw new StetError('point-changed', { code });
    const home = homeOf(context, articleId, found);
    write(context.library, (transaction) =>
      addAcceptance(transaction, articleId, code, { reason, aboutSha256: about }, home),
    );
    return {};
  },

  'finish.takeBack': (context, { articleId, code }) => {
    const { db } = context.library;
    readArticle(db, articleId);
    if (!readAcceptances(db, articleId).has(code)) throw new StetError('not-found', { code });
    write(context.library, (transaction) =>
      // It has no words, and so it may lie beside what it takes back or apart from it.
      addAcceptance(transaction, articleId, code, { reason: null, aboutSha256: '' }, 'main'),
    );
    return {};
  },

  'finish.finish': (context, { articleIds }) => {
    const { library } = context;
    const finished: { articleId: string; status: 'draft' | 'in-check' }[] = [];
    const left: { articleId: string; open: number; blocking: number }[] = [];
    for (const articleId of new Set(articleIds)) {
      const { status } = readArticle(library.db, articleId);
      if (status === 'finished') continue;
      const open = openPoints(viewGate(context, articleId));
      if (open.length > 0) {
        const blocking = open.filter((point) => point.blocking).length;
        left.push({ articleId, open: open.length, blocking });
        continue;
      }
      write(library, (transaction) => finishArticle(context, transaction, articleId));
      finished.push({ articleId, status });
    }
    return { finished, left };
  },
} satisfies Partial<Handlers>;

/** What is said of a source that is kept apart is kept apart with it. */
function homeOf(context: Context, articleId: string, { code, quotationIds }: GatePoint): Home {
  if (code.startsWith('claims-')) {
    const linked = viewClaims(context, articleId).flatMap(({ link }) => (link ? [link] : []));
    return linked.some(({ sourceId }) => isHidden(context, sourceId)) ? 'private' : 'main';
  }
  const quotations = viewArticle(context, articleId).quotations.filter(({ id }) =>
    quotationIds.includes(id),
  );
  const isApart = quotations.some(({ link }) => link !== null && isHidden(context, link.sourceId));
  return isApart ? 'private' : 'main';
}

const isHidden = ({ library }: Context, sourceId: string) =>
  readSource(library.db, sourceId).home === 'private';
