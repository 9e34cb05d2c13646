import type { Command } from 'commander';
import * as v from 'valibot';
import type { Run } from './io';
import { answerLines } from './json-lines';
import { withLibrary } from './library';

const LineSchema = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  quote: v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]),
});

export function addMatch(program: Command, run: Run): void {
  program
    .command('match')
    .description('find the passages of a whole library that fit quotations, from standard input')
    .requiredOption('--library <dir>', "the library's folder")
    .requiredOption('--jsonl', 'read and write one JSON object a line')
    .addHelpText('after', HELP)
    .action((options: { library: string }) => match(options, run));
}

async function match(options: { library: string }, { io }: Run): Promise<void> {
  await withLibrary(options.library, 'read', (library) =>
    answerLines(io, LineSchema, async ({ id, quote }) => {
      const parts = typeof quote === 'string' ? [quote] : quote;
      const found = await library.call('quotations.match', { parts });
      return {
        id,
        candidates: found.map(({ sourceId, fileName, start, end, score, verdict }) => ({
          source: sourceId,
          file: fileName,
          start,
          end,
          score,
          verdict,
        })),
      };
    }),
  );
}

const HELP = `
In, one line each:
  {"id": "q1", "quote": "We will not sell the harbour"}   (or an array of parts)
Out, one line each, the best candidate first, none where nothing fits:
  {id, candidates: [{source, file, start, end, score, verdict}]}
"source" is the id of the source and "file" the name that it came in with. Offsets are UTF-16 code
units into its text, which "stet source text ID" prints; verdicts are by the library's house profile.
A line that cannot be answered gives {line, id, error}, and the stream goes on. Reads only: the
library may be open in Stet.

Example:
  stet match --library ~/desk --jsonl < quotes.jsonl`;
