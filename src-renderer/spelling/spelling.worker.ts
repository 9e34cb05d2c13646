import type { Reader, SpellingAnswer, SpellingRequest } from './checker';

/*
 * Reads paragraphs for their spelling and grammar, off the interface's thread. Started when an article
 * is read for the first time, for one language; ended with it, and its memory with it.
 */

interface WorkerScope {
  onmessage: ((event: MessageEvent<SpellingRequest>) => void) | null;
  postMessage(answer: SpellingAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let reader: Promise<Reader> | null = null;

async function open({ checker, files }: SpellingRequest & { type: 'open' }): Promise<Reader> {
  // Only what is needed is loaded: Harper alone is 16 MB.
  if (checker.engine === 'harper') {
    return (await import('./harper-reader')).openHarper(checker.dialect);
  }
  const { openHunspell } = await import('./hunspell-reader');
  if (files) return openHunspell(files);
  if (!('bundled' in checker)) throw new Error('The dictionary is not there.');
  return openHunspell(await (await import('./bundled')).bundledDictionary(checker.bundled));
}

async function answer(request: SpellingRequest): Promise<void> {
  if (request.type === 'open') {
    reader = open(request);
    await reader;
    scope.postMessage({ type: 'opened' });
    return;
  }
  const opened = await reader;
  if (!opened) return;
  if (request.type === 'suggest') {
    const suggestions = opened.suggest(request.word);
    scope.postMessage({ type: 'suggested', id: request.id, suggestions });
    return;
  }
  const problems = [];
  for (const text of request.texts) problems.push(await opened.check(text));
  scope.postMessage({ type: 'checked', id: request.id, problems });
}

scope.onmessage = ({ data }) => {
  answer(data).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ type: 'failed', message });
  });
};
