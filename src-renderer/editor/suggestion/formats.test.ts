import { $formatText, type LexicalEditor, type TextFormatType } from 'lexical';
import { describe, expect, it } from 'vitest';
import { listSuggestions } from '../../../src-shared/document/list-suggestions';
import { leafBlocks } from '../../../src-shared/document/plain-text';
import type { Document } from '../../../src-shared/document/schema';
import { articleOf, change, savedDocument } from '../testing';
import {
  $select,
  acceptedDocument,
  decide,
  MARA,
  NOOR,
  nameOf,
  openProposing,
  rejectedDocument,
  writeAs,
} from './testing';

function open(...paragraphs: string[]): LexicalEditor {
  return openProposing(articleOf('Headline', ...paragraphs));
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
      nameOf(author),
      inserted,
      formatted,
      ...formats.map(({ name, isOn }) => `${isOn ? '' : 'not '}${name}`),
    ].join('|'),
  );
const accepted = (editor: LexicalEditor) => looks(acceptedDocument(editor));
const rejected = (editor: LexicalEditor) => looks(rejectedDocument(editor));

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
      expect(decide(editor, decision)).toBe(1);
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
    writeAs(null);
    format(editor, 'bold', 'runs');
    writeAs(NOOR);
    format(editor, 'bold', 'ferry', 'Nobody');
    expect(accepted(editor)).toBe('The *ferry runs.* ¶ *Nobody* was asked.');
    expect(rejected(editor)).toBe('The ferry *runs*. ¶ Nobody was asked.');
    expect(proposed(editor)).toEqual(['Noor||ferry .Nobody|bold']);
  });

  it('can be that words are bold no more', () => {
    const editor = open('The ferry runs.');
    writeAs(null);
    format(editor, 'bold', 'ferry');
    writeAs(NOOR);
    format(editor, 'bold', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|not bold']);
    expect(rejected(editor)).toBe('The *ferry* runs.');
  });

  it('is part of an insertion of one’s own, not of another’s', () => {
    const editor = open('The ferry runs.');
    change(editor, () => $select('runs').insertText('sails'));
    format(editor, 'bold', 'sails');
    expect(proposed(editor)).toEqual(['Noor|sails|']);
    writeAs(MARA);
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
    writeAs(null);
    format(editor, 'bold', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|italic']);
    format(editor, 'underline', 'ferry');
    expect(proposed(editor)).toEqual(['Noor||ferry|italic']);
    expect(rejected(editor)).toBe('The _ferry_ runs.');
  });
});
