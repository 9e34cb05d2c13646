import type { Span } from '../model/span';
import { findFigures, findNumerals, spellingsOf } from './figures';
import { findSentences } from './sentences';

/*
 * Where in a text it may say what a claim says, in other words: figures weigh most, then names, then
 * the other words that mean something. Nothing is compared word by word: an editor reads and signs.
 */

/** A word, or a figure, that a passage for the claim may have. */
export interface ClaimTerm {
  kind: 'figure' | 'name' | 'word';
  /** Of a figure its value; of a word its letters, in lower case, of which a longer one may be made. */
  key: string;
  /** As the claim has it. */
  text: string;
  weight: number;
}

const WEIGHTS = { figure: 3, name: 1.5, word: 1 };
/** Figures below this are days of a month, and everywhere. */
const SMALL = 31;
const SMALL_WEIGHT = 1.5;
/** Words of so many letters or fewer tell little. */
const SHORT = 3;
/** Of longer words the ends are left out: "harbours" and "harbour", "closed" and "closing". */
const STEM = 5;
const MOST_TERMS = 40;

const COMMON = new Set(
  `about above across after again against almost along already also although always among another
   because been before being below between both could does doing down during each either else enough
   even ever every first from further have having here however into itself just last least less like
   made make many might more most much must near need never next none nothing often once only other
   others over same says said saying should since some something still such than that their them then
   there these they thing things this those though through thus together told toward under until upon
   very want were what when where whether which while whom whose will with within without would year
   years your aber alle allem allen aller alles also andere anderen auch beim bereits bevor dabei dafür
   damit danach dann darum dass deren dessen diese diesem diesen dieser dieses doch dort durch eine einem
   einen einer eines erst etwa etwas gegen habe haben hatte hatten hier ihre ihrem ihren ihrer immer jede
   jeder jedes jetzt kann kein keine konnte können mehr muss nach nicht nichts noch oder ohne schon sehr
   sein seine seinem seinen seiner seit sich sind sollte sowie über unter viele vielen vom waren weil wenn
   werden wieder will wird wurde wurden zwischen ainsi alors après aucun aussi autre autres avant avec
   avoir bien cela cette ceux chaque comme contre dans depuis dernier deux donc elle elles encore entre
   était étaient être faire fait fois leur leurs mais même moins nous notre ont parce pendant peut plus
   pour quand quelque sans selon sera ses sont sous sur tous tout toute toutes très trop une vers voir
   vous algo alguna algunas alguno ante antes años aquel aunque cada casi como contra cuando cual cuyo
   desde donde durante ella ellas ellos entonces entre esta este estos estas fue fueron había hace hacia
   hasta incluso luego mientras mucho muchos nada para pero poco porque puede pues quien según ser sido
   sino sobre solo también tanto tiene toda todas todo todos tras unos unas`.split(/\s+/),
);

