import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../src-shared/model/note';
import { connect } from '../library/sqlite';
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

const BOATS = 'We asked for twelve boats and we were given four of them.';
const HARBOUR = 'The harbour will stay open all winter.';

async function noteHits(desk: Desk, query: string): Promise<string[]> {
  const { notes } = await desk.call('search.find', { query });
  return notes.hits.map(({ id }) => id);
}

/** An article whose quotation of the boats is linked to the hearing. */
async function linkedDesk() {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const source = await importSource(desk);
  const quotation = quotationWith(article.quotations, 'twelve boats');
  const target = targetOf(source, BOATS);
  const links = [{ quotationId: quotation.id, target }];
  await desk.call('quotations.setLinks', { articleId: article.id, links });
  const points = async () => desk.call('finish.gate', { articleId: article.id });
  return { desk, article, source, quotation, target, points };
}

describe('notes', () => {
  test('about a source and about a passage of it, in the order of the text', async () => {
    const desk = await openDesk();
    const source = await importSource(desk);
    const { sourceId } = source;
    const second = await desk.call('notes.add', {
      sourceId,
      text: 'Ask for the minutes.',
      stretch: targetOf(source, BOATS),
    });
    const first = await desk.call('notes.add', {
      sourceId,
      text: 'Called her on Monday.\n\nNo answer.',
      stretch: targetOf(source, HARBOUR),
    });
    const about = await desk.call('notes.add', { sourceId, text: 'From the clerk', stretch: null });
    const listed = await desk.call('notes.list', { sourceId });
    expect(listed.map(({ id }) => id)).toEqual([about.noteId, first.noteId, second.noteId]);
    expect(listed[0]!.stretch).toBeNull();
    expect(listed[1]).toMatchObject({
      text: 'Called her on Monday.\n\nNo answer.',
      stretch: { exact: HARBOUR, at: { start: targetOf(source, HARBOUR).start } },
    });
  });

  test('are changed, removed and put back', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const { noteId } = await desk.call('notes.add', { sourceId, text: 'zeppelin', stretch: null });
    const { previous } = await desk.call('notes.update', { noteId, text: 'An airship' });
    expect(previous).toBe('zeppelin');
    expect(await noteHits(desk, 'zeppelin')).toEqual([]);
    expect(await noteHits(desk, 'airsh')).toEqual([noteId]);
    await desk.call('notes.remove', { noteId });
    expect(await desk.call('notes.list', { sourceId })).toEqual([]);
    expect(await noteHits(desk, 'airship')).toEqual([]);
    await desk.call('notes.restore', { noteId });
    expect(await noteHits(desk, 'airship')).toEqual([noteId]);
    const empty = { noteId, text: ' ' };
    expect((await desk.failure('notes.update', empty)).code).toBe('invalid-input');
  });

  test('are found by their words, and never where their source is in the bin', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    await desk.call('sources.update', { sourceId, details: { title: 'Hearing' } });
    const add = (text: string) => desk.call('notes.add', { sourceId, text, stretch: null });
    const { noteId } = await add('A zeppelin came by, said the pilot.');
    const { notes } = await desk.call('search.find', { query: 'zeppelin' });
    expect(notes.hits).toMatchObject([{ id: noteId, title: 'Hearing', isPrivate: false }]);
    const { snippet } = notes.hits[0]!;
    expect(snippet!.hits.map(({ start, end }) => snippet!.text.slice(start, end))).toEqual([
      'zeppelin',
    ]);
    expect(await noteHits(desk, 'in:notes pilot')).toEqual([noteId]);
    expect(await noteHits(desk, 'in:sources pilot')).toEqual([]);
    expect(await noteHits(desk, 'kind:subtitles pilot')).toEqual([]);
    await desk.call('sources.remove', { sourceId });
    expect(await noteHits(desk, 'zeppelin')).toEqual([]);
    await desk.call('sources.restore', { sourceId });
    expect(await noteHits(desk, 'zeppelin')).toEqual([noteId]);
  });

  test('are found again where the index was made anew', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const { noteId } = await desk.call('notes.add', { sourceId, text: 'zeppelin', stretch: null });
    await desk.host.settle();
    desk.host.close();
    const db = connect(join(desk.folder, 'library.db'));
    db.exec("UPDATE search_state SET value = 0 WHERE key = 'form'");
    db.close();
    await desk.reopen();
    await desk.host.settle();
    expect(await noteHits(desk, 'zeppelin')).toEqual([noteId]);
    await desk.call('notes.remove', { noteId });
    expect(await noteHits(desk, 'zeppelin')).toEqual([]);
  });

  test('a stretch that the version does not have, or of another source, is refused', async () => {
    const desk = await openDesk();
    const source = await importSource(desk);
    const other = await importSource(desk, `${HEARING}\n`, 'other.vtt');
    const add = (sourceId: string, stretch: ReturnType<typeof targetOf>) =>
      desk.failure('notes.add', { sourceId, text: 'Note', stretch });
    const target = targetOf(source, BOATS);
    const beyond = await add(source.sourceId, { ...target, end: 99_999 });
    expect(beyond.code).toBe('passage-not-found');
    expect((await add(other.sourceId, target)).code).toBe('not-found');
  });
});

