import type { GatePoint } from '../../src-shared/contract/finish';
import type { ClaimView } from '../../src-shared/model/claim';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { ReadBack } from '../../src-shared/model/read-back';
import type { SourceSummary } from '../../src-shared/model/source';
import type { Verdict } from '../../src-shared/model/verdict';
import { factCheckWords as words } from './fact-check-words';
import type { ExportInput, PassageContext, Review } from './input';
import { disclosed, notePieces, placeOf } from './plan';

/** A quotation of the fact-checker's copy, with as much of its source as its disclosure allows. */
export interface ReviewedQuotation {
  /** As in the window: counts from 1 in the order of the text, with those that are dismissed. */
  number: number;
  view: QuotationView;
  /** `unlinked` where its source may not be shown: nothing tells the two apart. */
  verdict: Verdict;
  speaker: string | null;
  source: ReviewedSource | null;
  /** Null unless the source is named. */
  passage: ReviewedPassage | null;
  /** Null where nobody has signed, or its source is hidden; of a described one there is no reason. */
  said: { reason: string | null } | null;
  readBacks: readonly ReadBack[];
}

export interface ReviewedSource {
  /** Two sources of the same description are one. */
  key: string;
  label: string;
  isNamed: boolean;
}

export interface ReviewedPassage extends PassageContext {
  exact: string;
  place: string;
}

export interface ReviewedClaim {
  number: number;
  view: ClaimView;
  state: ClaimView['state'];
  source: ReviewedSource | null;
  passage: ReviewedPassage | null;
  reason: string | null;
}

const NOTHING: Review = {
  points: [],
  contexts: {},
  readBacks: [],
  claims: [],
  claimSources: [],
  comments: [],
  withheld: [],
};

/**
 * Decides what the fact-checker's copy shows. Nothing of a source that is confidential or off the record:
 * no passage, no verdict, no word that was signed or read back for it. Of a described one its
 * description and the verdict's name. What editors wrote is left out where it names a hidden source.
 */
export function planReview(input: ExportInput) {
  const review = input.review ?? NOTHING;
  const guard = guardOf(review.withheld);
  const sources = new Map(
    [...input.sources, ...review.claimSources].map((source) => [source.id, source]),
  );
  const shown = (link: QuotationView['link']) => {
    const source = link ? sources.get(link.sourceId) : undefined;
    return source ? reviewedSource(source, input.article.language) : null;
  };
  const passageOf = (id: string, link: QuotationView['link']): ReviewedPassage | null => {
    if (!link || !shown(link)?.isNamed) return null;
    const url = sources.get(link.sourceId)?.url ?? null;
    const { before, after } = review.contexts[id] ?? { before: '', after: '' };
    return { exact: link.exact, before, after, place: placeOf(link, url, input.article.language) };
  };

  const live = input.article.quotations.filter(({ dismissed }) => !dismissed);
  const quotations = live
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .map((view): ReviewedQuotation => {
      const source = shown(view.link);
      const isOpen = view.link === null || source?.isNamed === true;
      const { attribution } = view;
      const named = isOpen ? view.speaker?.name : undefined;
      const inText =
        attribution?.name && attribution.channel
          ? words.reportedBy(attribution.name, attribution.channel)
          : attribution?.name;
      return {
        number: view.ordinal,
        view,
        verdict: source ? view.verdict : 'unlinked',
        speaker: named ?? inText ?? null,
        source,
        passage: passageOf(view.id, view.link),
        said:
          view.check && (isOpen || source)
            ? { reason: isOpen ? guard(view.check.reason) : null }
            : null,
        readBacks: isOpen
          ? review.readBacks
              .filter(({ quotationId }) => quotationId === view.id)
              .map((one) => ({ ...one, by: guard(one.by) ?? '', note: guard(one.note) ?? '' }))
          : [],
      };
    });
  const claims = review.claims.map((view, index): ReviewedClaim => {
    const source = shown(view.link);
    const isOpen = view.link === null || source?.isNamed === true;
    const reason = isOpen ? guard(view.check?.reason ?? null) : null;
    const state = view.link !== null && source === null ? 'open' : view.state;
    return {
      number: index + 1,
      view,
      state,
      source,
      passage: passageOf(view.id, view.link),
      reason,
    };
  });
  const hidden = new Set(
    live.filter(({ link }) => link !== null && shown(link) === null).map(({ id }) => id),
  );
  const isShown = ({ code, quotationIds }: GatePoint) =>
    !/^(?:source|consent)-/.test(code) || !quotationIds.some((id) => hidden.has(id));
  return {
    quotations,
    claims,
    points: review.points.filter(isShown).map((point) => ({
      ...point,
      acceptance: point.acceptance && {
        ...point.acceptance,
        reason: guard(point.acceptance.reason) ?? '',
      },
    })),
    comments: review.comments.map((thread) => ({
      ...thread,
      comments: thread.comments.map((one) => ({ ...one, text: guard(one.text) ?? '' })),
    })),
  };
}

export type ReviewPlan = ReturnType<typeof planReview>;

function reviewedSource(source: SourceSummary, language: string): ReviewedSource | null {
  const how = disclosed(source);
  if (how === 'nothing') return null;
  if (how === 'named') {
    const { id, title, kind, creator, date, url } = source;
    const named = { title, kind, creator, date, url };
    const about = { id, number: 0, named, description: null, sourceId: id, quotations: [] };
    return { key: id, label: notePieces(about, language).join(', '), isNamed: true };
  }
  const label = source.description?.trim() ?? '';
  return { key: `described ${label.toLowerCase()}`, label, isNamed: false };
}

/** Keeps back what somebody wrote where it has a name, title, file or address of a hidden source in it. */
function guardOf(withheld: readonly string[]): (text: string | null) => string | null {
  const names = withheld.map((one) => one.trim().toLowerCase()).filter((one) => one.length > 3);
  return (text) => {
    const lower = text?.toLowerCase() ?? '';
    return names.some((name) => lower.includes(name)) ? words.withheld : text;
  };
}
