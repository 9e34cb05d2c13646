import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { BUILT_IN } from '../../src-shared/byline/built-in-styles';
import { arbitraryClaims } from '../../src-shared/document/arbitrary-document';
import { document, figure, textNode } from '../../src-shared/document/build';
import { figuresOf } from '../../src-shared/document/figure';
import { emptyDocument } from '../../src-shared/document/upgrade';
import { authorCredit } from '../../src-shared/model/byline';
import { jpegWith } from '../../src-shared/picture/testing';
import { sha256 } from '../library/files';
import { newId } from '../library/write';
import { bundleOf, take, withRows, written } from '../testing/bundle';
import { type Desk, HEARING, importSource, openDesk } from '../testing/desk';

test('an article comes back as it was, with its links, people, byline and revisions', async () => {
  const { desk, article } = await written();
  const before = await desk.call('articles.open', { articleId: article.id });
  const { bytes } = await bundleOf(desk, article.id);
  const other = await openDesk();
  const id = await take(other, bytes);
  expect(id).toBe(article.id);
  const after = await other.call('articles.open', { articleId: id });
  expect(after.document).toEqual(before.document);
  expect(after.byline).toEqual(before.byline);
  expect(after.quotations).toEqual(before.quotations);
  expect(after.quotations.some(({ verdict }) => verdict === 'verbatim')).toBe(true);
  expect(await other.call('revisions.list', { articleId: id })).toEqual(
    await desk.call('revisions.list', { articleId: article.id }),
  );
  // The same contents are the same bytes.
  expect((await bundleOf(other, id)).bytes).toEqual(bytes);
});

test('what is kept about its sources comes along, once', async () => {
  const { desk, article, source } = await written();
  const { sourceId, versionId } = source;
  await desk.call('sources.update', { sourceId, details: { tags: ['winter', 'ferry'] } });
  await desk.call('notes.add', { sourceId, text: 'Ask for the tape.', stretch: null });
  const stretch = { sourceVersionId: versionId, start: 4, end: 11 };
  await desk.call('notes.add', { sourceId, text: 'Which one?', stretch });
  const agreement = {
    id: newId(),
    speaker: 'Mara Lind',
    consent: 'given-in-part' as const,
    terms: 'Not before May.',
    agreedOn: '2026-03-01',
    withdrawnOn: null,
    withdrawalReason: null,
  };
  await desk.call('agreements.set', { sourceId, agreements: [agreement] });
  const add = async (name: string, parentId: string | null) =>
    (await desk.call('collections.create', { name, parentId })).collectionId;
  const above = await add('Harbour', null);
  const inside = await add('Winter', above);
  const secret = await add('CANARY: who told us', null);
  const hidden = await importSource(desk, 'Other words of somebody.', 'other.txt');
  await desk.call('sources.update', {
    sourceId: hidden.sourceId,
    details: { disclosure: 'confidential' },
  });
  const member = (collectionId: string, one: string) => ({
    collectionId,
    sourceId: one,
    isIn: true,
  });
  await desk.call('collections.setMembers', {
    members: [member(inside, sourceId), member(secret, sourceId), member(secret, hidden.sourceId)],
  });

  const { bytes } = await bundleOf(desk, article.id);
  expect(new TextDecoder().decode(unzipSync(bytes)['library.json'])).not.toContain('CANARY');
  const other = await openDesk();
  for (let time = 0; time < 2; time++) {
    await take(other, bytes);
    const [kept] = await other.call('sources.list', {});
    expect(kept).toMatchObject({ id: sourceId, tags: ['winter', 'ferry'], collections: [inside] });
    expect(await other.call('notes.list', { sourceId })).toEqual(
      await desk.call('notes.list', { sourceId }),
    );
    expect(await other.call('agreements.list', { sourceId })).toEqual([agreement]);
    expect(await other.call('collections.list', {})).toEqual([
      { id: above, name: 'Harbour', parentId: null },
      { id: inside, name: 'Winter', parentId: above },
    ]);
  }
});

