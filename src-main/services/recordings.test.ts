import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibraryFolder } from '../library/open';
import { type Desk, fileOf, HEARING, importSource, newId, openDesk } from '../testing/desk';
import type { ServedMedia } from './context';

/** Nobody listens to it here: any bytes are as good. */
const SOUND = Buffer.from('RIFF$\u0000\u0000\u0000WAVEfmt and so on, for a while');

function pick(desk: Desk, name: string, bytes: Uint8Array = SOUND): string {
  const path = join(desk.folder, name);
  writeFileSync(path, bytes);
  const token = newId();
  desk.host.grantFile(token, path);
  return token;
}

const attach = (desk: Desk, sourceId: string, token: string) =>
  desk.call('recordings.attach', { jobId: newId(), sourceId, token });

function originalsOf(desk: Desk): string[] {
  const folder = join(desk.folder, 'originals');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

test('a recording is kept with its bytes, opened, taken away and given back', async () => {
  const served: ServedMedia[] = [];
  const desk = await openDesk({ serveMedia: async (media) => void served.push(media) });
  const { sourceId } = await importSource(desk);
  expect(await desk.call('recordings.of', { sourceId })).toEqual({ recording: null });
  expect((await desk.failure('recordings.open', { sourceId })).code).toBe('not-found');

  const { recordingId, previous } = await attach(desk, sourceId, pick(desk, 'hearing.wav'));
  expect(previous).toBeNull();
  const { recording } = await desk.call('recordings.of', { sourceId });
  expect(recording).toEqual({
    id: recordingId,
    mediaType: 'audio/wav',
    fileName: 'hearing.wav',
    size: SOUND.length,
  });
  const { token } = await desk.call('recordings.open', { sourceId });
  expect(served).toEqual([{ token, path: expect.any(String), mediaType: 'audio/wav' }]);
  expect(readFileSync(served[0]!.path)).toEqual(SOUND);
  expect(token).not.toBe((await desk.call('recordings.open', { sourceId })).token);

  const choose = (id: string | null) =>
    desk.call('recordings.choose', { sourceId, recordingId: id });
  expect(await choose(null)).toEqual({ previous: recordingId });
  expect((await desk.call('recordings.of', { sourceId })).recording).toBeNull();
  expect(await choose(recordingId)).toEqual({ previous: null });
  expect((await desk.call('recordings.of', { sourceId })).recording?.id).toBe(recordingId);
  expect(desk.events.some(({ event }) => event === 'sources.changed')).toBe(true);
});

test('another recording takes the place of the one before; the same bytes are the same one', async () => {
  const desk = await openDesk();
  const { sourceId } = await importSource(desk);
  const first = await attach(desk, sourceId, pick(desk, 'a.mp3'));
  const second = await attach(desk, sourceId, pick(desk, 'b.mp4', Buffer.from('film')));
  expect(second.previous).toBe(first.recordingId);
  expect((await desk.call('recordings.of', { sourceId })).recording).toMatchObject({
    id: second.recordingId,
    mediaType: 'video/mp4',
  });
  const again = await attach(desk, sourceId, pick(desk, 'c.mp3'));
  expect(again).toEqual({ recordingId: first.recordingId, previous: second.recordingId });
});

test('what is no recording, or cannot be read, changes nothing', async () => {
  const desk = await openDesk();
  const { sourceId } = await importSource(desk);
  const jobId = newId();
  const code = async (token: string, id = sourceId) =>
    (await desk.failure('recordings.attach', { jobId, sourceId: id, token })).code;
  const before = originalsOf(desk);
  expect(await code(pick(desk, 'notes.txt'))).toBe('recording-unsupported');
  expect(await code(pick(desk, 'silence.mp3', new Uint8Array()))).toBe('file-empty');
  mkdirSync(join(desk.folder, 'folder.mp3'));
  const folder = newId();
  desk.host.grantFile(folder, join(desk.folder, 'folder.mp3'));
  expect(await code(folder)).toBe('file-unreadable');
  expect(await code(newId())).toBe('not-found');
  expect(await code(pick(desk, 'a.mp3'), newId())).toBe('not-found');
  expect(originalsOf(desk)).toEqual(before);
  const other = (await importSource(desk, 'other.txt', 'Words.')).sourceId;
  const { recordingId } = await attach(desk, other, pick(desk, 'b.mp3'));
  expect((await desk.failure('recordings.choose', { sourceId, recordingId })).code).toBe(
    'not-found',
  );
});

test('a long recording tells how far it is, and can be cancelled', async () => {
  const desk = await openDesk();
  const { sourceId } = await importSource(desk);
  const bytes = Buffer.alloc(9 * 1024 * 1024 + 5, 'sound');
  const token = pick(desk, 'long.flac', bytes);
  const before = originalsOf(desk);
  const jobId = newId();
  const cancelled = desk.failure('recordings.attach', { jobId, sourceId, token });
  desk.host.on((event) => {
    if (event === 'recordings.progress') void desk.host.call('jobs.cancel', { jobId });
  });
  expect((await cancelled).code).toBe('cancelled');
  expect(originalsOf(desk)).toEqual(before);
  expect((await desk.call('recordings.of', { sourceId })).recording).toBeNull();

  await desk.reopen();
  desk.host.grantFile(token, join(desk.folder, 'long.flac'));
  desk.events.length = 0;
  const whole = newId();
  await desk.call('recordings.attach', { jobId: whole, sourceId, token });
  const last = desk.events.filter(({ event }) => event === 'recordings.progress').at(-1);
  expect(last?.payload).toEqual({
    jobId: whole,
    name: 'long.flac',
    done: bytes.length,
    total: bytes.length,
  });
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(originalsOf(desk)).toContain(hash);
});

test('what a crash left of a copy is swept away', async () => {
  const desk = await openDesk();
  const incoming = join(desk.folder, 'originals', '.incoming');
  mkdirSync(incoming, { recursive: true });
  writeFileSync(join(incoming, 'half'), 'half of a film');
  await desk.reopen();
  expect(existsSync(incoming)).toBe(false);
});

test('a recording whose bytes are gone, or are others, is not served', async () => {
  const served: ServedMedia[] = [];
  const desk = await openDesk({ serveMedia: async (media) => void served.push(media) });
  const { sourceId } = await importSource(desk);
  await attach(desk, sourceId, pick(desk, 'hearing.wav'));
  await desk.call('recordings.open', { sourceId });
  rmSync(served[0]!.path);
  const failure = await desk.failure('recordings.open', { sourceId });
  expect([failure.code, failure.data]).toEqual(['file-unreadable', { name: 'hearing.wav' }]);
  expect(served).toHaveLength(1);
});

test('the recording of a confidential source is in the private file alone, wherever it was before', async () => {
  const desk = await openDesk();
  const { sourceId } = await importSource(desk, 'talk.txt', 'Nobody is to know that I said so.');
  const { recordingId } = await attach(desk, sourceId, pick(desk, 'talk with the deputy.m4a'));
  await desk.call('sources.update', { sourceId, details: { disclosure: 'confidential' } });
  expect((await desk.call('recordings.of', { sourceId })).recording?.id).toBe(recordingId);
  const second = await attach(desk, sourceId, pick(desk, 'second talk.m4a', Buffer.from('more')));
  desk.host.close();
  const shared = readFileSync(join(desk.folder, 'library.db'));
  const library = openLibraryFolder(desk.folder);
  const count = (home: string) =>
    library.db.prepare(`SELECT id FROM ${home}.recording ORDER BY id`).pluck().all();
  const names = (home: string) =>
    library.db.prepare(`SELECT file_name FROM ${home}.original`).pluck().all() as string[];
  const found = { main: count('main'), private: count('private'), shared: names('main') };
  library.close();
  expect(found.main).toEqual([]);
  expect(found.private).toEqual([recordingId, second.recordingId]);
  expect(found.shared).toEqual([]);
  expect(shared.includes('talk with the deputy')).toBe(false);
  expect(shared.includes('second talk')).toBe(false);
  await desk.reopen();
});

test('words in the bin keep their recording', async () => {
  const desk = await openDesk();
  const { sourceId } = await importSource(desk, 'talk.txt', 'Words.');
  const { recordingId } = await attach(desk, sourceId, pick(desk, 'talk.opus'));
  await desk.call('sources.remove', { sourceId });
  await desk.call('sources.import', { jobId: newId(), files: [fileOf('talk.txt', 'Words.')] });
  expect((await desk.call('recordings.of', { sourceId })).recording?.id).toBe(recordingId);
});

/** Names that came in, and what was refused with its reason, of files that are picked together. */
async function importPicked(desk: Desk, files: Record<string, string>) {
  const tokens = Object.entries(files).map(([name, text]) => pick(desk, name, Buffer.from(text)));
  const result = await desk.call('sources.import', {
    jobId: newId(),
    files: tokens.map((token) => ({ from: 'granted', token })),
  });
  return {
    ids: result.imported.map(({ sourceId }) => sourceId),
    names: result.imported.map(({ name }) => name),
    skipped: result.skipped.map(({ name, code }) => `${name}: ${code}`),
  };
}

const fileNameOf = async (desk: Desk, sourceId: string | undefined) =>
  (await desk.call('recordings.of', { sourceId: sourceId! })).recording?.fileName ?? null;

test('recordings come in with the words of the same name', async () => {
  const desk = await openDesk();
  const { ids, names, skipped } = await importPicked(desk, {
    'hearing.mp3': 'sound',
    'hearing.en.vtt': HEARING,
    'notes.txt': 'A note.',
    'silence.wav': 'no words',
    'film.mp4': 'pictures',
    'film.wav': 'the sound of the film',
    'film.txt': 'What was said.',
  });
  expect(names).toEqual(['hearing.en.vtt', 'notes.txt', 'film.txt']);
  expect(await Promise.all(ids.map((id) => fileNameOf(desk, id)))).toEqual([
    'hearing.mp3',
    null,
    'film.mp4',
  ]);
  expect(skipped.toSorted()).toEqual([
    'film.wav: recording-spare',
    'silence.wav: recording-without-words',
  ]);
});

test('words that were in the library before get their recording, and keep one that they have', async () => {
  const desk = await openDesk();
  const [first] = (await importPicked(desk, { 'hearing.vtt': HEARING })).ids;
  const again = await importPicked(desk, { 'hearing.vtt': HEARING, 'hearing.mp3': 'sound' });
  expect(again.ids).toEqual([first]);
  expect(await fileNameOf(desk, first)).toBe('hearing.mp3');
  await importPicked(desk, { 'hearing.vtt': HEARING, 'hearing.ogg': 'other sound' });
  expect(await fileNameOf(desk, first)).toBe('hearing.mp3');
});

test('a folder’s recordings go with the words in the same folder', async () => {
  const desk = await openDesk();
  const folder = join(desk.folder, 'talks');
  for (const day of ['monday', 'tuesday']) {
    mkdirSync(join(folder, day), { recursive: true });
    writeFileSync(join(folder, day, 'talk.srt'), `1\n00:00:01,000 --> 00:00:02,000\n${day}\n`);
  }
  writeFileSync(join(folder, 'tuesday', 'talk.m4a'), 'sound');
  writeFileSync(join(folder, 'lost.m4a'), 'sound without words');
  const token = newId();
  desk.host.grantFolder(token, folder);
  const { imported, skipped } = await desk.call('sources.import', {
    jobId: newId(),
    files: [],
    folders: [token],
  });
  const found = await Promise.all(
    imported.map(async ({ name, sourceId }) => [name, await fileNameOf(desk, sourceId)]),
  );
  expect(found).toEqual([
    ['talks/monday/talk.srt', null],
    ['talks/tuesday/talk.srt', 'talk.m4a'],
  ]);
  expect(skipped).toMatchObject([{ name: 'talks/lost.m4a', code: 'recording-without-words' }]);
});
