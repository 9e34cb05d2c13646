import { StetError, toWireError } from '../../src-shared/errors';
import { call, on } from '../bridge';
import { keyFrames } from '../key-frames';
import { getShell, setShell } from '../shell';
import { keys, queryClient } from './client';
import { forgetAhead, patchOpenArticle } from './open-article';
import { readSourceListsAgain } from './sources';

/** The document of the open article is the editor's: what changed is known of its quotations alone. */
async function readQuotationsAgain(articleId: string) {
  if (getShell().opened?.articleId !== articleId) return;
  const quotations = await call('quotations.list', { articleId }).catch(() => null);
  if (quotations) patchOpenArticle(articleId, { quotations });
}

/** A person was renamed, or a house style changed: the line reads otherwise. */
async function readBylineAgain() {
  const { opened } = getShell();
  if (!opened) return;
  const { articleId } = opened;
  const byline = await call('bylines.read', { articleId }).catch(() => null);
  if (byline) patchOpenArticle(articleId, { byline });
}

/**
 * Runs `run` once, `delay` milliseconds after the last request for the same name, or `most` after the
 * first where requests do not end.
 */
function gather(delay: number) {
  const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; since: number }>();
  return (name: string, run: () => void, most = Number.POSITIVE_INFINITY) => {
    const before = waiting.get(name);
    clearTimeout(before?.timer);
    const since = before?.since ?? performance.now();
    const rest = Math.max(0, since + most - performance.now());
    const timer = setTimeout(
      () => {
        waiting.delete(name);
        keyFrames.rested(name, run);
      },
      Math.min(delay, rest),
    );
    waiting.set(name, { timer, since });
  };
}

/** A list is never older than this, in milliseconds. */
const LIST_MS = 1_500;

/** What is told with one of these may be said in an article. */
const TELL_OF_ARTICLES = [
  'articles.changed',
  'quotations.changed',
  'sources.changed',
  'people.changed',
  'bylineStyles.changed',
] as const;

/** Puts out of date what the library says has changed. Called once. */
export function listenToLibrary() {
  // Typing saves every second: lists follow when the keys rest.
  const gathered = gather(250);
  const refresh = (key: readonly unknown[]) =>
    gathered(JSON.stringify(key), () => queryClient.invalidateQueries({ queryKey: key }));

  for (const event of TELL_OF_ARTICLES) on(event, forgetAhead);
  on('articles.changed', () => {
    refresh(keys.articles);
    refresh(keys.removedArticles);
    refresh(['finish.state']);
  });
  on('sources.changed', () => {
    // While a thousand files come in, the list grows before one's eyes.
    gathered('sources', () => void readSourceListsAgain(), LIST_MS);
    refresh(['sources.holdApart']);
    for (const method of ['notes.list', 'exclusions.list']) refresh([method]);
    refresh(['sources.read']);
    refresh(['sources.quoted']);
    refresh(['claims.list']);
    refresh(['claims.propose']);
    refresh(['recordings.of']);
    refresh(['quotations.propose']);
    refresh(['quotations.countProposals']);
    refresh(keys.library);
  });
  on('claims.changed', ({ articleId }) => {
    refresh(keys.claims(articleId));
    refresh(keys.dismissedClaims(articleId));
    refresh(keys.readBacks(articleId));
    refresh(keys.gate(articleId));
    refresh(keys.namesOfSources(articleId));
    refresh(['sources.quoted']);
  });
  on('corrections.changed', ({ articleId }) => refresh(keys.corrections(articleId)));
  on('comments.changed', ({ articleId }) => refresh(keys.comments(articleId)));
  on('bylineStyles.changed', () => {
    refresh(keys.bylineStyles);
    gathered('byline', () => void readBylineAgain());
  });
  on('people.changed', () => {
    gathered('byline', () => void readBylineAgain());
    for (const method of ['people.list', 'people.read', 'people.trace']) refresh([method]);
  });
  on('spelling.changed', ({ articleId }) =>
    refresh(articleId === null ? keys.spelling : keys.spellingIgnored(articleId)),
  );
  on('collections.changed', () => {
    refresh(keys.collections);
    refresh(keys.savedSearches);
    gathered('sources', () => void readSourceListsAgain());
  });
  on('notes.changed', () => {
    for (const method of ['notes.list', 'exclusions.list', 'agreements.list', 'sources.read']) {
      refresh([method]);
    }
    refresh(['claims.propose']);
    refresh(['quotations.propose']);
    refresh(['quotations.countProposals']);
    refresh(['finish.gate']);
  });
  // While the index is being built, more is found every moment.
  on('search.progress', () => refresh(['search.find']));
  on('quotations.changed', ({ articleId }) => {
    gathered(`quotations ${articleId}`, () => void readQuotationsAgain(articleId));
    refresh(keys.proposalCounts(articleId));
    refresh(keys.namesOfSources(articleId));
    refresh(keys.claims(articleId));
    refresh(keys.readBacks(articleId));
    refresh(['quotations.elsewhere']);
    refresh(['quotations.propose', articleId]);
    // Only the marks: a long source is not read again with every change of an article.
    refresh(['sources.quoted']);
    refresh(keys.sources);
    refresh(keys.articles);
    refresh(keys.people);
    refresh(['people.trace']);
    refresh(keys.gate(articleId));
  });
  on('storage.failed', ({ code }) => {
    const wire = toWireError(new StetError(code as StetError['code']));
    setShell({ storageFailure: new StetError(wire.code, wire.data) });
  });
}
