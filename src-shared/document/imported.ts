import type { ParsedContributor } from '../byline/parse';
import type { BlockNode, HeadingNode } from './schema';

/** What the file itself says about the text, in metadata or markup made for it. */
export interface ImportedDetails {
  title: string | null;
  standfirst: string | null;
  /** The byline as printed, or the authors' names. */
  byline: string | null;
  /** The contributors with their roles, as Stet's own Markdown lists them. */
  contributors: ParsedContributor[] | null;
  language: string | null;
  dateline: string | null;
  /** `YYYY-MM-DD`, as the file gives it. */
  date: string | null;
  url: string | null;
}

export interface PictureOptions {
  /** Pictures become figures, with the address in the file as their `picture`; otherwise nothing is left of them. */
  pictures?: boolean;
  /** HTML of a Markdown file that an article has no form for is kept as it is; otherwise its words are read. */
  keepsHtml?: boolean;
  /** What else of Markdown an article has no form for is kept beside the block it belongs to (kept-markdown.ts). */
  keepsForm?: boolean;
  /** Stet wrote the file, and what is printed around its text is known: only the text is read. */
  isOwn?: boolean;
}

/** A top-level block of a file, before headline and byline are recognised. */
export interface ImportedBlock {
  node: BlockNode;
  /** The level of a heading in the file, 1 to 6. */
  level?: number;
}

export interface ImportedText {
  details: ImportedDetails;
  blocks: ImportedBlock[];
  tags?: string[];
  section?: string;
  /** The name of the sidecar that the file says it has. */
  sidecar?: string;
  /** Headline, standfirst and byline are none of the blocks: front matter has them, or the page's header. */
  isHeaderApart?: boolean;
}

export const NO_DETAILS: ImportedDetails = {
  title: null,
  standfirst: null,
  byline: null,
  contributors: null,
  language: null,
  dateline: null,
  date: null,
  url: null,
};

/** The levels of a page, whose first one is its title, as the headings that a document has below its headline. */
export function headingTag(level: number): HeadingNode['tag'] {
  return `h${Math.min(6, Math.max(2, level)) as 2 | 3 | 4 | 5 | 6}`;
}

/** A language tag in the form of the model, e.g. `en-GB` of `en_GB`; null where it is none. */
export function languageTag(value: string | null | undefined): string | null {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

/** A text on one line, or null where nothing is left of it; at most 500 characters, as stored. */
export function oneLine(text: string | null | undefined): string | null {
  const line = text?.replace(/\s+/g, ' ').trim().slice(0, 500).trim() ?? '';
  return line === '' ? null : line;
}
