import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../src-shared/contract/exports';
import type { PersonDetails } from '../../src-shared/model/person';
import {
  type Desk,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  targetOf,
} from '../testing/desk';

const PLAIN = { kind: 'person', role: null, affiliation: null, url: null } as const;

async function add(desk: Desk, name: string, details: Partial<PersonDetails> = {}) {
  const { personId } = await desk.call('people.create', {
    details: { ...PLAIN, name, ...details },
  });
  return personId;
}

const listed = async (desk: Desk) => (await desk.call('people.list', {})).map(({ name }) => name);

function link(
  desk: Desk,
  articleId: string,
  quotationId: string,
  target: ReturnType<typeof targetOf>,
) {
  return desk.call('quotations.setLinks', { articleId, links: [{ quotationId, target }] });
}

async function found(desk: Desk, query: string) {
  await desk.host.settle();
  const { people } = await desk.call('search.find', { query, limit: 10 });
  return people.hits.map(({ title }) => title);
}

/** An article with two quotations of "M. Lind", and a record of Mara Lind beside. */
async function twoLinds() {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const mara = await add(desk, 'Mara Lind', { role: 'Harbour master' });
  const short = await add(desk, 'M. Lind', { role: 'Mayor', affiliation: 'Strandby' });
  for (const { id } of article.quotations.slice(0, 2)) {
    await desk.call('quotations.setSpeaker', {
      articleId: article.id,
      quotationId: id,
      personId: short,
    });
  }
  const open = () => desk.call('articles.open', { articleId: article.id });
  const speakers = async () => (await open()).quotations.map(({ speaker }) => speaker);
  return { desk, article, mara, short, open, speakers };
}

test('a person is found by every name, with and without accents, in every script', async () => {
  const desk = await openDesk();
  const personId = await add(desk, 'José Tanaka');
  await desk.call('people.update', {
    personId,
    details: {
      otherNames: [
        { name: 'Pépé', language: null },
        { name: '田中ホセ', language: 'ja' },
        { name: 'Хосе Танака', language: 'ru' },
      ],
      nameOrder: 'given-first',
      links: ['https://example.org/tanaka'],
    },
  });
  for (const query of ['jose', 'PEPE', '田中', 'танака', 'tana']) {
    expect(await found(desk, query), query).toEqual(['José Tanaka']);
  }
  const [person] = await desk.call('people.list', {});
  expect(person).toMatchObject({ nameOrder: 'given-first', links: ['https://example.org/tanaka'] });
});

test('lists go by family names, and by the sort name where there is one', async () => {
  const desk = await openDesk();
  const adams = await add(desk, 'Zoe Adams');
  await add(desk, 'Ann Young');
  await add(desk, 'The Courier', { kind: 'organization' });
  expect(await listed(desk)).toEqual(['Zoe Adams', 'The Courier', 'Ann Young']);
  await desk.call('people.update', { personId: adams, details: { sortName: 'Zoe Adams' } });
  expect(await listed(desk)).toEqual(['The Courier', 'Ann Young', 'Zoe Adams']);
});

test('a merge takes all that names the one to the other, and undone it leaves no trace', async () => {
  const { desk, mara, short, open, speakers } = await twoLinds();
  const before = { article: await open(), people: await desk.call('people.list', {}) };
  const records = async () => [
    await desk.call('people.read', { personId: mara }),
    await desk.call('people.read', { personId: short }),
  ];
  const recordsBefore = await records();

  desk.events.length = 0;
  const { mergeId } = await desk.call('people.merge', { kept: mara, merged: short });
  expect(desk.events.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['people.changed', 'quotations.changed', 'articles.changed']),
  );
  const speaker = { personId: mara, name: 'Mara Lind' };
  expect(await speakers()).toEqual([speaker, speaker, null]);
  const people = await desk.call('people.list', {});
  expect(people.find(({ id }) => id === mara)).toMatchObject({
    role: 'Harbour master',
    affiliation: 'Strandby',
    mergedNames: ['M. Lind'],
    quotationCount: 2,
  });
  expect(people.some(({ id }) => id === short)).toBe(false);
  expect(await found(desk, 'lind')).toEqual(['Mara Lind']);
  expect((await desk.failure('people.remove', { personId: mara })).code).toBe('person-in-use');
  expect((await desk.failure('people.merge', { kept: mara, merged: short })).code).toBe(
    'not-found',
  );

  await desk.call('people.undoMerge', { mergeId });
  expect(await open()).toEqual(before.article);
  expect(await desk.call('people.list', {})).toEqual(before.people);
  expect(await records()).toEqual(recordsBefore);
  expect((await found(desk, 'lind')).toSorted()).toEqual(['M. Lind', 'Mara Lind']);
  expect((await desk.failure('people.undoMerge', { mergeId })).code).toBe('not-found');
});

