import { expect, test } from 'vitest';
import { version } from '../../package.json';
import { stet } from './run-for-test';

test('--version prints the version and nothing else', async () => {
  expect(await stet(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('--help names every command', async () => {
  const { code, out } = await stet(['--help']);
  expect(code).toBe(0);
  for (const name of [
    'detect',
    'import',
    'list',
    'check',
    'export',
    'verdict',
    'align',
    'match',
    'source',
  ]) {
    expect(out).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
  }
});

test.each(['detect', 'import', 'list', 'check', 'export', 'verdict', 'align', 'match', 'source'])(
  '%s --help explains it with an example',
  async (name) => {
    const { code, out, err } = await stet([name, '--help']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain(`Usage: stet ${name}`);
    expect(out).toContain(`\nExample:\n  stet ${name} `);
  },
);

test.each([
  [['frobnicate'], "unknown command 'frobnicate'"],
  [['detect'], "missing required argument 'files'"],
  [['detect', 'a.txt', '--jason'], "unknown option '--jason'"],
  [['list'], "required option '--library <dir>' not specified"],
  [['export', '--library', 'x', '--article', 'y', '--out', 'z', '--format', 'rtf'], 'rtf'],
])('a mistake in the line %j is said on stderr', async (argv, words) => {
  const { code, out, err } = await stet(argv);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/^stet: /);
  expect(err).toContain(words);
});
