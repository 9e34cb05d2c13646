import { type Collection, withinCollection } from '../../src-shared/model/collection';
import type { SourceSummary } from '../../src-shared/model/source';

/** Which sources the library lists. */
export type SourceView =
  | { kind: 'all' }
  | { kind: 'collection'; collectionId: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'bin' };

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

/** The sources that a view lists; those of the bin are another list. */
export function sourcesIn(
  view: SourceView,
  sources: readonly SourceSummary[],
  collections: readonly Collection[],
): readonly SourceSummary[] {
  if (view.kind === 'collection') {
    const within = withinCollection(collections, view.collectionId);
    return sources.filter((source) => source.collections.some((id) => within.has(id)));
  }
  if (view.kind === 'tag') return sources.filter(({ tags }) => tags.includes(view.tag));
  return sources;
}

/** How many sources are in each collection, what is within it counted too, by its id. */
export function countInCollections(
  sources: readonly SourceSummary[],
  collections: readonly Collection[],
): Map<string, number> {
  const parents = new Map(collections.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<string, number>();
  for (const source of sources) {
    if (source.collections.length === 0) continue;
    const around = new Set<string>();
    for (const one of source.collections) {
      let id: string | null | undefined = one;
      while (id && parents.has(id) && !around.has(id)) {
        around.add(id);
        id = parents.get(id);
      }
    }
    for (const id of around) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
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

/** How many sources are in each collection and have each tag. */
export interface Tally {
  collections: ReadonlyMap<string, number>;
  /** In no order. */
  tags: readonly TagCount[];
}

const COUNTED_AT_ONCE = 4_000;

/** True where counting takes no longer than a frame. */
export function isCountedAtOnce(sources: readonly SourceSummary[]): boolean {
  return sources.length <= COUNTED_AT_ONCE;
}

/** Counts in turns; `breathe` is waited for between two. Answers null where it answers false. */
export async function tallyInTurns(
  sources: readonly SourceSummary[],
  collections: readonly Collection[],
  breathe: () => Promise<boolean>,
): Promise<Tally | null> {
  const inCollections = new Map<string, number>();
  const withTag = new Map<string, number>();
  for (let from = 0; from < sources.length; from += COUNTED_AT_ONCE) {
    if (from > 0 && !(await breathe())) return null;
    const some = tallyOf(sources.slice(from, from + COUNTED_AT_ONCE), collections);
    for (const [id, count] of some.collections) addTo(inCollections, id, count);
    for (const { tag, count } of some.tags) addTo(withTag, tag, count);
  }
  const tags = [...withTag].map(([tag, count]) => ({ tag, count }));
  return { collections: inCollections, tags };
}

/** The same at once. */
export function tallyOf(
  sources: readonly SourceSummary[],
  collections: readonly Collection[],
): Tally {
  return { collections: countInCollections(sources, collections), tags: tagsOf(sources) };
}

function addTo(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
