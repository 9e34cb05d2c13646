import type { EventPayload } from '../../src-shared/contract';
import type { ImportResult } from '../../src-shared/contract/imports';
import type { ErrorCode } from '../../src-shared/errors';
import { skippedReason } from './errors';
import { count, sentenceCase } from './text';

type Named = readonly { name: string; code: string }[];

const number = (value: number) => value.toLocaleString('en-GB');

export const importWords = {
  details: 'Details…',
  resume: 'Resume',
  discard: 'Discard',
  resultTitle: 'What came in',
  added: 'Added',
  known: 'In the library already',
  knownAdvice: 'The same bytes are there: nothing was added.',
  copy: 'Copy list',
  copied: 'The list is copied.',
  more: (rest: number) => `And ${number(rest)} more. “Copy list” has them all.`,
  group: (title: string, size: number) => `${title} (${number(size)})`,
  fitsShort: (fits: number) => `fits ${count(fits, 'open quotation')}`,
  /** "12 of them are transcripts, 3 a machine’s." */
  transcripts: (transcripts: number, byMachine: number) =>
    `${number(transcripts)} of them ${transcripts === 1 ? 'is a transcript' : 'are transcripts'}${
      byMachine > 0 ? `, ${number(byMachine)} a machine’s` : ''
    }.`,
  byMachine: 'A machine’s transcript',
  byMachineOf: (name: string) => `A machine’s transcript: ${name}`,
  allByMachine: 'All are a machine’s',

  watchedTitle: 'Watched folders',
  watchedText: 'What Stet can read in these folders comes in by itself, now and later.',
  watchedNone: 'No folder is watched yet.',
  watchedCount: (files: number) =>
    files === 0 ? 'Nothing has come in yet.' : `${count(files, 'file')} of it in the library.`,
  watchedGone:
    'It is not there any more: it was moved, or its disk is not connected. Stet looks again.',
  watch: 'Watch a folder…',
  stopWatching: 'Stop watching',
  stopWatchingOf: (name: string) => `Stop watching ${name}`,
  watching: (name: string) => `New files in “${name}” come in by themselves from now on.`,
  /** In the place of the folder itself. */
  notWatchingShort: (name: string) => `“${name}” is not watched any more.`,
  watchAgainOf: (name: string) => `Undo: watch ${name} again`,
  notWatching: (name: string) => `“${name}” is not watched any more. What came in stays.`,

  /** "312 of 1,000 · 4.1 MB/s · about 20 s left". */
  progress: ({ done, total, bytesPerSecond, secondsLeft }: EventPayload<'import.progress'>) =>
    [
      `${number(done)} of ${number(total)}`,
      ...(bytesPerSecond ? [speed(bytesPerSecond)] : []),
      ...(secondsLeft !== null && done < total ? [`${duration(secondsLeft)} left`] : []),
    ].join(' · '),

  stopped: (left: number) =>
    `An import was stopped: ${count(left, 'file')} ${left === 1 ? 'is' : 'are'} left.`,

  fits: (fits: number, sources: number) =>
    `${sources === 1 ? 'One of these sources fits' : 'These sources fit'} ${count(fits, 'open quotation')}.`,

  /**
   * What became of an import: "3 sources added, 1 skipped: scan.bin, Stet cannot read this kind of
   * file yet." Names the skipped where they are few: the dialog has them all.
   */
  result: (result: ImportResult): string => {
    const added = result.imported.filter((source) => !source.duplicate);
    const known = result.imported.filter((source) => source.duplicate);
    const parts: string[] = [];
    if (added.length > 0) parts.push(`${count(added.length, 'source')} added`);
    if (known.length === 1) parts.push(`“${known[0]?.name}” was in the library already`);
    else if (known.length > 1) parts.push(`${number(known.length)} were in the library already`);
    if (result.skipped.length > 0) {
      parts.push(skippedOf(result.skipped));
    }
    const { fits, left, cancelled } = result;
    const sentences = [`${parts.join(', ') || 'Nothing was added'}.`];
    if (fits > 0) {
      sentences.push(
        `${count(fits, 'open quotation')} ${fits === 1 ? 'has' : 'have'} a passage there.`,
      );
    }
    if (cancelled) {
      sentences.push(
        left > 0
          ? `The import was stopped: ${count(left, 'file')} ${left === 1 ? 'is' : 'are'} left.`
          : 'The rest was cancelled.',
      );
    }
    return sentences.join(' ');
  },

  /** What came from a watched folder. */
  arrived: ({ folder, added, fits, refused, isThere }: EventPayload<'imports.arrived'>) => {
    if (!isThere) {
      return `The watched folder “${folder}” is not there any more. Nothing was changed; put it back, or stop watching it.`;
    }
    const parts = [
      ...(added > 0 ? [`${count(added, 'source')} added`] : []),
      ...(refused.length > 0 ? [skippedOf(refused)] : []),
    ];
    const fit = fits > 0 ? ` ${importWords.fits(fits, added)}` : '';
    return `From the watched folder “${folder}”: ${parts.join(', ')}.${fit}`;
  },
};

