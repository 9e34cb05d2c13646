import { addressesIn } from '../../src-shared/document/kept-html';
import { addressesInMarkdown, heldMarkdown } from '../../src-shared/document/markdown-body';
import type { Document } from '../../src-shared/document/schema';

/**
 * A document's JSON as it may leave the library. What leads to hidden addresses is not in it: of links the
 * words stay, HTML and Markdown that are kept go whole. Nor is kept Markdown of a block that says something
 * else by now: what was deleted from the article would be there again.
 */
export function forBundle(json: string, isHidden: (url: string) => boolean): string {
  const document = JSON.parse(json) as Document;
  const held = json.includes('"markdown":') ? heldMarkdown(document) : new Set<string>();
  const isKept = (markdown: string) =>
    held.has(markdown) && !addressesInMarkdown(markdown).some(isHidden);
  return JSON.stringify(walk(document, { isHidden, isKept }));
}

interface Rules {
  isHidden: (url: string) => boolean;
  isKept: (markdown: string) => boolean;
}

interface Node {
  type?: unknown;
  url?: unknown;
  html?: unknown;
  children?: unknown;
  $?: { markdown?: unknown; address?: unknown };
}

function walk(value: unknown, rules: Rules): unknown {
  if (Array.isArray(value)) return value.flatMap((one) => nodes(one, rules));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, rules)]));
}

/** What is left of a node: nothing, what stands in it, or the node itself. */
function nodes(value: unknown, rules: Rules): unknown[] {
  const { isHidden } = rules;
  const { type, url, html, children } = (value ?? {}) as Node;
  const isLink = (type === 'link' || type === 'autolink') && typeof url === 'string';
  if (isLink && isHidden(url)) return walk(children ?? [], rules) as unknown[];
  if (typeof html === 'string' && addressesIn(html).some(isHidden)) return [];
  const kept = withoutState((value ?? {}) as Node, rules);
  // Markdown without words is all that such a block is.
  if (kept !== value && type === 'htmlblock') return [];
  return [walk(typeof value === 'object' ? kept : value, rules)];
}

function withoutState(node: Node, { isHidden, isKept }: Rules): Node {
  const { markdown, address, ...rest } = node.$ ?? {};
  const isMarkdownGone = typeof markdown === 'string' && !isKept(markdown);
  const isAddressGone =
    typeof address === 'string' && [address, ...addressesIn(address)].some(isHidden);
  if (!isMarkdownGone && !isAddressGone) return node;
  const left = {
    ...rest,
    ...(markdown === undefined || isMarkdownGone ? {} : { markdown }),
    ...(address === undefined || isAddressGone ? {} : { address }),
  };
  const { $: _state, ...plain } = node;
  return Object.keys(left).length > 0 ? { ...plain, $: left } : plain;
}
