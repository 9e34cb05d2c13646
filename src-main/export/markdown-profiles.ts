import type { ShortcodeKind } from '../../src-shared/document/shortcodes';
import type { MarkdownProfile } from '../../src-shared/model/markdown-profile';
import { directionOf } from './direction';
import type { ExportInput } from './input';
import { pandocText } from './pandoc';

/*
 * What each reader of Markdown wants, as data (STANDARDS section 2.2). Front matter, file names and
 * the characters that a reader gives a meaning of its own differ; the body does not, save for pandoc,
 * which has citations.
 */

/** What a front matter may say; empty ones are left out. */
export interface Facts {
  title: string;
  description: string;
  /** `YYYY-MM-DD`, where it is known. */
  date: PlainValue | null;
  lastmod: PlainValue;
  isDraft: boolean;
  slug: string;
  lang: string;
  section: string | null;
  authors: string[];
  byline: string;
  tags: string[];
  contributors: Record<string, unknown>[];
  /** What was said below the article since it was published: kind, date and words. */
  corrections: Record<string, unknown>[];
  /** The name of the annotations beside it, if they are written. */
  annotations: string | null;
  /** The body has marks of a template language in it. */
  hasTemplateMarks: boolean;
  /** CSL-JSON records of the sources that may be named. */
  references: Record<string, unknown>[];
}

/** A value that stands without quotation marks: a date. */
export class PlainValue {
  constructor(readonly text: string) {}
}

export interface ProfileRules {
  /** What stands above the article, and in what language; `none`: headline, standfirst and byline are part of the text. */
  matter: 'yaml' | 'toml' | 'none';
  fields: (facts: Facts) => Record<string, unknown>;
  /** Where the file goes: below the folder of the export, with `/`. */
  fileName: (slug: string, input: ExportInput) => string;
  /** Citations instead of footnotes, for sources that may be named. */
  cites?: true;
  /** Whose shortcodes are looked for in code too. */
  shortcodes?: ShortcodeKind;
  /** Characters escaped in running words, beyond what CommonMark and GitHub need. */
  escapes: readonly string[];
  /** Characters that the reader takes no backslash for: they are written as character references. */
  references?: readonly string[];
}

const COMMON_ESCAPES = [']', '~', '^', '$', '@'];

const generic = (facts: Facts): Record<string, unknown> => ({
  title: facts.title,
  description: facts.description,
  date: facts.date,
  lastmod: facts.lastmod,
  draft: facts.isDraft,
  slug: facts.slug,
  lang: facts.lang,
  section: facts.section,
  author: facts.authors,
  byline: facts.byline,
  tags: facts.tags,
  contributors: facts.contributors,
  corrections: facts.corrections,
  annotations: facts.annotations,
});

const dated = (slug: string, { date }: ExportInput) => (date ? `${date}-${slug}` : slug);
/** Targets that take no file without a day get that of the last change. */
const day = ({ date, article }: ExportInput) => date ?? article.updatedAt.slice(0, 10);

