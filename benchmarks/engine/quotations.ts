import {
  addBrackets,
  addNoise,
  changeTypography,
  changeWords,
  dropSilently,
  Fabricator,
  leaveOut,
} from './alterations';
import type { Random } from './random';
import { cutStretch, isUnspaced, joinWords, Occurrences, type Stretch, wordsOf } from './stretches';

export const KINDS = [
  'unaltered',
  'typography',
  'ellipsis',
  'brackets',
  'noise',
  'changed words',
  'all together',
] as const;
export const HARD_KINDS = [
  'heavy noise',
  'a third changed',
  'two ellipses',
  'silent drops',
] as const;
export const ABSENT_KINDS = ['absent', 'fabricated', 'fabricated alike'] as const;

export type Kind = (typeof KINDS)[number];
export type HardKind = (typeof HARD_KINDS)[number];
export type AbsentKind = (typeof ABSENT_KINDS)[number];

/** A quotation made from a text, with the place that it was made from. */
export interface MadeQuotation {
  kind: Kind | HardKind | AbsentKind;
  text: string;
  /** How many words it was cut with. */
  words: number;
  /** UTF-16 code units of the source; null if it is not there. */
  place: { start: number; end: number } | null;
}

export interface MakerOptions {
  /** Errors for each character of the kind `noise`: from and to. */
  noise?: readonly [number, number];
}

const SHORTEST = 5;
const LONGEST = 80;
const MOST_TRIES = 400;
/** Chinese and Japanese: about two characters make a word. */
const UNSPACED_CHARACTERS_PER_WORD = 2;
/** Pairs of words of a smaller text would fabricate what it says itself. */
const LARGE = 500_000;

/** Makes quotations of 5 to 80 words from a source, and others that are not in it. */
export class QuotationMaker {
  private readonly occurrences: Occurrences;
  private readonly vocabulary: string[];
  private readonly characters: string[];
  private readonly ownFabricator: Fabricator;
  private readonly otherFabricator: Fabricator;
  private readonly noise: readonly [number, number];
  private readonly charactersPerWord: number;

  /** `others`: a text of the same kind and language that shares nothing with the source. */
  constructor(
    private readonly source: string,
    private readonly others: string,
    private readonly random: Random,
    { noise = [0.01, 0.05] }: MakerOptions = {},
  ) {
    this.occurrences = new Occurrences(source);
    const words = wordsOf(source.slice(0, 200_000));
    this.vocabulary = words.flatMap((word) => {
      const letters = word.replace(/[^\p{L}]/gu, '');
      return letters.length > 1 || isUnspaced(letters) ? [letters] : [];
    });
    this.characters = words.filter(isUnspaced).map((word) => word.charAt(0));
    this.ownFabricator = new Fabricator(source, source.length > LARGE ? 2 : 1);
    this.otherFabricator = new Fabricator(others, 2);
    this.noise = noise;
    const unspaced = this.characters.length > words.length / 2;
    this.charactersPerWord = unspaced ? UNSPACED_CHARACTERS_PER_WORD : 1;
  }

  /** A quotation of this kind; null where the source is too small or too repetitive for one. */
  make(kind: MadeQuotation['kind']): MadeQuotation | null {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const words = this.drawLength(kind);
      const made = isAbsent(kind) ? this.makeAbsent(kind, words) : this.makeFrom(kind, words);
      if (made) return { kind, words, ...made };
    }
    return null;
  }

  private drawLength(kind: MadeQuotation['kind']): number {
    const words = SHORTEST * (LONGEST / SHORTEST) ** this.random.next();
    const drawn = Math.round(words * this.charactersPerWord);
    if (kind === 'two ellipses') return Math.max(drawn, 18);
    return kind === 'ellipsis' || kind === 'silent drops' ? Math.max(drawn, 10) : drawn;
  }

  private makeAbsent(kind: AbsentKind, count: number): { text: string; place: null } | null {
    let text = '';
    if (kind === 'fabricated') text = this.otherFabricator.make(this.random, count);
    else if (kind === 'fabricated alike') text = this.ownFabricator.make(this.random, count);
    else text = joinWords(cutStretch(this.others, this.random, count)?.words ?? []);
    return text !== '' && this.occurrences.count(text) === 0 ? { text, place: null } : null;
  }

  private makeFrom(
    kind: Kind | HardKind,
    count: number,
  ): { text: string; place: { start: number; end: number } } | null {
    const { random } = this;
    const first = this.dropCount(kind, count);
    const second = kind === 'two ellipses' ? random.whole(10, 60) : 0;
    const stretch = cutStretch(this.source, random, count + first + second);
    if (!stretch || !this.isUnique(stretch, first > 0)) return null;
    const text = this.alter(kind, stretch, first, second);
    const whole = joinWords(stretch.words);
    if (kind !== 'unaltered' && kind !== 'typography' && text === whole) return null;
    return { text, place: { start: stretch.start, end: stretch.end } };
  }

  /** How many words the first ellipsis leaves out. */
  private dropCount(kind: Kind | HardKind, count: number): number {
    if (kind === 'two ellipses') return this.random.whole(10, 60);
    const drops = kind === 'ellipsis' || (kind === 'all together' && count >= 20);
    return drops ? this.random.whole(3, 30) : 0;
  }

  /** Other places must not fit as well: where something is left out, one of the ends has to do. */
  private isUnique({ words }: Stretch, shortened: boolean): boolean {
    if (!shortened) return this.occurrences.count(joinWords(words)) === 1;
    return [words.slice(0, 7), words.slice(-7)].some(
      (end) => this.occurrences.count(joinWords(end)) === 1,
    );
  }

  private alter(kind: Kind | HardKind, { words }: Stretch, first: number, second: number): string {
    const { random, vocabulary, characters } = this;
    const whole = joinWords(words);
    const count = words.length - first - second;
    const [least, most] = kind === 'heavy noise' ? [0.05, 0.12] : this.noise;
    const rate = least + (most - least) * random.next();
    switch (kind) {
      case 'unaltered':
        return whole;
      case 'typography':
        return changeTypography(whole, random);
      case 'ellipsis':
        return leaveOut(words, random, random.whole(4, Math.max(4, count - 4)), first);
      case 'brackets':
        return joinWords(addBrackets(words, random));
      case 'noise':
      case 'heavy noise':
        return addNoise(whole, random, rate, characters);
      case 'changed words': {
        const changes = random.whole(1, count < 10 ? 1 : count < 20 ? 2 : 3);
        return joinWords(changeWords(words, random, changes, vocabulary));
      }
      case 'a third changed': {
        const changes = Math.max(1, Math.round(count * 0.3));
        return joinWords(changeWords(words, random, changes, vocabulary));
      }
      case 'silent drops':
        return joinWords(dropSilently(words, random));
      case 'two ellipses': {
        const third = Math.floor(count / 3);
        const rest = leaveOut(words.slice(third + first), random, third, second);
        return leaveOut([...words.slice(0, third + first), rest], random, third, first);
      }
      case 'all together': {
        const left = random.whole(4, Math.max(4, count - 4));
        // The ellipsis itself is not misread.
        const noisy = words.map((word) => addNoise(word, random, 0.01, characters));
        const shortened = first > 0 ? leaveOut(noisy, random, left, first) : joinWords(noisy);
        return changeTypography(joinWords(addBrackets(wordsOf(shortened), random)), random);
      }
    }
  }
}

export function isAbsent(kind: MadeQuotation['kind']): kind is AbsentKind {
  return (ABSENT_KINDS as readonly string[]).includes(kind);
}
