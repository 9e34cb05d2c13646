import { type Command, Option } from 'commander';
import * as v from 'valibot';
import { findPassages, indexSource } from '../../src-shared/quotation/align/align';
import { judgeQuotation } from '../../src-shared/quotation/verdict/verdict';
import { CommandFailure, describeFileError } from './failure';
import type { Run } from './io';
import { answerLines } from './json-lines';
import { namedProfile, profileOption } from './profile';
import { readSourceText } from './source-text';

interface AlignOptions {
  source: string;
  kind: 'spoken' | 'written';
  profile?: string;
}

const LineSchema = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  quote: v.union([v.string(), v.array(v.string())]),
});

export function addAlign(program: Command, run: Run): void {
  program
    .command('align')
    .description('find the passages of one source that fit quotations, from standard input')
    .requiredOption(
      '--source <file>',
      'the source: any file that "stet import" takes and that holds one source',
    )
    .requiredOption('--jsonl', 'read and write one JSON object a line')
    .addOption(
      new Option('--kind <kind>', 'how the source came about')
        .choices(['spoken', 'written'])
        .default('written'),
    )
    .addOption(profileOption('strict'))
    .addHelpText('after', HELP)
    .action((options: AlignOptions) => align(options, run));
}

async function align(options: AlignOptions, { io }: Run): Promise<void> {
  const { kind } = options;
  const profile = await namedProfile(options.profile ?? 'strict');
  const source = await readSourceText(options.source).catch((error) => {
    throw new CommandFailure(`${options.source}: ${describeFileError(error)}.`);
  });
  const index = indexSource(source);
  await answerLines(io, LineSchema, ({ id, quote }) => ({
    id,
    candidates: findPassages(index, quote).map(({ start, end, score }) => ({
      start,
      end,
      text: source.slice(start, end),
      score,
      verdict: judgeQuotation(
        { draft: quote, source, kind, profile, passage: { start, end } },
        index,
      ).verdict,
    })),
  }));
}

const HELP = `
In, one line each:
  {"id": "q1", "quote": "We will not sell the harbour"}   (or an array of parts)
Out, one line each, the best candidate first, none where nothing fits:
  {id, candidates: [{start, end, text, score, verdict}]}
Offsets are UTF-16 code units into the text of the file, for a .txt file exactly as it stands, else
into the text that Stet reads in it. A line that cannot be answered gives {line, id, error}, and the
stream goes on.

Example:
  stet align --source hearing.txt --jsonl < quotes.jsonl`;
