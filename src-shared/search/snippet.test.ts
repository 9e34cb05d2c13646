import { expect, test } from 'vitest';
import { parseSearchQuery } from './query';
import { snippetOf } from './snippet';

function shown(text: string, query: string) {
  const snippet = snippetOf(text, parseSearchQuery(query).wanted);
  if (!snippet) return null;
  return {
    ...snippet,
    marked: snippet.hits.map(({ start, end }) => snippet.text.slice(start, end)),
    found: text.slice(snippet.at.start, snippet.at.end),
  };
}

const FILLER = 'Nothing of note was said for quite a while after that. '.repeat(30);

test('the stretch with most of the words, cut at words, with what was found in it', () => {
  const text = `A ferry came.\n\n${FILLER}The last Ferry left the old pier at nine. ${FILLER}`;
  const snippet = shown(text, 'ferry pier ');
  expect(snippet?.marked).toEqual(['Ferry', 'pier']);
  expect(snippet?.found).toBe('Ferry');
  expect(snippet?.text).toMatch(/^…\S.*The last Ferry left the old pier at nine\..*\S…$/);
  expect(snippet!.text.length).toBeLessThan(190);
});

test('a short text is not cut', () => {
  expect(shown('The ferry\nleft.', 'ferry ')?.text).toBe('The ferry left.');
});

test('phrases, accents, beginnings, and scripts without spaces', () => {
  expect(shown('The cafés of the second pier', '"second pier"')?.marked).toEqual(['second pier']);
  expect(shown('The cafés of the second pier', 'café')?.marked).toEqual(['cafés']);
  expect(shown('港は冬の間ずっと開いている。', '冬の間')?.marked).toEqual(['冬の間']);
  expect(shown('The second ferry', '"ferry second"')).toBeNull();
});

test('a hit deep in a long text is found, also where the pieces meet that it is read in', () => {
  for (const length of [59_990, 59_600, 200_000]) {
    const text = `${'x '.repeat(length / 2)}second pier${' y'.repeat(100)}`;
    expect(shown(text, '"second pier"')?.found, String(length)).toBe('second pier');
  }
});
