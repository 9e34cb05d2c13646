import { describe, expect, test } from 'vitest';
import type { ArticleSummary } from '../../src-shared/model/article';
import { articlesIn, countStatuses, USUAL_LIST } from './list-view';

const article = (id: string, rest: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id,
  headline: `Headline ${id}`,
  status: 'draft',
  language: 'en',
  section: null,
  dateline: null,
  tags: [],
  shelf: 'desk',
  quotationCount: 0,
  openCount: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...rest,
});

const ARTICLES = [
  article('a', { headline: 'Zürich votes', tags: ['vote', 'city'] }),
  article('b', { headline: 'Harbour 10', status: 'finished', section: 'Port' }),
  article('c', { headline: '', status: 'in-check', tags: ['vote'] }),
  article('d', { headline: 'Harbour 2', shelf: 'archive' }),
  article('e', { headline: 'Âpre débat' }),
];

const ids = (view: Partial<typeof USUAL_LIST>) =>
  articlesIn({ ...USUAL_LIST, ...view }, ARTICLES)
    .map(({ id }) => id)
    .join('');

describe('the articles of a list', () => {
  test.each([
    ['those on the desk, as they come', {}, 'abce'],
    ['the archive', { shelf: 'archive' as const }, 'd'],
    ['one status', { status: 'in-check' as const }, 'c'],
    ['one tag', { tag: 'vote' }, 'ac'],
    ['a tag and a status', { tag: 'vote', status: 'draft' as const }, 'a'],
    ['words of the headline, whatever their case and accents', { query: 'ZURICH' }, 'a'],
    ['words of section and tags', { query: 'port harb' }, 'b'],
    ['nothing that fits', { query: 'zürich port' }, ''],
    ['by title, those without one last', { sort: 'title' as const }, 'ebac'],
    ['by status, each in the order in which they changed', { sort: 'status' as const }, 'aecb'],
  ])('%s', (_name, view, wanted) => expect(ids(view)).toBe(wanted));

  test('titles with numbers are in the order of the numbers', () => {
    const all = [article('x', { headline: 'Part 10' }), article('y', { headline: 'Part 9' })];
    const listed = articlesIn({ ...USUAL_LIST, sort: 'title' }, all);
    expect(listed.map(({ id }) => id)).toEqual(['y', 'x']);
  });

  test('each status is counted on its shelf', () => {
    expect([...countStatuses(ARTICLES, 'desk')]).toEqual([
      ['draft', 2],
      ['finished', 1],
      ['in-check', 1],
    ]);
  });
});
