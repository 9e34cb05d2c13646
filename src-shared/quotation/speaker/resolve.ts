/*
 * From the phrase that attributes a quotation to a person of the article. Open where the text
 * leaves it open: a name given here is shown as fact, with its confidence.
 */
import type { Span } from '../../model/span';
import { isParticle, type Mention, nameInRun, type People, type Person, surnameOf } from './people';
import { isPronoun, type PhraseRange } from './phrase';
import { OUTLET_WORDS, OUTLETS, PLACES } from './places';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

export interface Resolved {
  name: string | null;
  confidence: number;
}

const OPEN: Resolved = { name: null, confidence: 1 };

/** The person that a speaker phrase names outright ("Prime Minister Jane Roe", "Roe"), or null. */
export function nameInPhrase(
  tokens: readonly Token[],
  range: PhraseRange,
  people: People,
  words: SpeakerWords,
): Resolved | null {
  for (const chunk of chunksOf(tokens, range)) {
    const named = nameInChunk(tokens, chunk, people, words);
    if (named) return named;
  }
  return null;
}

/** The phrase cut at its commas: the head first, then what stands beside it. */
function chunksOf(tokens: readonly Token[], range: PhraseRange): PhraseRange[] {
  const chunks: PhraseRange[] = [];
  let first = range.first;
  let depth = 0;
  for (let at = range.first; at <= range.end; at += 1) {
    const text = at < range.end ? tokens[at]?.text : ',';
    if (text === '(' || text === '[') depth += 1;
    else if (text === ')' || text === ']') depth -= 1;
    else if (text === ',' && (depth === 0 || at === range.end)) {
      if (at > first) chunks.push({ first, end: at });
      first = at + 1;
    }
  }
  return chunks;
}

function nameInChunk(
  tokens: readonly Token[],
  chunk: PhraseRange,
  people: People,
  words: SpeakerWords,
): Resolved | null {
  let best: Resolved | null = null;
  let at = chunk.first;
  while (at < chunk.end) {
    if (!tokens[at]?.capital || isArticle(tokens[at], words)) {
      at += 1;
      continue;
    }
    const first = at;
    while (at < chunk.end && continuesRun(tokens, at, chunk.end, words)) at += 1;
    if (at < chunk.end && isModified(tokens[at], words)) continue;
    const run = tokens.slice(first, at).filter((token) => token.kind === 'word');
    const joined = first > chunk.first && isConjunction(tokens[first - 1], words);
    const joins = at < chunk.end && isConjunction(tokens[at], words) && tokens[at + 1]?.capital;
    // "Tarn and Vale": two people or a firm, in no case one person.
    if ((joined && run.length < 3) || (joins && first === chunk.first)) return null;
    const before = first > chunk.first ? tokens[first - 1] : undefined;
    // "Minister for Food and Farming Jane Roe": what is joined is governed too.
    const governed = before !== undefined && (joined || governs(tokens, first, chunk.first, words));
    const determined = first > chunk.first && isArticle(tokens[first - 1], words);
    const named = nameOfRun(run, determined, governed, people, words);
    if (named) best = named;
  }
  return best;
}

function isConjunction(token: Token | undefined, words: SpeakerWords): boolean {
  return token?.kind === 'word' || token?.text === '&'
    ? words.conjunctions.has(token.lower)
    : false;
}

function isArticle(token: Token | undefined, words: SpeakerWords): boolean {
  return token !== undefined && words.determiners.has(token.lower);
}

function continuesRun(
  tokens: readonly Token[],
  at: number,
  end: number,
  words: SpeakerWords,
): boolean {
  const token = tokens[at];
  if (token?.capital) return true;
  const nickname = token?.kind === 'quotation' && tokens[at + 1]?.capital === true;
  const inName =
    token?.kind === 'word' && (isParticle(token.lower, words) || /^(?:al|el)-/u.test(token.lower));
  if (token && inName && /^(?:al|el)-/u.test(token.lower)) return true;
  return (nickname || inName) && at + 1 < end && tokens[at + 1]?.capital === true;
}

/** "the *Kremlin* spokesman": a name before a common noun only describes it. */
function isModified(token: Token | undefined, words: SpeakerWords): boolean {
  if (token?.kind !== 'word' || token.capital) return false;
  return !words.linking.has(token.lower) && !words.conjunctions.has(token.lower);
}

/** "a spokesman *for* Roe", "head of *the* Roe Institute": the name belongs to something else. */
function governs(
  tokens: readonly Token[],
  first: number,
  floor: number,
  words: SpeakerWords,
): boolean {
  for (let at = first - 1; at >= Math.max(floor, first - 2); at -= 1) {
    const token = tokens[at];
    if (token && words.linking.has(token.lower)) return true;
    if (!isArticle(token, words)) return false;
  }
  return false;
}

