import * as v from 'valibot';
import { IdSchema, LineSchema } from '../model/common';
import {
  AgreementSchema,
  ExclusionSchema,
  NoteTextSchema,
  SourceNoteSchema,
  StretchSchema,
} from '../model/note';

const nothing = v.object({});
const source = v.object({ sourceId: IdSchema });
const note = v.object({ noteId: IdSchema });
const exclusion = v.object({ exclusionId: IdSchema });
const ReasonSchema = v.pipe(LineSchema, v.minLength(1));

export const noteMethods = {
  /** In the order of the text; those about the whole source first. */
  'notes.list': { input: source, output: v.array(SourceNoteSchema) },
  /** `stretch` is null for a note about the whole source. Fails with `passage-not-found`. */
  'notes.add': {
    input: v.object({
      sourceId: IdSchema,
      text: NoteTextSchema,
      stretch: v.nullable(StretchSchema),
    }),
    output: note,
  },
  'notes.update': {
    input: v.object({ noteId: IdSchema, text: NoteTextSchema }),
    output: v.object({ previous: v.string() }),
  },
  'notes.remove': { input: note, output: nothing },
  'notes.restore': { input: note, output: nothing },

  'exclusions.list': { input: source, output: v.array(ExclusionSchema) },
  'exclusions.add': {
    input: v.object({
      sourceId: IdSchema,
      reason: ReasonSchema,
      stretch: v.nullable(StretchSchema),
    }),
    output: exclusion,
  },
  'exclusions.update': {
    input: v.object({ exclusionId: IdSchema, reason: ReasonSchema }),
    output: v.object({ previous: v.string() }),
  },
  'exclusions.remove': { input: exclusion, output: nothing },
  'exclusions.restore': { input: exclusion, output: nothing },

  'agreements.list': { input: source, output: v.array(AgreementSchema) },
  /**
   * Says which agreements there are: those that are not listed are removed, new ids are added.
   * Answers the ones before, for undo.
   */
  'agreements.set': {
    input: v.object({ sourceId: IdSchema, agreements: v.array(AgreementSchema) }),
    output: v.object({ previous: v.array(AgreementSchema) }),
  },
} as const;
