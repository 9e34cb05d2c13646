import * as v from 'valibot';
import { type Method, methods, type Output } from '../src-shared/contract';
import { StetError } from '../src-shared/errors';
import { toStorageError } from './library/sqlite';
import { agreements } from './services/agreements';
import { articleCorrections } from './services/article-corrections';
import { articles } from './services/articles';
import { bundles } from './services/bundles';
import { bylineStyles } from './services/byline-styles';
import { bylines } from './services/bylines';
import { claims } from './services/claims';
import { collections } from './services/collections';
import { comments } from './services/comments';
import type { Context, Handlers } from './services/context';
import { exclusions } from './services/exclusions';
import { exportPresets } from './services/export-presets';
import { exports } from './services/exports';
import { finish } from './services/finish';
import { finishing } from './services/finishing';
import { houseProfile } from './services/house-profile';
import { imports } from './services/imports';
import { jobs } from './services/jobs';
import { library } from './services/library';
import { notes } from './services/notes';
import { pages } from './services/pages';
import { people } from './services/people';
import { personMerges } from './services/person-merges';
import { personTrace } from './services/person-trace';
import { pictures } from './services/pictures';
import { quotations } from './services/quotations';
import { readBacks } from './services/read-backs';
import { recordings } from './services/recordings';
import { revisions } from './services/revisions';
import { search } from './services/search';
import { sources } from './services/sources';
import { spelling } from './services/spelling';
import { versions } from './services/versions';

const HANDLERS: Handlers = {
  ...library,
  ...houseProfile,
  ...articles,
  ...revisions,
  ...comments,
  ...sources,
  ...versions,
  ...recordings,
  ...pages,
  ...pictures,
  ...collections,
  ...notes,
  ...exclusions,
  ...agreements,
  ...imports,
  ...jobs,
  ...quotations,
  ...claims,
  ...readBacks,
  ...people,
  ...personMerges,
  ...personTrace,
  ...bylines,
  ...bylineStyles,
  ...finish,
  ...finishing,
  ...articleCorrections,
  ...exports,
  ...bundles,
  ...exportPresets,
  ...search,
  ...spelling,
};

/** Failures that say something about the disk or the library's files, not about the call. */
const STORAGE_CODES = new Set(['disk-full', 'read-only', 'storage-failed', 'library-damaged']);

/**
 * The one door to a library: parses the input, runs the service, and turns what fails into a
 * StetError. A failure of the library's storage is announced as well, and left the library as it was.
 */
export async function dispatch<M extends Method>(
  context: Context,
  method: M,
  input: unknown,
): Promise<Output<M>> {
  if (!Object.hasOwn(methods, method)) throw new StetError('unknown-method', { method });
  const parsed = v.safeParse(methods[method].input, input, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new StetError('invalid-input', {
      method,
      path: v.getDotPath(issue) ?? '',
      expected: issue.expected ?? issue.message,
    });
  }
  try {
    const handler = HANDLERS[method] as (context: Context, input: unknown) => unknown;
    return (await handler(context, parsed.output)) as Output<M>;
  } catch (error) {
    const failure = toStorageError(error);
    const concernsLibrary = !method.startsWith('exports.') && !context.library.readOnly;
    if (concernsLibrary && failure instanceof StetError && STORAGE_CODES.has(failure.code)) {
      context.announce('storage.failed', { code: failure.code });
    }
    throw failure;
  }
}
