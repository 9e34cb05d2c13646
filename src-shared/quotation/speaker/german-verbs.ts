/*
 * German attributions by a verb of saying in the sentence of a quotation: before it ("Beck sagte: …"),
 * or around it ("Beck hatte den Plan als „falsch“ bezeichnet").
 */
import { extendApposition } from './apposition';
import { cueHolds } from './cue-holds';
import {
  clauseEnd,
  clauseStart,
  germanSubject,
  isBreak,
  isSpeechVerb,
  opensClause,
  REACH,
} from './german-clause';
import { Fit, nounPhraseAt, nounPhrases } from './german-nouns';
import type { Match } from './match';
import type { PhraseRange } from './phrase';
import type { Token } from './tokens';
import { endingWith, type SpeakerWords } from './words-type';

/** Verbs that quote only what stands beside them: "freut sich über den „Bambi“" does not. */
const FEELING = /^(?:ge)?(?:freu|ärger|wunder|lach|reagier|zeig|bemüh|überleg|seh|sah|sieh)/u;
/** What somebody says, by a noun: "die *Aussagen* von Beck". */
const SPEECH_NOUN = endingWith(
  `aussage aussagen forderung ankündigung behauptung warnung äußerung äußerungen worte worten vorwurf
  vorwürfe versprechen zusage einschätzung appell erklärung kritik`,
);

/**
 * The attribution before token `index` (a quotation, or the end of a sentence) whose verb stands
 * before it too: "Der Minister sagte: …", "Gestern hatte Beck gesagt, …".
 */
export function germanBefore(
  tokens: readonly Token[],
  at: number,
  floor: number,
  index: number,
  words: SpeakerWords,
): Match | null {
  if (!isSpeechVerb(tokens, at, words) || !cueHolds(tokens, at, words)) return null;
  // "Er sah keinen Grund, darauf zu *reagieren*, und …": an infinitive leads only to what is next.
  const next = tokens[at + 1]?.text ?? '';
  const leads = at + 1 === index || next === ':' || (next === ',' && at + 2 === index);
  if (tokens[at - 1]?.lower === 'zu' && !leads && tokens[at + 2]?.lower !== 'dass') return null;
  if (!leads && isReportedClause(tokens, at, floor, index, words)) return null;
  const subject = germanSubject(tokens, at, floor, index, words);
  if (!subject) return null;
  return toMatch(tokens, subject, at, index, words);
}

/** "man *dürfe* niemandem Absicht unterstellen": told of in reported speech, and no report itself. */
function isReportedClause(
  tokens: readonly Token[],
  verb: number,
  floor: number,
  index: number,
  words: SpeakerWords,
): boolean {
  const end = clauseEnd(tokens, verb, index, words);
  for (let at = clauseStart(tokens, verb, floor, words); at < end; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && !token.capital && words.reported.has(token.lower)) return true;
  }
  return false;
}

function toMatch(
  tokens: readonly Token[],
  speaker: PhraseRange,
  verb: number,
  index: number,
  words: SpeakerWords,
): Match {
  const after = Math.max(verb + 1, speaker.end);
  const introduced = tokens[index - 1]?.text === ':' && after < index;
  const reporting = words.cues.get(tokens[verb]?.lower ?? '')?.reporting !== false;
  return {
    speaker,
    cue: { first: verb, end: verb + 1 },
    toldAt: -1,
    end: introduced ? index - 1 : after,
    confidence: reporting ? 0.9 : 0.85,
  };
}

/** "…, so Beck: „…“" at token `at`: the phrase right after it speaks. */
export function germanSo(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  if (tokens[at]?.lower !== 'so' || tokens[at]?.capital) return null;
  if (!isBreak(tokens, at - 1) && tokens[at - 1]?.kind !== 'quotation') return null;
  const [phrase] = nounPhrases(tokens, at + 1, Math.min(limit, at + 20), words);
  if (!phrase || phrase.first !== at + 1 || phrase.oblique) return null;
  const end = extendApposition(tokens, phrase, limit, words);
  const speaker = { first: phrase.first, end };
  return { speaker, cue: { first: at, end: at + 1 }, toldAt: -1, end, confidence: 0.9 };
}

