import type { PersonTrace } from '../../src-shared/model/person-trace';
import { namesOf, readPerson } from '../library/people';
import {
  listAllAgreements,
  listLinkedSources,
  listSaid,
  listWritten,
} from '../library/person-trace';
import { isSameSpeaker } from './agreements';
import type { Handlers } from './context';

/** So many names are looked up in sources, and so many sources of each are listed. */
const NAMES = 8;
const SOURCES = 100;

export const personTrace = {
  'people.trace': async (context, { personId }): Promise<PersonTrace> => {
    const { library, searcher } = context;
    const { db } = library;
    readPerson(db, personId);
    const names = namesOf(db, personId);
    const sources = new Map(listLinkedSources(db, personId).map((one) => [one.sourceId, one]));
    for (const name of names.slice(0, NAMES)) {
      const query = `speaker:"${name.replaceAll('"', ' ')}"`;
      const found = await searcher.find({ query, limit: SOURCES, session: null });
      for (const hit of found.sources.hits) {
        if (hit.kind !== 'source' || sources.has(hit.id)) continue;
        const { title } = hit.source;
        sources.set(hit.id, { sourceId: hit.id, title, isPrivate: hit.isPrivate });
      }
    }
    return {
      said: listSaid(db, personId),
      written: listWritten(db, personId),
      sources: [...sources.values()],
      agreements: listAllAgreements(db)
        .filter(({ agreement }) => names.some((name) => isSameSpeaker(name, agreement.speaker)))
        .map(({ sourceId, title, agreement }) => ({ sourceId, title, agreement })),
    };
  },
} satisfies Partial<Handlers>;
