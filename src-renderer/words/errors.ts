import type { ErrorCode, StetError } from '../../src-shared/errors';

/*
 * What the user reads when something fails: what happened, what is safe, what to do next.
 */

type Sentence = (data: StetError['data']) => string;

const file = (data: StetError['data']) =>
  typeof data.name === 'string' && data.name ? `“${data.name}”` : 'The file';
/** What is pasted has no name. */
const picture = (data: StetError['data']) => (data.name ? file(data) : 'This picture');

const SENTENCES: Record<ErrorCode, Sentence> = {
  'invalid-input': () =>
    'Stet did not understand what was entered. Nothing was changed; look at the fields and try again.',
  'unknown-method': () =>
    'This part of Stet is older than the other. Nothing was changed; quit Stet and start it again.',
  'not-found': () =>
    'This is no longer in the library. Nothing else was changed; it may be in the bin.',
  'article-changed': () =>
    'The article was changed elsewhere in the meantime, so this version was not saved over it. Your text is still here: copy what you need, then open the article again.',
  'article-finished': () =>
    'The article is finished, so nothing of it was changed. Reopen it to change it; what you typed is still here.',
  'article-not-finished': () =>
    'The article was never finished, so there is nothing to correct. Change its text, then finish it.',
  'gate-open': (data) =>
    `The article was not marked as finished: ${
      typeof data.count === 'number' && data.count > 1
        ? `${data.count} points of its gate are`
        : 'a point of its gate is'
    } open. Settle each, or accept it with your reason and name: “Finish and export…” lists them.`,
  'correction-exported': () =>
    'This correction has gone out with an export, so it was left as it is. Withdraw it, or add another one.',
  'library-newer': () =>
    'This library was last opened with a newer version of Stet. Nothing was changed; install the newer version to open it.',
  'library-in-use': () =>
    'Another Stet has this library open. Nothing was changed; close the other one and start Stet again.',
  'library-damaged': () =>
    'The library’s file is damaged. Nothing was written to it; restore it from a backup and start Stet again.',
  'library-not-a-library': () =>
    'This folder holds other files and no Stet library. Nothing was changed; choose a library or an empty folder.',
  'disk-full': () =>
    'The disk is full, so the last change was not saved. Your text is still here; free some space and it is saved by itself.',
  'read-only': () =>
    'The library can be read but not written to. Your text is still here; make the folder writable, then start Stet again.',
  'storage-failed': () =>
    'The library could not be written. Your text is still here; make sure that the disk is connected.',
  'bundle-damaged': (data) =>
    `${file(data)} is not whole, or was changed after Stet wrote it. Nothing was added; ask for the bundle again.`,
  'bundle-newer': (data) =>
    `${file(data)} was made by a newer version of Stet. Nothing was added; update Stet to open it.`,
  'file-unreadable': (data) =>
    `${file(data)} could not be read. Nothing was added; it may be damaged or open in another program.`,
  'file-missing': (data) =>
    `${file(data)} is not there any more. Nothing was added; look where it was moved to.`,
  'file-forbidden': (data) =>
    `${file(data)} may not be read by you. Nothing was added; change its permissions and try again.`,
  'file-is-folder': (data) =>
    `${file(data)} is a folder. Nothing was added; use “Add folder of sources…”.`,
  'file-elsewhere': (data) =>
    `${file(data)} is a link to another folder. Nothing was added; add the file itself.`,
  'folder-is-library': (data) =>
    `${file(data)} is a library of Stet. Nothing was added; open it with “Open library…”.`,
  'folder-too-deep': (data) =>
    `${file(data)} lies too deep in other folders. Nothing was added; add it by itself.`,
  'file-too-large': (data) =>
    `${file(data)} is too large for Stet. Nothing was added; split it and try again.`,
  'file-empty': (data) => `${file(data)} has no text in it. Nothing was added.`,
  'file-protected': (data) =>
    `${file(data)} is protected with a password. Nothing was added; save it without the password and try again.`,
  'file-without-text': (data) =>
    `${file(data)} holds pictures of pages and no text. Nothing was added; have its text recognised first, then try again.`,
  'file-several-sources': (data) =>
    `${file(data)} holds several sources, and a version is one text. Nothing was added; save the one you mean as a file of its own.`,
  'format-unsupported': (data) =>
    `${file(data)} is of a kind that Stet cannot read yet. Nothing was added; save it as text, Markdown or HTML and try again.`,
  'recording-without-words': (data) =>
    `${file(data)} is a recording with no words beside it. Nothing was added; add its transcript under the same name together with it, or attach it to a source.`,
  'recording-spare': (data) =>
    `${file(data)} was left out: another recording of the same name goes with these words.`,
  'recording-unsupported': (data) =>
    `${file(data)} is no recording that Stet knows. Nothing was changed; choose a file of sound or film, such as MP3, M4A, WAV or MP4.`,
  'page-not-drawn': () =>
    'This page could not be drawn. Its words are in the text; try again, or read on there.',
  'picture-too-large': (data) =>
    `${picture(data)} is too large: Stet takes pictures up to 50 MB and 200 megapixels. Nothing was added; make it smaller and try again.`,
  'picture-unsupported': (data) =>
    data.svg === true
      ? `${picture(data)} is an SVG drawing, which can hold scripts. Nothing was added; save it as PNG and try again.`
      : `${picture(data)} is no picture that Stet takes. Nothing was added; save it as JPEG, PNG, GIF, WebP or AVIF and try again.`,
  'picture-broken': (data) =>
    `${picture(data)} could not be read. Nothing was added; it may be damaged.`,
  'picture-missing': () =>
    'A picture of this article is not in the library any more, or is damaged. No file was written; put the picture in again, or take the figure out.',
  'passage-not-found': () =>
    'The passage is no longer where it was in the source. The quotation was left as it is; choose the passage again.',
  'point-changed': () =>
    'This point is about something else by now, so nothing was signed. Look at it again.',
  'person-in-use': () =>
    'This person is named in a byline or as a speaker, so the record stays. Take the name out there first.',
  'export-blocked': (data) =>
    String(data.code).startsWith('byline-')
      ? 'The byline does not name everyone as it should. No file was written; settle the point in Finish and export.'
      : 'A source that may not be published stands in the way. No file was written; settle the point in Finish and export.',
  'pdf-unavailable': () =>
    'A PDF is printed by Stet’s window, and there is none here. No file was written; choose HTML or Word.',
  'pdf-failed': () =>
    'The page could not be printed as PDF. No file was written; try again, or choose HTML or Word.',
  'folder-unwritable': (data) =>
    data.reason === 'disk-full'
      ? 'The disk that the folder is on is full. Nothing that was there was changed; free some space, or choose another folder.'
      : 'The folder cannot be written to. Nothing that was there was changed; choose another folder.',
  cancelled: () => 'Cancelled. What was finished before stays.',
  'process-gone': () =>
    'The library stopped for a moment and is starting again. Your text is still here; try once more.',
  internal: () =>
    'Something went wrong in Stet. Your text is safe; try again, and start Stet anew if it happens once more.',
};

