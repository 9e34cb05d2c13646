import type { Command } from 'commander';
import { type Run, write, writeJson } from './io';
import { withLibrary } from './library';
import { oneLine } from './listing';

export function addList(program: Command, run: Run): void {
  program
    .command('list')
    .description('list the articles and sources of a library, with their ids')
    .requiredOption('--library <dir>', "the library's folder")
    .option(
      '--json',
      'print {articles, sources, collections} as JSON; a source has the ids of its collections',
    )
    .addHelpText('after', HELP)
    .action((options: { library: string; json?: true }) => list(options, run));
}

async function list(options: { library: string; json?: true }, { io }: Run): Promise<void> {
  const found = await withLibrary(options.library, 'read', async (library) => ({
    articles: await library.call('articles.list', {}),
    sources: await library.call('sources.list', {}),
    collections: await library.call('collections.list', {}),
  }));
  if (options.json) return writeJson(io, found);
  const lines = [
    ...found.articles.map(({ id, headline, quotationCount, openCount }) =>
      [id, 'article', oneLine(headline), `${quotationCount} quotations, ${openCount} open`].join(
        '\t',
      ),
    ),
    ...found.sources.map(({ id, title, kind, fileName }) =>
      [id, 'source', oneLine(title), `${kind}, ${fileName}`].join('\t'),
    ),
  ];
  await write(io.stdout, lines.map((line) => `${line}\n`).join(''));
}

const HELP = `
Prints one line each: id, "article" or "source", headline or title, and what it is. Reads only: the
library may be open in Stet.

Example:
  stet list --library ~/desk`;
