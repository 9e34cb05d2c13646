import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../text/fixtures/any-text';
import { indexSource } from '../align/align';
import {
  BAKERY,
  INTERVIEW,
  LIGHTHOUSE,
  type Stretch,
  stretchesOf,
} from '../align/fixtures/own-prose';
import { PERMISSIVE, STRICT } from './profile';
import { judgeQuotation } from './verdict';

const SOURCE = [LIGHTHOUSE, BAKERY, INTERVIEW].join('\n\n');
const index = indexSource(SOURCE);

/** Nobody quotes a speaker's label, or half of a number. */
const isQuotable = ({ text, start, end }: Stretch) =>
  !/\p{Lu}{2}/u.test(text) &&
  !/-/.test(SOURCE[start - 1]! + SOURCE[end]!) &&
  !NUMBERS.some((one) => contains(one, start) || contains(one, end));
const NUMBERS = [...SOURCE.matchAll(/\w+ hundred(?: and \w+)?/g)].map((match) => ({
  start: match.index,
  end: match.index + match[0].length,
}));
const contains = (stretch: { start: number; end: number }, at: number) =>
  at > stretch.start && at < stretch.end;
const BY_LENGTH = Array.from({ length: 36 }, (_, more) =>
  stretchesOf(SOURCE, 5 + more).filter(isQuotable),
);
const stretches = fc
  .tuple(fc.nat(BY_LENGTH.length - 1), fc.nat())
  .map(([length, at]): Stretch => BY_LENGTH[length]![at % BY_LENGTH[length]!.length]!);
const PROFILES = { strict: STRICT, permissive: PERMISSIVE };
const profiles = fc.constantFrom('strict' as const, 'permissive' as const);
const kinds = fc.constantFrom('spoken' as const, 'written' as const);

const key = (word: string | undefined) => word?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') ?? '';

/** One change of the words of a stretch, or null where it changes nothing. */
const CHANGES: Record<string, (words: string[], at: number) => string[] | null> = {
  replaced: (words, at) => words.with(at, 'xylophone'),
  'replaced by its neighbour': (words, at) =>
    key(words[at]) === key(words[at + 1]) ? null : words.with(at, words[at + 1]!),
  added: (words, at) => words.toSpliced(at, 0, 'quietly'),
  deleted: (words, at) => {
    // The first and the last word may go: what is left is a shorter quotation. A word that stands twice
    // is not missed.
    const inner = at > 0 && at < words.length - 1;
    const twice = key(words[at]) === key(words[at + 1]) || key(words[at]) === key(words[at - 1]);
    return inner && !twice && key(words[at]) !== '' ? words.toSpliced(at, 1) : null;
  },
  exchanged: (words, at) => {
    const [one, other] = [words[at]!, words[at + 1]];
    if (other === undefined || key(one) === key(other) || key(one) === '' || key(other) === '') {
      return null;
    }
    return words.with(at, other).with(at + 1, one);
  },
};

/** Hundreds of comparisons each: generous on a machine that has other work. */
const timeout = 60_000;

describe('a true quotation', { timeout }, () => {
  test('is verbatim, or has an editor look at how it was cut', () => {
    fc.assert(
      fc.property(stretches, profiles, kinds, (stretch, profile, kind) => {
        const { verdict, reasons } = judgeQuotation(
          {
            draft: `“${stretch.text.replace(/\s+/g, ' ')}”`,
            source: SOURCE,
            kind,
            profile: PROFILES[profile],
          },
          index,
        );
        const cut = ['negation-cut', 'cut-before-qualifier', 'crosses-speaker', 'force-changed'];
        return verdict === 'verbatim' || reasons.every((reason) => cut.includes(reason.code));
      }),
    );
  });

  test.each(Object.keys(CHANGES))('with one word %s is never verbatim nor permitted', (name) => {
    fc.assert(
      fc.property(stretches, fc.nat(), profiles, kinds, (stretch, place, profile, kind) => {
        const words = stretch.text.split(/\s+/);
        const draft = CHANGES[name]!(words, place % words.length)?.join(' ');
        // A change can make another true quotation of it.
        fc.pre(draft !== undefined && !isInSource(draft));
        const judgement = judgeQuotation(
          { draft: draft!, source: SOURCE, kind, profile: PROFILES[profile] },
          index,
        );
        // "four hundred twelve" says the same as "four hundred and twelve"; "um" says nothing.
        const harmless = ['filler-removed', 'repetition-removed', 'numeral-style'];
        const permitted = judgement.reasons.every((reason) => harmless.includes(reason.code));
        expect(['verbatim', ...(permitted ? [] : ['permitted'])]).not.toContain(judgement.verdict);
      }),
      { numRuns: 200 },
    );
  });

  test('against its own passage says the same as without one', () => {
    fc.assert(
      fc.property(stretches, kinds, (stretch, kind) => {
        const input = { draft: stretch.text, source: SOURCE, kind, profile: STRICT };
        const free = judgeQuotation(input, index);
        fc.pre(free.passages.length === 1);
        const linked = judgeQuotation({ ...input, passage: stretch }, index);
        expect(linked.verdict).toBe(free.verdict);
        expect(linked.passages).toEqual(free.passages);
      }),
    );
  });
});

const level = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const LEVEL_SOURCE = ` ${level(SOURCE)} `;
const isInSource = (draft: string) => LEVEL_SOURCE.includes(` ${level(draft)} `);

/** A quotation and a source that are any texts at all: often one is made of pieces of the other. */
const pairs = fc
  .tuple(anyText, anyText, anyText, fc.nat(4))
  .map(([one, two, three, how]): { draft: string | string[]; source: string } => {
    const source = one + two + three;
    const drafts = [one, two, `${one} … ${three}`, [one, three], `${one}[${two}]${three}`];
    return { draft: drafts[how]!, source: how === 0 ? two : source };
  });

describe('any texts', { timeout }, () => {
  test('no error; passages are stretches of the source; the diff has all of the draft', () => {
    fc.assert(
      fc.property(pairs, kinds, profiles, ({ draft, source }, kind, profile) => {
        const { passages, diff, verdict } = judgeQuotation({
          draft,
          source,
          kind,
          profile: PROFILES[profile],
        });
        expect(passages.every(isWithin(source))).toBe(true);
        const shown = diff
          .filter((segment) => segment.type !== 'removed')
          .map((segment) => segment.text)
          .join('');
        if (diff.length > 0) expect(letters([draft].flat().join(''))).toBe(letters(shown));
        expect(verdict).not.toBe('unlinked');
      }),
      { numRuns: 300 },
    );
  });

  test('with any passage: no error', () => {
    fc.assert(
      fc.property(pairs, fc.integer(), fc.integer(), ({ draft, source }, start, end) => {
        const judgement = judgeQuotation({
          draft,
          source,
          kind: 'spoken',
          profile: STRICT,
          passage: { start: start % 40, end: end % 40 },
        });
        return judgement.passages.every(isWithin(source));
      }),
      { numRuns: 300 },
    );
  });
});

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
const isWithin = (source: string) => (passage: { start: number; end: number }) =>
  passage.start >= 0 && passage.end > passage.start && passage.end <= source.length;
