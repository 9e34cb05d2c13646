import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Desk, edited, fileOf, importSource, newId, openDesk, textOf } from '../testing/desk';

/*
 * What a search finds is compared with a plain look at everything that is there, after changes of
 * every kind in any order.
 */

const WORDS = [
  'harbour',
  'Hárbour',
  'ferry',
  'ferries',
  'pier',
  'PIER',
  'quay',
  'don’t',
  '港口',
  '口',
];
const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

type Step =
  | { do: 'add'; text: string }
  | { do: 'title' | 'remove' | 'restore' | 'confide' | 'publish'; which: number; text: string }
  | { do: 'article' | 'save' | 'bin'; which: number; text: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: text.map((words) => ({ do: 'add' as const, text: words })) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('title', 'remove', 'restore', 'confide', 'publish'),
      which: fc.nat(9),
      text,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('article', 'save', 'save', 'save', 'bin'),
      which: fc.nat(9),
      text,
    }),
  },
);

interface Thing {
  id: string;
  title: string;
  text: string;
  isRemoved: boolean;
}

const query = fc
  .record({ words: fc.array(word, { minLength: 1, maxLength: 3 }), form: fc.nat(3), other: word })
  .map(({ words, form, other }) => {
    if (form === 0)
      return { query: `${words.join(' ')} `, all: words, phrase: '', without: '', begun: '' };
    if (form === 1)
      return {
        query: `"${words.join(' ')}"`,
        all: [],
        phrase: words.join(' '),
        without: '',
        begun: '',
      };
    if (form === 2)
      return {
        query: `${words[0]} -${other} `,
        all: [words[0]!],
        phrase: '',
        without: other,
        begun: '',
      };
    const begun = words[0]!.slice(0, 4);
    return { query: begun, all: [], phrase: '', without: '', begun };
  });

/** Words as the plain look sees them: its own few lines, on purpose. */
function plainWords(value: string): string[] {
  const plain = value
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return plain.match(/[\p{Script=Han}]|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];
}

function has(thing: Thing, wanted: string, isBegun = false): boolean {
  const sought = plainWords(wanted);
  return [thing.title, thing.text].some((column) => {
    const words = plainWords(column);
    return words.some((_, at) =>
      sought.every((one, index) =>
        isBegun && index === sought.length - 1
          ? words[at + index]?.startsWith(one)
          : words[at + index] === one,
      ),
    );
  });
}

async function apply(desk: Desk, things: { sources: Thing[]; articles: Thing[] }, one: Step) {
  if (one.do === 'add') {
    // The bytes have to be new: the same ones again would be the same source.
    const own = `${one.text} ${newId()}`;
    const { sourceId, text: words } = await importSource(desk, own, `${newId()}.txt`);
    const title = 'untitled';
    await desk.call('sources.update', { sourceId, details: { title } });
    things.sources.push({ id: sourceId, title, text: words, isRemoved: false });
    return;
  }
  if (one.do === 'article') {
    const { articleId } = await desk.call('articles.import', {
      file: fileOf('article.md', `# Headline\n\nxx ${one.text}`),
    });
    const article = await desk.call('articles.open', { articleId });
    const words = textOf(article.document);
    things.articles.push({ id: articleId, title: 'Headline', text: words, isRemoved: false });
    return;
  }
  const isArticle = one.do === 'save' || one.do === 'bin';
  const list = isArticle ? things.articles : things.sources;
  const thing = list[one.which % Math.max(1, list.length)];
  if (!thing) return;
  const source = { sourceId: thing.id };
  switch (one.do) {
    case 'title':
      await desk.call('sources.update', { ...source, details: { title: one.text } });
      thing.title = one.text;
      return;
    case 'remove':
    case 'restore':
      await desk.call(`sources.${one.do}`, source);
      thing.isRemoved = one.do === 'remove';
      return;
    case 'confide':
    case 'publish': {
      const disclosure = one.do === 'confide' ? 'confidential' : 'public';
      await desk.call('sources.update', { ...source, details: { disclosure } });
      return;
    }
    case 'bin':
      await desk.call('articles.remove', { articleId: thing.id });
      thing.isRemoved = true;
      return;
    case 'save': {
      const { document, version } = await desk.call('articles.open', { articleId: thing.id });
      // Words go as well as come.
      const body = thing.text.slice(thing.text.indexOf('xx'));
      const changed = edited(document, body, `xx ${one.text}`);
      await desk.call('articles.save', { articleId: thing.id, version, document: changed });
      thing.text = textOf(changed);
    }
  }
}

const BEGINNING: Step[] = [
  { do: 'add', text: 'harbour ferry' },
  { do: 'article', which: 0, text: 'pier 港口' },
];

test('finds what a plain look finds, after any changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 10 }),
      fc.array(query, { minLength: 6, maxLength: 12 }),
      async (steps, queries) => {
        const desk = await openDesk();
        const things = { sources: [] as Thing[], articles: [] as Thing[] };
        // Something to change is there from the start.
        for (const one of [...BEGINNING, ...steps]) await apply(desk, things, one);
        await desk.host.settle();
        for (const { query: typed, all, phrase, without, begun } of queries) {
          const { sources, articles } = await desk.call('search.find', { query: typed, limit: 50 });
          for (const [kind, found] of [
            ['sources', sources],
            ['articles', articles],
          ] as const) {
            const expected = things[kind].filter(
              (thing) =>
                !thing.isRemoved &&
                all.every((one) => has(thing, one)) &&
                (phrase === '' || has(thing, phrase)) &&
                (begun === '' || has(thing, begun, true)) &&
                (without === '' || !has(thing, without)),
            );
            expect(found.hits.map(({ id }) => id).toSorted(), `${typed} in ${kind}`).toEqual(
              expected.map(({ id }) => id).toSorted(),
            );
            expect(found.count).toBe(expected.length);
          }
        }
        desk.host.close();
      },
    ),
    { numRuns: 16 },
  );
}, 120_000);
