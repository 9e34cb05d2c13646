import { $generateJSONFromSelectedNodes, $insertDataTransferForRichText } from '@lexical/clipboard';
import * as fc from 'fast-check';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $selectAll,
  DELETE_CHARACTER_COMMAND,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  PASTE_TAG,
  type PointType,
  type RangeSelection,
  type TextNode,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  document as documentWith,
  heading,
  inlineBlock,
  inlinesOf,
  link,
  list,
  quote,
  textNode,
} from '../../../src-shared/document/build';
import { markQuotations, type QuotationMark } from '../../../src-shared/document/mark-quotations';
import { plainText } from '../../../src-shared/document/plain-text';
import type { BlockNode, InlineNode } from '../../../src-shared/document/schema';
import { articleOf, change, createTestEditor, savedDocument } from '../testing';
import { $applyPlan, $planMarks } from './apply-marks';
import { $placedTexts } from './positions';

const ID_A = '01930000-0000-7000-8000-00000000000a';
const ID_B = '01930000-0000-7000-8000-00000000000b';
const ID_C = '01930000-0000-7000-8000-00000000000c';

function mark(editor: LexicalEditor, marks: readonly QuotationMark[]): void {
  change(editor, () => $applyPlan($planMarks(marks)));
}

/** An editor with one paragraph in which the first stretch in quotation marks is quotation A. */
function quotingEditor(text: string): LexicalEditor {
  const editor = createTestEditor(articleOf('', text));
  const start = 2 + text.indexOf('“');
  const end = 2 + text.indexOf('”') + 1;
  mark(editor, [{ id: ID_A, parts: [{ start, end }] }]);
  return editor;
}

/** The words of each quotation, part by part. */
function quoted(editor: LexicalEditor): Record<string, string[]> {
  const { text, quotations } = plainText(savedDocument(editor));
  return Object.fromEntries(
    [...quotations].map(([id, parts]) => [
      id,
      parts.map(({ start, end }) => text.slice(start, end)),
    ]),
  );
}

/** Puts the cursor behind the first occurrence of these words. */
function $cursorBehind(words: string): void {
  const texts = $placedTexts().map(({ node }) => node);
  const node = texts.find((one) => one.getTextContent().includes(words));
  if (!node) throw new Error(`No text node holds “${words}”.`);
  const offset = node.getTextContent().indexOf(words) + words.length;
  node.select(offset, offset);
}

function type(editor: LexicalEditor, words: string): void {
  for (const character of words) {
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(character);
    });
  }
}

