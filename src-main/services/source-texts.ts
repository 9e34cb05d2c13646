import { indexSource, type SourceIndex } from '../../src-shared/quotation/align/align';
import type { Library } from '../library/open';
import { readText, type SourceText, type SourceVersion } from '../library/sources';

/** A source version's words, ready for finding and judging passages. */
export interface IndexedText extends SourceText {
  /** Built when it is first asked for: a verdict on a linked passage does without. */
  readonly index: SourceIndex;
}

/** Texts kept at most, in UTF-16 code units; with its index a text takes about five bytes for each. */
const KEPT_LENGTH = 40_000_000;

/**
 * Source texts with their indexes, in memory: building an index takes 15 to 30 ms for a megabyte,
 * searching it less than one. Versions never change, so nothing in here goes out of date.
 */
export class SourceTexts {
  /** In the order of their last use, the newest at the end. */
  private readonly kept = new Map<string, IndexedText>();
  private keptLength = 0;

  constructor(
    private readonly library: Pick<Library, 'db'>,
    private readonly keptAtMost = KEPT_LENGTH,
  ) {}

  /** Throws `library-damaged` where the words on disk are not the ones that were stored. */
  get(version: Pick<SourceVersion, 'id' | 'sourceId' | 'home'>): IndexedText {
    const known = this.known(version.id);
    if (known) return known;
    const stored = readText(this.library.db, version);
    let index: SourceIndex | null = null;
    const indexed: IndexedText = {
      ...stored,
      get index() {
        index ??= indexSource(stored.text);
        return index;
      },
    };
    this.kept.set(version.id, indexed);
    this.keptLength += indexed.text.length;
    this.forget();
    return indexed;
  }

  /** A text that need not be read. */
  known(versionId: string): IndexedText | undefined {
    const known = this.kept.get(versionId);
    if (known) {
      this.kept.delete(versionId);
      this.kept.set(versionId, known);
    }
    return known;
  }

  private forget(): void {
    for (const [id, { text }] of this.kept) {
      if (this.keptLength <= this.keptAtMost || this.kept.size === 1) return;
      this.kept.delete(id);
      this.keptLength -= text.length;
    }
  }
}
