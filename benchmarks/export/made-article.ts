import { v7 as newId } from 'uuid';
import type { Host } from '../../src-main/host';
import type { QuotationView } from '../../src-shared/model/quotation';
import { makeProse } from '../engine/prose';
import { type Random, seededRandom } from '../engine/random';

/*
 * A long article in a library of its own: made-up prose, with quotations that are linked to made-up
 * sources through the contract, as an editor would.
 */

const SOURCES = 20;
/** UTF-16 code units; about 2,500 words. */
const SOURCE_LENGTH = 16_000;

interface Said {
  /** Which source it is taken from. */
  source: number;
  words: string;
}

export interface MadeArticle {
  articleId: string;
  words: number;
  quotations: number;
}

/**
 * Writes an article of about so many words into the library, with so many quotations, each linked to the
 * passage that it was cut out of.
 */
export async function makeArticle(
  host: Host,
  size: { words: number; quotations: number },
  seed: number,
): Promise<MadeArticle> {
  const random = seededRandom(seed);
  const texts = Array.from({ length: SOURCES }, (_, index) =>
    makeProse(SOURCE_LENGTH, seed * 100 + index).replace(/[“”]/g, ''),
  );
  const said = Array.from({ length: size.quotations }, () => cutOut(texts, random));
  const text = articleText(size.words, said, seed, random);
  const file = { from: 'bytes' as const, name: 'article.md', bytes: bytesOf(text) };
  const { articleId } = await host.call('articles.import', { file });
  const versions = await importSources(host, texts);
  const { quotations } = await host.call('articles.open', { articleId });
  // The same sentence may be quoted twice: the order of the text tells which is which.
  const links = said.flatMap(({ source, words }, index) => {
    const quotation = quotations[index];
    const version = versions[source];
    const isIt = quotation?.text.includes(words) === true;
    return isIt && version ? [linkTo(quotation, version, words)] : [];
  });
  await host.call('quotations.setLinks', { articleId, links });
  return { articleId, words: text.split(/\s+/).length, quotations: links.length };
}

interface Version {
  versionId: string;
  text: string;
}

function linkTo(quotation: QuotationView, { versionId, text }: Version, words: string) {
  const start = text.indexOf(words);
  const target = { sourceVersionId: versionId, start, end: start + words.length };
  return { quotationId: quotation.id, target };
}

/** A whole sentence of 6 to 40 words. */
function cutOut(texts: readonly string[], random: Random): Said {
  for (;;) {
    const source = random.whole(0, texts.length - 1);
    const paragraph = random.pick(texts[source]?.split('\n\n') ?? []);
    const words = random.pick(paragraph.split(/(?<=[.?]) /));
    const count = words.split(' ').length;
    if (count >= 6 && count <= 40 && /^\p{Lu}.*[.?]$/u.test(words)) return { source, words };
  }
}

/** Markdown with headings, links and emphasis here and there, and a quotation every hundred words. */
function articleText(count: number, said: readonly Said[], seed: number, random: Random): string {
  const prose = makeProse(count * 8, seed + 1)
    .replace(/[“”]/g, '')
    .split('\n\n');
  const own = count - said.reduce((sum, { words }) => sum + words.split(' ').length, 0);
  const paragraphs: string[] = [];
  let written = 0;
  for (const paragraph of prose) {
    if (written >= own) break;
    written += paragraph.split(' ').length;
    paragraphs.push(decorated(paragraph, paragraphs.length, random));
  }
  for (const [index, { words }] of said.entries()) {
    const at = Math.floor((index * paragraphs.length) / said.length);
    paragraphs[at] += ` “${words}” said Mara Lind in her report number ${index}.`;
  }
  return `# The long winter of the harbour\n\nBy Ines Calder and Tom Oakes\n\n${paragraphs.join('\n\n')}\n`;
}

function decorated(paragraph: string, index: number, random: Random): string {
  const words = paragraph.split(' ');
  const at = random.whole(1, Math.max(1, words.length - 2));
  words[at] = index % 3 === 0 ? `*${words[at]}*` : (words[at] ?? '');
  if (index % 7 === 0) words.push(`[the plans](https://saltmere.example/plans?number=${index})`);
  return index % 20 === 19 ? `## Part ${index}\n\n${words.join(' ')}` : words.join(' ');
}

async function importSources(host: Host, texts: readonly string[]): Promise<Version[]> {
  const files = texts.map((text, index) => ({
    from: 'bytes' as const,
    name: `report-${index}.txt`,
    bytes: bytesOf(text),
  }));
  const { imported } = await host.call('sources.import', { jobId: newId(), files });
  const versions: Version[] = [];
  for (const { sourceId } of imported) {
    const number = versions.length;
    const url = `https://saltmere.example/reports/${number}`;
    await host.call('sources.update', { sourceId, details: { url, date: '2026-04-20' } });
    const { versionId, text } = await host.call('sources.read', { sourceId });
    versions.push({ versionId, text });
  }
  // Sources are answered in the order in which they came in, which is not always that of the files.
  return texts.map((text) => {
    const start = text.trim().slice(0, 60);
    const found = versions.find((version) => version.text.startsWith(start));
    if (!found) throw new Error('A source did not come in.');
    return found;
  });
}

const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));
