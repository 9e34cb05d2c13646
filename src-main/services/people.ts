import { StetError } from '../../src-shared/errors';
import type { EditablePerson, PrivateDetails } from '../../src-shared/model/person';
import { likelySame } from '../../src-shared/people/likely-same';
import {
  addPerson,
  articlesNaming,
  isPersonInUse,
  listPeople,
  readPerson,
  updatePerson,
} from '../library/people';
import { listMerges } from '../library/person-merges';
import { putPrivateDetails, readPrivateDetails } from '../library/person-private';
import { write } from '../library/write';
import { changed } from './changes';
import type { Context, Handlers } from './context';

export const people = {
  'people.list': ({ library }) => listPeople(library.db),

  'people.read': ({ library: { db } }, { personId }) => {
    const { standsAs: _, isDeleted: __, ...person } = readPerson(db, personId);
    return {
      ...person,
      ...readPrivateDetails(db, personId),
      merged: listMerges(db, personId).map((merge) => ({
        mergeId: merge.id,
        personId: merge.mergedId,
        name: readPerson(db, merge.mergedId).name,
        mergedAt: merge.createdAt,
        private: readPrivateDetails(db, merge.mergedId),
      })),
      likelySame: likelySame(listPeople(db), personId),
    };
  },

  'people.create': ({ library }, { details }) => {
    const { hidden, shared } = apart(withoutEmpty(details));
    return write(library, (transaction) => {
      const personId = addPerson(transaction, shared);
      if (Object.values(hidden).some((value) => value !== null)) {
        const before = readPrivateDetails(library.db, personId);
        putPrivateDetails(transaction, personId, { ...before, ...hidden });
      }
      return { personId };
    });
  },

  'people.update': (context, { personId, details }) => {
    const { library } = context;
    const before = {
      ...readPerson(library.db, personId),
      ...readPrivateDetails(library.db, personId),
    };
    const { changes, previous } = changed<EditablePerson>(before, withoutEmpty(details));
    if (Object.keys(changes).length === 0) return { previous };
    const { hidden, shared } = apart(changes);
    write(library, (transaction) => {
      if (Object.keys(shared).length > 0) updatePerson(transaction, personId, shared);
      if (Object.keys(hidden).length > 0) {
        const { realName, email, contact, notes } = { ...before, ...hidden };
        putPrivateDetails(transaction, personId, { realName, email, contact, notes });
      }
    });
    announceNaming(context, personId);
    return { previous };
  },

  'people.remove': ({ library }, { personId }) => {
    readPerson(library.db, personId);
    if (isPersonInUse(library.db, personId)) throw new StetError('person-in-use', { personId });
    write(library, (transaction) => updatePerson(transaction, personId, { isDeleted: true }));
    return {};
  },

  'people.restore': ({ library }, { personId }) => {
    write(library, (transaction) => updatePerson(transaction, personId, { isDeleted: false }));
    return {};
  },
} satisfies Partial<Handlers>;

/** Says of every article that names a person that its quotations and its byline read otherwise now. */
export function announceNaming(context: Context, ...personIds: readonly string[]): void {
  const { db } = context.library;
  for (const articleId of new Set(personIds.flatMap((id) => articlesNaming(db, id)))) {
    context.announce('articles.changed', { articleId });
    context.announce('quotations.changed', { articleId });
  }
}

/** What goes into the private file, and what into the other one. */
function apart<T extends { [K in keyof PrivateDetails]?: PrivateDetails[K] | undefined }>({
  realName,
  email,
  contact,
  notes,
  ...shared
}: T) {
  const given = Object.entries({ realName, email, contact, notes });
  const hidden: Partial<PrivateDetails> = Object.fromEntries(
    given.filter(([, value]) => value !== undefined),
  );
  return { hidden, shared };
}

/** A field that was left empty says nothing. */
function withoutEmpty<T extends object>(details: T): T {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, value === '' ? null : value]),
  ) as T;
}
