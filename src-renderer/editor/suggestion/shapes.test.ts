import { $isListItemNode } from '@lexical/list';
import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  document,
  inlineBlock,
  link,
  list,
  quote,
  textNode,
} from '../../../src-shared/document/build';
import { listSuggestions } from '../../../src-shared/document/list-suggestions';
import type { BlockNode, Document } from '../../../src-shared/document/schema';
import { $format } from '../format';
import type { FormatCommand } from '../handle';
import { $setLink } from '../link/link';
import { change, createTestEditor, savedDocument } from '../testing';
import {
  $select,
  acceptedDocument,
  decide,
  line,
  MARA,
  openProposing,
  rejectedDocument,
  writeAs,
} from './testing';

const items = (...lines: string[]) =>
  list(
    'bullet',
    lines.map((text) => ({ inlines: [textNode(text)] })),
  );

const task = (text: string, checked: boolean) => ({ inlines: [textNode(text)], checked });

function open(...blocks: BlockNode[]): LexicalEditor {
  const article = document([inlineBlock('headline', [textNode('Headline')]), ...blocks]);
  return openProposing(article);
}

type Formats = Exclude<FormatCommand, 'format.link'>;

function format(editor: LexicalEditor, command: Formats, from: string, to = from) {
  change(editor, () => {
    $select(from, to);
    $format(command);
  });
}

type Node = { type: string; text?: string; tag?: string; listType?: string; url?: string };

/** The body in short: `h2(words) ul(li(one) li(two)) quote(p(words))`. */
function outline(one: Document): string {
  const write = (block: unknown): string => {
    const node = block as Node & { children?: Node[]; $?: { pull?: boolean } };
    if (node.text !== undefined) return node.text;
    const inner = (node.children ?? []).map((child) => write(child));
    const holds = ['list', 'quote'].includes(node.type) || node.children?.[0]?.type === 'list';
    const isDone = (block as { checked?: boolean }).checked === true;
    const names: Record<string, string | undefined> = {
      paragraph: 'p',
      heading: node.tag,
      list: node.listType,
      listitem: isDone ? 'done' : 'li',
      link: node.url,
      quote: node.$?.pull ? 'pull' : 'quote',
    };
    return `${names[node.type] ?? node.type}(${inner.join(holds ? ' ' : '')})`;
  };
  return one.root.children.slice(1).map(write).join(' ');
}

const shown = (editor: LexicalEditor) => outline(savedDocument(editor));
const accepted = (editor: LexicalEditor) => outline(acceptedDocument(editor));
const rejected = (editor: LexicalEditor) => outline(rejectedDocument(editor));
const proposed = (editor: LexicalEditor) =>
  listSuggestions(savedDocument(editor)).map(({ shaped, shapes, linked, links }) =>
    [
      shaped,
      ...shapes.map(({ to, from, deeper, tick }) =>
        [`${to.join()} for ${from.join()} ${deeper}`, ...(tick ? [tick] : [])].join(' '),
      ),
      linked,
      ...links.map(({ to, from }) => `${to} for ${from}`),
    ]
      .filter((part) => part !== '')
      .join('|'),
  );

/** Rejects on the page, and expects what a file would be; then the same for accepting. */
function expectDecisions(open: () => LexicalEditor, before: string) {
  for (const decision of ['accept', 'reject'] as const) {
    const editor = open();
    expect(rejected(editor)).toBe(before);
    const wanted = decision === 'accept' ? accepted(editor) : rejected(editor);
    expect(accepted(editor)).toBe(shown(editor));
    decide(editor, decision);
    expect(shown(editor)).toBe(wanted);
    expect(proposed(editor)).toEqual([]);
  }
}

interface Case {
  name: string;
  blocks: BlockNode[];
  work(editor: LexicalEditor): void;
  before: string;
  after: string;
  said: string[];
}

