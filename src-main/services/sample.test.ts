import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isSettled } from '../../src-shared/model/quotation';
import { openDesk } from '../testing/desk';

const sampleFolder = resolve(__dirname, '../../resources/sample');
const recipe = JSON.parse(readFileSync(resolve(sampleFolder, 'sample.json'), 'utf8'));

test('a new library starts with the sample: article, sources, links, speakers', async () => {
  const desk = await openDesk({ sampleFolder });
  const info = await desk.call('library.info', {});
  expect(info).toMatchObject({ articleCount: 1, sourceCount: recipe.sources.length });
  const article = await desk.call('articles.open', { articleId: info.lastArticleId! });
  const linked = article.quotations.filter(({ link }) => link !== null);
  expect(linked).toHaveLength(recipe.links.length);
  expect(linked.every(({ speaker }) => speaker !== null)).toBe(true);
  expect(article.quotations.filter(({ dismissed }) => dismissed)).toHaveLength(
    recipe.notQuotations.length,
  );
  // There is something that stands, and something to do.
  expect(new Set(linked.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(3);
  expect(article.quotations.some((quotation) => !isSettled(quotation))).toBe(true);
  const titles = (await desk.call('sources.list', {})).map(({ title }) => title).sort();
  expect(titles).toEqual(recipe.sources.map((source: { title: string }) => source.title).sort());
});

test('a library that is there already gets none', async () => {
  const desk = await openDesk();
  await desk.reopen({ sampleFolder });
  expect((await desk.call('library.info', {})).articleCount).toBe(0);
});
