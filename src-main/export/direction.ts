/** Languages that are written from right to left, where the tag names no other script. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const SCRIPTS = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);

/** `rtl` for a language tag as `ar` or `az-Arab`; null for all others, where nothing need be said. */
export function directionOf(language: string): 'rtl' | null {
  const [code = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft = script === undefined ? RIGHT_TO_LEFT.has(code) : SCRIPTS.has(script);
  return isRightToLeft ? 'rtl' : null;
}
