import { describe, expect, test } from 'vitest';
import {
  type Desk,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  saveEdit,
  targetOf,
} from '../testing/desk';

async function setUp() {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const source = await importSource(desk);
  const stay = quotationWith(article.quotations, 'harbour will stay').id;
  const boats = quotationWith(article.quotations, 'twelve boats').id;
  const crews = quotationWith(article.quotations, 'second pier').id;
  return { desk, article, articleId: article.id, source, stay, boats, crews };
}

const STAY = 'The harbour will stay open all winter.';
const BOATS = 'We asked for twelve boats and we were given four of them.';
const CREWS = 'Nobody told the crews a thing about the second pier.';

const view = async (desk: Desk, articleId: string, id: string) => {
  const { quotations } = await desk.call('articles.open', { articleId });
  return quotations.find((quotation) => quotation.id === id)!;
};

describe('linking', () => {
  test('gives the verdict, the place and the speaker of the passage', async () => {
    const { desk, articleId, source, stay } = await setUp();
    const links = [{ quotationId: stay, target: targetOf(source, STAY) }];
    const { quotations } = await desk.call('quotations.setLinks', { articleId, links });
    expect(quotations[0]).toMatchObject({
      verdict: 'verbatim',
      link: {
        sourceId: source.sourceId,
        exact: STAY,
        sourceTitle: 'hearing',
        place: { time: 5, speaker: 'Mara Lind', page: null },
      },
      speaker: { name: 'Mara Lind' },
    });
    expect(await desk.call('people.list', {})).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Mara Lind', kind: 'person', quotationCount: 1 }),
      ]),
    );
    expect((await desk.call('articles.list', {}))[0]!.openCount).toBe(2);
  });

  test('a quotation that an attribution splits is compared as one', async () => {
    const { desk, articleId, source, boats } = await setUp();
    const links = [{ quotationId: boats, target: targetOf(source, BOATS) }];
    const { quotations } = await desk.call('quotations.setLinks', { articleId, links });
    expect(quotationWith(quotations, 'twelve').verdict).toBe('verbatim');
  });

  test('other words are told, with a diff', async () => {
    const { desk, articleId, source, crews } = await setUp();
    const links = [{ quotationId: crews, target: targetOf(source, CREWS) }];
    const { quotations } = await desk.call('quotations.setLinks', { articleId, links });
    const { verdict, diff } = quotationWith(quotations, 'second pier');
    expect(verdict).toBe('altered');
    expect(
      diff
        .filter(({ type }) => type === 'removed')
        .map(({ text }) => text)
        .join(' '),
    ).toMatch(/thing/);
  });

  test('undo by what it answered restores link, speaker and people, and redo does it again', async () => {
    const { desk, articleId, source, stay, boats } = await setUp();
    const before = await desk.call('articles.open', { articleId });
    const people = await desk.call('people.list', {});
    const links = [
      { quotationId: stay, target: targetOf(source, STAY) },
      { quotationId: boats, target: targetOf(source, BOATS) },
    ];
    const done = await desk.call('quotations.setLinks', { articleId, links });
    const undone = await desk.call('quotations.setLinks', { articleId, links: done.previous });
    expect(undone.quotations).toEqual(before.quotations);
    expect(await desk.call('people.list', {})).toEqual(people);
    const redone = await desk.call('quotations.setLinks', { articleId, links: undone.previous });
    expect(redone.quotations).toEqual(done.quotations);
    const again = await desk.call('quotations.setLinks', { articleId, links: redone.previous });
    expect(again.quotations).toEqual(before.quotations);
    // Redo may also carry out the first call once more.
    const repeated = await desk.call('quotations.setLinks', { articleId, links });
    expect(repeated.quotations.map(({ speaker }) => speaker?.name ?? null)).toEqual([
      'Mara Lind',
      'Mara Lind',
      null,
    ]);
    expect(
      (await desk.call('people.list', {})).filter(({ name }) => name === 'Mara Lind'),
    ).toHaveLength(1);
  });

  test('undo restores the link that another one replaced', async () => {
    const { desk, articleId, source, stay } = await setUp();
    const link = (words: string | null) =>
      desk.call('quotations.setLinks', {
        articleId,
        links: [{ quotationId: stay, target: words === null ? null : targetOf(source, words) }],
      });
    const first = await link(STAY);
    const second = await link(BOATS);
    const undone = await desk.call('quotations.setLinks', { articleId, links: second.previous });
    expect(undone.quotations).toEqual(first.quotations);
    const unlinked = await link(null);
    expect(unlinked.quotations[0]).toMatchObject({ link: null, verdict: 'unlinked' });
    const back = await desk.call('quotations.setLinks', { articleId, links: unlinked.previous });
    expect(back.quotations).toEqual(first.quotations);
  });

  test('a speaker whom an editor named stays', async () => {
    const { desk, articleId, source, crews } = await setUp();
    const details = { name: 'A pilot', kind: 'anonymous', role: null } as const;
    const { personId } = await desk.call('people.create', {
      details: { ...details, affiliation: null, url: null },
    });
    const named = { articleId, quotationId: crews, personId };
    expect((await desk.call('quotations.setSpeaker', named)).previous).toBe(null);
    const links = [{ quotationId: crews, target: targetOf(source, CREWS) }];
    const { quotations } = await desk.call('quotations.setLinks', { articleId, links });
    expect(quotationWith(quotations, 'second pier').speaker).toEqual({ personId, name: 'A pilot' });
    const cleared = await desk.call('quotations.setSpeaker', { ...named, personId: null });
    expect(cleared.previous).toBe(personId);
    expect(quotationWith(cleared.quotations, 'second pier').speaker).toBe(null);
  });

  test.each([
    ['Q', null],
    ['REPORTER', null],
    ['Speaker 2', null],
    ['MARA LIND', 'Mara Lind'],
    ['LIND', 'Mara Lind'],
    ['Jonas Brandt', 'Jonas Brandt'],
    ['JONAS MCBRANDT', 'Jonas McBrandt'],
    ['Brandt', null],
  ])('a turn of "%s" names %s', async (label, name) => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const source = await importSource(desk, HEARING.replace('Mara Lind', label));
    const links = [{ quotationId: article.quotations[0]!.id, target: targetOf(source, STAY) }];
    const { quotations } = await desk.call('quotations.setLinks', { articleId: article.id, links });
    expect(quotations[0]!.speaker?.name ?? null).toBe(name);
  });

  test('a confidential source adds nobody to the people', async () => {
    const { desk, articleId, source, stay } = await setUp();
    const people = await desk.call('people.list', {});
    const { sourceId } = source;
    await desk.call('sources.update', { sourceId, details: { disclosure: 'confidential' } });
    const links = [{ quotationId: stay, target: targetOf(source, STAY) }];
    const { quotations } = await desk.call('quotations.setLinks', { articleId, links });
    expect(quotations[0]).toMatchObject({ verdict: 'verbatim', speaker: null });
    expect(await desk.call('people.list', {})).toEqual(people);
  });

  test('what is not there cannot be linked, and nothing of the step is done', async () => {
    const { desk, articleId, source, stay, boats } = await setUp();
    const good = { quotationId: stay, target: targetOf(source, STAY) };
    const beyond = { ...good.target, start: 0, end: 99_999 };
    const cases = [
      [{ quotationId: boats, target: beyond }, 'passage-not-found'],
      [
        { quotationId: boats, target: { ...good.target, end: good.target.start } },
        'passage-not-found',
      ],
      [{ quotationId: newId(), target: good.target }, 'not-found'],
      [{ quotationId: boats, target: { ...good.target, sourceVersionId: newId() } }, 'not-found'],
    ] as const;
    for (const [bad, code] of cases) {
      const failure = await desk.failure('quotations.setLinks', { articleId, links: [good, bad] });
      expect(failure.code).toBe(code);
    }
    expect(await view(desk, articleId, stay)).toMatchObject({ link: null, speaker: null });
  });
});

