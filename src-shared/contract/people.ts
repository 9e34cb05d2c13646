import * as v from 'valibot';
import { IdSchema } from '../model/common';
import {
  EditablePersonSchema,
  PersonDetailsSchema,
  PersonNamesSchema,
  PersonRecordSchema,
  PersonSummarySchema,
  PrivateDetailsSchema,
} from '../model/person';
import { NamedInSchema, PersonTraceSchema } from '../model/person-trace';

const nothing = v.object({});

export const peopleMethods = {
  'people.list': { input: nothing, output: v.array(PersonSummarySchema) },
  /** A person's own record, with what is told nowhere else. */
  'people.read': { input: v.object({ personId: IdSchema }), output: PersonRecordSchema },
  /** What the person said and wrote, which sources name the person, and what was agreed. */
  'people.trace': { input: v.object({ personId: IdSchema }), output: PersonTraceSchema },
  'people.create': {
    input: v.object({
      details: v.object({
        ...PersonDetailsSchema.entries,
        ...v.partial(PersonNamesSchema).entries,
        ...v.partial(PrivateDetailsSchema).entries,
      }),
    }),
    output: v.object({ personId: IdSchema }),
  },
  'people.update': {
    input: v.object({ personId: IdSchema, details: v.partial(EditablePersonSchema) }),
    output: v.object({ previous: v.partial(EditablePersonSchema) }),
  },
  /** Fails with `person-in-use` while a credit or a quotation names the person. */
  'people.remove': { input: v.object({ personId: IdSchema }), output: nothing },
  'people.restore': { input: v.object({ personId: IdSchema }), output: nothing },
  /** From now on `merged` is the same as `kept`, everywhere. Fails with `not-found` where they are one already. */
  'people.merge': {
    input: v.object({ kept: IdSchema, merged: IdSchema }),
    output: v.object({ mergeId: IdSchema }),
  },
  /** They are two again, each with what it had; what was named since stays with the one that was kept. */
  'people.undoMerge': { input: v.object({ mergeId: IdSchema }), output: nothing },
  /** Quotations and credits of a person go to another one, or to a new one of a name. */
  'people.split': {
    input: v.object({
      personId: IdSchema,
      to: v.union([
        v.object({ personId: IdSchema }),
        v.object({ name: PersonDetailsSchema.entries.name }),
      ]),
      quotations: v.array(v.object({ articleId: IdSchema, quotationId: IdSchema })),
      creditIds: v.array(IdSchema),
    }),
    output: v.object({
      personId: IdSchema,
      isAdded: v.boolean(),
      /** Whom they named before. */
      moved: NamedInSchema,
    }),
  },
  /** Takes back `people.split` with its answer; what was given to somebody else since stays there. */
  'people.undoSplit': {
    input: v.object({ personId: IdSchema, isAdded: v.boolean(), moved: NamedInSchema }),
    output: nothing,
  },
} as const;
