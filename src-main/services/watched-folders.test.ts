import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type Desk, newId, openDesk } from '../testing/desk';

const letter = (number: number) => `Letter ${number}: buoy ${number * 7} has gone.`;

/** Puts a file there that was written a minute ago: nobody has to wait whether it is whole. */
function put(folder: string, name: string, words: string) {
  const path = join(folder, name);
  writeFileSync(path, words);
  const written = Date.now() / 1000 - 60;
  utimesSync(path, written, written);
}

afterEach(() => void vi.useRealTimers());

/** Watches a new folder beside the library's. */
async function watchInbox(desk: Desk) {
  const inbox = join(desk.folder, 'Desk', 'Inbox');
  mkdirSync(inbox, { recursive: true });
  const token = newId();
  desk.host.grantFolder(token, inbox);
  const { folderId } = await desk.call('imports.watch', { token });
  return { inbox, folderId, token };
}

const titles = async (desk: Desk) =>
  (await desk.call('sources.list', {})).map(({ fileName }) => fileName).sort();
const refused = async (desk: Desk) => (await desk.call('imports.watched', {}))[0]?.refused;
const until = (assertion: () => Promise<unknown>) => vi.waitFor(assertion, 20_000);

const arrivals = (desk: Desk) =>
  desk.events.filter(({ event }) => event === 'imports.arrived').map(({ payload }) => payload);

test('what is in a watched folder, and what is put there, comes in by itself', async () => {
  const desk = await openDesk({ watchesFolders: true });
  const { inbox, folderId } = await watchInbox(desk);
  mkdirSync(join(inbox, 'May'));
  put(join(inbox, 'May'), 'first.txt', letter(1));
  await until(async () => expect(await titles(desk)).toEqual(['first.txt']));
  put(inbox, 'second.txt', letter(2));
  await until(async () => expect(await titles(desk)).toEqual(['first.txt', 'second.txt']));
  expect(await desk.call('imports.watched', {})).toEqual([
    { id: folderId, name: join('Desk', 'Inbox'), isThere: true, added: 2, refused: [] },
  ]);
  expect(arrivals(desk)).toMatchObject([{ added: 1 }, { added: 1 }]);
});

test('after a restart only what is new comes in, and nothing comes back from the bin', async () => {
  const desk = await openDesk({ watchesFolders: true });
  const { inbox } = await watchInbox(desk);
  put(inbox, 'first.txt', letter(1));
  await until(async () => expect(await titles(desk)).toEqual(['first.txt']));
  const [source] = await desk.call('sources.list', {});
  await desk.call('sources.remove', { sourceId: source!.id });
  await desk.reopen();
  put(inbox, 'copy-of-first.txt', letter(1));
  put(inbox, 'third.txt', letter(3));
  await until(async () => expect(await titles(desk)).toEqual(['third.txt']));
});

test('a file that cannot be read is listed once, and tried again when it changes', async () => {
  const desk = await openDesk({ watchesFolders: true });
  const { inbox } = await watchInbox(desk);
  put(inbox, 'report.docx', 'not a document yet');
  put(inbox, 'picture.png', 'of no kind that is read');
  await until(async () =>
    expect(await refused(desk)).toEqual([{ name: 'report.docx', code: 'file-unreadable' }]),
  );
  await desk.call('imports.look', {});
  put(inbox, 'note.txt', letter(1));
  await until(async () => expect(await titles(desk)).toEqual(['note.txt']));
  expect(arrivals(desk)).toMatchObject([{ refused: [{ name: 'report.docx' }] }, { refused: [] }]);
  rmSync(join(inbox, 'report.docx'));
  await until(async () => {
    await desk.call('imports.look', {});
    expect(await refused(desk)).toEqual([]);
  });
});

test('a file that is still being written is waited for', async () => {
  const desk = await openDesk({ watchesFolders: true });
  const { inbox } = await watchInbox(desk);
  let words = '';
  // The clock stands still: a machine that is held up between two parts is no file that is whole.
  vi.useFakeTimers({ toFake: ['Date'] });
  for (let part = 0; part < 6; part++) {
    words += `${letter(part)}\n\n`;
    writeFileSync(join(inbox, 'slow.txt'), words);
    await desk.call('imports.look', {});
    await new Promise((done) => setTimeout(done, 250));
    expect(await titles(desk)).toEqual([]);
  }
  vi.useRealTimers();
  await until(async () => expect(await titles(desk)).toEqual(['slow.txt']));
  const [source] = await desk.call('sources.list', {});
  expect((await desk.call('sources.read', { sourceId: source!.id })).text).toContain('Letter 5');
  expect(await titles(desk)).toHaveLength(1);
});

test('a folder that is moved away is said once, and found again', async () => {
  const desk = await openDesk({ watchesFolders: true });
  const { inbox } = await watchInbox(desk);
  put(inbox, 'first.txt', letter(1));
  await until(async () => expect(await titles(desk)).toEqual(['first.txt']));
  renameSync(inbox, `${inbox}-away`);
  await until(async () => {
    await desk.call('imports.look', {});
    expect(await desk.call('imports.watched', {})).toMatchObject([{ isThere: false, added: 1 }]);
  });
  expect(arrivals(desk).filter((one) => !(one as { isThere: boolean }).isThere)).toHaveLength(1);
  renameSync(`${inbox}-away`, inbox);
  put(inbox, 'second.txt', letter(2));
  await until(async () => {
    await desk.call('imports.look', {});
    expect(await titles(desk)).toEqual(['first.txt', 'second.txt']);
  });
  expect(await desk.call('imports.watched', {})).toMatchObject([{ isThere: true }]);
});

test('a folder that is not watched any more can be watched again as it was', async () => {
  const desk = await openDesk({ watchesFolders: true });
  const { inbox, folderId } = await watchInbox(desk);
  put(inbox, 'first.txt', letter(1));
  put(inbox, 'empty.txt', '');
  await until(async () => {
    const [folder] = await desk.call('imports.watched', {});
    expect(folder).toMatchObject({ added: 1, refused: [{ name: 'empty.txt' }] });
  });
  const before = await desk.call('imports.watched', {});
  await desk.call('imports.unwatch', { folderId });
  expect(await desk.call('imports.watched', {})).toEqual([]);
  await desk.call('imports.rewatch', { folderId });
  expect(await desk.call('imports.watched', {})).toEqual(before);
  put(inbox, 'second.txt', letter(2));
  await until(async () => {
    await desk.call('imports.look', {});
    expect(await titles(desk)).toEqual(['first.txt', 'second.txt']);
  });
  expect((await desk.failure('imports.rewatch', { folderId })).code).toBe('not-found');
});

test('a folder is watched once, and no longer when nobody wants it', async () => {
  const desk = await openDesk({ watchesFolders: true });
  const { inbox, folderId, token } = await watchInbox(desk);
  expect(await desk.call('imports.watch', { token })).toEqual({ folderId });
  expect(await desk.call('imports.watched', {})).toHaveLength(1);
  await desk.call('imports.unwatch', { folderId });
  expect(await desk.call('imports.watched', {})).toEqual([]);
  put(inbox, 'late.txt', letter(9));
  await desk.call('imports.look', {});
  await desk.reopen();
  expect(await titles(desk)).toEqual([]);
  expect((await desk.failure('imports.watch', { token: newId() })).code).toBe('not-found');
});
