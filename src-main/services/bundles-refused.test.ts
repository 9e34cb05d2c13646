import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../library/files';
import { newId } from '../library/write';
import { bundleOf, repacked, withRows, written } from '../testing/bundle';
import { openDesk } from '../testing/desk';

describe('a bundle that is not as Stet wrote it is refused, and nothing changes', () => {
  const CASES: [string, (bytes: Uint8Array) => Uint8Array, string?][] = [
    ['cut short', (bytes) => bytes.slice(0, bytes.length - 200)],
    ['empty', () => new Uint8Array()],
    ['no archive', () => strToU8('not a bundle at all')],
    [
      'with other words',
      (bytes) =>
        repacked(bytes, (parts) => {
          parts['library.json'] = strToU8('{}');
        }),
    ],
    [
      'with a path that leads out',
      (bytes) =>
        repacked(bytes, (parts) => {
          parts['../evil'] = strToU8('x');
        }),
    ],
    [
      'without its manifest',
      (bytes) =>
        repacked(bytes, (parts) => {
          delete parts['manifest.json'];
        }),
    ],
    [
      'of a newer version',
      (bytes) =>
        repacked(bytes, (parts) => {
          parts['manifest.json'] = strToU8('{"format":"stet-bundle","version":99}');
        }),
      'bundle-newer',
    ],
    [
      'that swells',
      (bytes) =>
        repacked(bytes, (parts) => {
          parts['library.json'] = new Uint8Array(40 * 1024 * 1024);
        }),
      'bundle-damaged',
    ],
    [
      'with rows of another article',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.revision![0]!.article_id = newId();
        }),
    ],
    [
      'with a column more',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.article![0]!.evil = 1;
        }),
    ],
    [
      'with a table more',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.meta = [];
        }),
    ],
    [
      'with a number for words',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.article![0]!.headline = 3;
        }),
    ],
    [
      'with a note about words that are not there',
      (bytes) =>
        withRows(bytes, (rows) => {
          const [{ editor_id, written_at }] = rows.source as [Record<string, unknown>];
          const [{ id: source_version_id, source_id }] = rows.source_version as [
            Record<string, unknown>,
          ];
          rows.source_note = [
            {
              ...{ id: newId(), source_id, source_version_id, start: 0, end: 4, exact: 'evil' },
              ...{ prefix: '', suffix: '', text: 'x', created_at: written_at, deleted_at: null },
              ...{ editor_id, written_at },
            },
          ];
        }),
    ],
    [
      'with tags that are none',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.source![0]!.tags = '{"evil": 1}';
        }),
    ],
    [
      'with a script for an address',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.source![0]!.url = 'javascript:x';
        }),
    ],
    [
      'with a source that is confidential',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.source![0]!.disclosure = 'confidential';
        }),
    ],
    [
      'with a passage that is not there',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.passage![0]!.exact = 'other words';
        }),
    ],
    [
      'with a status that there is not',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.article![0]!.status = 'evil';
        }),
    ],
    [
      'with a document that is none',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.working_copy![0]!.document = '{"root":1}';
          rows.working_copy![0]!.sha256 = sha256('{"root":1}');
        }),
    ],
    [
      'with a role that there is not',
      (bytes) =>
        withRows(bytes, (rows) => {
          rows.credit![0]!.role = 'evil';
        }),
    ],
  ];
  test('every one of them', async () => {
    const { desk, article } = await written();
    const { bytes } = await bundleOf(desk, article.id);
    const other = await openDesk();
    for (const [what, change, code = 'bundle-damaged'] of CASES) {
      const file = { from: 'bytes' as const, name: 'x.stet', bytes: new Uint8Array(change(bytes)) };
      const failure = await other.failure('articles.import', { file });
      expect(`${what}: ${failure.code}`).toBe(`${what}: ${code}`);
    }
    expect(await other.call('articles.list', {})).toEqual([]);
    expect(await other.call('sources.list', {})).toEqual([]);
    expect(await other.call('people.list', {})).toEqual([]);
  });
});
