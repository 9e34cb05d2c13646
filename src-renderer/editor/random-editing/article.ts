import {
  codeBlock,
  document,
  figure,
  footnote,
  footnoteReference,
  heading,
  horizontalRule,
  htmlBlock,
  inlineBlock,
  inlineHtml,
  link,
  list,
  quote,
  table,
  tableCell,
  textNode,
} from '../../../src-shared/document/build';
import { listBlocks } from '../../../src-shared/document/list-blocks';

const paragraph = (...texts: string[]) =>
  inlineBlock(
    'paragraph',
    texts.map((text, index) => textNode(text, index % 2)),
  );

/** One of everything that an article can hold. */
export const ARTICLE = document([
  inlineBlock('headline', [textNode('Ferry cut')]),
  inlineBlock('standfirst', [textNode('Nobody was asked')]),
  paragraph('The ferry ', 'runs', ' twice a day. “We were not told,” said Ann Ward.'),
  inlineBlock('paragraph', [
    textNode('See '),
    link('https://example.org/', [textNode('the minutes')]),
    textNode(' of May'),
    footnoteReference('one'),
    textNode(' and “not once” more.'),
  ]),
  heading('h2', [textNode('The vote')]),
  quote([paragraph('We will stay.'), paragraph('“All of us,” she said.')]),
  list('bullet', [
    {
      inlines: [textNode('monday')],
      lists: [{ listType: 'number', start: 1, lines: [{ inlines: [textNode('early')] }] }],
    },
    { inlines: [textNode('tuesday ferry')] },
  ]),
  ...listBlocks({
    type: 'list-content',
    listType: 'number',
    start: 3,
    isLoose: true,
    items: [
      { parts: [[textNode('wednesday')], [textNode('and not once more.')]] },
      { parts: [[textNode('thursday')]] },
    ],
  }),
  horizontalRule(),
  figure({ picture: 'b'.repeat(64) }, [textNode('The quay')]),
  table([
    [tableCell([paragraph('Year')], 1), tableCell([paragraph('Boats')], 1)],
    [tableCell([paragraph('1990')]), tableCell([])],
  ]),
  codeBlock('if (“quoted”) {\n  ferry();\n}', 'js'),
  inlineBlock('paragraph', [textNode('The '), inlineHtml('<kbd>'), textNode('end of it.')]),
  htmlBlock('<iframe src="https://example.org/"></iframe>'),
  paragraph('And more.'),
  footnote('one', [textNode('Page 4.')]),
]);
