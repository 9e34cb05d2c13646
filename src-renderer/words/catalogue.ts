import { COMMANDS } from '../../src-shared/commands';
import * as sharedCameBack from '../../src-shared/words/came-back';
import * as sharedDesktop from '../../src-shared/words/desktop';
import * as sharedQuoted from '../../src-shared/words/quoted';
import * as sharedReasons from '../../src-shared/words/reasons';
import * as sharedVerdicts from '../../src-shared/words/verdicts';
import { words as manuscript } from '../editor/words';
import { searchWords as search } from '../search/search-words';
import * as articles from './articles';
import * as bibliography from './bibliography';
import * as bylinePaste from './byline-paste';
import * as bylines from './bylines';
import * as characters from './characters';
import * as claims from './claims';
import * as code from './code';
import * as collections from './collections';
import * as comments from './comments';
import * as errors from './errors';
import * as exportArticles from './export-articles';
import * as exportPresets from './export-presets';
import * as exportProfiles from './export-profiles';
import * as figures from './figures';
import * as finish from './finish';
import * as finished from './finished';
import * as format from './format';
import * as gate from './gate';
import * as houseProfile from './house-profile';
import * as houseStyles from './house-styles';
import * as imports from './imports';
import * as keptMarkdown from './kept-markdown';
import * as notes from './notes';
import * as paste from './paste';
import * as people from './people';
import * as provenance from './provenance';
import * as quotations from './quotations';
import * as quotesView from './quotes-view';
import * as readBacks from './read-backs';
import * as recordings from './recordings';
import * as revisions from './revisions';
import * as sources from './sources';
import * as spelling from './spelling';
import * as suggestions from './suggestions';
import * as tables from './tables';
import * as text from './text';
import * as verdicts from './verdicts';
import * as versions from './versions';
import * as general from './words';

/**
 * Everything that the interface says, by noun: labels are strings; what has a number, a name or a day
 * in it is a function. `docs/translating.md` says how another language is added. Nothing in the window
 * reads words from here: each part imports those of its noun.
 */
export const catalogue = {
  commands: COMMANDS,
  sharedCameBack,
  sharedDesktop,
  sharedQuoted,
  sharedReasons,
  sharedVerdicts,
  manuscript,
  search,
  articles,
  bibliography,
  bylinePaste,
  bylines,
  characters,
  claims,
  code,
  collections,
  comments,
  errors,
  exportArticles,
  exportPresets,
  exportProfiles,
  figures,
  finish,
  finished,
  format,
  gate,
  houseProfile,
  houseStyles,
  imports,
  keptMarkdown,
  notes,
  paste,
  people,
  provenance,
  quotations,
  quotesView,
  readBacks,
  recordings,
  revisions,
  sources,
  spelling,
  suggestions,
  tables,
  text,
  verdicts,
  versions,
  general,
};

/** What a second language has to say as well; the compiler finds what it leaves out. */
export type Catalogue = Spoken<typeof catalogue>;

/** The same shape with any words in it: literal types are those of English only. */
type Spoken<T> = T extends string
  ? string
  : T extends (...input: infer Input) => infer Output
    ? (...input: Input) => Output extends string ? string : Output
    : T extends object
      ? { readonly [Key in keyof T]: Spoken<T[Key]> }
      : T;
