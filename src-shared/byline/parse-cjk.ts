import type { CreditRole } from '../model/byline';
import {
  CHINESE_TITLE,
  CJK,
  cjkContributor,
  FOREIGN_NAME,
  HOUSE,
  isCjkName,
  isCjkPlace,
  isMaybeCjkPlace,
  JAPANESE_TITLE,
  LABELS,
  LABELS_AT,
  rolesOfLabels,
} from './cjk-words';
import type { ParsedContributor } from './parse';
import { addFlag } from './parse-contributor';
import { parseKorean } from './parse-korean';
import { CJK_CITIES } from './place-words';

/** "[서울=연합뉴스]": where it was written, and for which house. */
const DATELINE =
  /^[[(【［（]\s*([^=＝\])】］）]+?)\s*[=＝]\s*([^\])】］）]+?)\s*[\])】］）]\s*(?=\S)/u;
const EMAIL = /[^\s@()<>]+@[^\s@()<>]+\.[a-z]+/iu;
/** "新华社北京5月3日电 记者…": the dispatch before its reporters. */
const DISPATCH =
  /^(\p{Script=Han}{1,4}社)(\p{Script=Han}{2,4})\d{1,2}月\d{1,2}日[电電]\s*[（(]?(?=[记記]者)/u;

/**
 * Bylines in Chinese, Japanese and Korean: "文・田中太郎　写真・鈴木花子", "記者王小明／台北報導",
 * "김철수 기자". Null for any other byline. Names stay family first.
 */
export function parseCjkByline(
  given: string,
  language: string | undefined,
): ParsedContributor[] | null {
  const email = EMAIL.exec(given)?.[0];
  const [front = '', house, city] = DISPATCH.exec(given.trim()) ?? [];
  const [line = '', place, agency] = DATELINE.exec(given.trim()) ?? [];
  const rest = given.trim().slice(front.length + line.length);
  const text = withoutBrackets(rest.replace(EMAIL, ' ').trim());
  if (!new RegExp(`^[${CJK}]`, 'u').test(text)) return null;
  const found = /^\p{Script=Hangul}/u.test(text)
    ? parseKorean(text)
    : (parseReporter(text) ??
      parsePlaceAndName(text) ??
      parseTitleAndName(text) ??
      parseBracketed(text, language) ??
      parseLabels(text, language));
  const [first] = found ?? [];
  const location = city ?? place;
  const affiliation = house ?? agency;
  if (location && affiliation) {
    return found?.map((one) => ({ location, affiliation, ...one })) ?? null;
  }
  if (found?.length === 1 && first && email) return [{ ...first, email }];
  return found;
}

/** The brackets round the whole: "【田中太郎】"; of "（記者…" with its end cut off, the one. */
function withoutBrackets(text: string): string {
  const inside = /^[【［[（(〔]([^【［[（(〔】］\]）)〕]+)[】］\]）)〕]?$/u.exec(text)?.[1];
  const closed = /^([^【［[（(〔]+)[】］\]）)〕]$/u.exec(text)?.[1];
  return (inside ?? closed ?? text).trim();
}

const PLACE_AFTER = new RegExp(
  `(?:[／/\\s]+([^／/\\s]+?)|(${CJK_CITIES}))?(?:[報报][導导道]|(?:\\d{1,2}(?:月\\d{1,2})?日)?[電电])$`,
  'u',
);
const REPORTER =
  /^(?:(?:采写|採寫|文|撰文)[\s:：/／]*)?(?:本[報报刊社](?:[訊讯]\s*[（(]?)?|特[約约]|(\p{Script=Han}{1,6}[社報报網网]))?(?:[駐驻](\p{Script=Han}{2,5}?))?(?:[記记]者|特派[員员]|通[訊讯][員员])\s*[:：]?\s*(.+?)[）)]?$/u;

/** 記者王小明／台北報導, 新华社记者 李华, 本报驻巴黎记者 王小明, 记者 王小明 李华 北京报道 */
function parseReporter(text: string): ParsedContributor[] | null {
  const [, affiliation, post, afterTitle] = REPORTER.exec(text) ?? [];
  const said = afterTitle ?? text;
  const place = PLACE_AFTER.exec(said);
  if (afterTitle === undefined && !place?.[0]) return null;
  const words = said
    .slice(0, place?.index ?? said.length)
    .split(/[、,，\s]+/u)
    .filter((word) => word !== '');
  const where = place?.[1] ?? place?.[2] ?? post;
  // "綜合報導": put together from many places.
  const location =
    where && !/^(?:[綜综]合|專題|专题|獨家|独家|即時|即时)$/u.test(where) ? where : undefined;
  const contributors: ParsedContributor[] = [];
  let role: CreditRole = 'author';
  for (const word of words) {
    if (/^(?:[記记]者|通[訊讯][員员])$/u.test(word)) continue;
    const label = LABELS.get(word);
    if (label && contributors.length > 0) {
      role = label;
      continue;
    }
    // "本報綜合報導": nobody is named.
    if (!isCjkName(word) || label || /[綜综]合$|^本[报報]/u.test(word)) return null;
    const one = cjkContributor(word, role);
    if (role === 'author') {
      if (location) one.location = location;
      if (location && !isMaybeCjkPlace(location)) addFlag(one, 'location?');
      if (affiliation) one.affiliation = affiliation;
    }
    contributors.push(one);
  }
  return contributors.length > 0 ? contributors : null;
}

/** ロンドン＝田中太郎, 田中太郎記者 */
function parsePlaceAndName(text: string): ParsedContributor[] | null {
  const match = new RegExp(
    `^(?:([${CJK}ー]{2,10})[=＝])?([${CJK}々]{2,8}?)(記者|特派員)?$`,
    'u',
  ).exec(text);
  const [, location, name, jobTitle] = match ?? [];
  if (!name || (!location && !jobTitle) || (location && LABELS.has(location))) return null;
  if (location && /^\p{Script=Katakana}/u.test(location) && FOREIGN_NAME.test(text)) return null;
  if (/^(?:本[紙社誌]|一|[政経社文][治済会化])$/u.test(name)) return null;
  const one: ParsedContributor = {
    ...cjkContributor(name, 'author'),
    ...(location ? { location } : {}),
    ...(jobTitle ? { jobTitle } : {}),
  };
  // "田中太郎＝東京": a name, and then where.
  if (isCjkPlace(name) && location) return [{ ...one, name: location, location: name }];
  return [one];
}

/** 論説委員・田中太郎, 首席记者 李明 */
function parseTitleAndName(text: string): ParsedContributor[] | null {
  const [, jobTitle, name] = /^([^・\s　：:]+)[・\s　：:]+([^・\s　]+)$/u.exec(text) ?? [];
  if (!jobTitle || !name || !isCjkName(name) || LABELS.has(jobTitle)) return null;
  if (!JAPANESE_TITLE.test(jobTitle) && !CHINESE_TITLE.test(jobTitle)) return null;
  return [{ ...cjkContributor(name, 'author'), jobTitle }];
}

/** 田中太郎（ワシントン）, 田中太郎（文）、鈴木花子（写真）, アンナ・シュミット（翻訳・石井健） */
function parseBracketed(text: string, language: string | undefined): ParsedContributor[] | null {
  if (!/[（(]/u.test(text)) return null;
  const contributors: ParsedContributor[] = [];
  for (let rest = afterJoints(text); rest !== ''; rest = afterJoints(rest)) {
    const [name = ''] = pieceOf(rest, language).split(/[（(]/u);
    if (!isCjkName(name.replace(/[\s　]/gu, ''))) return null;
    const one = cjkContributor(name, 'author');
    contributors.push(one);
    rest = rest.slice(name.length);
    const [bracket = '', inside] = /^\s*[（(]([^（()）]+)[）)]/u.exec(rest) ?? [];
    rest = rest.slice(bracket.length);
    if (inside !== undefined && !readInside(one, inside, contributors)) return null;
  }
  return contributors.length > 0 ? contributors : null;
}

/** What brackets say of the one before them: a role, a house, a title or a place; or who else did what. */
function readInside(
  one: ParsedContributor,
  inside: string,
  contributors: ParsedContributor[],
): boolean {
  const roles = rolesOfLabels(inside);
  const label = LABELS_AT.exec(inside)?.[0];
  if (roles) {
    one.role = roles[0] ?? 'author';
    if (roles.length > 1) one.roles = roles;
  } else if (label) {
    const others = parseLabels(inside, undefined);
    if (!others) return false;
    contributors.push(...others);
  } else if (!new RegExp(`^[${CJK}ー]+$`, 'u').test(inside)) {
    return false;
  } else if (HOUSE.test(inside)) {
    one.affiliation = inside;
  } else if (JAPANESE_TITLE.test(inside) || CHINESE_TITLE.test(inside)) {
    one.jobTitle = inside;
  } else {
    one.location = inside;
    if (!isMaybeCjkPlace(inside)) addFlag(one, 'location?');
  }
  return true;
}

const afterJoints = (text: string) => text.replace(/^[\s　／/；;、,，]+/u, '');

/** 文・田中太郎、佐藤次郎　写真・鈴木花子, or names alone. */
function parseLabels(given: string, language: string | undefined): ParsedContributor[] | null {
  const text = given.replace(/[圖图]文(?=[\s／/:：・|｜])/gu, '文・图');
  const contributors: ParsedContributor[] = [];
  let roles: CreditRole[] = ['author'];
  let title: string | undefined;
  let place: string | undefined;
  for (let rest = afterJoints(text); rest !== ''; rest = afterJoints(rest)) {
    const label = LABELS_AT.exec(rest);
    if (label?.[1]) {
      roles = rolesOfLabels(label[1]) ?? ['author'];
      rest = rest.slice(label[0].length);
      continue;
    }
    const piece = pieceOf(rest, language);
    if (piece === '') return null;
    rest = rest.slice(piece.length);
    const last = contributors.at(-1);
    const isApart = /^[\s　]+\S/u.test(rest);
    if (isApart && CHINESE_TITLE.test(piece)) {
      title = piece;
      continue;
    }
    if (isCjkPlace(piece) && (isApart || (rest === '' && contributors.length === 1))) {
      if (isApart) place = piece;
      else if (last) last.location = piece;
      continue;
    }
    const names = isCjkName(piece) || /[\s　]/u.test(piece) ? [piece] : piece.split('・');
    if (!names.every((name) => isCjkName(name.replace(/[\s　]/gu, '')))) return null;
    // "朝日新聞　小林亮": the house for which the one beside it writes.
    const before = text.slice(0, text.length - rest.length - piece.length);
    const isBeside = last?.kind === 'organization' && /[^、,，;；／/][\s　]+$/u.test(before);
    if (isBeside) contributors.pop();
    for (const name of names) {
      const [role = 'author'] = roles;
      const one: ParsedContributor = {
        ...cjkContributor(name, role),
        ...(isBeside ? { affiliation: last.name } : {}),
        ...(title ? { jobTitle: title } : {}),
        ...(place ? { location: place } : {}),
        ...(roles.length > 1 ? { roles: [...roles] } : {}),
      };
      contributors.push(one);
      // "某某／李明": two of them, or a word that says what the other did.
      const isAtSlash = /[／/]\s*$/u.test(before) && last?.role === role;
      if (isAtSlash && last.kind === 'person')
        for (const two of [last, one]) addFlag(two, 'check-name');
    }
  }
  return withHouse(contributors, text);
}

/**
 * The next name. "田中 太郎" has its space within, as names of a full length beside each other have not;
 * so has "王　芳", where it makes up the width of three characters.
 */
function pieceOf(text: string, language: string | undefined): string {
  const [all = '', first = '', , second = ''] =
    /^(\p{Script=Han}{1,3})([ 　]+)(\p{L}{1,3})(?=$|[、,，;；／/\s　（(])/u.exec(text) ?? [];
  const most = language === 'ja' ? 5 : first.length === 1 ? 3 : 0;
  const isOne =
    all !== '' && first.length + second.length <= most && (language === 'ja' || second.length < 3);
  const isLabel =
    LABELS.has(first) || LABELS.has(second) || isCjkPlace(first) || isCjkPlace(second);
  return isOne && !isLabel ? all : (/^[^\s　／/；;、,，]+/u.exec(text)?.[0] ?? '');
}

/** "中央社／林雅雯": more likely the house of the one than a credit beside it. */
function withHouse(contributors: ParsedContributor[], text: string): ParsedContributor[] | null {
  const [house, person] = contributors;
  if (contributors.length === 2 && house?.kind === 'organization' && person?.kind === 'person') {
    if (house.role === person.role && !/[、,，]/u.test(text))
      return [{ ...person, affiliation: house.name, flags: ['affiliation?'] }];
  }
  return contributors.length > 0 ? contributors : null;
}
