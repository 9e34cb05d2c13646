import { followDetails } from '../../src-shared/bibliography/values';
import { StetError } from '../../src-shared/errors';
import type { EditableSource, SourceChanges } from '../../src-shared/model/source';
import { copySource, homeOf, withdrawSource } from '../library/homes';
import { listQuotedStretches } from '../library/links';
import { listSources, readSourceSummary } from '../library/source-summaries';
import { readCurrentVersion, readSource, readVersion, updateSource } from '../library/sources';
import { listVersionSummaries } from '../library/versions';
import { write } from '../library/write';
import { changed } from './changes';
import type { Context, Handlers } from './context';
import { excludedIn } from './exclusions';
import { judgeAhead, refreshQuotations } from './quotation-views';

export const sources = {
  'sources.list': ({ library }) => listSources(library.db),

  'sources.read': (context, { sourceId, versionId }) => {
    const { library, texts } = context;
    const source = readSource(library.db, sourceId);
    const versions = listVersionSummaries(library.db, sourceId);
    const version = versionId
      ? readVersion(library.db, versionId)
      : readCurrentVersion(library.db, sourceId);
    if (version.sourceId !== sourceId) throw new StetError('not-found', { sourceId });
    const { text, locators } = texts.get(version);
    return {
      source: readSourceSummary(library.db, sourceId),
      metadata: source.metadata,
      part: source.part,
      versionId: version.id,
      versionNumber: versions.find(({ id }) => id === version.id)?.number ?? version.number,
      versionCount: versions.length,
      versions,
      text,
      locators,
      excluded: excludedIn(context, version),
      quoted: listQuotedStretches(library.db, source)
        .filter((stretch) => stretch.sourceVersionId === version.id)
        .map(({ sourceVersionId: _, ...stretch }) => stretch),
    };
  },

  'sources.update': async (context, { sourceId, details }) => {
    const { library } = context;
    const source = readSource(library.db, sourceId);
    const followed = followDetails(source, withoutEmpty(details));
    const { changes, previous } = changed<EditableSource>(source, followed);
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
function withoutEmpty(details: SourceChanges): SourceChanges {
  return {
    ...details,
    ...(details.description === '' ? { description: null } : {}),
    ...(details.creator === '' ? { creator: null } : {}),
  };
}
