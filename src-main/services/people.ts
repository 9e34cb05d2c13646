import { StetError } from '../../src-shared/errors';
import type { PersonDetails } from '../../src-shared/model/person';
import {
  addPerson,
  articlesNaming,
  isPersonInUse,
  listPeople,
  readPerson,
  updatePerson,
} from '../library/people';
import { write } from '../library/write';
import { changed } from './changes';
import type { Handlers } from './context';

export const people = {
  'people.list': ({ library }) => listPeople(library.db),

  'people.create': ({ library }, { details }) =>
    write(library, (transaction) => ({ personId: addPerson(transaction, withoutEmpty(details)) })),

  'people.update': (context, { personId, details }) => {
    const { library } = context;
    const { changes, previous } = changed<PersonDetails>(
      readPerson(library.db, personId),
      withoutEmpty(details),
    );
    if (Object.keys(changes).length === 0) return { previous };
    write(library, (transaction) => updatePerson(transaction, personId, changes));
    for (const articleId of articlesNaming(library.db, personId)) {
      context.announce('articles.changed', { articleId });
      context.announce('quotations.changed', { articleId });
    }
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

/** A field that was left empty says nothing. */
function withoutEmpty<T extends { role?: unknown; affiliation?: unknown }>(details: T): T {
  return {
    ...details,
    ...(details.role === '' ? { role: null } : {}),
    ...(details.affiliation === '' ? { affiliation: null } : {}),
  };
}
