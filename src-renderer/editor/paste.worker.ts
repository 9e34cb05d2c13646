import { blocksFromClipboard } from '../../src-shared/document/from-clipboard';

/* The thread that reads much markup while the window goes on. */

self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(blocksFromClipboard(data));
};
