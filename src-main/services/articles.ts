import { emptyDocument } from '../../src-shared/document/upgrade';
import { StetError } from '../../src-shared/errors';
import type { ArticleDetails, ArticleShelf, ArticleSummary } from '../../src-shared/model/article';
import {
  addArticle,
  type ListedArticle,
  listArticles,
  listRemovedArticles,
  readArticle,
  updateArticle,
} from '../library/articles';
import { putWorkingCopy, readWorkingCopyState, storable } from '../library/documents';
import { eraseArticle } from '../library/erase-article';
import { keepRevision, readLastRevision } from '../library/revisions';
import {
  addRecentArticle,
  putDesk,
  putPlace,
  readLastArticle,
  readRecentArticles,
  setLastArticle,
} from '../library/session';
import { newId, type Write, write } from '../library/write';
import { importArticle } from './article-import';
import { viewArticle } from './article-view';
import { changed } from './changes';
import type { Context, Handlers } from './context';
import { finishArticle, requireSameText, requireUnfinished } from './finishing';
import { requireSettledGate } from './gate';
import { judgeAhead, refreshQuotations, viewQuotations } from './quotation-views';
import { detectorFor, readDocument, reconcileRows } from './read-quotations';

/** A revision is made at the first save this long after the newest one. */
const REVISION_PAUSE_MS = 2 * 60_000;

export const articles = {
  'articles.list': ({ library }) => listArticles(library.db).map(toSummary),

  'articles.listRemoved': ({ library }) => listRemovedArticles(library.db).map(toSummary),

  'articles.recent': ({ library }) => readRecentArticles(library.db),

  'articles.create': ({ library }) =>
    write(library, (transaction) => {
      const articleId = newId();
      addArticle(transaction, {
        id: articleId,
        status: 'draft',
        language: 'en',
        section: null,
        dateline: null,
        tags: [],
        headline: '',
        bylineStyle: 'ap',
      });
      putWorkingCopy(transaction, articleId, storable(emptyDocument()), 1);
      keepRevision(transaction, articleId, 'new');
      return { articleId };
    }),

  'articles.import': importArticle,

  'articles.open': async (context, { articleId }) => {
    readArticle(context.library.db, articleId);
    return viewArticle(context, articleId, await judgeAhead(context, articleId));
  },

  'articles.enter': (context, { articleId }) => {
    const { library } = context;
    readArticle(library.db, articleId);
    if (!library.readOnly) {
      write(library, (transaction) => {
        leaveLastArticle(transaction, articleId);
        addRecentArticle(transaction, articleId);
        refreshQuotations(context, transaction, articleId);
      });
    }
    return null;
  },

  'articles.save': (context, { articleId, version, document }) => {
    const { library } = context;
    const article = readArticle(library.db, articleId);
    const state = readWorkingCopyState(library.db, articleId);
    const copy = storable(document);
    if (copy.sha256 === state.sha256) {
      // Nothing changed, or the answer to this very save was lost with a process that died.
      const quotations = viewQuotations(context, articleId);
      return { version: state.version, savedAt: state.savedAt, quotations };
    }
    if (version !== state.version) {
      throw new StetError('article-changed', { articleId, version: state.version });
    }
    // What is said about a finished article is no part of its text.
    if (article.status === 'finished') requireSameText(context, articleId, document);
    const { language } = article;
    const reading = readDocument(document, language, detectorFor(library, articleId, language));
    return write(library, (transaction) => {
      keepPausedRevision(transaction, articleId);
      const savedAt = putWorkingCopy(transaction, articleId, copy, version + 1);
      updateArticle(transaction, articleId, { headline: reading.headline });
      reconcileRows(transaction, articleId, reading);
      const quotations = refreshQuotations(context, transaction, articleId);
      return { version: version + 1, savedAt, quotations };
    });
  },

  'articles.update': (context, { articleId, details }) => {
    const { library } = context;
    const { changes, previous } = changedDetails(readArticle(library.db, articleId), details);
    if (Object.keys(changes).length === 0) return { previous };
    write(library, (transaction) => changeDetails(context, transaction, articleId, changes));
    return { previous };
  },

  'articles.updateMany': (context, { changes }) => {
    const { library } = context;
    const previous = write(library, (transaction) =>
      changes.flatMap(({ articleId, details, shelf }) => {
        const article = readArticle(library.db, articleId);
        const changed = changedDetails(article, details);
        const moves = shelf !== undefined && shelf !== article.shelf;
        if (!moves && Object.keys(changed.changes).length === 0) return [];
        changeDetails(context, transaction, articleId, {
          ...changed.changes,
          ...(moves ? { shelf } : {}),
        });
        return [
          { articleId, details: changed.previous, ...(moves ? { shelf: article.shelf } : {}) },
        ];
      }),
    );
    return { previous };
  },

  'articles.rememberPlace': ({ library }, { articleId, place }) => {
    readArticle(library.db, articleId);
    if (!library.readOnly) write(library, (transaction) => putPlace(transaction, articleId, place));
    return {};
  },

  'articles.rememberDesk': ({ library }, { articleId, desk }) => {
    readArticle(library.db, articleId);
    if (!library.readOnly) write(library, (transaction) => putDesk(transaction, articleId, desk));
    return {};
  },

  'articles.remove': ({ library }, { articleId }) => {
    readArticle(library.db, articleId);
    write(library, (transaction) => updateArticle(transaction, articleId, { shelf: 'bin' }));
    return {};
  },

  'articles.restore': ({ library }, { articleId }) => {
    readArticle(library.db, articleId);
    write(library, (transaction) => updateArticle(transaction, articleId, { shelf: 'desk' }));
    return {};
  },

  'articles.erase': ({ library }, { articleIds }) => {
    write(library, (transaction) => {
      for (const articleId of articleIds) {
        if (readArticle(library.db, articleId).shelf !== 'bin') {
          throw new StetError('not-found', { articleId });
        }
        eraseArticle(transaction, articleId);
      }
    });
    // The words would otherwise stay readable in the logs of the two files.
    library.db.pragma('main.wal_checkpoint(TRUNCATE)');
    library.db.pragma('private.wal_checkpoint(TRUNCATE)');
    return {};
  },
} satisfies Partial<Handlers>;

