import type {
  EventName,
  EventPayload,
  Method,
  Output,
  ParsedInput,
} from '../../src-shared/contract';
import type { Extraction } from '../../src-shared/model/source';
import type { Profile } from '../../src-shared/quotation/verdict/profile';
import type { MatchingUpkeep } from '../library/matching/upkeep';
import type { Library } from '../library/open';
import type { SearchUpkeep } from '../library/search/upkeep';
import type { OpenQuotations } from './fitting';
import type { Matcher } from './matcher';
import type { Searcher } from './searcher';
import type { SourceTexts } from './source-texts';
import type { Judgements } from './verdicts';

/** Reads the sources of a file; rejects with a StetError that names what is wrong with it. */
export type Extract = (name: string, bytes: Uint8Array) => Promise<Extraction[]>;

/** A piece of work that can be cancelled, by `jobId`. */
export interface Job {
  cancelled: boolean;
}

/** What the services of one open library share. */
export interface Context {
  library: Library;
  texts: SourceTexts;
  judgements: Judgements;
  /** How strictly this newsroom quotes; `judgements` are by it. */
  profile: Profile;
  extract: Extract;
  /** Finds passages in the whole library. */
  matcher: Matcher;
  /** Keeps the index that it goes by. */
  upkeep: MatchingUpkeep;
  /** Finds articles, sources and people by their words. */
  searcher: Searcher;
  /** Keeps the index that it goes by. */
  searchUpkeep: SearchUpkeep;
  /** What a new source is tried on. */
  openQuotations: OpenQuotations;
  /** How many passages fit a quotation, by its words; emptied when a source changes. */
  passageCounts: Map<string, number>;
  /** Articles whose passages are being counted. */
  counting: Map<string, Promise<unknown>>;
  /** Paths behind the tokens that the interface holds. */
  grants: { files: Map<string, string>; folders: Map<string, string> };
  jobs: Map<string, Job>;
  announce<E extends EventName>(event: E, payload: EventPayload<E>): void;
}

/** Handlers by method name: the shape of every service. */
export type Handlers = {
  [M in Method]: (context: Context, input: ParsedInput<M>) => Output<M> | Promise<Output<M>>;
};
