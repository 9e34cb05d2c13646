import type { CommandId } from '../../src-shared/commands';
import type { ArticleStatus } from '../../src-shared/model/article';
import { attempt } from '../actions';
import {
  headlineOf,
  listedArticle,
  newArticle,
  openWindow,
  pasteArticle,
  pickArticle,
  removeArticle,
} from '../articles/article-actions';
import { moveTo, setStatus } from '../articles/list-actions';
import { askToReopen, correctArticle, isLocked } from '../finish/finished-actions';
import { openArticle } from '../queries/open-article';
import { openRevisions } from '../revisions/revision-actions';
import { getShell, openDialog } from '../shell';
import { always, type Command, withArticle, withManuscript } from './command';

/** The status of the open article: one step of its undo. */
const withStatus = (status: ArticleStatus): Command => ({
  perform: () => {
    const { opened } = getShell();
    if (opened) return setStatus([opened.articleId], status);
  },
  isAvailable: () => withManuscript() && openArticle()?.status !== status,
});

/** Commands about articles, windows and libraries. */
export const articleCommands = {
  'article.new': { perform: newArticle, isAvailable: always },
  'article.import': { perform: pickArticle, isAvailable: always },
  'article.paste': { perform: pasteArticle, isAvailable: always },
  'window.new': { perform: () => openWindow(null), isAvailable: always },
  'article.draft': withStatus('draft'),
  'article.inCheck': withStatus('in-check'),
  'article.finished': withStatus('finished'),
  'article.reopen': {
    perform: () => {
      const { opened } = getShell();
      if (opened) askToReopen([opened.articleId]);
    },
    isAvailable: () => withManuscript() && isLocked(),
  },
  'correction.new': {
    perform: () => {
      const { opened } = getShell();
      if (opened) return correctArticle(opened.articleId);
    },
    isAvailable: withManuscript,
  },
  'article.archive': {
    perform: () => {
      const { opened } = getShell();
      if (!opened) return;
      const isArchived = listedArticle(opened.articleId)?.shelf === 'archive';
      return moveTo([opened.articleId], isArchived ? 'desk' : 'archive');
    },
    isAvailable: withArticle,
  },
  'article.revisions': {
    perform: () => attempt(openRevisions),
    isAvailable: withManuscript,
  },
  'article.keepRevision': {
    perform: () => openDialog({ kind: 'keep-revision' }),
    isAvailable: withManuscript,
  },
  'library.open': {
    perform: () => attempt(() => window.stet.call('openLibrary', {})),
    isAvailable: always,
  },
  'article.remove': {
    perform: () => {
      const { opened } = getShell();
      if (opened) removeArticle(opened.articleId, headlineOf(opened.articleId));
    },
    isAvailable: withArticle,
  },
  'article.provenance': {
    perform: () =>
      attempt(async () => {
        await getShell().manuscript?.flush();
        openDialog({ kind: 'provenance' });
      }),
    isAvailable: withManuscript,
  },
  'article.finish': {
    perform: () =>
      attempt(async () => {
        // The gate speaks of what is in the library: the last words go there first.
        await getShell().manuscript?.flush();
        openDialog({ kind: 'finish' });
      }),
    isAvailable: withManuscript,
  },
  'byline.paste': {
    perform: () => openDialog({ kind: 'paste-byline', text: '' }),
    isAvailable: () => withManuscript() && openArticle()?.status !== 'finished',
  },
  'byline.styles': {
    perform: () => openDialog({ kind: 'house-styles' }),
    isAvailable: always,
  },
} satisfies Partial<Record<CommandId, Command>>;
