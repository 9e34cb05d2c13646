import { type GatePoint, isAcceptable, openPoints } from '../../src-shared/contract/finish';
import { figuresOf, figuresWithoutAlternative } from '../../src-shared/document/figure';
import { listSuggestions } from '../../src-shared/document/list-suggestions';
import { inlineText, plainText } from '../../src-shared/document/plain-text';
import type { Document, FigureNode } from '../../src-shared/document/schema';
import { findToCome } from '../../src-shared/document/to-come';
import { StetError } from '../../src-shared/errors';
import type { ClaimView } from '../../src-shared/model/claim';
import type { Consent } from '../../src-shared/model/note';
import { isSettled, type QuotationView } from '../../src-shared/model/quotation';
import { newestReadBacks } from '../../src-shared/model/read-back';
import type { SourceSummary } from '../../src-shared/model/source';
import type { Verdict } from '../../src-shared/model/verdict';
import { readAcceptances } from '../library/acceptances';
import { listAgreements } from '../library/agreements';
import { listThreads } from '../library/comments';
import { sha256 } from '../library/files';
import { namesOf } from '../library/people';
import { findPicture } from '../library/pictures';
import { readSourceSummary } from '../library/source-summaries';
import { readSource, readVersion, type StoredSource } from '../library/sources';
import { concerns } from './agreements';
import { viewArticle } from './article-view';
import { bylinePoints } from './byline-points';
import { viewClaims } from './claim-views';
import type { Context } from './context';
import { excludedIn, reasonAgainst } from './exclusions';
import { viewReadBacks } from './read-backs';

/** Every point of an article's gate, with the word of whoever answers for it as it is now. */
export function viewGate(context: Context, articleId: string): GatePoint[] {
  const acceptances = readAcceptances(context.library.db, articleId);
  return pointsOf(context, articleId).map((one) => {
    const found = acceptances.get(one.code);
    if (!found || !isAcceptable(one) || found.aboutSha256 !== one.about) return one;
    const { reason, editorName, at } = found;
    return { ...one, acceptance: { reason, editorName, at } };
  });
}

/**
 * What every way of marking an article as finished goes through. Throws `gate-open` while a point is
 * neither settled nor answered for with a reason and a name.
 */
export function requireSettledGate(context: Context, articleId: string): void {
  const { length } = openPoints(viewGate(context, articleId));
  if (length > 0) throw new StetError('gate-open', { articleId, count: length });
}

function pointsOf(context: Context, articleId: string): GatePoint[] {
  const article = viewArticle(context, articleId);
  const live = article.quotations.filter((quotation) => !quotation.dismissed);
  const { text } = plainText(article.document);
  return [
    ...sourcePoints(context, live),
    ...excludedPoints(context, live),
    ...consentPoints(context, live),
    ...verdictPoints(live),
    ...speakerPoints(live),
    ...readBackPoints(context, articleId, live),
    ...claimPoints(context, articleId),
    ...bylinePoints(article.byline, point),
    ...unfinishedPoints(text),
    ...commentPoints(context, articleId),
    ...suggestionPoints(article.document),
    ...figurePoints(context, article.document),
  ];
}

/** What keeps an article with these quotations from being exported. */
export function blockingPoints(
  context: Context,
  quotations: readonly QuotationView[],
): GatePoint[] {
  const live = quotations.filter((quotation) => !quotation.dismissed);
  return [
    ...sourcePoints(context, live),
    ...excludedPoints(context, live),
    ...consentPoints(context, live),
  ].filter(({ blocking }) => blocking);
}

/** The sources that quotations (dismissed ones aside) are linked to, in the order of the text. */
export function linkedSources(
  context: Context,
  quotations: readonly QuotationView[],
): { source: SourceSummary; quotationIds: string[] }[] {
  return bySource(quotations).map(({ sourceId, quotationIds }) => ({
    source: readSourceSummary(context.library.db, sourceId),
    quotationIds,
  }));
}

function bySource(quotations: readonly QuotationView[]) {
  const found = new Map<string, string[]>();
  for (const { id, link, dismissed } of quotations) {
    if (!link || dismissed) continue;
    const ids = found.get(link.sourceId) ?? [];
    ids.push(id);
    found.set(link.sourceId, ids);
  }
  return [...found].map(([sourceId, quotationIds]) => ({ sourceId, quotationIds }));
}

const VERDICT_POINTS: [Verdict, GatePoint['code']][] = [
  ['altered', 'quotations-altered'],
  ['missing', 'quotations-missing'],
  ['review', 'quotations-review'],
  ['not-checkable', 'quotations-not-checkable'],
  ['unlinked', 'quotations-unlinked'],
];

