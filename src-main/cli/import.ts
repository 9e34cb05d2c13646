import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { v7 as newId } from 'uuid';
import { ARTICLE_EXTENSIONS, SOURCE_EXTENSIONS } from '../../src-shared/file-kinds';
import type { Host } from '../host';
import { describeFileCode, describeFileError, isFileFailure } from './failure';
import { complain, EXIT, type Io, type Run, write, writeJson } from './io';
import { grantFile, withLibrary } from './library';

interface ImportOptions {
  library: string;
  article?: true;
  json?: true;
}

/** What became of one file, or of one of the sources that it holds; in the order of the files. */
type Imported =
  | { file: string; kind: 'article'; id: string }
  | { file: string; kind: 'source'; id: string; duplicate: boolean; fits: number }
  | { file: string; error: string };

const listed = (extensions: readonly string[]) =>
  extensions.map((extension) => `.${extension}`).join(', ');
const SOURCE_ENDINGS = listed(SOURCE_EXTENSIONS);
const ARTICLE_ENDINGS = listed(ARTICLE_EXTENSIONS);

export function addImport(program: Command, run: Run): void {
  program
    .command('import')
    .description('bring sources, or articles, into a library; it is made if there is none')
    .argument('<files...>', `sources: ${SOURCE_ENDINGS}; articles: ${ARTICLE_ENDINGS}`)
    .requiredOption('--library <dir>', "the library's folder")
    .option('--article', 'the files are articles, not sources')
    .option('--json', 'print a JSON array, one element a source or article, in the order given')
    .addHelpText('after', HELP)
    .action((files: string[], options: ImportOptions) => importFiles(files, options, run));
}

async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  run: Run,
): Promise<void> {
  const { io } = run;
  const results = await withLibrary(options.library, 'create', async (library) => {
    const done: Imported[] = [];
    for (const file of files) {
      for (const result of await importFile(library, file, options.article === true)) {
        done.push(result);
        if ('error' in result) {
          run.exitCode = EXIT.failed;
          await complain(
            io,
            `${file}: ${result.error}. It was left out; nothing else is affected.`,
          );
        } else if (!options.json) await printLine(io, result);
      }
    }
    return done;
  });
  if (options.json) await writeJson(io, results);
}

async function importFile(library: Host, file: string, isArticle: boolean): Promise<Imported[]> {
  try {
    if (statSync(file).isDirectory()) return [{ file, error: 'it is a folder' }];
    const incoming = grantFile(library, file);
    if (isArticle) {
      const { articleId } = await library.call('articles.import', { file: incoming });
      return [{ file, kind: 'article', id: articleId }];
    }
    const { imported, skipped } = await library.call('sources.import', {
      jobId: newId(),
      files: [incoming],
    });
    if (imported.length === 0) {
      return [{ file, error: describeFileCode(skipped[0]?.code ?? 'file-unreadable') }];
    }
    return imported.map(({ sourceId: id, duplicate, fits }) => ({
      file,
      kind: 'source',
      id,
      duplicate,
      fits,
    }));
  } catch (error) {
    // A bad file is left out; a library that fails ends the command.
    if (!isFileFailure(error)) throw error;
    return [{ file, error: describeFileError(error) }];
  }
}

async function printLine(io: Io, result: Exclude<Imported, { error: string }>): Promise<void> {
  const note = result.kind === 'source' && result.duplicate ? '\twas there already' : '';
  await write(io.stdout, `${result.id}\t${result.kind}\t${result.file}${note}\n`);
}

const HELP = `
Prints one line a source or article: id, "article" or "source", the file's name. A mailbox or an
export of a reference library holds several sources. Bytes that the library has already are not added
again. A file that cannot be read is named and left out; the exit code is
then 2. Stet must not have the library open meanwhile.

Example:
  stet import --library ~/desk interview.txt hearing.vtt
  stet import --library ~/desk --article story.md`;
