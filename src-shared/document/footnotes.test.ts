import { describe, expect, it, test } from 'vitest';
import { assembleArticle } from './assemble-article';
import { document, footnote, footnoteReference, inlineBlock, link, textNode } from './build';
import { footnoteMark, footnoteMarks, footnotePlaces } from './footnotes';
import { importHtml } from './from-html';
import { importMarkdown } from './from-markdown';
import { plainText } from './plain-text';
import type { Document, InlineNode } from './schema';

const paragraph = (...children: InlineNode[]) => inlineBlock('paragraph', children);

/** The blocks as lines: "footnote: The words"; a reference is shown by its id. */
function lines({ root }: Document): string[] {
  const shown = (inlines: readonly InlineNode[]): string =>
    inlines
      .map((node) => {
        if (node.type === 'text') return node.text;
        if (node.type === 'footnotereference') return `{${node.footnote}}`;
        if (node.type === 'linebreak') return ' / ';
        return 'children' in node ? `<${shown(node.children)}>` : '';
      })
      .join('');
  return root.children.map((block) =>
    'children' in block ? `${block.type}: ${shown(block.children as InlineNode[])}` : block.type,
  );
}

test.each([
  [0, 'a'],
  [25, 'z'],
  [26, 'aa'],
  [27, 'ab'],
  [701, 'zz'],
  [702, 'aaa'],
])('note %i has the letter %s', (index, mark) => {
  expect(footnoteMark(index)).toBe(mark);
});

describe('the letters of notes', () => {
  const notes = document([
    paragraph(
      textNode('One'),
      footnoteReference('second'),
      textNode(' two'),
      footnoteReference('x'),
    ),
    paragraph(link('https://saltmere.example', [textNode('three'), footnoteReference('first')])),
    paragraph(textNode('again'), footnoteReference('second')),
    footnote('first', [textNode('The first.')]),
    footnote('second', [textNode('The second.')]),
    footnote('orphan', [textNode('Nobody asks.')]),
  ]);

  it('follow the references, not the notes', () => {
    expect([...footnoteMarks(notes)]).toEqual([
      ['second', 'a'],
      ['first', 'b'],
    ]);
  });

  it('stand where the references are, which have no characters', () => {
    const { text } = plainText(notes);
    expect(text).toContain('One two');
    expect(footnotePlaces(notes).map(({ offset, mark }) => text.slice(0, offset) + mark)).toEqual([
      '\n\nOnea',
      '\n\nOne two\n\nthreeb',
      '\n\nOne two\n\nthree\n\nagaina',
    ]);
  });
});

test('a quotation does not run from the text into a note', () => {
  const marked = (text: string) => ({ ...textNode(text), $: { quotation: ['q'] } });
  const { quotations } = plainText(
    document([
      paragraph(marked('“All of it.”'), footnoteReference('n')),
      footnote('n', [marked('“All of it.”')]),
    ]),
  );
  expect(quotations.get('q')).toHaveLength(2);
});

describe('footnotes of Markdown', () => {
  it('become notes, with their paragraphs on lines of one', () => {
    const read = importMarkdown(
      'The quay[^old] is shut.[^1]\n\n[^1]: Since May.\n\n    All of it.\n\n[^old]: Built *1911*.\n',
    );
    expect(lines(document(read.blocks.map(({ node }) => node)))).toEqual([
      'headline: ',
      'paragraph: The quay{note-1} is shut.{note-2}',
      'footnote: Built 1911.',
      'footnote: Since May. / All of it.',
    ]);
  });

  it('stay at the end, where a byline is looked for above them', () => {
    const read = importMarkdown(
      '# Quay shut\n\nThe quay is shut.[^1]\n\n*By Olive Marsh*\n\n[^1]: Since May.\n',
    );
    const article = assembleArticle(read);
    expect(lines(article.document)).toEqual([
      'headline: Quay shut',
      'paragraph: The quay is shut.{note-1}',
      'footnote: Since May.',
    ]);
    expect(article.contributors.map(({ name }) => name)).toEqual(['Olive Marsh']);
  });
});

describe('footnotes of a page', () => {
  it('are the list entries that its links lead to', () => {
    const read = importHtml(
      `<p>The quay<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> is shut.</p>
       <section id="footnotes" role="doc-endnotes"><hr><ol>
       <li id="fn1"><p>Built <em>1911</em>.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
       </ol></section>`,
    );
    expect(lines(document(read.blocks.map(({ node }) => node)))).toEqual([
      'headline: ',
      'paragraph: The quay{fn1} is shut.',
      'footnote: Built 1911.',
    ]);
  });
});
