import type { OwnArticle } from '../../src-shared/document/assemble-own';
import { StetError } from '../../src-shared/errors';
import { readArticle } from '../../src-shared/import/article';
import { extractSources } from '../../src-shared/import/extract';
import { drawPage, type PageRequest } from './draw-page';
import type { KeptPageRequest } from './keep-page';

/*
 * The extractor's page: reads one foreign file at a time for the library process and answers its
 * text or the article in it, draws a page of it, or makes a saved web page harmless. It has no way to anything but this port.
 */

type Request =
  | { type: 'extract'; name: string; bytes: Uint8Array }
  | { type: 'article'; name: string; bytes: Uint8Array; own?: OwnArticle }
  | { type: 'extract-several'; files: { name: string; bytes: Uint8Array }[] }
  | PageRequest
  | KeptPageRequest;

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data?.type !== 'extractor-port') return;
  const port = event.ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<Request>) => {
    void answerTo(data).then((message) => port.postMessage(message));
  };
});

async function answerTo(request: Request) {
  if (request.type === 'page') return drawPage(request);
  if (request.type === 'kept-page') return (await import('./keep-page')).keepPage(request);
  if (request.type === 'article') return readOne(request.name, request.bytes, request.own);
  if (request.type === 'extract') return extract(request.name, request.bytes);
  const answers: unknown[] = [];
  for (const { name, bytes } of request.files) answers.push(await extract(name, bytes));
  return answers;
}

async function extract(name: string, bytes: Uint8Array) {
  try {
    return { ok: true, extractions: await extractSources(name, bytes) };
  } catch (error) {
    return failed(error);
  }
}

async function readOne(name: string, bytes: Uint8Array, own?: OwnArticle) {
  try {
    return { ok: true, ...(await readArticle(name, bytes, own)) };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown) {
  return { ok: false, code: error instanceof StetError ? error.code : 'file-unreadable' };
}