describe('finding passages', () => {
  test('proposes the best first, with its surroundings', async () => {
    const { desk, articleId, source, crews } = await setUp();
    const note = await importSource(
      desk,
      'On Monday a pilot wrote: Nobody has told the crews anything about the second pier. He did not sign it.',
      'letter.txt',
    );
    const proposals = await desk.call('quotations.propose', { articleId, quotationId: crews });
    expect(proposals.map(({ sourceId, verdict }) => [sourceId, verdict])).toEqual([
      [note.sourceId, 'verbatim'],
      [source.sourceId, 'altered'],
    ]);
    expect(proposals[0]!.exact).toMatch(/^Nobody has told .* second pier/);
    expect(proposals[0]!.before).toMatch(/a pilot wrote: $/);
    expect(proposals[0]!.after).toContain('He did not sign it.');
    expect(proposals[1]!.place).toMatchObject({ time: 16, speaker: 'Jonas Brandt' });
    const limited = await desk.call('quotations.propose', {
      articleId,
      quotationId: crews,
      limit: 1,
    });
    expect(limited).toEqual(proposals.slice(0, 1));
  });

  test('counts up to two passages of each open quotation, anew when a source comes', async () => {
    const { desk, articleId, stay } = await setUp();
    const count = async () => {
      const counts = await desk.call('quotations.countProposals', { articleId });
      expect(counts).toHaveLength(3);
      return counts.find(({ quotationId }) => quotationId === stay)!.count;
    };
    expect(await count()).toBe(1);
    await importSource(desk, `${STAY} So the minutes say. ${STAY}`, 'minutes.txt');
    expect(await count()).toBe(2);
  });

  test('"link all exact matches" takes what fits in one place of the library alone', async () => {
    const { desk, articleId, source, stay, boats } = await setUp();
    const find = () => desk.call('quotations.findVerbatim', { articleId });
    const ids = async () => (await find()).map(({ quotationId }) => quotationId);
    expect(await ids()).toEqual([stay, boats]);
    const done = await desk.call('quotations.setLinks', { articleId, links: await find() });
    expect(done.quotations.filter(({ verdict }) => verdict === 'verbatim')).toHaveLength(2);
    expect(quotationWith(done.quotations, 'harbour will').link?.sourceId).toBe(source.sourceId);
    expect(await find()).toEqual([]);
    await desk.call('quotations.setLinks', { articleId, links: done.previous });
    await importSource(desk, `The board noted it. ${STAY}`, 'minutes.txt');
    expect(await ids()).toEqual([boats]);
    await importSource(desk, `${BOATS} It was said twice. ${BOATS}`, 'letter.txt');
    expect(await ids()).toEqual([]);
  });
});

