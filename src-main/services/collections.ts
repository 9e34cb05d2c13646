import { StetError } from '../../src-shared/errors';
import {
  type CollectionDetails,
  type Membership,
  type SavedSearchDetails,
  withinCollection,
} from '../../src-shared/model/collection';
import {
  addCollection,
  listCollections,
  readCollection,
  setMember,
  updateCollection,
} from '../library/collections';
import {
  addSavedSearch,
  listSavedSearches,
  readSavedSearch,
  updateSavedSearch,
} from '../library/saved-searches';
import { browseSources, hasApart } from '../library/source-lists';
import { readSummaries } from '../library/source-summaries';
import { readHome } from '../library/sources';
import { write } from '../library/write';
import { changed } from './changes';
import type { Handlers } from './context';

export const collections = {
  'collections.list': ({ library }) => listCollections(library.db),

  'collections.create': ({ library }, details) => {
    if (details.parentId !== null) readCollection(library.db, details.parentId);
    return write(library, (transaction) => ({ collectionId: addCollection(transaction, details) }));
  },

  'collections.update': ({ library }, { collectionId, details }) => {
    const before = readCollection(library.db, collectionId);
    const { changes, previous } = changed<CollectionDetails>(before, details);
    if (Object.keys(changes).length === 0) return { previous };
    const { parentId } = changes;
    if (parentId) {
      readCollection(library.db, parentId);
      const within = withinCollection(listCollections(library.db), collectionId);
      if (within.has(parentId)) throw new StetError('invalid-input', { collectionId, parentId });
    }
    write(library, (transaction) => updateCollection(transaction, collectionId, changes));
    return { previous };
  },

  'collections.remove': ({ library }, { collectionId }) => {
    readCollection(library.db, collectionId);
    const collectionIds = [...withinCollection(listCollections(library.db), collectionId)];
    write(library, (transaction) => {
      for (const id of collectionIds) updateCollection(transaction, id, { isDeleted: true });
    });
    return { collectionIds };
  },

  'collections.restore': ({ library }, { collectionIds }) => {
    write(library, (transaction) => {
      for (const id of collectionIds) updateCollection(transaction, id, { isDeleted: false });
    });
    return {};
  },

  'collections.setMembers': (context, { members }) => {
    const { library } = context;
    const previous: Membership[] = [];
    write(library, (transaction) => {
      for (const collectionId of new Set(members.map((member) => member.collectionId))) {
        readCollection(library.db, collectionId);
      }
      for (const member of members) {
        const home = readHome(library.db, member.sourceId);
        if (setMember(transaction, home, member)) {
          previous.push({ ...member, isIn: !member.isIn });
        }
      }
    });
    // Their rows tell the collection; what is shown of a source tells it too.
    for (const sourceId of new Set(previous.map((member) => member.sourceId))) {
      context.announce('sources.changed', { sourceId });
    }
    return { previous: previous.reverse() };
  },

  'savedSearches.list': ({ library }) => listSavedSearches(library.db),

  'savedSearches.create': ({ library }, details) =>
    write(library, (transaction) => ({ savedSearchId: addSavedSearch(transaction, details) })),

  'savedSearches.update': ({ library }, { savedSearchId, details }) => {
    const before = readSavedSearch(library.db, savedSearchId);
    const { changes, previous } = changed<SavedSearchDetails>(before, details);
    if (Object.keys(changes).length > 0) {
      write(library, (transaction) => updateSavedSearch(transaction, savedSearchId, changes));
    }
    return { previous };
  },

  'savedSearches.remove': ({ library }, { savedSearchId }) => {
    write(library, (transaction) =>
      updateSavedSearch(transaction, savedSearchId, { isDeleted: true }),
    );
    return {};
  },

  'savedSearches.restore': ({ library }, { savedSearchId }) => {
    write(library, (transaction) =>
      updateSavedSearch(transaction, savedSearchId, { isDeleted: false }),
    );
    return {};
  },

  'sources.summaries': ({ library }, { sourceIds }) => readSummaries(library.db, sourceIds),
  'sources.browse': ({ library }, { view, limit }) => browseSources(library.db, view, limit),
  'sources.tally': ({ searcher }) => searcher.tally(),
  'sources.holdApart': ({ library }, { among }) => ({ isAny: hasApart(library.db, among) }),
} satisfies Partial<Handlers>;
