import type { Command } from 'commander';
import type { Impact } from '../../src-shared/model/version';
import { type Run, write, writeJson } from './io';
import { withLibrary } from './library';
import { oneLine } from './listing';

export function addImpact(program: Command, run: Run): void {
  program
    .command('impact')
    .description(
      'list the articles, quotations and claims that a source, and its corrections, touch',
    )
    .argument('[source]', 'the id of a source, as "stet list" prints it; all sources if left out')
    .requiredOption('--library <dir>', "the library's folder")
    .option('--json', 'print {articles, carried, review, unlinked} as JSON')
    .addHelpText('after', HELP)
    .action((sourceId: string | undefined, options: { library: string; json?: true }) =>
      impact(sourceId, options, run),
    );
}

async function impact(
  sourceId: string | undefined,
  options: { library: string; json?: true },
  { io }: Run,
): Promise<void> {
  const found = await withLibrary(options.library, 'read', (library) =>
    sourceId === undefined
      ? library.call('sources.corrected', {})
      : library.call('sources.impact', { sourceId }),
  );
  if (options.json) await writeJson(io, found);
  else await write(io.stdout, linesOf(found).join(''));
}

function linesOf({ articles }: Impact): string[] {
  return articles.flatMap(({ articleId, headline, isFinished, quotations }) =>
    quotations.map(({ kind, quotationId, status, verdict, text }) => {
      const article = `${oneLine(headline)}${isFinished ? ' (finished)' : ''}`;
      return `${[status, verdict ?? kind, articleId, article, quotationId, oneLine(text)].join('\t')}\n`;
    }),
  );
}

const HELP = `
Prints one line for each quotation and claim: what became of it ("review": its words changed in a correction and
nobody has decided; "unlinked": it is linked to nothing and has the old wording; "open", "carried",
"kept", "settled"), its verdict ("claim" of a claim), the article's id and headline, its own id and its words.
Articles that need a look come first. Without a source: everything in "review", of all sources. Reads
only: the library may be open in Stet.

Example:
  stet impact --library ~/desk --json 0199c1c2-8f5a-7c3e-9a51-3a1f5d2c7b10`;
