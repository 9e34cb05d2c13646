/*
 * What of the tables goes into a bundle, in the order in which rows can be added. Left out: what is
 * derived, what is one device's own, signatures but for who and when, and what is kept for oneself
 * (roles and other names of people). What editors keep about a source goes along with it: tags, notes,
 * what was agreed, and the collections in which there is no source that may not be told.
 */

export interface BundleTable {
  name: string;
  key: string;
  columns: readonly string[];
  /** Columns that name a row of another table of the bundle. */
  refers: Readonly<Record<string, string>>;
}

export const BUNDLE_TABLES: readonly BundleTable[] = [
  table('editor', 'id', 'name'),
  table('house_style', 'id', 'name style'),
  table(
    'article',
    'id',
    'status language section dateline tags byline_style byline_override byline_raw finished_byline finished_tail headline created_at archived_at',
  ),
  table('working_copy', 'article_id', 'document version sha256', { article_id: 'article' }),
  table('revision', 'id', 'article_id supersedes reason document sha256 name word_count', {
    article_id: 'article',
    supersedes: 'revision',
  }),
  table('person', 'id', 'name kind url is_pseudonym created_at'),
  table(
    'credit',
    'id',
    'article_id person_id role location job_title affiliation staff position tier note finished_name',
    {
      article_id: 'article',
      person_id: 'person',
    },
  ),
  table('source_text', 'sha256', 'text'),
  table('original', 'sha256', 'size file_name'),
  table(
    'source',
    'id',
    'title kind medium terms embargo_until disclosure description date url creator language file_name added_at metadata part tags',
  ),
  table(
    'source_version',
    'id',
    'source_id supersedes number kind text_sha256 original_sha256 locators word_count duration reason language withdrawn_at',
    {
      source_id: 'source',
      supersedes: 'source_version',
      text_sha256: 'source_text',
      original_sha256: 'original',
    },
  ),
  table(
    'exclusion',
    'id',
    'source_id source_version_id start end exact prefix suffix reason created_at deleted_at',
    { source_id: 'source', source_version_id: 'source_version' },
  ),
  table(
    'agreement',
    'id',
    'source_id speaker consent terms agreed_on withdrawn_on withdrawal_reason deleted_at',
    { source_id: 'source' },
  ),
  table(
    'source_note',
    'id',
    'source_id source_version_id start end exact prefix suffix text created_at deleted_at',
    { source_id: 'source', source_version_id: 'source_version' },
  ),
  table('collection', 'id', 'name parent_id deleted_at', { parent_id: 'collection' }),
  table('collection_source', 'id', 'collection_id source_id deleted_at', {
    collection_id: 'collection',
    source_id: 'source',
  }),
  table(
    'quotation',
    'id',
    'article_id dismissed deleted_at kind text ordinal parts attribution suggestion',
    { article_id: 'article' },
  ),
  table('claim', 'id', 'article_id deleted_at text ordinal parts', { article_id: 'article' }),
  table('passage', 'id', 'source_version_id start end exact prefix suffix place', {
    source_version_id: 'source_version',
  }),
  table('link', 'id', 'article_id quotation_id passage_id supersedes carried_from', {
    article_id: 'article',
    passage_id: 'passage',
    supersedes: 'link',
    carried_from: 'link',
  }),
  table('speaker_assignment', 'id', 'article_id quotation_id person_id supersedes', {
    article_id: 'article',
    quotation_id: 'quotation',
    person_id: 'person',
    supersedes: 'speaker_assignment',
  }),
  table(
    'quotation_check',
    'id',
    'article_id quotation_id kind reason editor_name verdict quotation_sha256 passage_sha256 supersedes',
    { article_id: 'article', quotation_id: 'quotation', supersedes: 'quotation_check' },
  ),
  table(
    'claim_check',
    'id',
    'article_id claim_id kind reason editor_name claim_sha256 passage_sha256 supersedes',
    { article_id: 'article', claim_id: 'claim', supersedes: 'claim_check' },
  ),
  table('claim_dismissal', 'id', 'article_id words deleted_at', { article_id: 'article' }),
  table(
    'read_back',
    'id',
    'article_id quotation_id source_id state on_day by_whom note editor_name quotation_sha256 supersedes',
    {
      article_id: 'article',
      quotation_id: 'quotation',
      source_id: 'source',
      supersedes: 'read_back',
    },
  ),
  table('comment_thread', 'id', 'article_id quote resolved_at resolved_by deleted_at', {
    article_id: 'article',
  }),
  table('comment', 'id', 'thread_id text editor_name created_at edited_at deleted_at', {
    thread_id: 'comment_thread',
  }),
  table(
    'article_correction',
    'id',
    'article_id kind text editor_name created_at exported_at deleted_at',
    { article_id: 'article' },
  ),
];

/** Tables whose rows nobody signs. */
export const UNSIGNED: ReadonlySet<string> = new Set(['source_text', 'editor']);

function table(
  name: string,
  key: string,
  columns: string,
  refers: Readonly<Record<string, string>> = {},
): BundleTable {
  return { name, key, columns: [key, ...columns.split(' ')], refers };
}