function nameOfRun(
  run: readonly Token[],
  determined: boolean,
  governed: boolean,
  people: People,
  words: SpeakerWords,
): Resolved | null {
  const texts = run.map((token) => token.text);
  let named = nameInRun(texts, words, true);
  if (!named) return null;
  if (governed) {
    // "Governor of Washington Jane Roe": what "of" governs ends where the name begins.
    const parts = named.name.split(' ');
    if (parts.length >= 3 && !named.titled) named = { ...named, name: parts.slice(-2).join(' ') };
    else if (named.first === 0 || !(named.titled || parts.length === 2)) return null;
    else if (!PLACES.has(texts[0]?.toLowerCase() ?? '') && !named.titled) return null;
  }
  if (words.language !== 'en' && determined && !named.titled && !hasRole(run, words)) return null;
  if (OUTLETS.has(named.name.toLowerCase())) return null;
  if (named.name.split(' ').some((part) => OUTLET_WORDS.has(part.toLowerCase()))) return null;
  if (named.name.includes(' ')) {
    const known = people.bySurname.get(surnameOf(named.name));
    const sure = named.titled || known?.name === named.name;
    if (determined && !named.titled && !hasRole(run, words) && !sure) return null;
    return { name: named.name, confidence: sure ? 0.97 : 0.9 };
  }
  const exact = people.bySurname.get(named.name);
  if (exact === null) return null;
  const known = exact ?? inflected(named.name, people, words);
  if (known) return { name: known.name, confidence: 0.95 };
  if (determined && !named.titled) return null;
  return { name: named.name, confidence: named.titled ? 0.95 : 0.7 };
}

/** The person whose surname this is in another case: "Волкова" for "Волков". */
function inflected(name: string, people: People, words: SpeakerWords): Person | undefined {
  if (words.language !== 'ru' && words.language !== 'cs') return undefined;
  for (let length = name.length - 1; length >= Math.max(3, name.length - 3); length -= 1) {
    const person = people.bySurname.get(name.slice(0, length));
    if (person) return person;
  }
  return undefined;
}

function hasRole(run: readonly Token[], words: SpeakerWords): boolean {
  return run.some((token) => words.roles.has(token.lower));
}

/** What pronouns and descriptions can be resolved against. */
export interface Surroundings {
  people: People;
  /** The paragraph of the phrase. */
  unit: Span;
  /** The paragraph before it, or null. */
  before: Span | null;
  /** The last speaker named before the phrase, with the offset of that naming. */
  lastSpeaker: { name: string; start: number } | null;
}

/**
 * The person a speaker phrase stands for. `start` is the phrase's offset. The name is null, with
 * the attribution itself still certain, where the text allows no answer or more than one.
 * `governed`: the phrase stands after "according to", and so in the case that this asks for.
 */