test('what was changed after a merge stays when it is undone', async () => {
  const { desk, article, mara, short, speakers } = await twoLinds();
  const { mergeId } = await desk.call('people.merge', { kept: mara, merged: short });
  await desk.call('people.update', { personId: mara, details: { affiliation: 'Port authority' } });
  const third = article.quotations[2]!.id;
  // An undo in the article may still name the record that is gone.
  const say = { articleId: article.id, quotationId: third, personId: short };
  await desk.call('quotations.setSpeaker', say);
  await desk.call('people.undoMerge', { mergeId });
  expect((await speakers()).map((one) => one?.name)).toEqual(['M. Lind', 'M. Lind', 'Mara Lind']);
  expect(await desk.call('people.read', { personId: mara })).toMatchObject({
    affiliation: 'Port authority',
  });
});

test('merges on top of each other come apart in any order', async () => {
  const { desk, mara, short, speakers } = await twoLinds();
  const master = await add(desk, 'The harbour master');
  const first = await desk.call('people.merge', { kept: mara, merged: short });
  const second = await desk.call('people.merge', { kept: master, merged: mara });
  expect((await speakers())[0]?.name).toBe('The harbour master');
  const { merged } = await desk.call('people.read', { personId: master });
  expect(merged.map(({ name }) => name)).toEqual(['M. Lind', 'Mara Lind']);
  await desk.call('people.undoMerge', first);
  expect((await speakers())[0]?.name).toBe('M. Lind');
  await desk.call('people.undoMerge', second);
  expect(await listed(desk)).toEqual(
    expect.arrayContaining(['The harbour master', 'M. Lind', 'Mara Lind']),
  );
});

test('credits follow a merge, and a byline keeps its order', async () => {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const [ines, tom] = article.byline.credits.map(({ personId }) => personId);
  const other = await add(desk, 'Thomas Oakes');
  const { mergeId } = await desk.call('people.merge', { kept: other, merged: tom! });
  const byline = async () => (await desk.call('articles.open', { articleId: article.id })).byline;
  expect((await byline()).line).toBe('By Ines Calder and Thomas Oakes');
  expect((await byline()).credits.map(({ personId }) => personId)).toEqual([ines, other]);
  await desk.call('people.undoMerge', { mergeId });
  expect(await byline()).toEqual(article.byline);
});

test('a split gives what was chosen to a new person, and can be taken back', async () => {
  const { desk, article, short, open, speakers } = await twoLinds();
  const before = await open();
  const [first, second] = article.quotations;
  const done = await desk.call('people.split', {
    personId: short,
    to: { name: 'Martin Lind' },
    quotations: [
      { articleId: article.id, quotationId: second!.id },
      // Nobody said that one: it is not this person's to give.
      { articleId: article.id, quotationId: article.quotations[2]!.id },
    ],
    creditIds: [],
  });
  expect(done).toMatchObject({ isAdded: true });
  expect(done.moved.quotations.map(({ quotationId }) => quotationId)).toEqual([second!.id]);
  expect((await speakers()).map((one) => one?.name)).toEqual(['M. Lind', 'Martin Lind', undefined]);
  const trace = await desk.call('people.trace', { personId: done.personId });
  expect(trace.said).toMatchObject([{ quotationId: second!.id, articleId: article.id }]);

  await desk.call('people.undoSplit', done);
  expect(await open()).toEqual(before);
  expect(await listed(desk)).not.toContain('Martin Lind');
  expect(first!.id).toBe(
    (await desk.call('people.trace', { personId: short })).said[0]!.quotationId,
  );
});

test('a split gives credits to somebody who is there already, also out of a merge', async () => {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const [ines, tom] = article.byline.credits;
  await desk.call('people.merge', { kept: ines!.personId, merged: tom!.personId });
  const other = await add(desk, 'Thomas Oakes');
  const done = await desk.call('people.split', {
    personId: ines!.personId,
    to: { personId: other },
    quotations: [],
    creditIds: [tom!.id],
  });
  const line = async () =>
    (await desk.call('articles.open', { articleId: article.id })).byline.line;
  expect(await line()).toBe('By Ines Calder and Thomas Oakes');
  await desk.call('people.undoSplit', done);
  expect(await line()).toBe('By Ines Calder and Ines Calder');
  expect(await listed(desk)).toContain('Thomas Oakes');
});

