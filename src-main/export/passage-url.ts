import type { QuotationView } from '../../src-shared/model/quotation';

type Link = NonNullable<QuotationView['link']>;

/** Longer passages are named by their first and last words (the limit of the reference polyfill). */
const LONGEST_EXACT = 300;
/** Shorter ones are ambiguous: the words around them are added. */
const SHORTEST_ALONE = 20;
const EDGE_WORDS = 6;
const MEDIA = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|mp4|m4v|webm|mov)$/i;

/**
 * The address of a passage in its source: a text fragment in a web page, a time in a recording, a
 * page in a PDF (STANDARDS section 3). Only for sources that may be named: it holds their words.
 */
export function passageUrl(url: string, link: Link): string {
  const path = /^[^?#]*/.exec(url)?.[0] ?? url;
  const { page, time } = link.place;
  if (/\.pdf$/i.test(path)) return page === null ? url : withFragment(url, `page=${page}`);
  if (MEDIA.test(path)) return time === null ? url : withFragment(url, `t=${time}`);
  const directive = textDirective(link);
  if (directive === null) return url;
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function withFragment(url: string, fragment: string): string {
  return url.includes('#') ? url : `${url}#${fragment}`;
}

/** `[prefix-,]start[,end][,-suffix]`, whole words only. */
function textDirective({ exact, prefix, suffix }: Link): string | null {
  const lines = exact
    .split(/\n+/)
    .map((line) => wordsOf(line))
    .filter((words) => words.length > 0);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  // A fragment cannot reach over the end of a block by naming all words.
  const whole = first.join(' ');
  if (lines.length > 1 || whole.length > LONGEST_EXACT) {
    const all = lines.flat();
    const start = first.slice(0, Math.min(EDGE_WORDS, Math.max(1, all.length - 1)));
    const end = last.slice(-EDGE_WORDS);
    return `${encode(start.join(' '))},${encode(end.join(' '))}`;
  }
  if (whole.length >= SHORTEST_ALONE) return encode(whole);
  const before = wordsOf(prefix.split('\n').at(-1) ?? '', 'end').slice(-3);
  const after = wordsOf(suffix.split('\n')[0] ?? '', 'start').slice(0, 3);
  return [
    before.length > 0 ? `${encode(before.join(' '))}-,` : '',
    encode(whole),
    after.length > 0 ? `,-${encode(after.join(' '))}` : '',
  ].join('');
}

/**
 * The words of a stretch. Context was cut at a number of characters: its word at the far edge may be
 * half a one and is left out.
 */
function wordsOf(text: string, context?: 'start' | 'end'): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (context === 'end') return words.slice(1);
  if (context === 'start') return words.slice(0, -1);
  return words;
}

/** `-`, `,` and `&` have a meaning in the fragment; the last two are encoded by the platform. */
function encode(words: string): string {
  return encodeURIComponent(words).replace(/[-!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