export function resolvePhrase(
  tokens: readonly Token[],
  range: PhraseRange,
  start: number,
  around: Surroundings,
  governed: boolean,
  words: SpeakerWords,
): Resolved {
  const first = tokens[range.first];
  if (!first) return OPEN;
  const pronoun = pronounOf(first, range, words);
  if (pronoun === 'he' || pronoun === 'she') {
    const described = lastDescribed(tokens, range.first, words);
    return resolvePronoun(pronoun, start, described, around);
  }
  if (pronoun) return OPEN;
  const named = nameInPhrase(tokens, range, around.people, words);
  // After "по словам" a name stands in another case than the one a person is called by.
  const oblique = governed && (words.language === 'ru' || words.language === 'cs');
  if (named && !(oblique && named.confidence < 0.95)) return named;
  const owner = /^(.+)['’]s$/u.exec(first.text)?.[1];
  const lastWord = tokens[range.end - 1]?.lower ?? '';
  if (owner && words.speechNouns.has(lastWord)) {
    const person = around.people.bySurname.get(owner);
    if (person) return { name: person.name, confidence: 0.9 };
  }
  return resolveDescription(tokens, range, start, around.people, words);
}

function pronounOf(
  first: Token,
  range: PhraseRange,
  words: SpeakerWords,
): 'he' | 'she' | 'other' | null {
  if (isPronoun(first, words)) return words.pronouns.get(first.lower) ?? 'other';
  const possessive = words.language === 'en' && range.end === range.first + 1;
  if (possessive && first.lower === 'his') return 'he';
  return possessive && first.lower === 'her' ? 'she' : null;
}

/** The offset of the last sentence before token `index` whose subject is described, not named. */
function lastDescribed(tokens: readonly Token[], index: number, words: SpeakerWords): number {
  let at = tokens[index]?.sentence ?? 0;
  for (let sentences = 0; sentences < 6; sentences += 1) {
    const first = tokens[at];
    const opens = first?.kind === 'word' && words.determiners.has(first.lower) && at < index;
    for (let next = at + 1; opens && next < at + 5; next += 1) {
      const token = tokens[next];
      if (token?.kind !== 'word' || tokens[next + 1]?.capital) break;
      if (words.roles.has(token.lower)) return first.start;
    }
    if (at === 0) break;
    at = tokens[at - 1]?.sentence ?? 0;
  }
  return -1;
}

/** `described`: where somebody unnamed is the subject of a sentence, who may be meant instead. */
function resolvePronoun(
  pronoun: 'he' | 'she',
  start: number,
  described: number,
  around: Surroundings,
): Resolved {
  const fits = (person: Person) => person.gender === null || person.gender === pronoun;
  const here = mentionsBetween(around.people.mentions, around.unit.start, start).filter(
    ({ person }) => fits(person),
  );
  const known =
    around.lastSpeaker && around.people.bySurname.get(surnameOf(around.lastSpeaker.name));
  const lastSpeaker = known && !fits(known) ? null : around.lastSpeaker;
  if (described > (here.at(-1)?.start ?? -1) && described >= around.unit.start) return OPEN;
  const chosen = choose(here, lastSpeaker, around.unit.start, 0.8);
  if (chosen || here.length > 0) return chosen ?? OPEN;
  if (!around.before) return OPEN;
  const earlier = mentionsBetween(around.people.mentions, around.before.start, around.before.end);
  const fitting = earlier.filter(({ person }) => fits(person));
  return choose(fitting, lastSpeaker, around.before.start, 0.7) ?? OPEN;
}

/** The one person of these mentions, or the one who spoke last among them; null if it is open. */
function choose(
  mentions: readonly Mention[],
  lastSpeaker: Surroundings['lastSpeaker'],
  from: number,
  confidence: number,
): Resolved | null {
  const names = new Set(mentions.map(({ person }) => person.name));
  const [only] = names;
  if (names.size === 1 && only && mentions.some(({ person }) => person.certain)) {
    return { name: only, confidence };
  }
  const certain = new Set(
    mentions.filter(({ person }) => person.certain).map(({ person }) => person.name),
  );
  if (lastSpeaker && lastSpeaker.start >= from) {
    const spoke = names.has(lastSpeaker.name) || names.size === 0;
    const others = [...certain].filter((name) => name !== lastSpeaker.name).length;
    if (spoke && others <= 1) return { name: lastSpeaker.name, confidence: confidence - 0.1 };
  }
  // The subject of the sentence before, if that sentence names nobody else.
  const last = mentions.at(-1);
  if (!last?.leads || !last.person.certain) return null;
  return { name: last.person.name, confidence: confidence - 0.15 };
}

/** At most this many mentions are weighed for one pronoun. */
const MAXIMUM_MENTIONS = 24;

function mentionsBetween(mentions: readonly Mention[], from: number, to: number): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let index = low - 1; index >= 0 && found.length < MAXIMUM_MENTIONS; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < from) break;
    found.push(mention);
  }
  return found.reverse();
}

/** Offsets of the last mentions of a person before an offset. */
function mentionOffsets(mentions: readonly Mention[], person: Person, before: number): number[] {
  return mentionsBetween(mentions, 0, before)
    .filter((mention) => mention.person === person)
    .map((mention) => mention.start);
}

/** The greatest of some rising offsets that lies before an offset, or -1. */
function lastBefore(offsets: readonly number[], before: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] ?? -1;
}

/** More people of one office than this, and "the minister" says nothing. */
const MAXIMUM_BEARERS = 32;

/** "the harbourmaster": the one person whom the article introduces by that word. */
function resolveDescription(
  tokens: readonly Token[],
  range: PhraseRange,
  start: number,
  people: People,
  words: SpeakerWords,
): Resolved {
  const first = tokens[range.first];
  if (words.language !== 'en' || first?.lower !== 'the') return OPEN;
  let head = range.first;
  const modifiers: string[] = [];
  for (let at = range.first + 1; at < range.end; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || words.linking.has(token.lower)) break;
    head = at;
    if (token.capital) modifiers.push(token.lower.replace(/'s$/u, ''));
  }
  const role = tokens[head]?.lower ?? '';
  if (!words.roles.has(role)) return OPEN;
  const bearers = people.byRole.get(role) ?? [];
  if (bearers.length > MAXIMUM_BEARERS) return OPEN;
  const fitting = bearers.filter(({ description }) =>
    modifiers.every((word) => description.has(word)),
  );
  const [only] = fitting;
  if (fitting.length !== 1 || !only) return OPEN;
  // "One councillor … the councillor": not the councillor who was named before.
  const named = lastBefore(mentionOffsets(people.mentions, only, start), start);
  if (lastBefore(people.unnamed.get(role) ?? [], start) > named) return OPEN;
  return { name: only.name, confidence: 0.75 };
}
