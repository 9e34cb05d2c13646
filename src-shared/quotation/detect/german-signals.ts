/*
 * What German words around a stretch in quotation marks say of it.
 */
import type { Token } from '../speaker/tokens';
import type { SpeakerWords } from '../speaker/words-type';

/** So many words around a stretch tell whether its clause reports what somebody says. */
const CLAUSE = 10;

/**
 * Does the verb of the clause say that it is reported? German does so by its form: "sei „absurd“",
 * "„Absurd“ war in den Kommentaren zu lesen".
 */
export function isReported(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  if (words.reported.size === 0) return false;
  const sentence = tokens[index]?.sentence;
  for (let at = index - CLAUSE; at <= index + CLAUSE; at += 1) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence || token.kind !== 'word') continue;
    if (words.reported.has(token.lower)) return true;
    if (token.lower === 'rede' && at > index && tokens[at - 1]?.lower === 'die') return true;
    if (
      at > index &&
      token.lower === 'zu' &&
      /^(?:lesen|hören)$/u.test(tokens[at + 1]?.lower ?? '')
    )
      return true;
  }
  return false;
}

/** "Es *heißt*: „…“": somebody says so; but "Das Schiff heißt „…“". */
export function isImpersonal({ lower }: Token, before: Token | null): boolean {
  return (lower === 'heißt' || lower === 'hieß') && before?.lower === 'es';
}

/** "die „Zweitrunde“, *sprich* …", "ein „Bypass“, *also* eine Umleitung": a word that needs words. */
export function isExplained(tokens: readonly Token[], index: number): boolean {
  if (tokens[index + 1]?.text !== ',') return false;
  const word = tokens[index + 2]?.lower ?? '';
  if (word === 'sprich') return true;
  return word === 'also' && tokens[index + 3]?.kind === 'word';
}

/** "zur Volksinitiative „für Ehe und Familie“": some things have whole phrases for names. */
export function namesInitiative(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    before?.capital === true &&
    /(?:initiative|kampagne|begehren|petition|slogan)$/u.test(before.lower)
  );
}
