import { type Character, codeOf } from '../words/characters';
import { characterOfCode } from './find-characters';

const KEY = 'stet.recent-characters';
const MOST = 12;

/** The characters that were put in last on this computer, the latest first. */
export function recentCharacters(): Character[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(codes)) return [];
    return codes.flatMap((code) => (typeof code === 'string' && characterOfCode(code)) || []);
  } catch {
    return [];
  }
}

/** Notes that a character was put in. */
export function rememberCharacter(text: string): void {
  const others = recentCharacters().filter((one) => one.text !== text);
  const codes = [text, ...others.map((one) => one.text)].slice(0, MOST).map(codeOf);
  localStorage.setItem(KEY, JSON.stringify(codes));
}
