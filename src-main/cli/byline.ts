import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import * as v from 'valibot';
import { formatByline } from '../../src-shared/byline/format';
import { parseByline } from '../../src-shared/byline/parse';
import {
  BuiltInStyleSchema,
  CreditRoleSchema,
  CreditTierSchema,
} from '../../src-shared/model/byline';
import { LanguageSchema } from '../../src-shared/model/common';
import { type HouseStyle, HouseStyleSchema } from '../../src-shared/model/house-style';
import { NameOrderSchema, PersonKindSchema } from '../../src-shared/model/person';
import { CommandFailure, describeFileError } from './failure';
import type { Run } from './io';
import { answerLines } from './json-lines';

const id = v.optional(v.union([v.string(), v.number()]));

const ParseLineSchema = v.object({
  id,
  input: v.string(),
  lang: v.exactOptional(LanguageSchema),
  known: v.exactOptional(
    v.array(
      v.union([
        v.string(),
        v.object({
          name: v.string(),
          kind: v.exactOptional(PersonKindSchema),
          pseudonym: v.exactOptional(v.boolean()),
        }),
      ]),
    ),
  ),
});

const detail = v.exactOptional(v.nullable(v.string()));
const formatLine = {
  id,
  style: BuiltInStyleSchema,
  lang: v.exactOptional(LanguageSchema),
  contributors: v.array(
    v.object({
      name: v.string(),
      role: v.optional(CreditRoleSchema, 'author'),
      kind: v.exactOptional(PersonKindSchema),
      location: detail,
      jobTitle: detail,
      affiliation: detail,
      staff: v.exactOptional(v.picklist(['staff', 'freelance', 'agency', 'guest'])),
      tier: v.exactOptional(v.nullable(CreditTierSchema)),
      note: detail,
      nameOrder: v.exactOptional(v.nullable(NameOrderSchema)),
    }),
  ),
};
const FormatLineSchema = v.object(formatLine);
/** Every byline is in the style of a file: what a line says of it does not count. */
const StyledLineSchema = v.object({ ...formatLine, style: v.exactOptional(v.unknown()) });

/** `stet byline parse` and `stet byline format`: what the byline's paste box and its house styles do. */
export function addByline(program: Command, run: Run): void {
  const byline = program.command('byline').description('read bylines, and write them');
  byline
    .command('parse')
    .description('read who is credited in bylines, one JSON line each, from standard input')
    .requiredOption('--jsonl', 'read and write one JSON object a line')
    .addHelpText('after', PARSE_HELP)
    .action(() =>
      answerLines(run.io, ParseLineSchema, ({ id: name, input, lang, known }) => ({
        id: name,
        ...parseByline(input, {
          ...(lang === undefined ? {} : { language: lang }),
          ...(known === undefined ? {} : { known }),
        }),
      })),
    );
  byline
    .command('format')
    .description('write bylines in a house style, one JSON line each, from standard input')
    .requiredOption('--jsonl', 'read and write one JSON object a line')
    .option('--style <file>', 'a house style of your own: what Stet exports as JSON')
    .addHelpText('after', FORMAT_HELP)
    .action(async (options: { style?: string }) => {
      if (options.style !== undefined) {
        const own = await readStyle(options.style);
        return answerLines(run.io, StyledLineSchema, ({ id: name, contributors, lang }) => ({
          id: name,
          ...formatByline(contributors, own, lang),
        }));
      }
      return answerLines(run.io, FormatLineSchema, ({ id: name, style, contributors, lang }) => ({
        id: name,
        ...formatByline(contributors, style, lang),
      }));
    });
}

/** The house style in a file that the dialog "House styles of bylines" wrote. Throws a CommandFailure for any other. */
async function readStyle(file: string): Promise<HouseStyle> {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new CommandFailure(`${file}: ${describeFileError(error)}.`);
  });
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), HouseStyleSchema),
    text.replace(/^\uFEFF/, ''),
  );
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new CommandFailure(
    `${file}: this is no house style${path ? ` (${path}: ${issue.message})` : ''}.`,
  );
}

const PARSE_HELP = `
In, one line each:
  {"id": "b1", "input": "By Ines Okafor in Brussels", "lang": "en", "known": ["Guardian staff"]}
  lang      of the article (may be left out); known: names that are never cut in two
Out, one line each:
  {id, contributors: [{name, kind, role, roles?, location?, jobTitle?, affiliation?, …, flags?}], flags,
   leftOut}
  flags     questions for an editor: what the byline does not say is asked, not guessed
            (left-out?: words of it stand in no credit; check-name, kind?, location?, affiliation?,
            title?, note?: improbable as what they were taken for; …-scope?: of all, or of the last;
            role?: author, or one of those who contributed; maybe-one-entity: one name, or two)
  leftOut   the words that stand in no credit
A line that cannot be answered gives {line, id, error}, and the stream goes on.

Example:
  stet byline parse --jsonl < bylines.jsonl`;

const FORMAT_HELP = `
In, one line each:
  {"id": "b1", "style": "ap", "contributors": [{"name": "Ines Okafor", "role": "author"}], "lang": "en"}
  style     ${BuiltInStyleSchema.options.join(', ')}; in the manner of those houses
Out, one line each:
  {id, line, tail}: the line above the article (empty where nobody is its author), and the one below
With --style FILE every byline is in the style of that file, whatever its line says.
A line that cannot be answered gives {line, id, error}, and the stream goes on.

Example:
  stet byline format --jsonl < credits.jsonl
  stet byline format --jsonl --style harbour.json < credits.jsonl`;
