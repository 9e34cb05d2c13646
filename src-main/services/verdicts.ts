import type { Medium } from '../../src-shared/model/source';
import type { DiffSegment, Reason, Verdict } from '../../src-shared/model/verdict';
import { judgeQuotation } from '../../src-shared/quotation/verdict/verdict';
import { sha256 } from '../library/files';
import type { StoredQuotation } from '../library/quotations';
import { readVersion } from '../library/sources';
import type { Context } from './context';
import type { IndexedText } from './source-texts';

/** What the comparison of a quotation with its passage says. */
export interface Judgement {
  verdict: Verdict;
  reasons: Reason[];
  diff: DiffSegment[];
}

/** Judgements by the hash of everything that they depend on, in the order of their last use. */
export type Judgements = Map<string, Judgement>;

const KEPT = 20_000;

const UNLINKED: Judgement = { verdict: 'unlinked', reasons: [], diff: [] };

/** What judging needs: the library's texts, what was judged before, and how strictly to judge. */
export interface Judging extends Pick<Context, 'texts' | 'judgements' | 'profile'> {
  library: Pick<Context['library'], 'db'>;
}

/** What of a quotation decides its verdict. */
export interface JudgedQuotation {
  parts: readonly { text: string }[];
  /** BCP 47 tags of article and source tell a translation from other words; null where unknown. */
  language: string | null;
  /** Who is said to speak; a passage that stands in another's turn is told. */
  speakerName: string | null;
}

/** The passage that it is compared with. */
export interface JudgedPassage {
  sourceVersionId: string;
  medium: Medium;
  language: string | null;
  start: number;
  end: number;
}

/** What is compared of a stored quotation: the person an editor named speaks, else whom the text names. */
export function judged(
  quotation: Pick<StoredQuotation, 'parts' | 'attribution'>,
  speaker: { name: string } | null,
  language: string,
): JudgedQuotation {
  const speakerName = speaker?.name ?? quotation.attribution?.name ?? null;
  return { parts: quotation.parts, language, speakerName };
}

/**
 * The verdict on a quotation: computed only where its words, or its passage, are not those of a time
 * before. A source whose words are damaged on disk gives "not checkable", so that an article can be
 * read and saved all the same.
 */
export function judge(
  context: Judging,
  quotation: JudgedQuotation,
  passage: JudgedPassage | null,
): Judgement {
  if (!passage) return UNLINKED;
  const { judgements } = context;
  const key = keyOf(quotation, passage);
  const known = judgements.get(key);
  if (known) {
    judgements.delete(key);
    judgements.set(key, known);
    return known;
  }
  const judgement = compare(context, quotation, passage);
  judgements.set(key, judgement);
  const oldest = judgements.keys().next().value;
  if (judgements.size > KEPT && oldest !== undefined) judgements.delete(oldest);
  return judgement;
}

function keyOf(quotation: JudgedQuotation, passage: JudgedPassage): string {
  const words = quotation.parts.map((part) => part.text);
  const { sourceVersionId, start, end, medium, language } = passage;
  return sha256(
    JSON.stringify([
      words,
      quotation.language,
      quotation.speakerName,
      [sourceVersionId, start, end, medium, language],
    ]),
  );
}

function compare(
  context: Judging,
  { parts, language, speakerName }: JudgedQuotation,
  passage: JudgedPassage,
): Judgement {
  let source: IndexedText;
  try {
    source =
      context.texts.known(passage.sourceVersionId) ??
      context.texts.get(readVersion(context.library.db, passage.sourceVersionId));
  } catch (error) {
    console.error('A source cannot be read:', error);
    return { verdict: 'not-checkable', reasons: [], diff: [] };
  }
  // With its passage given, a verdict needs no index: an article opens without any being built.
  const { verdict, reasons, diff } = judgeQuotation({
    draft: parts.map((part) => part.text),
    source: source.text,
    kind: passage.medium,
    profile: context.profile,
    passage: { start: passage.start, end: passage.end },
    language: {
      ...(language ? { draft: language } : {}),
      ...(passage.language ? { source: passage.language } : {}),
    },
    // Only what was spoken has turns; "Item 3:" in minutes is nobody's name.
    ...(speakerName && passage.medium === 'spoken' ? { speakerNames: [speakerName] } : {}),
  });
  return { verdict, reasons, diff };
}
