import { describe, expect, it } from 'vitest';
import { inlineBlock, textNode } from '../../../src-shared/document/build';
import { markQuotations } from '../../../src-shared/document/mark-quotations';
import type { BlockNode } from '../../../src-shared/document/schema';
import { createMarksOfArticle, type FoundMarks } from './find-marks';

/** An article that is given block by block, as an editor gives it, and marked as it is told. */
function article(...texts: string[]) {
  const marks = createMarksOfArticle();
  let blocks: BlockNode[] = [];
  const paragraph = (text: string) => inlineBlock('paragraph', text ? [textNode(text)] : []);
  let isNew = true;

  function find(changed: number[], paused: boolean): FoundMarks {
    const found = marks.find({
      change: {
        order: isNew ? blocks.map((_, index) => String(index)) : null,
        blocks: changed.flatMap((index) => {
          const block = blocks[index];
          return block ? [[String(index), block] as [string, BlockNode]] : [];
        }),
      },
      language: 'en',
      paused,
    });
    isNew = false;
    if (found.marks) {
      const root = { type: 'root' as const, version: 1, children: blocks };
      blocks = markQuotations({ root }, found.marks).root.children;
    }
    return found;
  }

  return {
    open() {
      blocks = texts.map(paragraph);
      const found = find([...blocks.keys()], true);
      // What was marked is part of the document from now on.
      find([...blocks.keys()], true);
      return found;
    },
    /** Replaces words in the blocks' text nodes, as typing does: marks stay where they are. */
    type(index: number, from: string, to: string, paused = false) {
      blocks = blocks.map((block, at) =>
        at === index ? (JSON.parse(JSON.stringify(block).replace(from, to)) as BlockNode) : block,
      );
      const found = find([index], paused);
      if (found.marks) find([index], paused);
      return found;
    },
  };
}

const words = (found: FoundMarks) => found.readings.map(({ text }) => text);

describe('the quotations of an article', () => {
  const opened = () => {
    const one = article(
      'The mayor was asked twice.',
      '“We will rebuild the harbour,” said Mara Lind.',
      '“Nobody asked the islanders at all,” Jonas Falk said.',
    );
    return { one, found: one.open() };
  };

  it('are all told at first, and afterwards those alone whose words changed', () => {
    const { one, found } = opened();
    expect(words(found)).toEqual([
      '“We will rebuild the harbour,”',
      '“Nobody asked the islanders at all,”',
    ]);
    expect(found.readings[0]?.attribution?.name).toBe('Mara Lind');
    const after = one.type(1, 'rebuild', 'sell');
    expect(after.ids).toEqual(found.ids);
    expect(after.marks).toBeNull();
    expect(after.provisional).toBe(false);
    expect(words(after)).toEqual(['“We will sell the harbour,”']);
    expect(after.readings[0]?.id).toBe(found.ids[0]);
  });

  it('are not told again where only the text before them moves them', () => {
    const { one, found } = opened();
    const after = one.type(0, 'twice', 'three times');
    expect(after).toEqual({ marks: null, provisional: false, ids: found.ids, readings: [] });
  });

  it('are told again where somebody else says them', () => {
    const { one, found } = opened();
    const { readings } = one.type(2, 'Jonas Falk', 'Petra Holm');
    expect(readings).toMatchObject([{ id: found.ids[1], attribution: { name: 'Petra Holm' } }]);
  });

  it('end in the midst of typing where they are closed earlier', () => {
    const { one, found } = opened();
    const after = one.type(1, 'rebuild the', 'rebuild” the');
    expect(after.readings).toMatchObject([{ id: found.ids[0], text: '“We will rebuild”' }]);
  });

  it('are new as soon as they are closed', () => {
    const { one } = opened();
    expect(one.type(0, 'was asked', 'said “we').ids).toHaveLength(2);
    const closed = one.type(0, 'we twice', 'we will wait” twice');
    expect(closed.ids).toHaveLength(3);
    expect(words(closed)).toEqual(['“we will wait”']);
  });

  it('stay where they are while a mark is opened before them', () => {
    const one = article('He nodded. “We will rebuild the harbour,” said Mara Lind.');
    const [id] = one.open().ids;
    for (const [from, to] of [
      ['He nodded. ', '“He nodded. '],
      ['He nodded. ', 'He nodded twice. '],
      ['twice. ', 'twice,” said Jonas Falk. '],
    ] as const) {
      one.type(0, from, to);
    }
    const paused = one.type(0, 'Falk. ', 'Falk.  ', true);
    const all = one.type(0, 'harbour', 'port', true);
    expect(paused.ids).toHaveLength(2);
    expect(all.readings).toMatchObject([{ id, text: '“We will rebuild the port,”' }]);
  });

  it('go and grow when typing pauses', () => {
    const { one, found } = opened();
    const now = one.type(2, 'at all,”', 'at all,');
    const ids = one.type(2, 'said.', 'said.”').ids;
    expect(now.ids).toEqual(found.ids);
    expect(ids).toEqual(found.ids);
    const paused = one.type(2, 'said.”', 'said. ”', true);
    expect(paused.provisional).toBe(false);
    expect(paused.readings[0]?.text).toContain('Jonas Falk');
  });
});
