/** Every way a call can fail. The interface owns the words for each. */
export const ERROR_CODES = [
  'invalid-input',
  'unknown-method',
  'not-found',
  'article-changed',
  'article-finished',
  'article-not-finished',
  'gate-open',
  'correction-exported',
  'library-newer',
  'library-in-use',
  'library-damaged',
  'library-not-a-library',
  'disk-full',
  'read-only',
  'storage-failed',
  'file-unreadable',
  'file-missing',
  'file-forbidden',
  'file-is-folder',
  'file-elsewhere',
  'folder-too-deep',
  'folder-is-library',
  'file-too-large',
  'file-empty',
  'file-protected',
  'file-without-text',
  'file-several-sources',
  'format-unsupported',
  'recording-without-words',
  'recording-spare',
  'recording-unsupported',
  'page-not-drawn',
  'picture-too-large',
  'picture-unsupported',
  'picture-broken',
  'picture-missing',
  'passage-not-found',
  'point-changed',
  'person-in-use',
  'export-blocked',
  'pdf-unavailable',
  'pdf-failed',
  'bundle-damaged',
  'bundle-newer',
  'folder-unwritable',
  'cancelled',
  'process-gone',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Plain data about a failure: names and numbers that the message needs, never a stack or a path of a source. */
export type ErrorData = Record<string, string | number | boolean | null>;

/** A failure that crosses process borders as a code with data. */
export class StetError extends Error {
  override readonly name = 'StetError';
  constructor(
    readonly code: ErrorCode,
    readonly data: ErrorData = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(data)}`, options);
  }
}

/** The wire form of a failure. */
export interface WireError {
  code: ErrorCode;
  data: ErrorData;
}

/** Turns anything thrown into its wire form; what is not a `StetError` becomes `internal` with its message. */
export function toWireError(error: unknown): WireError {
  if (error instanceof StetError) return { code: error.code, data: error.data };
  return {
    code: 'internal',
    data: { message: error instanceof Error ? error.message : String(error) },
  };
}
