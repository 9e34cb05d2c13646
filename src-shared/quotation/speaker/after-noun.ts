/*
 * Attributions after a quotation that have no verb of saying: "…" was the mayor's answer; "…," came
 * the reply from the mayor; "…" Those were the words of the mayor; described as "…" by the mayor.
 */
import { extendApposition } from './apposition';
import { isHuman } from './human';
import { type Match, mainSubject } from './match';
import { type PhraseRange, phraseRight, verbCueAt } from './phrase';
import { sentenceEnd, type Token } from './tokens';
import type { SpeakerWords } from './words-type';

const BE = /^(?:is|was|are|were|'s)$/u;
const POINTING = /^(?:that|this|those|these|such)$/u;
/** How far an attribution of this kind reaches, in tokens. */
const REACH = 30;

/** The noun attribution after the quotation at token `index`, or null. */
export function findNoun(
  tokens: readonly Token[],
  index: number,
  words: SpeakerWords,
): Match | null {
  if (words.language !== 'en') return null;
  let at = index + 1;
  if (tokens[at]?.text === ',') at += 1;
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  const limit = sentenceEnd(tokens, at, Math.min(tokens.length, at + REACH));
  if (first.lower === 'by') return findAgent(tokens, index, at, limit, words);
  if (/^(?:came|comes)$/u.test(first.lower)) return ofNoun(tokens, at, at + 1, limit, words);
  if (BE.test(first.lower)) {
    return ofNoun(tokens, at + 1, at + 1, limit, words) ?? howClause(tokens, at + 1, limit, words);
  }
  // The next sentence: "That was the verdict of …", "That is how … put it".
  const points = POINTING.test(first.lower) && BE.test(tokens[at + 1]?.lower ?? '');
  if (!points || first.sentence !== at) return null;
  const match =
    ofNoun(tokens, at + 2, at + 2, limit, words) ?? howClause(tokens, at + 2, limit, words);
  return match && { ...match, confidence: 0.75 };
}

/** "the verdict of Smith", "Smith's verdict", "the words used by Smith" at token `at`. */
function ofNoun(
  tokens: readonly Token[],
  cue: number,
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  for (let noun = at; noun < Math.min(limit, at + 7); noun += 1) {
    const token = tokens[noun];
    if (token?.kind !== 'word') return null;
    if (!words.speechNouns.has(token.lower)) continue;
    const owner = phraseRight(tokens, at, noun, words);
    const possessive = /'s?$/u.test(tokens[noun - 1]?.lower ?? '');
    const range = { first: cue, end: noun + 1 };
    if (possessive && owner && isHuman(tokens, { ...owner, end: noun }, null, words, true)) {
      const speaker = { first: owner.first, end: noun };
      return { speaker, cue: range, toldAt: -1, end: noun + 1, confidence: 0.8, possessive: true };
    }
    if (/^(?:his|her|their)$/u.test(tokens[at]?.lower ?? '')) {
      const speaker = { first: at, end: at + 1 };
      return { speaker, cue: range, toldAt: -1, end: noun + 1, confidence: 0.75 };
    }
    let of = noun + 1;
    if (/^(?:used|given|offered|sent|made)$/u.test(tokens[of]?.lower ?? '')) of += 1;
    if (!/^(?:of|from|by)$/u.test(tokens[of]?.lower ?? '')) return null;
    const speaker = phraseWithApposition(tokens, of + 1, limit, words);
    if (!speaker || !isHuman(tokens, speaker, null, words, true)) return null;
    return { speaker, cue: range, toldAt: -1, end: speaker.end, confidence: 0.85 };
  }
  return null;
}

/** "how Smith put it", "what Smith said". */
function howClause(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  if (!/^(?:how|what)$/u.test(tokens[at]?.lower ?? '')) return null;
  const subject = mainSubject(tokens, at + 1, limit, words);
  if (!subject || subject.first !== at + 1) return null;
  const verb =
    verbCueAt(tokens, subject.end, words) ?? words.cues.get(tokens[subject.end]?.lower ?? '');
  if (!verb) return null;
  const cue = { first: subject.end, end: subject.end + 1 };
  return { speaker: subject, cue, toldAt: -1, end: cue.end, confidence: 0.85 };
}

/** "was described as “…” *by Smith*": the agent of a passive verb before the quotation. */
function findAgent(
  tokens: readonly Token[],
  index: number,
  by: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  const floor = Math.max(tokens[index]?.sentence ?? 0, index - 12);
  for (let at = index - 1; at >= floor; at -= 1) {
    const token = tokens[at];
    const cue = words.cues.get(token?.lower ?? '');
    if (!token || cue?.form !== 'finite' || !/(?:ed|id|old|t)$/u.test(token.lower)) continue;
    const speaker = phraseWithApposition(tokens, by + 1, limit, words);
    if (!speaker || !isHuman(tokens, speaker, null, words, true)) return null;
    return {
      speaker,
      cue: { first: at, end: at + 1 },
      toldAt: -1,
      end: speaker.end,
      confidence: 0.85,
    };
  }
  return null;
}

function phraseWithApposition(
  tokens: readonly Token[],
  first: number,
  limit: number,
  words: SpeakerWords,
): PhraseRange | null {
  const phrase = phraseRight(tokens, first, limit, words, true);
  return phrase && { first, end: extendApposition(tokens, phrase, limit, words) };
}

/** ‘I was lucky’: Jane Doe, 60, talks about …: a headline or a caption. */
export function findCaption(
  tokens: readonly Token[],
  index: number,
  at: number,
  words: SpeakerWords,
): Match | null {
  if (words.language !== 'en' || index > 1) return null;
  const subject = mainSubject(tokens, at, Math.min(tokens.length, at + REACH), words);
  if (subject?.first !== at || !isHuman(tokens, subject, null, words)) return null;
  return { speaker: subject, cue: null, toldAt: -1, end: subject.end, confidence: 0.7 };
}