export const PROFILE_RULES: Readonly<Record<MarkdownProfile, ProfileRules>> = {
  generic: {
    matter: 'yaml',
    fields: generic,
    fileName: (slug, input) => `${dated(slug, input)}.md`,
    escapes: COMMON_ESCAPES,
  },
  // A page bundle: relative addresses of pictures hold in it. Keys that Hugo reserves are not reused.
  hugo: {
    matter: 'yaml',
    fields: (facts) => ({
      title: facts.title,
      description: facts.description,
      date: facts.date,
      lastmod: facts.lastmod,
      draft: facts.isDraft,
      slug: facts.slug,
      tags: facts.tags,
      categories: list(facts.section),
      params: {
        author: facts.authors,
        byline: facts.byline,
        lang: facts.lang,
        contributors: facts.contributors,
        corrections: facts.corrections,
        annotations: facts.annotations,
      },
    }),
    fileName: (slug) => `${slug}/index.md`,
    // "{{<" and "{{%" are shortcodes, in words and in code alike.
    shortcodes: 'hugo',
    escapes: [...COMMON_ESCAPES, '{'],
  },
  // `author` as a list makes jekyll-seo-tag lose the authors: it is `authors`.
  jekyll: {
    matter: 'yaml',
    fields: (facts) => ({
      title: facts.title,
      description: facts.description,
      date: facts.date,
      last_modified_at: facts.lastmod,
      published: !facts.isDraft,
      slug: facts.slug,
      lang: facts.lang,
      authors: facts.authors,
      byline: facts.byline,
      categories: list(facts.section),
      tags: facts.tags,
      contributors: facts.contributors,
      corrections: facts.corrections,
      annotations: facts.annotations,
      render_with_liquid: facts.hasTemplateMarks ? false : null,
    }),
    fileName: (slug, input) => `${day(input)}-${slug}.md`,
    // kramdown knows fewer backslashes than CommonMark, and "{:" gives attributes.
    escapes: [']', '~', '$', '{', '|'],
    references: ['&', '/', '%', ',', ';', '?', '@', '^', '=', '~', '&'],
  },
  eleventy: {
    matter: 'yaml',
    fields: (facts) => ({
      ...generic(facts),
      // The words are Markdown and no template.
      templateEngineOverride: facts.hasTemplateMarks ? 'md' : null,
    }),
    fileName: (slug, input) => `${dated(slug, input)}.md`,
    escapes: COMMON_ESCAPES,
  },
  // The names of Astro's blog template; a collection's schema may want others.
  astro: {
    matter: 'yaml',
    fields: (facts) => ({
      title: facts.title,
      description: facts.description,
      pubDate: facts.date,
      updatedDate: facts.lastmod,
      draft: facts.isDraft,
      slug: facts.slug,
      lang: facts.lang,
      section: facts.section,
      author: facts.authors.join(', '),
      byline: facts.byline,
      tags: facts.tags,
      contributors: facts.contributors,
      corrections: facts.corrections,
      annotations: facts.annotations,
    }),
    fileName: (slug, input) => `${dated(slug, input)}.md`,
    escapes: COMMON_ESCAPES,
  },
  // Keys that Zola does not know are ignored without a word: they go under `extra`.
  zola: {
    matter: 'toml',
    fields: (facts) => ({
      title: facts.title,
      description: facts.description,
      date: facts.date,
      updated: facts.lastmod,
      draft: facts.isDraft,
      slug: facts.slug,
      authors: facts.authors,
      taxonomies: { tags: facts.tags, categories: list(facts.section) },
      extra: {
        byline: facts.byline,
        lang: facts.lang,
        contributors: facts.contributors,
        corrections: facts.corrections,
        annotations: facts.annotations,
      },
    }),
    fileName: (slug) => `${slug}/index.md`,
    // "{{ … }}" and "{% … %}" are shortcodes.
    shortcodes: 'zola',
    escapes: [...COMMON_ESCAPES, '{', '%'],
  },
  obsidian: {
    matter: 'yaml',
    fields: (facts) => ({
      ...generic(facts),
      slug: null,
      aliases: list(facts.title === '' ? null : facts.title),
      tags: facts.tags.map(obsidianTag).filter((tag) => tag !== ''),
    }),
    fileName: (slug, input) => `${dated(slug, input)}.md`,
    // "#word" is a tag, "%%" a remark, "==" a highlight.
    escapes: [...COMMON_ESCAPES, '#', '%', '='],
  },
  // Front matter would be printed; day and status stand in the name of the file.
  ghost: {
    matter: 'none',
    fields: () => ({}),
    fileName: (slug, input) =>
      `${input.article.status === 'finished' ? 'published' : 'draft'}-${day(input)}-${slug}.md`,
    escapes: [...COMMON_ESCAPES, '='],
  },
  // Metadata are Markdown to pandoc. The records of the sources are in them, so that no file is missing.
  pandoc: {
    matter: 'yaml',
    fields: (facts) => ({
      title: pandocText(facts.title),
      author: facts.authors.map(pandocText),
      date: facts.date,
      lang: facts.lang,
      dir: directionOf(facts.lang),
      abstract: pandocText(facts.description),
      keywords: facts.tags.map(pandocText),
      'link-citations': facts.references.length > 0 ? true : null,
      references: facts.references.map(withPandocTexts),
    }),
    fileName: (slug, input) => `${dated(slug, input)}.md`,
    cites: true,
    escapes: [...COMMON_ESCAPES, '{', '|', "'", '"'],
  },
};

function list(value: string | null): string[] {
  return value === null ? [] : [value];
}

/** Obsidian's tags have no spaces and no punctuation but `-`, `_` and `/`. */
function obsidianTag(tag: string): string {
  const plain = tag.replace(/[^\p{L}\p{M}\p{N}/_]+/gu, '-').replace(/^-+|-+$/g, '');
  // A tag of digits alone is none.
  return /^\d+$/.test(plain) ? `n${plain}` : plain;
}

/** Identifiers, types and addresses are taken as they are; everything else of a record is Markdown. */
function withPandocTexts(record: Record<string, unknown>): Record<string, unknown> {
  const plain = new Set(['id', 'type', 'URL', 'DOI', 'language', 'issued', 'accessed']);
  const convert = (value: unknown): unknown => {
    if (typeof value === 'string') return pandocText(value);
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner)]));
  };
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, plain.has(key) ? value : convert(value)]),
  );
}
