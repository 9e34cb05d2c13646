import {
  $getRoot,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  type TextNode,
} from 'lexical';
import { hasFocus } from '../focus';
import { $claimsOf, $setClaims } from './state';

/** A claim that is a copy of another, and whose. */
export interface ClaimCopy {
  from: string;
  to: string;
}

interface Known {
  keys: ReadonlySet<NodeKey>;
  length: number;
}

/** Nodes of one claim, one after another, with none of another in between. */
interface Run {
  id: string;
  nodes: TextNode[];
}

export interface ClaimCopies {
  /** Call it when text nodes with claims joined or left. */
  settle(): void;
  /** A new claim of this article is about to be marked. */
  adopt(claimId: string): void;
}

/**
 * Gives every pasted copy of a claim an id of its own, in the same step of undo as the paste, and tells
 * whose copy it is. A claim that was cut in two, or moved, is no copy: of a copy there are more words
 * than before.
 *
 * @param ids the claims that the article had when it was opened; those of another article are copies
 */
export function watchClaimCopies(
  editor: LexicalEditor,
  ids: Iterable<string>,
  newId: () => string,
  onCopies: (copies: ClaimCopy[]) => void,
): ClaimCopies {
  const own = new Set(ids);
  let known = editor.getEditorState().read($readKnown);

  function settle() {
    const plan = editor.getEditorState().read(() => $findCopies(known, own));
    if (plan.length === 0) {
      known = editor.getEditorState().read($readKnown);
      for (const id of known.keys()) own.add(id);
      return;
    }
    const copies = plan.map((run) => ({ run, from: run.id, to: newId() }));
    const tags = hasFocus(editor) ? [] : [SKIP_DOM_SELECTION_TAG];
    editor.update(
      () => {
        for (const { run, from, to } of copies) {
          for (const node of run.nodes) {
            const rest = $claimsOf(node).filter((id) => id !== from);
            $setClaims(node, [...rest, to]);
          }
        }
      },
      { discrete: true, tag: [HISTORY_MERGE_TAG, ...tags] },
    );
    known = editor.getEditorState().read($readKnown);
    for (const id of known.keys()) own.add(id);
    onCopies(copies.map(({ from, to }) => ({ from, to })));
  }

  return { settle, adopt: (claimId) => void own.add(claimId) };
}

function $runs(): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  for (const node of $getRoot().getAllTextNodes()) {
    const ids = $claimsOf(node);
    for (const id of open.keys()) if (!ids.includes(id)) open.delete(id);
    for (const id of ids) {
      const run = open.get(id) ?? { id, nodes: [] };
      if (run.nodes.length === 0) runs.push(run);
      run.nodes.push(node);
      open.set(id, run);
    }
  }
  return runs;
}

const $lengthOf = (run: Run) =>
  run.nodes.reduce((length, node) => length + node.getTextContentSize(), 0);

function $readKnown(): Map<string, Known> {
  const known = new Map<string, { keys: Set<NodeKey>; length: number }>();
  for (const run of $runs()) {
    const entry = known.get(run.id) ?? { keys: new Set(), length: 0 };
    for (const node of run.nodes) entry.keys.add(node.getKey());
    entry.length += $lengthOf(run);
    known.set(run.id, entry);
  }
  return known;
}

function $findCopies(known: ReadonlyMap<string, Known>, own: ReadonlySet<string>): Run[] {
  const byId = new Map<string, Run[]>();
  for (const run of $runs()) byId.set(run.id, [...(byId.get(run.id) ?? []), run]);
  const copies: Run[] = [];
  for (const [id, runs] of byId) {
    if (!own.has(id)) {
      copies.push(...runs);
      continue;
    }
    const before = known.get(id);
    let spare = runs.reduce((sum, run) => sum + $lengthOf(run), 0) - (before?.length ?? 0);
    // Of one that comes back, by undo or after it was cut, the first is it.
    if (!before) spare -= runs[0] ? $lengthOf(runs[0]) : 0;
    for (const run of runs.toReversed()) {
      const isNew = run.nodes.every((node) => !before?.keys.has(node.getKey()));
      const isFirstBack = !before && run === runs[0];
      if (!isNew || isFirstBack || $lengthOf(run) > spare) continue;
      spare -= $lengthOf(run);
      copies.push(run);
    }
  }
  return copies;
}
