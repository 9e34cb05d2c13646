import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StetError } from '../../src-shared/errors';
import { sha256 } from '../library/files';
import {
  extract,
  fileOf,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  targetOf,
} from '../testing/desk';

const NOTE = 'The ferry leaves at seven. The second pier opens in April.';

describe('bringing in sources', () => {
  test('keeps the bytes, the words and where they stand', async () => {
    const desk = await openDesk();
    const { sourceId, text } = await importSource(desk);
    const hash = sha256(HEARING);
    const original = join(desk.folder, 'originals', hash.slice(0, 2), hash);
    expect(readFileSync(original, 'utf8')).toBe(HEARING);
    expect(text).toContain('The harbour will stay open all winter.');
    const reading = await desk.call('sources.read', { sourceId });
    expect(reading).toMatchObject({ versionNumber: 1, versionCount: 1, quoted: [] });
    expect(reading.source).toMatchObject({
      kind: 'subtitles',
      medium: 'spoken',
      terms: 'on-the-record',
      disclosure: 'public',
      fileName: 'hearing.vtt',
      duration: 20,
    });
    expect(reading.locators.some((one) => one.speaker === 'Mara Lind' && one.time === 5)).toBe(
      true,
    );
  });

  test('names and skips a bad file, and goes on with the others', async () => {
    const desk = await openDesk();
    const path = join(desk.folder, 'picked.txt');
    writeFileSync(path, NOTE);
    const token = newId();
    desk.host.grantFile(token, path);
    const jobId = newId();
    const result = await desk.call('sources.import', {
      jobId,
      files: [
        fileOf('scan.bin', '\u0000\u0001'),
        fileOf('empty.txt', ' '),
        { from: 'granted', token },
        { from: 'granted', token: newId() },
        fileOf('hearing.vtt', HEARING),
      ],
    });
    expect(result.skipped).toEqual([
      { index: 0, name: 'scan.bin', code: 'format-unsupported' },
      { index: 1, name: 'empty.txt', code: 'file-empty' },
      { index: 3, name: '', code: 'not-found' },
    ]);
    expect(result.imported.map(({ index, name }) => [index, name])).toEqual([
      [2, 'picked.txt'],
      [4, 'hearing.vtt'],
    ]);
    expect(result).toMatchObject({ cancelled: false, left: 0 });
    expect((await desk.call('library.info', {})).sourceCount).toBe(2);
  });

  test('says how many open quotations a source fits', async () => {
    const desk = await openDesk();
    await importArticle(desk);
    const again = fileOf('hearing-again.vtt', `${HEARING}\n`);
    const files = [fileOf('hearing.vtt', HEARING), fileOf('note.txt', NOTE), again];
    const { imported, fits } = await desk.call('sources.import', { jobId: newId(), files });
    expect(imported[0]!.fits).toBeGreaterThanOrEqual(2);
    expect(imported[1]!.fits).toBe(0);
    // The same quotations have a passage in both: they count once.
    expect(imported[2]!.fits).toBe(imported[0]!.fits);
    expect(fits).toBe(imported[0]!.fits);
  });

  test('adds the same bytes only once, and brings back a source that was removed', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const again = async () => {
      const files = [fileOf('copy of hearing.vtt', HEARING)];
      return (await desk.call('sources.import', { jobId: newId(), files })).imported[0];
    };
    expect(await again()).toMatchObject({ sourceId, duplicate: true });
    await desk.call('sources.remove', { sourceId });
    expect(await desk.call('sources.list', {})).toEqual([]);
    expect(await again()).toMatchObject({ sourceId, duplicate: false });
    expect(await desk.call('sources.list', {})).toHaveLength(1);
  });

  test('stops between two files when it is cancelled; what came in stays', async () => {
    const jobId = newId();
    const desk = await openDesk({
      extract: async (name, bytes) => {
        if (name === 'second.txt') await desk.call('jobs.cancel', { jobId });
        return extract(name, bytes);
      },
    });
    const files = ['first.txt', 'second.txt', 'third.txt'].map((name) =>
      fileOf(name, `${NOTE} This is the ${name} file.`),
    );
    const result = await desk.call('sources.import', { jobId, files });
    expect(result).toMatchObject({ cancelled: true, skipped: [] });
    expect(result.imported.map(({ name }) => name)).toEqual(['first.txt']);
    expect(await desk.call('sources.list', {})).toHaveLength(1);
    await desk.call('jobs.cancel', { jobId });
  });

  test('takes no word of an extractor that does not keep to the form', async () => {
    const answers: unknown[] = [
      [{ text: 'words' }],
      [
        {
          ...(await extract('note.txt', new TextEncoder().encode(NOTE)))[0],
          locators: [{ start: 0, end: 9_999 }],
        },
      ],
    ];
    const desk = await openDesk({ extract: async () => answers.shift() as never });
    const files = [fileOf('a.txt', 'a'), fileOf('b.txt', 'b')];
    const { skipped } = await desk.call('sources.import', { jobId: newId(), files });
    expect(skipped.map(({ code }) => code)).toEqual(['file-unreadable', 'file-unreadable']);
    expect(existsSync(join(desk.folder, 'originals'))).toBe(false);
  });

  test('refuses a file that is too large without reading it', async () => {
    const desk = await openDesk({ extract: () => Promise.reject(new Error('was read')) });
    const path = join(desk.folder, 'recording.txt');
    const { truncateSync } = await import('node:fs');
    writeFileSync(path, '');
    truncateSync(path, 200 * 1024 * 1024 + 1);
    const token = newId();
    desk.host.grantFile(token, path);
    const files = [{ from: 'granted', token } as const];
    const { skipped } = await desk.call('sources.import', { jobId: newId(), files });
    expect(skipped).toEqual([{ index: 0, name: 'recording.txt', code: 'file-too-large' }]);
  });

  test('other calls are answered while an import is under way', async () => {
    let release = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    const desk = await openDesk({
      extract: async (name, bytes) => {
        await gate;
        return extract(name, bytes);
      },
    });
    const article = await importArticle(desk);
    const importing = desk.call('sources.import', {
      jobId: newId(),
      files: [fileOf('hearing.vtt', HEARING)],
    });
    await desk.call('articles.open', { articleId: article.id });
    release();
    expect((await importing).imported).toHaveLength(1);
  });
});

