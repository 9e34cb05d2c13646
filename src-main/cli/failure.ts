import { type ErrorCode, type ErrorData, StetError } from '../../src-shared/errors';

/** Ends a command; the message is one line: what happened, what is safe, what to do. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** The sentences of the command line for what a library may answer. */
const WORDS: Partial<Record<ErrorCode, (data: ErrorData) => string>> = {
  'not-found': () =>
    'the library has nothing with this id. Nothing was changed. "stet list" shows the ids.',
  'library-newer': () =>
    'this library was made by a newer version of Stet. Nothing was changed. Update Stet to open it.',
  'library-in-use': () =>
    'this library is open in another program. Nothing was changed. Close Stet, or wait for the other command, and try again.',
  'library-damaged': () =>
    'the file library.db is damaged. Nothing was changed. Put back a copy of the folder from your backup.',
  'library-not-a-library': () =>
    'this folder holds a file library.db that Stet did not make. Nothing was changed. Choose another folder.',
  'disk-full': () =>
    'the disk is full. What was there before is safe. Free some space and try again.',
  'read-only': () =>
    'the library cannot be written to. Nothing was changed. Check the permissions of its folder.',
  'storage-failed': () =>
    'the disk refused. What was there before is safe. Check the disk and the permissions of the folder, and try again.',
  'folder-unwritable': () =>
    'the folder named with --out cannot be written to, or its disk is full. What was there before is safe. Choose another folder.',
  'pdf-unavailable': () =>
    'a PDF is printed by the window of Stet, which the command line does not have. Nothing was written. Use Finish and export in Stet, or --format html.',
  'export-blocked': () =>
    'nothing was exported: a quotation of this article comes from a confidential source, from words that must not be used, or from a speaker who withdrew consent. Finish and export in Stet says which.',
};

/** Why one file could not be read; "the other files are not affected" is for the caller to say. */
const FILE_WORDS: Record<string, string> = {
  'picture-missing': 'a picture of it is not in the library any more',
  'file-unreadable':
    'it could not be read; it may be damaged or of another format than its name says',
  'file-missing': 'there is no such file',
  'file-forbidden': 'you may not read it',
  'file-is-folder': 'it is a folder',
  'file-elsewhere': 'it is a link to another folder',
  'folder-too-deep': 'it lies too deep in other folders',
  'folder-is-library': 'it is a library of Stet',
  'file-too-large': 'it is too large',
  'file-empty': 'it holds no text',
  'file-protected': 'it is protected with a password',
  'file-without-text': 'it holds pictures of pages and no text',
  'format-unsupported': 'Stet does not read this kind of file',
  'recording-without-words': 'there are no words beside it: name its transcript in the same way',
  'recording-spare': 'another recording of the same name goes with these words',
  'bundle-damaged': 'the bundle is not whole, or was changed after Stet wrote it',
  'bundle-newer': 'the bundle was made by a newer version of Stet',
  cancelled: 'the command was stopped before it',
};

function isFileCode(code: string): boolean {
  return Object.hasOwn(FILE_WORDS, code);
}

/** True where one file is at fault, and not the library or the disk. */
export function isFileFailure(error: unknown): boolean {
  if (error instanceof StetError) return isFileCode(error.code);
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return (
    syscall !== undefined && ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR'].includes(code ?? '')
  );
}

/** What is wrong with a file, as half a sentence. */
export function describeFileCode(code: string): string {
  return FILE_WORDS[code] ?? `it failed with ${code}`;
}

/** What is wrong with a file, for anything that reading it threw. */
export function describeFileError(error: unknown): string {
  if (error instanceof StetError) return describeFileCode(error.code);
  if (error instanceof CommandFailure) return error.message;
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'you may not read it';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** One line for anything that a command threw; never a stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof CommandFailure) return error.message;
  if (error instanceof StetError) {
    const words = WORDS[error.code];
    if (words) return words(error.data);
    if (isFileCode(error.code)) return describeFileCode(error.code);
    return `the library answered ${error.code}. What was there before is safe.`;
  }
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code && path) return `${path}: ${describeFileError(error)}.`;
  return oneLine(error instanceof Error ? error.message : String(error));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
