import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import { afterEach, expect, vi } from 'vitest';
import {
  type EventName,
  type Input,
  type Method,
  methods,
  type Output,
} from '../../src-shared/contract';
import { openPoints } from '../../src-shared/contract/finish';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import { plainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import { StetError } from '../../src-shared/errors';
import { extractSources } from '../../src-shared/import/extract';
import type { Article } from '../../src-shared/model/article';
import type { QuotationView } from '../../src-shared/model/quotation';
import { type Host, type HostOptions, openLibrary } from '../host';

/* What tests at the contract need: a real library in a temporary folder, and words to fill it with. */

// Every write waits for the disk, and others may keep it busy.
vi.setConfig({ testTimeout: 30_000 });

export interface Desk {
  folder: string;
  host: Host;
  events: { event: EventName; payload: unknown }[];
  /** Calls a method; the output has to be exactly what the contract says. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** The code that a call fails with; fails the test where it does not. */
  failure<M extends Method>(method: M, input: Input<M>): Promise<StetError>;
  /** Closes the library and opens it again. */
  reopen(options?: Partial<HostOptions>): Promise<void>;
}

const desks: Desk[] = [];
afterEach(() => {
  for (const { host, folder } of desks.splice(0)) {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

export const extract: HostOptions['extract'] = extractSources;

/** Opens a new library, which is removed after the test. */
export async function openDesk(options: Partial<HostOptions> = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-desk-'));
  const events: Desk['events'] = [];
  const open = async (given: Partial<HostOptions>) => {
    const host = await openLibrary(folder, { extract, ...given });
    host.on((event, payload) => events.push({ event, payload }));
    return host;
  };
  const desk: Desk = {
    folder,
    events,
    host: await open(options),
    async call(method, input) {
      const output = await desk.host.call(method, input);
      expect(v.parse(methods[method].output, output)).toEqual(output);
      return output;
    },
    async failure(method, input) {
      try {
        await desk.host.call(method, input);
      } catch (error) {
        if (error instanceof StetError) return error;
        throw error;
      }
      throw new Error(`${method} did not fail.`);
    },
    async reopen(again = options) {
      desk.host.close();
      desk.host = await open(again);
    },
  };
  desks.push(desk);
  return desk;
}

export function fileOf(name: string, text: string): IncomingFile {
  return { from: 'bytes', name, bytes: new TextEncoder().encode(text) };
}

/** An article in draft: two quotations of Mara Lind, one of them split, and a scare quote. */
export const ARTICLE = `# Harbour to stay open all winter

*The port authority withdraws its plan.*

By Ines Calder and Tom Oakes

STRANDBY – The ferry will run every day until spring.

“The harbour will stay open all winter,” said Mara Lind, the harbour master.

“We asked for twelve boats,” she said, “and we were given four of them.”

Pilots do not believe it. “Nobody has told the crews anything about the second pier,” one wrote.
`;

export const HEARING = `WEBVTT

00:00:05.000 --> 00:00:09.000
<v Mara Lind>The harbour will stay open all winter.

00:00:09.500 --> 00:00:15.000
<v Mara Lind>We asked for twelve boats and we were given four of them.

00:00:16.000 --> 00:00:20.000
<v Jonas Brandt>Nobody told the crews a thing about the second pier.
`;

/** Imports the article and opens it, as a window does; answers it as it is opened. */
export async function importArticle(desk: Desk, text = ARTICLE, name = 'article.md') {
  const { articleId } = await desk.call('articles.import', { file: fileOf(name, text) });
  await desk.call('articles.enter', { articleId });
  return desk.call('articles.open', { articleId });
}

/** Imports one source; answers its id and the version that links are made to. */
export async function importSource(desk: Desk, text = HEARING, name = 'hearing.vtt') {
  const { imported, skipped } = await desk.call('sources.import', {
    jobId: newId(),
    files: [fileOf(name, text)],
  });
  expect(skipped).toEqual([]);
  const { sourceId } = imported[0]!;
  const reading = await desk.call('sources.read', { sourceId });
  return { sourceId, versionId: reading.versionId, text: reading.text };
}

/** The quotation that has these words. */
export function quotationWith(quotations: readonly QuotationView[], words: string): QuotationView {
  const quotation = quotations.find(({ text }) => text.includes(words));
  if (!quotation) throw new Error(`No quotation has the words "${words}".`);
  return quotation;
}

/** The target of a link to these words of a source. */
export function targetOf(source: { versionId: string; text: string }, words: string) {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`The source does not have the words "${words}".`);
  return { sourceVersionId: source.versionId, start, end: start + words.length };
}

/** Marks an article as finished, with somebody's word for whatever its gate has open. */
export async function finishArticle(desk: Desk, articleId: string): Promise<void> {
  const reason = 'Printed like this';
  const open = async () => openPoints(await desk.call('finish.gate', { articleId }));
  const check = { kind: 'accepted' as const, reason };
  const signed = (await open()).flatMap(({ code, quotationIds }) =>
    code.startsWith('quotations-') ? quotationIds : [],
  );
  if (signed.length > 0) {
    await desk.call('quotations.setCheck', { articleId, quotationIds: signed, check });
  }
  // Whoever signs for a quotation signs for its speaker too.
  for (const { code, about } of await open()) {
    await desk.call('finish.accept', { articleId, code, about, reason });
  }
  const { left } = await desk.call('finish.finish', { articleIds: [articleId] });
  expect(left).toEqual([]);
}

/** Replaces words of a document, wherever one text node has them; quotation marks in the data stay. */
export function edited(document: Document, from: string, to: string): Document {
  const json = JSON.stringify(document);
  const quote = (text: string) => JSON.stringify(text).slice(1, -1);
  if (!json.includes(quote(from))) {
    throw new Error(`The document does not have the words "${from}".`);
  }
  return JSON.parse(json.replace(quote(from), quote(to))) as Document;
}

/** Saves the article with other words; answers it as it stands then. */
export async function saveEdit(desk: Desk, article: Article, from: string, to: string) {
  const document = edited(article.document, from, to);
  const { version, quotations } = await desk.call('articles.save', {
    articleId: article.id,
    version: article.version,
    document,
  });
  return { ...article, version, quotations, document };
}

export function textOf(document: Document): string {
  return plainText(document).text;
}

export function readText(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

export { newId };
