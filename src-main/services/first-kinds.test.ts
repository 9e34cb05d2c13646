import { expect, test } from 'vitest';
import { importSource, newId, openDesk } from '../testing/desk';

test('of what came in, transcripts are said to be a machine’s, all in one go, and taken back', async () => {
  const desk = await openDesk();
  const hearing = (await importSource(desk)).sourceId;
  const letter = (await importSource(desk, 'The ferry leaves at seven.', 'letter.txt')).sourceId;
  const second = (await importSource(desk, 'WEBVTT\n\n00:01.000 --> 00:02.000\nNo.', 'no.vtt'))
    .sourceId;
  await desk.call('sources.update', { sourceId: second, details: { disclosure: 'confidential' } });
  const sourceIds = [second, letter, hearing];
  const transcripts = () => desk.call('sources.transcripts', { sourceIds });
  const plain = [second, hearing].map((sourceId) => ({ sourceId, kind: 'extraction' as const }));
  expect(await transcripts()).toEqual(plain);

  const machine = plain.map(({ sourceId }) => ({ sourceId, kind: 'machine' as const }));
  const { previous } = await desk.call('sources.setFirstKinds', { kinds: machine });
  expect(previous).toEqual(plain);
  expect(await transcripts()).toEqual(machine);
  expect((await desk.call('sources.read', { sourceId: hearing })).versions[0]!.kind).toBe(
    'machine',
  );
  await desk.call('sources.setFirstKinds', { kinds: previous });
  expect(await transcripts()).toEqual(plain);

  // All of them or none.
  const withGone = [machine[0]!, { sourceId: newId(), kind: 'machine' as const }];
  expect((await desk.failure('sources.setFirstKinds', { kinds: withGone })).code).toBe('not-found');
  expect(await transcripts()).toEqual(plain);
});
