import { describe, expect, test } from 'vitest';
import layouts from './fixtures/transcript-layouts.json';
import { read } from './reading';

describe('layouts of transcripts', () => {
  test.each(layouts)('$layout', async ({ file, turns }) => {
    const { kind, medium, text, locators } = await read('talk.txt', file);
    expect({ kind, medium }).toEqual({ kind: 'transcript', medium: 'spoken' });
    const found = locators.map(({ start, end, speaker = null, time = null }) => [
      speaker,
      time,
      text.slice(start, end),
    ]);
    expect(found.slice(-turns.length)).toEqual(turns);
  });

  test('initials, lists and tables of a document are no labels', async () => {
    const list = 'A. Smith went home.\n\nB. Jones stayed.\n\nA. Brown came later.';
    expect(await read('a.txt', list)).toMatchObject({ kind: 'document', text: list });
    const table = 'Year\tBoats\n\n2024\t2\n\n2025\t3';
    expect(await read('b.txt', table)).toMatchObject({ kind: 'document', text: table });
    const votes = 'Olive Marsh\tno\n\nTom Arkle\tyes\n\nAda Quill\tno';
    expect(await read('c.txt', votes)).toMatchObject({ kind: 'document', text: votes });
    const numbered = '1  One.\n2  Two.\n3  Three.';
    expect((await read('d.txt', numbered)).text).toContain('2  Two.');
  });
});
