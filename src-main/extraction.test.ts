import { expect, test } from 'vitest';
import { StetError } from '../src-shared/errors';
import { extractSources } from '../src-shared/import/extract';
import { type ExtractionRequest, extractThrough } from './extraction';

/** A port as extractor-port.ts has it; `answer` is what the extractor does. */
function portTo(answer: (request: ExtractionRequest) => Promise<unknown>) {
  const asked: ExtractionRequest[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    asked,
    inTurn<T>(work: () => Promise<T>): Promise<T> {
      const result = last.then(work);
      last = result.catch(() => {});
      return result;
    },
    ask(request: unknown) {
      asked.push(request as ExtractionRequest);
      return answer(request as ExtractionRequest);
    },
  };
}

async function extractor(request: ExtractionRequest): Promise<unknown> {
  if (request.type === 'extract-several') {
    return Promise.all(
      request.files.map(({ name, bytes }) => extractor({ type: 'extract', name, bytes })),
    );
  }
  try {
    return { ok: true, extractions: await extractSources(request.name, request.bytes) };
  } catch (error) {
    return { ok: false, code: (error as StetError).code };
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('short texts go over together, each with its own answer', async () => {
  const port = portTo(extractor);
  const extract = extractThrough(port);
  const names = ['one.txt', 'two.md', 'three.srt', 'four.txt'];
  const results = await Promise.allSettled(
    names.map((name) => extract(name, bytesOf(name === 'three.srt' ? '' : `The words of ${name}`))),
  );
  expect(
    results.map((result) =>
      result.status === 'fulfilled' ? result.value[0]?.text : (result.reason as StetError).code,
    ),
  ).toEqual(['The words of one.txt', 'The words of two.md', 'file-empty', 'The words of four.txt']);
  expect(port.asked.length).toBeLessThanOrEqual(2);
});

test('other formats are read one by one', async () => {
  const port = portTo(extractor);
  const extract = extractThrough(port);
  const page = bytesOf('<p>The ferry leaves at seven.');
  await Promise.all([extract('one.html', page), extract('two.html', page)]);
  expect(port.asked.map(({ type }) => type)).toEqual(['extract', 'extract']);
});

test('the one that crashes the extractor is named, and the others are read', async () => {
  const port = portTo(async (request) => {
    if (JSON.stringify(request).includes('bad.txt')) throw new StetError('file-unreadable');
    return extractor(request);
  });
  const extract = extractThrough(port);
  const names = ['one.txt', 'bad.txt', 'two.txt'];
  const results = await Promise.allSettled(names.map((name) => extract(name, bytesOf('Words'))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((results[1] as PromiseRejectedResult).reason).toMatchObject({
    code: 'file-unreadable',
    data: { name: 'bad.txt' },
  });
});

test('an answer that keeps to no form is refused', async () => {
  const extract = extractThrough(portTo(async () => [{ ok: true, extractions: [{ text: 5 }] }]));
  await expect(extract('one.txt', bytesOf('Words'))).rejects.toMatchObject({
    code: 'file-unreadable',
  });
});
