import type { CreditRole } from '../model/byline';
import type { ParsedContributor } from './parse';
import { CJK_CITIES } from './place-words';

/** Words of bylines in Chinese, Japanese and Korean, and what names are made of there. */

export const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const CJK_NAME = new RegExp(`^[${CJK}ー々]{2,12}$`, 'u');
/** "ジョン・スミス", "约翰·史密斯": the dot is the space of a foreign name, which keeps its own order. */
export const FOREIGN_NAME =
  /^(?:[\p{Script=Katakana}ー]+(?:[・＝=][\p{Script=Katakana}ー]+)+|\p{Script=Han}{1,6}(?:[·‧•]\p{Script=Han}{1,6})+)$/u;
/** Agencies and papers say what they are with their last characters. */
export const HOUSE =
  /(?:社|新聞|新闻|日報|日报|時報|时报|晚報|晚报|晨報|晨报|周刊|週刊|電視台|电视台|通信|통신|뉴스|일보|신문|방송|경제|テレビ|ニュース)$|^(?:共同|時事|ロイター|NHK|한겨레|뉴시스|뉴스1|노컷뉴스|오마이뉴스)$/u;
const NEWSROOM =
  /^[\p{L}ー]{0,6}(?:編集部|编辑部|編輯部|取材班|取材團隊|取材团队|편집부|편집국|취재팀|취재단|보도국|뉴스팀|뉴스룸)$|^(?:本報訊|本报讯|社説|社论|社論|사설)$/u;
/** "本紙記者": one of the paper's, and no name. */
const NAMELESS =
  /^(?:本[紙报報刊社]|一)?(?:特約|特约|政治|経済|社会)?(?:記者|记者|評論員|评论员|特派員|기자|특파원)$/u;

export const LABELS: ReadonlyMap<string, CreditRole> = new Map(
  (
    [
      ['author', '文 撰文 作者 文字 来源 來源 글 執筆 ライター 采写 採寫 撰稿'],
      ['reporting', '取材 採訪 采访 取材協力 취재'],
      ['photo', '写真 撮影 攝影 摄影 圖 图 照片 사진 사진제공 フォト'],
      ['editing', '編集 編輯 编辑 責任編輯 责任编辑 責編 责编 편집 校對 校对'],
      ['translation', '翻訳 翻譯 翻译 編譯 编译 訳 譯 译 译者 譯者 번역'],
      ['writing', '構成 整理 구성 정리'],
      ['video', '動画 映像 影片 视频 영상'],
      ['illustration', 'イラスト 絵 插畫 插图 插畫家 그림 일러스트'],
      ['graphics', '図版 製圖 制图 그래픽'],
      ['interview', '聞き手 訪問 인터뷰'],
      ['production', '制作 製作 제작'],
    ] as const
  ).flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
);
const LABEL = [...LABELS.keys()].sort((a, b) => b.length - a.length).join('|');
/** "文・", "文と写真＝", "取材・文　", "글 ". */
export const LABELS_AT = new RegExp(
  `^((?:${LABEL})(?:\\s*[・と及和&＆/／、·]\\s*(?:${LABEL}))*)(?:\\s*[・:：=＝／/|｜]\\s*|\\s+)`,
  'u',
);

/** The roles of "文と写真"; null where one of the words is no label. */
export function rolesOfLabels(text: string): CreditRole[] | null {
  const roles = text
    .split(/\s*[・と及和&＆/／、·]\s*/u)
    .map((word) => LABELS.get(word))
    .filter((role) => role !== undefined);
  return roles.length === text.split(/\s*[・と及和&＆/／、·]\s*/u).length ? roles : null;
}

/** What somebody is, in brackets after a name or before it. */
export const JAPANESE_TITLE =
  /(?:委員|特派員|記者|局長|部長|編集長|教授|講師|作家|小説家|評論家|写真家|画家|弁護士|医師|研究員|研究者|監督|代表|ジャーナリスト|ライター|カメラマン|コラムニスト|アナリスト|ディレクター|プロデューサー|エコノミスト)$/u;
/** The same before Chinese names; "记者" by itself is on every byline and says nothing. */
export const CHINESE_TITLE =
  /^(?!(?:本[報报刊社网])?(?:记者|記者|通讯员|通訊員|特派员|特派員)$)\p{Script=Han}{0,8}(?:记者|記者|實習生|实习生|撰稿人|评论员|評論員|主编|主編|教授|作家|编辑|編輯|通讯员|通訊員|主笔|主筆|研究员|研究員)$/u;

const CITY = new RegExp(`^(?:${CJK_CITIES})$`, 'u');
const REGION = /[市縣县州省府]$/u;

export const isCjkPlace = (text: string) => CITY.test(text);

/** Whether the characters may be a place, as far as one can tell. */
export const isMaybeCjkPlace = (text: string) => CITY.test(text) || REGION.test(text);

export const isCjkName = (name: string) => CJK_NAME.test(name) || FOREIGN_NAME.test(name);

export function cjkContributor(name: string, role: CreditRole): ParsedContributor {
  if (NEWSROOM.test(name)) return { name, kind: 'collective', role };
  if (NAMELESS.test(name)) return { name, kind: 'anonymous', role };
  if (HOUSE.test(name)) return { name, kind: 'organization', role };
  if (FOREIGN_NAME.test(name)) return { name, kind: 'person', role };
  return { name, kind: 'person', role, nameOrder: 'family-first' };
}

const SPENT = new RegExp(
  `${LABEL}|記者|记者|本[報报刊社网紙]|[報报]道|[報报][導导]|[訊讯電电]|特派[員员]|通[訊讯][員员]|特[約约]|綜合|综合|[駐驻]|月|日|と|及|和|与|與|の|にて|圖文|图文`,
  'gu',
);

/** The letters of such a byline that went into no credit. */
export function leftOutCjk(text: string, contributors: readonly ParsedContributor[]): string[] {
  const said = contributors.flatMap((one) =>
    [one.name, one.location, one.affiliation, one.jobTitle, one.email, one.note].filter(
      (part) => part !== undefined,
    ),
  );
  let rest = text;
  for (const part of said.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(part, ' ');
  return rest.replace(SPENT, ' ').match(/\p{L}+/gu) ?? [];
}
