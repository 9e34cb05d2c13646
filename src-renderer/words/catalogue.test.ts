import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue';

/** The source of files, by path. */
const WORDS = import.meta.glob(['./*.ts', '../../src-shared/words/*.ts'], {
  query: '?raw',
  import: 'default',
});
const COMPONENTS = import.meta.glob(['../**/*.tsx'], { query: '?raw', import: 'default' });

/** Every string and function of a part of the catalogue, with the way to it. */
function leaves(value: unknown, way: string): [way: string, leaf: unknown][] {
  if (typeof value !== 'object' || value === null) return [[way, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${way}.${key}`));
}

describe('the catalogue of words', () => {
  const all = leaves(catalogue, 'catalogue');

  it('has all that lies in the folders of words', async () => {
    const gathered = await WORDS['./catalogue.ts']?.();
    expect(Object.keys(WORDS).length).toBeGreaterThan(30);
    const missing = Object.keys(WORDS).filter(
      (file) =>
        !file.endsWith('.test.ts') &&
        file !== './catalogue.ts' &&
        !gathered?.includes(`from '${file.replace(/\.ts$/, '')}';`),
    );
    expect(missing).toEqual([]);
  });

  it('says something everywhere', () => {
    expect(all.length).toBeGreaterThan(900);
    const strings = all.filter(
      (leaf): leaf is [string, string] => typeof leaf[1] === 'string' && !NO_SPEECH.test(leaf[0]),
    );
    expect(strings.filter(([, text]) => text.trim() === '')).toEqual([]);
    const odd = strings.filter(([, text]) => /undefined|\[object|\bnull\b|\s$/.test(text));
    expect(odd).toEqual([]);
  });

  it('puts numbers into words through functions', () => {
    const functions = all.filter(([, leaf]) => typeof leaf === 'function');
    expect(functions.length).toBeGreaterThan(200);
    expect(catalogue.text.count(1, 'word')).toBe('1 word');
    expect(catalogue.text.count(1200, 'word')).toBe('1,200 words');
    expect(catalogue.general.words.verdictsChanged(3)).toBe('3 verdicts have changed.');
  });
});

/** Hints of filters that have a list to choose from, and characters, which are no words. */
const NO_SPEECH = /\.filterHints\.|\.CHARACTER_GROUPS\./;

/** Attributes whose text is read or heard. */
const SAID = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'text',
  'description',
  'submit',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);

/** The same in every language: the product's name, and how a web address begins. */
const NO_WORDS = new Set(['Stet', 'https://']);

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** The strings that an expression can come to, as far as they are written in it. */
function strings(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'JSXText':
    case 'Literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'TemplateLiteral':
      return (value.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked);
    case 'JSXExpressionContainer':
      return strings(value.expression);
    case 'ConditionalExpression':
      return [...strings(value.consequent), ...strings(value.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return value.operator === '===' || value.operator === '!=='
        ? []
        : [...strings(value.left), ...strings(value.right)];
    default:
      return [];
  }
}

/** Words that are written where they are shown, and not in the catalogue. */
function inlineWords(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const name = isNode(value.name) ? value.name.name : null;
    const said =
      value.type === 'JSXAttribute' && SAID.has(String(name))
        ? strings(value.value)
        : value.type === 'JSXElement' || value.type === 'JSXFragment'
          ? (value.children as unknown[]).flatMap(strings)
          : [];
    for (const text of said) {
      if (!/\p{L}{2}/u.test(text) || NO_WORDS.has(text.trim())) continue;
      const line = source.slice(0, value.start).split('\n').length;
      found.push(`${file}:${line} ${text.trim()}`);
    }
    for (const [key, inner] of Object.entries(value)) if (key !== 'type') visit(inner);
  };
  visit(parseSync(file, source, { lang: 'tsx' }).program);
  return found;
}

describe('components', () => {
  it('have no words of their own', async () => {
    expect(Object.keys(COMPONENTS).length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const [file, read] of Object.entries(COMPONENTS)) {
      found.push(...inlineWords(file, await read()));
    }
    expect(found).toEqual([]);
    // Reads and parses every component: some seconds on a busy computer.
  }, 60_000);

  it('would be found out', () => {
    const source =
      'const a = <p title="Say it">Some words{b ? `lots more` : ""}<i aria-label={d}>—</i></p>;';
    expect(inlineWords('a.tsx', source)).toEqual([
      'a.tsx:1 Some words',
      'a.tsx:1 lots more',
      'a.tsx:1 Say it',
    ]);
  });
});
