import * as v from 'valibot';
import { DATE_FIELDS, type DateField, NAME_FIELDS } from '../../src-shared/bibliography/fields';
import {
  dateOf,
  dateValue,
  namesOf,
  nameWords,
  withField,
} from '../../src-shared/bibliography/values';
import { DateSchema } from '../../src-shared/model/common';
import type { Agreement } from '../../src-shared/model/note';
import {
  type EditableSource,
  type Metadata,
  type SourceChanges,
  type SourceDetails,
  SourceDetailsSchema,
  type SourceReading,
} from '../../src-shared/model/source';

/*
 * What is typed into a source's details before it is saved: texts as they are typed, and what they
 * come to.
 */

export interface DetailsDraft
  extends Pick<SourceDetails, 'title' | 'kind' | 'medium' | 'terms' | 'disclosure'> {
  embargoUntil: string;
  description: string;
  date: string;
  url: string;
  creator: string;
  /** The words that it came in with are a machine's transcript. */
  isByMachine: boolean;
}

export interface BibliographyDraft {
  metadata: Metadata;
  /** Dates as they are typed; those that were not touched are not in here. */
  dates: Partial<Record<DateField, string>>;
}

export interface SourceDraft {
  details: DetailsDraft;
  bibliography: BibliographyDraft;
  tags: string[];
  /** Collections that it is put into and taken out of, by id. */
  members: ReadonlyMap<string, boolean>;
  agreements: Agreement[];
}

export function draftOf(reading: SourceReading, agreements: readonly Agreement[]): SourceDraft {
  const { source, metadata } = reading;
  return {
    details: {
      title: source.title,
      kind: source.kind,
      medium: source.medium,
      terms: source.terms,
      embargoUntil: source.embargoUntil ?? '',
      disclosure: source.disclosure,
      description: source.description ?? '',
      date: source.date ?? '',
      url: source.url ?? '',
      creator: source.creator ?? '',
      isByMachine: reading.versions[0]?.kind === 'machine',
    },
    bibliography: { metadata, dates: {} },
    tags: source.tags,
    members: new Map(),
    agreements: [...agreements],
  };
}

const orNull = (text: string) => text.trim() || null;

/** True where nothing is typed, or a day, a month or a year. */
export function isDateText(text: string): boolean {
  return text.trim() === '' || v.is(DateSchema, text.trim());
}

export function detailsOf({ isByMachine: _, ...draft }: DetailsDraft): SourceDetails {
  return {
    ...draft,
    embargoUntil: draft.terms === 'embargoed' ? orNull(draft.embargoUntil) : null,
    description: orNull(draft.description),
    date: orNull(draft.date),
    url: orNull(draft.url),
    creator: orNull(draft.creator),
  };
}

/** Which of the details cannot be saved as they are. */
export function detailProblems(draft: DetailsDraft) {
  const isUntilMissing =
    draft.terms === 'embargoed' && !v.is(DateSchema, draft.embargoUntil.trim());
  return {
    title: draft.title.trim() === '',
    date: !isDateText(draft.date),
    embargoUntil: isUntilMissing,
    url: !v.is(SourceDetailsSchema.entries.url, orNull(draft.url)),
  };
}

/** Metadata as it is typed: a name that says nothing is left out, a date is one. */
export function metadataOf({ metadata, dates }: BibliographyDraft): Metadata {
  let result = metadata;
  for (const field of DATE_FIELDS) {
    const text = dates[field];
    if (text === undefined || text.trim() === (dateOf(metadata[field]) ?? '')) continue;
    result = withField(result, field, dateValue(text));
  }
  for (const field of NAME_FIELDS) {
    const names = namesOf(result[field]);
    const said = names.filter((name) => nameWords(name).trim() !== '');
    if (said.length < names.length) result = withField(result, field, said);
  }
  return result;
}

/** Which parts of the dialog have something that cannot be saved. */
export function draftProblems(draft: SourceDraft) {
  return {
    details: Object.values(detailProblems(draft.details)).some(Boolean),
    bibliography: !Object.values(draft.bibliography.dates).every(isDateText),
    collections: false,
    agreements: draft.agreements.some(isAgreementWrong),
  };
}

export function isAgreementWrong({ speaker, agreedOn, withdrawnOn }: Agreement): boolean {
  return speaker.trim() === '' || !isDateText(agreedOn ?? '') || !isDateText(withdrawnOn ?? '');
}

/** What saving the draft changes of the source itself. */
export function changesOf(reading: SourceReading, draft: SourceDraft): SourceChanges {
  const after: EditableSource = {
    ...detailsOf(draft.details),
    tags: draft.tags,
    metadata: metadataOf(draft.bibliography),
  };
  const before: EditableSource = { ...reading.source, metadata: reading.metadata };
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => {
      return JSON.stringify(value) !== JSON.stringify(before[key as keyof EditableSource]);
    }),
  );
}
