import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILT_IN } from '../../src-shared/byline/built-in-styles';
import type { TakenCredit } from '../../src-shared/contract/bylines';
import { type Desk, finishArticle, importArticle, newId, openDesk } from '../testing/desk';

async function setUp() {
  const desk = await openDesk();
  const { id: articleId } = await importArticle(desk);
  const byline = () => desk.call('bylines.read', { articleId });
  const names = async () => (await desk.call('people.list', {})).map(({ name }) => name);
  return { desk, articleId, byline, names };
}

const someone = (name: string, more: Partial<TakenCredit> = {}, email: string | null = null) => ({
  role: 'author' as const,
  location: null,
  jobTitle: null,
  affiliation: null,
  staff: 'staff' as const,
  tier: null,
  note: null,
  person: {
    key: name,
    details: { name, kind: 'person' as const, isPseudonym: false, nameOrder: null, email },
  },
  ...more,
});

describe('a pasted byline', () => {
  test('is read with the people whom the library knows, two of one name included', async () => {
    const { desk, articleId } = await setUp();
    const plain = { kind: 'person', role: null, affiliation: null, url: null } as const;
    const add = (name: string, otherNames: string[] = []) =>
      desk.call('people.create', {
        details: {
          ...plain,
          name,
          otherNames: otherNames.map((one) => ({ name: one, language: null })),
        },
      });
    const firm = await desk.call('people.create', {
      details: { ...plain, kind: 'organization', name: 'Pike and Daughter' },
    });
    const one = await add('Duncan Reid');
    const two = await add('Duncan Reid');
    const alias = await add('Roberta Quist', ['Bobbie Quist']);
    const read = await desk.call('bylines.parse', {
      articleId,
      text: 'By Duncan Reid in Oslo, Bobbie Quist and Pike and Daughter',
    });
    expect(read.map(({ name, candidates }) => [name, candidates])).toEqual([
      ['Duncan Reid', [one.personId, two.personId]],
      ['Bobbie Quist', [alias.personId]],
      ['Pike and Daughter', [firm.personId]],
    ]);
    expect(read[0]!.location).toBe('Oslo');
  });

  test('makes who is new, and its undo takes them away again; done once more they are back', async () => {
    const { desk, articleId, byline, names } = await setUp();
    const before = await byline();
    const taken = await desk.call('bylines.take', {
      articleId,
      raw: 'By Ada Quill <ada@quill.example>; photos: Ada Quill',
      mode: 'replace',
      credits: [
        someone('Ada Quill', { location: 'Oslo', note: 'now' }, 'ada@quill.example'),
        someone('Ada Quill', { role: 'photo', tier: 'hidden' }),
      ],
    });
    expect(taken.byline).toMatchObject({
      line: 'By Ada Quill in Oslo (now)',
      tail: '',
      raw: 'By Ada Quill ; photos: Ada Quill',
    });
    expect(new Set(taken.byline.credits.map(({ personId }) => personId)).size).toBe(1);
    const [made] = taken.madePeople;
    expect((await desk.call('people.read', { personId: made! })).email).toBe('ada@quill.example');

    const { previous: after } = await desk.call('bylines.set', {
      articleId,
      ...taken.previous,
      removePeople: taken.madePeople,
    });
    expect(before.raw).toBe('By Ines Calder and Tom Oakes');
    expect(await byline()).toMatchObject({ line: before.line, raw: before.raw });
    expect(await names()).not.toContain('Ada Quill');
    expect(after).toEqual(taken.taken);

    await desk.call('bylines.set', { articleId, ...taken.taken });
    expect((await byline()).line).toBe('By Ada Quill in Oslo (now)');
    expect(await names()).toContain('Ada Quill');
  });

  test('comes after the credits that are there where that is asked', async () => {
    const { desk, articleId } = await setUp();
    const { byline } = await desk.call('bylines.take', {
      articleId,
      raw: 'Ada Quill',
      mode: 'append',
      credits: [someone('Ada Quill')],
    });
    expect(byline.line).toBe('By Ines Calder, Tom Oakes and Ada Quill');
  });
});