/** An error in a sentence or two. */
export function errorMessage(error: StetError): string {
  return SENTENCES[error.code](error.data);
}

const SKIPPED: Partial<Record<ErrorCode, string>> = {
  'format-unsupported': 'Stet cannot read this kind of file yet',
  'file-unreadable': 'it could not be read',
  'file-missing': 'it is not there any more',
  'file-forbidden': 'you may not read it',
  'file-is-folder': 'it is a folder',
  'file-elsewhere': 'it is a link to another folder',
  'folder-too-deep': 'it lies too deep in other folders',
  'folder-is-library': 'it is a library of Stet',
  'file-too-large': 'it is too large',
  'file-empty': 'there is no text in it',
  'file-protected': 'it is protected with a password',
  'file-without-text': 'it holds pictures of pages and no text',
  'recording-without-words':
    'there are no words: add a transcript beside it, or attach it to a source',
  'recording-spare': 'another recording of the same name goes with these words',
  'disk-full': 'the disk is full',
  'read-only': 'the library cannot be written to',
  'storage-failed': 'the library could not be written',
};

/** Why a file was skipped, in half a sentence: "scan.bin, Stet cannot read this kind of file yet". */
export function skippedReason(code: string): string {
  return SKIPPED[code as ErrorCode] ?? 'something went wrong with it';
}

const NOT_SAVED: Partial<Record<ErrorCode, string>> = {
  'disk-full': 'the disk is full',
  'read-only': 'the library cannot be written to',
  'article-changed': 'the article was changed elsewhere',
  'article-finished': 'the article is finished',
  'process-gone': 'the library is starting again',
};

/** The top bar's word when a save failed. */
export function notSaved(code: ErrorCode): string {
  return `Not saved: ${NOT_SAVED[code] ?? 'the library did not take it'}`;
}
