import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAKERY, INTERVIEW, LIGHTHOUSE } from '../align/fixtures/own-prose';
import { PERMISSIVE, STRICT } from './profile';
import { judgeQuotation } from './verdict';

/** A quotation and its source while they are edited: words that correspond, and where a part begins. */
interface Pair {
  draft: string[];
  source: string[];
  splitAt: number;
}

/** Sentences without labels, and without a number of several words: nobody puts a footnote into one.
 * Each is a list of words. */
const SENTENCES = [LIGHTHOUSE, BAKERY, INTERVIEW]
  .flatMap((prose) => prose.split(/(?<=[.!])\s+/))
  .filter((sentence) => !/\p{Lu}{2}|[:?"“]|hundred|-two|-four/u.test(sentence))
  .map((sentence) => sentence.trim().split(/\s+/))
  .filter((words) => words.length >= 9);

/** Words that an omission must not hide, and numbers. */
const WEIGHTY =
  /^(?:no|not|cannot|never|none|nobody|nothing|nowhere|neither|nor|without|hardly|scarcely|barely|only|if|unless|but|except|until|till|although|though|however|can|could|may|might|must|shall|should|will|would|ought|need|almost|nearly|perhaps|probably|usually|sometimes|seldom|rarely|mostly|likely|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|dozen|first|second|third)\b|n['’]t\b|['’](?:d|ll)\b|\d/i;
const PLAIN = /^\p{Ll}{4,}$/u;

/** What may be done to a true quotation, or be found in its source. Null where it does not fit. */
const EDITS: Record<string, (pair: Pair, at: number) => Pair | null> = {
  'a footnote mark': (pair, at) => inSource(pair, at, (word) => `${word}[12]`),
  'a raised note number': (pair, at) =>
    PLAIN.test(pair.source[at]!) ? inSource(pair, at, (word) => `${word}⁷`) : null,
  emphasis: (pair, at) => inSource(pair, at, (word) => `**${word}**`),
  'a line end': (pair, at) => inSource(pair, at, (word) => `${word}\n`),
  'a hyphen at a line end': (pair, at) =>
    /^\p{Ll}{8,}$/u.test(pair.source[at]!)
      ? inSource(pair, at, (word) => `${word.slice(0, 4)}-\n${word.slice(4)}`)
      : null,
  'a soft hyphen': (pair, at) =>
    PLAIN.test(pair.source[at]!)
      ? inSource(pair, at, (word) => `${word.slice(0, 2)}\u00AD${word.slice(2)}`)
      : null,
  'a long s': (pair, at) => inSource(pair, at, (word) => word.replace(/s(?=\p{Ll})/gu, 'ſ')),
  'a ligature': (pair, at) => inSource(pair, at, (word) => word.replace('fi', 'ﬁ')),
  'other apostrophes': (pair, at) => inDraft(pair, at, (word) => word.replace(/'/g, '’')),
  'an ellipsis': (pair, at) => omitted(pair, at, '…'),
  'an ellipsis in brackets': (pair, at) => omitted(pair, at, '[...]'),
  'spaced points': (pair, at) => omitted(pair, at, '. . .'),
  'an insertion': (pair, at) => inDraft(pair, at, (word) => `[the harbour] ${word}`),
  'a replacement': (pair, at) =>
    WEIGHTY.test(pair.draft[at]!) || !PLAIN.test(pair.draft[at]!)
      ? null
      : inDraft(pair, at, () => '[the place]'),
  sic: (pair, at) =>
    PLAIN.test(pair.draft[at]!) ? inDraft(pair, at, (word) => `${word} [sic]`) : null,
  'a laugh': (pair, at) => inDraft(pair, at, (word) => `[laughs] ${word}`),
  'a letter in brackets': (pair) =>
    inDraft(pair, 0, (word) => `[${(word[0] ?? '').toLowerCase()}]${word.slice(1)}`),
  'a small letter': (pair) =>
    inDraft(pair, 0, (word) => `${(word[0] ?? '').toLowerCase()}${word.slice(1)}`),
  'an attribution': (pair, at) => (pair.splitAt > 0 ? null : { ...pair, splitAt: at }),
};

function inSource(pair: Pair, at: number, edit: (word: string) => string): Pair {
  return { ...pair, source: pair.source.with(at, edit(pair.source[at]!)) };
}

function inDraft(pair: Pair, at: number, edit: (word: string) => string): Pair {
  return { ...pair, draft: pair.draft.with(at, edit(pair.draft[at]!)) };
}

/** Leaves out a word, and puts the mark for it in its place. */
function omitted(pair: Pair, at: number, mark: string): Pair | null {
  if (at < 1 || at > pair.draft.length - 2) return null;
  return WEIGHTY.test(pair.draft[at]!) ? null : inDraft(pair, at, () => mark);
}

function judged(pair: Pair, kind: 'spoken' | 'written', profile: typeof STRICT) {
  const parts =
    pair.splitAt > 0
      ? [pair.draft.slice(0, pair.splitAt), pair.draft.slice(pair.splitAt)]
      : [pair.draft];
  return judgeQuotation({
    draft: parts.map((words) => `“${words.join(' ')}”`),
    source: `The meeting went on for an hour. ${pair.source.join(' ')} Then everybody left.`,
    kind,
    profile,
  });
}

const sentences = fc.nat(SENTENCES.length - 1).map((at) => SENTENCES[at]!);
const edits = fc.constantFrom(...Object.keys(EDITS));
const kinds = fc.constantFrom('spoken' as const, 'written' as const);
const PROFILES = { strict: STRICT, permissive: PERMISSIVE };
const profiles = fc.constantFrom('strict' as const, 'permissive' as const);
/** Edits that touch each other can make something else of each other. */
const APART = 3;
const timeout = 60_000;

describe('a true quotation', { timeout }, () => {
  test('with any one or two permitted edits is accepted', () => {
    fc.assert(
      fc.property(
        sentences,
        edits,
        edits,
        fc.nat(),
        fc.nat(),
        kinds,
        profiles,
        (words, one, other, first, second, kind, profile) => {
          const at = 1 + (first % (words.length - 2));
          const and = 1 + (second % (words.length - 2));
          fc.pre(Math.abs(at - and) >= APART || one === other);
          const whole: Pair = { draft: words, source: words, splitAt: 0 };
          const once = EDITS[one]!(whole, at);
          fc.pre(once !== null);
          const twice = one === other ? once : EDITS[other]!(once!, and);
          fc.pre(twice !== null);
          const { verdict, reasons } = judged(twice!, kind, PROFILES[profile]);
          expect({ verdict, reasons }).toEqual(
            expect.objectContaining({ verdict: expect.stringMatching(/^(?:verbatim|permitted)$/) }),
          );
        },
      ),
      { numRuns: 800 },
    );
  });

  /** What turns the meaning, beside any permitted edit. */
  const TURNS: Record<string, (words: string[], at: number) => [string[], string[]] | null> = {
    'a dropped not': (words, at) => [words, words.toSpliced(at, 0, 'not')],
    'an added not': (words, at) => [words.toSpliced(at, 0, 'not'), words],
    'another number': (words, at) => [words.toSpliced(at, 0, '48'), words.toSpliced(at, 0, '84')],
    'another modal': (words, at) => [words.toSpliced(at, 0, 'will'), words.toSpliced(at, 0, 'may')],
    'a dropped qualifier': (words, at) => [words, words.toSpliced(at, 0, 'almost')],
    'another word': (words, at) => [
      words.toSpliced(at, 0, 'hostile'),
      words.toSpliced(at, 0, 'friendly'),
    ],
  };

  test.each(Object.keys(TURNS))('with %s and any permitted edit is not accepted', (turn) => {
    fc.assert(
      fc.property(
        sentences,
        edits,
        fc.nat(),
        fc.nat(),
        kinds,
        profiles,
        (words, edit, first, second, kind, profile) => {
          const turnAt = 2 + (first % (words.length - 4));
          const at = 1 + (second % (words.length - 2));
          fc.pre(Math.abs(at - turnAt) >= APART && !WEIGHTY.test(words[turnAt - 1]!));
          const [draft, source] = TURNS[turn]!(words, turnAt)!;
          // Edits go by word number: where the turn made the lists unequal they stay before it.
          fc.pre(draft.length === source.length || at < turnAt);
          const edited = EDITS[edit]!({ draft, source, splitAt: 0 }, at);
          fc.pre(edited !== null);
          const { verdict } = judged(edited!, kind, PROFILES[profile]);
          expect(['verbatim', 'permitted']).not.toContain(verdict);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('time', { timeout }, () => {
  const PIECES = [
    '[',
    '[a',
    'a[b]c',
    '(a) ',
    '. . a ',
    'f---',
    '“',
    '1.',
    'A: ',
    'Abc ',
    'hundertund ',
    'a … b ',
  ];

  test.each(PIECES)('grows with the length of the texts alone: %s', (piece) => {
    const took = (length: number) => {
      const text = piece.repeat(length / piece.length);
      const from = performance.now();
      judgeQuotation({ draft: text, source: text, kind: 'spoken', profile: STRICT });
      return performance.now() - from;
    };
    took(2_000);
    // Ten times the text takes less than sixty times as long; what is quadratic takes a hundred times.
    const most = 60 * Math.max(10, took(20_000));
    // Once more where something else held the machine up.
    const times = [took(200_000)];
    while (times.length < 4 && Math.min(...times) >= most) times.push(took(200_000));
    expect(Math.min(...times)).toBeLessThan(most);
  });
});
