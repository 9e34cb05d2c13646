import * as v from 'valibot';
import { formatByline } from '../../src-shared/byline/format';
import { plainText } from '../../src-shared/document/plain-text';
import { BuiltInStyleSchema } from '../../src-shared/model/byline';
import { codePointsBefore } from '../../src-shared/sidecar/code-points';
import {
  ArticleRecordSchema,
  type Sidecar,
  type SidecarQuotation,
} from '../../src-shared/sidecar/sidecar';
import type { BundleRows } from '../library/bundle-read';
import { openDocument } from '../library/documents';

/*
 * A bundle that lies beside Markdown or HTML says what annotations would say, and has the sources. The
 * words are those of the file that is opened: somebody may have changed them meanwhile.
 */

/** What of a bundle comes in with another file than itself: the sources, and what is kept about them. */
const OF_SOURCES = new Set([
  'editor',
  'source_text',
  'original',
  'source',
  'source_version',
  'exclusion',
  'agreement',
  'source_note',
  'collection',
  'collection_source',
]);

const CONTEXT = 32;

/** The rows of a bundle's sources. */
export function sourceRows(rows: BundleRows): BundleRows {
  return Object.fromEntries(Object.entries(rows).filter(([name]) => OF_SOURCES.has(name)));
}

/** What the rows of a bundle say of its article, in the form of a sidecar. Throws where they say nothing. */
export function sidecarOf(rows: BundleRows): Sidecar {
  const [article] = rows.article ?? [];
  const [copy] = rows.working_copy ?? [];
  const document = openDocument({ json: String(copy?.document), sha256: String(copy?.sha256) });
  const { text, blocks, quotations } = plainText(document);
  const wordsOf = (kind: 'headline' | 'standfirst') => {
    const block = blocks.find((one) => one.kind === kind);
    return block ? text.slice(block.start, block.end) : '';
  };
  const people = new Map((rows.person ?? []).map((row) => [row.id, row]));
  const credits = [...(rows.credit ?? [])]
    .sort((a, b) => (String(a.position) < String(b.position) ? -1 : 1))
    .map(({ person_id, job_title: jobTitle, ...credit }) => {
      const { name, kind, url } = people.get(person_id ?? null) ?? {};
      return { ...credit, jobTitle, name, kind, url };
    });
  const style = BuiltInStyleSchema.options.find((one) => one === article?.byline_style) ?? null;
  const record = v.parse(ArticleRecordSchema, {
    ...article,
    headline: wordsOf('headline'),
    standfirst: wordsOf('standfirst'),
    tags: JSON.parse(String(article?.tags)),
    byline: { style, override: article?.byline_override, line: '', tail: '', credits },
  });
  const { byline, language } = record;
  const printed = formatByline(
    byline.credits.map((credit) => ({ ...credit, id: '', personId: '', nameOrder: null })),
    style ?? 'ap',
    language,
  );
  byline.line = String(article?.finished_byline ?? byline.override ?? printed.line);
  byline.tail = String(article?.finished_tail ?? printed.tail);
  return {
    article: record,
    quotations: (rows.quotation ?? []).flatMap((row) => {
      const parts = quotations.get(String(row.id));
      return parts ? quotationOf(rows, row, text, parts) : [];
    }),
  };
}

const DISMISSED: Omit<SidecarQuotation, 'parts'> = {
  source: null,
  words: null,
  position: null,
  speaker: null,
  attribution: null,
  isDismissed: true,
};

function quotationOf(
  rows: BundleRows,
  { id, kind, dismissed }: BundleRows[string][number],
  text: string,
  parts: readonly { start: number; end: number }[],
): SidecarQuotation[] {
  const selectors = parts.map((part) => ({
    exact: text.slice(part.start, part.end),
    prefix: text.slice(Math.max(0, part.start - CONTEXT), part.start),
    suffix: text.slice(part.end, part.end + CONTEXT),
    start: codePointsBefore(text, part.start),
  }));
  if (dismissed === 1) return [{ ...DISMISSED, parts: selectors }];
  // In the order of the logical clock: what was written last holds.
  const link = (rows.link ?? []).findLast((one) => one.quotation_id === id);
  const passage = (rows.passage ?? []).find((one) => one.id === link?.passage_id);
  const version = (rows.source_version ?? []).find((one) => one.id === passage?.source_version_id);
  const source = (rows.source ?? []).find((one) => one.id === version?.source_id);
  const words = (rows.source_text ?? []).find((one) => one.sha256 === version?.text_sha256)?.text;
  if (!passage || !version || !source || words === undefined) return [];
  const spoken = (rows.speaker_assignment ?? []).findLast((one) => one.quotation_id === id);
  const person = (rows.person ?? []).find((one) => one.id === spoken?.person_id);
  const name = person ? String(person.name) : null;
  const end = parts.at(-1)?.end ?? 0;
  const isNamedBelow = /^\s*[—–-]/u.test(text.slice(end, end + CONTEXT));
  const before = codePointsBefore(String(words), Number(passage.start));
  const length = codePointsBefore(String(passage.exact), String(passage.exact).length);
  return [
    {
      parts: selectors,
      source: {
        title: String(source.title),
        creator: source.creator === null ? null : String(source.creator),
        date: source.date === null ? null : String(source.date),
        url: source.url === null ? null : String(source.url),
        sha256: String(version.text_sha256),
      },
      words: {
        exact: String(passage.exact),
        prefix: String(passage.prefix),
        suffix: String(passage.suffix),
      },
      position: { start: before, end: before + length },
      speaker:
        name === null
          ? null
          : { name, kind: person?.kind === 'organization' ? 'organization' : 'person' },
      attribution: kind === 'block' && !isNamedBelow ? name : null,
      isDismissed: false,
    },
  ];
}
