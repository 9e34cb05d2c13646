import { expect, test } from 'vitest';
import type { QuotationView } from '../../src-shared/model/quotation';
import { passageUrl } from './passage-url';

const link = (
  change: Partial<NonNullable<QuotationView['link']>> = {},
): NonNullable<QuotationView['link']> => ({
  sourceId: '',
  sourceVersionId: '',
  start: 0,
  end: 0,
  exact: 'not ready for public use',
  prefix: 'ur opinion it is ',
  suffix: ', and the east spa',
  sourceTitle: '',
  place: { page: null, time: null, paragraph: 3, speaker: null },
  ...change,
});
const page = 'https://saltmere.example/audit';

test('names the words of a passage, encoded', () => {
  expect(passageUrl(page, link())).toBe(`${page}#:~:text=not%20ready%20for%20public%20use`);
  expect(passageUrl(page, link({ exact: 'half-built, “A&B” (1921), isn’t it?' }))).toBe(
    `${page}#:~:text=half%2Dbuilt%2C%20%E2%80%9CA%26B%E2%80%9D%20%281921%29%2C%20isn%E2%80%99t%20it%3F`,
  );
});

test('adds whole words around a short passage', () => {
  expect(passageUrl(page, link({ exact: 'not ready' }))).toBe(
    `${page}#:~:text=opinion%20it%20is-,not%20ready,-%2C%20and%20the`,
  );
  const alone = link({ exact: 'not ready', prefix: '', suffix: '' });
  expect(passageUrl(page, alone)).toBe(`${page}#:~:text=not%20ready`);
});

test('names a long passage, or one of several paragraphs, by its first and last words', () => {
  const long = Array.from({ length: 90 }, (_, index) => `word${index}`).join(' ');
  expect(passageUrl(page, link({ exact: long }))).toBe(
    `${page}#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word84%20word85%20word86%20word87%20word88%20word89`,
  );
  expect(passageUrl(page, link({ exact: 'First came the flood.\n\nThen the fire.' }))).toBe(
    `${page}#:~:text=First%20came%20the%20flood.,Then%20the%20fire.`,
  );
});

test('keeps the fragment an address has', () => {
  expect(passageUrl(`${page}#findings`, link())).toBe(
    `${page}#findings:~:text=not%20ready%20for%20public%20use`,
  );
});

test('names the page of a PDF and the time of a recording', () => {
  const place = { page: 14, time: 754.2, paragraph: null, speaker: null };
  expect(passageUrl('https://a.example/audit.pdf?x=1', link({ place }))).toBe(
    'https://a.example/audit.pdf?x=1#page=14',
  );
  expect(passageUrl('https://a.example/talk.m4a', link({ place }))).toBe(
    'https://a.example/talk.m4a#t=754.2',
  );
});
