import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { arbitraryDocument } from '../../src-shared/document/arbitrary-document';
import { markQuotations } from '../../src-shared/document/mark-quotations';
import { plainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import type { Article } from '../../src-shared/model/article';
import { CREDIT_ROLES } from '../../src-shared/model/byline';
import type { Span } from '../../src-shared/model/span';
import { jpegWith } from '../../src-shared/picture/testing';
import { type Desk, fileOf, newId, openDesk, textOf } from '../testing/desk';

/*
 * Random articles with quotations of random sources go out with their annotations beside them and come
 * back into another library that has the sources and the people under other ids. A long run:
 * STET_ROUND_TRIPS=500 npx vitest run src-main/services/sidecar-round-trip.test.ts
 */

const RUNS = Number(process.env.STET_ROUND_TRIPS ?? 15);

const folder = mkdtempSync(join(tmpdir(), 'stet-round-trip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOURCES = [
  {
    url: null,
    text: 'The harbour closes. 🚢 The ferry does not. Nobody asked the crews, and nobody will.',
  },
  {
    url: 'https://strandby.example/audit',
    text: 'Not ready. Not ready. Ready at last 🎉, said the 日本 board of audit; not ready, said the rest.',
  },
  {
    url: null,
    text: 'Off we go: one boat, two boats, then four.\n\nFour of them were given, four were lost.',
  },
];
const PEOPLE = ['Mara Lind', 'Ivo Brandt', 'Li Wei'];

interface World {
  desk: Desk;
  sources: { sourceId: string; versionId: string; text: string }[];
  people: string[];
  pictures: string[];
}

async function world(): Promise<World> {
  const desk = await openDesk();
  const sources = [];
  for (const [index, { url, text }] of SOURCES.entries()) {
    const { imported } = await desk.call('sources.import', {
      jobId: newId(),
      files: [fileOf(`source ${index}.txt`, text)],
    });
    const { sourceId } = imported[0]!;
    await desk.call('sources.update', { sourceId, details: { url } });
    const { versionId, text: words } = await desk.call('sources.read', { sourceId });
    sources.push({ sourceId, versionId, text: words });
  }
  const people = [];
  for (const name of PEOPLE) {
    const details = { name, kind: 'person' as const, role: null, affiliation: null, url: null };
    people.push((await desk.call('people.create', { details })).personId);
  }
  const pictures = [];
  for (const width of [40, 50, 60]) {
    const file = {
      from: 'bytes' as const,
      name: 'quay.jpg',
      bytes: new Uint8Array(jpegWith('', { width })),
    };
    pictures.push((await desk.call('pictures.add', { file })).picture);
  }
  return { desk, sources, people, pictures };
}

const line = fc.option(fc.constantFrom('Strandby', 'the “Quay”: harbour & sea', 'C++', '# 1'));
const credit = fc.record({
  person: fc.nat(PEOPLE.length - 1),
  role: fc.constantFrom(...CREDIT_ROLES),
  location: line,
  jobTitle: line,
  affiliation: line,
  staff: fc.constantFrom('staff' as const, 'freelance' as const, 'agency' as const),
});
/** Where quotations are is drawn as numbers, for the text is not known before. */
const quotation = fc.record({
  block: fc.nat(1000),
  start: fc.nat(1000),
  length: fc.integer({ min: 1, max: 60 }),
  source: fc.option(fc.nat(SOURCES.length - 1), { freq: 4 }),
  from: fc.nat(60),
  size: fc.integer({ min: 1, max: 30 }),
  speaker: fc.option(fc.nat(PEOPLE.length - 1)),
});
const article = fc.record({
  document: arbitraryDocument,
  quotations: fc.array(quotation, { maxLength: 5 }),
  credits: fc.uniqueArray(credit, {
    maxLength: 4,
    selector: ({ person, role }) => `${person} ${role}`,
  }),
  style: fc.constantFrom('ap' as const, 'guardian' as const, 'de' as const, 'ja' as const),
  dateline: line,
  tags: fc.uniqueArray(fc.constantFrom('Harbour', 'a: b', '#tag', 'yes', '日本'), { maxLength: 3 }),
  language: fc.constantFrom('en-GB', 'de', 'fr'),
});
type Drawn = typeof article extends fc.Arbitrary<infer T> ? T : never;

/** Stretches of the body that begin and end in a word and do not touch one another. */
function spansOf(document: Document, drawn: Drawn['quotations']): (Span | null)[] {
  const { text, blocks } = plainText(document);
  const body = blocks.filter(({ kind }) => kind !== 'headline' && kind !== 'standfirst');
  const taken: Span[] = [];
  return drawn.map((one) => {
    const block = body[one.block % Math.max(1, body.length)];
    if (!block || block.end === block.start) return null;
    const span = { start: block.start + (one.start % (block.end - block.start)), end: 0 };
    span.end = Math.min(block.end, span.start + one.length);
    // Half a character is none.
    while (span.start < span.end && /[\s\udc00-\udfff]/.test(text[span.start]!)) span.start += 1;
    while (span.end > span.start && /[\s\ud800-\udbff]/.test(text[span.end - 1]!)) span.end -= 1;
    if (span.end <= span.start) return null;
    if (/\p{M}|\u200d/u.test(text[span.start]!)) return null;
    if (taken.some((other) => other.start <= span.end && span.start <= other.end)) return null;
    taken.push(span);
    return span;
  });
}

/** With pictures that the library has in place of those that were made up. */
function withPictures(document: Document, pictures: readonly string[]): Document {
  const json = JSON.stringify(document).replace(/"([abc])\1{63}"/g, (_, letter: string) =>
    JSON.stringify(pictures['abc'.indexOf(letter)]),
  );
  // They are as large as the library says, and none is a dot that counts visitors.
  return JSON.parse(json.replace(/"(width|height)":\d+/g, '"$1":40')) as Document;
}

async function make({ desk, sources, people, pictures }: World, made: Drawn): Promise<Article> {
  const drawn = { ...made, document: withPictures(made.document, pictures) };
  const { articleId } = await desk.call('articles.create', {});
  const spans = spansOf(drawn.document, drawn.quotations);
  const marks = spans.flatMap((span, index) =>
    span ? [{ id: newId(), parts: [span], drawn: drawn.quotations[index]! }] : [],
  );
  const document = markQuotations(drawn.document, marks);
  await desk.call('articles.update', {
    articleId,
    details: {
      language: drawn.language,
      dateline: drawn.dateline,
      tags: drawn.tags,
      section: 'Coast',
    },
  });
  await desk.call('articles.save', { articleId, version: 1, document });
  await desk.call('quotations.setLinks', {
    articleId,
    links: marks.flatMap(({ id, drawn: one }) => {
      const source = one.source === null ? null : sources[one.source]!;
      if (!source) return [];
      let start = one.from;
      let end = Math.min(source.text.length, start + one.size);
      if (/[\udc00-\udfff]/.test(source.text[start]!)) start += 1;
      if (/[\ud800-\udbff]/.test(source.text[end - 1]!)) end += 1;
      const speakerId = one.speaker === null ? null : people[one.speaker]!;
      return [
        { quotationId: id, target: { sourceVersionId: source.versionId, start, end }, speakerId },
      ];
    }),
  });
  await desk.call('bylines.set', {
    articleId,
    style: drawn.style,
    credits: drawn.credits.map(({ person, ...one }) => ({
      ...one,
      personId: people[person]!,
      tier: null,
      note: null,
    })),
  });
  return desk.call('articles.open', { articleId });
}

/** Out of one library and into the other, in one form. */
async function throughFile(from: World, to: World, articleId: string, format: 'markdown' | 'html') {
  const path = join(folder, newId());
  const token = newId();
  const { mkdirSync } = await import('node:fs');
  mkdirSync(path);
  from.desk.host.grantFolder(token, path);
  const { written } = await from.desk.call('exports.write', {
    articleId,
    formats: [format, 'annotations'],
    folder: token,
    replace: true,
  });
  const file = newId();
  to.desk.host.grantFile(file, join(path, written[0]!));
  const answer = await to.desk.call('articles.import', { file: { from: 'granted', token: file } });
  return {
    ...answer,
    article: await to.desk.call('articles.open', { articleId: answer.articleId }),
  };
}

const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** What has to be the same. Characters that no file may hold are spaces in every export. */
function facts({ document, quotations, byline, dateline, language, section, tags }: Article) {
  const spaces = (text: string) => text.replace(UNPRINTABLE, ' ');
  return {
    // One without a line below its headline comes back with one to write in.
    text: spaces(textOf(document)).replace(/\n\n$/, ''),
    links: quotations
      .filter(({ link }) => link !== null)
      .map(({ text, start, end, link, speaker, verdict }) => ({
        text: spaces(text),
        start,
        end,
        passage: [link!.sourceTitle, link!.start, link!.end, link!.exact],
        speaker: speaker?.name ?? null,
        verdict,
      })),
    byline: {
      ...byline,
      raw: null,
      credits: byline.credits.map(({ id: _, personId: __, ...one }) => one),
    },
    details: [dateline, language, section, tags],
  };
}

test.each(['markdown', 'html'] as const)(
  'any article comes back through %s with its text, links and byline',
  async (format) => {
    const [from, to] = [await world(), await world()];
    await fc.assert(
      fc.asyncProperty(article, async (drawn) => {
        const before = await make(from, drawn);
        const { article: after, cameBack } = await throughFile(from, to, before.id, format);
        expect(facts(after)).toEqual(facts(before));
        expect(cameBack).toEqual({
          isUsed: true,
          linked: facts(before).links.length,
          sourcesAdded: 0,
          left: [],
        });
      }),
      { numRuns: RUNS },
    );
  },
  600_000,
);
