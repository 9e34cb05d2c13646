import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../src-shared/contract/exports';
import type { Document } from '../../src-shared/document/schema';
import {
  type Desk,
  edited,
  importArticle,
  importSource,
  newId,
  openDesk,
  targetOf,
} from '../testing/desk';

const ARTICLE = `# Harbour counts its losses

In all, 87 boats were lost in the storm. The board met on Monday.
`;
const MINUTES = `Minutes of the board

The harbour master reported that eighty-seven boats had been lost in the storm.

Nobody was hurt.
`;

/** Marks these words of a document as a claim. */
function marked(document: Document, words: string, claimId: string): Document {
  const quoted = JSON.stringify(words).slice(1, -1);
  const json = JSON.stringify(document);
  const node = /\{[^{}]*"type":"text"[^{}]*\}/g;
  return JSON.parse(
    json.replace(node, (found) => {
      if (!found.includes(quoted)) return found;
      const { text, ...rest } = JSON.parse(found) as { text: string };
      const at = text.indexOf(words);
      const piece = (part: string, state: object) =>
        JSON.stringify({ ...rest, text: part, ...state });
      return [
        ...(at > 0 ? [piece(text.slice(0, at), {})] : []),
        piece(words, { $: { claim: [claimId] } }),
        piece(text.slice(at + words.length), {}),
      ].join(',');
    }),
  ) as Document;
}

async function begun() {
  const desk = await openDesk();
  await desk.call('library.setEditorName', { name: 'Noor Haddad' });
  let article = await importArticle(desk, ARTICLE);
  const articleId = article.id;
  const claimId = newId();
  const save = async (document: Document) => {
    const { version } = await desk.call('articles.save', {
      articleId,
      version: article.version,
      document,
    });
    article = { ...article, version, document };
  };
  await save(marked(article.document, '87 boats were lost', claimId));
  const source = await importSource(desk, MINUTES, 'minutes.txt');
  const claims = () => desk.call('claims.list', { articleId });
  const link = (words = 'eighty-seven boats had been lost') =>
    desk.call('claims.setLink', { articleId, claimId, target: targetOf(source, words) });
  const sign = () =>
    desk.call('claims.setCheck', {
      articleId,
      claimIds: [claimId],
      check: { kind: 'confirmed', reason: null },
    });
  return { desk, articleId, claimId, source, claims, link, sign, save, article: () => article };
}

