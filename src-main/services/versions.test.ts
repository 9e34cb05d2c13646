import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../src-shared/contract';
import {
  type Desk,
  extract,
  fileOf,
  finishArticle,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  targetOf,
} from '../testing/desk';

type Added = Input<'sources.addVersion'>;

const OLD = 'The harbour will stay open all winter.';
const NEW = 'The harbour may stay open all winter.';

/** Adds a version with these words in place of others. */
async function add(
  desk: Desk,
  sourceId: string,
  from: string,
  to: string,
  more: Partial<Added> = {},
) {
  const { text } = await desk.call('sources.read', { sourceId });
  expect(text).toContain(from);
  return desk.call('sources.addVersion', {
    sourceId,
    kind: 'corrected',
    reason: null,
    language: null,
    content: { from: 'text', text: text.replace(from, to) },
    ...more,
  });
}

describe('what the first version is', () => {
  test('can be said after the import, and taken back; its words and its day stay', async () => {
    let now = Date.UTC(2026, 0, 1);
    const desk = await openDesk({ now: () => now });
    const { sourceId } = await importSource(desk);
    const before = await desk.call('sources.read', { sourceId });
    now += 86_400_000;
    expect(await desk.call('sources.setFirstKind', { sourceId, kind: 'machine' })).toEqual({
      previous: 'extraction',
    });
    await desk.reopen();
    const after = await desk.call('sources.read', { sourceId });
    expect(after.text).toBe(before.text);
    expect(after.versions).toEqual([{ ...before.versions[0]!, kind: 'machine' }]);
    await desk.call('sources.setFirstKind', { sourceId, kind: 'extraction' });
    expect((await desk.call('sources.read', { sourceId })).versions).toEqual(before.versions);
  });

  test('is said of the first, whatever came after it', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    await add(desk, sourceId, OLD, NEW);
    await desk.call('sources.setFirstKind', { sourceId, kind: 'machine' });
    const { versions } = await desk.call('sources.read', { sourceId });
    expect(versions.map(({ kind }) => kind)).toEqual(['machine', 'corrected']);
  });
});

