import type { CreditRole } from '../model/byline';
import type { ParsedContributor } from './parse';
import { CJK_CITIES } from './place-words';

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const CJK_NAME = new RegExp(`^[${CJK}ー々]{2,12}$`, 'u');
/** "ジョン・スミス": the dot is the space of a foreign name, which keeps its own order. */
const FOREIGN_NAME = /^[\p{Script=Katakana}ー]+(?:[・＝=][\p{Script=Katakana}ー]+)+$/u;
/** Agencies and papers say what they are with their last characters. */
const HOUSE =
  /(?:社|新聞|新闻|日報|日报|時報|时报|通信|통신|뉴스|일보|신문|방송|テレビ|ニュース)$|^(?:共同|時事|NHK)$/u;
const NEWSROOM = /^(?:編集部|编辑部|編輯部|取材班|편집부|편집국|本報訊|本报讯)$/u;

const LABELS: ReadonlyMap<string, CreditRole> = new Map(
  (
    [
      ['author', '文 撰文 作者 文字 来源 來源 글 執筆 ライター'],
      ['reporting', '取材 採訪 采访 取材協力 취재'],
      ['photo', '写真 撮影 攝影 摄影 圖 图 照片 사진 フォト'],
      ['editing', '編集 編輯 编辑 責任編輯 责任编辑 責編 责编 편집'],
      ['translation', '翻訳 翻譯 翻译 編譯 编译 訳 譯 译 译者 譯者 번역'],
      ['writing', '構成 整理 구성 정리'],
      ['video', '動画 映像 影片 视频 영상'],
      ['illustration', 'イラスト 絵 插畫 插图 그림 일러스트'],
      ['graphics', '図版 製圖 制图 그래픽'],
      ['interview', '聞き手 訪問 인터뷰'],
      ['production', '制作 製作 제작'],
    ] as const
  ).flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
);
const LABEL = [...LABELS.keys()].sort((a, b) => b.length - a.length).join('|');
/** "文・", "文と写真＝", "取材・文　", "글 ". */
const LABELS_AT = new RegExp(
  `^((?:${LABEL})(?:\\s*[・と及和&＆/／、·]\\s*(?:${LABEL}))*)(?:\\s*[・:：=＝／/|｜]\\s*|\\s+)`,
  'u',
);
const KOREAN_OFFICE = '기자|특파원|위원|앵커|작가';
/** Right after the name, or apart with what the office is for: "문화전문기자". */
const KOREAN_TITLE = `논설위원|선임기자|전문기자|인턴기자|객원기자|${KOREAN_OFFICE}`;
const LONG_TITLE = new RegExp(`^\\p{Script=Hangul}{0,6}(?:${KOREAN_OFFICE})$`, 'u');
const JAPANESE_TITLE = /(?:委員|特派員|記者|支局長|部長|教授|作家)$/u;
/** "[서울=연합뉴스]": where it was written, and for which house. */
const DATELINE =
  /^[[(【［（]\s*([^=＝\])】］）]+?)\s*[=＝]\s*([^\])】］）]+?)\s*[\])】］）]\s*(?=\S)/u;
const EMAIL = /[^\s@()<>]+@[^\s@()<>]+\.[a-z]+/iu;

/**
 * Bylines in Chinese, Japanese and Korean: "文・田中太郎　写真・鈴木花子", "記者王小明／台北報導",
 * "김철수 기자". Null for any other byline. Names stay family first.
 */
export function parseCjkByline(given: string): ParsedContributor[] | null {
  const email = EMAIL.exec(given)?.[0];
  const [dateline = '', location, affiliation] = DATELINE.exec(given.trim()) ?? [];
  const rest = given.trim().slice(dateline.length);
  const text = withoutBrackets(rest.replace(EMAIL, ' ').trim());
  if (!new RegExp(`^[${CJK}]`, 'u').test(text)) return null;
  const found =
    parseReporter(text) ??
    parsePlaceAndName(text) ??
    parseNameAndBrackets(text) ??
    parseKorean(text) ??
    parseLabels(text);
  const [first] = found ?? [];
  if (location && affiliation) {
    return found?.map((one) => ({ location, affiliation, ...one })) ?? null;
  }
  if (found?.length === 1 && first && email) return [{ ...first, email }];
  return found;
}

/** The brackets round the whole: "【田中太郎】". */
function withoutBrackets(text: string): string {
  const inside = /^[【［[（(〔]([^【［[（(〔】］\]）)〕]+)[】］\]）)〕]$/u.exec(text)?.[1];
  return (inside ?? text).trim();
}

function contributorOf(name: string, role: CreditRole): ParsedContributor {
  if (NEWSROOM.test(name)) return { name, kind: 'collective', role };
  if (HOUSE.test(name)) return { name, kind: 'organization', role };
  if (FOREIGN_NAME.test(name)) return { name, kind: 'person', role };
  return { name, kind: 'person', role, nameOrder: 'family-first' };
}

const isName = (name: string) => CJK_NAME.test(name) || FOREIGN_NAME.test(name);

const PLACE_AFTER = new RegExp(
  `(?:[／/\\s]+([^／/\\s]+?)|(${CJK_CITIES}))(?:[報报][導导道]|[電电])$`,
  'u',
);