describe('a claim', () => {
  test('is open once it is marked, linked with a passage, and checked once it is signed', async () => {
    const { desk, articleId, claims, link, sign } = await begun();
    expect(await claims()).toMatchObject([
      { ordinal: 1, text: '87 boats were lost', state: 'open', link: null, check: null },
    ]);
    expect(desk.events).toContainEqual({ event: 'claims.changed', payload: { articleId } });
    const answer = await link();
    expect(answer.previous).toBeNull();
    expect(answer.claims).toMatchObject([
      { state: 'linked', link: { exact: 'eighty-seven boats had been lost' } },
    ]);
    const signed = await sign();
    expect(signed.claims).toMatchObject([
      { state: 'checked', check: { kind: 'confirmed', editorName: 'Noor Haddad' }, lapsed: null },
    ]);
    await desk.reopen();
    expect(await claims()).toMatchObject([{ state: 'checked' }]);
  });

  test('is no longer checked when its words change, and says who had signed', async () => {
    const { claims, link, sign, save, article } = await begun();
    await link();
    await sign();
    await save(edited(article().document, '87 boats were lost', '97 boats were lost'));
    expect(await claims()).toMatchObject([
      { text: '97 boats were lost', state: 'linked', check: null, lapsed: { kind: 'confirmed' } },
    ]);
    await save(edited(article().document, '97 boats were lost', '87 boats were lost'));
    expect(await claims()).toMatchObject([{ state: 'checked' }]);
  });

  test('is no longer checked with another passage, and is again with the former', async () => {
    const { desk, articleId, claimId, claims, link, sign } = await begun();
    await link();
    await sign();
    const { previous } = await link('Nobody was hurt.');
    expect(await claims()).toMatchObject([{ state: 'linked', check: null }]);
    await desk.call('claims.setLink', { articleId, claimId, target: previous });
    expect(await claims()).toMatchObject([{ state: 'checked' }]);
  });

  test('its check can be taken back', async () => {
    const { desk, articleId, claimId, link, sign } = await begun();
    await link();
    await sign();
    const { claims } = await desk.call('claims.setCheck', {
      articleId,
      claimIds: [claimId],
      check: null,
    });
    expect(claims).toMatchObject([{ state: 'linked', check: null, lapsed: null }]);
  });

  test('can stand without a passage, with a reason', async () => {
    const { desk, articleId, claimId } = await begun();
    const { claims } = await desk.call('claims.setCheck', {
      articleId,
      claimIds: [claimId],
      check: { kind: 'accepted', reason: 'I counted them.' },
    });
    expect(claims).toMatchObject([{ state: 'checked', check: { reason: 'I counted them.' } }]);
  });

  test('leaves with its words and comes back with all that is known of it', async () => {
    const { claims, link, sign, save, article } = await begun();
    await link();
    await sign();
    const before = article().document;
    await save({ root: { ...before.root, children: before.root.children.slice(0, 1) } });
    expect(await claims()).toEqual([]);
    await save(before);
    expect(await claims()).toMatchObject([{ state: 'checked' }]);
  });

  test('is told by its source, beside the quotations: where it is linked, and what a correction touches', async () => {
    const { desk, articleId, claimId, source, link, sign } = await begun();
    await link();
    const { sourceId } = source;
    const { quoted } = await desk.call('sources.read', { sourceId });
    expect(quoted).toMatchObject([
      { kind: 'claim', quotationId: claimId, articleId, text: '87 boats were lost', verdict: null },
    ]);
    const uses = async () =>
      (await desk.call('sources.impact', { sourceId })).articles.flatMap(({ quotations }) =>
        quotations.map(({ kind, quotationId, status }) => [kind, quotationId, status]),
      );
    expect(await uses()).toEqual([['claim', claimId, 'open']]);
    await sign();
    expect(await uses()).toEqual([['claim', claimId, 'settled']]);
    await desk.call('sources.addVersion', {
      sourceId,
      content: { from: 'text', text: MINUTES.replace('eighty-seven', 'seventy-eight') },
      language: null,
      kind: 'corrected',
      reason: null,
    });
    expect(await uses()).toEqual([['claim', claimId, 'review']]);
    expect(await desk.call('sources.corrected', {})).toMatchObject({
      review: 1,
      articles: [{ articleId, quotations: [{ kind: 'claim' }] }],
    });
    await sign();
    expect(await uses()).toEqual([['claim', claimId, 'kept']]);
    expect((await desk.call('sources.corrected', {})).articles).toEqual([]);
  });

  test('follows a corrected source where its words are the same, and says so where they are not', async () => {
    const { desk, source, claims, link, sign } = await begun();
    await link();
    await sign();
    const correct = (text: string) =>
      desk.call('sources.addVersion', {
        sourceId: source.sourceId,
        content: { from: 'text', text: text },
        language: null,
        kind: 'corrected',
        reason: 'A slip of the pen.',
      });
    await correct(`Approved.\n\n${MINUTES}`);
    expect(await claims()).toMatchObject([{ state: 'checked' }]);
    await correct(MINUTES.replace('eighty-seven', 'seventy-eight'));
    expect(await claims()).toMatchObject([
      { state: 'passage-changed', check: null, correction: { kind: 'corrected' } },
    ]);
    await sign();
    expect(await claims()).toMatchObject([{ state: 'checked' }]);
  });

  test('that is a copy takes the link of the first along, also into another article', async () => {
    const { desk, articleId, claimId, link } = await begun();
    await link();
    const copy = newId();
    await desk.call('claims.copyLink', { articleId, fromId: claimId, toId: copy });
    const other = await importArticle(desk, ARTICLE, 'other.md');
    const far = newId();
    await desk.call('claims.copyLink', { articleId: other.id, fromId: claimId, toId: far });
    await desk.call('articles.save', {
      articleId: other.id,
      version: other.version,
      document: marked(other.document, '87 boats were lost', far),
    });
    expect(await desk.call('claims.list', { articleId: other.id })).toMatchObject([
      { id: far, state: 'linked', link: { exact: 'eighty-seven boats had been lost' } },
    ]);
  });

  test('of another article, or of none, is refused', async () => {
    const { desk, articleId } = await begun();
    const failure = await desk.failure('claims.setLink', {
      articleId,
      claimId: newId(),
      target: null,
    });
    expect(failure.code).toBe('not-found');
  });
});