function verdictPoints(quotations: readonly QuotationView[]): GatePoint[] {
  return VERDICT_POINTS.flatMap(([verdict, code]) => {
    const open = quotations.filter((one) => one.verdict === verdict && !isSettled(one));
    return aboutQuotations(code, open);
  });
}

/** Speakers who asked for changes, and have not approved of anything since. */
function readBackPoints(
  context: Context,
  articleId: string,
  quotations: readonly QuotationView[],
): GatePoint[] {
  const newest = newestReadBacks(viewReadBacks(context, articleId));
  const asked = quotations.filter(({ id }) => newest.get(id)?.state === 'changes-asked');
  return aboutQuotations(
    'read-backs-changes',
    asked,
    asked.map(({ id }) => newest.get(id)?.id),
  );
}

/** Claims that were marked and that nobody has signed. What only looks like one is no point. */
function claimPoints(context: Context, articleId: string): GatePoint[] {
  const claims = viewClaims(context, articleId);
  const about = (code: GatePoint['code'], open: readonly ClaimView[]): GatePoint[] => {
    const [first] = open;
    const said = open.map(({ id, text, link }) => [id, text, link?.exact]);
    return first ? [point(code, [], open.length, first.text, said)] : [];
  };
  return [
    ...about(
      'claims-changed',
      claims.filter(({ state }) => state === 'passage-changed'),
    ),
    ...about(
      'claims-unchecked',
      claims.filter(({ state }) => state === 'open' || state === 'linked'),
    ),
  ];
}

/** What somebody asked about the text and nobody has settled. */
function commentPoints({ library }: Context, articleId: string): GatePoint[] {
  const open = listThreads(library.db, articleId).filter(({ resolved }) => resolved === null);
  const [first] = open;
  const said = open.map(({ id, comments }) => [id, comments.map(({ text }) => text)]);
  return first
    ? [point('comments-open', [], open.length, first.comments[0]?.text ?? '', said)]
    : [];
}

/** Pictures that nobody has put into words, and pictures that are gone. */
function figurePoints({ library }: Context, document: Document): GatePoint[] {
  const about = (code: GatePoint['code'], figures: readonly FigureNode[]): GatePoint[] => {
    const [first] = figures;
    const shown = figures.map(({ picture, children }) => [picture, inlineText(children)]);
    return first ? [point(code, [], figures.length, inlineText(first.children), shown)] : [];
  };
  const isMissing = ({ picture }: FigureNode) => findPicture(library.db, picture) === null;
  return [
    ...about('figures-unread', figuresWithoutAlternative(document)),
    ...about('figures-missing', figuresOf(document).filter(isMissing)),
  ];
}

/** What somebody proposed and nobody has decided. An export reads as if it were accepted. */
function suggestionPoints(document: Document): GatePoint[] {
  const open = listSuggestions(document);
  const [first] = open;
  const proposed = open.map(({ id, inserted, deleted }) => [id, inserted, deleted]);
  const example = first && (first.inserted.trim() || first.deleted.trim());
  return first ? [point('suggestions-open', [], open.length, example ?? '', proposed)] : [];
}

/** Nobody is named, neither in the text nor by an editor, and no editor has signed for it. */
function speakerPoints(quotations: readonly QuotationView[]): GatePoint[] {
  const open = quotations.filter(
    ({ speaker, attribution, check }) =>
      speaker === null && !attribution?.name && check?.kind !== 'accepted',
  );
  return aboutQuotations('speakers-missing', open);
}

function sourcePoints(context: Context, quotations: readonly QuotationView[]): GatePoint[] {
  const today = new Date(context.library.now()).toISOString().slice(0, 10);
  const linked = bySource(quotations).map(({ sourceId, quotationIds }) => ({
    source: readSource(context.library.db, sourceId),
    quotationIds,
  }));
  const isEmbargoed = ({ terms, embargoUntil }: StoredSource) =>
    terms === 'embargoed' && (embargoUntil === null || isBefore(today, embargoUntil));
  const about = (
    code: GatePoint['code'],
    applies: (source: StoredSource) => boolean,
    blocking = false,
  ): GatePoint[] => {
    const found = linked.filter(({ source }) => applies(source));
    if (found.length === 0) return [];
    const ids = found.flatMap(({ quotationIds }) => quotationIds);
    const isOne = new Set(ids);
    const quoted = quotations.filter(({ id }) => isOne.has(id)).map(toldApart);
    const agreed = found.map(({ source }) => [source.id, source.embargoUntil]);
    const title = found[0]!.source.title;
    return [{ ...point(code, ids, found.length, title, [quoted, agreed]), blocking }];
  };
  return [
    ...about('source-confidential', ({ disclosure }) => disclosure === 'confidential', true),
    ...about('source-off-the-record', ({ terms }) => terms === 'off-the-record'),
    ...about('source-embargoed', isEmbargoed).map((one) => ({
      ...one,
      until: lastOf(linked.map(({ source }) => source).filter(isEmbargoed)),
    })),
  ];
}

