import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS, hasRoomForContact } from '../../src-shared/contract/exports';
import {
  document,
  FORMAT,
  figure,
  htmlBlock,
  inlineBlock,
  inlineHtml,
  textNode,
} from '../../src-shared/document/build';
import { withKeptMarkdown } from '../../src-shared/document/kept-markdown';
import { authorCredit } from '../../src-shared/model/byline';
import { MARKDOWN_PROFILES } from '../../src-shared/model/markdown-profile';
import { jpegWith } from '../../src-shared/picture/testing';
import { newId } from '../library/write';
import { type Desk, fileOf, openDesk, targetOf } from '../testing/desk';
import type { Print } from './context';

/*
 * A library full of what must never leave it, and everything that leaves it: each form of the registry,
 * Markdown for each reader, the bundle. What is written is searched for each secret as it stands, as
 * markup, addresses, JSON and TeX would write it, as base64, hexadecimal and UTF-16, for its hashes, and
 * for the ids that the library knows it by. A form that is added to the registry is searched by itself.
 */

/** Every secret is one word, so that nothing else can have it in it. */
const secrets = new Map<string, string>();
let count = 0;
/** A secret, and what it is in words. */
function secret(what: string, around: (word: string) => string = (word) => word): string {
  count += 1;
  const word = `Kanarie${'bcdfghjklm'[count % 10]}${'aeiou'[count % 5]}x${count}zö“&<q`;
  secrets.set(what, word);
  return around(word);
}
/** Ids and hashes of what is secret: 7 bits, so that there are fewer ways to write them. */
const marks = new Map<string, string>();

const REACHED_AT = 'ada@reach.example';

const ARTICLE = `# Harbour to stay open all winter

STRANDBY – The ferry will run every day until spring.

“The harbour will stay open all winter,” said Mara Lind, the harbour master.

“We asked for twelve boats,” somebody on the council said. “Nobody told the crews a thing,” said a pilot.

“The money was gone by March,” said another. See [the plan](https://plans.example/winter).
`;

/** Stands for the window that prints: its file is the page with its pictures. */
const print: Print = {
  page: async ({ html, pictures }) =>
    Buffer.concat([Buffer.from(html), ...pictures.map(({ bytes }) => Buffer.from(bytes))]),
  cancel: () => {},
};

const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function addSource(desk: Desk, name: string, text: string, details: object, isSecret = true) {
  const { imported } = await desk.call('sources.import', {
    jobId: newId(),
    files: [fileOf(name, text)],
  });
  const { sourceId } = imported[0]!;
  await desk.call('sources.update', { sourceId, details });
  const reading = await desk.call('sources.read', { sourceId });
  if (isSecret) {
    marks.set(`${name}: its id`, sourceId);
    marks.set(`${name}: the id of its version`, reading.versionId);
    marks.set(`${name}: the hash of its file`, hash(text));
    marks.set(`${name}: the hash of its text`, hash(reading.text));
  }
  return { sourceId, versionId: reading.versionId, text: reading.text };
}

/** Everything that can be said of a source, each time a secret. */
const secretDetails = (which: string) => ({
  title: secret(`${which}: title`),
  creator: secret(`${which}: creator`),
  url: `https://${secret(`${which}: address`).replace(/[^A-Za-z0-9]/g, '')}.example/page`,
  tags: [secret(`${which}: tag`)],
  metadata: { type: 'report', publisher: secret(`${which}: publisher`) },
});

async function annotate(desk: Desk, sourceId: string, which: string) {
  await desk.call('notes.add', { sourceId, text: secret(`${which}: note`), stretch: null });
  await desk.call('agreements.set', {
    sourceId,
    agreements: [
      {
        id: newId(),
        speaker: secret(`${which}: who agreed`),
        consent: 'given',
        terms: secret(`${which}: what was agreed`),
        agreedOn: '1999-01-01',
        withdrawnOn: null,
        withdrawalReason: null,
      },
    ],
  });
}

