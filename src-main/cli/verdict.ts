import type { Command } from 'commander';
import * as v from 'valibot';
import { indexSource, type SourceIndex } from '../../src-shared/quotation/align/align';
import { judgeQuotation } from '../../src-shared/quotation/verdict/verdict';
import type { Run } from './io';
import { answerLines } from './json-lines';
import { namedProfile, PROFILES, profileOption } from './profile';

const LineSchema = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  draft: v.union([v.string(), v.array(v.string())]),
  source: v.string(),
  kind: v.optional(v.picklist(['spoken', 'written']), 'written'),
  profile: v.optional(v.picklist(['strict', 'permissive'])),
  speaker: v.exactOptional(v.string()),
});

export function addVerdict(program: Command, run: Run): void {
  program
    .command('verdict')
    .description('judge quotations against their sources, one JSON line each, from standard input')
    .requiredOption('--jsonl', 'read and write one JSON object a line')
    .addOption(profileOption('strict'))
    .addHelpText('after', HELP)
    .action(async (options: { profile?: string }) => {
      const standard = await namedProfile(options.profile ?? 'strict');
      const index = rememberIndex();
      return answerLines(run.io, LineSchema, ({ id, draft, source, kind, profile, speaker }) => {
        const input = {
          draft,
          source,
          kind,
          profile: profile ? PROFILES[profile] : standard,
          ...(speaker ? { speakerNames: [speaker] } : {}),
        };
        const { verdict, reasons, passages, diff } = judgeQuotation(input, index(source));
        return { id, verdict, reasons, passages, diff };
      });
    });
}

/** Lines about the same source usually follow each other: its index is made once. */
function rememberIndex(): (source: string) => SourceIndex {
  let last: { source: string; index: SourceIndex } | null = null;
  return (source) => {
    if (last?.source !== source) last = { source, index: indexSource(source) };
    return last.index;
  };
}

const HELP = `
In, one line each:
  {"id": "q1", "draft": "“We sell.”", "source": "We will not sell.", "kind": "spoken", "profile": "strict"}
  draft     the quotation as printed, or an array of its parts where an attribution splits it
  kind      of the source: spoken, or written (as if left out); profile: strict or permissive; left out, that of --profile
  speaker   who the article says is speaking (may be left out): another one's turn is review
Out, one line each:
  {id, verdict, reasons: [{code, draft?, source?}], passages: [{start, end}], diff: [{type, text}]}
  verdict   verbatim, permitted, review, altered or missing
  passages  where it stands in the source, in UTF-16 code units
A line that cannot be answered gives {line, id, error}, and the stream goes on.

Example:
  stet verdict --jsonl < cases.jsonl > verdicts.jsonl`;
