import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectQuotations } from './detect';
import cases from './fixtures/detect-cases.json';

interface ExpectedQuotation {
  text: string;
  kind?: string;
  parts?: number;
  speaker?: string | null;
  name?: string | null;
  cue?: string | null;
  channel?: string | null;
}
interface DetectionCase {
  name: string;
  language?: string;
  text: string;
  quotations: ExpectedQuotation[];
  notQuotations?: { text: string; kind: string }[];
}

describe('detectQuotations', () => {
  it.each(cases as DetectionCase[])('$name', (example) => {
    const options = example.language ? { language: example.language } : {};
    const detection = detectQuotations(example.text, options);
    expect(detection.quotations.map(({ text }) => text)).toEqual(
      example.quotations.map(({ text }) => text),
    );
    expect(detection.notQuotations.map(({ text, kind }) => ({ text, kind }))).toEqual(
      example.notQuotations ?? [],
    );
    for (const [index, expected] of example.quotations.entries()) {
      const { kind, parts, speaker, cue, channel } = detection.quotations[index]!;
      const found: ExpectedQuotation = {
        text: expected.text,
        kind,
        parts: parts.length,
        speaker: speaker?.text ?? null,
        name: speaker?.name ?? null,
        cue: cue?.text ?? null,
        channel: channel?.text ?? null,
      };
      expect(found).toMatchObject(expected);
    }
  });

  it('takes the block quotations that the document marks', () => {
    const text =
      'The letter read:\n\nThe pier is safe.\n\nWe checked it “twice”.\n\nNobody objected.';
    const start = text.indexOf('The pier');
    const end = text.indexOf('\n\nNobody');
    const { quotations } = detectQuotations(text, { language: 'en', blocks: [{ start, end }] });
    expect(quotations).toHaveLength(1);
    expect(quotations[0]).toMatchObject({ kind: 'block', start, end });
    expect(quotations[0]?.speaker?.text).toBe('The letter');
  });

  it('gives every doubt a reason in words', () => {
    const { notQuotations } = detectQuotations(
      'The film “Northern Lights” was called “brave” once.',
    );
    expect(notQuotations).toHaveLength(2);
    for (const { reason } of notQuotations) expect(reason).toMatch(/\w+ \w+/);
  });

  it('is surer of a name in the text than of a pronoun it resolves', () => {
    const { quotations } = detectQuotations(
      '“The pier is safe,” said Deputy Mayor Ines Okafor.\n\n“We checked it,” she added.',
    );
    const [named, pronoun] = quotations.map(({ speaker }) => speaker!);
    expect([named!.name, pronoun!.name]).toEqual(['Ines Okafor', 'Ines Okafor']);
    expect(named!.confidence).toBeGreaterThan(pronoun!.confidence);
  });
});

/** A busy machine may take long over these; no test judges by the clock. */
const SLOW = 120_000;

/** Strings of words, names, verbs of saying, marks and breaks in any order. */
const scrambled = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'"“”„‟«»‹›\'‘’‚`「」『』'.split('')),
      fc.constantFrom(
        "''",
        '``',
        ',,',
        '\n',
        '\n\n',
        '\n— ',
        ', — сказал ',
        ' —dijo ',
        '`',
        '="',
        ' ',
        ', ',
        '. ',
        ': ',
        ' – ',
        '(',
        ')',
        '\u202f',
      ),
      fc.constantFrom('said ', ' she', ' he', 'Mayor ', 'Ines Okafor', 'told ', 'according to '),
      fc.constantFrom(
        'The ',
        'film ',
        'called ',
        ' and ',
        'U.S.',
        '12',
        ' who ',
        '> ',
        '🐟',
        'sagte ',
      ),
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
const language = fc.constantFrom(undefined, 'en', 'de', 'fr', 'es', 'ru', 'cs', 'ja', 'xx', '');

describe('detectQuotations, on any text', () => {
  it(
    'gives offsets that slice back, in order and apart',
    () => {
      fc.assert(
        fc.property(scrambled, language, (text, tag) => {
          const detection = detectQuotations(text, tag === undefined ? {} : { language: tag });
          for (const found of [...detection.quotations, ...detection.notQuotations]) {
            expect(found.text).toBe(text.slice(found.start, found.end));
          }
          // A nickname may stand in the attribution between two parts, never inside one.
          const stretches = [
            ...detection.quotations.flatMap(({ parts }) => parts),
            ...detection.notQuotations,
          ].sort((left, right) => left.start - right.start);
          let reached = 0;
          for (const { start, end } of stretches) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(end).toBeGreaterThan(start);
            reached = end;
          }
          for (const { start, end, parts, speaker, cue, channel } of detection.quotations) {
            let inside = start;
            for (const part of parts) {
              expect(part.start).toBeGreaterThanOrEqual(inside);
              expect(part.end).toBeGreaterThan(part.start);
              inside = part.end;
            }
            expect(parts[0]?.start).toBe(start);
            expect(inside).toBe(end);
            for (const span of [speaker, cue, channel]) {
              if (!span) continue;
              expect(span.text).toBe(text.slice(span.start, span.end));
              expect(span.end).toBeGreaterThan(span.start);
            }
            if (speaker) expect(speaker.confidence).toBeGreaterThan(0);
            if (speaker) expect(speaker.confidence).toBeLessThanOrEqual(1);
          }
        }),
        { numRuns: 600 },
      );
    },
    SLOW,
  );

  it(
    'ignores blocks that do not fit the text',
    () => {
      fc.assert(
        fc.property(
          scrambled,
          fc.array(fc.record({ start: fc.integer(), end: fc.integer() }), { maxLength: 4 }),
          (text, blocks) => {
            for (const { start, end, text: found } of detectQuotations(text, { blocks })
              .quotations) {
              expect(found).toBe(text.slice(start, end));
            }
          },
        ),
      );
    },
    SLOW,
  );

  it.each([
    '"',
    "'",
    '"a", b, ',
    'said and "x" and ',
    '“Word and more text here. ',
    'Capital ',
    'he said ',
    'The mayor spoke of it.\n',
    '— a, — b\n',
  ])('gets through 400 kB of %j', (piece) => getThrough(piece, 400_000), SLOW);

  it.each(["' ", '“‘«„', 'U.S. "A b" ', '> a\n', '"A b," he said. Ann Bee ', '( "a" ) (', '" '])(
    'gets through 200 kB of %j',
    (piece) => getThrough(piece, 200_000),
    SLOW,
  );

  it.each([
    ['de', 'des „Aa“ genannt, '],
    ['de', 'Er sagte „Aa bb“-Cc ('],
    ['ru', '— А б, — сказал он. — В г.\n'],
    ['es', '—A b —dijo él—. C.\n'],
    ['fr', '— A b, dit-il. C ?\n'],
    ['cs', '„A b,“ řekl „C“ '],
    ['ja', '「あ」と述べた'],
  ])(
    'gets through 200 kB of %s %j',
    (language, piece) => getThrough(piece, 200_000, language),
    SLOW,
  );

  it.each(['`', '` ', '`a ', "``a'' ", "`a' ", ',,', '="a b c" '])(
    'gets through 200 kB of %j, as typewriters and code write it',
    (piece) => getThrough(piece, 200_000),
    SLOW,
  );
});

/** What would take hours if the work grew with the square of the length. */
function getThrough(piece: string, length: number, language = 'en'): void {
  const { quotations } = detectQuotations(piece.repeat(length / piece.length), { language });
  for (const { start, end } of quotations.slice(-3)) expect(end).toBeGreaterThan(start);
}
