import type {
  EventMessage,
  EventName,
  EventPayload,
  Input,
  Method,
  Output,
  RequestMessage,
  ResponseMessage,
} from '../src-shared/contract';
import { StetError } from '../src-shared/errors';
import { keyFrames } from './key-frames';

/*
 * The window's end of the port to the library process. Main hands a new port whenever the process
 * starts; what was asked of the one before and not answered fails with `process-gone`, because nobody
 * can know whether it was done. What is asked while there is no port waits for the next one.
 */

interface PendingCall {
  resolve(output: unknown): void;
  reject(error: StetError): void;
}

/** How long a call waits for a process to be there. */
const PORT_LIMIT_MS = 15_000;

export interface Bridge {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Takes the port of a process that has just started. */
  connect(port: MessagePort): void;
  /** The process ended: what it has not answered fails with `process-gone`. */
  disconnect(): void;
}

/** Makes a bridge that is not connected yet; the window has one (below), tests make their own. */
export function createBridge(): Bridge {
  const pending = new Map<number, PendingCall>();
  let waiting: RequestMessage[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  let port: MessagePort | null = null;
  let lastId = 0;

  function receive(message: ResponseMessage | EventMessage) {
    if ('event' in message) {
      for (const listener of listeners.get(message.event) ?? []) listener(message.payload as never);
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.ok) call?.resolve(message.output);
    else call?.reject(new StetError(message.error.code, message.error.data));
  }

  function disconnect() {
    port?.close();
    port = null;
    const unsent = new Set(waiting.map((message) => message.id));
    for (const [id, call] of pending) {
      if (unsent.has(id)) continue;
      pending.delete(id);
      call.reject(new StetError('process-gone'));
    }
  }

  /** Nobody is there to ask: the next process is, or the call fails within a limit. */
  function wait(message: RequestMessage) {
    waiting.push(message);
    setTimeout(() => {
      if (!waiting.includes(message)) return;
      waiting = waiting.filter((one) => one !== message);
      pending.get(message.id)?.reject(new StetError('process-gone'));
      pending.delete(message.id);
    }, PORT_LIMIT_MS);
  }

  return {
    call(method, input) {
      lastId += 1;
      const message: RequestMessage = { id: lastId, method, input };
      return new Promise((resolve, reject) => {
        pending.set(message.id, { resolve: resolve as (output: unknown) => void, reject });
        if (port) port.postMessage(message);
        else wait(message);
      });
    },
    on(event, listener) {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known);
      known.add(listener as (payload: never) => void);
      return () => known.delete(listener as (payload: never) => void);
    },
    connect(next) {
      disconnect();
      port = next;
      next.onmessage = (event: MessageEvent<ResponseMessage | EventMessage>) =>
        keyFrames.behind(() => {
          // A port that was left meanwhile has nothing more to say.
          if (port === next) receive(event.data);
        });
      for (const message of waiting) next.postMessage(message);
      waiting = [];
    },
    disconnect,
  };
}

const bridge = createBridge();

/**
 * Asks the library process for something; see `contract.ts` for inputs and outputs. Rejects with a
 * StetError, and with `process-gone` where the process ended before it answered.
 */
export const call = bridge.call;

/** Listens to what the library announces; answers the function that stops it. */
export const on = bridge.on;

/** Waits for ports from the preload script. Called once, before anything else asks for something. */
export function listenForPort(target: Window) {
  target.addEventListener('message', (event: MessageEvent) => {
    const isOurs = event.source === target && event.data?.type === 'stet-port';
    if (isOurs && event.ports[0]) bridge.connect(event.ports[0]);
  });
  target.stet.onEvent((event) => {
    if (event.type === 'library-process' && event.state === 'gone') bridge.disconnect();
  });
}
