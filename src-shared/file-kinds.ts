/*
 * The endings of files that Stet reads. They stand apart from their readers, whose types hold them to
 * this list, so that main can name them in its dialogs without loading any parser.
 */

/** Of files whose bytes are text: read without a parser of a foreign format. */
export const TEXT_EXTENSIONS = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml'] as const;

/** Of files that can be opened as an article. */
export const ARTICLE_EXTENSIONS = [...TEXT_EXTENSIONS, 'docx', 'odt'] as const;

/** Of a bundle: an article with everything that it is made of, which opens as an article. */
export const BUNDLE_EXTENSION = 'stet';

/** Of files that can be brought in as sources: texts, pages, documents, mail, transcripts, records. */
export const SOURCE_EXTENSIONS = [
  ...ARTICLE_EXTENSIONS,
  'mhtml',
  'mht',
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

/**
 * Recordings by their endings, with their media types (IANA's where there is one). They come in
 * beside the words that were said in them. Which of them can be played depends on the runtime.
 */
export const RECORDING_TYPES = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  wav: 'audio/wav',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  weba: 'audio/webm',
  aif: 'audio/aiff',
  aiff: 'audio/aiff',
  wma: 'audio/x-ms-wma',
  amr: 'audio/amr',
  webm: 'video/webm',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  mkv: 'video/x-matroska',
  ogv: 'video/ogg',
  '3gp': 'video/3gpp',
} as const;

export const RECORDING_EXTENSIONS = Object.keys(RECORDING_TYPES);

/** The media type of a recording by its file's name; null where it is none. */
export function recordingType(fileName: string): string | null {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(RECORDING_TYPES, extension)
    ? RECORDING_TYPES[extension as keyof typeof RECORDING_TYPES]
    : null;
}
