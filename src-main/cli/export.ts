import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  saysCorrections,
} from '../../src-shared/contract/exports';
import { openPoints } from '../../src-shared/contract/finish';
import { StetError } from '../../src-shared/errors';
import { MARKDOWN_PROFILES, type MarkdownProfile } from '../../src-shared/model/markdown-profile';
import type { Host } from '../host';
import { CommandFailure } from './failure';
import { complain, type Run, write } from './io';
import { grantFolder, withLibrary } from './library';

/** Everything that an article is made of, in one file. */
const BUNDLE = 'bundle';

interface ExportOptions {
  library: string;
  article: string;
  format: ExportFormat | typeof BUNDLE;
  revisions: boolean;
  out: string;
  profile: MarkdownProfile;
  replace?: true;
  sidecar?: true;
  withContact?: true;
}

export function addExport(program: Command, run: Run): void {
  program
    .command('export')
    .description('write an article of a library, or its sources, in a form that others read')
    .requiredOption('--library <dir>', "the library's folder")
    .requiredOption('--article <id>', 'the article, by the id that "stet list" shows')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices([...EXPORT_FORMATS, BUNDLE])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--profile <profile>', 'for whom Markdown is written')
        .choices(MARKDOWN_PROFILES)
        .default('generic'),
    )
    .requiredOption('--out <dir>', 'the folder to write to; it is made if there is none')
    .option(
      '--sidecar',
      'write the annotations beside it: with them Markdown and HTML come back in with their links',
    )
    .option('--with-contact', 'with contact details of the people in the byline')
    .option('--no-revisions', 'leave earlier states of the text out of a bundle')
    .option('--replace', 'replace a file of the same name')
    .addHelpText('after', HELP)
    .action((options: ExportOptions) => exportArticle(options, run));
}

async function exportArticle(options: ExportOptions, { io }: Run): Promise<void> {
  const isTold = await withLibrary(options.library, 'read', async (library) => {
    if (await saysNewCorrections(library, options)) return false;
    await writeExport(library, options, io);
    return true;
  });
  if (isTold) return;
  // What readers have been told is noted, so that it cannot be changed any more: that is a write.
  try {
    await withLibrary(options.library, 'write', (library) => writeExport(library, options, io));
  } catch (error) {
    const isTaken =
      error instanceof StetError && ['library-in-use', 'read-only'].includes(error.code);
    if (!isTaken) throw error;
    await withLibrary(options.library, 'read', (library) => writeExport(library, options, io));
    await complain(io, UNMARKED);
  }
}

/** Whether readers get corrections with it that have not gone out before. */
async function saysNewCorrections(
  library: Host,
  { article: articleId, format }: ExportOptions,
): Promise<boolean> {
  if (format === BUNDLE || !saysCorrections(format)) return false;
  const corrections = await library.call('corrections.list', { articleId });
  return corrections.some(({ exportedAt }) => exportedAt === null);
}

async function writeExport(library: Host, options: ExportOptions, io: Run['io']): Promise<void> {
  const {
    article: articleId,
    format,
    profile,
    revisions,
    replace = false,
    sidecar = false,
    withContact = false,
  } = options;
  const out = resolve(options.out);
  const points = await library.call('finish.gate', { articleId });
  mkdirSync(out, { recursive: true });
  const folder = grantFolder(library, out);
  const { written, pictures, existing } =
    format === BUNDLE
      ? {
          ...(await library.call('bundles.write', { articleId, folder, replace, revisions })),
          pictures: [],
        }
      : await library.call('exports.write', {
          articleId,
          formats: sidecar ? [format, 'annotations'] : [format],
          folder,
          replace,
          profile,
          withContact,
        });
  if (existing.length > 0) {
    throw new CommandFailure(
      `${existing.join(', ')} is there already in ${options.out}. Nothing was written. Give --replace, or another folder.`,
    );
  }
  for (const { code, count, example } of openPoints(points)) {
    await complain(io, `open: ${code} (${count})${example ? `, ${example}` : ''}`);
  }
  for (const name of [...written, ...pictures]) {
    await write(io.stdout, `${join(options.out, name)}\n`);
  }
}

const UNMARKED =
  'the article was written with corrections that are not noted as exported, because the library cannot be written to now (it may be open in Stet). Export again when it can, or from Stet.';

const HELP = `
A PDF is printed by the window of Stet: --format pdf is refused here.

Prints the path of the file, and of the pictures that go with it in a folder beside it. Points that
are open (quotations without a source, words that differ) are named on the error stream and do not
stop the export, save one: nothing is written while a confidential source stands behind a quotation.
Contact details are e-mail addresses, telephone numbers and pages of the people in the line above the
article, in HTML, Word, ninjs and the front matter of Markdown; other forms have none. Never those of
a pseudonym, nor of anyone who stands behind a source that is not named.
Stet may have the library open meanwhile. Corrections that go out for the first time are noted as
exported, as the window does; while Stet has the library open they cannot be, and that is said.

Example:
  stet export --library ~/desk --article 01930b2e-… --format html --out ./site
  stet export --library ~/desk --article 01930b2e-… --format markdown --profile hugo --out ./content
  stet export --library ~/desk --article 01930b2e-… --format bundle --out ./backup`;
