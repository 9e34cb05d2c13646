import type { LeftUnlinked } from '../../src-shared/contract/articles';
import type { PassageTarget } from '../../src-shared/model/quotation';
import type { Span } from '../../src-shared/model/span';
import { resolvePassage } from '../../src-shared/quotation/passage';
import { offsetOfCodePoint } from '../../src-shared/sidecar/code-points';
import { Findable } from '../../src-shared/sidecar/find-parts';
import type { SidecarQuotation, SidecarSource } from '../../src-shared/sidecar/sidecar';
import {
  type FoundVersion,
  versionsAt,
  versionsTitled,
  versionsWithText,
} from '../library/find-sources';
import { readVersion } from '../library/sources';
import type { Context } from './context';

/** Where the passage of a quotation is in this library, or why it is nowhere. */
export type FoundPassage = { target: PassageTarget } | { because: LeftUnlinked['because'] };

/**
 * Finds passages as a sidecar names them. A source is recognised by the hash of its text, or else by its
 * address or its title if the very words of the passage stand in it, once; nothing is guessed.
 */
export class PassageFinder {
  private readonly texts = new Map<string, Findable>();

  constructor(private readonly context: Context) {}

  /** @param said the words of the quotation, for a source of which the sidecar tells no words */
  find({ source, words, position }: SidecarQuotation, said: readonly string[]): FoundPassage {
    if (!source) return { because: 'described' };
    const { db } = this.context.library;
    const same = source.sha256 === null ? [] : versionsWithText(db, source.sha256);
    const [exact] = [...same.filter((one) => isNamedSo(one, source)), ...same];
    if (exact && position) {
      const span = this.spanAt(exact, position);
      if (span) return { target: targetIn(exact, span) };
    }
    const named = source.url === null ? [] : versionsAt(db, source.url);
    const candidates =
      exact !== undefined ? [exact] : named.length > 0 ? named : versionsTitled(db, source.title);
    if (candidates.length === 0) return { because: 'source' };
    const found = candidates.flatMap((one) => {
      const span = words ? this.spanOfWords(one, words, position) : this.spanOfSaid(one, said);
      return span ? [targetIn(one, span)] : [];
    });
    const [only] = found;
    return only && found.length === 1 ? { target: only } : { because: 'passage' };
  }

  private spanAt(version: FoundVersion, { start, end }: Span): Span | null {
    const { text } = this.textOf(version);
    const from = offsetOfCodePoint(text, start);
    const length = from === null ? null : offsetOfCodePoint(text.slice(from), end - start);
    return from === null || length === null || length === 0
      ? null
      : { start: from, end: from + length };
  }

  private spanOfWords(
    version: FoundVersion,
    words: NonNullable<SidecarQuotation['words']>,
    position: Span | null,
  ): Span | null {
    const { text } = this.textOf(version);
    const place = position && this.spanAt(version, position);
    const { start, end } = place ?? { start: -1, end: -1 };
    return (
      resolvePassage(text, { ...words, start, end }) ??
      this.textOf(version).find({ ...words, start: position?.start ?? null })
    );
  }

  /** The quoted words, without their marks, where they stand in the source once. */
  private spanOfSaid(version: FoundVersion, said: readonly string[]): Span | null {
    const exact = withoutMarks(said.join(' '));
    if (exact === '') return null;
    return this.textOf(version).find({ exact, prefix: '', suffix: '', start: null });
  }

  private textOf({ id }: FoundVersion): Findable {
    let text = this.texts.get(id);
    if (!text) {
      text = new Findable(this.context.texts.get(readVersion(this.context.library.db, id)).text);
      this.texts.set(id, text);
    }
    return text;
  }
}

function isNamedSo(version: FoundVersion, { title, url }: SidecarSource): boolean {
  return version.title === title && (url === null || version.url === url);
}

function targetIn({ id }: FoundVersion, { start, end }: Span): PassageTarget {
  return { sourceVersionId: id, start, end };
}

const MARKS = /^[\s"“”„‟«»‹›「」『』'‘’‚,.]+|[\s"“”„‟«»‹›「」『』'‘’‚,.]+$/g;

function withoutMarks(words: string): string {
  return words.replace(MARKS, '');
}
