import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src-shared/document/plain-text';
import { StetError } from '../../src-shared/errors';
import { articleOf, change, createTestEditor, savedDocument } from './testing';
import { type Actions, registerActions } from './undo';

interface Desk {
  editor: LexicalEditor;
  actions: Actions;
  /** What is linked in the library. */
  linked: string[];
  failures: string[];
  link(name: string): { label: string; perform(): Promise<void>; undo(): Promise<void> };
  type(words: string): void;
  text(): string;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Names whose actions fail. */
  broken: Set<string>;
}

/** Actions run one after another: the end of an empty one is the end of all before it. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

function desk(): Desk {
  const editor = createTestEditor(articleOf('', 'Text.'));
  const linked: string[] = [];
  const failures: string[] = [];
  const broken = new Set<string>();
  const actions = registerActions(editor, (error, action) =>
    failures.push(`${action.label}: ${error.code}`),
  );
  const tryTo = async (name: string, work: () => void) => {
    await Promise.resolve();
    if (broken.has(name)) throw new StetError('disk-full');
    work();
  };
  return {
    editor,
    actions,
    linked,
    failures,
    broken,
    link: (name) => ({
      label: name,
      perform: () => tryTo(name, () => void linked.push(name)),
      undo: () => tryTo(name, () => void linked.splice(linked.indexOf(name), 1)),
    }),
    type(words) {
      change(
        editor,
        () => {
          $getRoot().selectEnd();
          const selection = $getSelection();
          if ($isRangeSelection(selection)) selection.insertText(words);
        },
        HISTORY_PUSH_TAG,
      );
    },
    text: () => plainText(savedDocument(editor)).text.trim(),
    async undo() {
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      await settled();
    },
    async redo() {
      editor.dispatchCommand(REDO_COMMAND, undefined);
      await settled();
    },
  };
}

describe('an action outside the document', () => {
  it('is one step of the same undo as typing, in the order in which things were done', async () => {
    const { actions, link, linked, type, text, undo, redo } = desk();
    type(' One.');
    await actions.perform(link('a'));
    type(' Two.');
    await actions.perform(link('b'));
    expect(linked).toEqual(['a', 'b']);

    await undo();
    expect([text(), linked]).toEqual(['Text. One. Two.', ['a']]);
    await undo();
    expect([text(), linked]).toEqual(['Text. One.', ['a']]);
    await undo();
    expect([text(), linked]).toEqual(['Text. One.', []]);
    await undo();
    expect([text(), linked]).toEqual(['Text.', []]);

    await redo();
    await redo();
    expect([text(), linked]).toEqual(['Text. One.', ['a']]);
    await redo();
    await redo();
    expect([text(), linked]).toEqual(['Text. One. Two.', ['a', 'b']]);
  });

  it('cannot be redone once something else was done', async () => {
    const { actions, link, linked, undo, redo } = desk();
    await actions.perform(link('a'));
    await undo();
    await actions.perform(link('b'));
    await redo();
    expect(linked).toEqual(['b']);
    await undo();
    expect(linked).toEqual([]);
    await redo();
    expect(linked).toEqual(['b']);
  });

  it('leaves no step where it fails, and says why', async () => {
    const { actions, link, linked, broken, type, text, undo } = desk();
    type(' One.');
    broken.add('a');
    await expect(actions.perform(link('a'))).rejects.toMatchObject({ code: 'disk-full' });
    await undo();
    expect([text(), linked]).toEqual(['Text.', []]);
  });

  it('can be undone once more where undoing it failed', async () => {
    const { actions, link, linked, broken, failures, undo, redo } = desk();
    await actions.perform(link('a'));
    broken.add('a');
    await undo();
    expect([linked, failures]).toEqual([['a'], ['a: disk-full']]);
    broken.clear();
    await redo();
    expect(linked).toEqual(['a']);
    await undo();
    expect(linked).toEqual([]);
  });

  it('can be redone once more where redoing it failed', async () => {
    const { actions, link, linked, broken, failures, type, undo, redo } = desk();
    type(' One.');
    await actions.perform(link('a'));
    await undo();
    broken.add('a');
    await redo();
    expect([linked, failures]).toEqual([[], ['a: disk-full']]);
    broken.clear();
    await undo();
    await redo();
    await redo();
    expect(linked).toEqual(['a']);
  });

  it('runs after the ones before it, however fast they are asked for', async () => {
    const { editor, actions, link, linked } = desk();
    const both = Promise.all([actions.perform(link('a')), actions.perform(link('b'))]);
    await both;
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    await settled();
    await settled();
    expect(linked).toEqual(['a']);
  });

  it('is not in the document that is saved', async () => {
    const { editor, actions, link } = desk();
    const before = savedDocument(editor);
    await actions.perform(link('a'));
    expect(savedDocument(editor)).toEqual(before);
  });
});

describe('a change of the text with an action', () => {
  const $append = () =>
    $getRoot().append($createParagraphNode().append($createTextNode('“Quoted.”')));

  it('is one step together', async () => {
    const { actions, link, linked, text, type, undo, redo } = desk();
    type(' One.');
    await actions.performWith($append, link('a'));
    expect([text(), linked]).toEqual(['Text. One.\n\n“Quoted.”', ['a']]);
    await undo();
    expect([text(), linked]).toEqual(['Text. One.', []]);
    await redo();
    expect([text(), linked]).toEqual(['Text. One.\n\n“Quoted.”', ['a']]);
  });

  it('is a step even where the words stay what they were', async () => {
    const { actions, link, linked, text, type, undo } = desk();
    type(' One.');
    await actions.performWith(() => {
      const [node] = $getRoot().getAllTextNodes();
      node?.setTextContent(node.getTextContent());
    }, link('a'));
    await undo();
    expect([text(), linked]).toEqual(['Text. One.', []]);
  });

  it('keeps the words where the action fails, and undo takes them back', async () => {
    const { actions, link, linked, broken, text, undo } = desk();
    broken.add('a');
    await expect(actions.performWith($append, link('a'))).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect([text(), linked]).toEqual(['Text.\n\n“Quoted.”', []]);
    broken.clear();
    await undo();
    expect([text(), linked]).toEqual(['Text.', []]);
  });
});
