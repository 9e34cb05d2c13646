import { isOrganisation } from '../byline/parse-name';
import type { SpanText } from '../model/span';
import { PLACES } from '../quotation/speaker/places';

const MONTH =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|févr(?:ier)?|mar(?:ch|s)?|märz|apr(?:il)?|avril|may|mai|mayo|june?|juin|juni|july?|juil(?:let)?|juli|aug(?:ust)?|août|sep(?:t|tember|tembre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|déc(?:embre)?|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const DATE = new RegExp(
  `^(?:(?:${MONTH})\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s(?:${MONTH})\\.?)(?:,?\\s\\d{4})?$`,
  'iu',
);
/** Everything up to the first dash that stands alone; datelines are short. */
const BEFORE_DASH = /^([^–—\n]{3,80}?)\s?(?:--?|[–—])\s+(?=\S)/u;
/** In capitals like places, but not places. */
const ACRONYM =
  /^(?:UNESCO|UNICEF|INTERPOL|OPEC|ASEAN|FRONTEX|EUROPOL|BREAKING|UPDATE|EXCLUSIVE|WATCH|ANALYSIS|OPINION|CORRECTION|EDITORIAL|REVIEW|COMMENT|LISTEN|INTERVIEW|PROFILE|EXPLAINER|VIDEO|PHOTOS|SUMMARY|WARNING|NOTE|READ MORE)$/u;

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return (
    letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

function isKnownPlace(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[\s/-]+/u)
    .every((word) => PLACES.has(word));
}

/**
 * The dateline at the start of a paragraph: "PORTHAVEN, May 3 (Reuters) –", "LONDON —". The span
 * covers the dateline and its dash, `text` leaves the dash out. Null unless it is plainly one: a
 * place in capitals, or a place with an agency in brackets.
 */
export function findDateline(paragraph: string): SpanText | null {
  const match = BEFORE_DASH.exec(paragraph.slice(0, 120));
  const text = match?.[1]?.trim();
  if (!match || !text || !/^[\p{Lu}\p{N}"“„«‘'¿¡]/u.test(paragraph.slice(match[0].length)))
    return null;
  const agency = /^(.*?)\s*\(([^()]{2,40})\)$/u.exec(text);
  const [place = '', ...rest] = (agency?.[1] ?? text).split(/,\s*/u);
  const hasAgency = agency?.[2] !== undefined && isOrganisation(agency[2]);
  if (agency && !hasAgency) return null;
  const words = place.split(/\s+/u);
  if (words.length > 5 || !/^\p{Lu}/u.test(place) || /[!?:;"“”]/u.test(place)) return null;
  const dated = rest.some((part) => DATE.test(part));
  const others = rest.filter((part) => !DATE.test(part) && !/^\d{4}$/u.test(part));
  if (others.length > 1 || others.some((part) => !/^\p{Lu}[\p{L}. -]{1,20}$/u.test(part)))
    return null;
  const capitals = isCapitals(place);
  if (!capitals && !hasAgency && !(dated && isKnownPlace(place))) return null;
  if (ACRONYM.test(place)) return null;
  // "NATO — The alliance": a short word in capitals is an acronym unless it is a known place.
  const short = place.length < 5 && !isKnownPlace(place);
  if (capitals && short && !dated && !hasAgency) return null;
  const end = match[0].trimEnd().length;
  return { start: 0, end, text };
}
