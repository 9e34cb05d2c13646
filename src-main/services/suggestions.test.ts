import { expect, test } from 'vitest';
import { document, inlineBlock, textNode } from '../../src-shared/document/build';
import { listSuggestions } from '../../src-shared/document/list-suggestions';
import type { BlockNode, Document, InlineNode } from '../../src-shared/document/schema';
import { importSource, newId, openDesk, quotationWith, targetOf } from '../testing/desk';

/** What somebody else proposed, in a library where they have never written. */
function proposed(author: string): Document {
  const mark = (kind: 'inserted' | 'deleted', id: string) => ({
    [kind]: { id, author, at: '2026-03-04T10:00:00.000Z' },
  });
  const [swap, add, quotation] = [newId(), newId(), [newId()]];
  const words: InlineNode[] = [
    textNode('The mayor said: '),
    { ...textNode('“The harbour will stay open all '), $: { quotation } },
    { ...textNode('summer'), $: { quotation, ...mark('deleted', swap) } },
    { ...textNode('winter'), $: { quotation, ...mark('inserted', swap) } },
    { ...textNode('.”'), $: { quotation } },
  ];
  return document([
    inlineBlock('headline', [textNode('Harbour stays open')]),
    inlineBlock('paragraph', words),
    {
      ...inlineBlock('paragraph', [textNode('More of it.')]),
      $: mark('inserted', add),
    } as BlockNode,
  ]);
}

async function setUp() {
  const desk = await openDesk();
  const { articleId } = await desk.call('articles.create', {});
  const { version } = await desk.call('articles.open', { articleId });
  const stored = proposed(newId());
  const saved = await desk.call('articles.save', { articleId, version, document: stored });
  return { desk, articleId, stored, saved };
}

test('what is proposed is kept with the article and in its revisions, with author and time', async () => {
  const { desk, articleId, stored } = await setUp();
  const read = await desk.call('articles.open', { articleId });
  expect(listSuggestions(read.document)).toEqual(listSuggestions(stored));
  expect(listSuggestions(read.document)).toHaveLength(2);
  const named = { articleId, reason: 'named', name: 'Proposed' } as const;
  const { revisionId } = await desk.call('revisions.keep', named);
  const kept = await desk.call('revisions.read', { articleId, revisionId: revisionId! });
  expect(kept.document).toEqual(stored);
});

test('verdicts, the gate, search and exports read the text as if it were accepted', async () => {
  const { desk, articleId, saved } = await setUp();
  const source = await importSource(desk);
  const quotation = quotationWith(saved.quotations, 'harbour will stay');
  expect(quotation.text).toBe('“The harbour will stay open all winter.”');
  const target = targetOf(source, 'The harbour will stay open all winter.');
  await desk.call('quotations.setLinks', {
    articleId,
    links: [{ quotationId: quotation.id, target }],
  });
  const { quotations } = await desk.call('articles.open', { articleId });
  expect(quotations.map(({ verdict }) => verdict)).toEqual(['verbatim']);
  const points = await desk.call('finish.gate', { articleId });
  expect(points.find(({ code }) => code === 'suggestions-open')).toMatchObject({
    code: 'suggestions-open',
    quotationIds: [],
    count: 2,
    example: 'winter',
    blocking: false,
  });
  const preview = await desk.call('exports.preview', { articleId, format: 'text' });
  expect(preview.text).toContain('stay open all winter.');
  expect(preview.text).not.toContain('summer');
});

test('everybody who has written in the library is known by name', async () => {
  const desk = await openDesk();
  await desk.call('library.setEditorName', { name: 'Noor Haddad' });
  const { editorId, editors } = await desk.call('library.info', {});
  expect(editors).toEqual([{ id: editorId, name: 'Noor Haddad' }]);
});