describe('the house style of its byline', () => {
  const harbour = { ...BUILT_IN.ap, name: 'Harbour', opening: 'Words: {}' };
  const stylesOf = (desk: Desk) => desk.call('bylineStyles.list', {});
  const printed = async (desk: Desk, articleId: string) => {
    const { byline } = await desk.call('articles.open', { articleId });
    return { line: byline.line, isStyleMissing: byline.isStyleMissing };
  };

  async function inHarbourStyle() {
    const { desk, article } = await written();
    const { styleId } = await desk.call('bylineStyles.save', { styleId: null, style: harbour });
    const { personId } = await desk.call('people.create', {
      details: {
        ...{ name: 'Ines Okafor', kind: 'person', role: null, affiliation: null, url: null },
        otherNames: [],
      },
    });
    const credits = [authorCredit(personId)];
    await desk.call('bylines.set', { articleId: article.id, style: styleId, credits });
    return { styleId, bytes: (await bundleOf(desk, article.id)).bytes };
  }

  test('comes along, and is not doubled', async () => {
    const { styleId, bytes } = await inHarbourStyle();
    const other = await openDesk();
    for (let time = 0; time < 2; time++) {
      const id = await take(other, bytes);
      expect(await printed(other, id)).toEqual({
        line: 'Words: Ines Okafor',
        isStyleMissing: false,
      });
      expect(await stylesOf(other)).toEqual([{ id: styleId, style: harbour }]);
    }
  });

  test('changes no other of its name, and none that was changed meanwhile', async () => {
    const { styleId, bytes } = await inHarbourStyle();
    const other = await openDesk();
    const own = { ...harbour, opening: 'Text: {}' };
    await other.call('bylineStyles.save', { styleId: null, style: own });
    for (let time = 0; time < 2; time++) {
      expect((await printed(other, await take(other, bytes))).line).toBe('Words: Ines Okafor');
    }
    const names = async () =>
      (await stylesOf(other)).map(({ style }) => [style.name, style.opening]);
    expect(await names()).toEqual([
      ['Harbour', 'Text: {}'],
      ['Harbour (2)', 'Words: {}'],
    ]);
    // Changed where it came in: the bundle's comes in beside it.
    await other.call('bylineStyles.save', { styleId, style: { ...harbour, opening: 'By: {}' } });
    expect((await printed(other, await take(other, bytes))).line).toBe('Words: Ines Okafor');
    expect((await names()).map(([, opening]) => opening).sort()).toEqual([
      'By: {}',
      'Text: {}',
      'Words: {}',
    ]);
  });
});

test('a bundle from before a column was there comes in without it', async () => {
  const { desk, article } = await written();
  const { bytes } = await bundleOf(desk, article.id);
  const older = withRows(bytes, (rows) => {
    for (const row of rows.source ?? []) delete row.tags;
    delete rows.agreement;
    delete rows.collection;
  });
  const other = await openDesk();
  await take(other, older);
  expect((await other.call('sources.list', {}))[0]).toMatchObject({ tags: [], collections: [] });
});

test('pictures go along without what a camera wrote into them', async () => {
  const desk = await openDesk();
  const { picture, width, height } = await desk.call('pictures.add', {
    file: { from: 'bytes', name: 'secret-name.jpg', bytes: new Uint8Array(jpegWith('CANARY')) },
  });
  const { articleId } = await desk.call('articles.create', {});
  const about = { picture, width, height, credit: 'A. Quill', alternativeText: 'A quay' };
  const given = document([figure(about, [textNode('The quay')])]);
  await desk.call('articles.save', { articleId, version: 1, document: given });
  const { bytes } = await bundleOf(desk, articleId);
  for (const content of Object.values(unzipSync(bytes))) {
    expect(new TextDecoder().decode(content)).not.toMatch(/CANARY|secret-name/);
  }
  const other = await openDesk();
  const after = await other.call('articles.open', { articleId: await take(other, bytes) });
  const [back] = figuresOf(after.document);
  expect(back).toMatchObject({ width, height, credit: 'A. Quill', alternativeText: 'A quay' });
  expect((await other.call('pictures.read', { picture: back!.picture })).mediaType).toBe(
    'image/jpeg',
  );
  expect((await bundleOf(other, articleId)).bytes).toEqual(bytes);
});

