import { attributionOf, withAttributionsOutside } from '../../src-shared/document/attribution';
import { dateFrom } from '../../src-shared/document/date';
import { isRelativeLink, leadsToOneOf, properAddress } from '../../src-shared/document/links';
import { noteOffset } from '../../src-shared/document/place-notes';
import { type PlainText, plainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import { acceptSuggestions } from '../../src-shared/document/suggestions';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { SourceSummary } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import type { ExportInput } from './input';
import { passageUrl } from './passage-url';
import { exportWords, longDate, timecode } from './words';

/** A quotation that is printed together with its source. */
export interface PlannedQuotation {
  /** Its id in the file: `q-1`, counted in the order of the text. */
  id: string;
  view: QuotationView;
  parts: Span[];
  /** The words of each part, quotation marks included. */
  words: string[];
  source: PlannedSource;
  /** Counts the references to its source, from 1. */
  reference: number;
  /** Where the reference goes in the plain text. */
  noteOffset: number;
  /** "at 07:52", "p. 6", or empty. */
  place: string;
  /** The address of the passage, or null. */
  url: string | null;
  /** Who is quoted, where a block quotation has nobody named beside it. */
  attribution: string | null;
}

/** A source as far as readers may know it. */
export interface PlannedSource {
  /** Its id in the file: `src-1`. */
  id: string;
  number: number;
  /** Null where the source is only described: then `description` is all there is of it. */
  named: Pick<SourceSummary, 'title' | 'kind' | 'creator' | 'date' | 'url'> | null;
  description: string | null;
  /** Its id in the library, which is never printed; null where the source is only described. */
  sourceId: string | null;
  quotations: PlannedQuotation[];
}

export interface ExportPlan {
  document: Document;
  plain: PlainText;
  quotations: PlannedQuotation[];
  sources: PlannedSource[];
  /** False for an address that would lead to a source which may not be named. */
  allowsLink: (url: string) => boolean;
}

type Disclosed = 'named' | 'described' | 'nothing';

/**
 * How much of a source may reach readers: nothing of a confidential or off-the-record one; the
 * description alone of a described one, and of one given on background, whatever its disclosure
 * says.
 */
export function disclosed(
  source: Pick<SourceSummary, 'disclosure' | 'terms' | 'description'>,
): Disclosed {
  if (source.disclosure === 'confidential' || source.terms === 'off-the-record') return 'nothing';
  if (source.disclosure === 'public' && source.terms !== 'background') return 'named';
  return source.description === null || source.description.trim() === '' ? 'nothing' : 'described';
}

/**
 * Decides what an export shows. A quotation gets its mark-up and its note only where its source may
 * be shown; all others, whether they are linked to a protected source or to none, are words like any
 * others, so that nothing tells them apart.
 *
 * @param isForSite whether the file goes onto a site, to which relative addresses are relative; in a file
 *   that is read by itself they would lead into somebody's folders
 */
export function planExport(input: ExportInput, { isForSite = false } = {}): ExportPlan {
  const document = withAttributionsOutside(acceptSuggestions(input.article.document));
  const plain = plainText(document);
  const byId = new Map(input.sources.map((source) => [source.id, source]));
  const planned = new Map<string, PlannedSource>();
  const quotations: PlannedQuotation[] = [];
  for (const view of quotationsInBody(input, plain)) {
    const summary = view.link && byId.get(view.link.sourceId);
    const parts = partsOf(view, plain);
    if (!summary || view.dismissed || parts.length === 0) continue;
    const source = plannedSource(summary, planned);
    if (!source) continue;
    const quotation = planQuotation(input, plain, view, parts, source, quotations.length + 1);
    source.quotations.push(quotation);
    quotations.push(quotation);
  }
  const isHidden = leadsToOneOf([
    ...(input.hiddenAddresses ?? []),
    ...input.sources
      .filter((source) => disclosed(source) !== 'named')
      .flatMap(({ url }) => (url === null ? [] : [url])),
  ]);
  return {
    document,
    plain,
    quotations,
    sources: [...planned.values()],
    allowsLink: (url) => (isForSite || !isRelativeLink(url)) && !isHidden(url),
  };
}

/** Headlines carry no notes: what they quote is quoted again below. */
function quotationsInBody({ article }: ExportInput, plain: PlainText): QuotationView[] {
  const header = plain.blocks.filter(
    (block) => block.kind === 'headline' || block.kind === 'standfirst',
  );
  const bodyStart = header.at(-1)?.end ?? 0;
  return article.quotations
    .filter((view) => (partsOf(view, plain)[0]?.start ?? -1) >= bodyStart)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The document says where a quotation is; offsets serve where it carries no marks. */
export function partsOf(view: QuotationView, plain: PlainText): Span[] {
  const marked = plain.quotations.get(view.id);
  if (marked) return marked;
  const words = view.parts.map((part) => plain.text.slice(part.start, part.end)).join(' ');
  return words === view.text ? view.parts : [];
}

function plannedSource(
  summary: SourceSummary,
  planned: Map<string, PlannedSource>,
): PlannedSource | null {
  const how = disclosed(summary);
  if (how === 'nothing') return null;
  const description = how === 'described' ? (summary.description?.trim() ?? null) : null;
  // Two sources with the same description are one to the reader: that there are two is not said.
  const key = description === null ? summary.id : `described ${description.toLowerCase()}`;
  const known = planned.get(key);
  if (known) return known;
  const number = planned.size + 1;
  const { title, kind, creator, date } = summary;
  const url = summary.url === null ? null : properAddress(summary.url);
  const source: PlannedSource = {
    id: `src-${number}`,
    number,
    named: description === null ? { title, kind, creator, date, url } : null,
    description,
    sourceId: description === null ? summary.id : null,
    quotations: [],
  };
  planned.set(key, source);
  return source;
}

function planQuotation(
  input: ExportInput,
  plain: PlainText,
  view: QuotationView,
  parts: Span[],
  source: PlannedSource,
  number: number,
): PlannedQuotation {
  const { link } = view;
  const url = source.named?.url ?? null;
  // Where the words are not in the source, there is no place in it to point to.
  const isThere = source.named !== null && link !== null && view.verdict !== 'missing';
  return {
    id: `q-${number}`,
    view,
    parts,
    words: parts.map((part) => plain.text.slice(part.start, part.end)),
    source,
    reference: source.quotations.length + 1,
    noteOffset: noteOffsetOf(view, plain, parts),
    place: isThere && link ? placeOf(link, url, input.article.language) : '',
    url: url !== null && isThere && link ? passageUrl(url, link) : url,
    attribution: source.named === null ? null : attributionFor(view, plain, parts),
  };
}

/** Where the reference of a quotation goes in the plain text. */
export function noteOffsetOf(
  view: QuotationView,
  plain: PlainText,
  parts: readonly Span[],
): number {
  const end = parts.at(-1)?.end ?? 0;
  return view.kind === 'block' ? blockNoteOffset(plain, parts) : noteOffset(plain.text, end);
}

/** Behind the attribution line of a block quotation, or else behind its last word. */
function blockNoteOffset(plain: PlainText, parts: readonly Span[]): number {
  const end = parts.at(-1)?.end ?? plain.text.length;
  const after = plain.blocks.find((block) => block.start >= end && block.quote === undefined);
  const isLine = after?.kind === 'paragraph' && attributionOf(plain.text, after) !== null;
  return isLine ? after.end : end;
}

export function placeOf(
  link: NonNullable<QuotationView['link']>,
  url: string | null,
  language: string,
): string {
  const words = exportWords(language);
  const { page, time, paragraph } = link.place;
  if (page !== null) return words.page(page);
  if (time !== null) return `${words.at} ${timecode(time)}`;
  return paragraph !== null && url === null ? words.paragraph(paragraph) : '';
}

/** The speaker an editor named, unless the paragraph before the block names the person already. */
function attributionFor(
  view: QuotationView,
  plain: PlainText,
  parts: readonly Span[],
): string | null {
  const start = parts[0]?.start ?? 0;
  if (view.kind !== 'block' || view.speaker === null) return null;
  const offset = blockNoteOffset(plain, parts);
  if (offset > (parts.at(-1)?.end ?? 0)) return null;
  const before = plain.blocks.filter((block) => block.end <= start).at(-1);
  const { name } = view.speaker;
  const lastName = name.split(/\s+/).at(-1) ?? name;
  const words = before ? plain.text.slice(before.start, before.end) : '';
  return words.includes(lastName) ? null : name;
}

/** "Harbour audit", "Audit Office", "28 April 2026", "p. 6": the pieces of a note in order. */
export function notePieces(source: PlannedSource, language: string): string[] {
  if (!source.named) return [capitalised(source.description ?? '')];
  const { title, creator, date } = source.named;
  const day = date === null ? null : longDate(date, language);
  const said = (piece: string) => title.toLowerCase().includes(piece.toLowerCase());
  return [
    title,
    ...(creator !== null && !said(creator) ? [creator] : []),
    ...(day !== null && dateFrom(title) !== date ? [day] : []),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
