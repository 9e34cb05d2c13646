import type { CreditRole } from '../model/byline';
import type { ParsedContributor } from './parse';

const CJK_NAME =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]{2,12}$/u;

const LABELS: ReadonlyMap<string, CreditRole> = new Map([
  ['文', 'author'],
  ['取材', 'reporting'],
  ['撰文', 'author'],
  ['写真', 'photo'],
  ['撮影', 'photo'],
  ['攝影', 'photo'],
  ['摄影', 'photo'],
  ['編集', 'editing'],
  ['編輯', 'editing'],
  ['编辑', 'editing'],
  ['翻訳', 'translation'],
  ['翻譯', 'translation'],
  ['翻译', 'translation'],
  ['構成', 'writing'],
  ['글', 'author'],
  ['사진', 'photo'],
]);

/**
 * Bylines in Chinese, Japanese and Korean: "文・田中太郎　写真・鈴木花子", "記者王小明／台北報導",
 * "김철수 기자". Null for any other byline. Names stay family first.
 */
export function parseCjkByline(text: string): ParsedContributor[] | null {
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) {
    return null;
  }
  return parseReporter(text) ?? parseKorean(text) ?? parseLabels(text);
}

function person(name: string, role: CreditRole): ParsedContributor {
  return { name, kind: 'person', role, nameOrder: 'family-first' };
}

/** 記者王小明／台北報導 */
function parseReporter(text: string): ParsedContributor[] | null {
  const match = /^[記记]者\s*[:：]?\s*([^／/]+?)(?:[／/]\s*(.+?)\s*[報报][導导道])?$/u.exec(text);
  const names = match?.[1]?.split(/[、,，\s]+/u).filter((name) => name !== '') ?? [];
  if (names.length === 0 || !names.every((name) => CJK_NAME.test(name))) return null;
  const location = match?.[2];
  return names.map((name) => ({ ...person(name, 'author'), ...(location ? { location } : {}) }));
}

/** 김철수 기자 */
function parseKorean(text: string): ParsedContributor[] | null {
  const parts = text.split(/[,·、]\s*/u);
  const contributors: ParsedContributor[] = [];
  for (const part of parts) {
    const match = /^(\p{Script=Hangul}{2,5})\s*(기자|특파원|논설위원|선임기자)$/u.exec(part.trim());
    if (!match?.[1] || !match[2]) return null;
    contributors.push({ ...person(match[1], 'author'), jobTitle: match[2] });
  }
  return contributors;
}

/** 文・田中太郎、佐藤次郎　写真・鈴木花子, or names alone. */
function parseLabels(text: string): ParsedContributor[] | null {
  const contributors: ParsedContributor[] = [];
  let role: CreditRole = 'author';
  for (const piece of text.split(/[\s　／/；;]+/u)) {
    const match = /^(\p{L}{1,2})[・:：=＝](.+)$/u.exec(piece);
    const label = match?.[1] ? LABELS.get(match[1]) : undefined;
    if (label) role = label;
    const names = (label ? (match?.[2] ?? '') : piece).split(/[、,，]/u);
    for (const name of names) {
      if (!CJK_NAME.test(name)) return null;
      contributors.push(person(name, role));
    }
  }
  return contributors.length > 0 ? contributors : null;
}
