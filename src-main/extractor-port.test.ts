import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { ExtractorPort } from './extractor-port';

/** An extractor at the other end of a port: answers with what it was sent, in capitals. */
function extractor(answers = true) {
  const port = new EventEmitter() as EventEmitter & {
    start(): void;
    postMessage(message: string): void;
  };
  const asked: string[] = [];
  port.start = () => {};
  port.postMessage = (message) => {
    asked.push(message);
    if (answers) setImmediate(() => port.emit('message', { data: message.toUpperCase() }));
  };
  return { port: port as unknown as Parameters<ExtractorPort['give']>[0], asked, emitter: port };
}

const LIMIT_MS = 10_000;

test('asks one thing at a time, of an extractor that comes when it is wanted', async () => {
  const { port, asked } = extractor();
  const wanted: boolean[] = [];
  const ours = new ExtractorPort({
    want(restart) {
      wanted.push(restart);
      setImmediate(() => ours.give(port));
    },
  });
  const ask = (word: string) => ours.inTurn(() => ours.ask(word, LIMIT_MS));
  const first = ask('one');
  const second = ask('two');
  expect(await first).toBe('ONE');
  // The second is not asked before the first is answered.
  expect(await Promise.all([second, ask('three')])).toEqual(['TWO', 'THREE']);
  expect(asked).toEqual(['one', 'two', 'three']);
  expect(wanted).toEqual([false]);
});

test('one that dies is replaced, and only what it was asked fails', async () => {
  const dying = extractor(false);
  const next = extractor();
  const wanted: boolean[] = [];
  const ours = new ExtractorPort({
    want(restart) {
      wanted.push(restart);
      if (restart) setImmediate(() => ours.give(next.port));
    },
  });
  ours.give(dying.port);
  const failing = ours.inTurn(() => ours.ask('hostile', LIMIT_MS));
  const after = ours.inTurn(() => ours.ask('harmless', LIMIT_MS));
  setImmediate(() => dying.emitter.emit('close'));
  await expect(failing).rejects.toMatchObject({ code: 'file-unreadable' });
  expect(await after).toBe('HARMLESS');
  expect(wanted[0]).toBe(true);
});

test('one that does not answer in time is replaced', async () => {
  const hanging = extractor(false);
  const wanted: boolean[] = [];
  const ours = new ExtractorPort({ want: (restart) => void wanted.push(restart) });
  ours.give(hanging.port);
  await expect(ours.inTurn(() => ours.ask('endless', 1))).rejects.toMatchObject({
    code: 'file-unreadable',
  });
  expect(wanted).toEqual([true]);
});

test('is let go when nothing was asked for a while, and comes back', async () => {
  const ours = new ExtractorPort({
    want: () => ours.give(extractor().port),
    release: () => released(),
    idleMs: 1,
  });
  let released = () => {};
  const letGo = new Promise<void>((resolve) => {
    released = resolve;
  });
  expect(await ours.inTurn(() => ours.ask('one', LIMIT_MS))).toBe('ONE');
  await letGo;
  expect(await ours.inTurn(() => ours.ask('two', LIMIT_MS))).toBe('TWO');
});