/** 記者王小明／台北報導, 新华社记者 李华, 本报驻巴黎记者 王小明, 记者 王小明 李华 北京报道 */
function parseReporter(text: string): ParsedContributor[] | null {
  const match =
    /^(?:本[報报刊社]|特[約约]|(\p{Script=Han}{1,6}[社報报網网]))?(?:[駐驻](\p{Script=Han}{2,5}?))?(?:[記记]者|特派[員员]|通[訊讯][員员])\s*[:：]?\s*(.+)$/u.exec(
      text,
    );
  const [, affiliation, post, said] = match ?? [];
  if (!said) return null;
  const place = PLACE_AFTER.exec(said);
  const names = said
    .slice(0, place?.index ?? said.length)
    .split(/[、,，\s]+/u)
    .filter((name) => name !== '');
  if (names.length === 0 || !names.every((name) => CJK_NAME.test(name))) return null;
  const where = place?.[1] ?? place?.[2] ?? post;
  // "綜合報導": put together from many places.
  const location = where && /^[綜综]合$/u.test(where) ? undefined : where;
  return names.map((name) => ({
    ...contributorOf(name, 'author'),
    ...(location ? { location } : {}),
    ...(affiliation ? { affiliation } : {}),
  }));
}

/** 田中太郎（ワシントン）, 田中太郎（編集委員）, 論説委員・田中太郎 */
function parseNameAndBrackets(text: string): ParsedContributor[] | null {
  const [, before, inside] = /^([^（(]+)[（(]([^（）()]+)[）)]$/u.exec(text) ?? [];
  if (before && inside && isName(before) && new RegExp(`^[${CJK}ー]+$`, 'u').test(inside)) {
    const house = HOUSE.test(inside) ? { affiliation: inside } : { location: inside };
    const detail = JAPANESE_TITLE.test(inside) ? { jobTitle: inside } : house;
    return [{ ...contributorOf(before, 'author'), ...detail }];
  }
  const [, jobTitle, name] = /^([^・\s　：:]+)[・\s　：:]+([^・\s　]+)$/u.exec(text) ?? [];
  if (!jobTitle || !name || !JAPANESE_TITLE.test(jobTitle) || !CJK_NAME.test(name)) return null;
  return [{ ...contributorOf(name, 'author'), jobTitle }];
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
  if (/\p{Script=Hangul}/u.test(name)) return null;
  return [
    {
      ...contributorOf(name, 'author'),
      ...(location ? { location } : {}),
      ...(jobTitle ? { jobTitle } : {}),
    },
  ];
}

/** 김철수 기자, 김철수·이영희 기자, 런던=김철수 특파원 */
function parseKorean(text: string): ParsedContributor[] | null {
  const contributors: ParsedContributor[] = [];
  const group = new RegExp(
    `^(?:(\\p{Script=Hangul}+)[=＝])?(\\p{Script=Hangul}{2,5}(?:[·ㆍ∙・]\\p{Script=Hangul}{2,5})*)\\s*(${KOREAN_TITLE})$`,
    'u',
  );
  for (const part of text.split(/[,、]\s*/u)) {
    const [, location, names, jobTitle] = group.exec(part.trim()) ?? [];
    if (!names || !jobTitle) return null;
    for (const name of names.split(/[·ㆍ∙・]/u)) {
      contributors.push({
        ...contributorOf(name, 'author'),
        ...(location ? { location } : {}),
        jobTitle,
      });
    }
  }
  return contributors;
}

const afterJoints = (text: string) => text.replace(/^[\s　／/；;、,，]+/u, '');

/** 文・田中太郎、佐藤次郎　写真・鈴木花子, or names alone. */
function parseLabels(text: string): ParsedContributor[] | null {
  const contributors: ParsedContributor[] = [];
  let roles: CreditRole[] = ['author'];
  for (let rest = afterJoints(text); rest !== ''; rest = afterJoints(rest)) {
    const label = LABELS_AT.exec(rest);
    if (label?.[1]) {
      roles = label[1]
        .split(/\s*[・と及和&＆/／、·]\s*/u)
        .map((word) => LABELS.get(word) ?? 'author');
      rest = rest.slice(label[0].length);
      continue;
    }
    const piece = /^[^\s　／/；;、,，]+/u.exec(rest)?.[0] ?? '';
    if (piece === '') return null;
    rest = rest.slice(piece.length);
    const last = contributors.at(-1);
    if (last && LONG_TITLE.test(piece)) {
      last.jobTitle = piece;
      continue;
    }
    const names = isName(piece) ? [piece] : piece.split('・');
    if (!names.every(isName)) return null;
    // "朝日新聞　小林亮": the house for which the one beside it writes.
    const before = text.slice(0, text.length - rest.length - piece.length);
    const isBeside = last?.kind === 'organization' && /[^、,，;；／/][\s　]+$/u.test(before);
    if (isBeside) contributors.pop();
    for (const name of names) {
      const [role = 'author'] = roles;
      contributors.push({
        ...contributorOf(name, role),
        ...(isBeside ? { affiliation: last.name } : {}),
        ...(roles.length > 1 ? { roles: [...roles] } : {}),
      });
    }
  }
  const [house, person] = contributors;
  // "中央社／林雅雯": more likely the house of the one than a credit beside it.
  if (contributors.length === 2 && house?.kind === 'organization' && person?.kind === 'person') {
    if (house.role === person.role && !/[、,，]/u.test(text))
      return [{ ...person, affiliation: house.name, flags: ['affiliation?'] }];
  }
  return contributors.length > 0 ? contributors : null;
}
