import type { ArticleStatus } from '../../src-shared/model/article';
import type { Place } from '../../src-shared/model/quotation';

/*
 * Times, places and numbers as they are read.
 */

/** Seconds as "07:52", or "1:07:52" from an hour on. */
export function timecode(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Where a passage stands: "07:52", "p. 6", "¶ 4"; empty where the source has no such thing. */
export function placeLabel(place: Pick<Place, 'page' | 'time' | 'paragraph'>): string {
  if (place.time !== null) return timecode(place.time);
  if (place.page !== null) return `p. ${place.page}`;
  return place.paragraph !== null ? `¶ ${place.paragraph}` : '';
}

/** A recording's length: "41 min", "1 h 07 min", "50 s". */
export function durationLabel(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** How long ago: "just now", "2 s ago", "5 min ago", then the time, then the day. */
export function agoLabel(iso: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(iso)) / 1000));
  if (seconds < 1) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  const then = new Date(iso);
  const sameDay = then.toDateString() === new Date(now).toDateString();
  return sameDay
    ? `at ${then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
    : `on ${dayLabel(iso)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time's day: "14 Nov", with the year where it is not `thisYear`. */
export function dayLabel(iso: string, thisYear = new Date().getFullYear()): string {
  const date = new Date(iso);
  const day = `${date.getDate()} ${MONTHS[date.getMonth()]}`;
  return date.getFullYear() === thisYear ? day : `${day} ${date.getFullYear()}`;
}

/** A source's date, which may lack day or month: "13 Apr 2017", "Apr 2017", "2017". */
export function dateLabel(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : undefined, name, year].filter(Boolean).join(' ');
}

const WORDS_PER_MINUTE = 230;

/** "3 min read"; less than half a minute is said so. */
export function readingTime(words: number): string {
  const minutes = words / WORDS_PER_MINUTE;
  if (words === 0) return '0 min read';
  return minutes < 0.75 ? 'under 1 min read' : `${Math.max(1, Math.ceil(minutes))} min read`;
}

/** A language tag in words: "English (US)". */
export function languageLabel(tag: string): string {
  try {
    const [language, region] = [new Intl.Locale(tag).language, new Intl.Locale(tag).region];
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? tag;
    if (!region) return name;
    const country = new Intl.DisplayNames('en', { type: 'region', style: 'short' }).of(region);
    return `${name} (${country ?? region})`;
  } catch {
    return tag;
  }
}

export const STATUS_LABELS: Record<ArticleStatus, string> = {
  draft: 'Draft',
  'in-check': 'In check',
  finished: 'Finished',
};
