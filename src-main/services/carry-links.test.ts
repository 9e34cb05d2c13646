import { describe, expect, test } from 'vitest';
import type { Output } from '../../src-shared/contract';
import type { VersionKind } from '../../src-shared/model/version';
import {
  type Desk,
  fileOf,
  importArticle,
  importSource,
  openDesk,
  quotationWith,
  saveEdit,
  targetOf,
} from '../testing/desk';

/** What links do when their source is corrected, at the contract. */

const HEARING = `MAYOR: We opened the ferry in March. It will cost nine million in all.

REPORTER: Did you know about the crews?

MAYOR: Yes, we knew. Nobody had asked the crews about the second pier.

REPORTER: And the board?

MAYOR: Yes, we knew. They went home in the "dark" of winter.`;

interface Case {
  name: string;
  /** What the article quotes and is linked to: the last of several such places. */
  quoted: string;
  from: string;
  to: string;
  /** The words that it is linked to then; left out where it is to be looked at. */
  carried?: string;
}

const CASES: Case[] = [
  {
    name: 'text that comes in before it',
    quoted: 'It will cost nine million',
    from: 'We opened the ferry in March.',
    to: 'We opened the ferry in March, on a Tuesday, before the board had met.',
    carried: 'It will cost nine million',
  },
  {
    name: 'a move to another paragraph',
    quoted: 'Nobody had asked the crews about the second pier.',
    from: 'Yes, we knew. Nobody had asked the crews about the second pier.\n\nREPORTER: And the board?\n\nMAYOR: Yes, we knew.',
    to: 'Yes, we knew.\n\nREPORTER: And the board?\n\nMAYOR: Yes, we knew. Nobody had asked the crews about the second pier.',
    carried: 'Nobody had asked the crews about the second pier.',
  },
  {
    name: 'a changed word in it',
    quoted: 'It will cost nine million',
    from: 'nine million',
    to: 'five million',
  },
  {
    name: 'a passage that stands twice, and stays',
    quoted: 'Yes, we knew.',
    from: 'We opened the ferry in March.',
    to: 'We opened it in May.',
    carried: 'Yes, we knew.',
  },
  {
    name: 'a passage that stands twice, and changes',
    quoted: 'Yes, we knew.',
    from: 'Yes, we knew. They',
    to: 'No, it did not. They',
  },
  {
    name: 'a passage that is deleted',
    quoted: 'It will cost nine million',
    from: ' It will cost nine million in all.',
    to: '',
  },
  {
    name: 'a passage across two turns',
    quoted: 'about the second pier.\n\nREPORTER: And the board?',
    from: 'We opened the ferry in March.',
    to: 'We opened it in May.',
    carried: 'about the second pier.\n\nREPORTER: And the board?',
  },
  {
    name: 'typography alone',
    quoted: 'They went home in the "dark" of winter.',
    from: '"dark" of winter.',
    to: '“dark” of winter.',
    carried: 'They went home in the “dark” of winter.',
  },
];

/** An article that quotes some words of the hearing, and is linked to the last place that has them. */
async function linked(quoted: string) {
  const desk = await openDesk();
  const words = quoted.replace(/\s+/g, ' ').replace(/"/g, '');
  const article = await importArticle(desk, `# Ferry\n\nAfter all: “${words}”\n`);
  const source = await importSource(desk, HEARING, 'hearing.txt');
  const start = source.text.lastIndexOf(quoted);
  expect(start).toBeGreaterThan(0);
  const target = { sourceVersionId: source.versionId, start, end: start + quoted.length };
  const quotationId = article.quotations[0]!.id;
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [{ quotationId, target }],
  });
  const read = async () => (await desk.call('quotations.list', { articleId: article.id }))[0]!;
  return { desk, article, source, quotationId, read, before: await read() };
}

/** Corrects words of the text in place. */
async function correct(
  desk: Desk,
  source: { sourceId: string },
  from: string,
  to: string,
  kind: VersionKind = 'corrected',
): Promise<Output<'sources.addVersion'>> {
  const { text } = await desk.call('sources.read', { sourceId: source.sourceId });
  expect(text).toContain(from);
  const at = text.lastIndexOf(from);
  return desk.call('sources.addVersion', {
    sourceId: source.sourceId,
    kind,
    reason: 'Heard again',
    language: null,
    content: { from: 'text', text: text.slice(0, at) + to + text.slice(at + from.length) },
  });
}

