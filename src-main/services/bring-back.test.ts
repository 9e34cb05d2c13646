import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ExportFormat } from '../../src-shared/contract/exports';
import {
  document,
  figure,
  footnote,
  footnoteReference,
  inlineBlock,
  textNode,
} from '../../src-shared/document/build';
import { figuresOf } from '../../src-shared/document/figure';
import type { Article } from '../../src-shared/model/article';
import { MARKDOWN_PROFILES, type MarkdownProfile } from '../../src-shared/model/markdown-profile';
import type { OtherName } from '../../src-shared/model/person';
import { jpegWith } from '../../src-shared/picture/testing';
import {
  type Desk,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  targetOf,
  textOf,
} from '../testing/desk';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function exported(
  desk: Desk,
  articleId: string,
  formats: ExportFormat[],
  profile?: MarkdownProfile,
) {
  const path = mkdtempSync(join(tmpdir(), 'stet-back-'));
  folders.push(path);
  const folder = newId();
  desk.host.grantFolder(folder, path);
  const { written } = await desk.call('exports.write', {
    articleId,
    formats,
    folder,
    replace: true,
    ...(profile ? { profile } : {}),
  });
  return { path, files: written };
}

async function broughtIn(desk: Desk, file: string) {
  const token = newId();
  desk.host.grantFile(token, file);
  const answer = await desk.call('articles.import', { file: { from: 'granted', token } });
  return { ...answer, article: await desk.call('articles.open', { articleId: answer.articleId }) };
}

/** An article with two links, a speaker who is nowhere named in it, tags and a byline of several. */
async function written(desk: Desk) {
  const article = await importArticle(desk);
  const source = await importSource(desk);
  const { personId } = await desk.call('people.create', {
    details: {
      name: 'Ada Quill',
      kind: 'person',
      role: null,
      affiliation: null,
      url: 'https://strandby.example/ada',
    },
  });
  const open = quotationWith(article.quotations, 'stay open');
  const boats = quotationWith(article.quotations, 'twelve boats');
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [
      {
        quotationId: open.id,
        target: targetOf(source, 'The harbour will stay open all winter.'),
        speakerId: personId,
      },
      {
        quotationId: boats.id,
        target: targetOf(source, 'We asked for twelve boats and we were given four of them.'),
      },
    ],
  });
  const pier = quotationWith(article.quotations, 'second pier');
  const quotationId = pier.id;
  await desk.call('quotations.setDismissed', {
    articleId: article.id,
    quotationId,
    dismissed: true,
  });
  const { byline } = await desk.call('articles.open', { articleId: article.id });
  const credit = (more: object) => ({
    personId,
    role: 'photo' as const,
    location: 'Strandby',
    jobTitle: 'harbour correspondent',
    affiliation: 'The Quay',
    staff: 'freelance' as const,
    tier: null,
    note: null,
    ...more,
  });
  await desk.call('bylines.set', {
    articleId: article.id,
    style: 'guardian',
    credits: [
      ...byline.credits.map(({ id: _, name: __, kind: ___, nameOrder: ____, ...one }) => one),
      credit({}),
    ],
  });
  await desk.call('articles.update', {
    articleId: article.id,
    details: { tags: ['Harbour', 'C++ & the sea'], section: 'Coast', language: 'en-GB' },
  });
  return desk.call('articles.open', { articleId: article.id });
}

/** What has to be the same: words, quotations with their links, speakers and verdicts, byline, details. */
function facts(article: Article) {
  return {
    text: textOf(article.document),
    quotations: article.quotations.map(
      ({ text, parts, link, speaker, verdict, kind, dismissed }) => ({
        text,
        dismissed,
        parts,
        kind,
        verdict,
        speaker: speaker?.name ?? null,
        passage: link && [link.exact, link.start, link.end, link.sourceTitle],
      }),
    ),
    byline: {
      style: article.byline.style,
      line: article.byline.line,
      tail: article.byline.tail,
      credits: article.byline.credits.map(({ id: _, personId: __, ...credit }) => credit),
    },
    details: [article.dateline, article.language, article.section, article.tags],
  };
}

/** A library with the same words under other ids, and nobody in it. */
async function elsewhere() {
  const desk = await openDesk();
  await importSource(desk);
  return desk;
}

const ALL_BACK = { isUsed: true, linked: 2, sourcesAdded: 0, left: [] };

test('as Markdown of every profile and as a page, an article comes back with its annotations', async () => {
  const desk = await openDesk();
  const before = await written(desk);
  const other = await elsewhere();
  for (const profile of [null, ...MARKDOWN_PROFILES]) {
    const format = profile === null ? 'html' : 'markdown';
    const formats: ExportFormat[] = [format, 'annotations'];
    const { path, files } = await exported(desk, before.id, formats, profile ?? 'generic');
    const { article, cameBack, namesakes } = await broughtIn(other, join(path, files[0]!));
    expect.soft(cameBack, String(profile)).toEqual(ALL_BACK);
    expect.soft(namesakes, String(profile)).toEqual([]);
    expect.soft(facts(article), String(profile)).toEqual(facts(before));
  }
});

