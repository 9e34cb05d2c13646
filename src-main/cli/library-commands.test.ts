import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { extractSources } from '../../src-shared/import/extract';
import { type Host, openLibrary } from '../host';
import { stet, temporaryFolder } from './run-for-test';

// Every command opens a library and waits for the disk, and others may keep it busy.
vi.setConfig({ testTimeout: 30_000 });

const SAMPLE = resolve(__dirname, '../../resources/sample');
const ARTICLE = join(SAMPLE, 'article.md');
const SOURCES = [
  'interview-transcript.txt',
  'council-hearing.vtt',
  'web-page.html',
  'minutes.md',
  'e-mail.txt',
].map((name) => join(SAMPLE, name));

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function libraryWithSample(): Promise<{ library: string; articleId: string }> {
  const library = join(temporaryFolder(), 'desk');
  expect((await stet(['import', '--library', library, ...SOURCES])).code).toBe(0);
  const { out } = await stet(['import', '--library', library, '--article', ARTICLE]);
  return { library, articleId: out.split('\t')[0]! };
}

test('import makes the library and prints an id for each file', async () => {
  const library = join(temporaryFolder(), 'new', 'desk');
  const { code, out, err } = await stet(['import', '--library', library, ...SOURCES]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(rows.map(([, kind, file]) => [kind, file])).toEqual(
    SOURCES.map((file) => ['source', file]),
  );
  for (const [id] of rows) expect(id).toMatch(ID);
  expect(existsSync(join(library, 'library.db'))).toBe(true);
});

test('import twice adds the bytes once', async () => {
  const library = join(temporaryFolder(), 'desk');
  const run = async () => {
    const { out } = await stet(['import', '--library', library, '--json', SOURCES[0]!]);
    return JSON.parse(out)[0];
  };
  const first = await run();
  expect(first).toMatchObject({ kind: 'source', duplicate: false });
  expect(await run()).toMatchObject({ id: first.id, duplicate: true });
});

test('a folder comes in with all that can be read beneath it, beside files, in the order given', async () => {
  const folder = temporaryFolder();
  const library = join(folder, 'desk');
  const given = join(folder, 'Harbour');
  mkdirSync(join(given, 'deep'), { recursive: true });
  writeFileSync(join(given, 'deep', 'letter.txt'), 'The buoy has gone.');
  writeFileSync(join(given, 'note.md'), 'Nobody has looked for it.');
  writeFileSync(join(given, 'photo.jpg'), 'no words');
  writeFileSync(join(given, '.hidden.txt'), 'Nothing to see.');
  const run = () => stet(['import', '--library', library, '--json', given, SOURCES[0]!]);
  const { code, out, err } = await run();
  expect(code).toBe(2);
  expect(err).toContain('photo.jpg: Stet does not read this kind of file.');
  expect(
    JSON.parse(out).map(({ file, error }: { file: string; error?: string }) => [file, error]),
  ).toEqual([
    [join(given, 'deep', 'letter.txt'), undefined],
    [join(given, 'note.md'), undefined],
    [join(given, 'photo.jpg'), 'Stet does not read this kind of file'],
    [SOURCES[0], undefined],
  ]);
  const again = JSON.parse((await run()).out).filter(({ id }: { id?: string }) => id);
  expect(again.every(({ duplicate }: { duplicate: boolean }) => duplicate)).toBe(true);
});

test('a bad file is named and left out; the others come in', async () => {
  const folder = temporaryFolder();
  const library = join(folder, 'desk');
  const empty = join(folder, 'empty.txt');
  writeFileSync(empty, '\n');
  const word = join(folder, 'old.doc');
  writeFileSync(word, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
  const missing = join(folder, 'missing.txt');
  const { code, out, err } = await stet([
    'import',
    '--library',
    library,
    '--json',
    missing,
    empty,
    word,
    SOURCES[3]!,
  ]);
  expect(code).toBe(2);
  const results = JSON.parse(out);
  expect(results.map(({ error }: { error?: string }) => error)).toEqual([
    'there is no such file',
    'it holds no text',
    'Stet does not read this kind of file',
    undefined,
  ]);
  expect(err.trimEnd().split('\n')).toHaveLength(3);
  const { out: listed } = await stet(['list', '--library', library, '--json']);
  expect(JSON.parse(listed).sources).toHaveLength(1);
});

test('list tells the tags and collections of each source as JSON', async () => {
  const { library } = await libraryWithSample();
  const { out } = await stet(['list', '--library', library, '--json']);
  const { sources, collections } = JSON.parse(out);
  expect(collections).toEqual([]);
  expect(sources[0]).toMatchObject({ tags: [], collections: [] });
});

test('list shows articles and sources with their ids', async () => {
  const { library, articleId } = await libraryWithSample();
  const { out } = await stet(['list', '--library', library]);
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(rows.map(([, kind]) => kind)).toEqual(['article', ...SOURCES.map(() => 'source')]);
  expect(rows[0]).toEqual([
    articleId,
    'article',
    'Town hall knew of lead in tap water eleven weeks before families were told',
    expect.stringMatching(/^\d+ quotations, \d+ open$/),
  ]);
});

test('check says of each quotation whether it stands, and changes nothing', async () => {
  const { library } = await libraryWithSample();
  const { code, out } = await stet(['check', '--library', library, '--json', ARTICLE]);
  expect(code).toBe(1);
  const { quotations, total, standing, text } = JSON.parse(out);
  expect(total).toBe(quotations.length);
  const about = (words: string) => {
    const found = quotations.find((one: { text: string }) => one.text.includes(words));
    expect(text.slice(found.start, found.end)).toBe(found.text);
    return found;
  };
  expect(about('They knew in June')).toMatchObject({
    verdict: 'permitted',
    source: { title: expect.stringContaining('scrutiny committee') },
    place: { speaker: 'Joyce Abara', time: 2584.5 },
  });
  expect(about('They knew in June').passage.text).toContain(
    'water bottles from it until September',
  );
  expect(about('forty taps')).toMatchObject({
    verdict: 'altered',
    reasons: [expect.objectContaining({ code: 'number-changed' })],
  });
  expect(about('You cannot taste it').verdict).toBe('verbatim');
  expect(about('front page')).toMatchObject({ verdict: 'missing', source: null, passage: null });
  expect(standing).toBeLessThan(total);

  const { out: listed } = await stet(['list', '--library', library, '--json']);
  expect(JSON.parse(listed).articles).toHaveLength(1);

  const { out: printed } = await stet(['check', '--library', library, ARTICLE]);
  expect(printed).toContain(`${standing} of ${total} quotations stand`);
  expect(printed).toContain('[-fourteen-]{+forty+}');
});

test('check answers 0 where all stand', async () => {
  const { library } = await libraryWithSample();
  const file = join(temporaryFolder(), 'story.txt');
  writeFileSync(file, 'The town\n\n“It took 11 weeks to print one letter,” said Dilys Renshaw.\n');
  const { code, out } = await stet(['check', '--library', library, file]);
  expect(out).toContain('1 of 1 quotations stand');
  expect(code).toBe(0);
});

test.each([
  ['markdown', '.md', /^---\n/],
  ['html', '.html', /^<!doctype html>/i],
])('export writes %s and does not replace a file unasked', async (format, ending, start) => {
  const { library, articleId } = await libraryWithSample();
  const out = join(temporaryFolder(), 'out', 'there');
  const line = ['export', '--library', library, '--article', articleId, '--format', format];
  const first = await stet([...line, '--out', out]);
  expect(first.code).toBe(0);
  const path = first.out.trimEnd();
  expect(path.startsWith(out) && path.endsWith(ending)).toBe(true);
  expect(readFileSync(path, 'utf8')).toMatch(start);
  expect(first.err).toContain('stet: open: quotations-unlinked');

  writeFileSync(path, 'mine');
  const second = await stet([...line, '--out', out]);
  expect(second).toMatchObject({ code: 2, out: '' });
  expect(second.err).toContain('is there already');
  expect(second.err).toContain('Nothing was written');
  expect(readFileSync(path, 'utf8')).toBe('mine');

  expect((await stet([...line, '--out', out, '--replace'])).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(start);
});

test('a correction that goes out is noted as exported, or it is said that it could not be', async () => {
  const library = join(temporaryFolder(), 'desk');
  const file = join(temporaryFolder(), 'ferry.md');
  writeFileSync(file, '# The ferry\n\nBy Ines Calder\n\nIt leaves at seven.\n');
  const articleId = (await stet(['import', '--library', library, '--article', file])).out.split(
    '\t',
  )[0]!;
  const open = () => openLibrary(library, { extract: extractSources });
  const corrections = async (host: Host) => host.call('corrections.list', { articleId });
  const host = await open();
  expect((await host.call('finish.finish', { articleIds: [articleId] })).left).toEqual([]);
  const words = { kind: 'correction' as const, text: 'It was in March.' };
  await host.call('corrections.add', { articleId, ...words });

  const out = temporaryFolder();
  const line = ['export', '--library', library, '--article', articleId, '--out', out, '--replace'];
  const meanwhile = await stet([...line, '--format', 'html']);
  expect(meanwhile).toMatchObject({ code: 0 });
  expect(meanwhile.err).toContain('corrections that are not noted as exported');
  expect(readFileSync(meanwhile.out.trimEnd(), 'utf8')).toContain('It was in March.');
  expect(await corrections(host)).toMatchObject([{ exportedAt: null }]);
  await host.close();

  expect((await stet([...line, '--format', 'csl'])).err).not.toContain('corrections');
  const { code, err } = await stet([...line, '--format', 'html']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const again = await open();
  expect(await corrections(again)).toMatchObject([{ exportedAt: expect.any(String) }]);
  await again.close();
});

test('export says how the byline is reached only when told to', async () => {
  const library = join(temporaryFolder(), 'desk');
  const file = join(temporaryFolder(), 'ferry.md');
  writeFileSync(file, '# The ferry\n\nBy Ines Calder\n\nIt leaves at seven.\n');
  const imported = await stet(['import', '--library', library, '--article', file]);
  const [articleId = ''] = imported.out.split('\t');
  const host = await openLibrary(library, { extract: extractSources });
  const [ines] = await host.call('people.list', {});
  const details = { email: 'ines@strandby.example' };
  await host.call('people.update', { personId: ines!.id, details });
  await host.close();
  const line = ['export', '--library', library, '--article', articleId, '--format', 'markdown'];
  const written = async (...more: string[]) =>
    readFileSync(
      (await stet([...line, '--out', temporaryFolder(), ...more])).out.trimEnd(),
      'utf8',
    );
  expect(await written()).not.toContain('ines@');
  expect(await written('--with-contact')).toContain('email: "ines@strandby.example"');
});

test('a PDF is a matter for the window, and the command says so', async () => {
  const { library, articleId } = await libraryWithSample();
  const out = temporaryFolder();
  const line = ['export', '--library', library, '--article', articleId, '--format', 'pdf'];
  const { code, err } = await stet([...line, '--out', out]);
  expect(code).toBe(2);
  expect(err).toContain('a PDF is printed by the window of Stet');
  expect(readdirSync(out)).toEqual([]);
});

test.each(['list', 'check', 'export'])('%s does not make a library', async (name) => {
  const folder = join(temporaryFolder(), 'nothing');
  const rest = {
    list: [],
    check: [ARTICLE],
    export: ['--article', 'x', '--format', 'html', '--out', folder],
  }[name]!;
  const { code, out, err } = await stet([name, '--library', folder, ...rest]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^stet: there is no library in .*\n$/);
  expect(existsSync(folder)).toBe(false);
});

test('an id that the library does not have is one clear line', async () => {
  const { library } = await libraryWithSample();
  const out = temporaryFolder();
  const { code, err } = await stet([
    'export',
    '--library',
    library,
    '--article',
    '01930b2e-0000-7000-8000-000000000000',
    '--format',
    'html',
    '--out',
    out,
  ]);
  expect(code).toBe(2);
  expect(err).toMatch(/^stet: the library has nothing with this id\..*\n$/);
  expect(readdirSync(out)).toEqual([]);
});

test('a folder with a foreign library.db is left alone', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'desk'));
  const file = join(folder, 'desk', 'library.db');
  writeFileSync(file, 'not a database, but something of mine');
  const { code, err } = await stet(['import', '--library', join(folder, 'desk'), SOURCES[0]!]);
  expect(code).toBe(2);
  expect(err).toContain('Nothing was changed');
  expect(readFileSync(file, 'utf8')).toBe('not a database, but something of mine');
});

test('match finds passages in the whole library, at offsets of what "source text" prints', async () => {
  const { library } = await libraryWithSample();
  const hearing = readFileSync(SOURCES[1]!, 'utf8');
  const lines = [
    { id: 1, quote: 'The bonus was paid' },
    { id: 'two', quote: ['We had fourteen taps', 'and not one of them'] },
    { id: 3, quote: 'Nobody in any of these files has ever spoken of a purple rhinoceros' },
    { id: 4, quote: [] },
  ];
  const input = lines.map((line) => JSON.stringify(line)).join('\n');
  const { code, out, err } = await stet(['match', '--library', library, '--jsonl'], input);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [bonus, , rhinoceros, bad] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(hearing).toContain('The bonus was paid');
  const [best] = bonus.candidates;
  expect(best).toMatchObject({ file: 'council-hearing.vtt', verdict: 'verbatim' });
  const text = await stet(['source', 'text', best.source, '--library', library]);
  expect(text.out.slice(best.start, best.end)).toBe('The bonus was paid');
  expect(rhinoceros).toEqual({ id: 3, candidates: [] });
  expect(bad).toMatchObject({ line: 4, id: 4, error: expect.any(String) });
});

test('the text of a source that is not there is a failure of one line', async () => {
  const { library } = await libraryWithSample();
  const id = '01900000-0000-7000-8000-000000000000';
  const { code, out, err } = await stet(['source', 'text', id, '--library', library]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/nothing with this id/);
});

test('export writes a page bundle for Hugo, and a bundle that import takes', async () => {
  const { library, articleId } = await libraryWithSample();
  const out = temporaryFolder();
  const line = ['export', '--library', library, '--article', articleId, '--out', out];
  const hugo = await stet([...line, '--format', 'markdown', '--profile', 'hugo']);
  expect(hugo.out.trimEnd()).toMatch(/\/index\.md$/);
  expect(readFileSync(hugo.out.trimEnd(), 'utf8')).toMatch(/^---\ntitle: "/);

  const bundle = await stet([...line, '--format', 'bundle']);
  const path = bundle.out.trimEnd();
  expect(path).toMatch(/\.stet$/);
  const other = join(temporaryFolder(), 'other');
  const back = await stet(['import', '--library', other, path]);
  expect(back).toMatchObject({ code: 0, err: '' });
  expect(back.out).toContain(articleId);

  writeFileSync(path, readFileSync(path).subarray(0, 500));
  const broken = await stet(['import', '--library', other, path]);
  expect(broken.code).toBe(2);
  expect(broken.err).toContain('the bundle is not whole');

  const linked = await stet([...line, '--format', 'markdown', '--sidecar']);
  const [markdown = '', sidecar] = linked.out.trimEnd().split('\n');
  expect(sidecar).toMatch(/\.annotations\.jsonld$/);
  const again = await stet(['import', '--library', library, '--article', markdown]);
  expect(again).toMatchObject({ code: 0 });
  expect(again.err).toMatch(/\d quotations? came back linked/);
  // Six commands, each of which opens a library.
});
