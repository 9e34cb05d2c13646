/** Folds case and accents, for comparing names as people type them. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/**
 * How well a text fits what was typed, from 1 (exactly) down to 0 (not at all): the whole, its
 * beginning, beginnings of its words in order, anywhere in it, then letters in order.
 */
export function matchScore(text: string, query: string): number {
  const name = fold(text);
  const wanted = fold(query.trim());
  if (wanted === '') return 1;
  if (name === wanted) return 1;
  if (name.startsWith(wanted)) return 0.9;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const parts = wanted.split(/\s+/);
  let at = -1;
  const inOrder = parts.every((part) => {
    at = words.findIndex((word, index) => index > at && word.startsWith(part));
    return at !== -1;
  });
  if (inOrder) return 0.8;
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 0.7;
  if (name.includes(wanted)) return 0.6;
  if (parts.every((part) => name.includes(part))) return 0.4;
  return wanted.length >= 3 && hasInOrder(words.map((word) => word[0]).join(''), wanted) ? 0.3 : 0;
}

function hasInOrder(text: string, letters: string): boolean {
  let from = 0;
  return [...letters].every((letter) => {
    const index = text.indexOf(letter, from);
    from = index + 1;
    return index !== -1;
  });
}
