import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stet, temporaryFolder } from './run-for-test';

const lines = (...values: unknown[]) =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
const parse = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('judges one line after the other', async () => {
  const source = 'We will not sell the harbour.';
  const { code, out } = await stet(
    ['verdict', '--jsonl'],
    lines(
      {
        id: 'a',
        draft: '“We will not sell the harbour.”',
        source,
        kind: 'written',
        profile: 'strict',
      },
      { id: 'b', draft: '“We will sell the harbour.”', source, kind: 'written', profile: 'strict' },
      { id: 3, draft: ['“We will not”', '“sell the harbour.”'], source, kind: 'spoken' },
    ),
  );
  expect(code).toBe(0);
  const answers = parse(out);
  expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['a', 'verbatim'],
    ['b', 'altered'],
    [3, 'verbatim'],
  ]);
  expect(answers[1].reasons[0].code).toBe('negation-dropped');
  const [{ start, end }] = answers[0].passages;
  expect(source.slice(start, end)).toContain('We will not sell the harbour');
});

test('a bad line is answered with its number, and the stream goes on', async () => {
  const good = { id: 'good', draft: '“No.”', source: 'No.', kind: 'spoken', profile: 'strict' };
  const { code, out, err } = await stet(
    ['verdict', '--jsonl'],
    lines('{"id": ', '', { id: 'bad', draft: 7, source: 'No.' }, 'null', good),
  );
  expect(code).toBe(0);
  expect(err).toBe('');
  const answers = parse(out);
  expect(answers).toHaveLength(4);
  expect(answers[0]).toEqual({ line: 1, error: 'this line is not JSON' });
  expect(answers[1]).toMatchObject({ line: 3, id: 'bad' });
  expect(answers[1].error).toContain('draft');
  expect(answers[2]).toMatchObject({ line: 4 });
  expect(answers[3]).toMatchObject({ id: 'good', verdict: 'verbatim' });
});

test('lines may be cut anywhere, end in CR LF and hold line separators', async () => {
  const source = 'No\u2028more.';
  const text = `\uFEFF${JSON.stringify({ id: '…', draft: '“No more.”', source })}\r\n`;
  const bytes = Buffer.from(text);
  const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
  const { out } = await stet(['verdict', '--jsonl'], pieces);
  expect(parse(out)).toMatchObject([{ id: '…', verdict: 'verbatim' }]);
});

test('answers a long stream completely', async () => {
  const count = 3000;
  const input = Array.from({ length: count }, (_, id) =>
    JSON.stringify({ id, draft: `“Item ${id}”`, source: `Item ${id}`, kind: 'written' }),
  ).join('\n');
  const { out } = await stet(['verdict', '--jsonl'], input);
  const answers = parse(out);
  expect(answers).toHaveLength(count);
  expect(answers.at(-1)).toMatchObject({ id: count - 1, verdict: 'verbatim' });
});

test('judges by the profile of a newsroom', async () => {
  const file = join(temporaryFolder(), 'harbour.json');
  const rules = { 'filler-removed': { spoken: 'permitted', written: 'altered' } };
  writeFileSync(file, JSON.stringify({ name: 'Harbour News', base: 'strict', rules }));
  const line = { draft: '“We will not sell.”', source: 'We will, um, not sell.', kind: 'spoken' };
  const { out } = await stet(
    ['verdict', '--jsonl', '--profile', file],
    lines({ ...line, id: 'own' }, { ...line, id: 'named', profile: 'strict' }),
  );
  expect(parse(out)).toMatchObject([
    { id: 'own', verdict: 'permitted' },
    { id: 'named', verdict: 'review' },
  ]);
});

test('a file that is no profile is refused before anything is judged', async () => {
  const file = join(temporaryFolder(), 'harbour.json');
  writeFileSync(file, '{"name": "Harbour News", "base": "lenient"}');
  const { code, out, err } = await stet(['verdict', '--jsonl', '--profile', file], '{}');
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('no house profile (base:');
});

test('the right words in another one’s turn are to be looked at', async () => {
  const source = 'LIND: We will not sell the harbour.\nQUILL: Why not?\nLIND: It is ours.';
  const line = { draft: '“We will not sell the harbour.”', source, kind: 'spoken' };
  const { out } = await stet(
    ['verdict', '--jsonl'],
    lines({ ...line, speaker: 'Mara Lind' }, { ...line, speaker: 'Ada Quill' }),
  );
  const [right, wrong] = parse(out);
  expect(right.verdict).toBe('verbatim');
  expect(wrong).toMatchObject({ verdict: 'review', reasons: [{ code: 'wrong-speaker' }] });
});
