import type { Article } from '../../src-shared/model/article';
import type { PassageContext, Review } from '../export/input';
import { disclosed } from '../export/plan';
import { listThreads } from '../library/comments';
import { listSources, readSourceSummary } from '../library/source-summaries';
import { readText, readVersion } from '../library/sources';
import { viewClaims } from './claim-views';
import type { Context } from './context';
import { viewGate } from './gate';
import { viewReadBacks } from './read-backs';

/** How much of a source is shown around a passage, in UTF-16 code units. */
const AROUND = 240;

/** All that is known about the checking of an article, for its fact-checker's copy. */
export function reviewOf(context: Context, article: Article): Review {
  const { db } = context.library;
  const claims = viewClaims(context, article.id);
  const linked = [...article.quotations, ...claims];
  const contexts: Record<string, PassageContext> = {};
  for (const { id, link } of linked) {
    if (!link || disclosed(readSourceSummary(db, link.sourceId)) !== 'named') continue;
    const { text } = readText(db, readVersion(db, link.sourceVersionId));
    // What is not where it was has no context but the selector's own.
    if (text.slice(link.start, link.end) !== link.exact) continue;
    contexts[id] = {
      before: fromWord(
        text.slice(Math.max(0, link.start - AROUND), link.start),
        link.start > AROUND,
      ),
      after: toWord(text.slice(link.end, link.end + AROUND), link.end + AROUND < text.length),
    };
  }
  const claimSources = [...new Set(claims.flatMap(({ link }) => (link ? [link.sourceId] : [])))];
  return {
    points: viewGate(context, article.id),
    contexts,
    readBacks: viewReadBacks(context, article.id),
    claims,
    claimSources: claimSources.map((id) => readSourceSummary(db, id)),
    comments: listThreads(db, article.id).filter(({ resolved }) => resolved === null),
    withheld: listSources(db)
      .filter((source) => disclosed(source) !== 'named')
      .flatMap(({ title, creator, fileName, url }) => [title, creator, fileName, url])
      .filter((name): name is string => name !== null),
  };
}

function fromWord(text: string, isCut: boolean): string {
  return isCut ? `… ${text.replace(/^\S*\s+/, '')}` : text;
}

function toWord(text: string, isCut: boolean): string {
  return isCut ? `${text.replace(/\s+\S*$/, '')} …` : text;
}