describe('a link after a correction with', () => {
  test.each(CASES)('$name', async ({ quoted, from, to, carried }) => {
    const { desk, source, article, read, before } = await linked(quoted);
    expect(before.link?.exact).toBe(quoted);
    const { versionId, impact } = await correct(desk, source, from, to);
    const after = await read();
    const { text } = await desk.call('sources.read', { sourceId: source.sourceId });
    if (carried) {
      expect(after.link).toMatchObject({ sourceVersionId: versionId, exact: carried });
      expect(after.link?.start).toBe(text.lastIndexOf(carried));
      expect(after).toMatchObject({ verdict: before.verdict, reasons: before.reasons });
      expect(after.correction).toBeUndefined();
      expect(impact).toMatchObject({ carried: 1, review: 0 });
    } else {
      expect(after.link).toEqual(before.link);
      expect(after.verdict).toBe('review');
      expect(after.reasons[0]).toEqual({ code: 'source-corrected' });
      expect(after.correction).toMatchObject({
        versionId,
        kind: 'corrected',
        reason: 'Heard again',
      });
      expect(impact).toMatchObject({ carried: 0, review: 1 });
    }
    // Taken back, everything is as it was.
    await desk.call('sources.withdrawVersion', { versionId });
    expect(await read()).toEqual(before);
    expect((await desk.call('sources.read', { sourceId: source.sourceId })).versionId).toBe(
      source.versionId,
    );
    expect(await desk.call('sources.corrected', {})).toMatchObject({ articles: [] });
    await desk.reopen();
    expect((await desk.call('articles.open', { articleId: article.id })).quotations[0]).toEqual(
      before,
    );
  });
});

describe('a link that is to be looked at', () => {
  const quoted = 'It will cost nine million';

  test('says what stands there now, and goes there when an editor says so', async () => {
    const { desk, article, source, quotationId, read } = await linked(quoted);
    const { versionId } = await correct(desk, source, 'nine million', 'five million');
    const { wording, because } = (await read()).correction!;
    expect(because).toBe('changed');
    expect(wording).toMatchObject({ text: 'It will cost five million', verdict: 'altered' });
    expect(wording?.changes).toEqual([
      { type: 'same', text: 'It will cost ' },
      { type: 'removed', text: 'nine ' },
      { type: 'added', text: 'five ' },
      { type: 'same', text: 'million' },
    ]);
    const target = { sourceVersionId: versionId, start: wording!.start, end: wording!.end };
    const { previous, quotations } = await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [{ quotationId, target }],
    });
    expect(quotations[0]).toMatchObject({
      verdict: 'altered',
      link: { exact: 'It will cost five million' },
    });
    expect(quotations[0]).not.toHaveProperty('correction');
    // Undo of that is undo: it is to be looked at again.
    const undone = await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: previous,
    });
    expect(undone.quotations[0]).toMatchObject({ verdict: 'review', correction: { versionId } });
  });

  test('is settled by a check that is signed after the correction, and by no other', async () => {
    const { desk, article, source, quotationId, read } = await linked(quoted);
    await desk.call('library.setEditorName', { name: 'Ada Voss' });
    const sign = () =>
      desk.call('quotations.setCheck', {
        articleId: article.id,
        quotationIds: [quotationId],
        check: { kind: 'accepted', reason: 'On tape' },
      });
    await sign();
    expect((await read()).check).not.toBeNull();
    await correct(desk, source, 'nine million', 'five million');
    expect(await read()).toMatchObject({ verdict: 'review', check: null });
    expect((await desk.call('articles.list', {}))[0]).toMatchObject({ openCount: 1 });
    await sign();
    expect(await read()).toMatchObject({ verdict: 'review', check: { reason: 'On tape' } });
    expect((await desk.call('articles.list', {}))[0]).toMatchObject({ openCount: 0 });
    const impact = await desk.call('sources.impact', { sourceId: source.sourceId });
    expect(impact.articles[0]?.quotations[0]).toMatchObject({ status: 'kept', versionNumber: 1 });
    // The next correction asks again.
    await correct(desk, source, 'in March', 'in May');
    expect(await read()).toMatchObject({ verdict: 'review', check: null });
  });

  test('follows a later correction that brings its words back', async () => {
    const { desk, source, read } = await linked(quoted);
    await correct(desk, source, 'nine million', 'five million');
    expect((await read()).verdict).toBe('review');
    const { versionId, impact } = await correct(desk, source, 'five million', 'nine million');
    expect(await read()).toMatchObject({
      verdict: 'verbatim',
      link: { sourceVersionId: versionId },
    });
    expect(impact).toMatchObject({ carried: 1, review: 0 });
  });

  test('keeps a graver verdict', async () => {
    const { desk, article, source, read } = await linked(quoted);
    await saveEdit(desk, article, 'It will cost nine', 'It may cost nine');
    expect((await read()).verdict).toBe('altered');
    await correct(desk, source, 'nine million', 'five million');
    const after = await read();
    expect(after.verdict).toBe('altered');
    expect(after.reasons.map(({ code }) => code)).toEqual(['source-corrected', 'modal-changed']);
  });
});

