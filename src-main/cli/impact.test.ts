import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractSources } from '../../src-shared/import/extract';
import { openLibrary } from '../host';
import { stet, temporaryFolder } from './run-for-test';

const WORDS = 'The ferry leaves at seven. The second pier opens in April.';

test('impact tells what a correction touches, of one source and of all', async () => {
  const folder = temporaryFolder();
  const library = join(folder, 'desk');
  const [article, source] = [join(folder, 'article.md'), join(folder, 'note.txt')];
  writeFileSync(
    article,
    '# Pier\n\n“The ferry leaves at seven,” it says, and: “The second pier opens in April.”\n',
  );
  writeFileSync(source, WORDS);
  await stet(['import', '--library', library, '--article', article]);
  const sourceId = (await stet(['import', '--library', library, source])).out.split('\t')[0]!;

  const host = await openLibrary(library, { extract: extractSources });
  const [{ id: articleId } = { id: '' }] = await host.call('articles.list', {});
  const links = await host.call('quotations.findVerbatim', { articleId });
  expect(links).toHaveLength(2);
  await host.call('quotations.setLinks', { articleId, links });
  await host.call('sources.addVersion', {
    sourceId,
    kind: 'corrected',
    reason: null,
    language: null,
    content: { from: 'text', text: WORDS.replace('April', 'May') },
  });
  host.close();

  const one = await stet(['impact', '--library', library, sourceId]);
  expect(one).toMatchObject({ code: 0, err: '' });
  expect(one.out.split('\n').map((line) => line.split('\t').slice(0, 4))).toEqual([
    ['carried', 'verbatim', articleId, 'Pier'],
    ['review', 'review', articleId, 'Pier'],
    [''],
  ]);
  const json = await stet(['impact', '--library', library, '--json', sourceId]);
  expect(JSON.parse(json.out)).toMatchObject({
    carried: 1,
    review: 1,
    articles: [
      { articleId, isFinished: false, quotations: [{ status: 'carried' }, { status: 'review' }] },
    ],
  });
  const all = await stet(['impact', '--library', library, '--json']);
  expect(JSON.parse(all.out)).toMatchObject({ carried: 0, review: 1, articles: [{ articleId }] });
  const text = await stet(['source', 'text', sourceId, '--library', library]);
  expect(text.out).toContain('in May');

  const unknown = await stet(['impact', '--library', library, articleId]);
  expect(unknown.code).toBe(2);
  expect(unknown.err).not.toBe('');
});