test('its footnotes and pictures come back too', async () => {
  const desk = await openDesk();
  const { picture } = await desk.call('pictures.add', {
    file: { from: 'bytes', name: 'quay.jpg', bytes: new Uint8Array(jpegWith('')) },
  });
  const { articleId } = await desk.call('articles.create', {});
  const given = document([
    inlineBlock('headline', [textNode('By the quay')]),
    figure({ picture, alternativeText: 'A quay', credit: 'A. Quill' }, [textNode('The quay')]),
    inlineBlock('paragraph', [textNode('Words'), footnoteReference('n')]),
    footnote('n', [textNode('A note.')]),
  ]);
  await desk.call('articles.save', { articleId, version: 1, document: given });
  const other = await elsewhere();
  for (const format of ['markdown', 'html'] as const) {
    const { path, files } = await exported(desk, articleId, [format, 'annotations']);
    const { article } = await broughtIn(other, join(path, files[0]!));
    expect(textOf(article.document)).toBe(textOf(given));
    expect(figuresOf(article.document)).toMatchObject([
      { alternativeText: 'A quay', credit: 'A. Quill' },
    ]);
  }
});

/** What an export writes, by the names of the files: made once. */
let made: { before: Article; contents: Map<string, string> } | null = null;
async function exportedOnce() {
  if (made) return made;
  const desk = await openDesk();
  const before = await written(desk);
  const { path, files } = await exported(desk, before.id, ['markdown', 'annotations']);
  const contents = new Map(files.map((name) => [name, readFileSync(join(path, name), 'utf8')]));
  made = { before, contents };
  return made;
}

/** Has one of the files changed by somebody, and brings the article into another library. */
async function changed(
  change: (text: string) => string,
  { which = '.annotations.jsonld', to }: { which?: '.annotations.jsonld' | '.md'; to?: Desk } = {},
) {
  const { before, contents } = await exportedOnce();
  const path = mkdtempSync(join(tmpdir(), 'stet-back-'));
  folders.push(path);
  for (const [name, text] of contents) {
    writeFileSync(join(path, name), name.endsWith(which) ? change(text) : text);
  }
  const other = to ?? (await elsewhere());
  const [markdown = ''] = contents.keys();
  return { before, other, ...(await broughtIn(other, join(path, markdown))) };
}

describe('what could not be linked is said', () => {
  test('a source that is not there', async () => {
    const { article, cameBack } = await changed((text) => text, { to: await openDesk() });
    expect(cameBack).toMatchObject({
      linked: 0,
      left: [
        { because: 'source', title: 'hearing' },
        { because: 'source', title: 'hearing' },
      ],
    });
    expect(article.quotations.map(({ speaker }) => speaker?.name)).toContain('Ada Quill');
  });

  test('words that somebody has changed in the text meanwhile, and they alone', async () => {
    const { article, cameBack } = await changed(
      (text) => text.replace('all winter,', 'until May,'),
      { which: '.md' },
    );
    expect(cameBack).toMatchObject({ linked: 1, left: [{ because: 'quotation' }] });
    // It is a quotation all the same.
    expect(article.quotations.map(({ text }) => text)).toContain(
      '“The harbour will stay open until May,”',
    );
  });

  test('a source whose words are others now, where the passage is not in it', async () => {
    const other = await openDesk();
    await importSource(other, HEARING.replace('twelve boats', 'twelve ships'));
    const { cameBack } = await changed((text) => text, { to: other });
    // No words of a source that readers cannot reach are told: the quoted ones are looked for.
    expect(cameBack).toMatchObject({ linked: 1, left: [{ because: 'passage' }] });
  });

  test('a source that is kept apart here is not linked to', async () => {
    const other = await openDesk();
    const { sourceId } = await importSource(other);
    await other.call('sources.update', { sourceId, details: { disclosure: 'confidential' } });
    const { cameBack } = await changed((text) => text, { to: other });
    expect(cameBack).toMatchObject({
      linked: 0,
      left: [{ because: 'source' }, { because: 'source' }],
    });
  });
});

describe('people', () => {
  const add = async (
    desk: Desk,
    details: { url?: string; otherNames?: OtherName[]; name?: string },
  ) =>
    (
      await desk.call('people.create', {
        details: {
          name: 'Ada Quill',
          kind: 'person',
          role: null,
          affiliation: null,
          url: null,
          ...details,
        },
      })
    ).personId;

  test('are recognised by another of their names', async () => {
    const other = await elsewhere();
    const known = await add(other, {
      name: 'Quill, A.',
      otherNames: [{ name: 'Ada Quill', language: null }],
    });
    const { article, namesakes } = await changed((text) => text, { to: other });
    expect(namesakes).toEqual([]);
    expect(article.byline.credits.map(({ personId }) => personId)).toContain(known);
  });

  test('of one name are told apart by their page', async () => {
    const other = await elsewhere();
    await add(other, {});
    const known = await add(other, { url: 'https://strandby.example/ada' });
    const { article } = await changed((text) => text, { to: other });
    expect(article.byline.credits.map(({ personId }) => personId)).toContain(known);
  });

  test('of one name are not guessed', async () => {
    const other = await elsewhere();
    const two = [await add(other, {}), await add(other, {})];
    const { article, namesakes, cameBack } = await changed((text) => text, { to: other });
    expect(namesakes).toEqual(['Ada Quill']);
    expect(cameBack).toEqual(ALL_BACK);
    for (const { personId } of article.byline.credits) expect(two).not.toContain(personId);
    for (const { speaker } of article.quotations) expect(two).not.toContain(speaker?.personId);
  });
});

