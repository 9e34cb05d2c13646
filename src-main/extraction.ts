import * as v from 'valibot';
import type { OwnArticle } from '../src-shared/document/assemble-own';
import { ImportedArticleSchema } from '../src-shared/document/imported-article';
import { type ErrorCode, StetError } from '../src-shared/errors';
import { type Extraction, ExtractionSchema } from '../src-shared/model/source';
import type { Extract, ReadArticle } from './services/context';

/*
 * Asks the extractor for the text of files, and for the articles in them. It reads one file at a time, since one that hangs or
 * crashes it must be known by name. Short plain texts do neither and are many: what has gathered of
 * them goes over in one message. If that fails all the same, each is asked for alone.
 */

/** What is wanted of the port to the extractor (extractor-port.ts). */
export interface ExtractionPort {
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  ask(request: unknown, limitMs: number): Promise<unknown>;
}

export type ExtractionRequest =
  | { type: 'extract'; name: string; bytes: Uint8Array }
  | { type: 'article'; name: string; bytes: Uint8Array; own?: OwnArticle }
  | { type: 'extract-several'; files: { name: string; bytes: Uint8Array }[] };

/** A file that takes longer than this to read is named and skipped. */
const LIMIT_MS = 60_000;
const PLAIN = /\.(?:txt|text|md|markdown|vtt|srt)$/i;
const SHORT = 256 * 1024;
const TOGETHER = 64;
const TOGETHER_BYTES = 1024 * 1024;

const RefusalSchema = v.object({
  ok: v.literal(false),
  code: v.picklist([
    'file-unreadable',
    'file-empty',
    'file-protected',
    'file-without-text',
    'file-too-large',
    'format-unsupported',
  ] satisfies ErrorCode[]),
});
const AnswerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), extractions: v.array(ExtractionSchema) }),
  RefusalSchema,
]);
const ArticleAnswerSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    article: ImportedArticleSchema,
    pictures: v.map(v.string(), v.instance(Uint8Array)),
  }),
  RefusalSchema,
]);

interface Waiting {
  name: string;
  bytes: Uint8Array;
  resolve(extractions: Extraction[]): void;
  reject(error: StetError): void;
}

/** Reads files through a port; its answers are parsed like any input. */
export function extractThrough(port: ExtractionPort): Extract {
  let waiting: Waiting[] = [];

  async function alone(name: string, bytes: Uint8Array): Promise<Extraction[]> {
    const answer = await port.ask({ type: 'extract', name, bytes }, LIMIT_MS).catch((cause) => {
      throw new StetError('file-unreadable', { name }, { cause });
    });
    return read(name, answer);
  }

  async function together(): Promise<void> {
    const files = takeSome();
    if (files.length === 0) return;
    const request = files.map(({ name, bytes }) => ({ name, bytes }));
    const answers = await port
      .ask({ type: 'extract-several', files: request }, LIMIT_MS)
      .catch(() => null);
    for (const [number, { name, bytes, resolve, reject }] of files.entries()) {
      try {
        resolve(
          Array.isArray(answers) && answers.length === files.length
            ? read(name, answers[number])
            : await alone(name, bytes),
        );
      } catch (error) {
        reject(error as StetError);
      }
    }
  }

  function takeSome(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const file of waiting) {
      bytes += file.bytes.byteLength;
      if (count > 0 && (count >= TOGETHER || bytes > TOGETHER_BYTES)) break;
      count += 1;
    }
    const some = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return some;
  }

  return (name, bytes) => {
    if (!PLAIN.test(name) || bytes.byteLength > SHORT) {
      return port.inTurn(() => alone(name, bytes));
    }
    return new Promise((resolve, reject) => {
      waiting.push({ name, bytes, resolve, reject });
      // Those that come before its turn go along; for them there is nothing left to do then.
      void port.inTurn(together);
    });
  };
}

/** Reads articles through a port, in turn with the sources; its answers are parsed like any input. */
export function readArticleThrough(port: ExtractionPort): ReadArticle {
  return (name, bytes, own) =>
    port.inTurn(async () => {
      const request: ExtractionRequest = { type: 'article', name, bytes, ...(own ? { own } : {}) };
      const answer = await port.ask(request, LIMIT_MS).catch((cause) => {
        throw new StetError('file-unreadable', { name }, { cause });
      });
      const parsed = v.safeParse(ArticleAnswerSchema, answer);
      if (!parsed.success) throw new StetError('file-unreadable', { name });
      if (!parsed.output.ok) throw new StetError(parsed.output.code, { name });
      return parsed.output;
    });
}

function read(name: string, answer: unknown): Extraction[] {
  const parsed = v.safeParse(AnswerSchema, answer);
  if (!parsed.success) throw new StetError('file-unreadable', { name });
  if (!parsed.output.ok) throw new StetError(parsed.output.code, { name });
  return parsed.output.extractions;
}
