import { describe, expect, test } from 'vitest';
import { sameExceptComments } from '../../src-shared/document/same-except-comments';
import type { Document, TextNode } from '../../src-shared/document/schema';
import {
  ARTICLE,
  type Desk,
  edited,
  finishArticle,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  targetOf,
} from '../testing/desk';

const reopen = (desk: Desk, articleId: string, reason = 'A figure was wrong') =>
  desk.call('finish.reopen', { articleIds: [articleId], status: 'draft', reason });

/** The same document with a comment on the first words of its last paragraph. */
function commented(document: Document): Document {
  const copy = structuredClone(document) as Document;
  const block = copy.root.children.findLast((one) => one.type === 'paragraph');
  if (block?.type !== 'paragraph') throw new Error('There is no paragraph.');
  const text = block.children.find((one): one is TextNode => one.type === 'text')!;
  const about = { ...text, text: text.text.slice(0, 4), $: { ...text.$, comment: [newId()] } };
  const rest = { ...text, text: text.text.slice(4) };
  block.children.splice(block.children.indexOf(text), 1, about as TextNode, rest);
  return copy;
}

describe('an article is marked as finished', () => {
  const status = { status: 'finished' as const };

  test('by no call while a point of its gate is open', async () => {
    const desk = await openDesk();
    const { id: articleId } = await importArticle(desk);
    const open = (await desk.call('finish.gate', { articleId })).length;
    const failures = [
      await desk.failure('articles.update', { articleId, details: status }),
      await desk.failure('articles.updateMany', {
        changes: [{ articleId, details: { ...status, tags: ['harbour'] } }],
      }),
    ];
    for (const { code, data } of failures) {
      expect([code, data.count]).toEqual(['gate-open', open]);
    }
    expect(await desk.call('finish.finish', { articleIds: [articleId] })).toEqual({
      finished: [],
      left: [{ articleId, open, blocking: 0 }],
    });
    expect(await desk.call('articles.list', {})).toMatchObject([{ status: 'draft', tags: [] }]);
  });

  test('once somebody has answered for what was open, and several at once as far as they can be', async () => {
    const desk = await openDesk();
    const { id: articleId } = await importArticle(desk);
    const { id: ready } = await importArticle(
      desk,
      '# Ready\n\nBy Ines Calder\n\nNothing is open.\n',
    );
    await desk.call('articles.update', { articleId: ready, details: { status: 'in-check' } });
    const { finished, left } = await desk.call('finish.finish', { articleIds: [articleId, ready] });
    expect(finished).toEqual([{ articleId: ready, status: 'in-check' }]);
    expect(left.map((one) => one.articleId)).toEqual([articleId]);
    await finishArticle(desk, articleId);
    // What is finished stays so, and is nothing to tell of.
    const again = await desk.call('finish.finish', { articleIds: [articleId, ready] });
    expect(again).toEqual({ finished: [], left: [] });
    const revisions = await desk.call('revisions.list', { articleId: ready });
    expect(revisions.filter(({ reason }) => reason === 'finish')).toHaveLength(1);
  });

  test('never while a confidential source stands behind a quotation', async () => {
    const desk = await openDesk();
    const { id: articleId, quotations } = await importArticle(desk, ARTICLE);
    const source = await importSource(desk);
    const quotationId = quotationWith(quotations, 'harbour will stay').id;
    const target = targetOf(source, 'The harbour will stay open all winter.');
    await desk.call('quotations.setLinks', { articleId, links: [{ quotationId, target }] });
    await finishArticle(desk, articleId);
    await reopen(desk, articleId);
    const confidential = { disclosure: 'confidential' as const };
    await desk.call('sources.update', { sourceId: source.sourceId, details: confidential });
    const { left } = await desk.call('finish.finish', { articleIds: [articleId] });
    expect(left).toMatchObject([{ open: 1, blocking: 1 }]);
  });
});

