import { expect, test } from 'vitest';
import cases from '../../src-shared/document/fixtures/language-cases.json';
import { type Desk, openDesk } from '../testing/desk';

type Case = (typeof cases)[number];

const lines = ({ headline, byline, story }: Case) =>
  byline === undefined ? [headline, story] : [headline, byline, story];

const FILES: Readonly<Record<string, (one: Case) => string>> = {
  'story.txt': (one) => lines(one).join('\n\n'),
  'story.md': (one) => `# ${lines(one).join('\n\n')}\n`,
  'story.html': (one) => {
    const [headline, ...rest] = lines(one);
    return `<article><h1>${headline}</h1>${rest.map((line) => `<p>${line}</p>`).join('')}</article>`;
  },
};

async function importText(desk: Desk, name: string, text: string) {
  const file = { from: 'bytes' as const, name, bytes: new TextEncoder().encode(text) };
  const { articleId } = await desk.call('articles.import', { file });
  return desk.call('articles.open', { articleId });
}

test('a file that does not say its language is in the one it speaks, and so is its byline', async () => {
  const desk = await openDesk();
  for (const one of cases) {
    for (const [name, write] of Object.entries(FILES)) {
      const { language, byline } = await importText(desk, name, write(one));
      const contributors = byline.credits.map((credit) => credit.name);
      expect({ name, language, contributors }).toEqual({
        name,
        language: one.language,
        contributors: one.contributors,
      });
    }
  }
});

test('what the file says of its language goes first', async () => {
  const desk = await openDesk();
  const german = cases.find(({ language }) => language === 'de')!;
  const markdown = `---\nlang: de-AT\n---\n\n${FILES['story.md']?.(german)}`;
  expect((await importText(desk, 'story.md', markdown)).language).toBe('de-AT');
});
