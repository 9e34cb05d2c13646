import { StetError } from '../../src-shared/errors';
import { extractSources } from '../../src-shared/import/extract';
import { drawPage, type PageRequest } from './draw-page';

/*
 * The extractor's page: reads one foreign file at a time for the library process and answers its
 * text, or draws a page of it. It has no way to anything but this port.
 */

type Request =
  | { type: 'extract'; name: string; bytes: Uint8Array }
  | { type: 'extract-several'; files: { name: string; bytes: Uint8Array }[] }
  | PageRequest;

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
  if (request.type === 'extract') return extract(request.name, request.bytes);
  const answers: unknown[] = [];
  for (const { name, bytes } of request.files) answers.push(await extract(name, bytes));
  return answers;
}

async function extract(name: string, bytes: Uint8Array) {
  try {
    return { ok: true, extractions: await extractSources(name, bytes) };
  } catch (error) {
    return { ok: false, code: error instanceof StetError ? error.code : 'file-unreadable' };
  }
}