describe('a finished article', () => {
  test('is not changed by any call: words, details, byline, links, speakers, claims', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const { id: articleId } = article;
    const quotationId = article.quotations[0]!.id;
    await finishArticle(desk, articleId);
    const document = edited(article.document, 'every day', 'twice a day');
    const failures = [
      await desk.failure('articles.save', { articleId, version: 1, document }),
      await desk.failure('articles.update', { articleId, details: { tags: ['harbour'] } }),
      await desk.failure('articles.update', { articleId, details: { status: 'draft' } }),
      await desk.failure('articles.updateMany', {
        changes: [{ articleId, details: { dateline: 'LEITH' } }],
      }),
      await desk.failure('bylines.set', { articleId, style: 'ap', credits: [] }),
      await desk.failure('quotations.setLinks', {
        articleId,
        links: [{ quotationId, target: null }],
      }),
      await desk.failure('quotations.setSpeaker', { articleId, quotationId, personId: null }),
      await desk.failure('quotations.setDismissed', { articleId, quotationId, dismissed: true }),
      await desk.failure('claims.setLink', { articleId, claimId: newId(), target: null }),
    ];
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['article-finished']));
    const { document: kept } = await desk.call('articles.open', { articleId });
    expect(kept).toEqual(article.document);
  });

  test('goes to the archive and to the bin and back', async () => {
    const desk = await openDesk();
    const { id: articleId } = await importArticle(desk);
    await finishArticle(desk, articleId);
    await desk.call('articles.updateMany', {
      changes: [{ articleId, details: {}, shelf: 'archive' }],
    });
    await desk.call('articles.remove', { articleId });
    await desk.call('articles.restore', { articleId });
    expect(await desk.call('articles.list', {})).toMatchObject([{ status: 'finished' }]);
  });

  test('takes comments, which are no part of its text', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const { id: articleId } = article;
    await finishArticle(desk, articleId);
    const document = commented(article.document);
    await desk.call('articles.save', { articleId, version: 1, document });
    // A word goes in with the comment: that is refused.
    const changed = edited(commented(article.document), 'every day', 'twice a day');
    const failure = await desk.failure('articles.save', {
      articleId,
      version: 2,
      document: changed,
    });
    expect(failure.code).toBe('article-finished');
  });

  test('says when and by whom it was finished, and each step is in the timeline', async () => {
    const desk = await openDesk({ now: () => Date.parse('2026-03-04T10:00:00Z') });
    await desk.call('library.setEditorName', { name: 'Noor Haddad' });
    const { id: articleId } = await importArticle(desk);
    expect(await desk.call('finish.state', { articleId })).toMatchObject({
      finished: null,
      wasFinished: false,
    });
    await finishArticle(desk, articleId);
    expect(await desk.call('finish.state', { articleId })).toMatchObject({
      details: { status: 'finished' },
      finished: { at: '2026-03-04T10:00:00.000Z', editorName: 'Noor Haddad' },
    });
    await reopen(desk, articleId, 'The mayor’s name');
    expect(await desk.call('finish.state', { articleId })).toMatchObject({
      details: { status: 'draft' },
      finished: null,
      wasFinished: true,
    });
    await finishArticle(desk, articleId);
    const revisions = await desk.call('revisions.list', { articleId });
    expect(revisions.map(({ reason, name }) => [reason, name]).slice(0, 3)).toEqual([
      ['finish', null],
      ['reopen', 'The mayor’s name'],
      ['finish', null],
    ]);
  });

  test('is reopened for a reason, and only where it is finished', async () => {
    const desk = await openDesk();
    const { id: articleId } = await importArticle(desk);
    const failure = await desk.failure('finish.reopen', {
      articleIds: [articleId],
      status: 'draft',
      reason: '   ',
    });
    expect(failure.code).toBe('invalid-input');
    await reopen(desk, articleId);
    const revisions = await desk.call('revisions.list', { articleId });
    expect(revisions.some(({ reason }) => reason === 'reopen')).toBe(false);
  });
});

test('documents are the same where they differ in comments alone', async () => {
  const desk = await openDesk();
  const { document } = await importArticle(desk);
  expect(sameExceptComments(document, commented(document))).toBe(true);
  expect(sameExceptComments(commented(document), commented(document))).toBe(true);
  const changed = edited(document, 'every day', 'twice a day');
  expect(sameExceptComments(document, changed)).toBe(false);
});