const CASES: Case[] = [
  {
    name: 'a heading for a paragraph',
    blocks: [line('One.'), line('Two.')],
    work: (editor) => format(editor, 'format.heading', 'Two.'),
    before: 'p(One.) p(Two.)',
    after: 'p(One.) h2(Two.)',
    said: ['Two.|heading for paragraph 0'],
  },
  {
    name: 'a list for three paragraphs, an empty one among them',
    blocks: [line('One.'), line(''), line('Two.'), line('Three.')],
    work: (editor) => format(editor, 'format.bulletList', 'One.', 'Two.'),
    before: 'p(One.) p() p(Two.) p(Three.)',
    after: 'bullet(li(One.) li() li(Two.)) p(Three.)',
    said: ['One.\n\nTwo.|bulletList for paragraph 0'],
  },
  {
    name: 'a paragraph for an item in the middle',
    blocks: [items('one', 'two', 'three'), line('End.')],
    work: (editor) => format(editor, 'format.paragraph', 'two'),
    before: 'bullet(li(one) li(two) li(three)) p(End.)',
    after: 'bullet(li(one)) p(two) bullet(li(three)) p(End.)',
    said: ['two|paragraph for bulletList 0'],
  },
  {
    name: 'paragraphs for the items one after the other',
    blocks: [items('one', 'two', 'three', 'four'), line('End.')],
    work: (editor) => {
      for (const item of ['one', 'two', 'three', 'four']) format(editor, 'format.paragraph', item);
    },
    before: 'bullet(li(one) li(two) li(three) li(four)) p(End.)',
    after: 'p(one) p(two) p(three) p(four) p(End.)',
    said: ['one', 'two', 'three', 'four'].map((word) => `${word}|paragraph for bulletList 0`),
  },
  {
    name: 'another kind of list',
    blocks: [items('one', 'two')],
    work: (editor) => format(editor, 'format.numberedList', 'one', 'two'),
    before: 'bullet(li(one) li(two))',
    after: 'number(li(one) li(two))',
    said: ['one\ntwo|numberedList for bulletList 0'],
  },
  {
    name: 'a block quotation for two paragraphs',
    blocks: [line('One.'), line('Two.'), line('Three.')],
    work: (editor) => format(editor, 'format.blockQuotation', 'One.', 'Two.'),
    before: 'p(One.) p(Two.) p(Three.)',
    after: 'quote(p(One.) p(Two.)) p(Three.)',
    said: ['One.\nTwo.|blockQuotation for paragraph 0'],
  },
  {
    name: 'a pull quote for a block quotation, which is another than the next',
    blocks: [quote([line('One.'), line('Two.')]), quote([line('Three.')])],
    work: (editor) => format(editor, 'format.pullQuote', 'Two.'),
    before: 'quote(p(One.) p(Two.)) quote(p(Three.))',
    after: 'pull(p(One.) p(Two.)) quote(p(Three.))',
    said: ['One.\nTwo.|pullQuote for blockQuotation 0'],
  },
  {
    name: 'no quotations, which stay two',
    blocks: [quote([line('One.'), line('Two.')]), quote([line('Three.')])],
    work: (editor) => format(editor, 'format.blockQuotation', 'One.', 'Three.'),
    before: 'quote(p(One.) p(Two.)) quote(p(Three.))',
    after: 'p(One.) p(Two.) p(Three.)',
    said: ['One.\nTwo.\nThree.|paragraph for blockQuotation 0'],
  },
  {
    name: 'an item that is moved in',
    blocks: [items('one', 'two', 'three')],
    work: (editor) =>
      change(editor, () => {
        const item = $select('two').anchor.getNode().getParent();
        if ($isListItemNode(item)) item.setIndent(1);
      }),
    before: 'bullet(li(one) li(two) li(three))',
    after: 'bullet(li(one) li(bullet(li(two))) li(three))',
    said: ['two|bulletList for bulletList 1'],
  },
  {
    name: 'Backspace at the start of an item, and a heading of it',
    blocks: [line('One.'), items('Two')],
    work: (editor) => {
      change(editor, () => {
        const block = $select('Two').anchor.getNode().getParent();
        if ($isElementNode(block)) block.collapseAtStart($select('Two'));
      });
      format(editor, 'format.subheading', 'Two');
    },
    before: 'p(One.) bullet(li(Two))',
    after: 'p(One.) h3(Two)',
    said: ['Two|subheading for bulletList 0'],
  },
  {
    name: 'a task that is ticked, and one that is no longer',
    blocks: [list('check', [task('one', false), task('two', true), task('three', true)])],
    work: (editor) =>
      change(editor, () => {
        for (const word of ['one', 'two']) {
          const item = $select(word).anchor.getNode().getParent();
          if ($isListItemNode(item)) item.toggleChecked();
        }
      }),
    before: 'check(li(one) done(two) done(three))',
    after: 'check(done(one) li(two) done(three))',
    said: ['one\ntwo|taskList for taskList 0 set|taskList for taskList 0 taken'],
  },
  {
    name: 'a link',
    blocks: [line('See the minutes.')],
    work: (editor) =>
      change(editor, () => {
        $select('the minutes');
        $setLink('https://example.org/');
      }),
    before: 'p(See the minutes.)',
    after: 'p(See https://example.org/(the minutes).)',
    said: ['the minutes|https://example.org/ for null'],
  },
  {
    name: 'another address, and none for a part',
    blocks: [inlineBlock('paragraph', [link('https://old.example/', [textNode('the minutes')])])],
    work: (editor) => {
      change(editor, () => {
        $select('the minutes');
        $setLink('https://new.example/');
      });
      change(editor, () => {
        $select('the ');
        $setLink(null);
      });
    },
    before: 'p(https://old.example/(the minutes))',
    after: 'p(the https://new.example/(minutes))',
    said: [
      'the minutes|null for https://old.example/|https://new.example/ for https://old.example/',
    ],
  },
];