test('where it is already, it comes in beside, and the sources are not doubled', async () => {
  const { desk, article } = await written();
  const { bytes } = await bundleOf(desk, article.id);
  const before = await desk.call('articles.open', { articleId: article.id });
  const id = await take(desk, bytes);
  expect(id).not.toBe(article.id);
  expect(await desk.call('articles.open', { articleId: article.id })).toEqual(before);
  const copy = await desk.call('articles.open', { articleId: id });
  expect(copy.quotations.map(({ verdict }) => verdict)).toEqual(
    before.quotations.map(({ verdict }) => verdict),
  );
  expect(await desk.call('sources.list', {})).toHaveLength(1);
});

test('random documents come back identical', async () => {
  const desk = await openDesk();
  const other = await openDesk();
  await fc.assert(
    fc.asyncProperty(arbitraryClaims, async ({ document }) => {
      const { articleId } = await desk.call('articles.create', {});
      await desk.call('articles.save', { articleId, version: 1, document });
      const before = await desk.call('articles.open', { articleId });
      const { bytes } = await bundleOf(desk, articleId);
      expect(await take(other, bytes)).toBe(articleId);
      const after = await other.call('articles.open', { articleId });
      expect(after.document).toEqual(before.document);
      expect(after.quotations).toEqual(before.quotations);
      expect(await other.call('claims.list', { articleId })).toEqual(
        await desk.call('claims.list', { articleId }),
      );
    }),
    { numRuns: Number(process.env.STET_ROUND_TRIPS ?? 15) },
  );
}, 600_000);

describe('sources that may not be told', () => {
  test.each([
    ['described', 'on-the-record'],
    ['public', 'off-the-record'],
    ['public', 'background'],
  ] as const)('%s, %s: nothing of it is in the bundle', async (disclosure, terms) => {
    const { desk, article, source, quotation } = await written();
    await desk.call('quotations.setCheck', {
      articleId: article.id,
      quotationIds: [quotation.id],
      check: { kind: 'accepted', reason: 'CANARY reason' },
    });
    await desk.call('sources.update', {
      sourceId: source.sourceId,
      details: {
        title: 'CANARY title',
        creator: 'CANARY creator',
        url: 'https://canary.example/x',
        description: 'an official',
        disclosure,
        terms,
      },
    });
    const { bytes, sourcesLeftOut } = await bundleOf(desk, article.id);
    expect(sourcesLeftOut).toBe(1);
    const parts = unzipSync(bytes);
    const text = Object.entries(parts)
      .map(([name, content]) => `${name}\n${new TextDecoder().decode(content)}`)
      .join('\n');
    for (const secret of [
      'CANARY',
      'canary',
      source.sourceId,
      source.versionId,
      'hearing.vtt',
      sha256(HEARING),
      sha256(source.text),
      'Jonas',
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(Object.keys(parts).sort()).toEqual(['library.json', 'manifest.json']);
  });

  test('a confidential one keeps the bundle from being written', async () => {
    const { desk, article, source } = await written();
    await desk.call('sources.update', {
      sourceId: source.sourceId,
      details: { disclosure: 'confidential' },
    });
    const folder = newId();
    desk.host.grantFolder(folder, desk.folder);
    const failure = await desk.failure('bundles.write', {
      articleId: article.id,
      folder,
      replace: true,
      revisions: true,
    });
    expect(failure.code).toBe('export-blocked');
  });
});

test('an article without a word comes back too', async () => {
  const desk = await openDesk();
  const { articleId } = await desk.call('articles.create', {});
  const other = await openDesk();
  const id = await take(other, (await bundleOf(desk, articleId, { revisions: false })).bytes);
  expect((await other.call('articles.open', { articleId: id })).document).toEqual(emptyDocument());
});
