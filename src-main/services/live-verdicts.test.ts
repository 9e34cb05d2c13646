import { describe, expect, it } from 'vitest';
import { detectInDocument } from '../../src-shared/document/detect-in-document';
import { readQuotations } from '../../src-shared/document/read-quotations';
import type { Document } from '../../src-shared/document/schema';
import {
  type Desk,
  edited,
  importArticle,
  importSource,
  openDesk,
  quotationWith,
  saveEdit,
  targetOf,
} from '../testing/desk';

/* The library's word on quotations that are not saved yet: `quotations.judge`. */

/** What the editor reads of a document: the same as a save. */
const readingsOf = (document: Document) =>
  readQuotations(detectInDocument(document, { language: 'en' }));

async function linkedArticle(desk: Desk) {
  const article = await importArticle(desk);
  const hearing = await importSource(desk);
  const links = [
    ['harbour will stay', 'The harbour will stay open all winter.'],
    ['twelve boats', 'We asked for twelve boats and we were given four of them.'],
  ].map(([words, passage]) => ({
    quotationId: quotationWith(article.quotations, words!).id,
    target: targetOf(hearing, passage!),
  }));
  const { quotations } = await desk.call('quotations.setLinks', { articleId: article.id, links });
  return { article: { ...article, quotations }, hearing };
}

describe('quotations.judge', () => {
  it.each([
    ['a changed word', 'will stay open', 'will remain open'],
    ['a word that is gone', 'all winter', 'winter'],
    ['a marked omission', 'will stay open', 'will … open'],
    ['another speaker', 'said Mara Lind, the harbour master', 'said Jonas Brandt, a pilot'],
    ['a part of a split quotation', 'we were given four', 'we were given forty'],
    ['words outside of all quotations', 'Pilots do not believe', 'Few believe'],
  ])('says of %s what a save says', async (_, from, to) => {
    const desk = await openDesk();
    const { article } = await linkedArticle(desk);
    const readings = readingsOf(edited(article.document, from, to));
    const judged = await desk.call('quotations.judge', {
      articleId: article.id,
      quotations: readings,
    });
    const saved = await saveEdit(desk, article, from, to);
    expect(judged).toEqual(saved.quotations);
  });

  it('answers in the order of the question, for those that are asked about alone', async () => {
    const desk = await openDesk();
    const { article } = await linkedArticle(desk);
    const readings = readingsOf(edited(article.document, 'twelve boats', 'twenty boats'));
    const quotations = [readings[1]!, readings[0]!];
    const judged = await desk.call('quotations.judge', { articleId: article.id, quotations });
    expect(judged.map(({ id, verdict }) => [id, verdict])).toEqual([
      [readings[1]?.id, 'altered'],
      [readings[0]?.id, 'verbatim'],
    ]);
  });

  it('changes nothing and announces nothing', async () => {
    const desk = await openDesk();
    const { article } = await linkedArticle(desk);
    const events = desk.events.length;
    const quotations = readingsOf(edited(article.document, 'will stay open', 'will remain open'));
    await desk.call('quotations.judge', { articleId: article.id, quotations });
    expect(desk.events).toHaveLength(events);
    expect(await desk.call('quotations.list', { articleId: article.id })).toEqual(
      article.quotations,
    );
  });

  it('lets an editor’s word lapse with the words, and hold again with them', async () => {
    const desk = await openDesk();
    const { article } = await linkedArticle(desk);
    const quotation = quotationWith(article.quotations, 'harbour will stay');
    await desk.call('library.setEditorName', { name: 'Ada Voss' });
    await desk.call('quotations.setCheck', {
      articleId: article.id,
      quotationIds: [quotation.id],
      check: { kind: 'confirmed', reason: null },
    });
    const checkOf = async (document: Document) => {
      const judged = await desk.call('quotations.judge', {
        articleId: article.id,
        quotations: readingsOf(document),
      });
      return judged[0]?.check?.editorName ?? null;
    };
    expect(
      await checkOf(edited(article.document, 'will stay open', 'will remain open')),
    ).toBeNull();
    expect(await checkOf(article.document)).toBe('Ada Voss');
  });

  it('knows the link of a quotation that left the text, and none of one it never saw', async () => {
    const desk = await openDesk();
    const { article } = await linkedArticle(desk);
    const [first] = readingsOf(article.document);
    const mark = `"$":{"quotation":["${first?.id}"]}`;
    const without = await saveEdit(
      desk,
      {
        ...article,
        document: JSON.parse(JSON.stringify(article.document).replace(mark, '"$":{}')),
      },
      'Pilots do not',
      'Pilots don’t',
    );
    expect(without.quotations.map(({ id }) => id)).not.toContain(first?.id);
    const stranger = { ...first!, id: '01930000-0000-7000-8000-0000000000ff' };
    const judged = await desk.call('quotations.judge', {
      articleId: article.id,
      quotations: [first!, stranger],
    });
    expect(judged.map(({ verdict }) => verdict)).toEqual(['verbatim', 'unlinked']);
  });

  it('says that an article is not there', async () => {
    const desk = await openDesk();
    const articleId = '01930000-0000-7000-8000-0000000000ff';
    const error = await desk.failure('quotations.judge', { articleId, quotations: [] });
    expect(error.code).toBe('not-found');
  });
});

describe('a source that changes', () => {
  it('has the quotations of every article told that are linked to it', async () => {
    const desk = await openDesk();
    const one = await linkedArticle(desk);
    const other = await importArticle(desk);
    await desk.call('quotations.setLinks', {
      articleId: other.id,
      links: [
        {
          quotationId: quotationWith(other.quotations, 'harbour will stay').id,
          target: targetOf(one.hearing, 'The harbour will stay open all winter.'),
        },
      ],
    });
    const events = desk.events.length;
    const { sourceId } = one.hearing;
    await desk.call('sources.update', { sourceId, details: { medium: 'written' } });
    const told = desk.events
      .slice(events)
      .filter(({ event }) => event === 'quotations.changed')
      .map(({ payload }) => (payload as { articleId: string }).articleId);
    expect(new Set(told)).toEqual(new Set([one.article.id, other.id]));
  });
});
