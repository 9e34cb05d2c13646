import { strFromU8, unzipSync } from 'fflate';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { document, inlineBlock, list, quote, textNode } from '../../src-shared/document/build';
import { importHtml } from '../../src-shared/document/from-html';
import { markQuotations } from '../../src-shared/document/mark-quotations';
import { plainText } from '../../src-shared/document/plain-text';
import type { Direction } from '../../src-shared/text/direction';
import { setDirections } from './directions';
import { exampleInput, exampleSources, NO_BYLINE, quotationsOf } from './example';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const [credit] = exampleInput().article.byline.credits;
if (!credit) throw new Error('The example has credits.');

const paragraph = (text: string) => inlineBlock('paragraph', [textNode(text)]);

/** An Arabic article with English in it: byline, a paragraph, a quotation, an item, a source. */
function arabicInput(): ExportInput {
  const one = document([
    inlineBlock('headline', [textNode('ميناء سالتمير يُغلق في مايو')]),
    paragraph('قالت ليند: “We will not sell the harbour.” ثم خرجت.'),
    paragraph('The council answered in English. It said nothing else.'),
    paragraph('Mara Lind قالت إنها لا تعرف شيئا عن الرسالة.'),
    quote([paragraph('First came the flood.')]),
    list('bullet', [{ inlines: [textNode('عام العواصف.')] }, { inlines: [textNode('The sale.')] }]),
  ]);
  const quotations = quotationsOf(one, [{ words: '“We will not sell the harbour.”', source: 101 }]);
  return {
    ...exampleInput({
      language: 'ar',
      document: markQuotations(one, quotations),
      quotations,
      dateline: null,
      byline: {
        ...NO_BYLINE,
        credits: [{ ...credit!, location: 'Oslo' }],
        line: 'By Ada Quill, in Oslo.',
        tail: '',
      },
    }),
    sources: exampleSources.map((source) => ({ ...source, title: 'مقابلة (1): مارا ليند' })),
  };
}

const bylineOf = (line: string, names: readonly string[], more: Partial<typeof credit> = {}) =>
  renderExport(
    exampleInput({
      byline: { ...NO_BYLINE, credits: names.map((name) => ({ ...credit, ...more, name })), line },
    }),
    'html',
  )
    .text.split('\n')
    .find((one) => one.startsWith('<p class="byline">'));

describe('a page from right to left', () => {
  const { text } = renderExport(arabicInput(), 'html');

  test('keeps an English byline to itself, on the side where it stands', () => {
    expect(text).toContain('<p class="byline"><bdi dir="ltr">By <a class="p-author h-card"');
    expect(text).toContain('</a>, in Oslo.</bdi></p>');
  });

  test.each([
    ['a paragraph', '<p dir="ltr">The council answered in English. It said nothing else.</p>'],
    ['a quotation in a sentence', ' dir="ltr">“We will not sell the harbour.”</span>'],
    ['a block quotation', '<blockquote dir="ltr">\n<p>First came the flood.</p>'],
    ['an item of a list', '<li><bdi dir="ltr">The sale.</bdi></li>'],
  ])('says that %s runs from left to right', (_, html) => {
    expect(text).toContain(html);
  });

  test('takes no sentence for English that only begins with a name', () => {
    expect(text).toContain('<p>Mara Lind قالت إنها');
  });

  test('has notes in English whose titles run the other way', () => {
    expect(text).toContain('<cite dir="rtl">مقابلة (1): مارا ليند</cite>, Ada Quill');
  });

  test('comes back with the same words', () => {
    const body = /<div class="e-content">([\s\S]*)<\/div>\n<footer>/.exec(text)?.[1] ?? '';
    const back = plainText(document(importHtml(body).blocks.map(({ node }) => node))).text;
    expect(back).toContain('The council answered in English. It said nothing else.');
    expect(back).toContain('The sale.');
  });
});

describe('an English byline', () => {
  test('keeps Arabic names, titles and places in their order', () => {
    expect(
      bylineOf('By سمر حداد, محررة, in القاهرة', ['سمر حداد'], {
        jobTitle: 'محررة',
        location: 'القاهرة',
      }),
    ).toMatch(
      /By <a [^>]*dir="rtl">سمر حداد<\/a>, <bdi dir="rtl">محررة<\/bdi>, in <bdi dir="rtl">القاهرة<\/bdi>/,
    );
    expect(
      bylineOf('By סמר לוי, דוד כהן and Ada Quill', ['סמר לוי', 'דוד כהן', 'Ada Quill']),
    ).toMatch(
      /By <a [^>]*dir="rtl">סמר לוי<\/a>, <a [^>]*dir="rtl">דוד כהן<\/a> and <a [^>]*ada-quill">Ada Quill<\/a>/,
    );
  });

  test('says nothing where there is nothing to say', () => {
    expect(renderExport(exampleInput(), 'html').text).not.toMatch(/bdi|dir=/);
  });
});

test.each<[string, Direction, ReturnType<typeof h>, string]>([
  ['code runs from left to right', 'rtl', h('pre', [h('code', '1 + 2;')]), '<pre dir="ltr"><code>'],
  [
    'what says its direction keeps it',
    'ltr',
    h('p', { dir: 'rtl' }, 'A ב.'),
    '<p dir="rtl">A ב.</p>',
  ],
  ['a page of one direction is as it was', 'rtl', h('p', [h('bdi', 'שלום'), '.']), '<p>שלום.</p>'],
  [
    'blocks in what stays at its side are not put into a line',
    'ltr',
    h('aside', [h('blockquote', [h('p', 'שלום רב.')])]),
    '<blockquote dir="rtl"><p>',
  ],
  ['numbers have no direction', 'rtl', h('p', '12:30'), '<p>12:30</p>'],
])('%s', (_, around, element, html) => {
  expect(toHtml(setDirections([element], around))).toContain(html);
});

test('Word gets marks where a direction ends, and English paragraphs of their own direction', async () => {
  const { pack } = renderExport(arabicInput(), 'docx');
  const bytes = (await pack?.(async () => new Uint8Array())) ?? new Uint8Array();
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const said = (one: string) => one.replace(/<[^>]+>/g, '');
  const of = (words: string) => xml.split('<w:p>').find((one) => said(one).includes(words)) ?? '';
  expect(of('in Oslo')).not.toContain('<w:bidi/>');
  expect(of('in Oslo')).toContain('<w:jc w:val="right"/>');
  expect(of('The council')).not.toContain('<w:bidi/>');
  expect(said(of('ثم خرجت'))).toContain('\u200e“We will not sell the harbour.”\u200e\u200f');
  const notes = strFromU8(unzipSync(bytes)['word/endnotes.xml'] ?? new Uint8Array());
  expect(said(notes)).toContain('\u200fمقابلة (1): مارا ليند\u200f\u200e, Ada Quill');
});
