import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceDetails } from '../../src-shared/model/source';
import { connect } from '../library/sqlite';
import {
  ARTICLE,
  type Desk,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  readText,
  targetOf,
} from '../testing/desk';

async function setUp(text = ARTICLE) {
  const desk = await openDesk();
  const article = await importArticle(desk, text);
  const source = await importSource(desk);
  const articleId = article.id;
  const link = (words: string, passage: string) =>
    desk.call('quotations.setLinks', {
      articleId,
      links: [
        {
          quotationId: quotationWith(article.quotations, words).id,
          target: targetOf(source, passage),
        },
      ],
    });
  const classify = (details: Partial<SourceDetails>) =>
    desk.call('sources.update', { sourceId: source.sourceId, details });
  const gate = async () => {
    const points = await desk.call('finish.gate', { articleId });
    return points.map(
      ({ code, count, blocking }) => `${code} ${count}${blocking ? ' blocking' : ''}`,
    );
  };
  return { desk, article, articleId, source, link, classify, gate };
}

describe('the gate', () => {
  test('lists what is open, with the quotations that it is about', async () => {
    const { desk, articleId, article, link } = await setUp();
    await link('harbour will stay', 'The harbour will stay open all winter.');
    await link('second pier', 'Nobody told the crews a thing about the second pier.');
    const points = await desk.call('finish.gate', { articleId });
    const crews = quotationWith(article.quotations, 'second pier');
    const boats = quotationWith(article.quotations, 'twelve boats');
    expect(points).toEqual([
      {
        code: 'quotations-altered',
        quotationIds: [crews.id],
        count: 1,
        example: crews.text,
        blocking: false,
        about: expect.any(String),
        acceptance: null,
      },
      {
        code: 'quotations-unlinked',
        quotationIds: [boats.id],
        count: 1,
        example: boats.text,
        blocking: false,
        about: expect.any(String),
        acceptance: null,
      },
    ]);
  });

  test('has nothing to say when everything is settled, signed or dismissed', async () => {
    const { desk, articleId, article, link, gate } = await setUp();
    await link('harbour will stay', 'The harbour will stay open all winter.');
    const quotationId = quotationWith(article.quotations, 'second pier').id;
    const check = { kind: 'accepted', reason: 'Heard on the telephone' } as const;
    await desk.call('quotations.setCheck', { articleId, quotationIds: [quotationId], check });
    const boats = quotationWith(article.quotations, 'twelve boats').id;
    await desk.call('quotations.setDismissed', { articleId, quotationId: boats, dismissed: true });
    expect(await gate()).toEqual([]);
  });

  test('asks for speakers, a byline and words that are still to come', async () => {
    const { desk, articleId, gate } = await setUp(
      '# Boats TK\n\nThe quay was empty. “There is no ferry to Strandby on a Sunday.” TKTK boats were counted, ATKINS said.\n',
    );
    const codes = ['quotations-unlinked 1', 'speakers-missing 1', 'byline-empty 1', 'tk-marks 2'];
    expect(await gate()).toEqual(codes);
    const points = await desk.call('finish.gate', { articleId });
    expect(points.at(-1)!.example).toContain('Boats TK');
  });

  test.each<[string, Partial<SourceDetails>, string[]]>([
    ['confidential', { disclosure: 'confidential' }, ['source-confidential 1 blocking']],
    ['off the record', { terms: 'off-the-record' }, ['source-off-the-record 1']],
    ['embargoed', { terms: 'embargoed', embargoUntil: '2099-01-01' }, ['source-embargoed 1']],
    ['embargoed without a day', { terms: 'embargoed' }, ['source-embargoed 1']],
    ['embargoed until a day gone by', { terms: 'embargoed', embargoUntil: '2020-01' }, []],
    ['described', { disclosure: 'described' }, []],
  ])('looks at a source that is %s', async (_, details, points) => {
    const { link, classify, gate } = await setUp();
    await link('harbour will stay', 'The harbour will stay open all winter.');
    await classify(details);
    expect((await gate()).filter((point) => point.startsWith('source'))).toEqual(points);
  });

  test('says with which day an embargo ends', async () => {
    const { desk, articleId, link, classify } = await setUp();
    await link('harbour will stay', 'The harbour will stay open all winter.');
    await classify({ terms: 'embargoed', embargoUntil: '2099-01' });
    const points = await desk.call('finish.gate', { articleId });
    expect(points.find(({ code }) => code === 'source-embargoed')?.until).toBe('2099-01');
  });
});

