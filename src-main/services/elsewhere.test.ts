import { expect, test } from 'vitest';
import { importArticle, importSource, openDesk, quotationWith, targetOf } from '../testing/desk';

const article = (quotation: string) =>
  `# Another\n\n“${quotation}” said Mara Lind, the harbour master.\n`;

async function begun() {
  const desk = await openDesk();
  const first = await importArticle(desk);
  const quotation = quotationWith(first.quotations, 'harbour will stay');
  const source = await importSource(desk);
  const link = (articleId: string, quotationId: string) =>
    desk.call('quotations.setLinks', {
      articleId,
      links: [{ quotationId, target: targetOf(source, 'The harbour will stay open all winter.') }],
    });
  const elsewhere = async () =>
    (
      await desk.call('quotations.elsewhere', { articleId: first.id, quotationId: quotation.id })
    ).map(({ text, verdict, isDifferent }) => [text, verdict, isDifferent]);
  await link(first.id, quotation.id);
  return { desk, link, elsewhere };
}

test('the same words in another article are told, linked or not', async () => {
  const { desk, elsewhere } = await begun();
  expect(await elsewhere()).toEqual([]);
  await importArticle(desk, article('The harbour will stay open all winter,'), 'second.md');
  expect(await elsewhere()).toEqual([
    ['“The harbour will stay open all winter,”', 'unlinked', false],
  ]);
});

test('the same passage in other words comes first, with what it is worth', async () => {
  const { desk, link, elsewhere } = await begun();
  await importArticle(desk, article('The harbour will stay open all winter,'), 'second.md');
  const third = await importArticle(desk, article('The harbour will never stay open,'), 'third.md');
  await link(third.id, quotationWith(third.quotations, 'never').id);
  expect(await elsewhere()).toEqual([
    ['“The harbour will never stay open,”', 'altered', true],
    ['“The harbour will stay open all winter,”', 'unlinked', false],
  ]);
});

test('articles in the bin and what nobody said are left out', async () => {
  const { desk, elsewhere } = await begun();
  const text = article('The harbour will stay open all winter,');
  const second = await importArticle(desk, text, 'second.md');
  const third = await importArticle(desk, text, 'third.md');
  await desk.call('articles.remove', { articleId: second.id });
  await desk.call('quotations.setDismissed', {
    articleId: third.id,
    quotationId: third.quotations[0]!.id,
    dismissed: true,
  });
  expect(await elsewhere()).toEqual([]);
});
