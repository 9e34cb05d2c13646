import type { Collection } from '../../src-shared/model/collection';

/** A collection in its place in the tree: how deep it lies, 0 at the top. */
export interface Branch {
  collection: Collection;
  depth: number;
  /** "Port / Hearings": with the names of those around it. */
  path: string;
}

/** The tree of collections, each before what is within it. None is ever left out. */
export function treeOf(collections: readonly Collection[]): Branch[] {
  const byParent = new Map<string | null, Collection[]>();
  const ids = new Set(collections.map(({ id }) => id));
  for (const collection of collections) {
    const { parentId } = collection;
    const parent = parentId !== null && ids.has(parentId) ? parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), collection]);
  }
  const branches: Branch[] = [];
  const placed = new Set<string>();
  const place = (collection: Collection, depth: number, around: string) => {
    if (placed.has(collection.id)) return;
    placed.add(collection.id);
    const path = around + collection.name;
    branches.push({ collection, depth, path });
    for (const inner of byParent.get(collection.id) ?? []) place(inner, depth + 1, `${path} / `);
  };
  for (const collection of byParent.get(null) ?? []) place(collection, 0, '');
  for (const collection of collections) place(collection, 0, '');
  return branches;
}

/** The tags of these sources with how many have each, those that most have first. */
export function countTags(sources: readonly { tags: readonly string[] }[]): TagCount[] {
  return mostFrequent(tagsOf(sources));
}

/** The same in no order. */
function tagsOf(sources: readonly { tags: readonly string[] }[]): TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of sources) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].map(([tag, count]) => ({ tag, count }));
}

export interface TagCount {
  tag: string;
  count: number;
}

/** Those that most have first; `limit` at most. Names are compared of these alone, which takes longest. */
export function mostFrequent(tags: readonly TagCount[], limit = tags.length): TagCount[] {
  return tags
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limit)
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}
