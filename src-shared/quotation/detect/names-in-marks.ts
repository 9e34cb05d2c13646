/*
 * Names in quotation marks. German, Russian and Czech papers put the names of ships, products, firms,
 * papers and programmes in marks: der „Spiegel“, завод «Заря». Such a name has a capital, few words
 * and a place inside a sentence, as a noun has; but so does a word of abuse: er nannte ihn einen
 * „Lügner“. What tells them apart is a verb of judging, of which the words are the object.
 */
import { isArticle, isPreposition } from '../speaker/german-nouns';
import { OUTLETS } from '../speaker/places';
import type { StretchContext } from '../speaker/speaker';
import type { Token } from '../speaker/tokens';
import { type SpeakerWords, wordSet } from '../speaker/words-type';
import { isReported } from './german-signals';

/** A name has at most this many words, or this many where a noun before it says what it names. */
const NAME_WORDS = 3;
const APPOSITION_WORDS = 6;
/** So far from its verb an object may stand, in tokens. */
const REACH = 12;

/** Verbs whose object is what somebody says of a thing, in the forms that newspapers use. */
const JUDGING: Readonly<Record<string, ReadonlySet<string>>> = {
  de: wordSet(`
    nannte nannten nennt nennen nenne bezeichnete bezeichneten bezeichnet bezeichnen
    bezeichne sprach sprachen spricht sprechen gesprochen spreche kritisierte kritisierten kritisiert
    warnte warnten warnt gewarnt beklagte beklagten beklagt konstatierte konstatiert forderte
    forderten fordert gefordert lobte lobten lobt gelobt wertete werteten wertet gewertet bewertete
    bewertet sieht sehen sah sahen beschrieb beschrieben beschreibt verurteilte verurteilten
    verurteilt rügte rügt gerügt titulierte tituliert beschimpfte beschimpften beschimpft
    verspottete verspottet unterstellte unterstellten unterstellt bescheinigt attestiert hält hielt hielten halten gehalten empfand wirft warf warfen geworfen
    vorgeworfen verlangte verlangt verlangten monierte moniert rief riefen gerufen einstufte
    eingestuft stufte apostrophierte geißelte geißelt brandmarkte prangerte feierte würdigte
    charakterisierte charakterisiert bescheinigte attestierte versprach verspricht kündigte meinte
    meint äußerte fand findet finden rede redete reden befürchtete befürchtet fürchtet`),
  ru: wordSet(`
    назвал назвала назвали называет называют назвав раскритиковал раскритиковала осудил осудила
    охарактеризовал охарактеризовала считает считают описал описала заявил заявила заявили призвал
    призвала потребовал потребовала`),
  cs: wordSet(`
    nazval nazvala nazvali označil označila označili označuje kritizoval kritizovala odsoudil
    odsoudila považuje považují popsal popsala mluvil mluvila hovořil hovořila varoval varovala
    požaduje požadoval`),
};

/** Of these, the ones at the end of a German clause: „… als „Unfug“ bezeichnet“. */
const JUDGING_BEHIND =
  /^(?:bezeichnet\p{L}*|kritisiert\p{L}*|gewertet|bewertet|beschrieben|verurteilt\p{L}*|gerügt|titulierte?n?|beschimpft\p{L}*|gelobt|vorgeworfen|vorwarf|vorwirft|vorwerfen|unterstell\p{L}*|attestier\p{L}*|bescheinig\p{L}*|nachgesagt|eingestuft|nannten?|nennt|gesprochen|gewarnt|gefordert|sieht|sah|sehen|sahen|hält|hielt|halten|hielten|wertete?n?|empfindet|empfand)$/u;

/** Nouns that announce words rather than names: „mit den Worten …“. */
export const SPEECH =
  /(?:worte|worten|satz|sätzen|aussage|frage|antwort|ruf|rufe|rufen|zitat|kommentar|vorwurf|parole|parolen|sprechchor|sprechchören|aufschrift|botschaft|bemerkung|äußerung|satze|spruch)$/u;