describe('the details of a source', () => {
  test('answer what was before', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const { previous } = await desk.call('sources.update', {
      sourceId,
      details: { title: 'Hearing, first day', terms: 'embargoed', embargoUntil: '2026-12-01' },
    });
    expect(previous).toEqual({ title: 'hearing', terms: 'on-the-record', embargoUntil: null });
    await desk.call('sources.update', { sourceId, details: previous });
    expect(await desk.call('sources.list', {})).toMatchObject([previous]);
  });

  test('whether it was spoken or written decides verdicts anew', async () => {
    const desk = await openDesk();
    const article = await importArticle(
      desk,
      '# Boats\n\n“We asked for 12 boats,” said Mara Lind.\n',
    );
    const source = await importSource(
      desk,
      'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Mara Lind>We asked for twelve boats.\n',
    );
    const { quotations } = await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [
        {
          quotationId: article.quotations[0]!.id,
          target: targetOf(source, 'We asked for twelve boats.'),
        },
      ],
    });
    expect(quotations[0]!.verdict).toBe('permitted');
    desk.events.length = 0;
    const { sourceId } = source;
    await desk.call('sources.update', { sourceId, details: { medium: 'written' } });
    expect(desk.events).toContainEqual({
      event: 'quotations.changed',
      payload: { articleId: article.id },
    });
    const again = await desk.call('articles.open', { articleId: article.id });
    expect(again.quotations[0]!.verdict).toBe('review');
    expect((await desk.call('articles.list', {}))[0]!.openCount).toBe(1);
  });

  test('a source that becomes confidential keeps its links, its words and its place in the list', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const source = await importSource(desk);
    const { id: quotationId } = quotationWith(article.quotations, 'harbour will stay');
    const target = targetOf(source, 'The harbour will stay open all winter.');
    await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [{ quotationId, target }],
    });
    const { sourceId } = source;
    const details = { disclosure: 'confidential', description: 'a harbour official' } as const;
    const { previous } = await desk.call('sources.update', { sourceId, details });
    const check = async () => {
      const { quotations } = await desk.call('articles.open', { articleId: article.id });
      expect(quotations[0]).toMatchObject({ link: target, verdict: 'verbatim' });
      const reading = await desk.call('sources.read', { sourceId });
      expect(reading.quoted).toEqual([
        {
          kind: 'quotation',
          quotationId,
          articleId: article.id,
          articleHeadline: 'Harbour to stay open all winter',
          text: expect.stringContaining('The harbour will stay open all winter'),
          verdict: 'verbatim',
          start: target.start,
          end: target.end,
        },
      ]);
    };
    await check();
    await desk.reopen();
    await check();
    await desk.call('sources.update', { sourceId, details: previous });
    await check();
    expect(await desk.call('sources.list', {})).toMatchObject([{ id: sourceId, quotedCount: 1 }]);
  });
});

describe('a removed source', () => {
  test('is proposed no more, and what is linked to it keeps its verdict', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const source = await importSource(desk);
    const { id: quotationId } = quotationWith(article.quotations, 'harbour will stay');
    const open = quotationWith(article.quotations, 'twelve boats');
    await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [{ quotationId, target: targetOf(source, 'The harbour will stay open all winter.') }],
    });
    const propose = () =>
      desk.call('quotations.propose', { articleId: article.id, quotationId: open.id });
    expect(await propose()).toHaveLength(1);
    await desk.call('sources.remove', { sourceId: source.sourceId });
    expect(await propose()).toEqual([]);
    const counts = await desk.call('quotations.countProposals', { articleId: article.id });
    expect(counts.map(({ count }) => count)).toEqual([0, 0]);
    const { quotations } = await desk.call('articles.open', { articleId: article.id });
    expect(quotations[0]!.verdict).toBe('verbatim');
    await desk.call('sources.restore', { sourceId: source.sourceId });
    expect(await propose()).toHaveLength(1);
  });

  test('one that never was cannot be removed', async () => {
    const desk = await openDesk();
    const failure = await desk.failure('sources.remove', { sourceId: newId() });
    expect(failure).toBeInstanceOf(StetError);
    expect(failure.code).toBe('not-found');
  });
});
