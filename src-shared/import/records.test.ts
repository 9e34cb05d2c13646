import { describe, expect, test } from 'vitest';
import { readAll, refusal } from './reading';

describe('library records', () => {
  test('RIS: the abstract and notes are the text, the record is metadata', async () => {
    const [first, second] = await readAll(
      'export.ris',
      'TY  - NEWS\r\nAU  - Arkle, Tom\r\nTI  - Ferry vote put off\r\nT2  - The Orrin Post\r\nDA  - 2026/05/04/\r\nUR  - https://example.org/ferry\r\nAB  - The island council put off its vote.\r\nThe third time.\r\nKW  - ferry\r\nKW  - council\r\nN1  - <p>Call the <i>clerk</i>.</p>\r\nER  - \r\n\r\nTY  - BOOK\r\nA1  - Lind, Mara\r\nTI  - Harbours\r\nPB  - Orrin Press\r\nCY  - Orrin\r\nPY  - 2019\r\nSN  - 978-3-16-148410-0\r\nER  - \r\n',
    );
    expect(first).toMatchObject({
      part: '1',
      title: 'Ferry vote put off',
      kind: 'document',
      date: '2026-05-04',
      url: 'https://example.org/ferry',
      creator: 'Tom Arkle',
      text: 'The island council put off its vote.\n\nThe third time.\n\nCall the clerk.',
      metadata: {
        type: 'article-newspaper',
        'container-title': 'The Orrin Post',
        author: [{ family: 'Arkle', given: 'Tom' }],
        issued: { 'date-parts': [[2026, 5, 4]] },
        keyword: 'ferry, council',
      },
    });
    expect(second).toMatchObject({
      part: '2',
      date: '2019',
      text: 'Mara Lind: Harbours. Orrin: Orrin Press, 2019.',
      metadata: { type: 'book', ISBN: '978-3-16-148410-0' },
    });
  });

  test('BibTeX: accents, corporate authors, particles', async () => {
    const [entry] = await readAll(
      'export.bib',
      '@article{lind2026,\n  title = {The {Saltmere} Harbour: {\\"U}ber B{\\\'o}xes},\n  author = {Lind, Mara and {Harbour Board of Saltmere} and van der Berg, Jan},\n  journal = {Journal of Ports}, year = {2026}, month = mar, volume = 4, number = {2}, pages = {12--19},\n  abstract = {We show that 50\\% of boats \\textit{sink}.}\n}\n',
    );
    expect(entry).toMatchObject({
      part: 'lind2026',
      title: 'The Saltmere Harbour: Über Bóxes',
      date: '2026-03',
      creator: 'Mara Lind, Harbour Board of Saltmere, Jan van der Berg',
      text: 'We show that 50% of boats sink.',
      metadata: {
        type: 'article-journal',
        author: [
          { family: 'Lind', given: 'Mara' },
          { literal: 'Harbour Board of Saltmere' },
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
        ],
        page: '12–19',
      },
    });
  });

  test('CSL-JSON is kept as it is', async () => {
    const item = {
      id: 'http://zotero.org/users/1/items/ABC',
      type: 'interview',
      title: 'Interview with <i>Olive Marsh</i>',
      author: [{ family: 'Marsh', given: 'Olive' }],
      issued: { 'date-parts': [['2026', 5, 4]] },
      archive: 'Orrin',
    };
    const [source] = await readAll('export.json', JSON.stringify([item]));
    expect(source).toMatchObject({
      part: item.id,
      title: 'Interview with Olive Marsh',
      date: '2026-05-04',
      creator: 'Olive Marsh',
      text: 'Olive Marsh: Interview with Olive Marsh. 2026.',
      metadata: item,
    });
  });

  test('a record longer than any is refused before it is parsed', async () => {
    const long = `@article{x, title = {${'boats and \\"u '.repeat(60_000)}}}`;
    expect(await refusal('a.bib', long)).toBe('file-too-large');
  });

  test('parts are unique, and what is no record is refused', async () => {
    const twice = JSON.stringify([
      { id: 'a', type: 'book', title: 'One' },
      { id: 'a', type: 'book', title: 'Two' },
    ]);
    expect((await readAll('a.json', twice)).map(({ part }) => part)).toEqual(['a', 'a (2)']);
    expect(await refusal('a.json', '{"name":"stet","version":1}')).toBe('format-unsupported');
    expect(await refusal('a.json', '[{"type"')).toBe('file-unreadable');
    expect(await refusal('a.ris', 'Not a record.')).toBe('file-unreadable');
    expect(await refusal('a.bib', 'Not a record.')).toBe('file-unreadable');
  });
});
