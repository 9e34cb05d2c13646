import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stet, temporaryFolder } from './run-for-test';

const SOURCE =
  'The meeting began at nine.\r\n\r\nWe will dredge the channel before the spring tides, and the town will pay for it.\r\n\r\nNobody objected to the minutes.\r\n';

test('finds the passage in the file as it stands, and nothing where nothing fits', async () => {
  const file = join(temporaryFolder(), 'minutes.txt');
  writeFileSync(file, SOURCE);
  const { code, out } = await stet(
    ['align', '--source', file, '--jsonl'],
    [
      { id: 'true', quote: '“We will dredge the channel before the spring tides”' },
      { id: 'changed', quote: '“We will dredge the channel after the spring tides”' },
      { id: 'none', quote: '“Penguins have been elected to the board of the opera house”' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  expect(code).toBe(0);
  const [first, changed, none] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [best] = first.candidates;
  expect(best.verdict).toBe('verbatim');
  expect(SOURCE.slice(best.start, best.end)).toBe(
    'We will dredge the channel before the spring tides',
  );
  expect(changed.candidates[0].verdict).toBe('altered');
  expect(none).toEqual({ id: 'none', candidates: [] });
});

test('a source that is not there is one clear line', async () => {
  expect(await stet(['align', '--source', '/no/such.txt', '--jsonl'])).toEqual({
    code: 2,
    out: '',
    err: 'stet: /no/such.txt: there is no such file.\n',
  });
});
