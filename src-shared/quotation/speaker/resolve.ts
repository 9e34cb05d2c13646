/*
 * The person that a speaker phrase names. Open where the text leaves it open: a name given here is
 * shown as fact, with its confidence.
 */
import { genderOfGivenName } from './given-names';
import { isRole } from './offices';
import { isParticle, nameInRun, type People, type Person, surnameOf } from './people';
import type { PhraseRange } from './phrase';
import { OUTLET_WORDS, OUTLETS, PLACES } from './places';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

export interface Resolved {
  name: string | null;
  confidence: number;
  /** No name, because more than one person could be meant. */
  ambiguous?: boolean;
}

/** The phrase means somebody whom the text does not name. */
export const OPEN: Resolved = { name: null, confidence: 1 };
export const AMBIGUOUS: Resolved = { ...OPEN, ambiguous: true };

/** The person that a speaker phrase names outright ("Prime Minister Jane Roe", "Roe"), or null. */
export function nameInPhrase(
  tokens: readonly Token[],
  range: PhraseRange,
  people: People,
  words: SpeakerWords,
): Resolved | null {
  const chunks = chunksOf(tokens, range);
  for (const chunk of chunks) {
    const named = nameInChunk(tokens, chunk, people, words);
    if (named) return named;
  }
  const [head] = chunks;
  const relative = tokens[range.end]?.text === ',' ? tokens[range.end + 1] : tokens[range.end];
  if (head && /^(?:who|whose)$/u.test(relative?.lower ?? '')) {
    const named = nameBeforeWho(tokens, head, words);
    if (named) return named;
  }
  return nameBesideOffice(tokens, chunks, words);
}

/** "Dana Whitlock, who …": nothing but a person takes "who" after two capitals. */
function nameBeforeWho(
  tokens: readonly Token[],
  { first, end }: PhraseRange,
  words: SpeakerWords,
): Resolved | null {
  const run = tokens.slice(first, end);
  if (run.length < 2 || run.length > 4 || !run.every(({ capital }) => capital)) return null;
  const texts = run.map(({ text }) => text);
  const named = nameInRun(texts, words, false);
  return named?.name.includes(' ') ? { name: named.name, confidence: 0.9 } : null;
}

