import { type KeptParts, wholeAddress } from './kept-parts';

const URL_IN_STYLE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/gi;
const IMPORT =
  /@import\s+(?:url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|"([^"]*)"|'([^']*)')([^;{}]*)(?:;|$)/gi;
const NOTHING = 'url("data:,")';
const DEEPEST_IMPORT = 4;

/**
 * A style sheet with its pictures, fonts and imported sheets in it, where they came with the page, and
 * without any address outside. What a trick gets past this, the page's own policy stops (protocol.ts).
 *
 * @param base what the addresses in it start from.
 */
export function keptStyle(css: string, base: string, parts: KeptParts, depth = 0): string {
  const whole = css.replace(
    IMPORT,
    (_, a?: string, b?: string, c?: string, d?: string, e?: string, condition = '') => {
      const address = wholeAddress(a ?? b ?? c ?? d ?? e ?? '', base);
      const sheet = address === null || depth >= DEEPEST_IMPORT ? null : parts.style(address);
      if (!sheet) return '';
      const read = keptStyle(sheet.css, sheet.base || base, parts, depth + 1);
      const media = condition.trim();
      return /^[\w\s():,.-]+$/.test(media) ? `@media ${media}{${read}}` : read;
    },
  );
  return withoutTags(
    whole.replace(URL_IN_STYLE, (written, a?: string, b?: string, c?: string) => {
      const address = a ?? b ?? c ?? '';
      if (/^(?:#|data:(?:image|font|application\/(?:x-)?font)\b)/i.test(address)) return written;
      const known = wholeAddress(address, base);
      const data = known === null ? null : parts.data(known);
      return data === null ? NOTHING : `url("${data}")`;
    }),
  );
}

/** What is written between the tags of `style` is not escaped, so it must not look like one itself. */
function withoutTags(css: string): string {
  return css.replace(/<(?=[a-z/!?])/gi, '\\3c ');
}
