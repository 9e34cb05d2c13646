import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { jpegWith, pngWith } from '../src-shared/picture/testing';
import type { Stet } from './app';

/** Stands in every picture for what must not leave the library: place, camera, people. */
export const CANARY = 'CANARY-N59.9139-E10.7522';

/** A PNG of bands of colour. */
export function bandsPng(width: number, height: number, hue: number): Buffer {
  const row = (y: number) => {
    const band = Math.floor((y / height) * 5) * 24;
    const pixel = Buffer.from([(hue + band) % 256, 90 + band, 200 - band]);
    return Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, pixel)]);
  };
  const rows = Array.from({ length: height }, (_, y) => row(y));
  const data = deflateSync(Buffer.concat(rows), { level: 1 });
  return Buffer.from(pngWith(CANARY, data, { width, height }));
}

/** A photograph as a telephone takes it: a JPEG on its side, with place and camera in it. */
export async function photographJpeg(stet: Stet, width: number, height: number): Promise<Buffer> {
  const drawn = await stet.window.evaluate(
    ([wide, high]) => {
      const canvas = document.createElement('canvas');
      canvas.width = wide!;
      canvas.height = high!;
      const context = canvas.getContext('2d')!;
      const sky = context.createLinearGradient(0, 0, 0, high!);
      sky.addColorStop(0, '#27587f');
      sky.addColorStop(0.6, '#e7c28b');
      sky.addColorStop(1, '#3b3a36');
      context.fillStyle = sky;
      context.fillRect(0, 0, wide!, high!);
      context.fillStyle = '#fff6dd';
      context.beginPath();
      context.arc(wide! * 0.7, high! * 0.3, high! * 0.1, 0, 7);
      context.fill();
      return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!;
    },
    [width, height],
  );
  return Buffer.from(
    jpegWith(CANARY, { orientation: 6, around: new Uint8Array(Buffer.from(drawn, 'base64')) }),
  );
}

/** Writes a picture into a folder and answers its path. */
export function writePicture(folder: string, name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

export interface PastedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Drops files on an element, or pastes them and text, as the system would hand them over. */
export async function handOver(
  stet: Stet,
  selector: string,
  event: 'drop' | 'paste',
  { files = [], html = '', text = '' }: { files?: PastedFile[]; html?: string; text?: string },
): Promise<void> {
  await stet.window.evaluate(
    ({ selector, event, files, html, text }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name, { type }));
      }
      if (html) dataTransfer.setData('text/html', html);
      if (text) dataTransfer.setData('text/plain', text);
      const target = document.querySelector(selector)!;
      if (event === 'paste') {
        target.dispatchEvent(
          new ClipboardEvent('paste', {
            bubbles: true,
            cancelable: true,
            clipboardData: dataTransfer,
          }),
        );
        return;
      }
      const box = target.getBoundingClientRect();
      const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...at }),
        );
      }
    },
    {
      ...{ selector, event, html, text },
      files: files.map(({ name, type, bytes }) => ({
        ...{ name, type },
        base64: bytes.toString('base64'),
      })),
    },
  );
}
