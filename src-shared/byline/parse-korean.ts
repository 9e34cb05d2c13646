import type { CreditRole } from '../model/byline';
import { cjkContributor, HOUSE, isCjkPlace, rolesOfLabels } from './cjk-words';
import type { ParsedContributor } from './parse';
import { addFlag } from './parse-contributor';

/*
 * Bylines in Korean: "김철수 기자", "김철수·이영희 기자", "런던=김철수 특파원", "글 김철수 사진 이영희".
 * The title stands after the names that it is for, and the house or the place before them.
 */

const TITLE =
  /(?:기자|특파원|위원|앵커|아나운서|작가|교수|강사|부장|차장|팀장|국장|실장|편집장|주필|대표|변호사|박사|시인|소설가|평론가|칼럼니스트|에디터|연구원|연구위원|소장|센터장|원장|의원|감독|피디|PD)$/u;
/** What a title is of: "정치부 기자", "서울대 교수". */
const OF_TITLE =
  /(?:부|팀|국|실|대|대학|대학교|센터|연구소|연구원|전문|객원|선임|수석|인턴|수습|편집|논설|디지털|온라인)$/u;
const COLLECTIVE = /(?:팀|단|부|국)$/u;
const SURNAME =
  /^[가간갈감강개견경계고곡공곽관교구국군궁궉권금기길김나난남낭내노뇌누단담당대도독돈동두라로뢰류마만매맹명모목묘묵문미민박반방배백범변복봉부비빈빙사산삼상서석선설섭성소손송수순승시신심십아안애야양어엄여연염엽영예오옥온옹왕요용우운원위유육윤은음이인임자장저전점정제조종좌주준증지진차창채천초최추탁탄탕태판팽편평포표풍피필하학한함해허현형호홍화황후]/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const DOTS = /[·ㆍ∙・]/u;

const isName = (word: string) => word.split(DOTS).every((name) => HANGUL.test(name));

/** What has been read so far. */
interface Reading {
  all: ParsedContributor[];
  /** Those who wait for their title. */
  waiting: ParsedContributor[];
  roles: readonly CreditRole[];
  /** Said before the names. */
  place: string | undefined;
  house: string | undefined;
  title: string | undefined;
}

/** Reads a byline in Hangul; null for one that has other words in it. */
export function parseKorean(given: string): ParsedContributor[] | null {
  const text = given
    .replace(/\s*[=＝]\s*$/u, '')
    .replace(/\s*([=＝:：])\s*/gu, '$1')
    .replace(/(기자|특파원)[·ㆍ∙・]/gu, '$1 ');
  const words = text.match(/[,、;/／]|[^\s,、;/／]+/gu) ?? [];
  const reading: Reading = {
    ...{ all: [], waiting: [], roles: ['author'] },
    ...{ place: undefined, house: undefined, title: undefined },
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    if (/^[,、;/／]$/u.test(word)) continue;
    const [, before, after] = /^([^=＝:：]+)[=＝:：](.+)$/u.exec(word) ?? [];
    if (before && after) {
      const roles = rolesOfLabels(before);
      if (roles) startRole(reading, roles);
      else if (TITLE.test(before) && reading.waiting.length > 0) {
        // "김철수 기자 = 부산"
        for (const one of reading.waiting) {
          one.location = after;
          addFlag(one, 'location?');
        }
        giveTitle(reading, before);
        continue;
      } else if (!isPlaceOf(reading, before, after)) return null;
      words.splice(index, 1, after);
      index -= 1;
    } else if (next !== undefined && rolesOfLabels(word)) {
      startRole(reading, rolesOfLabels(word) ?? ['author']);
    } else if (!readWord(reading, word, next)) {
      return null;
    }
  }
  return finish(reading);
}

function startRole(reading: Reading, roles: readonly CreditRole[]): void {
  reading.roles = roles;
  reading.waiting = [];
}

/** "런던=김철수 특파원": where they were. */
function isPlaceOf(reading: Reading, before: string, after: string): boolean {
  if (!HANGUL.test(before) || before.length > 5 || !isName(after)) return false;
  reading.place = before;
  reading.waiting = [];
  return true;
}

function readWord(reading: Reading, word: string, next: string | undefined): boolean {
  const isTitled = reading.waiting.length > 0;
  const isNextTitle = next !== undefined && TITLE.test(next);
  if (TITLE.test(word) && (isTitled || next !== undefined)) {
    if (isTitled) giveTitle(reading, word);
    else reading.title = word;
  } else if (isTitled && isNextTitle && OF_TITLE.test(word)) {
    // "서울대" may be a person as well: Mr Seo.
    const isOpen = word.length === 3 && /[국대실]$/u.test(word) && SURNAME.test(word);
    if (isOpen && !/^서울대$/u.test(word))
      for (const one of reading.waiting) addFlag(one, 'title?');
    reading.title = word;
  } else if (HOUSE.test(word) && (isTitled || next !== undefined)) {
    if (isTitled) for (const one of reading.waiting) one.affiliation = word;
    else reading.house = word;
  } else if (isCjkPlace(word) && next !== undefined && !isTitled) {
    reading.place = word;
  } else {
    return addNames(reading, word);
  }
  return true;
}

/** "김철수 정치부 기자": to all who stand before it. */
function giveTitle(reading: Reading, word: string): void {
  const title = reading.title === undefined ? word : `${reading.title} ${word}`;
  reading.title = undefined;
  for (const one of reading.waiting) one.jobTitle ??= title;
  reading.waiting = [];
}

function addNames(reading: Reading, word: string): boolean {
  if (!isName(word)) return false;
  const { roles, place, house, title } = reading;
  for (const name of word.split(DOTS)) {
    const one = contributorOf(name, roles[0] ?? 'author');
    if (name.length < 2) return false;
    if (roles.length > 1) one.roles = [...roles];
    if (place !== undefined) {
      one.location = place;
      if (!isCjkPlace(place)) addFlag(one, 'location?');
    }
    if (house !== undefined) one.affiliation = house;
    if (title !== undefined) one.jobTitle = title;
    if (one.kind === 'person' && !(SURNAME.test(name) && name.length < 5))
      addFlag(one, 'check-name');
    reading.all.push(one);
    if (one.kind === 'person' && title === undefined) reading.waiting.push(one);
  }
  return true;
}

function contributorOf(name: string, role: CreditRole): ParsedContributor {
  const one = cjkContributor(name, role);
  if (one.kind !== 'person' || name.length < 4 || !COLLECTIVE.test(name)) return one;
  return { name, kind: 'collective', role };
}

/** Nobody is left without the house or the title that was said of them. */
function finish({ all, title, house }: Reading): ParsedContributor[] | null {
  const [first] = all;
  if (!first) return null;
  const isSpoken = title === undefined || all.some(({ jobTitle }) => jobTitle?.includes(title));
  const isHoused = house === undefined || all.some(({ affiliation }) => affiliation === house);
  if (!isSpoken || !isHoused) addFlag(first, 'check-name');
  return all;
}
