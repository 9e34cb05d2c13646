import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import type { Input, Method, Output } from '../../src-shared/contract';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import { PersonKindSchema } from '../../src-shared/model/person';
import type { QuotationView } from '../../src-shared/model/quotation';
import {
  DisclosureSchema,
  MediumSchema,
  SourceKindSchema,
  TermsSchema,
} from '../../src-shared/model/source';
import { findPassages, indexSource } from '../../src-shared/quotation/align/align';

/** `sample.json`: what becomes of the files beside it. Quotations and passages are named by their words. */
const RecipeSchema = v.object({
  article: v.object({ file: v.string(), section: v.exactOptional(v.string()) }),
  sources: v.array(
    v.object({
      file: v.string(),
      title: v.string(),
      kind: SourceKindSchema,
      medium: MediumSchema,
      terms: TermsSchema,
      disclosure: DisclosureSchema,
      description: v.exactOptional(v.string()),
      date: v.exactOptional(v.string()),
      url: v.exactOptional(v.string()),
    }),
  ),
  people: v.array(
    v.object({
      name: v.string(),
      affiliation: v.string(),
      role: v.string(),
      kind: v.optional(PersonKindSchema, 'person'),
    }),
  ),
  links: v.array(
    v.object({
      /** How the quotation begins, without its quotation marks. */
      quotation: v.string(),
      source: v.string(),
      passage: v.string(),
      speaker: v.string(),
    }),
  ),
  /** How the stretches begin that are marked "not a quotation". */
  notQuotations: v.array(v.string()),
});

type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

/**
 * Fills a new library from a folder with a recipe, by the same calls that an editor's actions make.
 * Throws where the recipe, a file, a quotation or a passage is not there.
 */
export async function fillWithSample(call: Call, folder: string): Promise<void> {
  const recipe = v.parse(
    RecipeSchema,
    JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')),
  );
  const read = async (name: string): Promise<IncomingFile> => ({
    from: 'bytes',
    name,
    bytes: new Uint8Array(await readFile(join(folder, name))),
  });

  const sourceIds = new Map<string, string>();
  for (const { file, ...details } of recipe.sources) {
    const { imported } = await call('sources.import', {
      jobId: newId(),
      files: [await read(file)],
    });
    const sourceId = found(imported[0]?.sourceId, `source ${file}`);
    await call('sources.update', { sourceId, details });
    sourceIds.set(file, sourceId);
  }

  const { articleId } = await call('articles.import', { file: await read(recipe.article.file) });
  const { section } = recipe.article;
  if (section) await call('articles.update', { articleId, details: { section } });

  const personIds = new Map((await call('people.list', {})).map(({ name, id }) => [name, id]));
  for (const person of recipe.people) {
    const known = personIds.get(person.name);
    if (known) await call('people.update', { personId: known, details: person });
    else {
      const details = { ...person, url: null };
      personIds.set(person.name, (await call('people.create', { details })).personId);
    }
  }

  await call('articles.enter', { articleId });
  const { quotations } = await call('articles.open', { articleId });
  for (const { quotation, source, passage, speaker } of recipe.links) {
    const quotationId = findQuotation(quotations, quotation);
    const sourceId = found(sourceIds.get(source), `source ${source}`);
    const { text, versionId } = await call('sources.read', { sourceId });
    const target = { sourceVersionId: versionId, ...findWords(text, passage) };
    const speakerId = found(personIds.get(speaker), `person ${speaker}`);
    await call('quotations.setLinks', { articleId, links: [{ quotationId, target, speakerId }] });
  }
  for (const words of recipe.notQuotations) {
    const quotationId = findQuotation(quotations, words);
    await call('quotations.setDismissed', { articleId, quotationId, dismissed: true });
  }
}

function findQuotation(quotations: readonly QuotationView[], words: string): string {
  const wanted = fold(words);
  const quotation = quotations.find(({ text }) =>
    fold(text)
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .startsWith(wanted),
  );
  return found(quotation?.id, `quotation "${words}"`);
}

function findWords(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start >= 0) return { start, end: start + words.length };
  const [passage] = findPassages(indexSource(text), words, { limit: 1 });
  const { start: from, end } = found(passage, `passage "${words}"`);
  return { start: from, end };
}

function fold(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The sample has no ${what}.`);
  return value;
}