describe('a word that an editor signs', () => {
  test('carries name, time and reason, and settles the quotation', async () => {
    const { desk, articleId, crews } = await setUp();
    await desk.call('library.setEditorName', { name: 'Ada Moreau' });
    const { quotations } = await desk.call('quotations.setCheck', {
      articleId,
      quotationIds: [crews],
      check: { kind: 'accepted', reason: 'Heard on the telephone' },
    });
    expect(quotationWith(quotations, 'second pier').check).toMatchObject({
      kind: 'accepted',
      reason: 'Heard on the telephone',
      editorName: 'Ada Moreau',
    });
    expect((await desk.call('articles.list', {}))[0]!.openCount).toBe(2);
    await desk.call('library.setEditorName', { name: 'Somebody else' });
    expect((await view(desk, articleId, crews)).check?.editorName).toBe('Ada Moreau');
    const withdrawn = await desk.call('quotations.setCheck', {
      articleId,
      quotationIds: [crews],
      check: null,
    });
    expect(quotationWith(withdrawn.quotations, 'second pier').check).toBe(null);
  });

  test('lapses when the words change, and holds again when they come back', async () => {
    const { desk, article, articleId, crews } = await setUp();
    const check = { kind: 'accepted', reason: 'Heard on the telephone' } as const;
    await desk.call('quotations.setCheck', { articleId, quotationIds: [crews], check });
    const changed = await saveEdit(desk, article, 'second pier', 'third pier');
    expect(quotationWith(changed.quotations, 'third pier').check).toBe(null);
    expect((await desk.call('articles.list', {}))[0]!.openCount).toBe(3);
    const back = await saveEdit(desk, changed, 'third pier', 'second pier');
    expect(quotationWith(back.quotations, 'second pier').check).toMatchObject(check);
  });

  test('lapses when the quotation is linked to other words', async () => {
    const { desk, articleId, source, crews } = await setUp();
    const check = { kind: 'confirmed', reason: null } as const;
    await desk.call('quotations.setCheck', { articleId, quotationIds: [crews], check });
    const links = [{ quotationId: crews, target: targetOf(source, CREWS) }];
    const linked = await desk.call('quotations.setLinks', { articleId, links });
    expect(quotationWith(linked.quotations, 'second pier').check).toBe(null);
    await desk.call('quotations.setCheck', { articleId, quotationIds: [crews], check });
    expect((await view(desk, articleId, crews)).check).toMatchObject(check);
    await desk.call('quotations.setLinks', { articleId, links: linked.previous });
    expect((await view(desk, articleId, crews)).check).toBe(null);
  });
});

test('what is not a quotation counts no more, until an editor says otherwise', async () => {
  const { desk, articleId, crews } = await setUp();
  const dismiss = (dismissed: boolean) =>
    desk.call('quotations.setDismissed', { articleId, quotationId: crews, dismissed });
  const counts = async () => {
    const [summary] = await desk.call('articles.list', {});
    return [summary!.quotationCount, summary!.openCount];
  };
  const { previous, quotations } = await dismiss(true);
  expect(previous).toBe(false);
  expect(quotationWith(quotations, 'second pier').dismissed).toBe(true);
  expect(await counts()).toEqual([2, 2]);
  expect((await dismiss(false)).previous).toBe(true);
  expect(await counts()).toEqual([3, 3]);
});

test('words in quotation marks that nobody said come with the reason for thinking so', async () => {
  const desk = await openDesk();
  const article = await importArticle(
    desk,
    '# Play\n\nShe was reading the novel “The Lamp at the Pier” when the ferry left.\n',
  );
  expect(article.quotations).toHaveLength(1);
  expect(article.quotations[0]).toMatchObject({
    dismissed: false,
    suggestion: { kind: 'title', reason: expect.any(String) },
  });
});

test('an edit outside a quotation leaves its verdict, one inside changes it', async () => {
  const { desk, article, articleId, source, stay } = await setUp();
  const links = [{ quotationId: stay, target: targetOf(source, STAY) }];
  await desk.call('quotations.setLinks', { articleId, links });
  const outside = await saveEdit(desk, article, 'every day', 'twice a day');
  expect(outside.quotations[0]!.verdict).toBe('verbatim');
  const inside = await saveEdit(desk, outside, 'winter,', 'summer,');
  expect(inside.quotations[0]!.verdict).toBe('altered');
});
