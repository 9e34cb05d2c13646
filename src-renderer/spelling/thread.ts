import type { Checker } from '../../src-shared/spelling/checkers';
import type { Problem } from '../../src-shared/spelling/problem';
import type { DictionaryFiles, SpellingAnswer, SpellingRequest } from './checker';

/** A checker in a thread of its own. */
export interface SpellingThread {
  /** The problems of each text. Rejects where the checker cannot be had. */
  check(texts: readonly string[]): Promise<Problem[][]>;
  suggest(word: string): Promise<string[]>;
  close(): void;
}

interface Waiting {
  resolve(answer: SpellingAnswer): void;
  reject(error: Error): void;
}

/**
 * Starts the thread for a checker.
 *
 * @param filesOf reads the dictionary of this computer that the checker names
 * @param onOpened told when it is ready to read
 */
export function startSpelling(
  checker: Checker,
  filesOf: (dictionaryId: string) => Promise<DictionaryFiles>,
  onOpened: () => void,
): SpellingThread {
  const worker = new Worker(new URL('./spelling.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let failure: Error | null = null;

  function fail(error: Error) {
    failure = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  worker.onmessage = ({ data }: MessageEvent<SpellingAnswer>) => {
    if (data.type === 'opened') onOpened();
    else if (data.type === 'failed') fail(new Error(data.message));
    else {
      waiting.get(data.id)?.resolve(data);
      waiting.delete(data.id);
    }
  };
  worker.onerror = (event) => fail(new Error(event.message || 'The checker ended.'));

  const post = (request: SpellingRequest) => worker.postMessage(request);
  const opening = (async () => {
    const files = 'dictionaryId' in checker ? await filesOf(checker.dictionaryId) : null;
    post({ type: 'open', checker, files });
  })();
  opening.catch((error: unknown) =>
    fail(error instanceof Error ? error : new Error(String(error))),
  );

  async function ask(request: (id: number) => SpellingRequest): Promise<SpellingAnswer> {
    await opening;
    if (failure) throw failure;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post(request(id));
    });
  }

  return {
    async check(texts) {
      const answer = await ask((id) => ({ type: 'check', id, texts }));
      return answer.type === 'checked' ? answer.problems : [];
    },
    async suggest(word) {
      const answer = await ask((id) => ({ type: 'suggest', id, word }));
      return answer.type === 'suggested' ? answer.suggestions : [];
    },
    close: () => fail(new Error('The checker was closed.')),
  };
}