describe('a quotation while the text around it changes', () => {
  const text = 'She said “we will not sell it” and left.';

  it('takes up what is typed inside', () => {
    const editor = quotingEditor(text);
    change(editor, () => $cursorBehind('we will '));
    type(editor, 'never ');
    expect(quoted(editor)).toEqual({ [ID_A]: ['“we will never not sell it”'] });
  });

  it('leaves out what is typed right behind its closing mark', () => {
    const editor = quotingEditor(text);
    change(editor, () => $cursorBehind('sell it”'));
    type(editor, ', again');
    expect(quoted(editor)).toEqual({ [ID_A]: ['“we will not sell it”'] });
    expect(plainText(savedDocument(editor)).text).toContain('sell it”, again and left.');
  });

  it('leaves out what is typed in front of its opening mark', () => {
    const editor = quotingEditor('“We will not sell it”, she said.');
    change(editor, () => {
      const [first] = $placedTexts();
      first?.node.select(0, 0);
    });
    type(editor, 'But ');
    expect(quoted(editor)).toEqual({ [ID_A]: ['“We will not sell it”'] });
    expect(plainText(savedDocument(editor)).text).toContain('But “We will');
  });

  it('is still one quotation when Enter parts it, and when Backspace joins it again', () => {
    const editor = quotingEditor(text);
    change(editor, () => $cursorBehind('we will '));
    editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    expect(quoted(editor)).toEqual({ [ID_A]: ['“we will \n\nnot sell it”'] });
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    expect(quoted(editor)).toEqual({ [ID_A]: ['“we will not sell it”'] });
  });

  it('comes back with undo after it was deleted', () => {
    const editor = quotingEditor(text);
    change(editor, () => {
      const quotation = $placedTexts().find(({ node }) => node.getTextContent().startsWith('“'));
      quotation?.node.select(0, quotation.node.getTextContentSize());
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.removeText();
    });
    expect(quoted(editor)).toEqual({});
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(quoted(editor)).toEqual({ [ID_A]: ['“we will not sell it”'] });
  });

  it('stays with the original when it is copied and pasted', () => {
    const editor = quotingEditor(text);
    let copied = '';
    change(editor, () => {
      const paragraph = $getRoot().getLastChild<ElementNode>();
      paragraph?.select(0, paragraph.getChildrenSize());
      const { nodes } = $generateJSONFromSelectedNodes(editor, $getSelection());
      copied = JSON.stringify({ namespace: 'stet', nodes });
      paragraph?.selectEnd();
    });
    const clipboard = {
      getData: (format: string) => (format === 'application/x-lexical-editor' ? copied : ''),
    } as DataTransfer;
    const paste = () => {
      const selection = $getSelection();
      if (selection) $insertDataTransferForRichText(clipboard, selection, editor);
    };
    change(editor, paste, PASTE_TAG);
    expect(plainText(savedDocument(editor)).text.match(/sell it/g)).toHaveLength(2);
    expect(quoted(editor)).toEqual({ [ID_A]: ['“we will not sell it”'] });
  });
});

describe('marks', () => {
  it('nest, outermost first, and touch nothing else', () => {
    const editor = createTestEditor(articleOf('', 'abcdefghij'));
    mark(editor, [
      { id: ID_B, parts: [{ start: 5, end: 8 }] },
      { id: ID_A, parts: [{ start: 3, end: 10 }] },
    ]);
    expect(savedDocument(editor).root.children[1]).toMatchObject({
      children: [
        { text: 'a' },
        { text: 'bc', $: { quotation: [ID_A] } },
        { text: 'def', $: { quotation: [ID_A, ID_B] } },
        { text: 'gh', $: { quotation: [ID_A] } },
        { text: 'ij' },
      ],
    });
  });

  it('make no plan where everything is as it should be', () => {
    const editor = createTestEditor(articleOf('', 'abcdefghij'));
    const marks = [{ id: ID_A, parts: [{ start: 3, end: 6 }] }];
    mark(editor, marks);
    expect(editor.read(() => $planMarks(marks))).toEqual([]);
  });
});

const words = fc.stringMatching(/^[a-z “”]{0,12}$/);
const inlines: fc.Arbitrary<InlineNode[]> = fc
  .array(
    fc.oneof(
      words.map((text) => inlinesOf(text)),
      words.map((text) => inlinesOf(text, 1)),
      words.map((text) => [link('https://example.org/', inlinesOf(`x${text}`))]),
      fc.constant(inlinesOf('a\nb\tc')),
    ),
    { maxLength: 3 },
  )
  .map((pieces) => pieces.flat());
const paragraph = inlines.map((children) => inlineBlock('paragraph', children));
const block: fc.Arbitrary<BlockNode> = fc.oneof(
  paragraph,
  inlines.map((children) => heading('h2', children)),
  fc.tuple(inlines, inlines).map(([first, second]) =>
    list('bullet', [
      { inlines: first },
      {
        inlines: inlinesOf('x'),
        lists: [{ listType: 'number', start: 1, lines: [{ inlines: second }] }],
      },
    ]),
  ),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((lines) => quote(lines)),
);
const documents = fc
  .tuple(words, fc.option(words), fc.array(block, { minLength: 1, maxLength: 5 }))
  .map(([headline, standfirst, blocks]) =>
    documentWith([
      inlineBlock('headline', headline ? [textNode(headline)] : []),
      ...(standfirst === null ? [] : [inlineBlock('standfirst', inlinesOf(standfirst))]),
      ...blocks,
    ]),
  );
