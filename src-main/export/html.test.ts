import * as fc from 'fast-check';
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../../src-shared/document/arbitrary-document';
import { document, inlineBlock, link, quote, textNode } from '../../src-shared/document/build';
import { importHtml } from '../../src-shared/document/from-html';
import { markQuotations } from '../../src-shared/document/mark-quotations';
import { plainText } from '../../src-shared/document/plain-text';
import { exampleInput, exampleSources, id, NO_BYLINE, quotationsOf } from './example';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const html = (input: ExportInput) => renderExport(input, 'html').text;

/** An export of these blocks, without a byline. */
function page(one = document([]), change: Partial<ExportInput['article']> = {}): string {
  return html({
    ...exampleInput({
      document: one,
      quotations: [],
      dateline: null,
      section: null,
      tags: [],
      byline: NO_BYLINE,
      ...change,
    }),
    people: [],
    pictures: Object.fromEntries(['a', 'b', 'c'].map((digit) => [digit.repeat(64), 'jpg'])),
  });
}

function elements(root: Root | Element, fits: (element: Element) => boolean): Element[] {
  return (root.children as RootContent[]).flatMap((child) =>
    child.type === 'element' ? [...(fits(child) ? [child] : []), ...elements(child, fits)] : [],
  );
}

const data = (text: string) =>
  JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '');

test('the example reads as it is meant to', async () => {
  await expect(html(exampleInput())).toMatchFileSnapshot('fixtures/example.html');
});

test('the file is named after the headline and the day', () => {
  const file = renderExport({ ...exampleInput(), date: '2026-05-03' }, 'html');
  expect(file.fileName).toBe(
    '2026-05-03-saltmere-harbour-to-close-we-will-not-sell-other-words.html',
  );
  expect(file.text).toContain('<time class="dt-published" datetime="2026-05-03">3 May 2026</time>');
});

test('every reference leads to a note and every note back to each reference', () => {
  const root = fromHtml(html(exampleInput()));
  const byRole = (role: string) => elements(root, (element) => element.properties.role === role);
  const ids = elements(root, (element) => 'id' in element.properties).map(
    (element) => element.properties.id,
  );
  expect(new Set(ids).size).toBe(ids.length);
  const references = byRole('doc-noteref');
  const backlinks = byRole('doc-backlink');
  expect(references.map((one) => `#${one.properties.id}`).sort()).toEqual(
    backlinks.map((one) => one.properties.href).sort(),
  );
  for (const one of [...references, ...backlinks]) {
    expect(ids).toContain(String(one.properties.href).slice(1));
  }
});

test('the data names each quotation that the page shows, by the same id', () => {
  const text = html(exampleInput());
  const [article, ...sources] = data(text)['@graph'];
  for (const one of [...article.hasPart, ...sources]) {
    const name = one['@id'].slice(1);
    expect(text.includes(`id="${name}"`) || text.includes(`data-source="${name}"`)).toBe(true);
  }
  expect(article.author.map((author: { name: string }) => author.name)).toEqual([
    'Ada Quill',
    'Ben Harrow',
  ]);
  expect(article.hasPart[0]).toMatchObject({
    text: 'We will not sell the harbour, Not now … and not later.',
    creator: { '@type': 'Person', name: 'Mara Lind', jobTitle: 'Mayor of Saltmere' },
  });
});

test('a headline cannot end the data, the title or an attribute', () => {
  const headline = '</script><b>"x" & </title> \u2028';
  const text = page(document([inlineBlock('headline', [textNode(headline)])]));
  expect(data(text)['@graph'][0].headline).toBe('</script><b>"x" & </title>');
  const root = fromHtml(text);
  expect(elements(root, (element) => element.tagName === 'b')).toEqual([]);
  expect(elements(root, (element) => element.tagName === 'script')).toHaveLength(1);
});

test('an address that is none is printed as words, and so is one of a hidden source', () => {
  const one = document([
    inlineBlock('paragraph', [
      link('javascript:alert(1)', [textNode('one')]),
      link('https://CANARY.example/secret/#part', [textNode('two')]),
      link('https://saltmere.example/', [textNode('three')]),
    ]),
  ]);
  expect(page(one)).toContain('<p>onetwo<a href="https://saltmere.example/">three</a></p>');
});

