import { expect, test } from 'vitest';
import { importArticle, importSource, openDesk, quotationWith, targetOf } from '../testing/desk';

const ARTICLE = `# Harbour

“We will not sell the harbour to anyone this year,” said Mara Lind.
`;
const SPOKEN = `LIND: We will, um, not sell the the harbour to anyone this year.
`;

async function deskWithLink() {
  const desk = await openDesk();
  const article = await importArticle(desk, ARTICLE);
  const source = await importSource(desk, SPOKEN, 'hearing.txt');
  await desk.call('sources.update', { sourceId: source.sourceId, details: { medium: 'spoken' } });
  const quotation = quotationWith(article.quotations, 'not sell');
  const { quotations } = await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [
      {
        quotationId: quotation.id,
        target: targetOf(source, 'We will, um, not sell the the harbour to anyone this year.'),
      },
    ],
  });
  const verdict = async () =>
    (await desk.call('articles.open', { articleId: article.id })).quotations[0]?.verdict;
  return { desk, articleId: article.id, quotations, verdict };
}

test('a library in which nobody has chosen a profile quotes strictly', async () => {
  const { desk, quotations } = await deskWithLink();
  expect(await desk.call('library.houseProfile', {})).toMatchObject({ base: 'strict' });
  expect(quotations[0]?.verdict).toBe('review');
});

test('another profile judges every quotation anew, tells the windows, and can be taken back', async () => {
  const { desk, articleId, verdict } = await deskWithLink();
  desk.events.length = 0;
  const profile = { name: 'permissive', base: 'permissive' as const, rules: {}, limits: {} };
  const { previous } = await desk.call('library.setHouseProfile', { profile });
  expect(await verdict()).toBe('permitted');
  expect(desk.events).toContainEqual({ event: 'quotations.changed', payload: { articleId } });
  // The lists count by the stored verdicts.
  const [listed] = await desk.call('articles.list', {});
  expect(listed?.openCount).toBe(0);

  await desk.call('library.setHouseProfile', { profile: previous });
  expect(await verdict()).toBe('review');
});

test('a profile outlives the process', async () => {
  const { desk, verdict } = await deskWithLink();
  const profile = {
    name: 'Harbour News',
    base: 'strict' as const,
    rules: {
      'filler-removed': { spoken: 'permitted' as const, written: 'altered' as const },
      'repetition-removed': { spoken: 'permitted' as const, written: 'altered' as const },
    },
    limits: { omittedWords: 20 },
  };
  await desk.call('library.setHouseProfile', { profile });
  await desk.reopen();
  expect(await desk.call('library.houseProfile', {})).toEqual(profile);
  expect(await verdict()).toBe('permitted');
});

test('a profile that says nothing sensible is refused', async () => {
  const { desk } = await deskWithLink();
  const profile = { name: ' ', base: 'strict' as const, rules: {}, limits: { omittedWords: -1 } };
  const failure = await desk.failure('library.setHouseProfile', { profile });
  expect(failure.code).toBe('invalid-input');
});
