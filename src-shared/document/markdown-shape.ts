import type { Nodes } from 'mdast';

/*
 * What a tree of Markdown is rendered as, so that two can be compared: without the places where its
 * nodes stood, and without what no reader sees (how far lines reach, how a line break is written).
 */

type Shape = string | null | undefined | boolean | number | Shape[];

/** In these a line's end is seen, wherever in the paragraph they begin. */
const KEEPS_LINES = /<\/?(?:pre|textarea|listing|xmp|plaintext)\b/i;
const BREAK = /^<br\s*\/?>$/i;

/** Blocks that are rendered alike have the same shape; footnotes count by their order alone. */
export function shapeOf(nodes: readonly Nodes[]): string {
  const notes: string[] = [];
  const all = (children: readonly Nodes[]): Shape[] => blocks(children, notes);
  return JSON.stringify(all(nodes));
}

function blocks(nodes: readonly Nodes[], notes: string[]): Shape[] {
  return nodes.flatMap((node) => {
    const shape = block(node, notes);
    return shape === null ? [] : [shape];
  });
}

function block(node: Nodes, notes: string[]): Shape {
  switch (node.type) {
    case 'paragraph': {
      const words = line(node.children, notes);
      return words.length > 0 ? ['p', ...words] : null;
    }
    case 'heading':
      return [`h${node.depth}`, ...line(node.children, notes)];
    case 'blockquote':
      return ['quote', ...blocks(node.children, notes)];
    case 'list': {
      const isLoose = node.spread === true || node.children.some(({ spread }) => spread === true);
      const start = node.ordered ? (node.start ?? 1) : null;
      const items = node.children.map(({ checked, children }) => [
        checked ?? null,
        ...blocks(children, notes),
      ]);
      return ['list', start, isLoose, ...items];
    }
    case 'code':
      return ['code', node.lang || null, node.value];
    case 'html':
      return ['html', node.value.trimEnd()];
    case 'thematicBreak':
      return ['rule'];
    case 'table': {
      const columns = node.children[0]?.children.length ?? 0;
      const sides = Array.from({ length: columns }, (_, column) => node.align?.[column] ?? null);
      // A row that is too short is filled, one that is too long is cut.
      const rows = node.children.map(({ children }) =>
        Array.from({ length: columns }, (_, column) =>
          line(children[column]?.children ?? [], notes),
        ),
      );
      return ['table', sides, ...rows];
    }
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return null;
    default:
      return line([node], notes);
  }
}

/** What stands in a line: words are strings, everything else is lists. */
function line(nodes: readonly Nodes[], notes: string[]): Shape[] {
  const keepsLines = JSON.stringify(nodes).search(KEEPS_LINES) >= 0;
  const shape = merged(inlines(nodes, notes, keepsLines));
  return withoutEdges(shape);
}

function inlines(nodes: readonly Nodes[], notes: string[], keepsLines: boolean): Shape[] {
  const inside = (children: readonly Nodes[]) => merged(inlines(children, notes, keepsLines));
  return nodes.flatMap((node): Shape[] => {
    switch (node.type) {
      case 'text':
        return [node.value.replace(keepsLines ? /[ \t]+/g : /[ \t\r\n]+/g, ' ')];
      case 'strong':
      case 'emphasis':
      case 'delete':
        return [[node.type, ...inside(node.children)]];
      case 'inlineCode':
        return [['code', node.value.replace(/[\r\n]/g, ' ')]];
      case 'break':
        return [['break']];
      case 'html':
        return [BREAK.test(node.value) ? ['break'] : ['html', node.value]];
      case 'link':
        return [['link', node.url, node.title || null, ...inside(node.children)]];
      case 'image':
        return [['image', node.url, node.alt || '', node.title || null]];
      case 'footnoteReference': {
        // A note of a source is told from those of the article.
        if (node.identifier.startsWith('source-')) return [['source', node.identifier]];
        if (!notes.includes(node.identifier)) notes.push(node.identifier);
        return [['note', notes.indexOf(node.identifier)]];
      }
      default:
        return [[node.type]];
    }
  });
}

/** Words that follow one another are one piece; a line break takes the spaces around it. */
function merged(shapes: readonly Shape[]): Shape[] {
  const whole: Shape[] = [];
  for (const shape of shapes) {
    const last = whole.at(-1);
    if (typeof shape !== 'string') {
      if (isBreak(shape) && typeof last === 'string')
        whole[whole.length - 1] = last.replace(/[ \n]+$/, '');
      whole.push(shape);
      continue;
    }
    const words = isBreak(last) ? shape.replace(/^[ \n]+/, '') : shape;
    if (typeof last === 'string') whole[whole.length - 1] = (last + words).replace(/ {2,}/g, ' ');
    else if (words !== '') whole.push(words);
  }
  return whole.filter((shape) => shape !== '');
}

function isBreak(shape: Shape): boolean {
  return Array.isArray(shape) && shape[0] === 'break';
}

function withoutEdges(shapes: Shape[]): Shape[] {
  const [first] = shapes;
  if (typeof first === 'string') shapes[0] = first.replace(/^[ \n]+/, '');
  const last = shapes.at(-1);
  if (typeof last === 'string') shapes[shapes.length - 1] = last.replace(/[ \n]+$/, '');
  return shapes.filter((shape) => shape !== '');
}
