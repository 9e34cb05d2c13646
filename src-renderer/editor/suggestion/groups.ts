import {
  $getNodeByKey,
  $isParagraphNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isHolder, $kindOf, $neighbourOf, $placesIn, $textLineOf } from './lines';

/** Places that follow one another, as they were and as they are; the first is the same in both. */
export interface Group {
  before: NodeKey[];
  after: NodeKey[];
}

/** The lines whose words changed, and nothing about their number. */
export function $changedLines(baseline: EditorState, changed: ReadonlySet<NodeKey>): LexicalNode[] {
  const lines = new Map<NodeKey, LexicalNode>();
  for (const key of changed) {
    const node = $getNodeByKey(key);
    const line = node?.isAttached() ? $textLineOf(node) : null;
    if (line && baseline._nodeMap.has(line.getKey())) lines.set(line.getKey(), line);
  }
  return [...lines.values()];
}

/**
 * The places whose words or whose number changed since an earlier state. Looks at what changed and its
 * neighbours, never at the whole document. Called in an update.
 *
 * @param changed the keys of all nodes that were written since
 */
export function $changedGroups(
  editor: LexicalEditor,
  baseline: EditorState,
  changed: ReadonlySet<NodeKey>,
): Group[] {
  const $before = <T>($read: () => T): T => baseline.read($read, { editor });
  const wasThere = (key: NodeKey) => baseline._nodeMap.has(key);
  const $isNew = (place: LexicalNode) => !wasThere(place.getKey());

  /** Places that are new or gone, and were passed on the way to what was there before them. */
  const passed = new Set<NodeKey>();
  /** Places after which something came or went. */
  const anchors = new Set<NodeKey>();
  /** Lines of words that are no places: in the cells of tables. */
  const inside = new Set<NodeKey>();

  const $addLine = (node: LexicalNode) => {
    const line = $textLineOf(node);
    if (!line || !wasThere(line.getKey())) return;
    if ($kindOf(line)) anchors.add(line.getKey());
    else inside.add(line.getKey());
  };
  for (const key of changed) {
    const node = $getNodeByKey(key);
    if (!node?.isAttached()) continue;
    $addLine(node);
    if (!$kindOf(node)) continue;
    let anchor: LexicalNode | null = node;
    while (anchor && $isNew(anchor) && !passed.has(anchor.getKey())) {
      passed.add(anchor.getKey());
      anchor = $neighbourOf(anchor, false);
    }
    if (anchor && !anchor.is(node) && !$isNew(anchor)) anchors.add(anchor.getKey());
  }

  const isThere = (key: NodeKey) => $getNodeByKey(key)?.isAttached() ?? false;
  const there = new Map<NodeKey, boolean>();
  const linesBefore = new Set<NodeKey>();
  const attached = (key: NodeKey): boolean => there.get(key) ?? false;
  const removed = $before(() => {
    const keys: NodeKey[] = [];
    for (const key of changed) {
      const node = $getNodeByKey(key);
      if (!node) continue;
      const line = $textLineOf(node);
      if (line) linesBefore.add(line.getKey());
      if (!$isHolder(node) && !$kindOf(node)) continue;
      const children = $isHolder(node) ? node.getChildren() : [node];
      for (const child of children) keys.push(child.getKey());
    }
    return keys;
  }).filter((key) => !isThere(key));
  for (const key of linesBefore) {
    const node = $getNodeByKey(key);
    if (node?.isAttached()) $addLine(node);
  }
  const removedPlaces = $before(() =>
    removed.flatMap((key) => {
      const node = $getNodeByKey(key);
      return node ? $placesIn(node).map((place) => place.getKey()) : [];
    }),
  );
  for (const key of removedPlaces) there.set(key, isThere(key));

  // What was around the places that are gone, until something that is still there.
  const lookUp = (key: NodeKey) => {
    if (!there.has(key)) there.set(key, isThere(key));
    return attached(key);
  };
  const $previousKey = (key: NodeKey) =>
    $before(() => {
      const node = $getNodeByKey(key);
      return (node && $neighbourOf(node, false)?.getKey()) ?? null;
    });
  for (const key of removedPlaces) {
    let at: NodeKey | null = key;
    while (at !== null && !lookUp(at) && !passed.has(at)) {
      passed.add(at);
      at = $previousKey(at);
    }
    if (at !== null && at !== key && lookUp(at)) anchors.add(at);
  }

  const groups: Group[] = [];
  for (const anchor of anchors) {
    const node = $getNodeByKey(anchor);
    if (!node || !$kindOf(node)) continue;
    const after = [anchor];
    for (
      let next = $neighbourOf(node, true);
      next && $isNew(next);
      next = $neighbourOf(next, true)
    ) {
      after.push(next.getKey());
    }
    const before = [anchor];
    const $nextKey = (key: NodeKey) =>
      $before(() => {
        const place = $getNodeByKey(key);
        return (place && $neighbourOf(place, true)?.getKey()) ?? null;
      });
    for (let next = $nextKey(anchor); next !== null && !lookUp(next); next = $nextKey(next)) {
      before.push(next);
    }
    groups.push({ before, after });
  }
  for (const key of inside) {
    // A paragraph of a cell that was parted, or joined with the next, is as many now: the words stayed.
    const [first = key, ...rest] = $before(() => $paragraphsFrom(key, () => true));
    const kept = rest.findIndex(lookUp);
    const before = [first, ...(kept < 0 ? rest : rest.slice(0, kept))];
    groups.push({ before, after: $paragraphsFrom(key, $isNew) });
  }
  return groups;
}

/** A line in the cell of a table, and those that follow it and are meant as well. */
function $paragraphsFrom(key: NodeKey, $isMeant: (next: LexicalNode) => boolean): NodeKey[] {
  const keys = [key];
  let next = $getNodeByKey(key)?.getNextSibling() ?? null;
  for (; next && $isParagraphNode(next) && $isMeant(next); next = next.getNextSibling()) {
    keys.push(next.getKey());
  }
  return keys;
}
