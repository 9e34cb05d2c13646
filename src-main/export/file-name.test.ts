import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFileName, slugOf } from './file-name';

test.each([
  ['Harbour bridge opens', 'harbour-bridge-opens'],
  ['“We’ll not sell,” says mayor — again!', 'well-not-sell-says-mayor-again'],
  ['Größe, Ærø & Łódź', 'grosse-aero-lodz'],
  ['港が閉鎖される', '港が閉鎖される'],
  ['Гавань закрыта', 'гавань-закрыта'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con-article'],
  ['…', 'article'],
  ['', 'article'],
  ['🚢🚢', 'article'],
])('%j is called %s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug);
});

test('a long headline is cut between words', () => {
  expect(slugOf('harbour '.repeat(30))).toBe(
    'harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour',
  );
});

test('the day comes first where it is known', () => {
  expect(exportFileName('Bridge', '2026-05-03', 'md')).toBe('2026-05-03-bridge.md');
  expect(exportFileName('Bridge', null, 'html')).toBe('bridge.html');
});

test('every headline gives a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (headline) => {
      const name = exportFileName(headline, '2026-05-03', 'html');
      expect(name).toMatch(/^2026-05-03-[\p{L}\p{M}\p{Nd}-]+\.html$/u);
      expect(slugOf(headline).length).toBeLessThanOrEqual(80);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    }),
  );
});