const NAMED = 2;

function skippedOf(skipped: Named): string {
  const count = `${number(skipped.length)} skipped`;
  if (skipped.length > NAMED) return count;
  return `${count}: ${skipped.map(({ name, code }) => `${name}, ${skippedReason(code)}`).join('; ')}`;
}

function speed(bytesPerSecond: number): string {
  if (bytesPerSecond >= 950_000) return `${(bytesPerSecond / 1e6).toFixed(1)} MB/s`;
  return `${Math.max(1, Math.round(bytesPerSecond / 1e3))} kB/s`;
}

/** Rough, since it is a guess. */
function duration(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 58) return `about ${Math.ceil(seconds / 5) * 5} s`;
  if (seconds < 3_500) return `about ${Math.round(seconds / 60)} min`;
  return `about ${Math.round(seconds / 3_600)} h`;
}

/** What can be done about a file that was refused. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  'format-unsupported': 'Save these as text, Markdown, HTML, Word or PDF, then add them again.',
  'file-unreadable': 'They may be damaged, or be of another kind than their names say.',
  'file-missing': 'They were moved or deleted. Look where they are now.',
  'file-forbidden': 'Change their permissions, then add them again.',
  'file-is-folder': 'Choose “Add folder of sources…” to add what is in a folder.',
  'file-elsewhere': 'Add the file or folder itself that the link leads to.',
  'folder-too-deep': 'Add the folder that they lie in by itself.',
  'folder-is-library': 'Choose “Open library…” to see what is in it.',
  'file-too-large': 'Split them into smaller ones, then add these.',
  'file-empty': 'There is nothing in them to quote from.',
  'file-protected': 'Save them without the password, then add them again.',
  'recording-without-words':
    'Put a transcript of the same name beside them and add both, or attach them to a source.',
  'recording-spare': 'Attach them to the source that they belong to.',
  'file-without-text': 'Have their text recognised first, then add them again.',
};

export interface Refusal {
  reason: string;
  advice: string;
  names: string[];
}

/** The files that were refused by their reason, the commonest first. */
export function refusals(skipped: Named): Refusal[] {
  const byCode = new Map<string, string[]>();
  for (const { name, code } of skipped) {
    const names = byCode.get(code);
    if (names) names.push(name);
    else byCode.set(code, [name]);
  }
  return [...byCode]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([code, names]) => ({
      reason: sentenceCase(skippedReason(code)),
      advice: `Nothing was added. ${ADVICE[code as ErrorCode] ?? 'Try again.'}`,
      names,
    }));
}

/** All of it as plain text, for whoever sent the files. */
export function resultText(result: ImportResult): string {
  const block = (title: string, names: readonly string[]) =>
    names.length === 0 ? [] : [[importWords.group(title, names.length), ...names].join('\n')];
  const namesOf = (duplicate: boolean) =>
    result.imported.filter((source) => source.duplicate === duplicate).map(({ name }) => name);
  return [
    ...refusals(result.skipped).flatMap(({ reason, names }) => block(reason, names)),
    ...block(importWords.known, namesOf(true)),
    ...block(importWords.added, namesOf(false)),
  ].join('\n\n');
}