/** What of the given details differs from what is there, and what was there before. */
function changedDetails(article: ArticleDetails, details: DetailChanges) {
  return changed<ArticleDetails>(article, {
    ...details,
    ...(details.section === '' ? { section: null } : {}),
    ...(details.dateline === '' ? { dateline: null } : {}),
  });
}

type DetailChanges = { [K in keyof ArticleDetails]?: ArticleDetails[K] | undefined };

function changeDetails(
  context: Context,
  transaction: Write,
  articleId: string,
  changes: Partial<ArticleDetails> & { shelf?: ArticleShelf },
): void {
  const { status, shelf, ...details } = changes;
  // Where it lies is no part of a finished article; whatever else it is, is.
  if (status !== undefined || Object.keys(details).length > 0) {
    requireUnfinished(context, articleId);
  }
  if (status !== 'finished') {
    updateArticle(transaction, articleId, changes);
    return;
  }
  updateArticle(transaction, articleId, { ...details, ...(shelf === undefined ? {} : { shelf }) });
  requireSettledGate(context, articleId);
  finishArticle(context, transaction, articleId);
}

/** Turning to another article keeps the one before as it was left. */
function leaveLastArticle(transaction: Write, articleId: string): void {
  const last = readLastArticle(transaction.db);
  if (last === articleId) return;
  if (last !== null) keepRevision(transaction, last, 'switch');
  setLastArticle(transaction, articleId);
}

/**
 * Before a save overwrites it, what was saved last is kept as a revision if the newest one is older
 * than the pause. So whatever a save does to an article, the state before it can be had again; the
 * state after it is the working copy.
 */
function keepPausedRevision(transaction: Write, articleId: string): void {
  const last = readLastRevision(transaction.db, articleId);
  const age = last ? Math.abs(transaction.library.now() - Date.parse(last.at)) : Infinity;
  if (age > REVISION_PAUSE_MS) keepRevision(transaction, articleId, 'pause');
}

function toSummary(article: ListedArticle): ArticleSummary {
  const {
    bylineStyle: _,
    bylineOverride: __,
    bylineRaw: ___,
    finishedByline: ____,
    ...summary
  } = article;
  return summary;
}
