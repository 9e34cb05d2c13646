import { expect, test } from 'vitest';
import { importArticle, importSource, newId, openDesk, targetOf } from '../testing/desk';

test('a word is put into the personal dictionary, taken out and put back, and outlives a restart', async () => {
  const desk = await openDesk();
  await desk.call('spelling.setWord', { word: 'Zárate', isKnown: true });
  await desk.call('spelling.setWord', { word: 'álgebra', isKnown: true });
  await desk.call('spelling.setWord', { word: 'Zárate', isKnown: true });
  await desk.reopen();
  const words = async () => (await desk.call('spelling.exceptions', {})).words;
  expect(await words()).toEqual(['álgebra', 'Zárate']);
  await desk.call('spelling.setWord', { word: 'Zárate', isKnown: false });
  expect(await words()).toEqual(['álgebra']);
  await desk.call('spelling.setWord', { word: 'Zárate', isKnown: true });
  expect(await words()).toEqual(['álgebra', 'Zárate']);
});

test('letters with their marks apart are the same word as in one', async () => {
  const desk = await openDesk();
  await desk.call('spelling.setWord', { word: 'Za\u0301rate', isKnown: true });
  await desk.call('spelling.setWord', { word: 'Zárate', isKnown: false });
  expect(await desk.call('spelling.exceptions', {})).toEqual({ words: [], rules: [] });
});

test('a rule is switched off for every article, and on again', async () => {
  const desk = await openDesk();
  await desk.call('spelling.setRule', { rule: 'RepeatedWords', isOff: true });
  expect(await desk.call('spelling.exceptions', {})).toMatchObject({ rules: ['RepeatedWords'] });
  await desk.call('spelling.setRule', { rule: 'RepeatedWords', isOff: false });
  expect(await desk.call('spelling.exceptions', {})).toMatchObject({ rules: [] });
});

test('a place is let stand in its article alone', async () => {
  const desk = await openDesk();
  const { id: articleId } = await importArticle(desk);
  const { id: other } = await importArticle(desk);
  const place = '00ff00ff00ff00ff';
  await desk.call('spelling.setIgnored', { articleId, place, isIgnored: true });
  expect(await desk.call('spelling.ignored', { articleId })).toEqual([place]);
  expect(await desk.call('spelling.ignored', { articleId: other })).toEqual([]);
  await desk.call('spelling.setIgnored', { articleId, place, isIgnored: false });
  expect(await desk.call('spelling.ignored', { articleId })).toEqual([]);
});

test('names are those of the sources that the article is linked to, and of who speaks in them', async () => {
  const desk = await openDesk();
  const text = 'Teh council met Ms. Okwonjo.\n\nThe ferry leaves at seven, says Zarate.';
  const article = await importArticle(desk, '# Pier\n\n“The ferry leaves at seven,” he said.');
  const source = await importSource(desk, text, 'note.txt');
  await importSource(desk, 'Nobody asked Brandtner.', 'other.txt');
  const names = () => desk.call('spelling.namesOfSources', { articleId: article.id });
  expect(await names()).toEqual([]);
  const [quotation] = article.quotations;
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [{ quotationId: quotation!.id, target: targetOf(source, 'The ferry leaves at seven') }],
  });
  expect((await names()).sort()).toEqual(['Ms', 'Okwonjo', 'Zarate']);
});

test('every change is announced once, and none where nothing changed', async () => {
  const desk = await openDesk();
  const changes = () => desk.events.filter(({ event }) => event === 'spelling.changed').length;
  await desk.call('spelling.setWord', { word: 'quayside', isKnown: true });
  await desk.call('spelling.setWord', { word: 'quayside', isKnown: true });
  expect(changes()).toBe(1);
});

test('nothing empty is a word, and no article is none', async () => {
  const desk = await openDesk();
  const empty = { word: ' ', isKnown: true };
  expect(await desk.failure('spelling.setWord', empty)).toMatchObject({ code: 'invalid-input' });
  const gone = { articleId: newId(), place: '00ff00ff00ff00ff', isIgnored: true };
  expect(await desk.failure('spelling.setIgnored', gone)).toMatchObject({ code: 'not-found' });
});