test('what is noted about a confidential source lies in the private file alone', async () => {
  const desk = await openDesk();
  const source = await importSource(desk);
  const { sourceId } = source;
  const stretch = targetOf(source, BOATS);
  const { noteId } = await desk.call('notes.add', { sourceId, text: 'zeppelin pilot', stretch });
  await desk.call('exclusions.add', { sourceId, reason: 'the submarine', stretch });
  const agreements = [agreementWith('Mara Lind', { terms: 'the gondola' })];
  await desk.call('agreements.set', { sourceId, agreements });
  await desk.host.settle();
  await desk.call('sources.update', { sourceId, details: { terms: 'off-the-record' } });
  const later = await desk.call('notes.add', { sourceId, text: 'later balloon', stretch: null });
  expect(await noteHits(desk, 'zeppelin')).toEqual([noteId]);
  expect(await noteHits(desk, 'balloon')).toEqual([later.noteId]);
  expect((await desk.call('search.find', { query: 'balloon' })).notes.hits).toMatchObject([
    { isPrivate: true },
  ]);
  desk.host.close();
  const has = (file: string, words: string) =>
    readFileSync(join(desk.folder, file)).includes(words);
  for (const words of ['zeppelin', 'submarine', 'gondola', 'balloon']) {
    expect(has('library.db', words), words).toBe(false);
    expect(has('private.sqlite', words), words).toBe(true);
  }
  await desk.reopen();
  await desk.call('sources.update', { sourceId, details: { terms: 'on-the-record' } });
  expect(await desk.call('notes.list', { sourceId })).toHaveLength(2);
  expect(await desk.call('exclusions.list', { sourceId })).toHaveLength(1);
  expect(await desk.call('agreements.list', { sourceId })).toEqual(agreements);
  expect(await noteHits(desk, 'zeppelin')).toEqual([noteId]);
});

describe('exclusions', () => {
  test('an excluded passage is not proposed, and not linked by "link all exact matches"', async () => {
    const desk = await openDesk();
    const { id: articleId, quotations } = await importArticle(desk);
    const source = await importSource(desk);
    const { sourceId } = source;
    const quotationId = quotationWith(quotations, 'harbour will stay').id;
    const propose = () => desk.call('quotations.propose', { articleId, quotationId });
    const counts = async () =>
      (await desk.call('quotations.countProposals', { articleId })).find(
        (one) => one.quotationId === quotationId,
      )?.count;
    const verbatim = async () =>
      (await desk.call('quotations.findVerbatim', { articleId })).map((one) => one.quotationId);
    expect(await propose()).toHaveLength(1);
    expect(await counts()).toBe(1);
    expect(await verbatim()).toContain(quotationId);
    const { exclusionId } = await desk.call('exclusions.add', {
      sourceId,
      reason: 'Said in confidence',
      stretch: targetOf(source, 'stay open'),
    });
    expect(await propose()).toEqual([]);
    expect(await counts()).toBe(0);
    expect(await verbatim()).not.toContain(quotationId);
    const match = { parts: ['The harbour will stay open all winter'] };
    expect(await desk.call('quotations.match', match)).toEqual([]);
    await desk.call('exclusions.remove', { exclusionId });
    expect(await propose()).toHaveLength(1);
    expect(await counts()).toBe(1);
    // All of the source.
    await desk.call('exclusions.add', { sourceId, reason: 'Taken down', stretch: null });
    expect(await propose()).toEqual([]);
  });

  test('are shown in the text with their reasons', async () => {
    const desk = await openDesk();
    const source = await importSource(desk);
    const { sourceId } = source;
    const stretch = targetOf(source, BOATS);
    const { exclusionId } = await desk.call('exclusions.add', {
      sourceId,
      reason: 'In confidence',
      stretch,
    });
    const { start, end } = stretch;
    const excluded = async () => (await desk.call('sources.read', { sourceId })).excluded;
    expect(await excluded()).toEqual([{ start, end, reason: 'In confidence' }]);
    const change = { exclusionId, reason: 'Withdrawn' };
    expect(await desk.call('exclusions.update', change)).toEqual({ previous: 'In confidence' });
    expect(await desk.call('exclusions.list', { sourceId })).toMatchObject([
      { reason: 'Withdrawn', stretch: { exact: BOATS, at: { start, end } } },
    ]);
  });

  test('hold in a corrected version, wherever it has the words', async () => {
    const { desk, source, points } = await linkedDesk();
    const { sourceId, text } = source;
    const stretch = targetOf(source, BOATS);
    await desk.call('exclusions.add', { sourceId, reason: 'In confidence', stretch });
    await desk.call('notes.add', { sourceId, text: 'Which boats?', stretch });
    const correct = (words: string) =>
      desk.call('sources.addVersion', {
        sourceId,
        kind: 'corrected',
        reason: null,
        language: null,
        content: { from: 'text', text: words },
      });
    const placed = async () => {
      const reading = await desk.call('sources.read', { sourceId });
      const [note] = await desk.call('notes.list', { sourceId });
      return {
        excluded: reading.excluded.map(({ start, end }) => reading.text.slice(start, end)),
        note:
          note!.stretch!.at && reading.text.slice(note!.stretch!.at.start, note!.stretch!.at.end),
      };
    };
    await correct(`The session was opened at nine by the clerk.\n\n${text}`);
    expect(await placed()).toEqual({ excluded: [BOATS], note: BOATS });
    expect((await points()).map(({ code }) => code)).toContain('source-excluded');
    // Said twice: the note does not guess, what must not be used is not used at either place.
    await correct(`${BOATS}\n\nShe said it again.\n\n${BOATS}`);
    expect(await placed()).toEqual({ excluded: [BOATS, BOATS], note: null });
    await correct('Nothing of this was said.');
    expect(await placed()).toEqual({ excluded: [], note: null });
  });

  test('keep an article that quotes them from being exported, until they are lifted', async () => {
    const { desk, article, source, quotation, points } = await linkedDesk();
    const { exclusionId } = await desk.call('exclusions.add', {
      sourceId: source.sourceId,
      reason: 'Said in confidence',
      stretch: targetOf(source, 'twelve boats'),
    });
    expect(await points()).toContainEqual(
      expect.objectContaining({
        code: 'source-excluded',
        quotationIds: [quotation.id],
        count: 1,
        example: quotation.text,
        blocking: true,
      }),
    );
    const preview = { articleId: article.id, format: 'markdown' } as const;
    const failure = await desk.failure('exports.preview', preview);
    expect(failure).toMatchObject({ code: 'export-blocked', data: { code: 'source-excluded' } });
    await desk.call('exclusions.remove', { exclusionId });
    expect((await points()).map(({ code }) => code)).not.toContain('source-excluded');
    await desk.call('exports.preview', preview);
  });
});

