import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { decodeText } from '../document/decode';

/** Reads XML as a tree. Entities that a file declares of itself are not resolved: such a file throws. */
export function readXml(name: string, bytes: Uint8Array): Root {
  return fromXml(decodeText(name, bytes));
}

/** A name without its prefix: prefixes are each writer's own. */
export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** An attribute by its name without prefix. */
export function xmlAttribute(element: Element, name: string): string | null {
  const { attributes } = element;
  const direct = attributes[name];
  if (direct !== undefined && direct !== null) return direct;
  for (const [key, value] of Object.entries(attributes)) {
    if (key.endsWith(`:${name}`) && value !== undefined && value !== null) return value;
  }
  return null;
}

/** The elements of a node's own level. */
export function childElements(node: Nodes): Element[] {
  if (!('children' in node)) return [];
  const children: readonly Nodes[] = node.children;
  return children.filter((child): child is Element => child.type === 'element');
}

/** All elements below a node that have a name, in the order of the file. */
export function elementsNamed(node: Nodes, name: string): Element[] {
  return childElements(node).flatMap((child) => [
    ...(localName(child) === name ? [child] : []),
    ...elementsNamed(child, name),
  ]);
}

/** The characters of a node. */
export function xmlText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map((child) => xmlText(child as Nodes)).join('') : '';
}

/** The text of the first element below a node that has a name, on one line; null where there is none. */
export function textNamed(node: Nodes, name: string): string | null {
  const found = elementsNamed(node, name)[0];
  const text = found ? xmlText(found).replace(/\s+/g, ' ').trim() : '';
  return text === '' ? null : text;
}
