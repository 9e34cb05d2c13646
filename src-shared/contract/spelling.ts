import * as v from 'valibot';
import { IdSchema, LineSchema } from '../model/common';

const nothing = v.object({});
const WordSchema = v.pipe(LineSchema, v.minLength(1), v.maxLength(100));

/** What a checker is not to find: in any article, and in this one. */
export const spellingMethods = {
  /** The personal dictionary and the rules that were switched off, in the order of the alphabet. */
  'spelling.exceptions': {
    input: nothing,
    output: v.object({ words: v.array(v.string()), rules: v.array(v.string()) }),
  },
  /** Puts a word into the personal dictionary, or takes it out; the same twice is no failure. */
  'spelling.setWord': {
    input: v.object({ word: WordSchema, isKnown: v.boolean() }),
    output: nothing,
  },
  /** Switches a rule of the checker off for the library, or on again. */
  'spelling.setRule': {
    input: v.object({ rule: WordSchema, isOff: v.boolean() }),
    output: nothing,
  },
  /** The places of an article that were let stand, by their marks (`placeMark` of spelling/exceptions.ts). */
  'spelling.ignored': {
    input: v.object({ articleId: IdSchema }),
    output: v.array(v.string()),
  },
  /**
   * Words that stand as names in the sources that an article is linked to, in no order: a dictionary does
   * not know them. Of many and long sources, not all are looked at.
   */
  'spelling.namesOfSources': {
    input: v.object({ articleId: IdSchema }),
    output: v.array(v.string()),
  },
  /** Lets a place of an article stand, or no longer. */
  'spelling.setIgnored': {
    input: v.object({
      articleId: IdSchema,
      place: v.pipe(v.string(), v.regex(/^[\da-f]{16}$/)),
      isIgnored: v.boolean(),
    }),
    output: nothing,
  },
} as const;

export const spellingEvents = {
  /** The personal dictionary, the rules, or the places of an article (null: of none). */
  'spelling.changed': v.object({ articleId: v.nullable(IdSchema) }),
} as const;
