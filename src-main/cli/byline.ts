import type { Command } from 'commander';
import * as v from 'valibot';
import { formatByline } from '../../src-shared/byline/format';
import { parseByline } from '../../src-shared/byline/parse';
import { BylineStyleSchema, CreditRoleSchema } from '../../src-shared/model/byline';
import { LanguageSchema } from '../../src-shared/model/common';
import { PersonKindSchema } from '../../src-shared/model/person';
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
const FormatLineSchema = v.object({
  id,
  style: BylineStyleSchema,
  lang: v.exactOptional(LanguageSchema),
  contributors: v.array(
    v.object({
      name: v.string(),
      role: CreditRoleSchema,
      kind: v.exactOptional(PersonKindSchema),
      location: detail,
      jobTitle: detail,
      affiliation: detail,
      staff: v.exactOptional(v.picklist(['staff', 'freelance', 'agency', 'guest'])),
    }),
  ),
});

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
    .addHelpText('after', FORMAT_HELP)
    .action(() =>
      answerLines(run.io, FormatLineSchema, ({ id: name, style, contributors, lang }) => ({
        id: name,
        ...formatByline(contributors, style, lang),
      })),
    );
}

const PARSE_HELP = `
In, one line each:
  {"id": "b1", "input": "By Ines Okafor in Brussels", "lang": "en", "known": ["Guardian staff"]}
  lang      of the article (may be left out); known: names that are never cut in two
Out, one line each:
  {id, contributors: [{name, kind, role, roles?, location?, jobTitle?, affiliation?, …, flags?}], flags}
  flags     questions for an editor: what the byline does not say is asked, not guessed
A line that cannot be answered gives {line, id, error}, and the stream goes on.

Example:
  stet byline parse --jsonl < bylines.jsonl`;

const FORMAT_HELP = `
In, one line each:
  {"id": "b1", "style": "ap", "contributors": [{"name": "Ines Okafor", "role": "author"}], "lang": "en"}
  style     ${BylineStyleSchema.options.join(', ')}
Out, one line each:
  {id, line, tail}: the line above the article (empty where nobody is its author), and the one below
A line that cannot be answered gives {line, id, error}, and the stream goes on.

Example:
  stet byline format --jsonl < credits.jsonl`;