/** When the last of these embargoes ends; null where one has no end. */
function lastOf(embargoed: readonly StoredSource[]): string | null {
  const ends = embargoed.map(({ embargoUntil }) => embargoUntil);
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
}

/** Passages that an editor said must not be used. The exclusion can be lifted where it was made. */
function excludedPoints(context: Context, quotations: readonly QuotationView[]): GatePoint[] {
  // Many quotations come from few sources.
  const stretchesOf = once((versionId: string) =>
    excludedIn(context, readVersion(context.library.db, versionId)),
  );
  const excluded = quotations.filter(
    ({ link }) => link !== null && reasonAgainst(stretchesOf(link.sourceVersionId), link) !== null,
  );
  return aboutQuotations('source-excluded', excluded).map((one) => ({ ...one, blocking: true }));
}

/** Words of speakers who did not agree, or do not agree any more. */
function consentPoints(context: Context, quotations: readonly QuotationView[]): GatePoint[] {
  const { db } = context.library;
  const agreementsOf = once((sourceId: string) => listAgreements(db, readSource(db, sourceId)));
  const linked = quotations.flatMap((quotation) =>
    quotation.link
      ? [
          {
            quotation,
            agreements: agreementsOf(quotation.link.sourceId),
            names: quotation.speaker ? namesOf(db, quotation.speaker.personId) : [],
          },
        ]
      : [],
  );
  const about = (consent: Consent, code: GatePoint['code'], blocking: boolean): GatePoint[] => {
    const found = linked.flatMap(({ quotation, agreements, names }) => {
      const agreement = agreements.find(
        (one) => one.consent === consent && concerns(one, quotation, names),
      );
      return agreement ? [{ ...quotation, agreement }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const ids = found.map(({ id }) => id);
    const agreed = found.map((one) => [toldApart(one), one.agreement]);
    return [{ ...point(code, ids, ids.length, first.agreement.speaker, agreed), blocking }];
  };
  return [
    ...about('withdrawn', 'consent-withdrawn', true),
    ...about('refused', 'consent-refused', false),
  ];
}

/** The same answer for the same id, worked out once. */
function once<Answer>(ask: (id: string) => Answer): (id: string) => Answer {
  const known = new Map<string, Answer>();
  return (id) => {
    const answer = known.get(id) ?? ask(id);
    known.set(id, answer);
    return answer;
  };
}

/** An embargo "until" a day, a month or a year ends when that begins. */
function isBefore(today: string, until: string): boolean {
  return today < until && !today.startsWith(until);
}

const AROUND = 40;

function unfinishedPoints(text: string): GatePoint[] {
  const marks = findToCome(text);
  const [first] = marks;
  if (!first) return [];
  const lines = marks.map(({ start }) => around(text, start));
  // What is shown of the first one begins and ends with whole words.
  const example = around(text, first.start)
    .replace(first.start > AROUND ? /^\S*\s/ : '', '')
    .replace(first.start + AROUND < text.length ? /\s\S*$/ : '', '');
  return [point('tk-marks', [], marks.length, example.trim(), lines)];
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - AROUND), at + AROUND).replace(/\s+/g, ' ');
}

function aboutQuotations(
  code: GatePoint['code'],
  quotations: readonly QuotationView[],
  more: unknown = null,
): GatePoint[] {
  const first = quotations[0];
  const ids = quotations.map(({ id }) => id);
  return first ? [point(code, ids, ids.length, first.text, [quotations.map(toldApart), more])] : [];
}

/** What a quotation is to whoever signs for it: another one when its words or its passage change. */
function toldApart({ id, text, link }: QuotationView): unknown {
  return [id, text, link && [link.sourceId, link.exact]];
}

/** @param about all that the point is about, as plain data */
function point(
  code: GatePoint['code'],
  quotationIds: string[],
  count: number,
  example: string,
  about: unknown,
): GatePoint {
  return {
    code,
    quotationIds,
    count,
    example,
    blocking: false,
    about: sha256(JSON.stringify([code, about])),
    acceptance: null,
  };
}