/** The library, and an article that quotes a source of each kind that does not forbid every export. */
async function fullOfSecrets() {
  secrets.clear();
  marks.clear();
  const desk = await openDesk({ print });
  const { picture, width, height } = await desk.call('pictures.add', {
    file: {
      from: 'bytes',
      name: `${secret('the name of a picture').replace(/[^\w]/g, '')}.jpg`,
      bytes: new Uint8Array(jpegWith(secret('what a camera wrote').replace(/[^\w]/g, ''))),
    },
  });
  const named = await addSource(
    desk,
    'hearing.txt',
    'MARA LIND: The harbour will stay open all winter.',
    {
      title: 'Hearing of the council',
      disclosure: 'public',
      url: 'https://council.example/hearing',
    },
    false,
  );
  await desk.call('notes.add', {
    sourceId: named.sourceId,
    text: secret('a note on a named source'),
    stretch: null,
  });
  const words = (which: string, quoted: string) =>
    `${secret(`${which}: words before`)} ${quoted} ${secret(`${which}: words after`)}`;
  const described = await addSource(
    desk,
    `${secret('described: file').replace(/[^\w]/g, '')}.txt`,
    words('described', 'We asked for twelve boats.'),
    {
      ...secretDetails('described'),
      disclosure: 'described',
      description: 'a member of the council',
    },
  );
  const offRecord = await addSource(
    desk,
    `${secret('off the record: file').replace(/[^\w]/g, '')}.txt`,
    words('off the record', 'Nobody told the crews a thing.'),
    { ...secretDetails('off the record'), terms: 'off-the-record' },
  );
  const background = await addSource(
    desk,
    'background.txt',
    words('background', 'The money was gone by March.'),
    { ...secretDetails('background'), terms: 'background' },
  );
  const unquoted = await addSource(
    desk,
    `${secret('confidential: file').replace(/[^\w]/g, '')}.txt`,
    words('confidential', 'It was all agreed beforehand.'),
    { ...secretDetails('confidential'), disclosure: 'confidential' },
  );
  for (const [which, { sourceId }] of Object.entries({
    described,
    offRecord,
    background,
    unquoted,
  })) {
    await annotate(desk, sourceId, which);
  }

  const { url } = (await desk.call('sources.read', { sourceId: unquoted.sourceId })).source;
  const text = ARTICLE.replace('https://plans.example/winter', `${url}?utm_source=mail`);
  const file = fileOf('article.md', text);
  const { articleId } = await desk.call('articles.import', { file });
  const { quotations } = await desk.call('articles.open', { articleId });
  const linkTo = (quoted: string, source: typeof named) => ({
    quotationId: quotations.find((one) => one.text.includes(quoted))!.id,
    target: targetOf(source, `${quoted}.`),
  });
  const links = [
    linkTo('The harbour will stay open all winter', named),
    linkTo('We asked for twelve boats', described),
    linkTo('Nobody told the crews a thing', offRecord),
    linkTo('The money was gone by March', background),
  ];
  await desk.call('quotations.setLinks', { articleId, links });
  const { quotations: linked } = await desk.call('articles.open', { articleId });
  expect(linked.filter(({ link }) => link !== null)).toHaveLength(4);

  for (const quoted of ['twelve boats', 'told the crews', 'gone by March']) {
    const quotation = linked.find((one) => one.text.includes(quoted))!;
    const { personId } = await desk.call('people.create', {
      details: {
        name: secret(`speaker of “${quoted}”`),
        kind: 'person',
        role: secret(`role of “${quoted}”`),
        affiliation: null,
        url: null,
        email: `${secret(`address of “${quoted}”`).replace(/[^\w]/g, '')}@mail.example`,
      },
    });
    marks.set(`speaker of “${quoted}”: id`, personId);
    await desk.call('quotations.setSpeaker', {
      articleId,
      quotationId: quotation.id,
      personId,
    });
    await desk.call('quotations.setCheck', {
      articleId,
      quotationIds: [quotation.id],
      check: { kind: 'accepted', reason: secret(`why “${quoted}” stands`) },
    });
  }
  const { personId } = await desk.call('people.create', {
    details: {
      name: 'Nemo Quill',
      kind: 'person',
      role: null,
      affiliation: null,
      url: null,
      isPseudonym: true,
      realName: secret('who a pseudonym is'),
      email: `${secret('an address').replace(/[^\w]/g, '')}@mail.example`,
      contact: secret('a telephone number'),
      notes: secret('notes about a person'),
    },
  });
  // Whoever hides behind nothing can be reached, where that is asked for: not by all that is noted.
  const { personId: openly } = await desk.call('people.create', {
    details: {
      name: 'Ada Reach',
      kind: 'person',
      role: null,
      affiliation: null,
      url: null,
      email: REACHED_AT,
      contact: secret('a remark about how to reach somebody'),
      notes: secret('notes about somebody who can be reached'),
    },
  });
  const { byline } = await desk.call('articles.open', { articleId });
  await desk.call('bylines.set', {
    articleId,
    style: byline.style,
    credits: [personId, openly].map(authorCredit),
  });
  const gate = await desk.call('finish.gate', { articleId });
  const point = gate.find(({ code }) => code === 'source-off-the-record')!;
  const reason = secret('why it may be printed off the record');
  await desk.call('finish.accept', { articleId, code: point.code, about: point.about, reason });

  const opened = await desk.call('articles.open', { articleId });
  const about = { picture, width, height, credit: 'A. Quill', alternativeText: 'A quay' };
  const hidden = `https://${secrets.get('confidential: address')!.replace(/[^A-Za-z0-9]/g, '')}.example/page`;
  const italic = (words: string) => inlineBlock('paragraph', [textNode(words, FORMAT.italic)]);
  const blocks = [
    ...opened.document.root.children,
    figure(about, [textNode('The quay')]),
    // What is kept of a Markdown file, and would be given back.
    htmlBlock(`<iframe src="${hidden}"></iframe>`),
    inlineBlock('paragraph', [textNode('a'), inlineHtml(`<img src="${hidden}">`), textNode('b')]),
    withKeptMarkdown(htmlBlock(''), `[](${hidden})`),
    withKeptMarkdown(italic('see it'), `*see [*it*](made-up:${hidden})*`),
    withKeptMarkdown(italic('or this'), `*or [*this*](https&colon;//${hidden.slice(8)})*`),
    withKeptMarkdown(italic('gone'), `*${secrets.get('confidential: title')} *was* here*`),
    { ...figure({ picture: 'b'.repeat(64), alternativeText: 'Map' }), $: { address: hidden } },
  ];
  const { version } = opened;
  await desk.call('articles.save', { articleId, version, document: document(blocks) });
  return { desk, articleId, confidential: unquoted };
}

