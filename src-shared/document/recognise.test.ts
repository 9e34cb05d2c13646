import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './fixtures/recognise-cases.json';
import { blocksFromPlainText, recogniseArticle, type TextBlock } from './recognise';

interface RecognitionCase {
  name: string;
  text: string;
  options?: { language?: string };
  headline: number | null;
  standfirst: number | null;
  dateline: { block: number; text: string } | null;
  byline: { block: number; names: string[] } | null;
}

/** A busy machine may take long over the longest texts; no test judges by the clock. */
const SLOW = 120_000;

describe('recogniseArticle', () => {
  it.each(cases as RecognitionCase[])('$name', (example) => {
    const blocks = blocksFromPlainText(example.text);
    const { headline, standfirst, dateline, byline } = recogniseArticle(blocks, example.options);
    expect({
      headline,
      standfirst,
      dateline: dateline && { block: dateline.block, text: dateline.text },
      byline: byline && {
        block: byline.block,
        names: byline.contributors.map(({ name }) => name),
      },
    }).toEqual({
      headline: example.headline,
      standfirst: example.standfirst,
      dateline: example.dateline,
      byline: example.byline,
    });
  });

  it('covers the dash of a dateline with its span, not with its text', () => {
    const text = 'PORTHAVEN, May 3 (Reuters) – The ferry ran again by noon. Nobody cheered.';
    const { dateline } = recogniseArticle([{ kind: 'paragraph', text }]);
    expect(text.slice(dateline!.start, dateline!.end)).toBe('PORTHAVEN, May 3 (Reuters) –');
    expect(dateline!.text).toBe('PORTHAVEN, May 3 (Reuters)');
  });

  it('takes the first heading of level 1 as the headline', () => {
    const blocks: TextBlock[] = [
      { kind: 'paragraph', text: 'Island news' },
      { kind: 'heading', level: 1, text: 'Fishermen end blockade' },
      { kind: 'paragraph', text: 'The fishermen ended it. Ferries ran again by noon.' },
    ];
    expect(recogniseArticle(blocks).headline).toBe(1);
  });
});

describe('blocksFromPlainText', () => {
  const texts = (text: string) => blocksFromPlainText(text).map((block) => block.text);

  it('separates paragraphs at blank lines and at single newlines', () => {
    expect(texts('One line.\n\nAnother line.\nA third.')).toEqual([
      'One line.',
      'Another line.',
      'A third.',
    ]);
  });

  it('joins the lines of an e-mail wrapped at 72 columns', () => {
    const wrapped =
      'The fishermen of Northport ended their blockade on Thursday after eleven\n' +
      'days of talks. Ferries ran again by noon, and the first lorries left the\n' +
      'harbour before one. Nobody would say who had given way first.\n\n' +
      'The council meets again on Monday to talk about what the quota for boats\n' +
      'under ten metres ought to be. Until then the old rules stay in force, and\n' +
      'nobody has to pay.';
    const blocks = blocksFromPlainText(wrapped);
    expect(blocks).toHaveLength(2);
    expect(blocks[0]?.text).toMatch(/eleven days of talks\. Ferries.* left the harbour before/);
    expect(wrapped.slice(blocks[1]!.start, blocks[1]!.end)).toMatch(/^The council.*pay\.$/s);
  });

  it('leaves short lines of a poem or an address alone', () => {
    expect(texts('Harbour Street 4\nNorthport\nThe Islands')).toHaveLength(3);
  });

  it('keeps the hyphen of a word cut at a line end', () => {
    const wrapped =
      'The fishermen of Northport ended their blockade on Thursday after a long-\n' +
      'standing dispute about the size of boats, and nobody in the little town of\n' +
      'Northport would say who had given way.';
    expect(texts(wrapped)[0]).toContain('a long-standing dispute');
  });

  it.each(['•', '-', '*', '–'])('reads %s as a bullet', (bullet) => {
    expect(blocksFromPlainText(`A list:\n\n  ${bullet} one\n  ${bullet} two`)).toMatchObject([
      { kind: 'paragraph', text: 'A list:' },
      { kind: 'list-item', text: 'one' },
      { kind: 'list-item', text: 'two' },
    ]);
  });

  it('reads > as a quotation and leaves the mark out', () => {
    expect(
      blocksFromPlainText('She wrote:\n\n> The pier is safe.\n>\n> It always was.'),
    ).toMatchObject([
      { kind: 'paragraph', text: 'She wrote:' },
      { kind: 'quote', text: 'The pier is safe.' },
      { kind: 'quote', text: 'It always was.' },
    ]);
  });

  const lines = fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 90 }),
        fc.constantFrom('\n', '\r\n', '\r', '\n\n', '• ', '> ', '- ', 'By Ann Lee', 'OSLO — '),
      ),
      { maxLength: 25 },
    )
    .map((pieces) => pieces.join(''));

  it(
    'gives spans in order whose words are those of the block',
    () => {
      fc.assert(
        fc.property(lines, (text) => {
          const blocks = blocksFromPlainText(text);
          let reached = 0;
          for (const block of blocks) {
            expect(block.start).toBeGreaterThanOrEqual(reached);
            expect(block.end).toBeGreaterThan(block.start);
            reached = block.end;
            const bare = (part: string) => part.replace(/[\s>]/g, '');
            expect(bare(text.slice(block.start, block.end))).toBe(bare(block.text));
          }
          recogniseArticle(blocks);
        }),
        { numRuns: 300 },
      );
    },
    SLOW,
  );

  it.each(['a\n', '> ', '• a\n', ' \n', 'A b c d e f g h i j k l m n o p\n', '('])(
    'gets through a megabyte of %j',
    (piece) => {
      const blocks = blocksFromPlainText(piece.repeat(1_000_000 / piece.length));
      expect(recogniseArticle(blocks).standfirst).toBeNull();
    },
    SLOW,
  );
});
