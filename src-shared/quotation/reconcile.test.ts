import { describe, expect, test } from 'vitest';
import type { Span } from '../model/span';
import { reconcileMarks } from './reconcile';

/** Spans of the pieces of `text` that stand between the given marks, e.g. `{a:…}`. */
function marked(text: string): { text: string; spans: Map<string, Span[]> } {
  const spans = new Map<string, Span[]>();
  let plain = '';
  for (const piece of text.split(/(\{\w+:[^}]*\})/)) {
    const match = /^\{(\w+):([^}]*)\}$/.exec(piece);
    const words = match?.[2] ?? piece;
    if (match?.[1]) {
      const span = { start: plain.length, end: plain.length + words.length };
      spans.set(match[1], [...(spans.get(match[1]) ?? []), span]);
    }
    plain += words;
  }
  return { text: plain, spans };
}

/** Reconciles what the document says with what is detected, both written as marked text. */
function reconcile(existing: string, detected: string, isMadeByHand?: (id: string) => boolean) {
  const before = marked(existing);
  const now = marked(detected);
  expect(now.text).toBe(before.text);
  let count = 0;
  const newId = () => `new${++count}`;
  const found = [...now.spans.values()].map((parts) => ({ parts }));
  const { marks, copies } = reconcileMarks(before.spans, found, now.text, newId, isMadeByHand);
  const shown = marks.map(({ id, parts }) => [
    id,
    ...parts.map(({ start, end }) => now.text.slice(start, end)),
  ]);
  return { marks: shown, copies };
}

describe('reconcileMarks', () => {
  test('keeps the id of a quotation whose words were edited', () => {
    expect(reconcile('He: {a:“We will} not{a: sell.”}', 'He: {x:“We will not sell.”}')).toEqual({
      marks: [['a', '“We will not sell.”']],
      copies: [],
    });
  });

  test('gives a new quotation a new id', () => {
    expect(reconcile('{a:“One.”} “Two.”', '{x:“One.”} {y:“Two.”}')).toEqual({
      marks: [
        ['a', '“One.”'],
        ['new1', '“Two.”'],
      ],
      copies: [],
    });
  });

  test('gives the pasted copy an id of its own and says whose copy it is', () => {
    expect(reconcile('{a:“One.”} and {a:“One.”}', '{x:“One.”} and {y:“One.”}')).toEqual({
      marks: [
        ['a', '“One.”'],
        ['new1', '“One.”'],
      ],
      copies: [{ id: 'new1', of: 'a' }],
    });
  });

  test('leaves the id with the whole where a part of it was pasted before', () => {
    expect(
      reconcile('{a:“One”} of {a:“One two three.”}', '{x:“One”} of {y:“One two three.”}').marks,
    ).toEqual([
      ['new1', '“One”'],
      ['a', '“One two three.”'],
    ]);
  });

  test('joins the parts around an attribution under one id', () => {
    expect(
      reconcile('{a:“One,”} he said, {a:“two.”}', '{x:“One,”} he said, {x:“two.”}').marks,
    ).toEqual([['a', '“One,”', '“two.”']]);
  });

  test('two quotations that became one keep the id of the longer, and the other goes', () => {
    expect(reconcile('{a:“One} {b:two three.”}', '{x:“One two three.”}')).toEqual({
      marks: [['b', '“One two three.”']],
      copies: [],
    });
  });

  test('a mark typed in front of another quotation does not carry its id away', () => {
    // While the first quotation is being typed, straight marks pair wrongly for a moment.
    const typing = reconcile(
      'He said: "We go {a:"They stay."}',
      'He said: {x:"We go "}They stay."',
    );
    expect(typing.marks).toContainEqual(['a', '"They stay."']);
    const typed = reconcile(
      'He: {n:"We go} now." {a:"They stay."}',
      'He: {x:"We go now."} {y:"They stay."}',
    );
    expect(typed.marks).toEqual([
      ['n', '"We go now."'],
      ['a', '"They stay."'],
    ]);
  });

  test('keeps a quotation that has lost one of its marks, and drops one that has lost both', () => {
    expect(reconcile('He said {a:“We will not sell.}', 'He said “We will not sell.').marks).toEqual(
      [['a', '“We will not sell.']],
    );
    expect(reconcile('He said {a:we will not sell.}', 'He said we will not sell.').marks).toEqual(
      [],
    );
  });

  test('keeps what an editor marked by hand', () => {
    const text = '— {a:On ne vend pas}, dit-elle.';
    const plain = '— On ne vend pas, dit-elle.';
    expect(reconcile(text, plain, (id) => id === 'a').marks).toEqual([['a', 'On ne vend pas']]);
  });

  test('answers in the order of the text, an outer quotation before the one inside it', () => {
    const text = '“He said ‘no’.”';
    const existing = new Map<string, Span[]>([
      ['inner', [{ start: 9, end: 13 }]],
      ['outer', [{ start: 0, end: 15 }]],
    ]);
    const detected = [{ parts: [{ start: 9, end: 13 }] }, { parts: [{ start: 0, end: 15 }] }];
    const { marks } = reconcileMarks(existing, detected, text, () => 'new');
    expect(marks.map((mark) => mark.id)).toEqual(['outer', 'inner']);
  });
});