/** Ways in which a file may have a text in it. */
function waysToWrite(text: string): string[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const points = (write: (code: number) => string) =>
    [...text]
      .map((one) => (/[A-Za-z0-9]/.test(one) ? one : write(one.codePointAt(0) ?? 0)))
      .join('');
  const named: Record<string, string> = { '“': '&ldquo;', ö: '&ouml;', '&': '&amp;', '<': '&lt;' };
  // Of three alignments of base64, what does not depend on the neighbours.
  const base64 = (bytes: Buffer) =>
    [0, 1, 2].map((shift) => {
      const coded = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      return coded.slice(shift === 0 ? 0 : shift + 1, -2);
    });
  return [
    text,
    text.normalize('NFD'),
    text.replace(/[&<]/g, (one) => named[one] ?? one),
    text.replace(/[^A-Za-z0-9]/g, (one) => named[one] ?? one),
    points((code) => `&#${code};`),
    points((code) => `&#x${code.toString(16)};`),
    points((code) => `\\u${code.toString(16).padStart(4, '0')}`),
    encodeURIComponent(text),
    utf8.toString('hex'),
    utf16.toString('hex'),
    utf16.toString('latin1'),
    swapped.toString('latin1'),
    ...[utf8, utf16].flatMap(base64),
    ...['sha256', 'sha1', 'md5'].flatMap((name) => {
      const made = createHash(name).update(text).digest();
      return [made.toString('hex'), made.toString('base64').replace(/=+$/, '')];
    }),
    // However its signs are written, its letters are there.
    /^Kanarie\w+/.exec(text)?.[0] ?? text,
    [...text].reverse().join(''),
  ];
}

/** All that is below a folder: names, contents, and what is packed in them; as UTF-8 and byte for byte. */
function contentsBelow(root: string): string {
  const found: string[] = [];
  const add = (name: string, bytes: Uint8Array) => {
    found.push(name, Buffer.from(bytes).toString('latin1'), strFromU8(bytes));
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return;
    for (const [part, inner] of Object.entries(unzipSync(bytes))) add(part, inner);
  };
  for (const name of readdirSync(root, { recursive: true }) as string[]) {
    const path = join(root, name);
    if (statSync(path).isFile()) add(relative(root, path), readFileSync(path));
  }
  return found.join('\n').toLowerCase();
}

