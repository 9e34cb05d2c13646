import { expect, test } from 'vitest';
import { importArticle, newId, openDesk } from '../testing/desk';

async function begun() {
  const desk = await openDesk();
  await desk.call('library.setEditorName', { name: 'Noor Haddad' });
  const { id: articleId } = await importArticle(desk);
  const threadId = newId();
  const thread = { articleId, threadId };
  await desk.call('comments.start', {
    ...thread,
    quote: 'every day',
    text: ' Since when?\r\nAsk. ',
  });
  return { desk, articleId, thread };
}

test('a comment has its words, its author and its time, and the words it is about', async () => {
  const { desk, articleId, thread } = await begun();
  expect(await desk.call('comments.list', { articleId })).toMatchObject([
    {
      id: thread.threadId,
      quote: 'every day',
      resolved: null,
      comments: [{ text: 'Since when?\nAsk.', editorName: 'Noor Haddad', editedAt: null }],
    },
  ]);
  expect(desk.events).toContainEqual({ event: 'comments.changed', payload: { articleId } });
});

test('replies follow in order, and keep the name of who wrote them then', async () => {
  const { desk, articleId, thread } = await begun();
  await desk.call('library.setEditorName', { name: 'Tom Oakes' });
  await desk.call('comments.reply', { ...thread, commentId: newId(), text: 'Since Monday.' });
  const [found] = await desk.call('comments.list', { articleId });
  expect(found!.comments.map(({ text, editorName }) => [text, editorName])).toEqual([
    ['Since when?\nAsk.', 'Noor Haddad'],
    ['Since Monday.', 'Tom Oakes'],
  ]);
});

test('what a comment said before a change is answered, for undo', async () => {
  const { desk, articleId, thread } = await begun();
  const [before] = await desk.call('comments.list', { articleId });
  const commentId = before!.comments[0]!.id;
  const answer = await desk.call('comments.edit', { ...thread, commentId, text: 'Until when?' });
  expect(answer).toEqual({ previous: 'Since when?\nAsk.' });
  const [found] = await desk.call('comments.list', { articleId });
  expect(found!.comments[0]).toMatchObject({ text: 'Until when?', editedAt: expect.any(String) });
});

test('a thread is resolved and opened again, removed and put back, and outlives a restart', async () => {
  const { desk, articleId, thread } = await begun();
  await desk.call('comments.setResolved', { ...thread, resolved: true });
  await desk.reopen();
  const [found] = await desk.call('comments.list', { articleId });
  expect(found!.resolved).toMatchObject({ editorName: 'Noor Haddad' });
  await desk.call('comments.setResolved', { ...thread, resolved: false });
  await desk.call('comments.setRemoved', { ...thread, commentId: null, removed: true });
  expect(await desk.call('comments.list', { articleId })).toEqual([]);
  // Redo begins it once more under the same id: it is there as it was, not twice.
  await desk.call('comments.start', { ...thread, quote: 'every day', text: 'Since when?' });
  const again = await desk.call('comments.list', { articleId });
  expect(again).toMatchObject([{ resolved: null, comments: [{ text: 'Since when?\nAsk.' }] }]);
});

test('one reply is removed, and put back', async () => {
  const { desk, articleId, thread } = await begun();
  const commentId = newId();
  await desk.call('comments.reply', { ...thread, commentId, text: 'Since Monday.' });
  const count = async () => (await desk.call('comments.list', { articleId }))[0]!.comments.length;
  await desk.call('comments.setRemoved', { ...thread, commentId, removed: true });
  expect(await count()).toBe(1);
  await desk.call('comments.setRemoved', { ...thread, commentId, removed: false });
  expect(await count()).toBe(2);
});

test('the thread of another article is not found, and nothing empty is a comment', async () => {
  const { desk, thread } = await begun();
  const other = { articleId: newId(), threadId: thread.threadId };
  const input = { ...other, resolved: true };
  expect(await desk.failure('comments.setResolved', input)).toMatchObject({ code: 'not-found' });
  const empty = { ...thread, commentId: newId(), text: ' \n ' };
  expect(await desk.failure('comments.reply', empty)).toMatchObject({ code: 'invalid-input' });
});

test('an open comment is a point of the gate until it is resolved', async () => {
  const { desk, articleId, thread } = await begun();
  const points = async () =>
    (await desk.call('finish.gate', { articleId })).filter(({ code }) => code === 'comments-open');
  expect(await points()).toMatchObject([
    { count: 1, example: 'Since when?\nAsk.', blocking: false },
  ]);
  await desk.call('comments.setResolved', { ...thread, resolved: true });
  expect(await points()).toEqual([]);
});
