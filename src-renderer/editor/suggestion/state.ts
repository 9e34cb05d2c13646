import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import * as v from 'valibot';
import {
  type FormatMark,
  FormatMarkSchema,
  type LinkMark,
  LinkMarkSchema,
  type ShapeMark,
  ShapeMarkSchema,
  type SuggestionMark,
  SuggestionMarkSchema,
} from '../../../src-shared/document/suggestion-marks';

/*
 * The marks of suggestions on live nodes: the counterpart of `suggestionsOf` in src-shared/document. Like
 * the ids of quotations they are NodeStates, so they keep their place through typing, splitting, undo,
 * copy and paste.
 */

type Mark = SuggestionMark | null;

function createMarkState<Name extends string>(name: Name) {
  return createState(name, {
    parse: (value: unknown): Mark => (v.is(SuggestionMarkSchema, value) ? value : null),
    isEqual: sameMark,
  });
}

export function sameMark(one: Mark, other: Mark): boolean {
  if (one === other) return true;
  return (
    one !== null &&
    other !== null &&
    one.id === other.id &&
    one.author === other.author &&
    one.at === other.at
  );
}

const inserted = createMarkState('inserted');
const deleted = createMarkState('deleted');

const formatted = createState('formatted', {
  parse: (value: unknown): FormatMark | null => (v.is(FormatMarkSchema, value) ? value : null),
  isEqual: sameFormatMark,
});

const linked = createState('linked', {
  parse: (value: unknown): LinkMark | null => (v.is(LinkMarkSchema, value) ? value : null),
  isEqual: sameJson,
});

const shaped = createState('shaped', {
  parse: (value: unknown): ShapeMark | null => (v.is(ShapeMarkSchema, value) ? value : null),
  isEqual: sameJson,
});

function sameJson(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function sameFormatMark(one: FormatMark | null, other: FormatMark | null): boolean {
  return sameMark(one, other) && one?.formats === other?.formats;
}

/** Who proposed that a node comes in; for a line, that it begins here. */
export const $insertedBy = (node: LexicalNode): Mark => $getState(node, inserted);

/** Who proposed that a node goes; for a line, that it is one with the line before it. */
export const $deletedBy = (node: LexicalNode): Mark => $getState(node, deleted);

export const $isDeleted = (node: LexicalNode): boolean => $deletedBy(node) !== null;

/** Who proposed that words look otherwise, and which bits of their format would change. */
export const $formattedBy = (node: LexicalNode): FormatMark | null => $getState(node, formatted);

/** Who proposed that words lead elsewhere, and where they led. */
export const $linkedBy = (node: LexicalNode): LinkMark | null => $getState(node, linked);

/** Who proposed another shape of a line, and which it had. */
export const $shapedBy = (node: LexicalNode): ShapeMark | null => $getState(node, shaped);

/** Every mark of a suggestion that a node has. */
export const $marksOf = (node: LexicalNode): SuggestionMark[] =>
  [
    $insertedBy(node),
    $deletedBy(node),
    $formattedBy(node),
    $linkedBy(node),
    $shapedBy(node),
  ].filter((mark) => mark !== null);

export function $setInserted(node: LexicalNode, mark: Mark): void {
  if (!sameMark($insertedBy(node), mark)) $setState(node, inserted, mark);
}

export function $setDeleted(node: LexicalNode, mark: Mark): void {
  if (!sameMark($deletedBy(node), mark)) $setState(node, deleted, mark);
}

export function $setFormatted(node: LexicalNode, mark: FormatMark | null): void {
  if (!sameFormatMark($formattedBy(node), mark)) $setState(node, formatted, mark);
}

export function $setLinked(node: LexicalNode, mark: LinkMark | null): void {
  if (!sameJson($linkedBy(node), mark)) $setState(node, linked, mark);
}

export function $setShaped(node: LexicalNode, mark: ShapeMark | null): void {
  if (!sameJson($shapedBy(node), mark)) $setState(node, shaped, mark);
}

/** Takes every mark off a node. */
export function $clearMarks(node: LexicalNode): void {
  $setInserted(node, null);
  $setDeleted(node, null);
  $setFormatted(node, null);
  $setLinked(node, null);
  $setShaped(node, null);
}
