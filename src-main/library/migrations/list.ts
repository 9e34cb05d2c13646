import { editors } from './0001-editors';
import { articles } from './0002-articles';
import { sources } from './0003-sources';
import { people } from './0004-people';
import { quotations } from './0005-quotations';
import { session } from './0006-session';
import { houseProfile } from './0007-house-profile';
import { matching } from './0008-matching';
import { search } from './0009-search';
import { sourceDetails } from './0010-source-details';
import { sourceNotes } from './0011-source-notes';
import { sourceVersions } from './0012-source-versions';
import { recordings } from './0013-recordings';
import { imports } from './0014-imports';
import { revisions } from './0015-revisions';
import { comments } from './0016-comments';
import { claims } from './0017-claims';
import { shelves } from './0018-shelves';
import { pictures } from './0019-pictures';
import { spelling } from './0020-spelling';
import { personRecords } from './0021-person-records';
import { gateAcceptances } from './0022-gate-acceptances';
import { exportPresets } from './0023-export-presets';
import { articleCorrections } from './0024-article-corrections';
import { bylines } from './0025-bylines';
import { sourceLists } from './0026-source-lists';
import { presetContact } from './0027-preset-contact';
import type { Migration } from './migration';

/** In order; the step at index 0 brings a file from version 0 to 1. */
export const MIGRATIONS: readonly Migration[] = [
  editors,
  articles,
  sources,
  people,
  quotations,
  session,
  houseProfile,
  matching,
  search,
  sourceDetails,
  sourceNotes,
  sourceVersions,
  recordings,
  imports,
  revisions,
  comments,
  claims,
  shelves,
  pictures,
  spelling,
  personRecords,
  gateAcceptances,
  exportPresets,
  articleCorrections,
  bylines,
  sourceLists,
  presetContact,
];