const WORD = /[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*/gu;

/** What is looked for: the words of a claim that mean something, the heaviest first. */
export function termsOf(claim: string): ClaimTerm[] {
  const terms = new Map<string, ClaimTerm>();
  const add = (kind: ClaimTerm['kind'], key: string, text: string) => {
    const isSmall = kind === 'figure' && Number(key) < SMALL && /^\d+$/.test(key);
    const weight = isSmall ? SMALL_WEIGHT : WEIGHTS[kind];
    const id = `${kind === 'figure' ? '#' : ''}${key}`;
    if ((terms.get(id)?.weight ?? 0) < weight) terms.set(id, { kind, key, text, weight });
  };
  const figures = findFigures(claim);
  for (const { value, text } of figures) add('figure', value, text);
  for (const sentence of findSentences(claim)) {
    const words = claim.slice(sentence.start, sentence.end);
    for (const { 0: word, index } of words.matchAll(WORD)) {
      const at = sentence.start + index;
      if (figures.some((figure) => at >= figure.start && at < figure.end)) continue;
      const letters = word.toLowerCase().replace(/[’']s$/, '');
      if (letters.length <= SHORT || COMMON.has(letters)) continue;
      // The first word of a sentence has a capital in any case; what else has one is a name, or German.
      const isName = /^\p{Lu}/u.test(word) && index > 0;
      add(isName ? 'name' : 'word', isName ? letters : stemOf(letters), word);
    }
  }
  return [...terms.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
}

function stemOf(letters: string): string {
  return letters.length <= STEM + 1
    ? letters
    : letters.slice(0, Math.max(STEM, letters.length - 3));
}

/** A stretch of a text that may say what a claim says. */
export interface FoundPassage extends Span {
  /** Up to 1: what it has of the claim's terms, by weight, less something for its length. */
  score: number;
  /** Which of them stand where in the text. */
  shared: Span[];
  /** Figures of the claim that it has not. */
  missingFigures: string[];
}

interface Hit extends Span {
  term: ClaimTerm;
}

/** A passage has at least this share of what the terms of the claim weigh together, */
const LEAST_SHARE = 0.25;
/** and a sentence more has to bring more than this. */
const EACH_SENTENCE = 0.1;
const MOST_SENTENCES = 3;

/**
 * The passages of a text, of one to three sentences of a line each, that have most of the terms, best first. A
 * passage has two of them at least, or the only one that there is.
 */
export function findClaimPassages(
  text: string,
  terms: readonly ClaimTerm[],
  limit: number,
): FoundPassage[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const found: FoundPassage[] = [];
  for (const sentences of linesWith(text, findHits(text, terms))) {
    for (const index of sentences.keys()) {
      const passage = bestFrom(sentences.slice(index, index + MOST_SENTENCES), total);
      if (!passage) continue;
      const { hits, score, start, end } = passage;
      const distinct = new Set(hits.map(({ term }) => term)).size;
      if (scoreOf(hits, total) < LEAST_SHARE || distinct < Math.min(2, terms.length)) continue;
      found.push({
        start,
        end,
        score,
        shared: hits.map((hit) => ({ start: hit.start, end: hit.end })),
        missingFigures: terms
          .filter((term) => term.kind === 'figure' && !hits.some((hit) => hit.term === term))
          .map((term) => term.text),
      });
    }
  }
  const best = found.sort((a, b) => b.score - a.score || a.end - a.start - (b.end - b.start));
  const apart = best.filter(
    (one, index) =>
      !best.slice(0, index).some((other) => other.start < one.end && one.start < other.end),
  );
  return apart.slice(0, limit);
}

/** The best passage that begins with the first of these sentences; null where that has no term. */
function bestFrom(
  sentences: readonly SentenceHits[],
  total: number,
): (SentenceHits & { score: number }) | null {
  const [first] = sentences;
  if (!first || first.hits.length === 0) return null;
  let best = { ...first, score: scoreOf(first.hits, total) };
  for (let count = 2; count <= sentences.length; count++) {
    const hits = sentences.slice(0, count).flatMap((sentence) => sentence.hits);
    const score = scoreOf(hits, total) - EACH_SENTENCE * (count - 1);
    if (score > best.score) best = { ...first, end: sentences[count - 1]!.end, hits, score };
  }
  return best;
}

function scoreOf(hits: readonly Hit[], total: number): number {
  const terms = new Set(hits.map(({ term }) => term));
  return [...terms].reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Every place that has a term, in the order of the text. */
function findHits(text: string, terms: readonly ClaimTerm[]): Hit[] {
  const hits: Hit[] = [];
  const figures = new Map<string, ClaimTerm>();
  const spelled = new Map<string, ClaimTerm>();
  const words = new Map<string, ClaimTerm>();
  for (const term of terms) {
    if (term.kind !== 'figure') words.set(term.key, term);
    else {
      figures.set(term.key, term);
      for (const word of spellingsOf(term.key)) spelled.set(word, term);
    }
  }
  if (figures.size > 0) {
    for (const { start, end, value } of findNumerals(text)) {
      const term = figures.get(value);
      if (term) hits.push({ start, end, term });
    }
  }
  addWords(hits, text, spelled, '(?![\\p{L}\\p{N}-])');
  addWords(hits, text, words, '[\\p{L}\\p{M}]*');
  return hits.sort((a, b) => a.start - b.start);
}

/** `end`: what may, or may not, come behind a word, as an expression. */
function addWords(
  hits: Hit[],
  text: string,
  words: ReadonlyMap<string, ClaimTerm>,
  end: string,
): void {
  if (words.size === 0) return;
  const keys = [...words.keys()].sort((a, b) => b.length - a.length).map(literally);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${keys.join('|')})${end}`, 'giu');
  for (const { 0: found, 1: key = '', index } of text.matchAll(pattern)) {
    const term = words.get(key.toLowerCase());
    if (term) hits.push({ start: index, end: index + found.length, term });
  }
}

interface SentenceHits extends Span {
  hits: Hit[];
}

/** The sentences of each line that has a hit: the others need not be read. */
function* linesWith(text: string, hits: readonly Hit[]): Generator<SentenceHits[]> {
  let next = 0;
  while (next < hits.length) {
    const at = hits[next]!.start;
    const start = text.lastIndexOf('\n', at) + 1;
    const ends = text.indexOf('\n', at);
    const end = ends < 0 ? text.length : ends;
    const line: Hit[] = [];
    for (let hit = hits[next]; hit && hit.start < end; hit = hits[++next]) line.push(hit);
    yield findSentences(text.slice(start, end)).map((sentence) => {
      const stretch = { start: start + sentence.start, end: start + sentence.end };
      return {
        ...stretch,
        hits: line.filter((hit) => hit.start >= stretch.start && hit.start < stretch.end),
      };
    });
  }
}

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
