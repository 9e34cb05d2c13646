import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { PersonDetailsSchema, PersonSummarySchema } from '../model/person';

const nothing = v.object({});

export const peopleMethods = {
  'people.list': { input: nothing, output: v.array(PersonSummarySchema) },
  'people.create': {
    input: v.object({ details: PersonDetailsSchema }),
    output: v.object({ personId: IdSchema }),
  },
  'people.update': {
    input: v.object({ personId: IdSchema, details: v.partial(PersonDetailsSchema) }),
    output: v.object({ previous: v.partial(PersonDetailsSchema) }),
  },
  /** Fails with `person-in-use` while a credit or a quotation names the person. */
  'people.remove': { input: v.object({ personId: IdSchema }), output: nothing },
  'people.restore': { input: v.object({ personId: IdSchema }), output: nothing },
} as const;