test('from a person to what was said, written, agreed, and to the sources', async () => {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const source = await importSource(desk);
  const quotation = quotationWith(article.quotations, 'harbour will stay open');
  const target = targetOf(source, 'The harbour will stay open all winter');
  await link(desk, article.id, quotation.id, target);
  const [agreement] = [
    {
      id: newId(),
      speaker: 'M. Lind',
      consent: 'given' as const,
      terms: null,
      agreedOn: null,
      withdrawnOn: null,
      withdrawalReason: null,
    },
  ];
  await desk.call('agreements.set', { sourceId: source.sourceId, agreements: [agreement!] });
  const second = await importSource(desk, HEARING.replaceAll('winter', 'summer'), 'second.vtt');
  await desk.host.settle();
  const personOf = async (name: string) =>
    (await desk.call('people.list', {})).find((one) => one.name === name)!.id;
  const mara = await personOf('Mara Lind');
  const trace = () => desk.call('people.trace', { personId: mara });
  expect((await trace()).said).toEqual([
    {
      articleId: article.id,
      headline: 'Harbour to stay open all winter',
      quotationId: quotation.id,
      text: quotation.text,
      verdict: 'verbatim',
      dismissed: false,
    },
  ]);
  expect((await trace()).sources.map(({ sourceId }) => sourceId)).toEqual([
    source.sourceId,
    second.sourceId,
  ]);
  // Agreements follow the names.
  expect((await trace()).agreements).toEqual([]);
  const short = await add(desk, 'M. Lind');
  await desk.call('people.merge', { kept: mara, merged: short });
  expect((await trace()).agreements).toMatchObject([{ agreement: { speaker: 'M. Lind' } }]);
  const ines = await desk.call('people.trace', { personId: await personOf('Ines Calder') });
  expect(ines.written).toMatchObject([{ articleId: article.id, role: 'author', status: 'draft' }]);
});

test('an agreement with a name that was merged counts before an article is finished', async () => {
  const { desk, article, mara, short } = await twoLinds();
  const source = await importSource(
    desk,
    'Q: And winter?\n\nA: The harbour will stay open all winter.',
    'a.txt',
  );
  const quotationId = article.quotations[0]!.id;
  const target = targetOf(source, 'The harbour will stay open all winter');
  await link(desk, article.id, quotationId, target);
  const agreement = { terms: null, agreedOn: null, withdrawnOn: null, withdrawalReason: null };
  await desk.call('agreements.set', {
    sourceId: source.sourceId,
    agreements: [{ id: newId(), speaker: 'Kapitänin', consent: 'refused', ...agreement }],
  });
  const refused = async () => {
    const points = await desk.call('finish.gate', { articleId: article.id });
    return points.some(({ code }) => code === 'consent-refused');
  };
  expect(await refused()).toBe(false);
  await desk.call('people.update', {
    personId: short,
    details: { otherNames: [{ name: 'Kapitänin', language: 'de' }] },
  });
  await desk.call('people.merge', { kept: mara, merged: short });
  expect(await refused()).toBe(true);
});

test('who may be the same is suggested, and nothing is merged by it', async () => {
  const { desk, mara, short } = await twoLinds();
  const record = await desk.call('people.read', { personId: mara });
  expect(record.likelySame).toEqual([{ personId: short, name: 'M. Lind', reason: 'initials' }]);
  expect(record.merged).toEqual([]);
});

test('who is behind a pseudonym is told by the record alone', async () => {
  const canaries = ['Canarina Verrat', 'canary@secret.example', '+49 30 555 0199', 'Meets at noon'];
  const [realName, email, contact, notes] = canaries as [string, string, string, string];
  const { desk, article, short, mara } = await twoLinds();
  const details = { isPseudonym: true, realName, email, contact, notes };
  const { previous } = await desk.call('people.update', { personId: short, details });
  expect(previous).toEqual({
    isPseudonym: false,
    realName: null,
    email: null,
    contact: null,
    notes: null,
  });
  const author = article.byline.credits[0]!.personId;
  await desk.call('people.update', { personId: author, details });
  await desk.call('people.merge', { kept: mara, merged: short });
  await desk.host.settle();

  const record = await desk.call('people.read', { personId: mara });
  expect(record).toMatchObject({ realName: null, merged: [{ private: { realName, notes } }] });
  expect(await desk.call('people.read', { personId: author })).toMatchObject({ realName, email });

  const told = [
    await desk.call('people.list', {}),
    await desk.call('people.trace', { personId: mara }),
    await desk.call('articles.open', { articleId: article.id }),
    await desk.call('articles.list', {}),
    ...(await Promise.all(
      ['canarina', 'verrat', 'canary', 'secret', '0199', 'noon'].map((query) =>
        desk.call('search.find', { query, limit: 10 }),
      ),
    )),
    ...(await Promise.all(
      EXPORT_FORMATS.map((format) =>
        desk.call('exports.preview', { articleId: article.id, format }),
      ),
    )),
    desk.events,
  ].map((one) => JSON.stringify(one).toLowerCase());
  desk.host.close();
  // The index of the other file is in it, too.
  const files = readdirSync(desk.folder).filter((name) => name.startsWith('library.db'));
  expect(files).toContain('library.db');
  for (const name of files) {
    told.push(readFileSync(join(desk.folder, name)).toString('latin1').toLowerCase());
  }
  for (const text of told) {
    for (const canary of canaries) expect(text).not.toContain(canary.toLowerCase());
  }
  const inPrivate = readdirSync(desk.folder)
    .filter((name) => name.startsWith('private.sqlite'))
    .map((name) => readFileSync(join(desk.folder, name)).toString('latin1'));
  expect(inPrivate.join()).toContain(realName);
});
