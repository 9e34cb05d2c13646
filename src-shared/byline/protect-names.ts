/** Marks a protected name in a text: private-use characters, one a name. */
const PROTECTED_BASE = 0xe000;

/** A text in which known names are single characters that no rule can cut. */
export interface ProtectedText {
  text: string;
  names: string[];
}

/** Replaces every known name, longest first (STANDARDS 4.3, rule 1). */
export function protectNames(text: string, known: readonly string[]): ProtectedText {
  const names: string[] = [];
  let result = text.replace(/[\ue000-\uf8ff]/gu, ' ');
  const ordered = [...new Set(known)].filter((name) => name.trim() !== '');
  ordered.sort((left, right) => right.length - left.length);
  for (const name of ordered.slice(0, 0x1800)) {
    const sign = String.fromCharCode(PROTECTED_BASE + names.length);
    const parts = result.split(name);
    if (parts.length === 1) continue;
    result = joinWhole(parts, name, sign);
    names.push(name);
  }
  return { text: result, names };
}

/** Puts the sign only where the name stands as whole words. */
function joinWhole(parts: readonly string[], name: string, sign: string): string {
  let result = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const inWord = /[\p{L}\p{N}]$/u.test(result.slice(-2)) || /^[\p{L}\p{N}]/u.test(part);
    result += (inWord ? name : sign) + part;
  }
  return result;
}

/** The known name a text consists of, or null. */
export function protectedName(text: string, names: readonly string[]): string | null {
  if (text.length !== 1) return null;
  return names[text.charCodeAt(0) - PROTECTED_BASE] ?? null;
}

/** Puts the known names back. */
export function restoreNames(text: string, names: readonly string[]): string {
  return text.replace(
    /[\ue000-\uf8ff]/gu,
    (sign) => names[sign.charCodeAt(0) - PROTECTED_BASE] ?? sign,
  );
}