describe('house styles', () => {
  const OURS = { ...BUILT_IN.ap, name: 'Harbour', opening: 'Words: {}' };
  const use = async ({ desk, articleId }: { desk: Desk; articleId: string }, styleId: string) => {
    const {
      style: _,
      credits,
      ...rest
    } = (
      await desk.call('bylines.set', {
        articleId,
        style: 'ap',
        credits: (await desk.call('bylines.read', { articleId })).credits,
      })
    ).previous;
    return desk.call('bylines.set', { articleId, ...rest, credits, style: styleId });
  };

  test('are kept, changed and deleted; a byline in a deleted one falls back, and says so', async () => {
    const given = await setUp();
    const { desk, byline } = given;
    const { styleId } = await desk.call('bylineStyles.save', { styleId: null, style: OURS });
    await use(given, styleId);
    expect((await byline()).line).toBe('Words: Ines Calder and Tom Oakes');
    const changed = { ...OURS, capitals: 'names' as const };
    const saved = await desk.call('bylineStyles.save', { styleId, style: changed });
    expect(saved.previous).toEqual(OURS);
    expect((await byline()).line).toBe('Words: INES CALDER and TOM OAKES');
    expect(desk.events.map(({ event }) => event)).toContain('bylineStyles.changed');

    expect(await desk.call('bylineStyles.remove', { styleId })).toEqual({ articleCount: 1 });
    expect(await byline()).toMatchObject({
      style: styleId,
      line: 'By Ines Calder and Tom Oakes',
      isStyleMissing: true,
    });
    expect((await desk.failure('bylineStyles.save', { styleId, style: OURS })).code).toBe(
      'not-found',
    );
    await desk.call('bylineStyles.restore', { styleId });
    expect(await byline()).toMatchObject({ isStyleMissing: false });
    expect(await desk.call('bylineStyles.list', {})).toEqual([{ id: styleId, style: changed }]);
  });

  test('go into a file, beside one of the same name', async () => {
    const { desk } = await setUp();
    const folder = newId();
    desk.host.grantFolder(folder, desk.folder);
    const write = () => desk.call('bylineStyles.export', { style: OURS, folder });
    expect(await write()).toEqual({ fileName: 'harbour.byline-style.json' });
    const { fileName } = await write();
    expect(fileName).toBe('harbour-2.byline-style.json');
    expect(JSON.parse(readFileSync(join(desk.folder, fileName), 'utf8'))).toEqual(OURS);
  });
});

describe('a line written by hand', () => {
  test('has to name everyone of the byline before anything is published', async () => {
    const { desk, articleId, byline } = await setUp();
    const { style, credits } = await byline();
    const write = (override: string | null) =>
      desk.call('bylines.set', { articleId, style, credits, override });
    await write('Words by INES CALDER');
    expect(await byline()).toMatchObject({ line: 'Words by INES CALDER', unnamed: ['Tom Oakes'] });
    const points = await desk.call('finish.gate', { articleId });
    expect(points.find(({ code }) => code === 'byline-unnamed')).toMatchObject({
      blocking: true,
      example: 'Tom Oakes',
    });
    const preview = { articleId, format: 'html', profile: 'generic' } as const;
    expect((await desk.failure('exports.preview', preview)).data).toMatchObject({
      code: 'byline-unnamed',
    });
    await write('Words by INES CALDER & Tom Oakes');
    const { text } = await desk.call('exports.preview', preview);
    expect(text).toContain(
      'Words by <span class="p-author">INES CALDER</span> &amp; <span class="p-author">Tom Oakes</span>',
    );
    await write(null);
    expect((await byline()).line).toBe('By Ines Calder and Tom Oakes');
  });

  test('an account of a publishing system keeps the article back', async () => {
    const { desk, articleId } = await setUp();
    await desk.call('bylines.take', {
      articleId,
      raw: 'Posted by admin',
      mode: 'replace',
      credits: [someone('admin')],
    });
    const points = await desk.call('finish.gate', { articleId });
    expect(points.find(({ code }) => code === 'byline-account')).toMatchObject({ blocking: true });
  });
});

test('the byline of a finished article stays as it was printed until it is reopened', async () => {
  const { desk, articleId, byline } = await setUp();
  const { styleId } = await desk.call('bylineStyles.save', {
    styleId: null,
    style: { ...BUILT_IN.ap, name: 'Harbour', opening: 'Words: {}' },
  });
  const { style: _, credits } = await byline();
  await desk.call('bylines.set', { articleId, style: styleId, credits });
  await finishArticle(desk, articleId);
  const printed = await byline();
  await desk.call('people.update', {
    personId: credits[0]!.personId,
    details: { name: 'Ines Calder-Holm' },
  });
  await desk.call('bylineStyles.remove', { styleId });
  expect(await byline()).toMatchObject({ line: printed.line, credits: printed.credits });
  const { text } = await desk.call('exports.preview', {
    articleId,
    format: 'html',
    profile: 'generic',
  });
  expect(text).not.toContain('Calder-Holm');
  const set = { articleId, style: 'ap' as const, credits: [] };
  expect((await desk.failure('bylines.set', set)).code).toBe('article-finished');

  await desk.call('finish.reopen', { articleIds: [articleId], status: 'draft', reason: 'A name.' });
  expect((await byline()).line).toBe('By Ines Calder-Holm and Tom Oakes');
  const revisions = await desk.call('revisions.list', { articleId });
  expect(revisions.map(({ reason }) => reason)).toContain('reopen');
});