/** Why a stretch that begins with a capital is the name of something, or null. */
export function nameInMarks(
  context: StretchContext,
  inner: string,
  count: number,
  words: SpeakerWords,
): string | null {
  const { tokens, index, attribution } = context;
  if (count <= 2 && JUDGING[words.language] && OUTLETS.has(inner.toLowerCase())) {
    return 'It names a publication.';
  }
  // "sagte Beck zu „nd“": whoever is spoken to in marks is a paper.
  const ends = tokens[index + 1]?.kind !== 'word';
  const spokenTo = /^(?:zu|gegenüber)$/u.test(tokens[index - 1]?.lower ?? '') && count <= 2 && ends;
  if (words.language === 'de' && spokenTo && attribution && attribution.place !== 'after') {
    return 'It names a publication.';
  }
  if (
    !JUDGING[words.language] ||
    count > APPOSITION_WORDS ||
    !/^[\p{Lu}\p{N}]|^\p{Ll}{1,2}\p{Lu}/u.test(inner)
  ) {
    return null;
  }
  if (isNamedBehind(tokens, index)) return 'The word after it says that it is a name.';
  if (isCompound(tokens, index)) return 'It is part of a compound noun.';
  const before = tokens[index - 1];
  const enclosed = before?.text === '(' && tokens[index + 1]?.text === ')';
  if (enclosed && count <= NAME_WORDS) return 'In parentheses, it explains a word.';
  if (before?.text === ':' && announcesName(tokens, index)) return 'The sentence announces a name.';
  if (words.language === 'de' && isSubject(context, inner, words)) {
    return 'The sentence is about it, as about a thing.';
  }
  if (before?.kind !== 'word' || before.sentence !== tokens[index]?.sentence) return null;
  if (before.lower === 'als' && countsAs(tokens, index)) return 'It is what people call somebody.';
  if (attribution?.place === 'after' || isJudged(tokens, index, words)) return null;
  const noun =
    before.capital &&
    words.language === 'de' &&
    /^\p{Lu}\p{Ll}/u.test(before.text) &&
    !words.determiners.has(before.lower) &&
    // "am Sonntag „…“": a day has no name in marks.
    !words.times.has(before.lower);
  if (noun) {
    return SPEECH.test(before.lower) ? null : `“${before.text}” tells what it is the name of.`;
  }
  // What is new to the reader, or a list, is no thing that goes by its name: eine „Katastrophe“.
  const unnamed = /^k?ein(?:e[nmrs]?)?$/u.test(before.lower) || /,|\s(?:und|oder)\s/u.test(inner);
  if (words.language === 'de' && unnamed) return null;
  // "Das sei „Unsinn“ gewesen, sagte Beck": where somebody speaks, a word in marks is first of all
  // what was said. A quotation that is none costs an editor a click, one that is missed a correction.
  // Names have a preposition or an article of their own: "sagte sie dem „Tagblatt“".
  const names = isPreposition(before) ? before.lower !== 'als' : OBLIQUE.test(before.lower);
  const sure = attribution !== null && attribution.place !== 'inferred';
  if (words.language === 'de' && !names && (sure || isReported(tokens, index, words))) return null;
  return count <= NAME_WORDS || !attribution || (words.language === 'de' && !sure)
    ? 'A few words with a capital, which stand for a thing.'
    : null;
}

/** „Morgenstern“ heißt die Fahne, „Oktagon“ genannt. */
function isNamedBehind(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  return (
    after?.kind === 'word' &&
    /^(?:genannt|genannte[mnrs]?|heißt|heißen|hieß|hießen|getauft|benannt|называется|zvan[áéý])$/u.test(
      after.lower,
    )
  );
}

/** „Al-Qaida“-Mitglieder, Anti-„Castor“-Bündnis: no space between the marks and a hyphen. */
function isCompound(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const joined = (one: Token | undefined, other: Token | undefined) =>
    one !== undefined && other !== undefined && one.end === other.start;
  return (
    (joined(token, after) &&
      /^[-‑–]$/u.test(after?.text ?? '') &&
      joined(after, tokens[index + 2])) ||
    (joined(before, token) &&
      /^[-‑]$/u.test(before?.text ?? '') &&
      joined(tokens[index - 2], before))
  );
}

/** Is the stretch the object of a verb of judging, before it or (bezeichnet) after it? */
export function isJudged(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  const judging = JUDGING[words.language];
  if (!judging) return false;
  const sentence = tokens[index]?.sentence;
  const link = words.language === 'de' ? linkBefore(tokens, index) : '';
  for (let at = index - 1; at >= Math.max(0, index - REACH); at -= 1) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence || isClauseEnd(token)) break;
    if (token.kind === 'word' && judging.has(token.lower)) return takes(token.lower, link);
  }
  for (let at = index + 1; at < Math.min(tokens.length, index + 8); at += 1) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence || isClauseEnd(token)) break;
    if (token.kind !== 'word') continue;
    // "Es ist von „Tricks“ die Rede": somebody spoke of them.
    if (token.lower === 'rede' && tokens[at - 1]?.lower === 'die') return link === 'von';
    if (JUDGING_BEHIND.test(token.lower)) return takes(token.lower, link);
  }
  return false;
}

