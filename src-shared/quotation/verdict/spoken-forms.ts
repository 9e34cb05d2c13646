/**
 * Forms that stand for several plain words. `contraction`: don't, we'll. `nonstandard`: spellings of
 * careless speech, gonna. `division`: written in one word or in two, cannot.
 */
export type SpokenForm = 'contraction' | 'nonstandard' | 'division';

export interface Expansion {
  words: readonly string[];
  form: SpokenForm;
}

const NONSTANDARD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gonna: 'going to',
    wanna: 'want to',
    gotta: 'got to',
    hafta: 'have to',
    hasta: 'has to',
    oughta: 'ought to',
    tryna: 'trying to',
    gimme: 'give me',
    lemme: 'let me',
    kinda: 'kind of',
    sorta: 'sort of',
    outta: 'out of',
    lotta: 'lot of',
    dunno: 'do not know',
    coulda: 'could have',
    shoulda: 'should have',
    woulda: 'would have',
    musta: 'must have',
    mighta: 'might have',
    cuz: 'because',
    cos: 'because',
    coz: 'because',
    "'cause": 'because',
    em: 'them',
    til: 'until',
    till: 'until',
    ya: 'you',
    yer: 'your',
    tho: 'though',
    thru: 'through',
    wouldja: 'would you',
    didja: 'did you',
    whatcha: 'what are you',
    "c'mon": 'come on',
    "d'you": 'do you',
    "o'": 'of',
    nothin: 'nothing',
    somethin: 'something',
  }),
);

const CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "can't": 'can not',
    "won't": 'will not',
    "shan't": 'shall not',
    "ain't": 'ain not',
    "let's": 'let us',
    "i'm": 'i am',
    "'tis": 'it is',
    "'twas": 'it was',
    "y'all": 'you all',
  }),
);

/** Contractions without their apostrophe, as automatic transcripts write them; those that are words of
 * their own (were, well, shell, hell, ill, its) are left out. */
const BARE_CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  [
    "don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't couldn't wouldn't shouldn't can't won't",
    "you're they're you've we've they've i've i'm that's what's you'll they'll",
  ]
    .flatMap((line) => line.split(' '))
    .map((full): [string, string] => [full.replace("'", ''), full]),
);

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'d", 'would'],
]);
/** Words after which 's is short for "is" and no genitive. */
const BEFORE_IS = new Set('it he she that what who where there here how when why this'.split(' '));

/** Words that are also written as two. */
const DIVIDED: ReadonlyMap<string, string> = new Map([
  ['cannot', 'can not'],
  ['alot', 'a lot'],
]);

/** What an English word stands for if it is a contraction or a form of careless speech, or null. */
export function expandWord(key: string): Expansion | null {
  const divided = DIVIDED.get(key);
  if (divided) return { words: divided.split(' '), form: 'division' };
  const nonstandard = NONSTANDARD.get(key);
  if (nonstandard) return { words: nonstandard.split(' '), form: 'nonstandard' };
  const full = BARE_CONTRACTIONS.get(key) ?? key;
  const words = expandContraction(full);
  return words ? { words, form: 'contraction' } : null;
}

function expandContraction(key: string): string[] | null {
  const listed = CONTRACTIONS.get(key);
  if (listed) return listed.split(' ');
  const at = key.lastIndexOf("'");
  if (at <= 0) return null;
  if (key.endsWith("n't") && key.length > 3)
    return [...(expandContraction(key.slice(0, -3)) ?? [key.slice(0, -3)]), 'not'];
  const stem = key.slice(0, at);
  const ending = ENDINGS.get(key.slice(at));
  if (ending) return [...(expandContraction(stem) ?? [stem]), ending];
  if (key.endsWith("'s") && BEFORE_IS.has(stem)) return [stem, 'is'];
  return null;
}

/** Words of their own that look like one with its last letter dropped. */
const NOT_DROPPED = new Set(
  'thin basin raisin satin puffin bobbin cabin ruin coffin resin mixin login plugin margin sin kin win pin bin sprin strin brin'.split(
    ' ',
  ),
);

/** True for `goin` or `goin'` against `going`. */
export function isDroppedG(careless: string, plain: string): boolean {
  if (!plain.endsWith('ing') || plain.length < 5 || NOT_DROPPED.has(careless)) return false;
  return careless === plain.slice(0, -1);
}
