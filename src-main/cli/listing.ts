import type { Place } from '../../src-shared/model/quotation';
import type { DiffSegment } from '../../src-shared/model/verdict';

/** A text on one line, for listings. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where a passage stands: `07:52`, `p. 6`, or `¶ 4`, and who is speaking there. */
export function placeWords({ page, time, paragraph, speaker }: Place): string[] {
  const where =
    time !== null
      ? clock(time)
      : page !== null
        ? `p. ${page}`
        : paragraph !== null && `¶ ${paragraph}`;
  return [where, speaker].filter((words) => typeof words === 'string');
}

/** A word diff on one line, in the way of `git diff --word-diff`. */
export function diffWords(diff: readonly DiffSegment[]): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  const pieces = diff.map(({ type, text }, index) => {
    const [open, close] = marks[type];
    // The space after a changed word stands behind the marks, once.
    const words = text.trimEnd();
    const isReplaced = type === 'removed' && diff[index + 1]?.type === 'added';
    return open + words + close + (isReplaced ? '' : text.slice(words.length));
  });
  return oneLine(pieces.join(''));
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return `${hours > 0 ? `${hours}:` : ''}${pad(minutes)}:${pad(whole % 60)}`;
}