describe('an export', () => {
  function folderFor(desk: Desk): { folder: string; path: string } {
    const path = join(desk.folder, 'exported');
    mkdirSync(path);
    const folder = newId();
    desk.host.grantFolder(folder, path);
    return { folder, path };
  }

  test('is written as it was shown', async () => {
    const { desk, articleId } = await setUp();
    const { folder, path } = folderFor(desk);
    const { written, existing } = await desk.call('exports.write', {
      articleId,
      formats: ['markdown', 'html'],
      folder,
      replace: false,
    });
    expect(existing).toEqual([]);
    expect(readdirSync(path).sort()).toEqual([...written].sort());
    for (const format of ['markdown', 'html'] as const) {
      const { fileName, text } = await desk.call('exports.preview', { articleId, format });
      expect(written).toContain(fileName);
      expect(readText(path, fileName)).toBe(text);
      expect(text).toContain('The harbour will stay open all winter');
      expect(text).toContain('Ines Calder');
    }
  });

  test('replaces a file of the same name only if told so, and then leaves nothing else', async () => {
    const { desk, articleId } = await setUp();
    const { folder, path } = folderFor(desk);
    const { fileName } = await desk.call('exports.preview', { articleId, format: 'markdown' });
    writeFileSync(join(path, fileName), 'the one of yesterday');
    const formats: ('markdown' | 'html')[] = ['markdown', 'html'];
    const write = (replace: boolean) =>
      desk.call('exports.write', { articleId, formats, folder, replace });
    expect(await write(false)).toMatchObject({ written: [], existing: [fileName] });
    expect(readText(path, fileName)).toBe('the one of yesterday');
    expect(readdirSync(path)).toEqual([fileName]);
    expect((await write(true)).written).toHaveLength(2);
    expect(readText(path, fileName)).toContain('harbour');
    expect(readdirSync(path)).toHaveLength(2);
  });

  test('is not made while a confidential source stands behind a quotation', async () => {
    const { desk, articleId, article, link, classify } = await setUp();
    await link('harbour will stay', 'The harbour will stay open all winter.');
    await classify({ disclosure: 'confidential' });
    const { folder, path } = folderFor(desk);
    const write = { articleId, formats: ['html' as const], folder, replace: true };
    expect((await desk.failure('exports.write', write)).code).toBe('export-blocked');
    const preview = { articleId, format: 'html' } as const;
    expect((await desk.failure('exports.preview', preview)).code).toBe('export-blocked');
    expect(readdirSync(path)).toEqual([]);
    // A stretch that is no quotation brings nothing of a source along.
    const quotationId = quotationWith(article.quotations, 'harbour will stay').id;
    await desk.call('quotations.setDismissed', { articleId, quotationId, dismissed: true });
    expect((await desk.call('exports.write', write)).written).toHaveLength(1);
    expect((await desk.call('exports.preview', preview)).text).not.toContain('hearing');
  });

  test('goes nowhere but into a folder that the user picked', async () => {
    const { desk, articleId } = await setUp();
    const write = { articleId, formats: ['html' as const], folder: newId(), replace: true };
    expect((await desk.failure('exports.write', write)).code).toBe('not-found');
    desk.host.grantFolder(write.folder, join(desk.folder, 'gone'));
    const failure = await desk.failure('exports.write', write);
    expect(failure.code).toBe('folder-unwritable');
    // The library itself is well.
    expect(desk.events.map(({ event }) => event)).not.toContain('storage.failed');
  });

  test('can be made of a library that is open for reading', async () => {
    const { desk, articleId } = await setUp();
    await desk.reopen({ readOnly: true });
    const { folder, path } = folderFor(desk);
    const formats: ['markdown'] = ['markdown'];
    await desk.call('exports.write', { articleId, formats, folder, replace: false });
    expect(readdirSync(path)).toHaveLength(1);
    expect((await desk.call('library.info', {})).readOnly).toBe(true);
    const failure = await desk.failure('articles.create', {});
    expect(failure.code).toBe('read-only');
    expect(desk.events).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ event: 'storage.failed' })]),
    );
  });
});

