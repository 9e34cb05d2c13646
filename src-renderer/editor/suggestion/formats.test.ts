import {
  $formatText,
  $getRoot,
  $setSelection,
  type LexicalEditor,
  type TextFormatType,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { listSuggestions } from '../../../src-shared/document/list-suggestions';
import { leafBlocks } from '../../../src-shared/document/plain-text';
import type { Document } from '../../../src-shared/document/schema';
import { acceptSuggestions, rejectSuggestions } from '../../../src-shared/document/suggestions';
import { articleOf, change, createTestEditor, savedDocument } from '../testing';
import { $decide } from './decide';
import { DECIDED_TAG } from './register';

const NOOR = '01900000-0000-7000-8000-000000000001';
const MARA = '01900000-0000-7000-8000-000000000002';

/** Who changes the text; null while nothing is proposed. */
let who: string | null = NOOR;

function open(...paragraphs: string[]): LexicalEditor {
  who = NOOR;
  return createTestEditor(articleOf('Headline', ...paragraphs), { suggestingAs: () => who });
}

/** Selects from the start of some words to the end of others: within one text each. */
function $select(from: string, to = from) {
  const texts = $getRoot().getAllTextNodes();
  const first = texts.find((node) => node.getTextContent().includes(from))!;
  const last = texts.findLast((node) => node.getTextContent().includes(to))!;
  const selection = first.select(0, 0);
  const start = first.getTextContent().indexOf(from);
  selection.setFormat(first.getFormat());
  selection.anchor.set(first.getKey(), start, 'text');
  selection.focus.set(last.getKey(), last.getTextContent().indexOf(to) + to.length, 'text');
  $setSelection(selection);
  return selection;
}

function format(editor: LexicalEditor, name: TextFormatType, from: string, to = from) {
  change(editor, () => $formatText($select(from, to), name));
}

const SIGNS = ['*', '/', '-', '_', '`', ',', '^'];

/** The body, with signs around what is bold (*), italic (/), struck through (-), underlined (_) … */
const looks = (document: Document): string =>
  leafBlocks(document)
    .slice(1)
    .map(({ inlines }) =>
      inlines
        .map((node) => {
          if (node.type !== 'text') return '';
          const signs = SIGNS.filter((_, bit) => (node.format & (1 << bit)) !== 0).join('');
          return `${signs}${node.text}${[...signs].reverse().join('')}`;
        })
        .join(''),
    )
    .join(' ¶ ');

const proposed = (editor: LexicalEditor) =>
  listSuggestions(savedDocument(editor)).map(({ author, inserted, formatted, formats }) =>
    [
      author === NOOR ? 'Noor' : 'Mara',
      inserted,
      formatted,
      ...formats.map(({ name, isOn }) => `${isOn ? '' : 'not '}${name}`),
    ].join('|'),
  );
const accepted = (editor: LexicalEditor) => looks(acceptSuggestions(savedDocument(editor)));
const rejected = (editor: LexicalEditor) => looks(rejectSuggestions(savedDocument(editor)));

describe('a format that is proposed', () => {
  it('is seen at once, and told by the words it is about', () => {
    const editor = open('The ferry runs.');
    format(editor, 'bold', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|bold']);
    expect(looks(savedDocument(editor))).toBe('The *ferry* runs.');
    expect(rejected(editor)).toBe('The ferry runs.');
  });

  it('is accepted and rejected on the page as it is in a file', () => {
    for (const decision of ['accept', 'reject'] as const) {
      const editor = open('The ferry runs.');
      format(editor, 'bold', 'ferry');
      format(editor, 'italic', 'ferry');
      const wanted = decision === 'accept' ? accepted(editor) : rejected(editor);
      change(editor, () => expect($decide(decision, () => true)).toBe(1), DECIDED_TAG);
      expect(looks(savedDocument(editor))).toBe(wanted);
      expect(proposed(editor)).toEqual([]);
    }
  });

  it('is no suggestion any more where it is taken back', () => {
    const editor = open('The ferry runs.');
    format(editor, 'bold', 'ferry');
    format(editor, 'bold', 'ferry');
    expect(proposed(editor)).toEqual([]);
    format(editor, 'superscript', 'ferry');
    format(editor, 'subscript', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|subscript']);
    expect(rejected(editor)).toBe('The ferry runs.');
  });

  it('is one suggestion across lines, and only of what is new in it', () => {
    const editor = open('The ferry runs.', 'Nobody was asked.');
    who = null;
    format(editor, 'bold', 'runs');
    who = NOOR;
    format(editor, 'bold', 'ferry', 'Nobody');
    expect(accepted(editor)).toBe('The *ferry runs.* ¶ *Nobody* was asked.');
    expect(rejected(editor)).toBe('The ferry *runs*. ¶ Nobody was asked.');
    expect(proposed(editor)).toEqual(['Noor||ferry .Nobody|bold']);
  });

  it('can be that words are bold no more', () => {
    const editor = open('The ferry runs.');
    who = null;
    format(editor, 'bold', 'ferry');
    who = NOOR;
    format(editor, 'bold', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|not bold']);
    expect(rejected(editor)).toBe('The *ferry* runs.');
  });

  it('is part of an insertion of one’s own, not of another’s', () => {
    const editor = open('The ferry runs.');
    change(editor, () => $select('runs').insertText('sails'));
    format(editor, 'bold', 'sails');
    expect(proposed(editor)).toEqual(['Noor|sails|']);
    who = MARA;
    format(editor, 'italic', 'sails');
    expect(proposed(editor)).toEqual(['Noor|sails|', 'Mara||sails|italic']);
    expect(rejected(editor)).toBe('The ferry runs.');
  });

  it('is not about what is typed into it', () => {
    const editor = open('The ferry runs.');
    format(editor, 'bold', 'The ferry');
    change(editor, () => {
      const selection = $select('The');
      selection.anchor.set(selection.focus.key, selection.focus.offset, 'text');
      selection.insertText(' late');
    });
    expect(proposed(editor)).toEqual(['Noor||The ferry|bold', 'Noor| late|']);
    expect(rejected(editor)).toBe('The ferry runs.');
    expect(accepted(editor)).toBe('*The late ferry* runs.');
  });

  it('is decided by whoever simply makes it otherwise', () => {
    const editor = open('The ferry runs.');
    format(editor, 'bold', 'ferry');
    format(editor, 'italic', 'ferry');
    who = null;
    format(editor, 'bold', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|italic']);
    format(editor, 'underline', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|italic']);
    expect(rejected(editor)).toBe('The _ferry_ runs.');
  });
});