/** What of the secrets is in what was written, by what they are. */
function foundIn(contents: string): string[] {
  const isThere = (text: string) =>
    waysToWrite(text).some((way) => contents.includes(way.toLowerCase()));
  return [...secrets, ...marks].filter(([, text]) => isThere(text)).map(([what]) => what);
}

/** Everything that one call writes, from a folder of its own. */
async function written(desk: Desk, write: (token: string) => Promise<unknown>): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'stet-out-'));
  const token = newId();
  desk.host.grantFolder(token, out);
  try {
    await write(token);
    return contentsBelow(out);
  } finally {
    rmSync(out, { recursive: true });
  }
}

test('nothing that must not be known is in anything that is written', async () => {
  const { desk, articleId } = await fullOfSecrets();
  const replace = true;
  const forms: [string, (folder: string) => Promise<unknown>][] = [
    ...EXPORT_FORMATS.map((format): (typeof forms)[number] => [
      format,
      (folder) => desk.call('exports.write', { articleId, formats: [format], folder, replace }),
    ]),
    ...MARKDOWN_PROFILES.map((profile): (typeof forms)[number] => [
      `Markdown for ${profile}`,
      (folder) =>
        desk.call('exports.write', { articleId, formats: ['markdown'], folder, replace, profile }),
    ]),
    [
      'all together',
      (folder) =>
        desk.call('exports.write', { articleId, formats: [...EXPORT_FORMATS], folder, replace }),
    ],
    // Nobody who is hidden can be reached, even where the people in the byline are asked for.
    ...EXPORT_FORMATS.map((format): (typeof forms)[number] => [
      `${format} with contact details`,
      (folder) => {
        const order = { articleId, folder, replace, withContact: true };
        return desk.call('exports.write', { ...order, formats: [format] });
      },
    ]),
    ...[true, false].map((revisions): (typeof forms)[number] => [
      revisions ? 'a bundle' : 'a bundle without revisions',
      (folder) => desk.call('bundles.write', { articleId, folder, replace, revisions }),
    ]),
  ];
  const found: Record<string, string[]> = {};
  for (const [name, write] of forms) {
    const contents = await written(desk, write);
    // It is the article, and what is public of its sources.
    if (!/^(?:csl|bibtex|ris|annotations)(?: with|$)/.test(name))
      expect(contents).toContain('strandby');
    const [format] = EXPORT_FORMATS.filter((one) => name === `${one} with contact details`);
    const isReached = format !== undefined && hasRoomForContact(format);
    expect(contents.includes(REACHED_AT), name).toBe(isReached);
    // A bundle is for another newsroom: what is kept about a source that may be named goes along.
    const mayHave = name.startsWith('a bundle') ? ['a note on a named source'] : [];
    const leaked = foundIn(contents).filter((what) => !mayHave.includes(what));
    if (leaked.length > 0) found[name] = leaked;
  }
  expect(found).toEqual({});

  // What is looked for is in the library itself: the search can find it.
  desk.host.close();
  const known = foundIn(contentsBelow(desk.folder));
  const missed = [...secrets.keys()].filter((what) => !known.includes(what));
  expect(missed.filter((what) => !/picture/.test(what))).toEqual([]);
}, 120_000);

test('where a confidential source stands behind a quotation, nothing is written at all', async () => {
  const { desk, articleId, confidential } = await fullOfSecrets();
  const { quotations } = await desk.call('articles.open', { articleId });
  const quotationId = quotations[0]!.id;
  const target = targetOf(confidential, 'It was all agreed beforehand.');
  await desk.call('quotations.setLinks', { articleId, links: [{ quotationId, target }] });
  const contents = await written(desk, async (folder) => {
    for (const format of EXPORT_FORMATS) {
      const input = { articleId, formats: [format], folder, replace: true };
      expect((await desk.failure('exports.write', input)).code).toBe('export-blocked');
      const preview = await desk.failure('exports.preview', { articleId, format });
      expect(preview.code).toBe('export-blocked');
    }
    const bundle = { articleId, folder, replace: true, revisions: true };
    expect((await desk.failure('bundles.write', bundle)).code).toBe('export-blocked');
  });
  expect(contents).toBe('');
}, 60_000);
