import * as v from 'valibot';
import { IdSchema, TimeSchema } from '../model/common';

/*
 * The marks of suggestions: what a node's `$` holds of them, beside what is not about suggestions. What
 * they mean is told in suggestions.ts.
 */

/** Who proposed a change, and when. What was changed together shares its id. */
export const SuggestionMarkSchema = v.object({
  id: IdSchema,
  /** The editor's id. */
  author: IdSchema,
  at: TimeSchema,
});
export type SuggestionMark = v.InferOutput<typeof SuggestionMarkSchema>;

/** Lexical's bits 1 to 64: see `TextNode.format`. */
const ALL_FORMATS = 0b111_1111;

/** Who proposed another format, and which of its bits would change: the text without it has the others. */
export const FormatMarkSchema = v.object({
  ...SuggestionMarkSchema.entries,
  formats: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ALL_FORMATS)),
});
export type FormatMark = v.InferOutput<typeof FormatMarkSchema>;

/** Where a link leads. */
const AddressSchema = v.object({ url: v.string(), title: v.nullable(v.string()) });
export type Address = v.InferOutput<typeof AddressSchema>;

/** Who proposed that words lead elsewhere, or nowhere, and where they led before; null: nowhere. */
export const LinkMarkSchema = v.object({
  ...SuggestionMarkSchema.entries,
  former: v.nullable(AddressSchema),
});
export type LinkMark = v.InferOutput<typeof LinkMarkSchema>;

const HolderSchema = v.variant('type', [
  v.object({ type: v.literal('quote'), pull: v.boolean() }),
  v.object({
    type: v.literal('list'),
    listType: v.picklist(['bullet', 'number', 'check']),
    start: v.number(),
  }),
  // An item that holds blocks: a nested list's indent.
  v.object({ type: v.literal('listitem') }),
]);
/** A block that lines stand in. */
export type ShapeHolder = v.InferOutput<typeof HolderSchema>;

/** Deeper than this nobody nests. */
const MOST_HOLDERS = 40;

/** The shape of a line: which block it is, and what it stands in. */
export const ShapeSchema = v.pipe(
  v.object({
    line: v.variant('type', [
      v.object({ type: v.literal('paragraph') }),
      v.object({ type: v.literal('heading'), tag: v.pipe(v.string(), v.regex(/^h[1-6]$/)) }),
      v.object({ type: v.literal('listitem'), checked: v.exactOptional(v.boolean()) }),
      // A block that is no line (code, a rule), in what it stands in: that is all that changes of it.
      v.object({ type: v.literal('block') }),
    ]),
    /** Outermost first. */
    holders: v.pipe(v.array(HolderSchema), v.maxLength(MOST_HOLDERS)),
    /** True where the outermost of the holders begins (ends) with this line. */
    begins: v.boolean(),
    ends: v.boolean(),
  }),
  v.check(({ line, holders }) =>
    [...holders, line].every(
      ({ type }, index) => (type === 'listitem') === (holders[index - 1]?.type === 'list'),
    ),
  ),
);
export type Shape = v.InferOutput<typeof ShapeSchema>;

/** Who proposed another shape of a line, and which one it had before. */
export const ShapeMarkSchema = v.object({ ...SuggestionMarkSchema.entries, former: ShapeSchema });
export type ShapeMark = v.InferOutput<typeof ShapeMarkSchema>;

/** The part of a node's `$` that is about suggestions. */
export interface SuggestionState {
  inserted?: SuggestionMark;
  deleted?: SuggestionMark;
  formatted?: FormatMark;
  linked?: LinkMark;
  shaped?: ShapeMark;
}

const SCHEMAS = {
  inserted: SuggestionMarkSchema,
  deleted: SuggestionMarkSchema,
  formatted: FormatMarkSchema,
  linked: LinkMarkSchema,
  shaped: ShapeMarkSchema,
} as const;
const NAMES = Object.keys(SCHEMAS) as (keyof SuggestionState)[];
const NONE: SuggestionState = {};

/** The marks of a node; what is no mark, though it is called like one, is none. */
export function suggestionsOf(node: { type: string }): SuggestionState {
  const { $: state } = node as { $?: Record<string, unknown> };
  if (!state) return NONE;
  let marks: Record<string, unknown> | null = null;
  for (const name of NAMES) {
    const value = state[name];
    if (value === undefined || !v.is(SCHEMAS[name], value)) continue;
    marks ??= {};
    marks[name] = value;
  }
  return (marks as SuggestionState | null) ?? NONE;
}

/** True where a node itself has a mark. */
export function hasMark(node: { type: string }): boolean {
  return '$' in node && suggestionsOf(node) !== NONE;
}

/** The same node without these marks; without any of them where none is named. */
export function withoutMarks<T extends object>(
  node: T,
  names: readonly (keyof SuggestionState)[] = NAMES,
): T {
  const { $: state } = node as { $?: Record<string, unknown> };
  if (!state) return node;
  const kept = Object.entries(state).filter(
    ([name]) => !names.includes(name as keyof SuggestionState),
  );
  const { $: _, ...rest } = node as T & { $: unknown };
  return (kept.length > 0 ? { ...rest, $: Object.fromEntries(kept) } : rest) as unknown as T;
}
