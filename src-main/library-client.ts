import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
} from 'electron';
import type { WireError } from '../src-shared/errors';
import type { ExtractorPurpose, FromLibrary, ToLibrary } from './library-messages';
import type { PrintedPage, ServedMedia, ServedPage } from './services/context';

export interface LibraryClient {
  /** A new port to the library, for a window. */
  openPort(): MessagePortMain;
  grant(type: 'grant-file' | 'grant-folder', token: string, path: string): void;
  /** Hands an extractor's port to the library. */
  giveExtractor(purpose: ExtractorPurpose, port: MessagePortMain): void;
  /** Closes the library; resolves when it is on disk and the process is gone. */
  close(): Promise<void>;
}

export interface LibraryClientOptions {
  script: string;
  folder: string;
  sampleFolder: string | null;
  onRefused(error: WireError): void;
  onExtractorWanted(purpose: ExtractorPurpose, restart: boolean): void;
  onExtractorIdle(purpose: ExtractorPurpose): void;
  /** The window may play a file from now on. */
  onMedia(media: ServedMedia): void;
  /** The window may show a page from now on. */
  onPage(page: ServedPage): void;
  /** A page is to be printed; answers the PDF. */
  onPrint(page: PrintedPage): Promise<Uint8Array>;
  onPrintCancelled(token: string): void;
  /** The process died and a new one has opened the library; windows need new ports. */
  onRestarted(): void;
  onGone(): void;
}

/** A process that dies this often within the time has a reason; it is not started again. */
const RESTART_LIMIT = 3;
const RESTART_WINDOW_MS = 60_000;

/** Starts the library process and keeps it running. */
export function startLibrary(options: LibraryClientOptions): LibraryClient {
  let child: UtilityProcess;
  let closing: (() => void) | null = null;
  let refused = false;
  const starts: number[] = [];
  const grants: ToLibrary[] = [];

  const start = () => {
    starts.push(Date.now());
    child = utilityProcess.fork(options.script, [], { serviceName: 'Stet library' });
    const started = child;
    child.on('message', (message: FromLibrary) => {
      switch (message.type) {
        case 'refused':
          refused = true;
          options.onRefused(message.error);
          break;
        case 'extractor-wanted':
          options.onExtractorWanted(message.purpose, message.restart);
          break;
        case 'extractor-idle':
          options.onExtractorIdle(message.purpose);
          break;
        case 'serve-media':
          options.onMedia(message.media);
          send({ type: 'served', token: message.media.token });
          break;
        case 'serve-page':
          options.onPage(message.page);
          send({ type: 'served', token: message.page.token });
          break;
        case 'print': {
          const { token } = message.page;
          options.onPrint(message.page).then(
            (pdf) => send({ type: 'printed', token, pdf }),
            (error) => {
              console.error('A page could not be printed:', error);
              send({ type: 'printed', token, pdf: null });
            },
          );
          break;
        }
        case 'print-cancelled':
          options.onPrintCancelled(message.token);
          break;
      }
    });
    child.on('exit', () => {
      if (started !== child) return;
      if (closing) return closing();
      if (refused) return;
      options.onGone();
      const recent = starts.filter((time) => Date.now() - time < RESTART_WINDOW_MS);
      // The window stays open with the words that could not be saved in it.
      if (recent.length > RESTART_LIMIT) return;
      start();
      // A token that the user was given before the crash still stands for the file they picked.
      for (const grant of grants) send(grant);
      options.onRestarted();
    });
    send({ type: 'open', folder: options.folder, sampleFolder: options.sampleFolder });
  };
  const send = (message: ToLibrary, ports: MessagePortMain[] = []) =>
    child.postMessage(message, ports);

  start();
  return {
    openPort() {
      const { port1, port2 } = new MessageChannelMain();
      send({ type: 'window' }, [port1]);
      return port2;
    },
    grant(type, token, path) {
      const message: ToLibrary = { type, token, path };
      grants.push(message);
      send(message);
    },
    giveExtractor(purpose, port) {
      send({ type: 'extractor', purpose }, [port]);
    },
    close: () =>
      new Promise((resolve) => {
        if (child.pid === undefined) return resolve();
        closing = resolve;
        send({ type: 'close' });
      }),
  };
}
