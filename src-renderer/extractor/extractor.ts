import { StetError } from '../../src-shared/errors';
import { extractSource } from '../../src-shared/import/extract';

/*
 * The extractor's page: reads one foreign file at a time for the library process and answers its
 * text. It has no way to anything but this port.
 */

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data?.type !== 'extractor-port') return;
  const port = event.ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<{ name: string; bytes: Uint8Array }>) => {
    port.postMessage(extract(data.name, data.bytes));
  };
});

function extract(name: string, bytes: Uint8Array) {
  try {
    return { ok: true, extraction: extractSource(name, bytes) };
  } catch (error) {
    return { ok: false, code: error instanceof StetError ? error.code : 'file-unreadable' };
  }
}
