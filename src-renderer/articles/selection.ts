/** Which articles of the list are selected, and where selecting began. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Ranges are counted from here. */
  anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/** One more, or one less. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** All from the anchor to an article, in the order of the list; `from` where there is no anchor in it. */
export function rangeTo(
  { anchor }: Selection,
  order: readonly string[],
  id: string,
  from: string | null,
): Selection {
  const start = [anchor, from, id].find((one) => one !== null && order.includes(one)) ?? id;
  const [a, b] = [order.indexOf(start), order.indexOf(id)];
  return { ids: new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)), anchor: start };
}
