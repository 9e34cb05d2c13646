import { StetError } from '../../src-shared/errors';
import { extractSources } from '../../src-shared/import/extract';

/*
 * The extractor's page: reads one foreign file at a time for the library process and answers its
 * text. It has no way to anything but this port.
 */

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data?.type !== 'extractor-port') return;
  const port = event.ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<{ name: string; bytes: Uint8Array }>) => {
    void extract(data.name, data.bytes).then((answer) => port.postMessage(answer));
  };
});

async function extract(name: string, bytes: Uint8Array) {
  try {
    return { ok: true, extractions: await extractSources(name, bytes) };
  } catch (error) {
    return { ok: false, code: error instanceof StetError ? error.code : 'file-unreadable' };
  }
}
