import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILT_IN } from '../../src-shared/byline/built-in-styles';
import formatted from '../../src-shared/byline/fixtures/byline-format.json';
import parsed from '../../src-shared/byline/fixtures/byline-parse.json';
import { stet } from './run-for-test';

async function answers(command: 'parse' | 'format', lines: object[]) {
  const { code, out } = await stet(
    ['byline', command, '--jsonl'],
    lines.map((line) => JSON.stringify(line)).join('\n'),
  );
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('stet byline', () => {
  test('reads the whole table of bylines, one line each', async () => {
    const lines = parsed.map((one) => {
      const { lang, known } =
        (one as { options?: { lang?: string; known?: object[] } }).options ?? {};
      return { id: one.id, input: one.input, ...(lang && { lang }), ...(known && { known }) };
    });
    const found = await answers('parse', lines);
    expect(found.map(({ id, contributors }) => ({ id, contributors }))).toEqual(
      parsed.map(({ id, expected }) => ({ id, contributors: expected })),
    );
  });

  test('what is uncertain is asked', async () => {
    const [answer] = await answers('parse', [{ id: 1, input: 'BY INES OKAFOR' }]);
    expect(answer).toMatchObject({ id: 1, flags: ['case-guess'] });
  });

  test('writes the whole table in its house styles', async () => {
    const lines = formatted.map(({ id, style, contributors }) => ({ id, style, contributors }));
    expect(await answers('format', lines)).toEqual(
      formatted.map(({ id, line, tail }) => ({ id, line, tail })),
    );
  });

  test('the language of the article decides about an English style', async () => {
    const contributors = [
      { name: 'Ida Brandt', role: 'author' },
      { name: 'Tom Oakes', role: 'author' },
    ];
    const [answer] = await answers('format', [{ style: 'ap', lang: 'de', contributors }]);
    expect(answer.line).toBe('Von Ida Brandt und Tom Oakes');
  });

  test('a line that is no byline is answered with its number, and the stream goes on', async () => {
    const found = await answers('format', [
      { id: 'bad', style: 'tabloid', contributors: [] },
      { id: 'good', style: 'ap', contributors: [] },
    ]);
    expect(found[0]).toMatchObject({ line: 1, id: 'bad', error: expect.stringMatching(/^style/) });
    expect(found[1]).toEqual({ id: 'good', line: '', tail: '' });
  });

  test('writes in a house style of a file, and says where a file holds none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-style-'));
    const file = join(folder, 'harbour.json');
    const line = JSON.stringify({ id: 1, contributors: [{ name: 'Ida Brandt' }] });
    try {
      writeFileSync(file, JSON.stringify({ ...BUILT_IN.ap, name: 'Ours', opening: 'Words: {}' }));
      const { code, out } = await stet(['byline', 'format', '--jsonl', '--style', file], line);
      expect([code, JSON.parse(out)]).toEqual([0, { id: 1, line: 'Words: Ida Brandt', tail: '' }]);
      writeFileSync(file, '{"name": "Ours"}');
      const wrong = await stet(['byline', 'format', '--jsonl', '--style', file], line);
      expect([wrong.code, wrong.out]).toEqual([2, '']);
      expect(wrong.err).toContain('this is no house style (language:');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
