import { describe, expect, test } from 'vitest';
import type { CreditInput } from '../../src-shared/model/byline';
import { finishArticle, importArticle, newId, openDesk } from '../testing/desk';

const PERSON = { kind: 'person', role: null, affiliation: null, url: null } as const;
const CREDIT = { location: null, jobTitle: null, affiliation: null, staff: 'staff' } as const;

describe('people', () => {
  test('are changed with an answer for undo, and their names are printed as they are', async () => {
    const desk = await openDesk();
    const { personId } = await desk.call('people.create', {
      details: { ...PERSON, name: 'bell  hooks', affiliation: '' },
    });
    const { previous } = await desk.call('people.update', {
      personId,
      details: { role: 'Author', name: 'bell hooks' },
    });
    expect(previous).toEqual({ role: null });
    expect(await desk.call('people.list', {})).toEqual([
      {
        id: personId,
        ...PERSON,
        name: 'bell hooks',
        role: 'Author',
        otherNames: [],
        sortName: null,
        nameOrder: null,
        isPseudonym: false,
        links: [],
        mergedNames: [],
        quotationCount: 0,
        creditCount: 0,
      },
    ]);
  });

  test('who are named somewhere stay; the others can be removed and come back', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const author = article.byline.credits[0]!.personId;
    const { personId: speaker } = await desk.call('people.create', {
      details: { ...PERSON, name: 'Mara Lind' },
    });
    const quotationId = article.quotations[0]!.id;
    const say = (personId: string | null) =>
      desk.call('quotations.setSpeaker', { articleId: article.id, quotationId, personId });
    await say(speaker);
    for (const personId of [author, speaker]) {
      const failure = await desk.failure('people.remove', { personId });
      expect(failure.code).toBe('person-in-use');
    }
    await say(null);
    await desk.call('people.remove', { personId: speaker });
    const names = async () => (await desk.call('people.list', {})).map(({ name }) => name);
    expect(await names()).toEqual(['Ines Calder', 'Tom Oakes']);
    await desk.call('people.restore', { personId: speaker });
    expect(await names()).toEqual(['Ines Calder', 'Mara Lind', 'Tom Oakes']);
    expect((await desk.failure('people.remove', { personId: newId() })).code).toBe('not-found');
  });

  test('who are called something else are so wherever they speak', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const { personId } = await desk.call('people.create', {
      details: { ...PERSON, name: 'M. Lind' },
    });
    const quotationId = article.quotations[0]!.id;
    await desk.call('quotations.setSpeaker', { articleId: article.id, quotationId, personId });
    desk.events.length = 0;
    await desk.call('people.update', { personId, details: { name: 'Mara Lind' } });
    expect(desk.events).toContainEqual({
      event: 'quotations.changed',
      payload: { articleId: article.id },
    });
    const { quotations } = await desk.call('articles.open', { articleId: article.id });
    expect(quotations[0]!.speaker).toEqual({ personId, name: 'Mara Lind' });
  });
});

describe('the byline', () => {
  async function setUp() {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const [ines, tom] = article.byline.credits.map(({ personId }) => personId);
    const credit = (personId: string, changes: Partial<CreditInput> = {}): CreditInput => ({
      tier: null,
      note: null,
      ...CREDIT,
      personId,
      role: 'author',
      ...changes,
    });
    const set = (credits: CreditInput[], style: 'ap' | 'guardian' = 'ap') =>
      desk.call('bylines.set', { articleId: article.id, style, credits });
    return { desk, article, ines: ines!, tom: tom!, credit, set };
  }

  test('is generated from credits in their order, and answers the ones before', async () => {
    const { desk, article, ines, tom, credit, set } = await setUp();
    const before = article.byline;
    const { byline, previous } = await set([
      credit(tom, { location: 'Strandby' }),
      credit(ines, { role: 'photo' }),
    ]);
    expect(byline.line).toMatch(/^By Tom Oakes/);
    expect(byline.tail).toContain('Ines Calder');
    expect(previous).toMatchObject({ style: 'ap', credits: [credit(ines), credit(tom)] });
    const undone = await set([...previous.credits]);
    expect(undone.byline.line).toBe(before.line);
    const { byline: opened } = await desk.call('articles.open', { articleId: article.id });
    expect(opened).toEqual(undone.byline);
  });

  test('a credit that stays keeps its id when the order changes', async () => {
    const { article, ines, tom, credit, set } = await setUp();
    const [first, second] = article.byline.credits.map(({ id }) => id);
    const { byline } = await set([credit(tom), credit(ines)]);
    expect(byline.credits.map(({ id }) => id)).toEqual([second, first]);
    const again = await set([credit(ines), credit(tom), credit(ines, { role: 'photo' })]);
    expect(again.byline.credits.map(({ id }) => id).slice(0, 2)).toEqual([first, second]);
    const fewer = await set([credit(tom)]);
    expect(fewer.byline.credits.map(({ id }) => id)).toEqual([second]);
  });

  test('stays as it was printed while the article is finished', async () => {
    const { desk, article, ines, credit, set } = await setUp();
    const line = async () =>
      (await desk.call('articles.open', { articleId: article.id })).byline.line;
    await finishArticle(desk, article.id);
    await desk.call('people.update', { personId: ines, details: { name: 'Ines Oakes' } });
    expect(await line()).toBe('By Ines Calder and Tom Oakes');
    const failure = await desk.failure('bylines.set', {
      articleId: article.id,
      style: 'ap',
      credits: [credit(ines)],
    });
    expect(failure.code).toBe('article-finished');
    const articleIds = [article.id];
    await desk.call('finish.reopen', { articleIds, status: 'draft', reason: 'A name was wrong' });
    expect(await line()).toBe('By Ines Oakes and Tom Oakes');
    await set([credit(ines)]);
    expect(await line()).toBe('By Ines Oakes');
  });
});
