import { expect, test } from 'vitest';
import { cameBackLines } from './came-back';

const left = (because: 'source' | 'passage' | 'quotation' | 'described', title: string | null) => ({
  because,
  words: '“We will not sell.”',
  title,
});

test('says how many are linked, and what was left and why', () => {
  const lines = cameBackLines(
    {
      isUsed: true,
      linked: 3,
      sourcesAdded: 1,
      left: [
        left('source', 'Harbour audit'),
        left('source', 'Harbour audit'),
        left('passage', 'Hearing'),
        left('quotation', 'Hearing'),
        left('described', null),
      ],
    },
    ['Mara Lind'],
  );
  expect(lines).toEqual([
    '3 quotations came back linked.',
    '1 source came in with the bundle.',
    '1 source is not in this library: “Harbour audit”. Bring it in, and open the article again or link by hand.',
    '1 passage could not be found in its source: “We will not sell.”.',
    '1 quotation of the annotations is not in the text any more: “We will not sell.”.',
    '1 quotation comes from a source that was only described: link it by hand.',
    'Mara Lind: several people have this name. Nobody was chosen; see People and merge, or the byline.',
  ]);
});

test('says nothing where there is nothing beside it, and one sentence where it is of no use', () => {
  expect(cameBackLines(null, [])).toEqual([]);
  const [only, ...more] = cameBackLines({ isUsed: false, because: 'foreign' }, []);
  expect(only).toContain('not written by Stet');
  expect(more).toEqual([]);
});