describe('annotations that are none of Stet’s change nothing', () => {
  test('of somebody else, and damaged ones', async () => {
    const to = await elsewhere();
    for (const because of ['foreign', 'damaged'] as const) {
      const { article, cameBack, before } = await changed(
        (text) => (because === 'foreign' ? '[]' : text.slice(0, 300)),
        { to },
      );
      expect(cameBack).toEqual({ isUsed: false, because });
      expect(article.quotations.filter(({ link }) => link !== null)).toEqual([]);
      expect(textOf(article.document)).toBe(textOf(before.document));
    }
  });

  test('places beyond the end, and words that are nowhere, link nothing', async () => {
    const { cameBack } = await changed((text) =>
      text
        .replace(
          /"sha256": "[0-9a-f]{64}"/g,
          '"sha256": "0000000000000000000000000000000000000000000000000000000000000000"',
        )
        .replaceAll('"dc:title": "hearing"', '"dc:title": "other"'),
    );
    expect(cameBack).toMatchObject({
      linked: 0,
      left: [{ because: 'source' }, { because: 'source' }],
    });
    const beyond = await changed((text) => {
      const all = JSON.parse(text);
      for (const { body } of all.slice(1)) {
        for (const one of body.selector ?? [])
          if (one.end) Object.assign(one, { start: 1e9, end: 2e9 });
      }
      return JSON.stringify(all);
    });
    // The quoted words are in the source once: they are found without.
    expect(beyond.cameBack).toMatchObject({ linked: 1 });
  });

  test('a link in its place leads nowhere', async () => {
    const desk = await openDesk();
    const before = await written(desk);
    const { path, files } = await exported(desk, before.id, ['markdown', 'annotations']);
    const elsewhereOnDisk = mkdtempSync(join(tmpdir(), 'stet-back-'));
    folders.push(elsewhereOnDisk);
    const place = join(path, files[1]!);
    renameSync(place, join(elsewhereOnDisk, 'secret.jsonld'));
    symlinkSync(join(elsewhereOnDisk, 'secret.jsonld'), place);
    const { cameBack } = await broughtIn(await elsewhere(), join(path, files[0]!));
    expect(cameBack).toBeNull();
  });
});

test('without annotations an article comes in as any other', async () => {
  const desk = await openDesk();
  const before = await written(desk);
  const { path, files } = await exported(desk, before.id, ['markdown']);
  expect(readFileSync(join(path, files[0]!), 'utf8')).not.toContain('annotations');
  const { article, cameBack } = await broughtIn(await elsewhere(), join(path, files[0]!));
  expect(cameBack).toBeNull();
  expect(article.quotations.every(({ link }) => link === null)).toBe(true);
  expect([article.tags, article.section]).toEqual([before.tags, before.section]);
});

describe('with its bundle beside it instead', () => {
  async function besideBundle(
    change: (bytes: Uint8Array) => Uint8Array,
    text = (all: string) => all,
  ) {
    const desk = await openDesk();
    const before = await written(desk);
    const { path, files } = await exported(desk, before.id, ['markdown']);
    const token = newId();
    desk.host.grantFolder(token, path);
    const { written: bundles } = await desk.call('bundles.write', {
      articleId: before.id,
      folder: token,
      replace: true,
      revisions: true,
    });
    const bundle = join(path, bundles[0]!);
    writeFileSync(bundle, change(readFileSync(bundle)));
    const markdown = join(path, files[0]!);
    writeFileSync(markdown, text(readFileSync(markdown, 'utf8')));
    const other = await openDesk();
    return { before, other, ...(await broughtIn(other, markdown)) };
  }

  test('its sources come in with it', async () => {
    const { before, article, cameBack, other } = await besideBundle((bytes) => bytes);
    expect(cameBack).toEqual({ ...ALL_BACK, sourcesAdded: 1 });
    expect(facts(article)).toEqual(facts(before));
    expect(await other.call('sources.list', {})).toHaveLength(1);
    expect(article.id).not.toBe(before.id);
  });

  test('the words are those of the file that was opened', async () => {
    const { article, cameBack } = await besideBundle(
      (bytes) => bytes,
      (text) => text.replace('every day until spring', 'on Sundays'),
    );
    expect(cameBack).toMatchObject({ linked: 2, sourcesAdded: 1 });
    expect(textOf(article.document)).toContain('on Sundays');
  });

  test('one that is damaged is left aside', async () => {
    const { cameBack, other } = await besideBundle((bytes) => bytes.subarray(0, 400));
    expect(cameBack).toEqual({ isUsed: false, because: 'damaged' });
    expect(await other.call('sources.list', {})).toEqual([]);
  });
});
