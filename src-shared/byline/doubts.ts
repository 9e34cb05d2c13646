import { PLACES } from '../quotation/speaker/places';
import { isKnownHouse } from './agency-words';
import { FOREIGN_NAME } from './cjk-words';
import {
  ARTICLES,
  isGivenName,
  isSemiticName,
  isStranger,
  PARTICLES,
  SMALL_WORDS,
  TITLES,
} from './doubt-words';
import { isOfOrdinaryWords } from './ordinary-words';
import type { ParsedContributor } from './parse';
import type { Item } from './parse-items';
import { isJobNoun, isOrganisation } from './parse-name';
import { isPlace, isSubject } from './parse-place';
import { NAME_SUFFIX, ORGANISATION_WORDS, OUR } from './parse-words';
import { CITIES, CJK_CITIES } from './place-words';
import { markerAt } from './role-markers';

/*
 * A second look at what was read (STANDARDS 4.3, rule 8). The rules of the parser say what a byline
 * most likely means; here each name, place, house and note is judged by itself, as if one did not know
 * how it came about: whatever is unlikely to be what it was taken for is asked about.
 */

/** How a contributor came out of the list of names. */
export interface Reading {
  joined: Item['joined'];
  /** The list has an "and": its commas part names. */
  isList: boolean;
  /** Others stand in the list beside it. */
  isOneOfMany: boolean;
  /** A dash or a bar stands before it. */
  isApart: boolean;
  language: string | undefined;
}

/** "Jane Doe plus agencies" as one name, "from the newsroom". */
const JOINED =
  /\s(?:from|and|plus|&|und|et|y|e|en)\s|^(?:de|da|do|di|dalla|von|from|par|por|by)\s/iu;

/** Questions about a contributor that the library does not know; none for most. */
export function doubtsOf(contributor: ParsedContributor, reading: Reading): string[] {
  const { kind, name, location, affiliation, jobTitle, note } = contributor;
  const flags: string[] = [];
  if (kind === 'person' && isNoName(name, reading.language)) flags.push('check-name');
  else if (kind === 'person' && reading.isOneOfMany && /\s[ye]\s/u.test(name)) {
    flags.push('check-name');
  } else if (kind === 'person' && location === undefined && isLoneAfterComma(name, reading)) {
    flags.push('check-name');
  }
  if (kind === 'organization' && (isNoHouse(name) || isMaybeSurname(name))) flags.push('kind?');
  else if (kind === 'collective' && holdsPerson(name)) flags.push('kind?');
  else if (kind === 'collective' && JOINED.test(name)) {
    // "From Wire Reports": is the first word printed with the others?
    flags.push(/^from\s/iu.test(name) ? 'check-name' : 'kind?');
  }
  if (location !== undefined && isNoPlace(location)) flags.push('location?');
  if (affiliation !== undefined && isNoHouse(affiliation)) flags.push('affiliation?');
  if (jobTitle !== undefined && holdsName(jobTitle)) flags.push('check-name');
  if (note !== undefined && isNoNote(note)) flags.push('note?');
  return flags;
}

