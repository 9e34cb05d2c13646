/** Takes off a byline what stands around the names and credits nobody. */

/** Months in the languages that bylines come in, long and short. */
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|' +
  'januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|' +
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|' +
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
export const MONTHS: ReadonlySet<string> = new Set(MONTH.split('|'));
const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}*\\.?,?\\s+';
const DATE = `(?:(?:\\b(?:on|le|am|el|il|op|em)\\s+)?(?:${DAY})?\\d{1,2}(?:\\.|er|st|nd|rd|th)?\\s+(?:de\\s+)?(?:${MONTH})\\.?,?|(?:\\bon\\s+)?(?:${DAY})?(?:${MONTH})\\.?\\s+\\d{1,2},?)`;
const UPDATED =
  /[\s|·•,–—-]+(?:last\s+)?(?:updated|published|posted|modified|aktualisiert|mis à jour|publié le|actualizado|publicado)\b.*$/isu;
const DATE_TAIL = new RegExp(
  `[\\s|·•,–—-]+${DATE}(?:\\s+(?:de\\s+)?\\d{4}[^|•;\\n]*|\\s*$)`,
  'isu',
);
/** "Sunday 3 May", "2026-05-03", "2 hours ago", "5 min read", and whatever comes after. */
const TIME_TAIL =
  /[\s|·•,–—-]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[\s,]+\d|\d{4}-\d{2}-\d{2}\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\d+\s?[mhd]\s+ago\b|(?:an?|\d+)\s+(?:min(?:ute)?s?|hours?|days?|weeks?|months?)\s+(?:ago|read)\b|\d+\s*(?:min|h)\s*$|\d{1,2}\s?[ap]m\b|(?:yesterday|(?<!\busa\s)today|just now)$|vor\s+\d+\s+\p{L}+\s*$|il y a\s+\d+|hace\s+\d+|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b|uhr\b|$)).*$/isu;
/** A date in front: "3 May 2026 By Jane Doe". */
const DATE_FRONT = new RegExp(
  `^(?:(?:last\\s+)?(?:updated|published|posted)\\s*:?\\s*)?${DATE}\\s+\\d{4}(?:[\\s|·•,–—-]+(?=(?:by|von|par|por|di)\\s)|\\s*[\\n|•·]\\s*)`,
  'iu',
);
/** "© 2026 Jane Doe", "Copyright The Daily Planet". */
const COPYRIGHT_FRONT = /^(?:©|\(c\)|copyright)(?:\s*©)?\s*(?:\d{4}\s+)?(?:by\s+)?(?=\S)/iu;
const RIGHTS = /[\s.,|–—-]+all rights reserved\.?$/iu;
const COPYRIGHT_TAIL = /\s*(?:\(c\)|©)\s*\d{4}\.?$/iu;
const ADDRESS = /[\s|·•,–—-]+https?:\/\/\S+/giu;
/** Joining words at the end, where the next name was cut off. */
const CUT_OFF = /[\s,;]+(?:and|und|et|with|avec|mit|con|y)$/iu;
const FROM_REPORTS =
  /(?<=\S\s+\S.*)\s+from\s+(?:staff|wire|agency|news)(?:\s+and\s+\p{L}+)?\s+(?:reports|services)(?=\s*(?:[.;]|$))/iu;
const BULLET = /^[\s•·*▪◦‣|~–—-]+/u;
const END = /[\s•·*▪◦‣|~–—]+$/u;
/** Around the whole: quotation marks and square brackets. */
const AROUND = /^(?:"([^"]*)"|“([^”]*)”|\[([^[\]]*)\])$/su;

/** "&amp;" of a page's source is an ampersand. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:amp|nbsp|#160|#38);/gu, (sign) => (/amp|38/u.test(sign) ? '&' : ' '));
}

/** Takes off what surrounds the names: bullets, brackets round the whole, "Updated …". */
export function stripSurroundings(text: string): string {
  let result = text
    .trim()
    .replace(/^(AP) Photo\/(?=\p{Lu})/u, 'Photo: $1/')
    .replace(AROUND, '$1$2$3')
    .replace(ADDRESS, '')
    .replace(DATE_FRONT, '')
    .replace(COPYRIGHT_FRONT, '')
    .replace(RIGHTS, '')
    .replace(COPYRIGHT_TAIL, '')
    .replace(UPDATED, '')
    .replace(TIME_TAIL, '')
    .replace(DATE_TAIL, '')
    .replace(FROM_REPORTS, '')
    .replace(BULLET, '')
    .replace(END, '')
    .replace(CUT_OFF, '')
    .trim();
  const whole = /^\(([^()]*)\)\.?$/su.exec(result)?.[1];
  if (whole) result = whole.trim();
  return result;
}
