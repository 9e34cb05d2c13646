import { isolated } from '../text/direction';

/** The marks that quoted words may begin with. */
export const OPENING = /^[“”"„«»‹›「『‘'’‚]/u;

/** Words in quotation marks; words that bring their own marks are left as they are. */
export function quoted(words: string): string {
  const text = words.trim().replace(/\s+/g, ' ');
  return isolated(OPENING.test(text) ? text : `“${text}”`);
}

/** At most `limit` characters, on one line. */
export function clip(text: string, limit: number): string {
  const characters = [...text.trim().replace(/\s+/g, ' ')];
  return characters.length <= limit
    ? characters.join('')
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
