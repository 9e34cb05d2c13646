import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { v7 as newId } from 'uuid';
import type { Output } from '../../src-shared/contract';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import { ARTICLE_EXTENSIONS, SOURCE_EXTENSIONS } from '../../src-shared/file-kinds';
import { cameBackLines } from '../../src-shared/words/came-back';
import type { Host } from '../host';
import { isBundle } from '../services/bundle-parts';
import { describeFileCode, describeFileError, isFileFailure } from './failure';
import { complain, EXIT, type Io, type Run, write, writeJson } from './io';
import { grantFile, grantFolder, withLibrary } from './library';

interface ImportOptions {
  library: string;
  article?: true;
  json?: true;
}

/** What became of one file, or of one of the sources that it holds; in the order of the files. */
type Imported =
  | ({ file: string; kind: 'article'; id: string } & Omit<Output<'articles.import'>, 'articleId'>)
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
    .argument(
      '<files...>',
      `sources: ${SOURCE_ENDINGS}, and folders of them; articles: ${ARTICLE_ENDINGS}; bundles: .stet`,
    )
    .requiredOption('--library <dir>', "the library's folder")
    .option('--article', 'the files are articles, not sources')
    .option('--json', 'print a JSON array, one element a source or article, in the order given')
    .addHelpText('after', HELP)
    .action((files: string[], options: ImportOptions) => importFiles(files, options, run));
}

async function importFiles(
  paths: readonly string[],
  options: ImportOptions,
  run: Run,
): Promise<void> {
  const { io } = run;
  const isArticle = (path: string) => options.article === true || isBundle(path);
  const results = await withLibrary(options.library, 'create', async (library) => {
    // A bundle is an article, whoever forgets to say so.
    const articles = await importArticles(library, paths.filter(isArticle));
    const sources = paths.filter((path) => !isArticle(path));
    return [...articles, ...(sources.length > 0 ? await importSources(library, sources) : [])];
  });
  for (const result of results) {
    if ('error' in result) {
      run.exitCode = EXIT.failed;
      await complain(
        io,
        `${result.file}: ${result.error}. It was left out; nothing else is affected.`,
      );
    } else if (!options.json) {
      await printLine(io, result);
      if (result.kind === 'article') {
        for (const line of cameBackLines(result.cameBack, result.namesakes)) {
          await complain(io, `${result.file}: ${line}`);
        }
      }
      const lacking =
        result.kind === 'article' ? result.picturesLeftOut + result.picturesMissing : 0;
      if (lacking > 0) {
        const pictures = `${lacking} of its pictures did not come in`;
        await complain(
          io,
          `${result.file}: ${pictures}: they are not in its folder, or none that Stet takes.`,
        );
      }
    }
  }
  if (options.json) await writeJson(io, results);
}

/** All of them in one go: one by one each would wait for the disk. */
async function importSources(library: Host, paths: readonly string[]): Promise<Imported[]> {
  const inputs = paths.map((path): Input => {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder
      ? { path, isFolder, token: grantFolder(library, path) }
      : { path, isFolder, file: grantFile(library, path) };
  });
  // Folders come after the files, as the contract has it; what is printed is in the order given.
  const ordered = [
    ...inputs.filter((one) => !one.isFolder),
    ...inputs.filter((one) => one.isFolder),
  ];
  const results: { index: number; result: Imported }[] = [];
  const nameOf = ({ index, name }: { index: number; name: string }) => {
    const input = ordered[index];
    if (!input?.isFolder) return input?.path ?? name;
    // A name within a folder begins with the folder's own.
    return join(input.path, ...name.split('/').slice(1));
  };
  const add = (index: number, result: Imported) => {
    results.push({ index: inputs.indexOf(ordered[index]!), result });
  };
  const { imported, skipped } = await library.call('sources.import', {
    jobId: newId(),
    files: ordered.flatMap((one) => (one.isFolder ? [] : [one.file])),
    folders: ordered.flatMap((one) => (one.isFolder ? [one.token] : [])),
  });
  for (const source of imported) {
    const { sourceId: id, duplicate, fits } = source;
    add(source.index, { file: nameOf(source), kind: 'source', id, duplicate, fits });
  }
  for (const file of skipped) {
    add(file.index, { file: nameOf(file), error: describeFileCode(file.code) });
  }
  return results.sort((one, other) => one.index - other.index).map(({ result }) => result);
}

type Input =
  | { path: string; isFolder: false; file: IncomingFile }
  | { path: string; isFolder: true; token: string };

async function importArticles(library: Host, paths: readonly string[]): Promise<Imported[]> {
  const results: Imported[] = [];
  for (const file of paths) results.push(await importArticle(library, file));
  return results;
}

async function importArticle(library: Host, file: string): Promise<Imported> {
  try {
    const { articleId: id, ...rest } = await library.call('articles.import', {
      file: grantFile(library, file),
    });
    return { file, kind: 'article', id, ...rest };
  } catch (error) {
    // A bad file is left out; a library that fails ends the command.
    if (!isFileFailure(error)) throw error;
    return { file, error: describeFileError(error) };
  }
}

async function printLine(io: Io, result: Exclude<Imported, { error: string }>): Promise<void> {
  const note = result.kind === 'source' && result.duplicate ? '\twas there already' : '';
  await write(io.stdout, `${result.id}\t${result.kind}\t${result.file}${note}\n`);
}

const HELP = `
Prints one line a source or article: id, "article" or "source", the file's name. A mailbox or an
export of a reference library holds several sources. Of a folder everything beneath comes in that Stet
reads; hidden files and links are left aside. Bytes that the library has already are not added again.
Markdown and HTML that Stet wrote come back with their links, speakers and byline where their
annotations (.annotations.jsonld) lie beside them; what could not be linked is said.
A file that cannot be read is named and left out; the exit code is then 2. Stet must not have the
library open meanwhile. What is left where the command is stopped can be resumed with in Stet, or by the
same command.

Example:
  stet import --library ~/desk interview.txt hearing.vtt
  stet import --library ~/desk ~/interviews
  stet import --library ~/desk --article story.md`;
