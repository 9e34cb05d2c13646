import { type Command, InvalidArgumentError } from 'commander';
import type { SearchHit, SearchResult } from '../../src-shared/model/search';
import type { Span } from '../../src-shared/model/span';
import { complain, type Run, write, writeJson } from './io';
import { withLibrary } from './library';
import { oneLine, placeWords } from './listing';

interface Options {
  library: string;
  limit: number;
  json?: true;
}

export function addSearch(program: Command, run: Run): void {
  program
    .command('search')
    .description('find articles, sources, people and notes of a library by their words')
    .argument('<query...>', 'what to look for, as in Stet')
    .requiredOption('--library <dir>', "the library's folder")
    .option('--limit <number>', 'hits of each kind at most, 1 to 50', toLimit, 8)
    .option('--json', 'print {articles, sources, people, notes, behind} as JSON')
    .addHelpText('after', HELP)
    .action((words: string[], options: Options) => search(words, options, run));
}

async function search(words: string[], { library, limit, json }: Options, { io }: Run) {
  // What the shell gives as one word of several is a phrase that was in quotation marks: it is the
  // query itself where there is nothing else.
  const query = words.length === 1 ? words[0]! : words.map(asTyped).join(' ');
  const result = await withLibrary(library, 'read', (opened) =>
    // A space at the end: the last word is a whole one.
    opened.call('search.find', { query: `${query} `, limit }),
  );
  if (json) await writeJson(io, result);
  else
    await write(
      io.stdout,
      lines(result)
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (result.behind > 0) {
    await complain(
      io,
      `${result.behind} not read for searching yet: open the library in Stet, or import into it, and search again`,
    );
  }
}

function asTyped(word: string): string {
  return /\s/.test(word) && !word.includes('"') ? `"${word}"` : word;
}

function lines({ articles, sources, people, notes }: SearchResult): string[] {
  return [articles, sources, people, notes].flatMap(({ hits }) =>
    hits.map((hit) =>
      [hit.id, kindOf(hit), oneLine(hit.title), ...whereOf(hit), snippetOf(hit)].join('\t'),
    ),
  );
}

/** Nothing of a confidential source is to be passed on by mistake: the line says what it is. */
function kindOf(hit: SearchHit): string {
  const kind = hit.kind === 'source-note' ? 'note' : hit.kind;
  return 'isPrivate' in hit && hit.isPrivate ? `${kind} (confidential)` : kind;
}

function whereOf(hit: SearchHit): string[] {
  return [hit.kind === 'source' && hit.place ? placeWords(hit.place).join(', ') : ''];
}

function snippetOf({ snippet }: SearchHit): string {
  if (!snippet) return '';
  return oneLine(
    snippet.hits.reduceRight(
      (text: string, { start, end }: Span) =>
        `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      snippet.text,
    ),
  );
}

function toLimit(given: string): number {
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > 50) {
    throw new InvalidArgumentError('It is a whole number from 1 to 50.');
  }
  return limit;
}

const HELP = `
Prints one line each: id, "article", "source", "person" or "note" (of a confidential source: "source
(confidential)", "note (confidential)"), title, place, and the words around the hit, which stands in
brackets. The title of a note is its source's. Reads only: the library may be open in Stet.

All words have to be there. "\\"exact words\\"" is a phrase, -word leaves out (after --), and
in:articles, in:sources, in:people, in:notes, kind:transcript, terms:embargoed, from:2024-03, to:2025,
speaker:name, tag:name, collection:name narrow the search.

Example:
  stet search --library ~/desk --json harbour kind:transcript
  stet search --library ~/desk -- '"second pier" -ferry'`;