const CASED = /^\p{Script=Latin}|^\p{Script=Cyrillic}|^\p{Script=Greek}|^['’]/u;
/** Jane “Jay” Doe. */
const NICKNAME = /\s["“‘'(«]\p{Lu}[\p{L}.-]*["”’')»]\s/u;
const OUTSIDE_NAMES = /[^\p{L}\p{M}\s.'’‘ʼ‐‑·-]/u;
/** Names of four words are common there. */
const LONG_NAMES = /^(?:es|pt|ca|gl|ar|fa|he|vi|id|ms|hi|ur|bn|tl|sw)$/u;
const NO_CASE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
/** Titles and offices that stick to names without a space. */
const CJK_STRANGER =
  /記者|记者|報導|报道|報道|編輯|编辑|編集|特派|通讯|通訊|委員|委员|제공|기자|특파원|앵커|[部社局员員]$|^(?:.+[電电讯訊]|写真|撮影|攝影|摄影|文字|取材|採訪|采访|編集|翻訳|翻译|翻譯|照片|圖片|图片|影片|视频|動画|사진|영상|그래픽|그림|번역|편집|취재|제공|綜合|综合|教授)$/u;
const CJK_PLACE = new RegExp(`^(?:${CJK_CITIES})$`, 'u');

/** Whether the words are unlikely to be a person's name, and nothing but the name. */
export function isNoName(given: string, language?: string): boolean {
  const name = given.replace(NICKNAME, ' ').replace(/\s(?:2nd|3rd)$/u, '');
  if (NO_CASE.test(name)) return isNoCjkName(name);
  if (OUTSIDE_NAMES.test(name)) return true;
  const words = name.split(/\s+/u);
  if (OUR.test(name) || words.some((word) => isStranger(word) || isJobNoun(word))) return true;
  // "الجزيرة نت": no given name has the article.
  if (/^ال\p{L}+\s/u.test(name)) return true;
  if (!words.every((word) => CASED.test(word))) return words.filter(isContent).length > 3;
  const [first = ''] = words;
  const [, second = ''] = words;
  const isArticle = ARTICLES.has(first.toLowerCase()) && language !== 'vi' && !isGivenName(second);
  if (isArticle && /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second)) return true;
  if (/\p{Lu}/u.test(name) && words.some((word) => isStrayWord(word))) return true;
  if (SURNAME_FIRST.test(name)) return true;
  if (endsAsPlace(words) || (name.includes(' ') && CITIES.has(name.toLowerCase()))) return true;
  if (TITLES.has(first.toLowerCase()) && words.length > 1) return true;
  // "Dean Ana Bell": his name, or her office.
  if (
    /^(?:dean|earl|duke|baron|count|abbot|canon|elder|marshal)$/iu.test(first) &&
    isGivenName(second)
  )
    return true;
  if (hidesName(words)) return true;
  if (isSaidOfName(words) || isOfOrdinaryWords(words)) return true;
  const isLong = LONG_NAMES.test(language ?? '') || (isGivenName(first) && isGivenName(second));
  const most = isLong ? 4 : 3;
  if (/\s[yei]\s\S+\s\p{Lu}/u.test(name) || (language === 'it' && / e /u.test(name))) return true;
  return words.filter(isContent).length > most;
}

function isNoCjkName(name: string): boolean {
  if (FOREIGN_NAME.test(name)) return false;
  // "田中 太郎"
  if (/^\p{Script=Han}{1,3}[ 　][\p{Script=Han}\p{Script=Hiragana}]{1,3}$/u.test(name))
    return false;
  const isForeign = /^[\p{Script=Katakana}ー]+(?:[・＝=][\p{Script=Katakana}ー]+)*$/u.test(name);
  if (isForeign) return !/[・＝=]/u.test(name);
  return (
    CJK_STRANGER.test(name) ||
    CJK_PLACE.test(name) ||
    /[^\p{L}ー々·]/u.test(name) ||
    [...name].length > 5
  );
}

/** A small word that no name holds: "near", "un". */
function isStrayWord(word: string): boolean {
  if (/^\p{L}{3,}\.$|\p{Ll}\.\p{Lu}|['’]s$/u.test(word) || isGluedWord(word)) return true;
  if (isShortForm(word)) return true;
  if (!/^\p{Ll}/u.test(word)) return false;
  const lower = word.toLowerCase();
  return (
    !PARTICLES.has(lower) && !/^(?:d|l|dell|all|van|o|al|el|ad|as|ash|ar|an)['’-]\p{L}/u.test(lower)
  );
}

/** "OKONKWO Chidi": capitals tell that the surname comes first. */
const SURNAME_FIRST = /^(?:M[ac]+)?\p{Lu}['’]?\p{Lu}[\p{Lu}-]+\s.*\p{Ll}/u;

/** "Cllr": letters that cannot be said are a title's, or an acronym's. */
function isShortForm(word: string): boolean {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  return /^(?![AEIOUY])\p{Lu}[bcdfghjklmnpqrstvwxz]{2,}$/u.test(bare);
}

/** "ByJane": two words without a space. Many names do begin so: "McKay", "DeLuca". */
function isGluedWord(word: string): boolean {
  const [, start] = /^(\p{Lu}\p{Ll}+)\p{Lu}\p{Ll}/u.exec(word) ?? [];
  return start !== undefined && !GLUED.test(start);
}
const GLUED =
  /^(?:Mc|Mac|De|Del|Della|Di|Da|Du|La|Le|Van|Von|Vander|Fitz|St|San|Al|El|Ap|Ben|Bin|Abd|Abu|Mag|Jo|Mary|Anna|Jean|Lo|O)$/u;

/** Neither an initial nor a particle. */
function isContent(word: string): boolean {
  return (
    !/^(?:\p{Lu}\.?-?){1,3}$/u.test(word) &&
    !PARTICLES.has(word.toLowerCase()) &&
    !NAME_SUFFIX.test(word)
  );
}

/**
 * "Illustratie Els Visser", "Emily Office Products", "Jonas Field-Ana Bell": a word that says what somebody
 * did, or of a house, or two names that grew together.
 */
function isSaidOfName(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length < 2) return false;
  if (markerAt(`${first}: x`) !== null && !isGivenName(first)) return true;
  return words.slice(1, -1).some((word) => {
    const [one = '', two = ''] = word.split('-');
    const isGrown = two !== '' && isGivenName(two) && !isGivenName(one);
    return isGrown || ORGANISATION_WORDS.has(word.toLowerCase());
  });
}

const CONTINENTS = /^(?:asia|africa|america|americas|europa|oceania|afrique|asie|amérique)$/iu;

/** "Teacher Petra Novak", "Jane Doe Brussels": a name with a word too many before or after it. */
function hidesName(words: readonly string[]): boolean {
  if (words.filter(isContent).length < 3) return false;
  const [first = ''] = words;
  const last = (words.at(-1) ?? '').toLowerCase();
  const isPlain = words.every(isContent);
  const isLate = !isGivenName(first) && words.slice(1, -1).some(isGivenName);
  return (
    (isLate && !/^\p{Lu}\.?$/u.test(first)) || (isPlain && (PLACES.has(last) || CITIES.has(last)))
  );
}

/** "Nikkei Asia", "Chatham West": a country or a city where a surname is expected. */
function endsAsPlace(words: readonly string[]): boolean {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    (PLACES.has(last.toLowerCase()) || CONTINENTS.test(last)) &&
    !isGivenName(first) &&
    !/^\p{Lu}\.?$/u.test(first)
  );
}

/**
 * "Jane Doe, Santa Cruz": after a comma in a byline without an "and" stand places and houses as well as
 * people. A given name speaks for a person.
 */
function isLoneAfterComma(name: string, reading: Reading): boolean {
  const { joined, isList } = reading;
  if (joined !== 'comma' || isList) return false;
  // Lists without an "and" are common in other scripts; dashes and bars part other things.
  if (!/^\p{Script=Latin}/u.test(name) && !reading.isApart) return false;
  const [first = ''] = name.split(/\s+/u);
  return !isGivenName(first) && !/^(?:\p{Lu}\.)+/u.test(first);
}

/** "Salt & Barrel": a firm, or two of whom the surnames are given. */
const isPair = (name: string) => /^\S+\s&\s\S+$/u.test(name);

/** "Jane Doe Globe Staff": a name, and then whose staff she is of. */
function holdsPerson(name: string): boolean {
  const words = name.split(/\s+/u);
  if (ARTICLES.has(words[0]?.toLowerCase() ?? '') || OUR.test(name)) return false;
  if (!/\s(?:staff|team|desk)$/iu.test(name)) return false;
  // "Frank Staff": a surname.
  if (words.length === 2 && /\s\p{Lu}/u.test(name)) return isGivenName(words[0] ?? '');
  const isCased = words.every((word) => /^\p{Lu}/u.test(word));
  return isCased && words.length > 2 && (words.length > 3 || isGivenName(words[0] ?? ''));
}

/** "Ottoline Press", "Marlow Bank": two words, of which the last is a surname too. */
function isMaybeSurname(name: string): boolean {
  const [first = '', last = '', more] = name.split(/\s+/u);
  if (more !== undefined || isKnownHouse(name) || isStranger(first) || isPlace(first)) return false;
  const isName = /^\p{Lu}\p{Ll}+$/u.test(first) && !ARTICLES.has(first.toLowerCase());
  return (
    isName && /^(?:Post|Press|Bank|Herald|Ledger|Mirror|School|Union|Planet|Trust)$/u.test(last)
  );
}

const OUTSIDE_HOUSES = /[^\p{L}\p{M}\p{N}\s.'’&+,!/‐‑–-]/u;

/** Whether the words are unlikely to be a house, an agency or a group. */
function isNoHouse(name: string): boolean {
  if (isKnownHouse(name)) return false;
  if (OUTSIDE_HOUSES.test(name) || isPair(name)) return true;
  const words = name.split(/\s+/u);
  const [first = ''] = words;
  if (
    words.length > 7 ||
    words.some((word) => isJobNoun(word) && words.length > 2 && /\sof\s/u.test(name))
  )
    return true;
  // "Jane Doe Morning Herald": a name, and then a house.
  if (words.length > 3 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) && !isHouseWord(first))
    return true;
  if (words.length <= 3 && isGivenName(first) && !PLACES.has(first.toLowerCase())) return true;
  if (
    holdsName(name) &&
    !/\p{Lu}.*\s(?:University|Institute|Foundation|School|College|Trust|Hospital)$/u.test(name)
  )
    return true;
  if (name.includes('/') && !name.split('/').every((part) => isOrganisation(part.trim())))
    return true;
  const isCased = /\p{Lu}/u.test(name);
  const rest = first === 'the' || first === 'our' ? words.slice(1) : words;
  return (
    isCased &&
    words.length > 1 &&
    rest.slice(0, -1).some((word) => /^\p{Ll}/u.test(word) && !SMALL_WORDS.has(word))
  );
}

/** With what the name of a house begins: "The", "Boston", "National". */
function isHouseWord(word: string): boolean {
  const lower = word.toLowerCase();
  return ARTICLES.has(lower) || PLACES.has(lower) || CITIES.has(lower) || isStranger(word);
}

/** Whether the words are unlikely to be a place. */
function isNoPlace(given: string): boolean {
  // "northern Syria"
  const place = given.replace(
    /^(?:north|south|east|west)(?:ern)?\s|^(?:central|occupied|rural)\s/u,
    '',
  );
  if (isPlace(place)) return false;
  if (/^[綜综]合$/u.test(place) || isSubject(place)) return true;
  if (/[^\p{L}\p{M}\s.,'’‘ʼ‐‑–·-]|\s(?:and|und|et|y|e|en)\s/u.test(place)) return true;
  const words = place.split(/\s+/u);
  const [first = ''] = words;
  if (
    words.length > 6 ||
    words.some(
      (word) => isStranger(word) && !/^(?:the|and|house|street|border|university)$/iu.test(word),
    )
  )
    return true;
  if ((words.length === 2 && isGivenName(first)) || holdsName(place) || words.some(isSemiticName))
    return true;
  const isCased = /\p{Lu}/u.test(place);
  return isCased && words.some((word) => /^\p{Ll}/u.test(word) && !SMALL_WORDS.has(word));
}

/** A title that goes on with a name: "editor Tom Pascoe". */
function holdsName(title: string): boolean {
  const words = title.split(/\s+/u);
  return words.some(
    (word, index) =>
      index > 0 &&
      isGivenName(word) &&
      /^\p{Lu}/u.test(word) &&
      /^\p{Lu}/u.test(words[index + 1] ?? ''),
  );
}

/** A note is a few small words: "now", "the match". */
function isNoNote(note: string): boolean {
  return /[^\p{L}\p{M}\s.'’/-]|\p{Lu}/u.test(note) || note.split(/\s+/u).length > 5;
}
