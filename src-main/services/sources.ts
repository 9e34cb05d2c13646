import type { SourceDetails } from '../../src-shared/model/source';
import { copySource, homeOf, withdrawSource } from '../library/homes';
import { listQuotedStretches } from '../library/links';
import {
  listSources,
  listVersions,
  readSource,
  readSourceSummary,
  updateSource,
} from '../library/sources';
import { write } from '../library/write';
import { changed } from './changes';
import type { Context, Handlers } from './context';
import { judgeAhead, refreshQuotations } from './quotation-views';
import { importSources } from './source-import';

export const sources = {
  'sources.list': ({ library }) => listSources(library.db),

  'sources.read': ({ library, texts }, { sourceId }) => {
    const source = readSource(library.db, sourceId);
    const versions = listVersions(library.db, sourceId);
    const version = versions.at(-1)!;
    const { text, locators } = texts.get(version);
    return {
      source: readSourceSummary(library.db, sourceId),
      versionId: version.id,
      versionNumber: version.number,
      versionCount: versions.length,
      text,
      locators,
      quoted: listQuotedStretches(library.db, source)
        .filter((stretch) => stretch.sourceVersionId === version.id)
        .map(({ sourceVersionId: _, ...stretch }) => stretch),
    };
  },

  'sources.import': importSources,

  'sources.update': async (context, { sourceId, details }) => {
    const { library } = context;
    const source = readSource(library.db, sourceId);
    const { changes, previous } = changed<SourceDetails>(source, withoutEmpty(details));
    if (Object.keys(changes).length === 0) return { previous };
    const home = homeOf({ ...source, ...changes });
    const affected = articlesQuoting(context, source);
    write(library, (transaction) => {
      if (home !== source.home) copySource(transaction, sourceId, source.home, home);
      updateSource(transaction, sourceId, home, changes);
    });
    if (home !== source.home) withdrawSource(library, sourceId, source.home);
    // What a source is called is shown at its quotations; whether it was spoken decides verdicts.
    for (const articleId of affected) {
      await judgeAhead(context, articleId);
      write(library, (transaction) => refreshQuotations(context, transaction, articleId));
      context.announce('quotations.changed', { articleId });
    }
    return { previous };
  },

  'sources.remove': (context, { sourceId }) => setRemoved(context, sourceId, true),
  'sources.restore': (context, { sourceId }) => setRemoved(context, sourceId, false),
} satisfies Partial<Handlers>;

/** Takes a source out of the lists, or brings it back. What is linked to it stays linked. */
function setRemoved({ library }: Context, sourceId: string, isDeleted: boolean) {
  const { home } = readSource(library.db, sourceId);
  write(library, (transaction) => updateSource(transaction, sourceId, home, { isDeleted }));
  return {};
}

function articlesQuoting(
  { library }: Context,
  source: Parameters<typeof listQuotedStretches>[1],
): Set<string> {
  return new Set(listQuotedStretches(library.db, source).map(({ articleId }) => articleId));
}

/** A field that was left empty says nothing. */
function withoutEmpty<T extends { description?: unknown; creator?: unknown }>(details: T): T {
  return {
    ...details,
    ...(details.description === '' ? { description: null } : {}),
    ...(details.creator === '' ? { creator: null } : {}),
  };
}