describe('passages for a claim', () => {
  const texts = async (desk: Desk, text: string) =>
    (await desk.call('claims.propose', { text })).map(({ exact }) => exact);

  test('are found by what it says, however figures are written', async () => {
    const { desk } = await begun();
    await importSource(desk, 'The storm was heard in the hills. Boats are cheap.', 'other.txt');
    await desk.host.settle();
    const [best] = await desk.call('claims.propose', { text: '87 boats were lost' });
    expect(best).toMatchObject({
      sourceTitle: 'Minutes of the board',
      exact: 'The harbour master reported that eighty-seven boats had been lost in the storm.',
      missingFigures: [],
    });
    expect(best!.shared.map(({ start, end }) => best!.exact.slice(start, end))).toEqual([
      'eighty-seven',
      'boats',
      'lost',
    ]);
  });

  test('are none of sources in the bin, nor of what must not be used', async () => {
    const { desk, source } = await begun();
    await desk.call('exclusions.add', {
      sourceId: source.sourceId,
      reason: 'Draft.',
      stretch: null,
    });
    expect(await texts(desk, '87 boats were lost')).toEqual([]);
    const second = await importSource(desk, `${MINUTES}\nOnce more.`, 'again.txt');
    expect(await texts(desk, '87 boats were lost')).toHaveLength(1);
    await desk.call('sources.remove', { sourceId: second.sourceId });
    expect(await texts(desk, '87 boats were lost')).toEqual([]);
  });

  test('are none where nothing of it is known', async () => {
    const { desk } = await begun();
    expect(await texts(desk, 'The mayor resigned')).toEqual([]);
    expect(await texts(desk, '')).toEqual([]);
  });
});

test('sentences that need no source are remembered, and can be listed again', async () => {
  const { desk, articleId } = await begun();
  const words = 'The board met on Monday.';
  await desk.call('claims.setDismissed', { articleId, words, dismissed: true });
  await desk.call('claims.setDismissed', { articleId, words, dismissed: true });
  expect(await desk.call('claims.listDismissed', { articleId })).toEqual([words]);
  await desk.call('claims.setDismissed', { articleId, words, dismissed: false });
  expect(await desk.call('claims.listDismissed', { articleId })).toEqual([]);
});

describe('the gate', () => {
  test('has marked claims that nobody has signed, and those whose source was corrected', async () => {
    const { desk, articleId, source, link, sign } = await begun();
    const points = async () =>
      (await desk.call('finish.gate', { articleId }))
        .filter(({ code }) => code.startsWith('claims-'))
        .map(({ code, count, example }) => [code, count, example]);
    expect(await points()).toEqual([['claims-unchecked', 1, '87 boats were lost']]);
    await link();
    expect(await points()).toEqual([['claims-unchecked', 1, '87 boats were lost']]);
    await sign();
    expect(await points()).toEqual([]);
    await desk.call('sources.addVersion', {
      sourceId: source.sourceId,
      content: { from: 'text', text: MINUTES.replace('eighty-seven', 'no') },
      language: null,
      kind: 'corrected',
      reason: 'Recount.',
    });
    expect(await points()).toEqual([['claims-changed', 1, '87 boats were lost']]);
  });
});

test('nothing of a claim’s source goes into any export, whatever the source allows', async () => {
  const { desk, articleId, claimId, source, link } = await begun();
  await desk.call('sources.update', {
    sourceId: source.sourceId,
    details: { title: 'CANARY minutes', disclosure: 'confidential' },
  });
  await link();
  await desk.call('claims.setCheck', {
    articleId,
    claimIds: [claimId],
    check: { kind: 'accepted', reason: 'CANARY told me.' },
  });
  for (const format of EXPORT_FORMATS) {
    const { fileName, text } = await desk.call('exports.preview', { articleId, format });
    expect(fileName + text, format).not.toContain('CANARY');
    expect(fileName + text, format).not.toContain('eighty-seven');
    expect(fileName + text, format).not.toContain(claimId);
  }
});