describe('a shape or a link that is proposed', () => {
  it.each(CASES)('$name', ({ blocks, work, before, after, said }) => {
    const worked = () => {
      const editor = open(...blocks);
      work(editor);
      return editor;
    };
    const editor = worked();
    expect(shown(editor)).toBe(after);
    expect(proposed(editor)).toEqual(said);
    expectDecisions(worked, before);
    const again = createTestEditor(savedDocument(editor));
    expect(savedDocument(again)).toEqual(savedDocument(editor));
  });

  it('is no suggestion any more where it is taken back', () => {
    const editor = open(line('One.'), items('two'));
    format(editor, 'format.heading', 'One.');
    format(editor, 'format.paragraph', 'One.');
    expect(proposed(editor)).toEqual([]);
    format(editor, 'format.bulletList', 'two');
    format(editor, 'format.bulletList', 'two');
    expect(proposed(editor)).toEqual([]);
  });

  it('is decided by whoever simply makes it otherwise', () => {
    const editor = open(line('One.'));
    format(editor, 'format.blockQuotation', 'One.');
    writeAs(null);
    format(editor, 'format.pullQuote', 'One.');
    expect(proposed(editor)).toEqual([]);
    expect(shown(editor)).toBe('pull(p(One.))');
  });

  it('says what it was at first, whoever goes on with it', () => {
    const editor = open(line('One.'));
    format(editor, 'format.heading', 'One.');
    writeAs(MARA);
    format(editor, 'format.subheading', 'One.');
    expect(proposed(editor)).toEqual(['One.|subheading for paragraph 0']);
    expect(listSuggestions(savedDocument(editor))[0]?.author).toBe(MARA);
    expect(rejected(editor)).toBe('p(One.)');
  });

  it('goes with a line of one’s own, and stays with the line that is parted', () => {
    const editor = open(line('One. Two.'));
    format(editor, 'format.heading', 'One.');
    change(editor, () => {
      const selection = $select('One.');
      selection.anchor.set(selection.focus.key, selection.focus.offset, 'text');
      selection.insertParagraph();
    });
    format(editor, 'format.bulletList', 'Two.');
    expect(proposed(editor)).toEqual(['One.|heading for paragraph 0', '']);
    expect(accepted(editor)).toBe('h2(One.) bullet(li( Two.))');
    expect(rejected(editor)).toBe('p(One. Two.)');
  });

  it('is in its place again where what parted two lists was deleted', () => {
    const editor = open(items('one'), line('Two.'), items('three'));
    change(editor, () => {
      const first = $getRoot()
        .getAllTextNodes()
        .find((node) => node.getTextContent() === 'one');
      const selection = first?.select(3, 3);
      const last = $getRoot()
        .getAllTextNodes()
        .find((node) => node.getTextContent() === 'Two.');
      if (last) selection?.focus.set(last.getKey(), 4, 'text');
      selection?.removeText();
    });
    expect(accepted(editor)).toBe('bullet(li(one)) bullet(li(three))');
    expect(rejected(editor)).toBe('bullet(li(one)) p(Two.) bullet(li(three))');
  });

  it('keeps the cursor where it is when it is rejected', () => {
    const editor = open(items('one', 'two', 'three'));
    format(editor, 'format.paragraph', 'two');
    change(editor, () => void $select('thr'));
    decide(editor, 'reject');
    change(editor, () => {
      const selection = $getRoot().getAllTextNodes().at(-1)?.select(3, 3);
      selection?.insertText('!');
    });
    expect(shown(editor)).toBe('bullet(li(one) li(two) li(thr!ee))');
  });
});
