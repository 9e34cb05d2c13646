/** A name as it is compared: without case, accents and the number of its spaces. */
export function foldName(name: string): string {
  return (
    name
      .normalize('NFKD')
      // The sound marks of Japanese make other syllables, not accents.
      .replace(/(?![\u3099\u309a])\p{Mn}/gu, '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
  );
}