describe('a point that somebody answers for', () => {
  async function acceptSpeaker() {
    const desk = await setUp(ARTICLE.replace('until spring', 'until TK'));
    const { articleId } = desk;
    const pointOf = async (code: string) =>
      (await desk.desk.call('finish.gate', { articleId })).find((one) => one.code === code);
    const found = await pointOf('tk-marks');
    if (!found) throw new Error('There is a TK in the article.');
    const accept = (about = found.about) =>
      desk.desk.call('finish.accept', {
        articleId,
        code: 'tk-marks',
        about,
        reason: 'It is a ship’s name.',
      });
    return { ...desk, pointOf, accept };
  }

  test('keeps the reason, the name and the day, until it is taken back', async () => {
    const { desk, articleId, pointOf, accept } = await acceptSpeaker();
    await desk.call('library.setEditorName', { name: 'Noor Haddad' });
    await accept();
    expect((await pointOf('tk-marks'))?.acceptance).toMatchObject({
      reason: 'It is a ship’s name.',
      editorName: 'Noor Haddad',
    });
    await desk.call('finish.takeBack', { articleId, code: 'tk-marks' });
    expect((await pointOf('tk-marks'))?.acceptance).toBeNull();
    await expect(desk.call('finish.takeBack', { articleId, code: 'tk-marks' })).rejects.toThrow(
      'not-found',
    );
  });

  test('is open again as soon as it is about something else', async () => {
    const { desk, article, articleId, pointOf, accept } = await acceptSpeaker();
    await accept();
    const text = JSON.stringify(article.document).replace('until TK', 'until TK or TK');
    await desk.call('articles.save', {
      articleId,
      document: JSON.parse(text),
      version: article.version,
    });
    expect(await pointOf('tk-marks')).toMatchObject({ count: 2, acceptance: null });
  });

  test('is not accepted as something that it is not any more, and what blocks never is', async () => {
    const { desk, articleId, link, classify, pointOf, accept } = await acceptSpeaker();
    await expect(accept('what it was before')).rejects.toThrow('point-changed');
    await link('harbour will stay', 'The harbour will stay open all winter.');
    await classify({ disclosure: 'confidential' });
    const blocking = await pointOf('source-confidential');
    const given = { articleId, about: blocking?.about ?? '', reason: 'No' };
    await expect(
      desk.call('finish.accept', { ...given, code: 'source-confidential' }),
    ).rejects.toThrow('not-found');
  });

  test('is kept with the source that is kept apart', async () => {
    const { desk, articleId, link, classify, pointOf } = await acceptSpeaker();
    await link('harbour will stay', 'The harbour will stay open all winter.');
    await classify({ terms: 'off-the-record' });
    const about = (await pointOf('source-off-the-record'))?.about ?? '';
    const reason = 'CANARY allowed it on Monday';
    await desk.call('finish.accept', { articleId, code: 'source-off-the-record', about, reason });
    expect((await pointOf('source-off-the-record'))?.acceptance?.reason).toBe(reason);
    await desk.reopen();
    const rows = (file: string) =>
      connect(join(desk.folder, file), { readOnly: true })
        .prepare('SELECT reason FROM gate_acceptance')
        .pluck()
        .all();
    expect(rows('private.sqlite')).toEqual([reason]);
    expect(rows('library.db')).toEqual([]);
  });
});