test('nested quotations stand inside each other, split ones share an id', () => {
  const one = document([
    inlineBlock('paragraph', [
      textNode('“He said ‘never’ to me,” she said. “'),
      link('https://saltmere.example/', [textNode('Never')]),
      textNode(' again.”'),
    ]),
  ]);
  const quotations = quotationsOf(one, [
    { words: ['“He said ‘never’ to me,”', '“Never again.”'], source: 101 },
  ]).concat(
    quotationsOf(one, [{ words: '‘never’', source: 102 }]).map((view) => ({ ...view, id: id(9) })),
  );
  expect(page(markQuotations(one, quotations), { quotations })).toContain(
    '<p><span class="quote" id="q-1" data-source="src-1">“He said <span class="quote" id="q-2" data-source="src-2">‘never’</span><a href="#fn-2" id="fnref-2" role="doc-noteref" aria-label="Source 2"><sup>2</sup></a> to me,”</span> she said. <span class="quote" data-quotation="q-1" data-source="src-1">“<a href="https://saltmere.example/">Never</a> again.”</span><a href="#fn-1" id="fnref-1"',
  );
});

test('a block quotation takes the line after it as its caption, else the speaker', () => {
  const said = quote([inlineBlock('paragraph', [textNode('First came the flood.')])]);
  const one = document([inlineBlock('paragraph', [textNode('It was bad.')]), said]);
  const quotations = quotationsOf(one, [
    { words: 'First came the flood.', kind: 'block', source: 101, speaker: 'Ivo Brandt' },
  ]);
  expect(page(markQuotations(one, quotations), { quotations })).toContain(
    '<figcaption>Ivo Brandt<a href="#fn-1"',
  );
  const line = inlineBlock('paragraph', [textNode('— Ivo Brandt, ferryman')]);
  const withLine = document([said, line]);
  expect(page(withLine)).toContain('<figcaption>Ivo Brandt, ferryman</figcaption>');
  const inside = document([quote([...(said.children as never[]), line])]);
  expect(page(inside)).toContain('</blockquote>\n<figcaption>Ivo Brandt, ferryman</figcaption>');
  expect(page(document([said]))).toContain(
    '<blockquote>\n<p>First came the flood.</p>\n</blockquote>',
  );
});

test('a page loads nothing and runs nothing', () => {
  const pages = [
    html(exampleInput()),
    page(),
    ...fc.sample(arbitraryDocument, { numRuns: 40, seed: 7 }).map((one) => page(one)),
  ];
  for (const text of pages) {
    const root = fromHtml(text);
    const loading = elements(root, (element) =>
      ['link', 'iframe', 'script', 'base', 'object', 'embed'].includes(element.tagName),
    );
    expect(loading.map((element) => element.properties.type)).toEqual(['application/ld+json']);
    // Pictures lie beside the page.
    for (const { properties } of elements(root, ({ tagName }) => tagName === 'img')) {
      expect(properties.src).toMatch(/^[^/:]+-pictures\/figure-\d+\.jpg$/);
    }
    expect(text).not.toMatch(/@import|url\(/);
  }
});

test('an article without a headline has a title, and none that readers see', () => {
  const text = page(document([inlineBlock('paragraph', [textNode('The quay.')])]));
  expect(text).toContain('<title>Untitled</title>');
  expect(text).toContain('<h1 hidden>Untitled</h1>');
});

test('what is written from right to left says so, and what is not inside of it too', () => {
  const text = html(exampleInput({ language: 'ar' }));
  expect(text).toContain('<html lang="ar" dir="rtl">');
  expect(text).toContain('aria-labelledby="sources-heading" lang="en" dir="ltr">');
  expect(html(exampleInput())).not.toContain('dir="rtl"');
});

test('any article has the same words on its page', () => {
  fc.assert(
    fc.property(arbitraryDocument, (one) => {
      const bodyOf = (from: typeof one) => {
        const blocks = from.root.children.filter(
          (block) => block.type !== 'headline' && block.type !== 'standfirst',
        );
        return plainText(document(blocks)).text.replace(/\s+/g, ' ').trim();
      };
      const text = page(one);
      const body = /<div class="e-content">([\s\S]*)<\/div>\n<\/article>/.exec(text)?.[1] ?? '';
      const back = document(importHtml(body, { pictures: true }).blocks.map(({ node }) => node));
      expect(bodyOf(back)).toBe(bodyOf(one));
    }),
    { numRuns: 100 },
  );
});

test('sources that the article does not quote are not named', () => {
  const text = html({ ...exampleInput({ quotations: [] }), sources: exampleSources });
  expect(text).not.toContain('Saltmere Audit Office');
  expect(text).not.toContain('doc-endnotes');
});
