import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { stet, temporaryFolder } from './run-for-test';

const SAMPLE = resolve(__dirname, '../../resources/sample');

async function library(): Promise<string> {
  const folder = join(temporaryFolder(), 'desk');
  const hearing = join(SAMPLE, 'council-hearing.vtt');
  expect((await stet(['import', '--library', folder, hearing])).code).toBe(0);
  const article = join(SAMPLE, 'article.md');
  expect((await stet(['import', '--library', folder, '--article', article])).code).toBe(0);
  return folder;
}

test('search finds what was imported, with the words around the hit', async () => {
  const folder = await library();
  const { code, out, err } = await stet(['search', '--library', folder, 'water', 'bottles']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(rows.map(([, kind]) => kind)).toEqual(['article', 'source']);
  expect(rows[1]).toEqual([
    expect.any(String),
    'source',
    expect.stringContaining('committee'),
    '43:04, Joyce Abara',
    expect.stringContaining('[water] [bottles]'),
  ]);
});

test('--json prints what the library answers, with offsets into the source’s text', async () => {
  const folder = await library();
  const line = ['search', '--library', folder, '--json', '--', '"from it until" -taps'];
  const { out } = await stet(line);
  const { articles, sources, behind } = JSON.parse(out);
  expect(behind).toBe(0);
  expect(articles).toEqual({ hits: [], count: 0, isAtLeast: false });
  expect(sources).toMatchObject({
    count: 1,
    hits: [{ kind: 'source', isPrivate: false, at: { start: expect.any(Number) } }],
  });
});

test('search answers nothing where nothing is found, and does not make a library', async () => {
  const folder = await library();
  expect(await stet(['search', '--library', folder, 'xylophone'])).toMatchObject({
    code: 0,
    out: '',
    err: '',
  });
  const nowhere = join(temporaryFolder(), 'nothing');
  expect(await stet(['search', '--library', nowhere, 'water'])).toMatchObject({ code: 2, out: '' });
});
