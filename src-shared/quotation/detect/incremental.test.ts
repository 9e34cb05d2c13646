import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectQuotations } from './detect';
import { type ArticleParagraph, createDetector, layOut } from './incremental';

const SLOW = 120_000;

const ARTICLE: ArticleParagraph[] = [
  { kind: 'headline', text: 'Mayor calls pier “a danger”' },
  { kind: 'standfirst', text: 'Harbour to close for ‘at least’ a month' },
  {
    kind: 'paragraph',
    text: 'Mayor Ines Okafor closed the pier on Monday. “The pier is not safe,” she said, “and it never was.”',
  },
  { kind: 'paragraph', text: 'Owen Pryce, the harbourmaster, said: “We told them in May.' },
  { kind: 'paragraph', text: '“We told them again in June.”' },
  { kind: 'quote', quote: 0, text: 'The board has read your letter.' },
  { kind: 'quote', quote: 0, text: 'It will “not” answer it.' },
  {
    kind: 'paragraph',
    text: 'The film "Low Tide" was shot there in the \'90s, by Tom “Shrimp” Pascoe.',
  },
  {
    kind: 'paragraph',
    text: 'The mayor said the work would cost 84,000.\nShe called it "money well spent".',
  },
  { kind: 'paragraph', text: '' },
];

function wholeOf(paragraphs: readonly ArticleParagraph[], language?: string) {
  const { text, blocks, breaks } = layOut(paragraphs);
  return detectQuotations(text, { ...(language ? { language } : {}), blocks, breaks });
}

describe('createDetector', () => {
  it('finds what is found in the whole text', () => {
    const found = createDetector({ language: 'en' }).detect(ARTICLE);
    expect(found).toEqual(wholeOf(ARTICLE, 'en'));
    expect(found.quotations.map(({ kind }) => kind)).toContain('block');
    expect(found.quotations.length).toBeGreaterThan(4);
  });

  it('never lets a quotation run out of the headline', () => {
    const { quotations } = createDetector({ language: 'en' }).detect([
      { kind: 'headline', text: 'Okafor: “The pier is not safe' },
      { kind: 'paragraph', text: '“We told them,” said Owen Pryce.' },
    ]);
    expect(quotations.map(({ text }) => text)).toEqual([
      '“The pier is not safe',
      '“We told them,”',
    ]);
  });

  it('tells apart paragraphs that read the same', () => {
    const twice = { kind: 'paragraph', text: '“The pier is safe,” said Ines Okafor.' };
    const detector = createDetector({ language: 'en' });
    detector.detect([twice, twice]);
    const { quotations } = detector.detect([
      { kind: 'paragraph', text: 'New.' },
      twice,
      twice,
      twice,
    ]);
    expect(quotations.map(({ start }) => start)).toEqual([6, 45, 84]);
  });

  it('finds a name anew where it appears in another paragraph', () => {
    const detector = createDetector({ language: 'en' });
    const said = { kind: 'paragraph', text: '“The pier is safe,” Okafor said.' };
    const before = detector.detect([{ kind: 'paragraph', text: 'The mayor came.' }, said]);
    const after = detector.detect([{ kind: 'paragraph', text: 'Mayor Ines Okafor came.' }, said]);
    expect(before.quotations[0]?.speaker?.name).not.toBe('Ines Okafor');
    expect(after.quotations[0]?.speaker?.name).toBe('Ines Okafor');
  });
});

/** What an editor does to an article: one step changes a paragraph or two. */
const piece = fc.oneof(
  fc.constantFrom(...'“”„"‘’\'«»「」.,:?> \n'.split('')),
  fc.constantFrom('said ', ' she said', 'Ines Okafor', 'Okafor ', 'the mayor ', '“Yes,” ', ' he '),
  fc.string({ maxLength: 3 }),
);
const place = fc.nat({ max: 200 });
const step = fc.oneof(
  fc.record({ do: fc.constant('type' as const), at: place, where: place, text: piece }),
  fc.record({ do: fc.constant('delete' as const), at: place, where: place, count: fc.nat(12) }),
  fc.record({ do: fc.constant('split' as const), at: place, where: place }),
  fc.record({ do: fc.constant('join' as const), at: place }),
  fc.record({ do: fc.constant('swap' as const), at: place }),
  fc.record({ do: fc.constant('copy' as const), at: place, to: place }),
  fc.record({ do: fc.constant('remove' as const), at: place }),
  fc.record({ do: fc.constant('quote' as const), at: place, quote: fc.constantFrom(0, 1, -1) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function edit(article: readonly ArticleParagraph[], change: Step): ArticleParagraph[] {
  const edited = [...article];
  const at = change.at % edited.length;
  const paragraph = edited[at]!;
  const { text } = paragraph;
  const where = 'where' in change ? change.where % (text.length + 1) : 0;
  switch (change.do) {
    case 'type':
      edited[at] = { ...paragraph, text: text.slice(0, where) + change.text + text.slice(where) };
      break;
    case 'delete':
      edited[at] = { ...paragraph, text: text.slice(0, where) + text.slice(where + change.count) };
      break;
    case 'split':
      edited.splice(
        at,
        1,
        { ...paragraph, text: text.slice(0, where) },
        { ...paragraph, text: text.slice(where) },
      );
      break;
    case 'join':
      if (at > 0) edited.splice(at - 1, 2, { ...paragraph, text: edited[at - 1]!.text + text });
      break;
    case 'swap':
      if (at > 0) edited.splice(at - 1, 2, paragraph, edited[at - 1]!);
      break;
    case 'copy':
      edited.splice(change.to % edited.length, 0, paragraph);
      break;
    case 'remove':
      if (edited.length > 1) edited.splice(at, 1);
      break;
    default: {
      const { quote: _former, ...plain } = paragraph;
      edited[at] =
        change.quote < 0
          ? { ...plain, kind: 'paragraph' }
          : { ...plain, kind: 'quote', quote: change.quote };
    }
  }
  return edited;
}

it.each([['en'], ['de'], [undefined]])(
  'finds the same as in the whole text after any edits, language %s',
  (language) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const detector = createDetector(language ? { language } : {});
        let article: ArticleParagraph[] = ARTICLE;
        detector.detect(article);
        for (const change of steps) {
          article = edit(article, change);
          expect(detector.detect(article)).toEqual(wholeOf(article, language));
        }
      }),
      { numRuns: 250 },
    );
  },
  SLOW,
);