/**
 * The attribution of a quotation by the verb of its own clause, which stands after it: "Der Minister
 * hatte den Plan als „falsch“ *bezeichnet*", "Von einem „Skandal“ *sprach* Beck".
 */
export function germanAround(
  tokens: readonly Token[],
  index: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  const floor = Math.max(tokens[index]?.sentence ?? 0, index - REACH);
  for (let at = index + 1; at < Math.min(limit, index + REACH); at += 1) {
    const token = tokens[at];
    if (isBreak(tokens, at)) return null;
    if (!isSpeechVerb(tokens, at, words) || token?.capital) continue;
    const next = tokens[at + 1];
    const joins = words.conjunctions.has(next?.lower ?? '');
    const last = next === undefined || isBreak(tokens, at + 1) || joins || next.sentence === at + 1;
    // "Von einem „Skandal“ *sprach* Beck": the quotation's phrase opens the clause.
    const second =
      at === index + 1 && !last && (tokens[index - 1]?.kind === 'word' || index === floor);
    if (!(last || second) || !cueHolds(tokens, at, words)) continue;
    const asWhat = /^(?:als|für)$/u.test(tokens[index - 1]?.lower ?? '');
    if (!asWhat && FEELING.test(token?.lower ?? '')) continue;
    // A verb at the end of its clause has its subject before it.
    const subject = last
      ? germanSubject(tokens, at, floor, at + 1, words)
      : (germanSubject(tokens, at, at, limit, words) ??
        germanSubject(tokens, at, floor, limit, words));
    if (!subject) return null;
    const end = Math.max(at + 1, subject.end);
    const cue = { first: at, end: at + 1 };
    return { speaker: subject, cue, toldAt: -1, end, confidence: 0.85 };
  }
  return null;
}

/**
 * Does a clause end between a match before a quotation and the quotation, so that its verb may not
 * reach it? `own` is the match of a verb behind the quotation, whose subject tells of a clause too.
 */
export function isCutOff(
  tokens: readonly Token[],
  match: Match,
  own: Match,
  index: number,
  words: SpeakerWords,
): boolean {
  const { first } = own.speaker;
  if (first >= match.end && first < index && first > (match.cue?.first ?? index)) return true;
  for (let at = Math.max(match.end, match.cue?.end ?? 0); at < index; at += 1) {
    if (isBreak(tokens, at)) return true;
    const joins = /^(?:und|oder|aber)$/u.test(tokens[at]?.lower ?? '');
    if (joins && opensClause(tokens, at + 1, words)) return true;
  }
  return false;
}

/** "die Aussagen *von Beck*, das „bald“ zu tun", "der Vorwurf *der Ministerin*": the owner speaks. */
export function germanSpeechNoun(
  tokens: readonly Token[],
  at: number,
  index: number,
  words: SpeakerWords,
): Match | null {
  const noun = tokens[at];
  if (!noun?.capital || !SPEECH_NOUN.test(noun.lower)) return null;
  const von = tokens[at + 1]?.lower === 'von';
  if (!von && !/^(?:der|des)$/u.test(tokens[at + 1]?.lower ?? '')) return null;
  const owner = nounPhraseAt(tokens, von ? at + 2 : at + 1, index, words, 'von');
  const last = tokens[(owner?.end ?? 1) - 1];
  const named = owner?.bare && von && owner.fit > Fit.thing && last?.capital;
  if (!owner || !(owner.fit >= Fit.person || named)) return null;
  const cue = { first: at, end: at + 1 };
  const speaker = { first: owner.first, end: owner.end };
  return { speaker, cue, toldAt: -1, end: owner.end, confidence: 0.7 };
}
