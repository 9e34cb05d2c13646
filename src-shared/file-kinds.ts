/*
 * The endings of files that Stet reads. They stand apart from their readers, whose types hold them to
 * this list, so that main can name them in its dialogs without loading any parser.
 */

/** Of files that can be opened as an article. */
export const ARTICLE_EXTENSIONS = [
  'txt',
  'text',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
] as const;

/** Of files that can be brought in as sources: texts, pages, documents, mail, transcripts, records. */
export const SOURCE_EXTENSIONS = [
  ...ARTICLE_EXTENSIONS,
  'mhtml',
  'mht',
  'docx',
  'odt',
  'rtf',
  'pdf',
  'eml',
  'mbox',
  'vtt',
  'srt',
  'ttml',
  'dfxp',
  'json',
  'ris',
  'bib',
] as const;