/**
 * What joins a German noun phrase that ends with the stretch to its sentence: a preposition, `of` for
 * a genitive ("die Rückgabe *der* „Krone“"), or nothing.
 */
function linkBefore(tokens: readonly Token[], index: number): string {
  let at = index - 1;
  for (let skipped = 0; skipped < 4; skipped += 1) {
    const token = tokens[at];
    const small =
      token?.kind === 'word' && !token.capital && /(?:e|en|er|es|em)$/u.test(token.lower);
    if (!small || isArticle(token) || isPreposition(token)) break;
    at -= 1;
  }
  if (isPreposition(tokens[at])) return plainPreposition(tokens[at]?.lower ?? '');
  if (!isArticle(tokens[at])) return '';
  const ahead = tokens[at - 1];
  if (isPreposition(ahead)) return plainPreposition(ahead?.lower ?? '');
  const genitive = /^(?:der|des|eines|einer)$/u.test(tokens[at]?.lower ?? '');
  return genitive && ahead?.capital && ahead.sentence !== at - 1 ? 'of' : '';
}

function plainPreposition(preposition: string): string {
  return preposition === 'vom' ? 'von' : preposition === 'vorm' ? 'vor' : preposition;
}

/** Does a verb of judging take words that are joined to the sentence in this way? */
function takes(verb: string, link: string): boolean {
  if (link === '' || link === 'als' || link === 'für') return true;
  if (link === 'von') return /^(?:ge)?(?:spr[aei]|rede|schwärm|träum|handel)/u.test(verb);
  if (link === 'vor') return /^(?:ge)?warn/u.test(verb);
  return link === 'über' && /klag|schimpf|spott|schwer/u.test(verb);
}

/** Articles and owners in the dative and the genitive. */
const OBLIQUE = /^(?:der|dem|des|diese[mrs]|jene[mrs]|(?:sein|ihr|unser)e[mrs])$/u;
/** Words that a sentence has and a name seldom. */
const SPOKEN = /(?:^|\s)(?:ich|wir|du|ihr|sie|es|man|das|nicht|uns|mich|kein\p{L}*)(?:\s|$)|,/iu;

/** "„Der Fluss“ ist ein stiller Film": the subject of a sentence, of which nobody says it. */
function isSubject(
  { tokens, index, attribution }: StretchContext,
  inner: string,
  words: SpeakerWords,
): boolean {
  if (tokens[index]?.sentence !== index) return false;
  if (attribution && attribution.place !== 'inferred' && attribution.place !== 'carried')
    return false;
  const next = tokens[index + 1];
  if (next?.kind !== 'word' || next.capital || SPOKEN.test(inner)) return false;
  return (
    words.auxiliaries.has(next.lower) ||
    /^(?:kann|soll|muss|läuft|spielt|erscheint|kommt|feiert|startet|gewinnt|gewann|erhielt|erhält|handelt|zeigt|erzählt|gilt|galt|bleibt|lief)$/u.test(
      next.lower,
    )
  );
}

/** Works that do not speak for themselves, as reports do. */
const WORK =
  /(?:film|buch|roman|lied|song|album|stück|oper|gedicht|krimi|erstwerk|debüt|ausstellung|serie)$/u;

/** "Der Titel steht fest: „…“" */
function announcesName(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 2; at >= Math.max(0, index - REACH); at -= 1) {
    const token = tokens[at];
    if (token?.sentence !== tokens[index]?.sentence) return false;
    if (/^(?:namen?|titeln?|motto|überschrift|название|název)$/u.test(token?.lower ?? ''))
      return true;
    // "Es ist ihr erster Roman: „…“"
    if (at === index - 2 && WORK.test(token?.lower ?? '') && linkBefore(tokens, at) === '')
      return true;
  }
  return false;
}

/** "Er galt lange als „…“": nobody in particular says so. */
function countsAs(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 2; at >= Math.max(0, index - REACH); at -= 1) {
    const token = tokens[at];
    if (!token || token.sentence !== tokens[index]?.sentence || isClauseEnd(token)) break;
    if (/^(?:galt|gilt|gelten|galten|bekannt)$/u.test(token.lower)) return true;
  }
  return false;
}

function isClauseEnd(token: Token): boolean {
  return token.kind === 'punctuation' && /^[,;:–—]$/u.test(token.text);
}