describe('a version that is added', () => {
  test('is the current one; the ones before can be read', async () => {
    const desk = await openDesk();
    const { sourceId, versionId: first, text } = await importSource(desk);
    await desk.call('library.setEditorName', { name: 'Ada Voss' });
    const { versionId } = await add(desk, sourceId, OLD, NEW, { reason: 'Heard again' });
    const reading = await desk.call('sources.read', { sourceId });
    expect(reading).toMatchObject({ versionId, versionNumber: 2, versionCount: 2 });
    expect(reading.text).toContain(NEW);
    expect(reading.versions).toMatchObject([
      { id: first, number: 1, kind: 'extraction', fileName: 'hearing.vtt', isCurrent: false },
      {
        id: versionId,
        number: 2,
        kind: 'corrected',
        reason: 'Heard again',
        editorName: 'Ada Voss',
        fileName: null,
        isCurrent: true,
      },
    ]);
    const older = await desk.call('sources.read', { sourceId, versionId: first });
    expect(older).toMatchObject({ versionId: first, versionNumber: 1, text });
    const other = await importSource(desk, 'Another.', 'other.txt');
    const failure = await desk.failure('sources.read', {
      sourceId: other.sourceId,
      versionId: first,
    });
    expect(failure.code).toBe('not-found');
  });

  test('in place keeps times and turns', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    await add(desk, sourceId, OLD, 'Well, the harbour may stay open.');
    const { text, locators } = await desk.call('sources.read', { sourceId });
    expect(
      locators.map(({ start, end, time, speaker }) => [time, speaker, text.slice(start, end)]),
    ).toContainEqual([5, 'Mara Lind', 'Well, the harbour may stay open.']);
  });

  test('from a file keeps its bytes, and takes times from the version before where it has none', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const words = `${NEW}\n\nWe asked for twelve boats and we were given four of them.\n`;
    await add(desk, sourceId, '', '', {
      content: { from: 'file', file: fileOf('typed.txt', words) },
    });
    const reading = await desk.call('sources.read', { sourceId });
    expect(reading.versions[1]).toMatchObject({ fileName: 'typed.txt' });
    expect(reading.locators.map(({ time }) => time)).toEqual([5, 9.5]);
  });

  test('from a file that holds several sources, or cannot be read, is none', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const mail = (subject: string) =>
      `From a@example.org Mon Jan  5 10:00:00 2026\nFrom: a@example.org\nSubject: ${subject}\n\nWords.\n\n`;
    const adding = (file: ReturnType<typeof fileOf>) =>
      desk.failure('sources.addVersion', {
        sourceId,
        kind: 'corrected',
        reason: null,
        language: null,
        content: { from: 'file', file },
      });
    expect((await adding(fileOf('two.mbox', mail('One') + mail('Two')))).code).toBe(
      'file-several-sources',
    );
    expect((await adding(fileOf('scan.bin', '\u0000\u0001'))).code).toBe('format-unsupported');
    expect((await desk.call('sources.read', { sourceId })).versionCount).toBe(1);
  });

  test('can be cancelled while its file is read', async () => {
    const jobId = newId();
    const desk = await openDesk({
      extract: async (name, bytes) => {
        if (name === 'long.txt') await desk.call('jobs.cancel', { jobId });
        return extract(name, bytes);
      },
    });
    const { sourceId } = await importSource(desk);
    const failure = await desk.failure('sources.addVersion', {
      sourceId,
      jobId,
      kind: 'corrected',
      reason: null,
      language: null,
      content: { from: 'file', file: fileOf('long.txt', NEW) },
    });
    expect(failure.code).toBe('cancelled');
    expect((await desk.call('sources.read', { sourceId })).versionCount).toBe(1);
  });

  test('can be taken back, but for the first', async () => {
    const desk = await openDesk();
    const { sourceId, versionId: first } = await importSource(desk);
    const { versionId } = await add(desk, sourceId, OLD, NEW);
    await desk.call('sources.withdrawVersion', { versionId });
    const reading = await desk.call('sources.read', { sourceId });
    expect(reading).toMatchObject({ versionId: first, versionNumber: 1, versionCount: 1 });
    expect((await desk.failure('sources.withdrawVersion', { versionId: first })).code).toBe(
      'invalid-input',
    );
    expect((await desk.failure('sources.withdrawVersion', { versionId })).code).toBe('not-found');
    // The next one is the second again.
    await add(desk, sourceId, OLD, NEW);
    expect((await desk.call('sources.read', { sourceId })).versionNumber).toBe(2);
  });
});

test('what a machine wrote down is a machine’s transcript from the beginning', async () => {
  const desk = await openDesk();
  const speech = { segments: [{ start: 1, end: 4, text: OLD }], language: 'en' };
  const { sourceId } = await importSource(desk, JSON.stringify(speech), 'speech.json');
  const { versions } = await desk.call('sources.read', { sourceId });
  expect(versions.map(({ kind }) => kind)).toEqual(['machine']);
});