/** "Ahmed, a taxi driver": one word is a name if an office stands beside it. */
function nameBesideOffice(
  tokens: readonly Token[],
  [head, beside]: readonly PhraseRange[],
  words: SpeakerWords,
): Resolved | null {
  const name = head?.end === (head?.first ?? 0) + 1 ? tokens[head?.first ?? 0] : undefined;
  if (words.language !== 'en' || !beside || !name?.capital || /^\p{Lu}+$/u.test(name.text))
    return null;
  if (PLACES.has(name.lower) || OUTLETS.has(name.lower) || words.roles.has(name.lower)) return null;
  if (words.organisations.has(name.lower) || words.boundaries.has(name.lower)) return null;
  if (/^\p{N}{1,3}$/u.test(tokens[beside.first]?.text ?? ''))
    return { name: name.text, confidence: 0.8 };
  for (let at = beside.first; at < beside.end; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (words.linking.has(word)) break;
    if (words.roles.has(word)) return { name: name.text, confidence: 0.8 };
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
    const isAlone = first === chunk.first && at === chunk.end;
    const named = nameOfRun(run, { determined, governed, isAlone }, people, words);
    // "Anna Beck vom Lions Club": what follows a German name only places it.
    if (named && !(best && words.language === 'de')) best = named;
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
  if (words.language === 'de' && isVonDer(tokens, at, end)) return true;
  return (nickname || inName) && at + 1 < end && tokens[at + 1]?.capital === true;
}

/** "Ursula *von der* Leyen": after a given name, both words belong to the name. */
function isVonDer(tokens: readonly Token[], at: number, end: number): boolean {
  const von = tokens[at]?.lower === 'von' ? at : at - 1;
  if (tokens[von]?.lower !== 'von' || von + 2 >= end || !tokens[von + 2]?.capital) return false;
  const article = /^(?:der|den|dem)$/u.test(tokens[von + 1]?.lower ?? '');
  const given = (index: number) => genderOfGivenName(tokens[index]?.text ?? '') !== null;
  return article && given(von - 1) && !given(von - 2);
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

/** Two words as names are written, the second in no plural. */
const LIKE_A_NAME = /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’']*[^s\P{Ll}]$/u;

/** What stands around a run of capitals: an article, a preposition, or nothing else in its phrase. */
interface RunPlace {
  determined: boolean;
  governed: boolean;
  isAlone: boolean;
}

function nameOfRun(
  run: readonly Token[],
  { determined, governed, isAlone }: RunPlace,
  people: People,
  words: SpeakerWords,
): Resolved | null {
  const texts = run.map((token) => token.text);
  let named = nameInRun(texts, words, true);
  // "Fischer", "Richter": a trade as well, but somebody's name here.
  const surname = words.language === 'de' && texts.length === 1 ? (texts[0] ?? '') : '';
  const bearer = named || !surname ? null : people.bySurname.get(surname);
  if (bearer) return { name: bearer.name, confidence: 0.9 };
  if (!named) return null;
  let cut = false;
  const noble = governed && words.language === 'de' ? people.bySurname.get(named.name) : null;
  if (noble?.name.includes(' von ')) return { name: noble.name, confidence: 0.95 };
  if (governed) {
    // "Governor of Washington Jane Roe": what "of" governs ends where the name begins.
    const parts = named.name.split(' ');
    if (parts.length >= 3 && !named.titled) {
      named = { ...named, name: parts.slice(-2).join(' ') };
      cut = true;
    } else if (named.first === 0 || !(named.titled || parts.length === 2)) return null;
    else if (!PLACES.has(texts[0]?.toLowerCase() ?? '') && !named.titled) return null;
  }
  if (words.language !== 'en' && determined && !named.titled && !hasRole(run, words)) return null;
  if (OUTLETS.has(named.name.toLowerCase())) return null;
  // "Juror No. 5"
  if (/(?:^| )No\.?$/u.test(named.name)) return null;
  if (named.name.split(' ').some((part) => OUTLET_WORDS.has(part.toLowerCase()))) return null;
  if (named.name.includes(' ')) {
    const known = people.bySurname.get(surnameOf(named.name));
    const sure = named.titled || known?.name === named.name;
    if (determined && !cut && !named.titled && !hasRole(run, words) && !sure) return null;
    const fuller = known?.name.toLowerCase().endsWith(` ${named.name.toLowerCase()}`);
    if (known && fuller) return { name: known.name, confidence: 0.95 };
    const family = people.bearers.get(surnameOf(named.name));
    const namesake = known ?? family?.find(({ name }) => name === named.name);
    const certain = named.titled || namesake?.certain === true || isPlainName(named.name);
    if (certain || words.language !== 'en') {
      return { name: named.name, confidence: certain ? 0.97 : 0.9 };
    }
    // "said Dilys Renshaw" names a person most likely; "Harland Ports said" need not.
    return isAlone && LIKE_A_NAME.test(named.name) ? { name: named.name, confidence: 0.75 } : null;
  }
  const exact = people.bySurname.get(named.name);
  if (exact === null) {
    // "Mr Varga", where a Mrs Varga is about as well.
    const { gender } = named;
    const fitting = people.bearers.get(named.name)?.filter((person) => person.gender === gender);
    const [only] = fitting ?? [];
    return gender && only && fitting?.length === 1 ? { name: only.name, confidence: 0.85 } : null;
  }
  const known = exact ?? people.byGiven.get(named.name) ?? inflected(named.name, people, words);
  if (known) return { name: known.name, confidence: 0.95 };
  // One word that no full name explains may as well be a firm: "Norsund said".
  if (!named.titled) return null;
  return { name: named.name, confidence: 0.95 };
}

/** A name that needs no proof: a common given name or initials before a surname. */
function isPlainName(name: string): boolean {
  return genderOfGivenName(name) !== null || /^\p{Lu}\.|\s\p{Lu}\.\s/u.test(name);
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
  return run.some((token) => isRole(token.lower, words));
}
