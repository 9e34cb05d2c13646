import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** German verbs that speak only with a particle at the end of their clause: "stellte … klar". */
const PARTICLES: readonly (readonly [verb: RegExp, particle: RegExp])[] = [
  [/^stell(?:t|te|ten)$/u, /^(?:klar|fest)$/u],
  [/^führ(?:t|te|ten)$/u, /^aus$/u],
  [/^teil(?:t|te|ten|en)$/u, /^mit$/u],
  [/^räum(?:t|te|ten|en)$/u, /^ein$/u],
  [/^füg(?:t|te|ten|en)$/u, /^(?:hinzu|an)$/u],
  [/^kündig(?:t|te|ten|en)$/u, /^an$/u],
  [/^(?:hob|hebt|hoben|heben)$/u, /^hervor$/u],
  [/^merk(?:t|te|ten|en)$/u, /^an$/u],
  [/^pflichtet(?:e|en)?$/u, /^bei$/u],
  [/^(?:lenk(?:t|te|ten|en)|wandte|wendet)$/u, /^(?:ein|sich)$/u],
  [/^klär(?:t|te|ten)$/u, /^auf$/u],
  [/^wink(?:t|te)$/u, /^ab$/u],
  [/^stimm(?:t|te|ten)$/u, /^zu$/u],
  [/^(?:schlug|schlägt|schlugen|schlagen)$/u, /^vor$/u],
  [/^tat$/u, /^kund$/u],
  [/^(?:gab|gibt)$/u, /^(?:an|bedenken|zu|bekannt)$/u],
  [/^(?:wies|weist|wiesen|weisen)$/u, /^(?:hin|zurück)$/u],
  [/^(?:schloss|schließt|legt|legte|setzt|setzte|schob|schiebt)$/u, /^(?:nach|an|hinzu)$/u],
  [/^(?:fuhr|fährt|fuhren|fahren)$/u, /^(?:fort|an|dazwischen)$/u],
  [
    /^(?:zog|zieht|zeig|zeigt|zeigte|fasst|fasste|warb|wirbt)$/u,
    /^(?:bilanz|fazit|zusammen|überzeugt)$/u,
  ],
];

function particleHolds(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]?.lower ?? '';
  const particle = PARTICLES.find(([form]) => form.test(verb))?.[1];
  if (!particle) return true;
  for (let next = at + 1; next < at + 25; next += 1) {
    if (particle.test(tokens[next]?.lower ?? '')) return true;
  }
  return false;
}

/** Verbs that speak only together with another word: "put it", "issued a statement", "spoke of". */
export function cueHolds(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  if (words.language === 'de') return particleHolds(tokens, at);
  const next = tokens[at + 1]?.lower;
  switch (tokens[at]?.lower) {
    case 'put':
      return next === 'it';
    case 'went':
    case 'goes':
      return next === 'on' && /^[:,]$/u.test(tokens[at + 2]?.text ?? '');
    case 'issued':
    case 'released':
      return [1, 2, 3, 4].some((offset) => tokens[at + offset]?.lower === 'statement');
    case 'referred':
    case 'refers':
    case 'referring':
    case 'alluded':
      return next === 'to';
    case 'spoke':
    case 'speaks':
    case 'spoken':
      return next === 'of';
    case 'talked':
    case 'talks':
    case 'talking':
      return next === 'of' || next === 'about';
    case 'continues':
    case 'continued':
    case 'continuing':
    case 'began':
    case 'begins':
    case 'beginning':
      return next !== 'to';
    default:
      return true;
  }
}