describe('a translation or an anonymised copy', () => {
  test('is read and linked by choice, and takes the place of nothing', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const source = await importSource(desk);
    const { sourceId } = source;
    const german = 'Mara Lind: Der Hafen bleibt den ganzen Winter offen.\n\nJonas Brandt: Niemand.';
    const { id: quotationId } = quotationWith(article.quotations, 'harbour will stay');
    const target = targetOf(source, OLD);
    const link = async (to: typeof target) => {
      const links = [{ quotationId, target: to }];
      const answer = await desk.call('quotations.setLinks', { articleId: article.id, links });
      return quotationWith(answer.quotations, 'harbour will stay');
    };
    await link(target);
    const { versionId, impact } = await add(desk, sourceId, '', '', {
      kind: 'translated',
      language: 'de',
      content: { from: 'text', text: german },
    });
    expect(impact.articles[0]?.quotations).toMatchObject([{ status: 'settled' }]);
    const reading = await desk.call('sources.read', { sourceId });
    expect(reading).toMatchObject({ versionId: source.versionId, versionCount: 2 });
    expect(reading.versions[1]).toMatchObject({
      kind: 'translated',
      language: 'de',
      isCurrent: false,
    });
    const translated = await desk.call('sources.read', { sourceId, versionId });
    expect(translated.locators.map(({ time, speaker }) => [time, speaker])).toEqual([
      [5, 'Mara Lind'],
      [16, 'Jonas Brandt'],
    ]);
    // A link to it is one in another language, and stays through a correction of the original.
    const words = targetOf(
      { versionId, text: german },
      'Der Hafen bleibt den ganzen Winter offen.',
    );
    expect(await link(words)).toMatchObject({
      verdict: 'review',
      reasons: [{ code: 'translation' }],
    });
    await add(desk, sourceId, OLD, NEW);
    const [after] = await desk.call('quotations.list', { articleId: article.id });
    expect(after).toMatchObject({
      link: { sourceVersionId: versionId },
      reasons: [{ code: 'translation' }],
    });
  });

  test('is not found or matched', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    await add(desk, sourceId, '', '', {
      kind: 'anonymised',
      content: { from: 'text', text: 'The lighthouse keeper of Fenhallow counted seven gulls.' },
    });
    expect(await found(desk, 'lighthouse keeper')).toEqual([]);
    expect(await matched(desk, 'The lighthouse keeper of Fenhallow counted seven gulls.')).toEqual(
      [],
    );
    expect(await matched(desk, OLD)).toEqual([sourceId]);
  });
});

async function found(desk: Desk, query: string) {
  await desk.host.settle();
  const { sources } = await desk.call('search.find', { query: `"${query}" `, limit: 5 });
  return sources.hits.map(({ id }) => id);
}

async function matched(desk: Desk, quotation: string) {
  const matches = await desk.call('quotations.match', { parts: [quotation] });
  return matches.filter(({ verdict }) => verdict === 'verbatim').map(({ sourceId }) => sourceId);
}

test('only the words of the current version are found and matched', async () => {
  const desk = await openDesk();
  const { sourceId } = await importSource(desk);
  const later = 'The lighthouse keeper of Fenhallow counted seven gulls.';
  const { versionId } = await add(desk, sourceId, OLD, later);
  expect(await found(desk, 'counted seven gulls')).toEqual([sourceId]);
  expect(await found(desk, 'stay open all winter')).toEqual([]);
  expect(await matched(desk, later)).toEqual([sourceId]);
  expect(await matched(desk, OLD)).toEqual([]);
  await desk.call('sources.withdrawVersion', { versionId });
  expect(await found(desk, 'counted seven gulls')).toEqual([]);
  expect(await found(desk, 'stay open all winter')).toEqual([sourceId]);
  expect(await matched(desk, later)).toEqual([]);
  expect(await matched(desk, OLD)).toEqual([sourceId]);
});

