import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBridge } from './bridge';

/** The other end of a port, as the library process has it. */
function openProcess(answer: (message: { id: number; method: string }) => unknown) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event) => {
    const response = answer(event.data);
    if (response !== undefined) port1.postMessage(response);
  };
  open.push(port1);
  return { port: port2, tell: (message: unknown) => port1.postMessage(message) };
}

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

describe('the bridge', () => {
  it('answers calls with what the process answers, each its own', async () => {
    const bridge = createBridge();
    bridge.connect(
      openProcess(({ id, method }) => ({ id, ok: true, output: `answer to ${method}` })).port,
    );
    const answers = await Promise.all([
      bridge.call('articles.list', {}),
      bridge.call('people.list', {}),
    ]);
    expect(answers).toEqual(['answer to articles.list', 'answer to people.list']);
  });

  it('rejects with the code and data of a failure', async () => {
    const bridge = createBridge();
    const error = { code: 'file-empty', data: { name: 'a.txt' } };
    bridge.connect(openProcess(({ id }) => ({ id, ok: false, error })).port);
    await expect(bridge.call('articles.list', {})).rejects.toMatchObject(error);
  });

  it('asks what was asked before there was a process as soon as there is one', async () => {
    const bridge = createBridge();
    const answer = bridge.call('articles.list', {});
    bridge.connect(openProcess(({ id }) => ({ id, ok: true, output: [] })).port);
    await expect(answer).resolves.toEqual([]);
  });

  it('fails what a process that ended has not answered, and asks the next one the rest', async () => {
    const bridge = createBridge();
    bridge.connect(openProcess(() => undefined).port);
    const lost = bridge.call('articles.list', {});
    bridge.disconnect();
    const later = bridge.call('people.list', {});
    await expect(lost).rejects.toMatchObject({ code: 'process-gone' });
    bridge.connect(openProcess(({ id }) => ({ id, ok: true, output: [] })).port);
    await expect(later).resolves.toEqual([]);
  });

  it('gives up where no process comes', async () => {
    vi.useFakeTimers();
    try {
      const answer = expect(createBridge().call('articles.list', {})).rejects.toMatchObject({
        code: 'process-gone',
      });
      await vi.advanceTimersByTimeAsync(20_000);
      await answer;
    } finally {
      vi.useRealTimers();
    }
  });

  it('hands on what the library announces until nobody listens', async () => {
    const bridge = createBridge();
    const process = openProcess(({ id }) => ({ id, ok: true, output: {} }));
    bridge.connect(process.port);
    const heard: unknown[] = [];
    const stop = bridge.on('quotations.changed', (payload) => heard.push(payload));
    const told = { event: 'quotations.changed', payload: { articleId: 'a' } };
    process.tell(told);
    await bridge.call('library.info', {});
    stop();
    process.tell(told);
    await bridge.call('library.info', {});
    expect(heard).toEqual([{ articleId: 'a' }]);
  });
});
