import * as v from 'valibot';
import { articleCorrectionMethods } from './contract/article-corrections';
import { articleMethods } from './contract/articles';
import { bundleMethods } from './contract/bundles';
import { bylineMethods } from './contract/bylines';
import { claimMethods } from './contract/claims';
import { collectionMethods } from './contract/collections';
import { commentMethods } from './contract/comments';
import { exportPresetMethods } from './contract/export-presets';
import { exportMethods } from './contract/exports';
import { finishMethods } from './contract/finish';
import { importEvents, importMethods } from './contract/imports';
import { libraryMethods } from './contract/library';
import { noteMethods } from './contract/notes';
import { pageMethods } from './contract/pages';
import { peopleMethods } from './contract/people';
import { pictureMethods } from './contract/pictures';
import { quotationMethods } from './contract/quotations';
import { readBackMethods } from './contract/read-backs';
import { recordingEvents, recordingMethods } from './contract/recordings';
import { revisionMethods } from './contract/revisions';
import { searchMethods } from './contract/search';
import { sourceMethods } from './contract/sources';
import { spellingEvents, spellingMethods } from './contract/spelling';
import { versionMethods } from './contract/versions';
import { IdSchema } from './model/common';

/*
 * Everything that the interface and the command line may ask of a library (contract/, a file for each
 * kind of thing), and everything that a library announces. `dispatch` parses each input against it;
 * tests parse each output.
 */

export const methods = {
  ...libraryMethods,
  ...articleMethods,
  ...revisionMethods,
  ...commentMethods,
  ...sourceMethods,
  ...importMethods,
  ...versionMethods,
  ...recordingMethods,
  ...pageMethods,
  ...pictureMethods,
  ...collectionMethods,
  ...noteMethods,
  ...quotationMethods,
  ...claimMethods,
  ...readBackMethods,
  ...peopleMethods,
  ...bylineMethods,
  ...searchMethods,
  ...finishMethods,
  ...articleCorrectionMethods,
  ...exportMethods,
  ...bundleMethods,
  ...exportPresetMethods,
  ...spellingMethods,
} as const;

export type Method = keyof typeof methods;
export type Input<M extends Method> = v.InferInput<(typeof methods)[M]['input']>;
export type ParsedInput<M extends Method> = v.InferOutput<(typeof methods)[M]['input']>;
export type Output<M extends Method> = v.InferOutput<(typeof methods)[M]['output']>;

/** What a library announces; events state what changed and never steer. */
export const events = {
  'articles.changed': v.object({ articleId: v.nullable(IdSchema) }),
  'sources.changed': v.object({ sourceId: v.nullable(IdSchema) }),
  'people.changed': v.object({}),
  /** House styles of bylines. */
  'bylineStyles.changed': v.object({}),
  'comments.changed': v.object({ articleId: IdSchema }),
  /** What is said below an article that was published. */
  'corrections.changed': v.object({ articleId: IdSchema }),
  /** Collections, what is in them, or saved searches. */
  'collections.changed': v.object({}),
  /** Notes, exclusions or agreements of a source. */
  'notes.changed': v.object({}),
  /** Claims of an article, or read-backs of its quotations. */
  'claims.changed': v.object({ articleId: IdSchema }),
  'quotations.changed': v.object({ articleId: IdSchema }),
  ...importEvents,
  ...recordingEvents,
  ...spellingEvents,
  /** Sources that are in the matching index, while one that was behind is being built. */
  'matching.progress': v.object({ done: v.number(), total: v.number() }),
  /** How many things are not in the search index yet, while one that was behind is being built. */
  'search.progress': v.object({ behind: v.number() }),
  'storage.failed': v.object({ code: v.string() }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = v.InferOutput<(typeof events)[E]>;

/** Messages on the port between a window and the library process. */
export type RequestMessage = { id: number; method: Method; input: unknown };
export type ResponseMessage =
  | { id: number; ok: true; output: unknown }
  | { id: number; ok: false; error: import('./errors').WireError };
export type EventMessage = { event: EventName; payload: unknown };