const spans = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('any document', () => {
  it('has its text nodes where the plain text says', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const editor = createTestEditor(document);
        const { text } = plainText(savedDocument(editor));
        const placed = editor.read(() =>
          $placedTexts().map(({ node, start }) => ({ text: node.getTextContent(), start })),
        );
        for (const one of placed) {
          expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text);
        }
        const unplaced = placed.reduceRight(
          (rest, one) => rest.slice(0, one.start) + rest.slice(one.start + one.text.length),
          text,
        );
        expect(unplaced).toMatch(/^[\n\t]*$/);
      }),
      { numRuns: 150 },
    );
  });

  it('takes marks as markQuotations sets them', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(spans, { minLength: 1, maxLength: 3 }),
        (document, shares) => {
          const editor = createTestEditor(document);
          const { length } = plainText(savedDocument(editor)).text;
          const marks = shares.map(([from, to], index) => ({
            id: [ID_A, ID_B, ID_C][index] ?? ID_C,
            parts: [{ start: Math.floor(from * length), end: Math.ceil(to * length) }],
          }));
          const expected = markQuotations(savedDocument(editor), marks);
          mark(editor, marks);
          expect(savedDocument(editor)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** A place in the text: the share of all text nodes that come before, and an offset. */
const place = fc.record({
  share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  offset: fc.nat({ max: 12 }),
});
type Place = { share: number; offset: number };

/** A step of random editing: what is done to the stretch between two places. */
const steps = fc.array(
  fc.record({
    from: place,
    to: place,
    kind: fc.constantFrom('type', 'enter', 'remove', 'all', 'undo', 'bold'),
  }),
  { maxLength: 25 },
);

describe('random editing', () => {
  it('always leaves a valid document, marked by known ids only', () => {
    fc.assert(
      fc.property(documents, steps, (document, edits) => {
        const editor = createTestEditor(document);
        const length = plainText(savedDocument(editor)).text.length;
        mark(editor, [{ id: ID_A, parts: [{ start: 0, end: length }] }]);
        for (const edit of edits) {
          const { from, to } = edit;
          if (edit.kind === 'type' || edit.kind === 'enter')
            change(editor, () => $select(from, from));
          if (edit.kind === 'type') type(editor, 'x”');
          else if (edit.kind === 'undo') editor.dispatchCommand(UNDO_COMMAND, undefined);
          else if (edit.kind === 'all') change(editor, () => $selectAll().removeText());
          else if (edit.kind === 'bold') change(editor, () => $select(from, to).formatText('bold'));
          else if (edit.kind === 'remove') change(editor, () => $select(from, to).removeText());
          else editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
          const saved = savedDocument(editor);
          const [first, second, ...others] = saved.root.children.map((one) => one.type);
          expect(first).toBe('headline');
          expect(second).toBeDefined();
          expect(others).not.toContain('headline');
          expect(others).not.toContain('standfirst');
          for (const id of plainText(saved).quotations.keys()) expect(id).toBe(ID_A);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Selects from one place to another. */
function $select(from: Place, to: Place): RangeSelection {
  const selection = $selectAll();
  $setPoint(selection.anchor, from);
  $setPoint(selection.focus, to);
  return selection;
}

function $setPoint(point: PointType, { share, offset }: Place): void {
  const nodes: (TextNode | ElementNode)[] = [];
  const collect = (element: ElementNode) => {
    if (element.isEmpty()) nodes.push(element);
    for (const child of element.getChildren()) {
      if ($isTextNode(child)) nodes.push(child);
      else if ($isElementNode(child)) collect(child);
    }
  };
  collect($getRoot());
  const node = nodes[Math.floor(share * nodes.length)];
  if (!node) throw new Error('There is no place to select.');
  if ($isTextNode(node))
    point.set(node.getKey(), Math.min(offset, node.getTextContentSize()), 'text');
  else point.set(node.getKey(), 0, 'element');
}
