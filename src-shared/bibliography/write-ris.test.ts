import { describe, expect, test } from 'vitest';
import { extractRis } from '../import/ris';
import type { CslItem } from './csl-item';
import { writeRis } from './write-ris';

/* The rules of the format (Research Information Systems, 2001) that readers trip over. */

const item = (more: object): CslItem => ({ id: 'src-1', type: 'report', title: 'Audit', ...more });

/** A record as tags with their values. */
function linesOf(more: object, notes: string[] = []): [tag: string, value: string][] {
  const written = writeRis([{ item: item(more), notes }]);
  expect(written.endsWith('\r\n')).toBe(true);
  return written
    .slice(0, -2)
    .split('\r\n')
    .map((line) => {
      const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
      expect(tag, line).not.toBe('');
      return [tag, value];
    });
}

describe('a record of RIS', () => {
  test('begins with its type, ends with ER, and has each field on one line', () => {
    const lines = linesOf({ title: 'Audit\nof  the quay' }, ['“Not\r\nready”', '']);
    expect(lines[0]).toEqual(['TY', 'RPRT']);
    expect(lines.at(-1)).toEqual(['ER', '']);
    expect(lines).toContainEqual(['TI', 'Audit of the quay']);
    // Words of a note that look like a tag begin no line.
    expect(linesOf({}, ['first\nER  - second'])).toContainEqual(['N1', 'first ER - second']);
    expect(lines.filter(([tag]) => tag === 'N1')).toEqual([['N1', '“Not ready”']]);
  });

  test('has names with the family name first, one on a line', () => {
    const author = [
      { family: 'Lind', given: 'Mara', suffix: 'Jr' },
      { literal: 'Saltmere Audit Office' },
    ];
    const editor = [{ family: 'Oakes', given: 'Tom' }];
    const names = linesOf({ author, editor }).filter(([tag]) => /^A/.test(tag));
    expect(names).toEqual([
      ['AU', 'Lind, Mara, Jr'],
      ['AU', 'Saltmere Audit Office'],
      ['A2', 'Oakes, Tom'],
    ]);
  });

  test.each([
    [[2026, 4, 20], '2026/04/20/'],
    [[2026, 4], '2026/04//'],
    [[2026], '2026///'],
  ])('has the date %j with a slash for each part, and the year by itself', (parts, date) => {
    const lines = linesOf({ issued: { 'date-parts': [parts] } });
    expect(lines).toContainEqual(['DA', date]);
    expect(lines).toContainEqual(['PY', '2026']);
  });

  test('has first and last page apart, and both numbers of a series as SN', () => {
    const lines = linesOf({ page: '12–19', ISBN: '978-0', ISSN: '1234-5678' });
    expect(lines).toEqual(
      expect.arrayContaining([
        ['SP', '12'],
        ['EP', '19'],
        ['SN', '978-0'],
        ['SN', '1234-5678'],
      ]),
    );
  });

  test('is a GEN where RIS has no type for it, and none runs into the next', () => {
    const records = ['performance', 'interview'].map((type) => ({
      item: { ...item({}), type },
      notes: [],
    }));
    expect(
      writeRis(records)
        .split('\r\n\r\n')
        .map((one) => one.slice(0, 11).trim()),
    ).toEqual(['TY  - GEN', 'TY  - PCOMM']);
  });

  test('comes back with its type, its names and all of its lines', () => {
    const known = {
      author: [{ family: 'van der Berg', given: 'Jan' }],
      issued: { 'date-parts': [[2026, 4, 20]] },
      genre: 'Inquiry',
      number: '7',
      abstract: 'What is wrong with it.',
      archive: 'Town archive',
      archive_location: 'Box 3',
      'publisher-place': 'Saltmere',
    };
    const particle = [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }];
    for (const type of ['report', 'dataset', 'graphic', 'entry-dictionary', 'classic', 'speech']) {
      const record = { ...item(known), type, author: particle };
      const written = writeRis([{ item: record, notes: [] }]).replaceAll('\r\n', '\n');
      const [read] = extractRis(written, 'a.ris');
      expect(read?.metadata).toMatchObject({ ...known, type });
    }
  });
});