describe('the impact of a correction', () => {
  test('names every article that it touches, those to look at first', async () => {
    const desk = await openDesk();
    const source = await importSource(desk);
    const make = async (headline: string, quotations: string[]) => {
      const words = quotations.map((quoted) => `Somebody said: “${quoted}”\n\n`).join('');
      const article = await importArticle(desk, `# ${headline}\n\n${words}`, `${headline}.md`);
      expect(article.quotations).toHaveLength(quotations.length);
      return article;
    };
    const twelve = 'We asked for twelve boats';
    const carried = await make('Boats', [twelve]);
    const both = await make('Winter', [twelve, OLD]);
    const unlinked = await make('Unlinked', [OLD]);
    await make('Neither', ['The ferry leaves at seven in the morning']);
    const kept = await make('Nothing to do with it', [NEW]);
    for (const { id: articleId, quotations } of [carried, both]) {
      const links = quotations.map(({ id: quotationId, text }) => ({
        quotationId,
        target: targetOf(source, text.slice(1, -1)),
      }));
      await desk.call('quotations.setLinks', { articleId, links });
    }
    await finishArticle(desk, both.id);
    const before = await desk.call('sources.impact', { sourceId: source.sourceId });
    expect(before.articles.map(({ headline }) => headline).sort()).toEqual(['Boats', 'Winter']);

    const { impact } = await add(desk, source.sourceId, OLD, NEW);
    expect(impact).toMatchObject({ carried: 2, review: 1, unlinked: 1 });
    const shown = impact.articles.map(({ headline, isFinished, quotations }) => [
      headline,
      isFinished,
      ...quotations.map(({ status, versionNumber }) => `${status} ${versionNumber}`),
    ]);
    expect(shown).toEqual([
      ['Winter', true, 'carried 2', 'review 1'],
      ['Unlinked', false, 'unlinked null'],
      ['Boats', false, 'carried 2'],
    ]);
    expect(await desk.call('sources.impact', { sourceId: source.sourceId })).toEqual(impact);
    const corrected = await desk.call('sources.corrected', {});
    expect(corrected).toMatchObject({ review: 1, carried: 0, articles: [{ articleId: both.id }] });
    expect(corrected.articles[0]?.quotations).toHaveLength(1);

    // What an editor says is no quotation, or puts in the bin, is touched no more.
    const articleId = both.id;
    const quotationId = both.quotations[1]!.id;
    const reason = 'Its source was corrected';
    await desk.call('finish.reopen', { articleIds: [articleId], status: 'draft', reason });
    await desk.call('quotations.setDismissed', { articleId, quotationId, dismissed: true });
    await desk.call('articles.remove', { articleId: unlinked.id });
    await desk.call('articles.remove', { articleId: kept.id });
    const after = await desk.call('sources.impact', { sourceId: source.sourceId });
    expect(after).toMatchObject({ carried: 2, review: 0, unlinked: 0 });
  });
});

test('two versions are compared by paragraphs', async () => {
  const desk = await openDesk();
  const { sourceId, versionId: fromVersionId } = await importSource(desk);
  const { versionId: toVersionId } = await add(desk, sourceId, OLD, NEW);
  const paragraphs = await desk.call('sources.compareVersions', { fromVersionId, toVersionId });
  expect(paragraphs.map(({ type }) => type)).toEqual(['changed', 'same']);
  expect(paragraphs[0]?.segments.filter(({ type }) => type !== 'same')).toEqual([
    { type: 'removed', text: 'will ' },
    { type: 'added', text: 'may ' },
  ]);
});

test('no version of a confidential source lies in the file that may be shared', async () => {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const source = await importSource(desk);
  const { sourceId } = source;
  const quotation = quotationWith(article.quotations, 'twelve boats');
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [{ quotationId: quotation.id, target: targetOf(source, 'We asked for twelve boats') }],
  });
  await add(desk, sourceId, OLD, 'The quay may sink into the estuary.', {
    reason: 'Whispered by the pilot',
  });
  await desk.call('sources.update', { sourceId, details: { disclosure: 'confidential' } });
  await add(desk, sourceId, 'The quay may sink', 'The quay must sink', {
    reason: 'Whispered twice',
  });
  const check = async () => {
    const { versions, text } = await desk.call('sources.read', { sourceId });
    expect(versions.map(({ reason }) => reason)).toEqual([
      null,
      'Whispered by the pilot',
      'Whispered twice',
    ]);
    expect(text).toContain('The quay must sink');
    const [, linked] = await desk.call('quotations.list', { articleId: article.id });
    expect(linked).toMatchObject({ link: { sourceVersionId: versions[2]?.id } });
  };
  await check();
  await desk.host.settle();
  desk.host.close();
  const shared = readFileSync(join(desk.folder, 'library.db'), 'latin1');
  expect(shared).not.toContain('sink into the estuary');
  expect(shared).not.toContain('Whispered');
  await desk.reopen();
  await check();
});

test('a version of a source that is not there, or of no words, is refused', async () => {
  const desk = await openDesk();
  const base = { kind: 'corrected', reason: null, language: null } as const;
  const words = { from: 'text', text: 'Words.' } as const;
  const missing = await desk.failure('sources.addVersion', {
    ...base,
    sourceId: newId(),
    content: words,
  });
  expect(missing.code).toBe('not-found');
  const { sourceId } = await importSource(desk, HEARING);
  const empty = await desk.failure('sources.addVersion', {
    ...base,
    sourceId,
    content: { from: 'text', text: ' \n' },
  });
  expect(empty.code).toBe('invalid-input');
});
