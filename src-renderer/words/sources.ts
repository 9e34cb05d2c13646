import type {
  Disclosure,
  Medium,
  SourceKind,
  SourceSummary,
  Terms,
} from '../../src-shared/model/source';
import { dateLabel, durationLabel } from './format';
import { count } from './text';

export const SOURCE_KIND_LABELS: Record<SourceKind, string> = {
  transcript: 'Transcript',
  subtitles: 'Subtitles',
  'web-page': 'Web page',
  document: 'Document',
  email: 'E-mail',
  note: 'Note',
};

export const MEDIUM_LABELS: Record<Medium, string> = { spoken: 'Spoken', written: 'Written' };

export const TERMS_LABELS: Record<Terms, string> = {
  'on-the-record': 'On the record',
  background: 'Background',
  'off-the-record': 'Off the record',
  embargoed: 'Embargoed',
};

export const DISCLOSURE_LABELS: Record<Disclosure, string> = {
  public: 'Public',
  described: 'Described',
  confidential: 'Confidential',
};

/** "on the record", "embargoed until 3 Mar 2027". */
function termsPhrase(source: SourceSummary): string {
  const terms = TERMS_LABELS[source.terms].toLowerCase();
  return source.terms === 'embargoed' && source.embargoUntil
    ? `${terms} until ${dateLabel(source.embargoUntil)}`
    : terms;
}

/** The rail's second line: kind, length or date, terms. Beside a date, only terms that hold something back. */
export function sourceSecondLine(source: SourceSummary): string {
  const parts = [SOURCE_KIND_LABELS[source.kind]];
  if (source.duration !== null) parts.push(durationLabel(source.duration));
  else if (source.date) parts.push(dateLabel(source.date));
  if (source.disclosure === 'confidential') parts.push('confidential');
  else if (source.terms !== 'on-the-record' || parts.length === 1 || source.duration !== null) {
    parts.push(termsPhrase(source));
  }
  return parts.join(' · ');
}

function quotedTimes(number: number): string {
  if (number === 0) return 'not quoted yet';
  return number === 1 ? 'quoted once' : `quoted ${count(number, 'time')}`;
}

/** The reader's line: "Transcript · spoken · 41 min · on the record · quoted 2 times". */
export function sourceLine(source: SourceSummary): string {
  const parts = [SOURCE_KIND_LABELS[source.kind], MEDIUM_LABELS[source.medium].toLowerCase()];
  if (source.duration !== null) parts.push(durationLabel(source.duration));
  if (source.date) parts.push(dateLabel(source.date));
  parts.push(termsPhrase(source));
  if (source.disclosure !== 'public') {
    parts.push(
      source.disclosure === 'described' && source.description
        ? `described as “${source.description}”`
        : DISCLOSURE_LABELS[source.disclosure].toLowerCase(),
    );
  }
  parts.push(quotedTimes(source.quotedCount));
  return parts.join(' · ');
}