function agreementWith(speaker: string, more: Partial<Agreement> = {}): Agreement {
  return {
    id: newId(),
    speaker,
    consent: 'given',
    terms: null,
    agreedOn: null,
    withdrawnOn: null,
    withdrawalReason: null,
    ...more,
  };
}

describe('agreements', () => {
  test('are set as a list, and the list before takes it back', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const set = async (agreements: Agreement[]) =>
      (await desk.call('agreements.set', { sourceId, agreements })).previous;
    const list = () => desk.call('agreements.list', { sourceId });
    const lind = agreementWith('Mara Lind', { agreedOn: '2026-01', terms: 'Not before May.' });
    const brandt = agreementWith('Jonas Brandt', { consent: 'not-asked' });
    expect(await set([lind, brandt])).toEqual([]);
    const withdrawn: Agreement = {
      ...lind,
      consent: 'withdrawn',
      withdrawnOn: '2026-03-03',
      withdrawalReason: 'Fears for her post',
    };
    const previous = await set([withdrawn]);
    expect(previous).toEqual([lind, brandt]);
    expect(await list()).toEqual([withdrawn]);
    await set(previous);
    await desk.reopen();
    expect(await list()).toEqual([lind, brandt]);
  });

  test('a withdrawn consent keeps the words of that speaker from being exported', async () => {
    const { desk, article, source, quotation, points } = await linkedDesk();
    const { sourceId } = source;
    const about = async (...agreements: Agreement[]) => {
      await desk.call('agreements.set', { sourceId, agreements });
      return (await points()).filter(({ code }) => code.startsWith('consent-'));
    };
    expect(await about(agreementWith('Mara Lind', { consent: 'withdrawn' }))).toMatchObject([
      {
        code: 'consent-withdrawn',
        quotationIds: [quotation.id],
        count: 1,
        example: 'Mara Lind',
        blocking: true,
      },
    ]);
    const preview = { articleId: article.id, format: 'html' } as const;
    const failure = await desk.failure('exports.preview', preview);
    expect(failure).toMatchObject({ code: 'export-blocked', data: { code: 'consent-withdrawn' } });
    expect(await about(agreementWith('LIND', { consent: 'refused' }))).toMatchObject([
      { code: 'consent-refused', count: 1, blocking: false },
    ]);
    // Another speaker's word is another speaker's matter.
    expect(await about(agreementWith('Jonas Brandt', { consent: 'withdrawn' }))).toEqual([]);
    expect(await about(agreementWith('Mara Lind', { consent: 'given-in-part' }))).toEqual([]);
  });
});
