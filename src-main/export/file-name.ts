const LONGEST = 80;
/** File systems allow 255 bytes; a date and an ending come on top. */
const MOST_BYTES = 200;
/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const encoder = new TextEncoder();
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * A name made of the headline: lower-case letters, digits and hyphens, at most 80 characters, never
 * empty. Latin letters lose their accents; other scripts stay as they are.
 */
export function slugOf(headline: string): string {
  const plain = headline
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => LATIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const slug = shortened(plain);
  if (slug === '') return 'article';
  return RESERVED.test(slug) ? `${slug}-article` : slug;
}

/** Cut between words where that loses little, never inside a character. */
function shortened(slug: string): string {
  let cut = '';
  let bytes = 0;
  for (const character of slug) {
    bytes += encoder.encode(character).length;
    if (cut.length + character.length > LONGEST || bytes > MOST_BYTES) {
      const word = cut.lastIndexOf('-');
      return (word > LONGEST / 2 ? cut.slice(0, word) : cut).replace(/-+$/, '');
    }
    cut += character;
  }
  return cut;
}

/** The name of an exported file, with the day of publication in front where it is known. */
export function exportFileName(headline: string, date: string | null, extension: string): string {
  const slug = slugOf(headline);
  return `${date === null ? '' : `${date}-`}${slug}.${extension}`;
}
