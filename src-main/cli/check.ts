import type { Command } from 'commander';
import type { DiffSegment, Reason } from '../../src-shared/model/verdict';
import { readProfile } from '../../src-shared/quotation/verdict/profile';
import { type ArticleText, readArticle } from './article-text';
import { CommandFailure, describeFileError } from './failure';
import { complain, EXIT, type Io, type Run, write, writeJson } from './io';
import { withLibrary } from './library';
import { diffWords, oneLine, placeWords } from './listing';
import { type Match, matchSource, NO_PASSAGE, stands } from './match-sources';
import { namedProfile, profileOption } from './profile';

interface CheckOptions {
  library: string;
  profile?: string;
  json?: true;
}

export function addCheck(program: Command, run: Run): void {
  program
    .command('check')
    .description('compare the quotations of an article with all sources of a library')
    .argument('<file>', 'the article: .txt, .md or .html; it is not imported')
    .requiredOption('--library <dir>', "the library's folder")
    .addOption(profileOption("the library's"))
    .option('--json', 'print {file, language, total, standing, quotations} as JSON')
    .addHelpText('after', HELP)
    .action((file: string, options: CheckOptions) => check(file, options, run));
}

async function check(file: string, options: CheckOptions, run: Run): Promise<void> {
  const { io } = run;
  const article = await readArticle(file).catch((error) => {
    throw new CommandFailure(`${file}: ${describeFileError(error)}.`);
  });
  const matches = await matchLibrary(article, options, io);
  const standing = matches.filter(stands).length;
  if (options.json) {
    await writeJson(io, {
      file,
      language: article.language,
      total: matches.length,
      standing,
      ...(article.isFileText ? {} : { text: article.text }),
      quotations: article.quotations.map((quotation, index) => {
        const { score: _, ...match } = matches[index] ?? NO_PASSAGE;
        return { ...quotation, ...match };
      }),
    });
  } else await printListing(io, article, matches, standing);
  if (standing < matches.length) run.exitCode = EXIT.open;
}

async function matchLibrary(article: ArticleText, options: CheckOptions, io: Io): Promise<Match[]> {
  const drafts = article.quotations.map((quotation) => ({
    parts: quotation.parts.map(({ start, end }) => article.text.slice(start, end)),
    language: article.language,
    speakerName: quotation.speaker?.name ?? null,
  }));
  const named = options.profile === undefined ? null : await namedProfile(options.profile);
  return withLibrary(options.library, 'read', async (library) => {
    const profile = named ?? readProfile(await library.call('library.houseProfile', {}));
    const sources = await library.call('sources.list', {});
    if (sources.length === 0) {
      await complain(io, 'the library has no sources yet. "stet import" adds some.');
    }
    let matches: Match[] = drafts.map(() => NO_PASSAGE);
    for (const { id } of sources) {
      const reading = await library.call('sources.read', { sourceId: id });
      matches = matchSource(drafts, matches, reading, profile);
    }
    return matches;
  });
}

async function printListing(
  io: Io,
  article: ArticleText,
  matches: readonly Match[],
  standing: number,
): Promise<void> {
  const lines = [`${article.file}: ${standing} of ${matches.length} quotations stand`];
  article.quotations.forEach((quotation, index) => {
    const match = matches[index] ?? NO_PASSAGE;
    lines.push('', `${match.verdict.toUpperCase().padEnd(10)} ${oneLine(quotation.text)}`);
    for (const line of detailsOf(match)) lines.push(`           ${line}`);
  });
  await write(io.stdout, `${lines.join('\n')}\n`);
}

function detailsOf({ source, place, diff, reasons }: Match): string[] {
  if (!source) return ['no source of the library has these words'];
  const where = [source.title, ...(place ? placeWords(place) : [])].join(', ');
  const lines = [source.confidential ? `${where} (confidential)` : where];
  if (differs(diff)) lines.push(diffWords(diff));
  if (reasons.length > 0) lines.push(reasons.map(reasonWords).join('; '));
  return lines;
}

function differs(diff: readonly DiffSegment[]): boolean {
  return diff.some(({ type }) => type !== 'same');
}

function reasonWords({ code, draft, source }: Reason): string {
  if (source && draft) return `${code}: “${oneLine(source)}” is “${oneLine(draft)}” here`;
  if (source) return `${code}: “${oneLine(source)}” is left out`;
  return draft ? `${code}: “${oneLine(draft)}” is added` : code;
}

const HELP = `
For each quotation of the article it prints the verdict on the passage that fits best: the source and
the place in it, the words that differ ([-in the source-]{+in the article+}) and the reasons. Reads
only: nothing is imported or linked, and the library may be open in Stet.

  verbatim   the same words                      permitted  an edit that is marked, or allowed
  review     an editor has to look               altered    words differ
  missing    no source of the library has it

Exit codes: 0 all stand (verbatim or permitted), 1 some do not, 2 failed.
Offsets of the JSON are those of "stet detect"; "passage" counts in the source's text.

Example:
  stet check --library ~/desk story.md || echo "not ready for print"`;
