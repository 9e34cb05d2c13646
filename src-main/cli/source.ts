import type { Command } from 'commander';
import { type Run, write } from './io';
import { withLibrary } from './library';

export function addSource(program: Command, run: Run): void {
  const source = program
    .command('source')
    .description('print what a library holds of one source')
    .addHelpText('after', EXAMPLE);
  source
    .command('text')
    .description('print the text that Stet reads in a source, in its current version')
    .argument('<id>', 'the id of a source, as "stet list" prints it')
    .requiredOption('--library <dir>', "the library's folder")
    .addHelpText('after', HELP)
    .action((id: string, options: { library: string }) => printText(id, options, run));
}

async function printText(id: string, options: { library: string }, { io }: Run): Promise<void> {
  const { text } = await withLibrary(options.library, 'read', (library) =>
    library.call('sources.read', { sourceId: id }),
  );
  // As it is, without a line break of ours: the offsets of other commands count in it.
  await write(io.stdout, text);
}

const EXAMPLE = `
Example:
  stet source text 0199c1c2-8f5a-7c3e-9a51-3a1f5d2c7b10 --library ~/desk`;

const HELP = `
The offsets of "stet match" count in this text, in UTF-16 code units. Reads only: the library may be
open in Stet.
${EXAMPLE}`;
