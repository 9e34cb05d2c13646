import { describe, expect, it } from 'vitest';
import {
  agoLabel,
  dateLabel,
  dayLabel,
  durationLabel,
  languageLabel,
  placeLabel,
  readingTime,
  timecode,
} from './format';

describe('times', () => {
  it('shows a timecode, with hours from an hour on', () => {
    expect(timecode(472)).toBe('07:52');
    expect(timecode(4027.9)).toBe('1:07:07');
  });
  it('shows how long a recording is', () => {
    expect(durationLabel(50)).toBe('50 s');
    expect(durationLabel(41 * 60 + 5)).toBe('41 min');
    expect(durationLabel(67 * 60)).toBe('1 h 07 min');
  });
  it('shows how long ago something was saved', () => {
    const now = Date.parse('2026-11-14T12:00:00.000Z');
    expect(agoLabel('2026-11-14T12:00:00.000Z', now)).toBe('just now');
    expect(agoLabel('2026-11-14T11:59:58.000Z', now)).toBe('2 s ago');
    expect(agoLabel('2026-11-14T11:55:00.000Z', now)).toBe('5 min ago');
    expect(agoLabel('2025-03-02T12:00:00.000Z', now)).toMatch(/^on 2 Mar/);
  });
  it('never shows the future, whatever the clocks say', () => {
    const now = Date.parse('2026-11-14T12:00:00.000Z');
    expect(agoLabel('2026-11-14T12:00:09.000Z', now)).toBe('just now');
  });
  it('leaves the year out where it is this one', () => {
    expect(dayLabel('2026-11-14T12:00:00.000Z', 2026)).toBe('14 Nov');
    expect(dayLabel('2025-11-14T12:00:00.000Z', 2026)).toBe('14 Nov 2025');
  });
  it('shows as much of a date as there is', () => {
    expect(dateLabel('2017-04-13')).toBe('13 Apr 2017');
    expect(dateLabel('2017-04')).toBe('Apr 2017');
    expect(dateLabel('2017')).toBe('2017');
  });
  it('shows reading time', () => {
    expect(readingTime(548)).toBe('3 min read');
    expect(readingTime(40)).toBe('under 1 min read');
  });
});

describe('places', () => {
  it('shows the time, else the page, else the paragraph', () => {
    expect(placeLabel({ time: 472, page: 3, paragraph: 9 })).toBe('07:52');
    expect(placeLabel({ time: null, page: 6, paragraph: 9 })).toBe('p. 6');
    expect(placeLabel({ time: null, page: null, paragraph: 4 })).toBe('¶ 4');
    expect(placeLabel({ time: null, page: null, paragraph: null })).toBe('');
  });
});

describe('languages', () => {
  it('names language and country', () => {
    expect(languageLabel('en-US')).toBe('English (US)');
    expect(languageLabel('de')).toBe('German');
    expect(languageLabel('?')).toBe('?');
  });
});