describe('a link that was carried over', () => {
  test('keeps its check where the words are the same, set in another way or not', async () => {
    const { desk, article, source, quotationId, read } = await linked(
      'They went home in the "dark" of winter.',
    );
    await desk.call('quotations.setCheck', {
      articleId: article.id,
      quotationIds: [quotationId],
      check: { kind: 'confirmed', reason: null },
    });
    await correct(desk, source, '"dark"', '“dark”');
    await correct(desk, source, 'in March', 'in May');
    const after = await read();
    expect(after.link?.exact).toBe('They went home in the “dark” of winter.');
    expect(after.check).toMatchObject({ kind: 'confirmed' });
  });

  test('is judged anew by what surrounds it', async () => {
    const { desk, source, read, before } = await linked('It will cost nine million');
    expect(before.verdict).toBe('verbatim');
    await correct(
      desk,
      source,
      'It will cost nine million in all.',
      'Nobody says: “It will cost nine million only if the boats sink.”',
    );
    const after = await read();
    expect(after.link?.exact).toBe('It will cost nine million');
    expect(after).toMatchObject({ verdict: 'review', reasons: [{ code: 'cut-before-qualifier' }] });
  });

  test('goes back on its own where the version is taken back, and an editor’s link with it', async () => {
    const { desk, article, source, quotationId, read, before } = await linked(
      'It will cost nine million',
    );
    const { versionId } = await correct(desk, source, 'in March', 'in May');
    // The editor takes more of it.
    const { text } = await desk.call('sources.read', { sourceId: source.sourceId });
    const target = targetOf({ versionId, text }, 'It will cost nine million in all.');
    await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [{ quotationId, target }],
    });
    await desk.call('sources.withdrawVersion', { versionId });
    const after = await read();
    expect(after.link).toMatchObject({
      sourceVersionId: before.link?.sourceVersionId,
      exact: 'It will cost nine million in all.',
    });
    expect(after.correction).toBeUndefined();
  });

  test('goes back to the very letters, where it began within a word', async () => {
    const { desk, source, read, before } = await linked('ill cost nine million in all');
    expect(before.link?.exact).toMatch(/^ill cost/);
    const { versionId } = await correct(desk, source, 'in March', 'in May');
    expect((await read()).link?.exact).toBe('will cost nine million in all');
    await desk.call('sources.withdrawVersion', { versionId });
    expect(await read()).toEqual(before);
  });

  test('is what undo of an earlier step gives back', async () => {
    const { desk, article, source, quotationId, read } = await linked('It will cost nine million');
    const { previous } = await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [{ quotationId, target: null }],
    });
    const { versionId } = await correct(desk, source, 'in March', 'in May');
    await desk.call('quotations.setLinks', { articleId: article.id, links: previous });
    expect(await read()).toMatchObject({
      verdict: 'verbatim',
      link: { sourceVersionId: versionId, exact: 'It will cost nine million' },
    });
  });

  test('in the bin, or taken out of the text, is carried over too', async () => {
    const { desk, article, source, read } = await linked('It will cost nine million');
    await desk.call('articles.remove', { articleId: article.id });
    const { versionId } = await correct(desk, source, 'in March', 'in May');
    await desk.call('articles.restore', { articleId: article.id });
    expect((await read()).link?.sourceVersionId).toBe(versionId);
  });
});

test('in a recording the place has to be within 5 seconds', async () => {
  const desk = await openDesk();
  const cues = (second: number) => `WEBVTT

00:00:05.000 --> 00:00:09.000
<v Mara Lind>Good morning to all of you.

00:00:${second}.000 --> 00:00:${second + 4}.000
<v Mara Lind>The harbour will stay open all winter.
`;
  const article = await importArticle(desk);
  const source = await importSource(desk, cues(10));
  const { id: quotationId } = quotationWith(article.quotations, 'harbour will stay');
  const target = targetOf(source, 'The harbour will stay open all winter.');
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [{ quotationId, target }],
  });
  const add = (second: number) =>
    desk.call('sources.addVersion', {
      sourceId: source.sourceId,
      kind: 'corrected',
      reason: null,
      language: null,
      content: { from: 'file', file: fileOf(`corrected-${second}.vtt`, cues(second)) },
    });
  const read = async () =>
    quotationWith(
      await desk.call('quotations.list', { articleId: article.id }),
      'harbour will stay',
    );
  const near = await add(14);
  expect(await read()).toMatchObject({
    verdict: 'verbatim',
    link: { sourceVersionId: near.versionId, place: { time: 14 } },
  });
  await add(40);
  expect(await read()).toMatchObject({
    verdict: 'review',
    link: { sourceVersionId: near.versionId },
    correction: {
      because: 'other-time',
      wording: { text: 'The harbour will stay open all winter.' },
    },
  });
});
